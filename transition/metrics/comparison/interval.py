"""How far a share of few, or a link between two figures of few, can be by chance: intervals, and what they do and do not show."""

import math
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

import numpy as np

from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber, Why, no_number

SURENESS = 0.95
FEWEST = 10
"""Of fewer pairs no link is given: whatever came out, it could be chance."""


class Shows(StrEnum):
    """What a rank correlation says. NOT_CLEAR: no link and a link both fit what was found."""

    TOGETHER = "together"
    OPPOSITE = "opposite"
    NOT_CLEAR = "not_clear"


@dataclass(frozen=True)
class Link:
    """rho: Spearman's rank correlation, -1 to 1, over the `n` of `of` that have both figures. It says nothing about cause."""

    rho: float
    band: Band
    n: int
    of: int

    @property
    def shows(self) -> Shows:
        if self.band.low > 0:
            return Shows.TOGETHER
        return Shows.OPPOSITE if self.band.high < 0 else Shows.NOT_CLEAR


def share(count: int, of: int, sureness: float = SURENESS) -> Band | NoNumber:
    """Between which parts of 1 a share lies when `count` of `of` have it: Wilson's score interval, without correction.

    It holds for few cases and for none or all of them. Raises ValueError when count is not from 0 to `of`.
    """
    if not 0 <= count <= of:
        raise ValueError(f"{count} of {of}: a part of more than the whole")
    if not of:
        return no_number(Why.TOO_FEW_CASES, found=0, needed=1, open=0)
    z2 = _z(sureness) ** 2
    middle = (count + z2 / 2) / (of + z2)
    half = math.sqrt(z2) / (of + z2) * math.sqrt(count * (of - count) / of + z2 / 4)
    # Exactly none and exactly all, where the arithmetic would leave a last digit.
    return Band(0.0 if count == 0 else middle - half, 1.0 if count == of else middle + half)


def link(one: np.ndarray, other: np.ndarray, sureness: float = SURENESS) -> Link | NoNumber:
    """Whether who has more of one thing has more of another: ranks, so that a level (0 to 4) is only an order.

    one, other: side by side, NaN where unknown. The interval is Fisher's, with Bonett and Wright's variance (1 + rho²/2) / (n - 3).
    """
    known = ~(np.isnan(one) | np.isnan(other))
    n = int(known.sum())
    if n < FEWEST:
        return no_number(Why.TOO_FEW_CASES, found=n, needed=FEWEST, open=0)
    first, second = ranked(one[known]), ranked(other[known])
    if first.std() == 0 or second.std() == 0:
        return no_number(Why.NO_FIGURE)  # all the same: there is no more and less to compare
    rho = float(np.clip(np.corrcoef(first, second)[0, 1], -1.0, 1.0))
    half = _z(sureness) * math.sqrt((1 + rho**2 / 2) / (n - 3))
    # A link without any exception would have no width at all: then the interval is that of one a little short of it.
    near = math.atanh(min(max(rho, 1 / n - 1), 1 - 1 / n))
    return Link(rho, Band(min(rho, math.tanh(near - half)), max(rho, math.tanh(near + half))), n, len(one))


def ranked(values: np.ndarray) -> np.ndarray:
    """Ranks from 1; equal values share the mean of their ranks."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    found: np.ndarray = (last - (counts - 1) / 2)[place]
    return found


def _z(sureness: float) -> float:
    return NormalDist().inv_cdf(0.5 + sureness / 2)
