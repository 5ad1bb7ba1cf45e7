"""Rates that chance alone can move in small areas: how many there are, and of how many, in one year and on the same boundaries."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from transition.domain.areas import Level
from transition.domain.values import STATUS_CODES
from transition.metrics.comparison.funnel import FEWEST, Kind
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.rates import denominator_years, denominators
from transition.metrics.vintages import column_shown, newest
from transition.store import Snapshot

_PARTS = (Level.WIJK, Level.BUURT)


@dataclass(frozen=True)
class SmallRate:
    """count: the indicator that counts them, or with is_percentage the percentage of `size` that has it. told: per so many of `size`."""

    count: str
    size: str
    kind: Kind
    told: int
    is_percentage: bool = False


_HOMES = ("dwellings_count", "households_count")
RATES = (
    *(SmallRate("solar_homes_installations_count", size, Kind.PROPORTION, 100) for size in _HOMES),
    SmallRate("solar_installations_count", "population_count", Kind.RATE, 1_000),
    *(SmallRate("heating_gas_free_pct", size, Kind.PROPORTION, 100, is_percentage=True) for size in _HOMES),
    *(SmallRate("district_heating_pct", size, Kind.PROPORTION, 100, is_percentage=True) for size in _HOMES),
    SmallRate("sce_projects_count", "population_count", Kind.RATE, 10_000),
    SmallRate("sde_projects_count", "population_count", Kind.RATE, 10_000),
)
"""Of two with the same count the first that can be made holds: households stand in for homes where nobody gives the homes.

A rate of capacity or use is none of these: kilowatts do not fall to one home or another by chance.
"""


@dataclass(frozen=True, eq=False)
class Counted:
    """Side by side with `codes`; NaN where unknown. odd: more were counted than there are; these are unknown too.

    vintage: of the boundaries. sources: ids of what was published of both.
    """

    rate: SmallRate
    level: Level
    period: str
    vintage: int
    codes: tuple[str, ...]
    counts: np.ndarray
    sizes: np.ndarray
    odd: tuple[str, ...]
    statuses: frozenset[str]
    sources: frozenset[str]


def possible(snapshot: Snapshot, level: Level) -> tuple[SmallRate, ...]:
    """The rates that can be made at a level, one per count."""
    found: dict[str, SmallRate] = {}
    for rate in RATES:
        if rate.count not in found and _years(snapshot, level, rate):
            found[rate.count] = rate
    return tuple(found.values())


def counted(snapshot: Snapshot, level: Level, rate: SmallRate, codes: Sequence[str]) -> Counted | NoNumber:
    """Of these areas, in the newest complete year of which both are known; wijken and buurten on the boundaries of then, others of now."""
    made = [_counted(snapshot, level, rate, codes, period) for period in _years(snapshot, level, rate)]
    enough = (one for one in made if int((~np.isnan(one.counts)).sum()) >= FEWEST)
    return next(enough, made[0] if made else no_number(Why.NO_FIGURE))


def _counted(snapshot: Snapshot, level: Level, rate: SmallRate, codes: Sequence[str], period: str) -> Counted:
    column = column_shown(snapshot, level, rate.count, "", period, None if level in _PARTS else newest(snapshot, level))
    assert column is not None, "asked only for a period of the series"
    place = {str(code): at for at, code in enumerate(column.codes)}
    rows = np.array([place.get(code, -1) for code in codes], dtype=int)
    counts = np.where(rows >= 0, column.values[rows], np.nan)
    known = denominators(snapshot, level, rate.size, period, column.vintage)
    sizes = np.array([known.get(code, np.nan) for code in codes], dtype=float)
    if rate.is_percentage:
        counts = counts / 100 * sizes
    more = (counts > sizes) if rate.kind is Kind.PROPORTION else np.zeros(len(rows), dtype=bool)
    counts[more | np.isnan(sizes)] = np.nan
    there = column.statuses[rows[~np.isnan(counts)]]
    columns = (snapshot.column(at, rate.size, "", period) for at in (level, Level.GEMEENTE))
    below = next((one for one in columns if one is not None), None)
    return Counted(
        rate=rate,
        level=level,
        period=period,
        vintage=column.vintage,
        codes=tuple(codes),
        counts=counts,
        sizes=sizes,
        odd=tuple(code for code, is_odd in zip(codes, more, strict=True) if is_odd),
        statuses=frozenset(STATUS_CODES[one] for one in np.unique(there)),
        sources=frozenset({column.source, *([below.source] if below else [])}),
    )


@lru_cache(maxsize=64)
def _years(snapshot: Snapshot, level: Level, rate: SmallRate) -> tuple[str, ...]:
    """The complete years in which both have figures, newest first: a count and a size of unlike years are not like."""
    found = []
    for period in reversed(snapshot.periods(level, rate.count)):
        column = snapshot.column(level, rate.count, "", period)
        is_whole = column is not None and not snapshot.measured_until(column.source, period)
        if is_whole and period in denominator_years(snapshot, level, rate.size):
            sizes = denominators(snapshot, level, rate.size, period)
            if column is not None and not np.isnan(column.values).all() and any(sizes.values()):
                found.append(period)
    return tuple(found)
