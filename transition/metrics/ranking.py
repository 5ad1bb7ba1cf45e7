"""Where an area stands inside a named group. Never a bottom list: a rank is shown only beside its own area."""

import numpy as np

from transition.domain.indicators import Direction


def ranks(values: np.ndarray, groups: np.ndarray, direction: Direction) -> tuple[np.ndarray, np.ndarray]:
    """(rank, number of areas with a value) per area inside its group, float64; NaN without a value or a group ('').

    Number 1 is the highest value, or the lowest when less is better. Equal values share the best rank.
    """
    rank, size = np.full(len(values), np.nan), np.full(len(values), np.nan)
    signed = values if direction is Direction.DOWN else -values
    for group in np.unique(groups[groups != ""]):
        inside = np.flatnonzero((groups == group) & ~np.isnan(values))
        ordered = np.sort(signed[inside])
        rank[inside] = np.searchsorted(ordered, signed[inside], side="left") + 1
        size[inside] = len(inside)
    return rank, size
