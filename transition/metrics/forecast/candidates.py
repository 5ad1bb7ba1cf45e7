"""The ways to look ahead that the backtest compares; which one a family uses stands in `families`."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from transition.metrics.forecast.deviation import similar_pace, smoothed
from transition.metrics.forecast.families import SMOOTHED_YEARS, Family, Kind, in_unit, on_scale
from transition.metrics.forecast.panel import Panel, own_pace
from transition.metrics.forecast.path import common, usual_pace

Values = NDArray[np.float64]
Years = NDArray[np.int_]
Candidate = Callable[[Values, Years, int], Values]
"""(values on a scale: area x year, the years, years ahead) -> the value then, per area, on that scale."""

DAMPING = 0.8
"""Of a damped trend each year adds this part of what the year before it added."""
BENCHMARK = "drift"


def last_value(values: Values, years: Years, ahead: int) -> Values:  # noqa: ARG001 - all have one shape
    """Nothing changes."""
    return values[:, -1]


def drift(values: Values, years: Years, ahead: int) -> Values:
    """On as from the first value to the last."""
    return values[:, -1] + ahead * own_pace(values, years)


def drift_3(values: Values, years: Years, ahead: int) -> Values:
    """On as in the last three years."""
    recent = years >= years[-1] - 3
    return values[:, -1] + ahead * own_pace(values[:, recent], years[recent])


def damped(values: Values, years: Years, ahead: int) -> Values:
    """As drift, each year less than the year before."""
    return values[:, -1] + sum(DAMPING**step for step in range(1, ahead + 1)) * own_pace(values, years)


def shared(values: Values, years: Years, ahead: int) -> Values:
    """At the pace of the middle municipality."""
    return values[:, -1] + ahead * usual_pace(values, years)


def similar(values: Values, years: Years, ahead: int) -> Values:
    """At the pace of the municipalities that are nearest in level."""
    return _deviating(values, years, ahead, over=1, alike=True)


def shared_smoothed(values: Values, years: Years, ahead: int) -> Values:
    """As shared, from the mean deviation of three years in place of the last value."""
    return _deviating(values, years, ahead, over=SMOOTHED_YEARS, alike=False)


def similar_smoothed(values: Values, years: Years, ahead: int) -> Values:
    """As similar, from the mean deviation of three years in place of the last value."""
    return _deviating(values, years, ahead, over=SMOOTHED_YEARS, alike=True)


def half(values: Values, years: Years, ahead: int) -> Values:
    """Half at its own pace, half at that of the middle municipality."""
    return (drift(values, years, ahead) + shared(values, years, ahead)) / 2


def combined(values: Values, years: Years, ahead: int) -> Values:
    """The median of last value, drift, damped, shared and similar."""
    members = [method(values, years, ahead) for method in (last_value, drift, damped, shared, similar)]
    median: Values = np.median(np.stack(members), axis=0)
    return median


METHODS: dict[str, Candidate] = {
    method.__name__: method
    for method in (
        last_value, drift, drift_3, damped, shared, similar, shared_smoothed, similar_smoothed, half, combined,
    )
}  # fmt: skip
"""By name. On the family's own scale a name stands alone; 'growth__' before it: on logarithms; 'saturating__': on log odds."""


def predicted(panel: Panel, family: Family, name: str, ahead: int) -> np.ndarray:
    """What a candidate says of all areas, in the indicator's unit; NaN where it says nothing. 'drift' alone is always in the unit."""
    years = np.array(panel.years)
    prefix, _, method = name.rpartition("__")
    if prefix == "saturating":
        odds = np.log((panel.values + 0.5) / (100.5 - panel.values))
        grown = np.exp(METHODS[method](odds, years, ahead))
        bounded: np.ndarray = np.clip((100.5 * grown - 0.5) / (1 + grown), 0, 100)
        return bounded
    kind = Kind.RATIO if prefix == "growth" else Kind.PACE if name == BENCHMARK else family.kind
    ended = in_unit(kind, METHODS[method](on_scale(kind, panel.values), years, ahead))
    return np.clip(ended, 0, 100) if family.kind is Kind.POINTS else ended


def names(family: Family) -> list[str]:
    """The candidates of a family: all methods on its own scale, and those that bend otherwise."""
    others = {Kind.RATIO: (), Kind.POINTS: ("saturating",), Kind.PACE: ("growth",)}[family.kind]
    more = [] if family.kind is not Kind.RATIO else ["growth__drift"]
    return [
        *METHODS,
        *more,
        *(f"{prefix}__{method}" for prefix in others for method in METHODS if method != "last_value"),
    ]


def _deviating(values: Values, years: Years, ahead: int, over: int, alike: bool) -> Values:
    pace = similar_pace(values[:, -1], own_pace(values, years)) if alike else np.zeros(len(values))
    here = ~np.isnan(values[:, -1])
    beside: Values = pace - (np.median(pace[here]) if here.any() else 0.0)
    return smoothed(values - common(values), years, over) + ahead * (beside + usual_pace(values, years))
