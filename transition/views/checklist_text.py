"""De zelftoets: does a municipality steer on result and pace? Yes, partly, no and unknown stay apart, and so does what nobody answered."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from transition.domain.register.choices import ANSWERS, NORMS
from transition.metrics.steering.checklist import Checklist
from transition.views import alphabet, count_bars, links, text
from transition.views.card_table import card_table
from transition.views.count_bars import Bar
from transition.views.record_words import NOT_RECORDED

READING = (
    "De twaalf punten komen uit de toetsing door rekenkamers: stuurt de gemeente op resultaat en snelheid? De gemeente vult ze zelf in. "
    "'Onbekend' en niet ingevuld zijn geen nee, en ook geen ja."
)
KEY = {"full": "ja", "half": "deels", "empty": "nee", "dots": "onbekend", "unknown": "niet ingevuld"}
MARKS = {"yes": "✓", "partly": "◐", "no": "✕", "unknown": "?", "": "–"}
_HEADS = ("Punt", "Antwoord", "Wanneer en bewijs")
_OF_SEVERAL = ("Gemeente", "Ja", "Deels", "Nee", "Onbekend", "Niet ingevuld", "Met bewijs")


def heading(found: Checklist) -> str:
    """The message of one municipality."""
    rest = [
        f"{text.number(count)} {word}"
        for count, word in (
            (found.partly, "deels"),
            (found.no, "nee"),
            (found.unknown, "onbekend"),
            (found.not_recorded, "niet ingevuld"),
        )
        if count
    ]
    return f"Op {text.number(found.yes)} van de {text.number(found.of)} punten is het antwoord ja" + (
        f"; {text.enumeration(rest)}" if rest else ""
    )


def proven(found: Checklist) -> str:
    """How many of the yes and partly have evidence."""
    claims = found.yes + found.partly
    return (
        f"Bij {text.number(found.proven)} van de {text.number(claims)} keer ja of deels staat bewijs." if claims else ""
    )


def html(found: Checklist) -> str:
    """The norms in their order, with mark and word, day and evidence."""
    counts = {
        "full": found.yes,
        "half": found.partly,
        "empty": found.no,
        "dots": found.unknown,
        "unknown": found.not_recorded,
    }
    bar = count_bars.html(
        [Bar("Twaalf punten", counts, f"{text.number(found.yes)} keer ja")], KEY, "De antwoorden samen"
    )
    return bar + card_table(_HEADS, (_row(norm, found) for norm in NORMS), "Zelftoets")


def _row(norm: str, found: Checklist) -> Sequence[str]:
    one = found.answers.get(norm)
    if one is None:
        return (escape(NORMS[norm]), '<span class="area-nothing">niet ingevuld</span>', "–")
    sign, word = MARKS.get(one.answer, "–"), ANSWERS.get(one.answer, one.answer)
    mark = f'<span class="regie-answer" aria-hidden="true">{sign}</span> {escape(word)}'
    on = text.day(one.answered_on.isoformat()) if one.answered_on else "geen datum"
    evidence = links.anchor(one.evidence, "Bewijs") or ("geen bewijs" if one.answer in ("yes", "partly") else "")
    return (escape(NORMS[norm]), mark, f"{escape(on)}{f'<br>{evidence}' if evidence else ''}")


def table(found: Checklist) -> pd.DataFrame:
    """The norms of one municipality to keep."""
    rows = []
    for norm, words in NORMS.items():
        one = found.answers.get(norm)
        on = one.answered_on.isoformat() if one and one.answered_on else ""
        rows.append((words, ANSWERS.get(one.answer, "") if one else "niet ingevuld", on, one.evidence if one else ""))
    return pd.DataFrame(rows, columns=["Punt", "Antwoord", "Datum", "Bewijs"])


def heading_of_several(found: Mapping[str, Checklist], of: int) -> str:
    """The message over municipalities: how many filled it in, and which norm is met least often."""
    many = len(found)
    said = (
        f"{text.number(many)} van de {text.number(of)} gemeenten {'vulde' if many == 1 else 'vulden'} de zelftoets in"
        if of > 1
        else "De gemeente vulde de zelftoets in"
    )
    least, counts = min(_per_norm(found).items(), key=lambda one: one[1]["full"])
    return (
        f"{said}. Het minst vaak ja ({text.number(counts['full'])} keer): {NORMS[least][:1].lower()}{NORMS[least][1:]}"
    )


def _per_norm(found: Mapping[str, Checklist]) -> dict[str, dict[str, int]]:
    kinds = {"yes": "full", "partly": "half", "no": "empty", "unknown": "dots"}
    made = {norm: dict.fromkeys(KEY, 0) for norm in NORMS}
    for one in found.values():
        for norm, counts in made.items():
            answer = one.answers.get(norm)
            counts[kinds.get(answer.answer, "unknown") if answer else "unknown"] += 1
    return made


def norms_html(found: Mapping[str, Checklist]) -> str:
    """A bar per norm, over the municipalities that filled anything in."""
    bars = [
        Bar(NORMS[norm], counts, f"{text.number(counts['full'])} van {text.number(len(found))} ja")
        for norm, counts in _per_norm(found).items()
    ]
    return count_bars.html(bars, KEY, "Antwoorden per punt")


def several_html(found: Mapping[str, Checklist], names: Mapping[str, str]) -> str:
    """A row per municipality that filled anything in, by name: no ranking."""
    rows = (
        (escape(names.get(code, code)), *(text.number(n) for n in _counts(one))) for code, one in _by_name(found, names)
    )
    return card_table(_OF_SEVERAL, rows, "Zelftoets per gemeente")


def _by_name(found: Mapping[str, Checklist], names: Mapping[str, str]) -> list[tuple[str, Checklist]]:
    return sorted(found.items(), key=lambda one: alphabet.place(names.get(one[0], one[0])))


def _counts(one: Checklist) -> tuple[int, ...]:
    return (one.yes, one.partly, one.no, one.unknown, one.not_recorded, one.proven)


def several_table(found: Mapping[str, Checklist], names: Mapping[str, str]) -> pd.DataFrame:
    """The same to keep, with the answer on each norm."""
    rows = []
    for code, one in _by_name(found, names):
        answers = (ANSWERS[one.answers[norm].answer] if norm in one.answers else NOT_RECORDED for norm in NORMS)
        rows.append((names.get(code, code), code, *_counts(one), *answers))
    return pd.DataFrame(rows, columns=["Gemeente", "Code", *_OF_SEVERAL[1:], *NORMS.values()])
