"""Whether the rate of a small area is further from the middle than chance alone makes likely: limits that widen as areas get smaller.

After Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005): exact limits, laid between
two counts in proportion; and, where areas differ more than chance can make them, limits that leave room for that. One thing differs:
his upper limit lies one count lower. Here having and not having it give the same areas, and no more lie outside than is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

import numpy as np

from transition.metrics.no_number import NoNumber, Why, no_number

FEWEST = 5
"""Among fewer areas there is no middle to stand off from."""
PARTS = (0.001, 0.025, 0.975, 0.999)
"""The limits: 99.8% of what chance makes lies between the outer two, 95% between the inner two."""
_EXACT_UP_TO = 100.0
"""Up to this variance the distribution is added up term by term; beyond it an expansion does as well."""
_TERMS = 360
_WINSORISED, _LEFT = 0.1, 0.6787
"""The outer tenths are drawn in; then so much is left of the variance of a normal spread."""
_UPPER = np.array([0.0, 0.0, 1.0, 1.0])
"""A count is above a limit only when all counts from it on are unlikely enough together: one more than for below."""


class Kind(StrEnum):
    """PROPORTION: so many of so many (binomial). RATE: so many events by so many inhabitants or homes (Poisson)."""

    PROPORTION = "proportion"
    RATE = "rate"


class Place(StrEnum):
    """Where an area lies. UNKNOWN: no figure. Outside 95% one in twenty lies by chance alone."""

    UNKNOWN = "unknown"
    BELOW_998 = "below_998"
    BELOW_95 = "below_95"
    INSIDE = "inside"
    ABOVE_95 = "above_95"
    ABOVE_998 = "above_998"


@dataclass(frozen=True, eq=False)
class Funnel:
    """Side by side with `codes`. rates, limits (areas x PARTS): in counts per one of the size; NaN where unknown.

    centre: all counts by all sizes, no mean of rates. dispersion: how much more areas differ than chance makes them (1 = as much).
    between: the standard deviation that is left, in the unit of the rates; 0 when chance can make all of it. limits, places: with
    room for that. outside_chance: of the `known` areas, how many lie outside the 95% limits of chance alone.
    """

    codes: tuple[str, ...]
    kind: Kind
    sizes: np.ndarray
    rates: np.ndarray
    centre: float
    limits: np.ndarray
    places: tuple[Place, ...]
    dispersion: float
    between: float
    outside_chance: int
    known: int

    @property
    def differs_more_than_chance(self) -> bool:
        return self.between > 0


def funnel(codes: Sequence[str], counts: np.ndarray, sizes: np.ndarray, kind: Kind) -> Funnel | NoNumber:
    """counts, sizes: per code, NaN where unknown. Raises ValueError for a proportion with more counted than there are."""
    known = ~(np.isnan(counts) | np.isnan(sizes)) & (np.nan_to_num(sizes) > 0)
    if kind is Kind.PROPORTION and (counts[known] > sizes[known]).any():
        at = int(np.flatnonzero(known & (counts > sizes))[0])
        raise ValueError(f"{codes[at]}: {counts[at]:g} of {sizes[at]:g} is more than all")
    n = int(known.sum())
    if n < FEWEST:
        return no_number(Why.TOO_FEW_CASES, found=n, needed=FEWEST, open=0)
    centre = float(counts[known].sum() / sizes[known].sum())
    if centre <= 0 or (kind is Kind.PROPORTION and centre >= 1):
        return no_number(Why.NO_FIGURE)  # nobody or everybody has it: nothing to stand off from
    rates = np.full(len(codes), np.nan)
    rates[known] = counts[known] / sizes[known]
    dispersion, between = _dispersion(rates[known], sizes[known], centre, kind)
    chance, limits = np.full((2, len(codes), len(PARTS)), np.nan)
    chance[known] = bounds(centre, sizes[known], kind)
    limits[known] = bounds(centre, sizes[known], kind, between)
    outside = int(((rates < chance[:, 1]) | (rates > chance[:, 2])).sum())
    places = _places(rates, limits)
    return Funnel(
        tuple(codes),
        kind,
        np.where(known, sizes, np.nan),
        rates,
        centre,
        limits,
        places,
        dispersion,
        between,
        outside,
        n,
    )


def bounds(centre: float, sizes: np.ndarray, kind: Kind, between: float = 0.0) -> np.ndarray:
    """The limits of a rate, sizes x PARTS, also for sizes no area has: to draw the lines. between: as in `Funnel`."""
    most = 1.0 if kind is Kind.PROPORTION else np.inf
    if between > 0:
        z = np.array([NormalDist().inv_cdf(part) for part in PARTS])
        made = centre + z * np.sqrt(_variance(centre, sizes, kind) + between**2)[:, None]
    else:
        made = _counts(centre, sizes, kind) / sizes[:, None]
    found: np.ndarray = np.clip(made, 0.0, most)
    return found


def _variance(centre: float, sizes: np.ndarray, kind: Kind) -> np.ndarray:
    """Of a rate, by chance alone."""
    spread: np.ndarray = centre * (1 - centre if kind is Kind.PROPORTION else 1.0) / sizes
    return spread


def _counts(centre: float, sizes: np.ndarray, kind: Kind) -> np.ndarray:
    """The limits in counts, sizes x PARTS."""
    if kind is Kind.PROPORTION and centre > 0.5:  # the few that do not have it
        turned: np.ndarray = sizes[:, None] - _counts(1 - centre, sizes, kind)[:, ::-1]
        return turned
    spread = _variance(centre, sizes, kind) * sizes**2
    made = _expanded(centre, sizes, spread, kind)
    few = spread <= _EXACT_UP_TO
    if few.any():
        made[few] = _exact(centre, sizes[few], kind)
    return made


def _exact(centre: float, sizes: np.ndarray, kind: Kind) -> np.ndarray:
    """The smallest count with at least so much chance up to it, less the part by which it is more than that; see `_UPPER`."""
    count = np.arange(_TERMS)
    if kind is Kind.PROPORTION:
        odds = np.maximum(sizes[:, None] - count, 0.0) / (count + 1) * (centre / (1 - centre))
        none = sizes * np.log1p(-centre)
    else:
        odds = sizes[:, None] * centre / (count + 1)
        none = -sizes * centre
    with np.errstate(divide="ignore"):
        steps = np.log(odds[:, :-1]).cumsum(axis=1)
    chance: np.ndarray = np.exp(none[:, None] + np.column_stack([np.zeros(len(sizes)), steps]))
    upto = chance.cumsum(axis=1)
    rows = np.arange(len(sizes))
    made = np.empty((len(sizes), len(PARTS)))
    for place, part in enumerate(PARTS):
        at = np.minimum((upto < part).sum(axis=1), _TERMS - 1)
        made[:, place] = at - (upto[rows, at] - part) / chance[rows, at]
    made += _UPPER
    return made


def _expanded(centre: float, sizes: np.ndarray, spread: np.ndarray, kind: Kind) -> np.ndarray:
    """Cornish and Fisher: the normal quantile, bent by skewness and kurtosis."""
    z = np.array([NormalDist().inv_cdf(part) for part in PARTS])
    deviation = np.sqrt(spread)[:, None]
    left = 1 - centre if kind is Kind.PROPORTION else 1.0
    skew = (2 * left - 1 if kind is Kind.PROPORTION else 1.0) / deviation
    peak = (1 - 6 * centre * left if kind is Kind.PROPORTION else 1.0) / deviation**2
    bent = z + skew * (z**2 - 1) / 6 + peak * (z**3 - 3 * z) / 24 - skew**2 * (2 * z**3 - 5 * z) / 36
    made: np.ndarray = (sizes * centre)[:, None] + deviation * bent - 0.5 + _UPPER  # half a count outwards
    return made


def _dispersion(rates: np.ndarray, sizes: np.ndarray, centre: float, kind: Kind) -> tuple[float, float]:
    """How much more than chance the rates differ, and the standard deviation between areas with which they differ as much as it says.

    The second is Paule and Mandel's, found by halving. The outer tenths are drawn in, so that what stands out does not hide itself.
    """
    chance = _variance(centre, sizes, kind)

    def differ(between: float) -> float:
        off = (rates - centre) / np.sqrt(chance + between**2)
        low, high = np.quantile(off, (_WINSORISED, 1 - _WINSORISED))
        return float((np.clip(off, low, high) ** 2).mean()) / _LEFT

    dispersion = differ(0.0)
    if dispersion <= 1 + 2 * np.sqrt(2 / len(rates)):
        return dispersion, 0.0
    low, high = 0.0, float(np.abs(rates - centre).max()) * 2
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if differ(middle) > 1 else (low, middle)
    return dispersion, high


def _places(rates: np.ndarray, limits: np.ndarray) -> tuple[Place, ...]:
    kinds = (Place.BELOW_998, Place.BELOW_95, Place.INSIDE, Place.ABOVE_95, Place.ABOVE_998)
    beyond = (rates[:, None] >= limits[:, :2]).sum(axis=1) + (rates[:, None] > limits[:, 2:]).sum(axis=1)
    return tuple(
        Place.UNKNOWN if missing else kinds[int(at)] for at, missing in zip(beyond, np.isnan(rates), strict=True)
    )
