"""What a brought file would do, in words and tables: what was understood, what would change, what is wrong and how to mend it."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from transition.domain.areas import Area
from transition.views import text

_COUNTED = {
    "added": ("Er komt 1 nieuw cijfer bij", "Er komen {} nieuwe cijfers bij"),
    "removed": ("1 cijfer gaat weg", "{} cijfers gaan weg"),
    "revised": ("1 cijfer verandert", "{} cijfers veranderen"),
    "filled": ("1 cijfer wordt voor het eerst ingevuld", "{} cijfers worden voor het eerst ingevuld"),
    "emptied": ("1 cijfer wordt niet meer gegeven", "{} cijfers worden niet meer gegeven"),
    "status": ("1 cijfer krijgt een andere status", "{} cijfers krijgen een andere status"),
}
"""A sentence for one, and for more."""
_CHANGES = {
    "added": "nieuw",
    "removed": "weg",
    "revised": "herzien",
    "filled": "voor het eerst ingevuld",
    "emptied": "niet meer gegeven",
    "status": "andere status",
}
_COLUMNS = ("Blad", "Cel", "Gevonden", "Wat er mis is", "Wat u kunt doen")


_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|<>~:$-])")


def plain(words: str) -> str:
    """A text from a file, so that Markdown shows it as it stands: no links, no pictures, no emphasis."""
    return _MARKUP.sub(r"\\\1", words)


def refusal(answer: Mapping[str, Any]) -> str:
    """How many things are wrong, in one sentence."""
    number = len(answer["troubles"]) + answer.get("more_troubles", 0)
    what = "Eén ding klopt niet." if number == 1 else f"{text.number(number)} dingen kloppen niet."
    return f"{what} Er is niets overgenomen. Wat u op de pagina's ziet, is niet veranderd."


def troubles_table(troubles: Sequence[Mapping[str, str]]) -> str:
    """HTML: one row per trouble, every text escaped; scrolls inside itself on a small screen."""
    head = "".join(f'<th scope="col">{name}</th>' for name in _COLUMNS)
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{escape(trouble[key]) or '–'}</td>" for key in ("sheet", "cell", "value"))
        + f"<td>{escape(_sentence(trouble['what']))}</td><td>{escape(_sentence(trouble['remedy']))}</td></tr>"
        for trouble in troubles
    )
    return (
        '<div class="brought-troubles" role="region" aria-label="Wat er mis is met het bestand" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def troubles(found: Sequence[Mapping[str, str]]) -> pd.DataFrame:
    """The same as a table to download."""
    rows = [(t["sheet"], t["cell"], t["value"], _sentence(t["what"]), _sentence(t["remedy"])) for t in found]
    return pd.DataFrame(rows, columns=list(_COLUMNS))


def understood(answer: Mapping[str, Any]) -> str:
    """What the file is, in one or two sentences."""
    day = (
        f"Uitgave of peildatum: {text.day(answer['edition'])}."
        if answer["edition"]
        else "Er staat geen datum van uitgave in."
    )
    figures = sum(series["figures"] for series in answer["series"])
    return f"We lezen dit bestand als '{answer['title']}'. Er staan {text.number(figures)} cijfers in. {day}"


def series(answer: Mapping[str, Any]) -> pd.DataFrame:
    """One row per indicator and year: how many areas have it."""
    rows = [(_named(s["indicator"], s["breakdown"]), s["period"], s["figures"]) for s in answer["series"]]
    return pd.DataFrame(rows, columns=["Cijfer", "Jaar", "Gebieden"])


def change(answer: Mapping[str, Any]) -> str:
    """What would change, a sentence per kind of change."""
    counted = [
        f"{_COUNTED[kind][number > 1].format(text.number(number))}."
        for kind, number in answer["counts"].items()
        if number
    ]
    return " ".join(counted) or "Deze cijfers zijn er al. Er verandert niets."


def places(answer: Mapping[str, Any]) -> str:
    """Where the figures are found back: a link (Markdown) to the map per figure, of its newest year."""
    newest = {one["id"]: one for one in sorted(answer["series"], key=lambda one: one["period"])}
    links = [
        f"[{plain(_with_year(one))}](map?indicator={id}&level={one['level']}&period={one['period']})"
        for id, one in newest.items()
    ]
    return f"U vindt de cijfers op de pagina Kaart: {text.enumeration(links)}."


def _with_year(one: Mapping[str, Any]) -> str:
    """The name of a figure with its year, which some names have already."""
    name, period = str(one["indicator"]), str(one["period"])
    return name if period in name.split() else f"{name}, {period}"


def form_name(title: str) -> str:
    """The file name of a kind's form: "Stand van de warmteprogramma's (invulblad)" -> 'invulblad-stand-van-de-warmteprogrammas.csv'."""
    words = re.findall(r"[a-z0-9]+", title.partition(" (")[0].lower().replace("'", ""))
    return f"invulblad-{'-'.join(words)}.csv"


def examples(answer: Mapping[str, Any], areas: Mapping[str, Area]) -> pd.DataFrame:
    """The first changes, with what stands there now and what would stand there."""
    rows = [
        (
            _CHANGES[e["kind"]],
            areas[e["area"]].name if e["area"] in areas else e["area"],
            _named(e["indicator"], e["breakdown"]),
            e["period"],
            _value(e["old"], "", e["unit"]),
            _value(e["new"], e["status"], e["unit"]),
        )
        for e in answer["examples"]
    ]
    return pd.DataFrame(rows, columns=["Wat", "Gebied", "Cijfer", "Jaar", "Nu", "Straks"])


def _named(name: str, part: str) -> str:
    return f"{name}: {part}" if part else name


def _value(value: float | None, status: str, unit: str) -> str:
    if value is None:
        return f"– ({text.STATUSES[status]})" if status in text.STATUSES else "–"
    decimals = min(6, len(f"{value:.6f}".rstrip("0").partition(".")[2]))
    return text.quantity(value, unit, decimals)


def _sentence(words: str) -> str:
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "?", "!")) else f"{words}."
