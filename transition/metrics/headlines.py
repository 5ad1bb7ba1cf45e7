"""What we know of one area: its main figures, each in its newest complete year or the year asked for."""

import math
from dataclasses import dataclass

import numpy as np

from transition import catalog
from transition.domain.areas import Level
from transition.domain.indicators import Indicator
from transition.domain.values import Gap, Missing
from transition.metrics.map_values import group_code
from transition.metrics.ranking import ranks
from transition.metrics.vintages import redrawn
from transition.store import Snapshot, level_word

ORDER = (
    "solar_capacity_kwp",
    "gas_use_m3_per_dwelling",
    "electricity_use_kwh_per_dwelling",
    "district_heating_pct",
    "heating_gas_free_pct",
    "solar_homes_capacity_kwp",
    "solar_homes_installations_count",
    "population_count",
    "households_count",
    "population_density_per_km2",
)
MOST = 5


@dataclass(frozen=True)
class Headline:
    """One main figure of an area. `value` is NaN when missing; then `status` is the reason. `series`: (period, value, status).

    redrawn: the periods from which on the area is another piece of land than before. rank and of: its place among the areas of
    its level with a value in `group` (code of its province, or of its municipality for a wijk or buurt); NaN and '' without one.
    is_last: of a municipality that is no more, the last year in which it existed.
    """

    indicator: Indicator
    period: str
    measured_until: str
    value: float
    status: str
    source: str
    vintage: int
    series: tuple[tuple[str, float, str], ...]
    redrawn: tuple[str, ...]
    rank: float
    of: float
    group: str
    is_last: bool


def headlines(snapshot: Snapshot, area: str, period: str = "") -> list[Headline]:
    """At most five figures, in a fixed order, of the indicators that exist at the area's level."""
    level = Level(level_word(area))
    wanted = [catalog.indicator(id) for id in ORDER if level in catalog.indicator(id).levels]
    found = [headline(snapshot, area, indicator, period) for indicator in wanted]
    return [entry for entry in found if not isinstance(entry, Gap)][:MOST]


def headline(snapshot: Snapshot, area: str, indicator: Indicator, period: str = "") -> Headline | Gap:
    """One figure of an area: in `period` when it has a row then, else in its newest year that is complete."""
    level = Level(level_word(area))
    series = snapshot.series(area, indicator.id)
    if not series:
        return Gap(Missing.NOT_MEASURED, f"{indicator.short} is er niet voor dit gebied")
    at = _shown(snapshot, level, indicator, series, period)
    column = snapshot.column(level, indicator.id, "", at)
    assert column is not None, "a series has a row in this period, so its level has a column"
    _, value, status = next(point for point in series if point[0] == at)
    rank, of, group = _place(snapshot, level, indicator, column.codes, column.values, area)
    until = snapshot.measured_until(column.source, at)
    stops = tuple(when.period for when in redrawn(snapshot, area))
    return Headline(
        indicator=indicator,
        period=at,
        measured_until=until,
        value=value,
        status=status,
        source=column.source,
        vintage=column.vintage,
        series=tuple(series),
        redrawn=stops,
        rank=rank,
        of=of,
        group=group,
        is_last=_is_last(snapshot, area, at),
    )


def _is_last(snapshot: Snapshot, area: str, period: str) -> bool:
    """Only for a municipality: that a wijk or buurt is in no newer table does not say that it ended."""
    known = snapshot.areas[area]
    return known.level is Level.GEMEENTE and known.valid_to is not None and period == str(known.valid_to - 1)


def _shown(
    snapshot: Snapshot, level: Level, indicator: Indicator, series: list[tuple[str, float, str]], period: str
) -> str:
    periods = [point[0] for point in series]
    if period in periods:
        return period
    with_value = [p for p, value, _ in series if not math.isnan(value)] or periods
    complete = [p for p in with_value if not _partial(snapshot, level, indicator, p)]
    return (complete or with_value)[-1]


def _partial(snapshot: Snapshot, level: Level, indicator: Indicator, period: str) -> bool:
    column = snapshot.column(level, indicator.id, "", period)
    return column is not None and bool(snapshot.measured_until(column.source, period))


def newest_complete(snapshot: Snapshot, level: Level, indicator: str, breakdown: str = "") -> str:
    """The newest period of a level's series that is complete, one with values first; '' when the series does not exist there."""
    complete, with_values = [], []
    periods = snapshot.periods(level, indicator, breakdown)
    for period in periods:
        column = snapshot.column(level, indicator, breakdown, period)
        if column and not snapshot.measured_until(column.source, period):
            complete.append(period)
            if not np.isnan(column.values).all():
                with_values.append(period)
    return (with_values or complete or periods or [""])[-1]


def _place(
    snapshot: Snapshot, level: Level, indicator: Indicator, codes: np.ndarray, values: np.ndarray, area: str
) -> tuple[float, float, str]:
    group = group_code(snapshot, area, level)
    if level is Level.LAND or group not in snapshot.areas:
        return math.nan, math.nan, ""
    groups = np.array([group if group_code(snapshot, str(c), level) == group else "" for c in codes], dtype=str)
    rank, of = ranks(values, groups, indicator.direction)
    at = int(np.flatnonzero(codes == area)[0])
    return float(rank[at]), float(of[at]), group
