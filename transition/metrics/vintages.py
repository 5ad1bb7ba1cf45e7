"""A series on the boundaries of another year, the way its indicator adds up. What was touched is marked; nothing is invented (ADR 8).

A municipality: see `municipal`. A region keeps its figure unless its own outline changed in between. A wijk or buurt keeps its
figure as long as CBS says every year that it is the same one. The country never changes.
"""

from dataclasses import dataclass

import numpy as np

from transition import catalog
from transition.domain.areas import NOT_ASSIGNABLE, Level
from transition.domain.changes import Kind
from transition.domain.values import STATUS_CODES, Gap, Missing
from transition.metrics import small_areas
from transition.metrics.municipal import Converted, converted, with_gaps
from transition.metrics.plan import changes_between
from transition.store import Column, Snapshot, level_word

_SMALL = (Level.WIJK, Level.BUURT)
_NOT_KEPT = Gap(Missing.NOT_MEASURED, "welke gemeenten in die jaren veranderden, is niet bijgehouden")


@dataclass(frozen=True)
class Redrawn:
    """From `period` on the area is another piece of land than before.

    because: the municipalities that went into it; of a wijk or buurt what changed, '' when CBS does not say.
    """

    period: str
    because: str


def known_years() -> range:
    """The years of which the boundaries of 1 January can be asked for."""
    return range(catalog.FIRST_BOUNDARIES, catalog.LAST_BOUNDARIES + 1)


def newest(snapshot: Snapshot, level: str) -> int:
    """The newest boundaries that figures of a level stand on, as far as the changes are known; 'the boundaries of now'."""
    block = snapshot.block(level)
    return (
        min(max((origin.vintage for origin in block.origins.values()), default=0), catalog.LAST_BOUNDARIES)
        if block
        else 0
    )


def column_shown(
    snapshot: Snapshot, level: str, indicator: str, breakdown: str, period: str, vintage: int | None
) -> Column | None:
    """One series of one level and period, on the boundaries of `vintage`, or with None on those of its own year."""
    if vintage is None:
        return snapshot.column(level, indicator, breakdown, period)
    return column_on(snapshot, level, indicator, breakdown, period, vintage)


def column_on(
    snapshot: Snapshot, level: str, indicator: str, breakdown: str, period: str, vintage: int
) -> Converted | None:
    """One series of one level and period on the boundaries of 1 January of `vintage`; None when the series does not exist then.

    level: a `Level`, or `NOT_ASSIGNABLE`. A value that does not stand like this under this code at the source has status
    `recalculated`; the others keep their own. Beyond the years whose changes are kept (`known_years`) there is no value.
    """
    column = snapshot.column(level, indicator, breakdown, period)
    if column is None:
        return None
    if column.vintage == vintage or level in (Level.LAND, NOT_ASSIGNABLE):
        return Converted(column.codes, column.values, column.statuses, column.source, vintage)
    if level in _SMALL:
        return small_areas.column_on(snapshot, Level(level), column, vintage)
    if column.vintage not in known_years() or vintage not in known_years():
        return with_gaps(column, column.codes, vintage, dict.fromkeys(column.codes.tolist(), _NOT_KEPT))
    if level != Level.GEMEENTE:
        return _regions(snapshot, Level(level), column, vintage)
    entry = catalog.indicator(indicator)
    weights = snapshot.column(level, entry.weight, breakdown, period) if entry.weight else None
    names = {area.code: area.name for area in snapshot.areas_at[Level.GEMEENTE]}
    return converted(entry, column, weights if weights and weights.vintage == column.vintage else None, vintage, names)


def series_on(
    snapshot: Snapshot, area: str, indicator: str, breakdown: str, vintage: int
) -> tuple[list[tuple[str, float, str]], dict[str, Gap]]:
    """(period, value, status) of one area on the boundaries of `vintage`, and per period without a value why; as `Snapshot.series`."""
    level = level_word(area)
    if level in _SMALL:
        return small_areas.series_on(snapshot, area, indicator, breakdown, vintage)
    points: list[tuple[str, float, str]] = []
    gaps: dict[str, Gap] = {}
    for period in snapshot.periods(level, indicator, breakdown):
        column = column_on(snapshot, level, indicator, breakdown, period, vintage)
        if column is None or area not in column.codes:
            continue
        at = int(np.flatnonzero(column.codes == area)[0])
        points.append((period, float(column.values[at]), STATUS_CODES[column.statuses[at]]))
        if area in column.gaps:
            gaps[period] = column.gaps[area]
    return points, gaps


def redrawn(snapshot: Snapshot, area: str) -> list[Redrawn]:
    """When an area became another piece of land, oldest first; figures before and after are not of the same area."""
    level = level_word(area)
    if level in _SMALL:
        return [Redrawn(str(year), what) for year, what in small_areas.changes(snapshot, area)]
    found: dict[int, list[str]] = {}
    for change in changes_between(catalog.FIRST_BOUNDARIES, catalog.LAST_BOUNDARIES):
        if level == Level.GEMEENTE and change.after == area and change.kind is not Kind.NEW_NAME:
            part = "een deel van " if change.kind is Kind.SPLIT else ""
            found.setdefault(change.vintage, []).append(part + _name(snapshot, change.before))
        elif level not in (Level.GEMEENTE, Level.LAND) and area in _crossing(
            snapshot, level, change.before, change.after
        ):
            found.setdefault(change.vintage, []).append(_name(snapshot, change.before))
    return [Redrawn(str(year), ", ".join(dict.fromkeys(names))) for year, names in sorted(found.items())]


def _regions(snapshot: Snapshot, level: Level, column: Column, vintage: int) -> Converted:
    """A region whose outline changed has a gap: its figure is not rebuilt from municipalities, which leave out what is not assignable."""
    crossed: dict[str, list[str]] = {}
    for change in changes_between(column.vintage, vintage):
        for region in _crossing(snapshot, level, change.before, change.after):
            crossed.setdefault(region, []).append(_name(snapshot, change.before))
    gaps = {
        code: Gap(Missing.NOT_MEASURED, f"de grens veranderde door {', '.join(dict.fromkeys(names))}")
        for code, names in crossed.items()
    }
    return with_gaps(column, column.codes, vintage, gaps)


def _crossing(snapshot: Snapshot, level: str, before: str, after: str) -> tuple[str, ...]:
    """The regions that lost and won land when a municipality went into another one; none when both lie in the same."""
    lost, won = (_region(snapshot, level, code) for code in (before, after))
    return (lost, won) if lost != won else ()


def _region(snapshot: Snapshot, level: str, code: str) -> str:
    ended = catalog.changed_gemeenten().get(code)
    area = ended if ended and ended.valid_to is not None else snapshot.areas.get(code)
    return str(getattr(area, level)) if area else ""


def _name(snapshot: Snapshot, code: str) -> str:
    known = catalog.changed_gemeenten().get(code)
    if known and known.name:
        return known.name
    return snapshot.areas[code].name if code in snapshot.areas else code
