"""How an area changed beside its group, in words, as a picture and as a table."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import pandas as pd

from transition.domain.indicators import Direction, Indicator
from transition.domain.values import Gap
from transition.metrics.comparison.change import Change
from transition.metrics.comparison.gate import Comparable, Refusal, Remark
from transition.metrics.comparison.peer_group import PeerGroup
from transition.metrics.comparison.spread import FEWEST
from transition.metrics.no_number import NoNumber
from transition.views import comparison_rows, comparison_text, text
from transition.views.comparison_rows import Row

_ORDER = {
    Direction.UP: "grootste stijging eerst",
    Direction.DOWN: "grootste daling eerst",
    Direction.NONE: "grootste stijging eerst",
}


@dataclass(frozen=True, eq=False)
class Changed:
    """place: the area as it is called in a sentence. names: of the members. entry: what is compared."""

    place: str
    group: PeerGroup
    entry: Indicator
    found: Change
    names: Mapping[str, str]

    @property
    def years(self) -> tuple[str, str]:
        return self.found.since.period, self.found.until.period


def year(period: str, found: Comparable | Refusal | Gap) -> str:
    """A year to begin in, as it is chosen."""
    return comparison_text.year(period, found)


def heading(one: Changed) -> str:
    """From what to what, and which place that is."""
    own, (since, until) = one.found.table.iloc[0], one.years
    if math.isnan(own["changed"]):
        return f"Van {one.place} is niet van {since} én {until} een cijfer"
    name = one.place[:1].upper() + one.place[1:]
    went = f"{name}: van {_number(one, own['since'])} in {since} naar {_quantity(one, own['until'])} in {until}"
    spread = one.found.spread
    if isinstance(spread.rank, NoNumber) or spread.of < 2:
        return went
    return f"{went}, nummer {spread.rank} van {spread.of} ({_ORDER[one.entry.direction]})"


def told(one: Changed) -> str:
    """How much that is, and how much the middle of the group changed."""
    own, spread = float(one.found.table["changed"].iloc[0]), one.found.spread
    said = [] if math.isnan(own) else [f"Dat is {_step(one, own)}."]
    if isinstance(spread.median, float):
        low, high = spread.low_quartile, spread.high_quartile
        said.append(f"Het midden van de verandering in de groep is {_signed(one, spread.median)}.")
        if isinstance(low, float) and isinstance(high, float):
            said.append(f"De helft zit tussen {_signed(one, low, with_unit=False)} en {_signed(one, high)}.")
    elif spread.of:
        some = "is 1 gebied" if spread.of == 1 else f"zijn {spread.of} gebieden"
        said.append(f"Er {some} met een cijfer van beide jaren; bij minder dan {FEWEST} geven we geen midden.")
    return " ".join(said)


def what(one: Changed) -> str:
    """What is drawn, of whom and when."""
    within = comparison_text.group(one.group, one.place)
    since, until = one.years
    return f"{one.entry.name}, {one.entry.unit}, {since} en {until}, {one.place} en {within}"


def reading(one: Changed) -> str:
    """How the picture is read, with what has to be said beside it."""
    since, until = one.years
    if len(one.group.members) <= comparison_rows.MOST_ROWS:
        said = [
            f"De streep loopt van {since} (klein) naar {until} (groot). De volgorde zegt niets over beter of slechter."
        ]
    else:
        said = [
            "Elke stip is een gebied: hoeveel het veranderde. De streep is het midden, in de grijze band zit de helft."
        ]
    said.append(f"Alle cijfers staan op de grenzen van {one.found.until.about.vintage}.")
    skipped = (Remark.INCOMPLETE, Remark.PERIODS_DIFFER)
    said += [comparison_text.REMARKS[mark] for mark in one.found.verdict.remarks if mark not in skipped]
    said.append(_missing(one))
    return " ".join(filter(None, [*said, one.entry.limits]))


def _missing(one: Changed, most: int = 4) -> str:
    """Of whom the change is not known; '' when of everybody."""
    without = [one.names.get(code, code) for code in one.found.spread.missing]
    if not without:
        return ""
    left = len(without) - most
    some = [*without[:most], *([f"{left} andere"] if left > 0 else [])]
    return f"Van {len(without)} is er niet van beide jaren een cijfer op deze grenzen: {text.enumeration(some)}."


def picture(one: Changed) -> str:
    """A line from then to now each; of many areas their change as dots."""
    is_few = len(one.group.members) <= comparison_rows.MOST_ROWS
    rows = [
        Row(
            one.names.get(str(code), str(code)),
            float(row["until"] if is_few else row["changed"]),
            str(row["status"]),
            float(row["since"]) if is_few else math.nan,
            code == one.group.area,
        )
        for code, row in one.found.table.loc[comparison_rows.order(one.group, one.names)].iterrows()
    ]
    words = f'<p class="cmp-told">{escape(told(one))}</p>'
    return words + comparison_rows.html(rows, one.entry, None if is_few else one.found.spread)


def table(one: Changed) -> pd.DataFrame:
    """Every member with both figures and the difference."""
    rows, (since, until) = one.found.table, one.years
    return pd.DataFrame(
        {
            "Code": rows.index,
            "Gebied": [one.names.get(code, code) for code in rows.index],
            f"{since} ({one.entry.unit})": rows["since"].to_numpy(),
            f"{until} ({one.entry.unit})": rows["until"].to_numpy(),
            "Verschil": rows["changed"].to_numpy(),
            f"Status van {until}": [text.STATUSES.get(status, status) for status in rows["status"]],
        }
    )


def _number(one: Changed, value: float) -> str:
    return text.number(value, one.entry.decimals)


def _quantity(one: Changed, value: float) -> str:
    return text.quantity(value, one.entry.unit, one.entry.decimals)


def _unit(one: Changed) -> str:
    return "procentpunt" if one.entry.unit == "%" else one.entry.unit


def _step(one: Changed, value: float) -> str:
    """'84 kWp per 1.000 inwoners meer', 'evenveel'."""
    size = _number(one, abs(value))
    if size == _number(one, 0.0):
        return "evenveel"
    return f"{size} {_unit(one)} {'meer' if value > 0 else 'minder'}"


def _signed(one: Changed, value: float, with_unit: bool = True) -> str:
    size = _number(one, value)
    sign = "+" if value > 0 and size != _number(one, 0.0) else ""
    return f"{sign}{size} {_unit(one)}" if with_unit else f"{sign}{size}"
