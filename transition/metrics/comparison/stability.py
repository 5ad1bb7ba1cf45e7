"""Whether neighbours stay neighbours when the figures are a little different, as they are after every revision."""

from collections.abc import Sequence

import numpy as np

from transition.metrics.comparison.neighbours import USUAL, Choice, distances, weights
from transition.metrics.comparison.traits import Traits, standardised


def kept(
    traits: Traits,
    choice: Choice,
    n: int = USUAL,
    *,
    codes: Sequence[str] = (),
    noise: float = 0.01,
    runs: int = 10,
    seed: int = 0,
    about: str = "",
) -> np.ndarray:
    """Per area which part (0 to 1) of its `n` neighbours it keeps, on average, when every figure of everybody is off by some `noise`.

    codes: the areas it is asked of; none for all. noise: the standard deviation of the error as a part of the figure, 0.01 = 1%.
    about: the indicator that will be compared, as of `neighbours`. NaN for an area without neighbours.
    """
    rows = np.array([traits.codes.index(code) for code in codes or traits.codes])
    weight = weights(traits, choice, about)
    before = _nearest(distances(traits.standard, weight, rows), n)
    chance = np.random.default_rng(seed)
    stayed = np.zeros(len(rows))
    for _ in range(runs):
        off = traits.raw * np.exp(chance.normal(0.0, noise, traits.raw.shape))
        stayed += (before & _nearest(distances(standardised(off, traits.traits), weight, rows), n)).sum(axis=1)
    part: np.ndarray = stayed / runs / np.where(before.any(axis=1), before.sum(axis=1), np.nan)
    return part


def _nearest(away: np.ndarray, n: int) -> np.ndarray:
    """Which are among the `n` nearest of each row (bool)."""
    order = np.argsort(away, axis=1, kind="stable")[:, :n]
    found = np.zeros(away.shape, dtype=bool)
    np.put_along_axis(found, order, True, axis=1)
    found &= np.isfinite(away)
    return found
