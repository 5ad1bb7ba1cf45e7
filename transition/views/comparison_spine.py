"""Every headline measure of one area on a line of its own, with the group's middle in the middle: its message, HTML and table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import cast

import numpy as np
import pandas as pd

from transition.domain.indicators import Direction
from transition.domain.values import Gap
from transition.metrics.comparison.gate import Refusal
from transition.metrics.comparison.measures import Figures
from transition.metrics.comparison.profile import Row
from transition.metrics.no_number import NoNumber
from transition.views import comparison_text, text
from transition.views.comparison_measures import entry

READING = (
    "Elke regel is een cijfer. De streep in het midden is het midden van de groep, het blok is de middelste helft, "
    "de dunne lijn loopt van de laagste tot de hoogste. De gekleurde stip is {place}. Elke regel heeft zijn eigen schaal."
)
_STYLE = Path(__file__).parents[2] / "static" / "vergelijken-profiel.css"
_ENDS = {True: ("← minder goed", "midden", "beter →"), False: ("← lager", "midden", "hoger →")}


@dataclass(frozen=True, eq=False)
class Drawn:
    """place: the area as it stands in a sentence. within: of `comparison_text.group`. refused: what is not drawn, with why."""

    rows: Sequence[Row]
    refused: Sequence[tuple[Figures, Refusal | Gap]]
    place: str
    within: str


def heading(drawn: Drawn) -> str:
    """On how many of the measures the area is on the better side."""
    sided = [row for row in drawn.rows if row.has_side]
    if not sided:
        return f"Van {drawn.place} zijn er geen cijfers die een betere kant hebben"
    ahead = sum(row.ahead is True for row in sided)
    if len(sided) == 1:
        return f"Op het ene cijfer met een betere kant staat {drawn.place} {'daar' if ahead else 'daar niet'}"
    many = {0: "geen", len(sided): "alle"}.get(ahead, f"{ahead} van de")
    of = f"{many} {len(sided)}" if ahead else f"geen van de {len(sided)}"
    return f"Op {of} cijfers staat {drawn.place} aan de betere kant van het midden van de groep"


def told(drawn: Drawn) -> list[str]:
    """What is not drawn, and why; a sentence each, those with the same reason together."""
    why: dict[str, list[str]] = {}
    for found, gap in drawn.refused:
        why.setdefault(_because(gap), []).append(f"‘{entry(found.measure).short}’")
    return [f"Niet getekend: {text.enumeration(names)}. {because}" for because, names in why.items()]


def html(drawn: Drawn) -> str:
    """First the measures with a better side, then the others; safe HTML."""
    made = []
    for is_sided in (True, False):
        rows = [row for row in drawn.rows if (row.spread.direction is not Direction.NONE) is is_sided]
        if rows:
            ends = "".join(f"<i>{word}</i>" for word in _ENDS[is_sided]).replace("i>", "span>")
            head = (
                f'<li class="spine-ends" aria-hidden="true"><span></span><span class="spine-words">{ends}</span></li>'
            )
            label = "Cijfers met een betere kant" if is_sided else "Cijfers zonder betere kant"
            made.append(
                f'<ul class="spine" aria-label="{label}">{head}{"".join(_row(row, drawn) for row in rows)}</ul>'
            )
    return f"{_style()}{''.join(made)}"


@cache
def _style() -> str:
    return f"<style>{_STYLE.read_text(encoding='utf-8')}</style>"


def table(drawn: Drawn) -> pd.DataFrame:
    """Every measure that is drawn, in its own unit."""
    rows = []
    for row in drawn.rows:
        spread, indicator = row.spread, entry(row.found.measure)
        numbers = (spread.value, spread.median, spread.low_quartile, spread.high_quartile, spread.least, spread.most)
        figures = [np.nan if isinstance(one, NoNumber) else round(one, indicator.decimals) for one in numbers]
        rank = np.nan if isinstance(spread.rank, NoNumber) else spread.rank
        rows.append((indicator.name, indicator.unit, row.found.period, _status(row), *figures, rank, spread.of))
    heads = ["Cijfer", "Eenheid", "Jaar", "Status", "Waarde", "Midden", "Onderste kwart", "Bovenste kwart", "Laagste", "Hoogste",
             "Plaats", "Van"]  # fmt: skip
    return pd.DataFrame(rows, columns=heads)


def at(row: Row, value: float) -> float:
    """Where a figure of the group lies on its line, 0 to 1: the middle at 0.5, better (or higher) to the right, both halves one scale."""
    spread = row.spread
    middle = (spread.least + spread.most) / 2 if isinstance(spread.median, NoNumber) else spread.median
    reach = max(spread.most - middle, middle - spread.least) or 1.0
    sign = -1 if spread.direction is Direction.DOWN else 1
    return 0.5 + sign * (value - middle) / reach / 2


def _row(row: Row, drawn: Drawn) -> str:
    spread, indicator = row.spread, entry(row.found.measure)
    own = (
        "geen cijfer"
        if isinstance(spread.value, NoNumber)
        else text.quantity(spread.value, indicator.unit, indicator.decimals)
    )
    year = ", ".join(part for part in (row.found.period, _status(row)) if part)
    return (
        f"<li><span><b>{escape(indicator.short)}</b><small>{escape(own)} ({escape(year)})</small></span>"
        f'<span class="spine-line" role="img" aria-label="{escape(_said(row, drawn), quote=True)}">{_line(row)}</span>'
        f"<span>{escape(_rank(row))}<small>{escape(_middle(row))}</small></span></li>"
    )  # fmt: skip


def _line(row: Row) -> str:
    spread = row.spread
    made = _between("range", at(row, spread.least), at(row, spread.most))
    if not isinstance(spread.median, NoNumber):
        low, high = cast("float", spread.low_quartile), cast("float", spread.high_quartile)
        made += _between("half", at(row, low), at(row, high)) + '<i class="spine-middle"></i>'
    if not isinstance(spread.value, NoNumber):
        made += f'<i class="spine-own" style="left:{at(row, spread.value):.1%}"></i>'
    return made


def _between(name: str, one: float, other: float) -> str:
    low, high = sorted((one, other))
    return f'<i class="spine-{name}" style="left:{low:.1%};width:{high - low:.1%}"></i>'


def _rank(row: Row) -> str:
    spread = row.spread
    return "zonder plaats" if isinstance(spread.rank, NoNumber) else f"nummer {spread.rank} van de {spread.of}"


def _middle(row: Row) -> str:
    spread, indicator = row.spread, entry(row.found.measure)
    if isinstance(spread.median, NoNumber):
        return f"te weinig cijfers voor een midden ({spread.of})"
    return f"midden {text.number(spread.median, indicator.decimals)}, {text.first(spread.direction)}"


def _said(row: Row, drawn: Drawn) -> str:
    """For who cannot see the line."""
    indicator = entry(row.found.measure)
    side = {True: f"{drawn.place} staat aan de betere kant.", False: f"{drawn.place} staat aan de andere kant."}
    return " ".join(part for part in (comparison_text.middle(row.spread, indicator), side.get(row.ahead, "")) if part)


def _status(row: Row) -> str:
    return text.STATUSES.get(str(row.found.table["status"].iloc[0]), "")


def _because(gap: Refusal | Gap) -> str:
    return (
        comparison_text.refused(gap)
        if isinstance(gap, Refusal)
        else "Er is geen cijfer van het gebied zelf, of van geen ander in de groep."
    )
