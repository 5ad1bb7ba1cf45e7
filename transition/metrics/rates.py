"""A figure per 1,000 inhabitants or per dwelling, with a denominator of the same boundaries and as near a year as there is."""

from dataclasses import dataclass

import numpy as np

from transition import catalog
from transition.domain.areas import Level
from transition.domain.values import Gap
from transition.metrics.aggregate import whole
from transition.metrics.vintages import column_shown
from transition.store import Snapshot

MOST_YEARS_APART = 3
PER = {"population_count": 1000, "households_count": 1, "dwellings_count": 1}
"""By which indicators a rate is made, and per how many of them."""


@dataclass(frozen=True)
class Rate:
    """`values` per area (NaN where there is no denominator) and the years of the denominators that were used."""

    values: np.ndarray
    years: tuple[str, ...]


def rate(
    snapshot: Snapshot,
    level: Level,
    codes: np.ndarray,
    values: np.ndarray,
    period: str,
    per: str,
    vintage: int | None = None,
) -> Rate:
    """`values` of `codes` in `period` divided by the indicator `per`, times its scale in `PER`.

    For each area the nearest year of the denominator counts, at most MOST_YEARS_APART away and only when no boundary of that
    area changed in between; with values on the boundaries of `vintage` the denominator is laid on those too. A denominator of
    0 gives NaN.
    """
    below = np.full(len(codes), np.nan)
    used: set[str] = set()
    for year in _nearest(denominator_years(snapshot, level, per), period):
        open_places = np.isnan(below)
        if not open_places.any():
            break
        known = denominators(snapshot, level, per, year, vintage)
        for place in np.flatnonzero(open_places):
            code = str(codes[place])
            if code in known and (vintage or _same_boundaries(code, int(year), int(period))):
                below[place] = known[code]
                used.add(year)
    with np.errstate(divide="ignore", invalid="ignore"):
        result = np.where(below > 0, values / below * PER[per], np.nan)
    return Rate(result, tuple(sorted(used)))


def denominator_years(snapshot: Snapshot, level: Level, per: str) -> list[str]:
    """The years in which `per` is published at `level`, or can be summed from municipalities."""
    return snapshot.periods(level, per) or snapshot.periods(Level.GEMEENTE, per)


def has_denominator(snapshot: Snapshot, level: Level, per: str) -> bool:
    """Whether rates by `per` can be made at `level`: some area has it in some year."""
    for at in (level, Level.GEMEENTE):
        columns = [snapshot.column(at, per, "", year) for year in snapshot.periods(at, per)]
        if any(column is not None and (column.values > 0).any() for column in columns):
            return True
    return False


def denominators(snapshot: Snapshot, level: Level, per: str, year: str, vintage: int | None = None) -> dict[str, float]:
    """`per` of every area of `level` that has it in `year`; summed from its municipalities where it is not published.

    vintage: of the boundaries it is laid on; None for those of its own year.
    """
    column = column_shown(snapshot, level, per, "", year, vintage)
    if column is not None:
        return {str(c): float(v) for c, v in zip(column.codes, column.values, strict=True) if not np.isnan(v)}
    parts = column_shown(snapshot, Level.GEMEENTE, per, "", year, vintage)
    if parts is None or level not in (Level.PROVINCIE, Level.RES, Level.SUBRES):
        return {}
    values = {str(c): float(v) for c, v in zip(parts.codes, parts.values, strict=True)}
    known = members(snapshot, level, str(vintage or year))
    sums = {parent: whole(catalog.indicator(per), values, codes) for parent, codes in known.items()}
    return {parent: total for parent, total in sums.items() if not isinstance(total, Gap)}


def members(snapshot: Snapshot, level: Level, year: str) -> dict[str, list[str]]:
    """Of every province or region the municipalities that lay in it in `year`."""
    found: dict[str, list[str]] = {}
    for area in snapshot.areas.values():
        if area.level is Level.GEMEENTE and area.exists_in(int(year)) and (parent := str(getattr(area, level))):
            found.setdefault(parent, []).append(area.code)
    return found


def _nearest(years: list[str], period: str) -> list[str]:
    apart = {year: abs(int(year) - int(period)) for year in years}
    return sorted((y for y in years if apart[y] <= MOST_YEARS_APART), key=lambda y: (apart[y], -int(y)))


def _same_boundaries(code: str, one: int, other: int) -> bool:
    changes = catalog.boundary_changes().get(code, ())
    return not any(min(one, other) < year <= max(one, other) for year in changes)
