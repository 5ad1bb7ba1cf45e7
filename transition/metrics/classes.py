"""Classes of a choropleth map: bounds that hold for all years, readable, and never with an empty class.

A bound belongs to the class above it: with bounds (10, 20) the classes are 'below 10', '10 to 20', '20 or more'.
"""

import math
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
import numpy.typing as npt

Method = Literal["quantile", "natural", "policy"]
Values = npt.NDArray[np.float64]

MAX_CLASSES = 6
BINS = 24
_SAMPLE = 400
"""Values natural breaks are sought in. Fisher-Jenks is exact and takes time by the square: 0.2 s at 400."""
_STEPS = (5.0, 2.5, 2.0, 1.0)


def bounds(
    values_of_all_years: npt.ArrayLike,
    method: Method = "quantile",
    count: int = MAX_CLASSES,
    policy_bounds: Sequence[float] = (),
) -> tuple[float, ...]:
    """The bounds between the classes, strictly increasing, in the values' unit: one fewer than there are classes.

    Give the values of all years, so that a colour means the same in every year; missing values (NaN) are left out. `quantile`
    puts as many values in each class, `natural` looks for gaps (Fisher-Jenks), both rounded and without empty classes, so that
    fewer distinct values make fewer classes; `policy` takes `policy_bounds` as they are. Raises ValueError for a `count` outside
    1 to 6, an unknown method, or policy bounds that are absent or too many.
    """
    if not 1 <= count <= MAX_CLASSES:
        raise ValueError(f"aantal klassen is {count}; verwacht 1 tot en met {MAX_CLASSES}")
    if method == "policy":
        return _policy(policy_bounds)
    values = _finite(values_of_all_years)
    distinct = np.unique(values)
    if len(distinct) <= count:
        return tuple(_roundest(low, high) for low, high in pairwise(distinct))
    match method:
        case "quantile":
            raw = np.quantile(values, np.arange(1, count) / count)
        case "natural":
            raw = _natural(values, distinct, count)
        case _:
            raise ValueError(f"onbekende indeling '{method}'; bekend zijn quantile, natural en policy")
    return _without_empty(_rounded(raw, distinct), distinct)


def class_of(values: npt.ArrayLike, bounds: Sequence[float]) -> npt.NDArray[np.int8]:
    """The class of each value, 0 for the lowest; -1 where the value is missing (NaN)."""
    given = np.asarray(values, dtype=np.float64)
    found = np.searchsorted(np.asarray(bounds, dtype=np.float64), given, side="right").astype(np.int8)
    found[np.isnan(given)] = -1
    return found


def counts(classes: npt.NDArray[np.int8], bounds: Sequence[float]) -> tuple[int, ...]:
    """How many values each class has; missing values are not among them."""
    return tuple(int(n) for n in np.bincount(classes[classes >= 0], minlength=len(bounds) + 1))


@dataclass(frozen=True)
class Histogram:
    """Bars of equal width from `low` to `high`, in the values' unit. The outer bars also hold what lies beyond."""

    low: float
    high: float
    counts: tuple[int, ...]


def span(values_of_all_years: npt.ArrayLike) -> tuple[float, float]:
    """From where to where a histogram runs, the same in all years, in round numbers: all but the outermost 1% on either side."""
    values = _finite(values_of_all_years)
    if not len(values):
        return (0.0, 1.0)
    low, high = (float(end) for end in np.quantile(values, (0.01, 0.99)))
    if low == high:
        return (low, low + 1.0)
    step = _step((high - low) / 8)
    if step == 0.0:
        return (low, high)
    return (_to_step(math.floor(low / step) * step, step), _to_step(math.ceil(high / step) * step, step))


def histogram(values: npt.ArrayLike, span: tuple[float, float], bins: int = BINS) -> Histogram:
    """How the values spread over `span`, in `bins` bars."""
    low, high = span
    finite = np.clip(_finite(values), low, high)
    found, _ = np.histogram(finite, bins=bins, range=(low, high))
    return Histogram(low, high, tuple(int(n) for n in found))


def _finite(values: npt.ArrayLike) -> Values:
    given = np.asarray(values, dtype=np.float64).ravel()
    return given[np.isfinite(given)]


def _policy(policy_bounds: Sequence[float]) -> tuple[float, ...]:
    chosen = tuple(sorted({float(bound) for bound in policy_bounds}))
    if not chosen or len(chosen) >= MAX_CLASSES:
        raise ValueError(f"{len(chosen)} beleidsgrenzen; verwacht 1 tot en met {MAX_CLASSES - 1}")
    return chosen


def _natural(values: Values, distinct: Values, count: int) -> Values:
    """Fisher-Jenks over an even sample of the sorted values: the order of the rows plays no part."""
    from mapclassify import FisherJenks  # takes half a second, and most maps do without

    sample = np.quantile(values, np.linspace(0, 1, min(len(values), _SAMPLE)), method="nearest")
    groups = min(count, len(np.unique(sample)))
    if groups < 2:
        return np.array([])
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Numba not installed")
        tops = np.asarray(FisherJenks(sample, k=groups).bins[:-1], dtype=np.float64)
    above = np.searchsorted(distinct, tops, side="right")
    return distinct[np.minimum(above, len(distinct) - 1)]


def _rounded(raw: Values, distinct: Values) -> tuple[float, ...]:
    """Each bound moved to a round number, by at most a quarter of the way to its neighbour: so their order holds."""
    points = np.unique(np.concatenate((distinct[:1], raw, distinct[-1:])))
    gaps = np.diff(points)
    moved = [
        _to_step(float(points[at]), _step(float(min(gaps[at - 1], gaps[at])) / 2)) for at in range(1, len(points) - 1)
    ]
    return tuple(sorted(set(moved)))


def _without_empty(bounds: tuple[float, ...], distinct: Values) -> tuple[float, ...]:
    """Leaves out each bound that has no value between it and the bound before."""
    kept: list[float] = []
    below = 0
    for bound in bounds:
        at = int(np.searchsorted(distinct, bound, side="left"))
        if below < at < len(distinct):
            kept.append(bound)
            below = at
    return tuple(kept)


def _roundest(low: float, high: float) -> float:
    """The roundest number above `low` and not above `high`: a bound that parts the two."""
    step = _step(high - low) * 10
    while step > 0:
        found = _to_step(math.floor(high / step) * step, step)
        if low < found <= high:
            return found
        step = _step(step * 0.99)
    return high


def _step(most: float) -> float:
    """The largest of 1, 2, 2.5 and 5 times a power of ten that is at most `most`; 0 when there is none left."""
    if not most > 1e-300 or not math.isfinite(most):
        return 0.0
    power = 10.0 ** math.floor(math.log10(most))
    return next((step * power for step in _STEPS if step * power <= most), power)


def _to_step(value: float, step: float) -> float:
    """`value` at the nearest multiple of `step`, written without the dust of binary fractions."""
    if step <= 0 or not math.isfinite(value / step):
        return value
    return float(f"{round(value / step) * step:.12g}")
