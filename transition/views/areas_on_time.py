"""Which areas are on schedule and what is the matter, each beside on how many records that rests. Every text is escaped."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

import pandas as pd

from transition.metrics.steering.area_signals import AreaSignals, Schedule, Sign
from transition.metrics.steering.signals import Signals
from transition.views import sign_text, text
from transition.views.area_names import AreaNames
from transition.views.card_table import card_table

READING = (
    "▼ loopt achter: een stap is over de geplande dag, of het gebied staat stil. ● vraagt aandacht: iets houdt tegen, "
    "of een stap is meer dan een maand verschoven. ○ niet vastgelegd: geen stap die nog komt heeft een datum. "
    "Dat is niet hetzelfde als op schema."
)
_HEADS = ("Gebied", "Stand", "Wat er speelt", "Rust op")
_ORDER = tuple(sign_text.SCHEDULES)


def heading(found: Signals) -> str:
    """'Van 3 van de 8 gebieden is niets vastgelegd. Van de andere 5 loopt er 1 achter …'."""
    of, missing = text.number(found.of), found.of - found.recorded
    if not found.of:
        return "Er loopt hier op dit moment geen gebied"
    if found.of == 1:
        return f"Dit gebied {'ligt ' if found.on_schedule else ''}{_only(found)}"
    if not found.recorded:
        return f"Van geen van de {of} gebieden is vastgelegd wanneer de volgende stap komt"
    said = _counted(found.schedules)
    if not missing:
        return f"Van de {of} gebieden {said}"
    others = f"Van de andere {text.number(found.recorded)} {said}" if found.recorded > 1 else f"Van het andere {said}"
    return f"Van {text.number(missing)} van de {of} gebieden is niet vastgelegd wanneer de volgende stap komt. {others}"


def _only(found: Signals) -> str:
    if not found.recorded:
        return "heeft geen datum voor de volgende stap"
    return next(
        sign_text.SCHEDULES[kind][1] for kind, count in found.schedules.items() if count and kind is not Schedule.ENDED
    )


def _counted(schedules: Mapping[Schedule, int]) -> str:
    """'lopen er 21 achter, vragen er 74 aandacht en liggen er 17 op schema'."""
    words = {
        Schedule.BEHIND: ("loopt er 1 achter", "lopen er {} achter"),
        Schedule.ATTENTION: ("vraagt er 1 aandacht", "vragen er {} aandacht"),
        Schedule.ON_SCHEDULE: ("ligt er 1 op schema", "liggen er {} op schema"),
    }
    said = [
        one if schedules[kind] == 1 else more.format(text.number(schedules[kind]))
        for kind, (one, more) in words.items()
        if schedules[kind]
    ]
    return text.enumeration(said)


def in_order(found: Iterable[AreaSignals], names: AreaNames) -> list[AreaSignals]:
    """What asks most attention first; of equals by name. Those that ended come last."""
    return sorted(
        found, key=lambda one: (_ORDER.index(one.schedule), -len(one.signals), names.area(one.area).casefold())
    )


def html(found: Sequence[AreaSignals], names: AreaNames) -> str:
    """A row per area, in the order given."""
    return card_table(_HEADS, (_row(one, names) for one in found), "Gebieden en hun stand")


def _row(one: AreaSignals, names: AreaNames) -> tuple[str, ...]:
    form, word = sign_text.SCHEDULES[one.schedule]
    stand = f'<span class="regie-{one.schedule.value.replace("_", "-")}"><span aria-hidden="true">{form}</span> {word}</span>'
    what = "".join(f"<li>{escape(words)}</li>" for words in _said(one, names))
    return (
        names.link(one.area),
        stand,
        f'<ul class="regie-signals">{what}</ul>' if what else escape(_nothing(one)),
        escape(rests_on(one)),
    )


def _said(one: AreaSignals, names: AreaNames) -> list[str]:
    return [
        sign_text.said(signal, names.step(one.area, signal.facts["step"]) if "step" in signal.facts else "")
        for signal in one.signals
    ]


def _nothing(one: AreaSignals) -> str:
    if one.schedule is Schedule.ENDED:
        return "–"
    return "Niets gevonden." if one.judged else "Niets vastgelegd om iets over te zeggen."


def rests_on(one: AreaSignals) -> str:
    """On how much the judgement of an area rests."""
    signs = f"{text.number(len(one.judged))} van de {text.number(len(Sign))} punten te beoordelen"
    if one.schedule is Schedule.ENDED:
        return signs
    steps = (
        f"{text.number(one.dated)} van de {text.number(one.asked)} komende stappen met datum"
        if one.asked
        else "geen komende stap"
    )
    return f"{steps}; {signs}"


def table(found: Sequence[AreaSignals], names: AreaNames) -> pd.DataFrame:
    """All of it to keep; a column per sign, with '–' where nobody recorded enough to say."""
    rows = []
    for one in found:
        there = {signal.sign for signal in one.signals}
        signs = ("ja" if sign in there else "nee" if sign in one.judged else "niet vastgelegd" for sign in Sign)
        said = " ".join(_said(one, names))
        rows.append((names.area(one.area), sign_text.SCHEDULES[one.schedule][1], *signs, said, one.dated, one.asked))
    heads = [
        "Gebied", "Stand", *(sign_text.SIGNS[sign] for sign in Sign), "Wat er speelt",
        "Komende stappen met datum", "Komende stappen",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=heads)
