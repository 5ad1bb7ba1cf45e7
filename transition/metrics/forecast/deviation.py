"""The local deviation: what a municipality's own course adds to the national path, and by how much that was wrong before."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transition.metrics.forecast.families import Family, Kind, in_unit, on_scale
from transition.metrics.forecast.panel import Panel, own_pace
from transition.metrics.forecast.path import common, middle

SIMILAR = 50
"""With so many municipalities of about the same level a municipality shares its pace; those as near as the last of them count too."""


@dataclass(frozen=True, eq=False)
class Local:
    """Per area of a panel, at its last year: where it stands and how it moves beside the national path, on the family's scale.

    RATIO and POINTS: level is its last value as the last years together tell it; pace what it changes per year beside the
    country (median 0 over all areas). PACE: level is the last value, pace the area's own
    change per year. NaN: too little is known.
    """

    level: np.ndarray
    pace: np.ndarray


def local(panel: Panel, family: Family) -> Local:
    """The local part of all areas, from all that the panel knows."""
    years = np.array(panel.years)
    if family.kind is Kind.PACE:
        return Local(panel.values[:, -1], own_pace(panel.values, years))
    scaled = on_scale(family.kind, panel.values)
    here = ~np.isnan(scaled[:, -1])
    level = smoothed(scaled - common(scaled), years, family.level_years)
    if not family.is_alike:
        return Local(level, np.where(here, 0.0, np.nan))
    pace = similar_pace(scaled[:, -1], own_pace(scaled, years))
    return Local(level, np.where(here, pace - _or_zero(middle(pace[here])), np.nan))


def local_of(panel: Panel, family: Family, own: np.ndarray) -> tuple[float, float]:
    """Level and pace, as in `Local`, of an area that is no row of the panel; own: its values in the years of the panel."""
    years, row = np.array(panel.years), own[None, :]
    if family.kind is Kind.PACE:
        return float(own[-1]), float(own_pace(row, years)[0])
    scaled, asked = on_scale(family.kind, panel.values), on_scale(family.kind, row)
    level = float(smoothed(asked - common(scaled), years, family.level_years)[0])
    if not family.is_alike:
        return level, 0.0
    paces = own_pace(scaled, years)
    here = ~np.isnan(scaled[:, -1])
    usual = _or_zero(middle(similar_pace(scaled[:, -1], paces)[here]))
    near = similar_pace(scaled[:, -1], paces, of=asked[:, -1])
    return level, float(near[0]) - usual


def smoothed(deviations: np.ndarray, years: np.ndarray, over: int) -> NDArray[np.float64]:
    """The mean of what is known of the last `over` years; NaN for an area without a value in the last one."""
    recent = deviations[:, years > years[-1] - over]
    known = ~np.isnan(recent)
    total = np.where(known, recent, 0.0).sum(axis=1)
    mean: NDArray[np.float64] = np.where(known[:, -1], total / np.maximum(known.sum(axis=1), 1), np.nan)
    return mean


def similar_pace(levels: np.ndarray, paces: np.ndarray, of: np.ndarray | None = None) -> np.ndarray:
    """Per area the median pace of the SIMILAR others nearest in level; 0 when no other area's pace is known.

    Those at the same distance as the last of them all count, so that the order of the rows never matters. of: levels of
    areas outside the table, to find the nearest in it for; None for the areas of the table themselves.
    """
    known = ~np.isnan(levels) & ~np.isnan(paces)
    asked = levels if of is None else of
    others = int(known.sum()) - (of is None)
    if others < 1:
        return np.zeros(len(asked))
    apart = np.abs(asked[:, None] - levels[known][None, :])
    if of is None:
        apart[np.flatnonzero(known), np.arange(known.sum())] = np.inf
    apart[np.isnan(apart)] = np.inf
    last = min(SIMILAR, others) - 1
    reach = np.partition(apart, last, axis=1)[:, last]
    near = apart <= reach[:, None] + 1e-9
    near &= ~np.isinf(apart)
    return _medians(np.broadcast_to(paces[known], apart.shape), near)


def _medians(values: np.ndarray, counted: np.ndarray) -> np.ndarray:
    """Per row the median of the counted values; 0 of none. np.nanmedian gives the same in ten times the time."""
    number = counted.sum(axis=1)
    rows = np.arange(len(values))
    ordered = np.sort(np.where(counted, values, np.inf), axis=1)
    ordered[number == 0] = 0.0
    median: np.ndarray = (
        ordered[rows, (np.maximum(number, 1) - 1) // 2] + ordered[rows, np.maximum(number, 1) // 2]
    ) / 2
    return median


def total(
    family: Family, own: tuple[np.ndarray, np.ndarray], move: float, horizon: int, beside: float = 0.0
) -> np.ndarray:
    """Per area, in the indicator's unit, what it becomes when the country makes `move` and it comes out `beside` what was expected.

    own: level and pace, as in `Local`. beside: as an error. Growth that comes out far below what was expected stops at none.
    """
    level, pace = own
    if family.kind is Kind.PACE:
        return in_unit(family.kind, level + pace * move * np.maximum(1 + beside / horizon, 0.0))
    return in_unit(family.kind, level + move + horizon * pace + beside)


def errors(family: Family, then: Local, outcome: np.ndarray, horizon: int) -> np.ndarray:
    """Per area how far its deviation came out from what was expected, given what the country really did; NaN where not known.

    What the country did is what the middle municipality did beside its own expected part. RATIO and POINTS: on that scale.
    PACE: the growth in times the expected one, minus 1, times the horizon; of areas that grew until then.
    """
    if family.kind is Kind.PACE:
        factor = (outcome - then.level) / np.where(then.pace > 0, then.pace * horizon, np.nan)
        country = middle(factor)
        return horizon * (factor / country - 1) if country > 0 else np.full(len(factor), np.nan)
    beside: np.ndarray = on_scale(family.kind, outcome) - then.level - horizon * then.pace
    apart: np.ndarray = beside - middle(beside)
    return apart


def _or_zero(value: float) -> float:
    return 0.0 if np.isnan(value) else value
