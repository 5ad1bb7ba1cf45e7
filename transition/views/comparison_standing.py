"""Where one area stands in its group, in words and as a table: the answer of the page that compares, its figures and its first picture."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import pandas as pd

from transition.domain.indicators import Direction, Indicator
from transition.metrics.comparison.gate import Comparable, Refusal, Remark
from transition.metrics.comparison.measures import Figures
from transition.metrics.comparison.peer_group import PeerGroup
from transition.metrics.comparison.spread import FEWEST, Spread
from transition.metrics.no_number import NoNumber
from transition.views import comparison_rows, comparison_text, text
from transition.views.comparison_rows import Row


@dataclass(frozen=True, eq=False)
class Standing:
    """place: the area as it is called in a sentence. names: of the members. entry: what is compared."""

    place: str
    group: PeerGroup
    entry: Indicator
    figures: Figures
    spread: Spread
    verdict: Comparable | Refusal | NoNumber
    names: Mapping[str, str]

    @property
    def within(self) -> str:
        return comparison_text.group(self.group, self.place)

    @property
    def many(self) -> str:
        """'gemeenten'."""
        return text.PLURALS[self.group.level]


def answer(found: Standing) -> str:
    """The one sentence above the page."""
    if isinstance(found.verdict, Refusal):
        return f"{_of(found)}: {_lower(comparison_text.refused(found.verdict))}"
    if isinstance(found.spread.value, NoNumber):
        return f"Van {found.place} is er geen cijfer voor ‘{found.entry.short}’."
    if found.spread.of == 1:
        return f"{_of(found)} heeft {found.place} als enige een cijfer onder {found.within}."
    return (
        f"{found.entry.short}: {_had(found, quantity(found, found.spread.value))}. "
        f"Dat is {_place(found)}, onder {found.within}."
    )


def figures(found: Standing) -> str:
    """Own figure, place, middle and spread, as one piece of HTML; nothing of what may not be compared."""
    spread = found.spread
    if isinstance(found.verdict, Refusal):
        return ""
    facts = [(found.names.get(found.group.area, found.place), _value(found), f"{_when(found)}{_status(found)}")]
    if not isinstance(spread.rank, NoNumber) and spread.of > 1:
        facts.append(("Plaats", f"{spread.rank} van {spread.of}", f"met een cijfer, {text.first(spread.direction)}"))
    if isinstance(spread.median, float):
        facts.append(("Midden van de groep", quantity(found, spread.median), "de helft heeft meer, de helft minder"))
        facts.append(("De helft zit tussen", _half(found), f"van {spread.of} met een cijfer"))
    elif spread.of > 1:
        ends = f"{_number(found, spread.least)} tot {quantity(found, spread.most)}"
        facts.append(("In de groep", ends, f"bij minder dan {FEWEST} geven we geen midden"))
    cards = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}<small>{escape(more)}</small></dd></div>"
        for name, value, more in facts
    )
    return f'<dl class="cmp-facts">{cards}</dl>'


def heading(found: Standing) -> str:
    """The message of the picture."""
    value, middle = found.spread.value, found.spread.median
    if isinstance(value, NoNumber):
        return f"Van {found.place} is er geen cijfer; van {found.spread.of} andere wel"
    if not isinstance(middle, float):
        return f"{found.spread.of} {found.many} met een cijfer: te weinig voor een midden"
    if _number(found, value) == _number(found, middle):
        return f"{_begin(found.place)} ligt op het midden van de groep"
    side = "boven" if value > middle else "onder"
    return f"{_begin(found.place)} ligt {side} het midden: {_number(found, value)} tegenover {quantity(found, middle)}"


def what(found: Standing) -> str:
    """What is drawn, of whom and when."""
    return f"{found.entry.name}, {found.entry.unit}, {_period(found)}, {found.place} en {found.within}"


def reading(found: Standing) -> str:
    """How the picture is read, with what has to be said beside it."""
    kind = text.PER_LEVEL[found.group.level]
    said = [f"Elke stip is een {kind}." if found.group.level != "land" else ""]
    if isinstance(found.spread.median, float):
        said.append("De streep is het midden van de groep; in de grijze band zit de helft.")
    said.append("Een open stip kan nog veranderen of is geschat.")
    if len(found.group.members) <= comparison_rows.MOST_ROWS:
        said.append("De volgorde zegt niets over beter of slechter.")
    if found.spread.direction is Direction.NONE:
        said.append("Meer is hier niet beter, en minder ook niet.")
    return " ".join(
        [*said, *remarks(found), comparison_text.missing(found.spread, found.names), found.entry.limits]
    ).strip()


def remarks(found: Standing) -> list[str]:
    """What the gate wants said. Whoever has no figure is named already."""
    if not isinstance(found.verdict, Comparable):
        return []
    total = ["Dit is een totaal: een groter gebied heeft vaak meer."] if found.figures.measure.is_total else []
    return [comparison_text.REMARKS[one] for one in found.verdict.remarks if one is not Remark.INCOMPLETE] + total


def picture(found: Standing) -> str:
    """The dots, and in words what they show."""
    told = f"{heading(found)}. {comparison_text.middle(found.spread, found.entry)}"
    return f'<p class="cmp-hidden">{escape(told)}</p>{comparison_rows.html(rows(found), found.entry, found.spread)}'


def rows(found: Standing) -> list[Row]:
    """The area itself first."""
    table = found.figures.table.loc[comparison_rows.order(found.group, found.names)]
    return [
        Row(found.names.get(code, code), float(value), str(status), is_own=code == found.group.area)
        for code, value, status in zip(table.index, table["value"], table["status"], strict=True)
    ]


def table(found: Standing) -> pd.DataFrame:
    """Every member with its figure."""
    rows = found.figures.table
    return pd.DataFrame(
        {
            "Code": rows.index,
            "Gebied": [found.names.get(code, code) for code in rows.index],
            f"{found.entry.short} ({found.entry.unit})": rows["value"].to_numpy(),
            "Jaar": found.figures.period,
            "Status": [text.STATUSES.get(status, "uit het register") for status in rows["status"]],
        }
    )


def quantity(found: Standing, value: float) -> str:
    """With its unit."""
    return text.quantity(value, found.entry.unit, found.entry.decimals)


def _number(found: Standing, value: float) -> str:
    return text.number(value, found.entry.decimals)


def _value(found: Standing) -> str:
    value = found.spread.value
    return "geen cijfer" if isinstance(value, NoNumber) else quantity(found, value)


def _status(found: Standing) -> str:
    status = str(found.figures.table["status"].to_numpy()[0])
    is_known = not math.isnan(found.figures.values[0])
    return f", {text.STATUSES[status]}" if is_known and status in text.STATUSES else ""


def _half(found: Standing) -> str:
    low, high = found.spread.low_quartile, found.spread.high_quartile
    if isinstance(low, NoNumber) or isinstance(high, NoNumber):
        return "–"
    return f"{_number(found, low)} en {quantity(found, high)}"


def _place(found: Standing) -> str:
    spread = found.spread
    return f"nummer {spread.rank} van de {spread.of} met een cijfer ({text.first(spread.direction)})"


def _period(found: Standing) -> str:
    return "nu" if found.figures.measure.of_register else text.period(found.figures.period, found.figures.about.until)


def _when(found: Standing) -> str:
    """'nu', 'in 2024'."""
    return "nu" if found.figures.measure.of_register else f"in {_period(found)}"


def _had(found: Standing, what: str) -> str:
    is_now = bool(found.figures.measure.of_register)
    return f"{found.place} heeft nu {what}" if is_now else f"{found.place} had {what} in {_period(found)}"


def _of(found: Standing) -> str:
    return f"{found.entry.short} {_when(found)}"


def _begin(said: str) -> str:
    return said[:1].upper() + said[1:]


def _lower(said: str) -> str:
    return said[:1].lower() + said[1:]
