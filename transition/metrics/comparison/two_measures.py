"""Two measures of the same areas beside each other: whether that may be, and whether who has more of one has more of the other."""

from dataclasses import dataclass

import numpy as np

from transition.metrics.comparison.gate import Ask, Comparable, Refusal, compared
from transition.metrics.comparison.interval import Link, link
from transition.metrics.comparison.measures import Figures
from transition.metrics.no_number import NoNumber


@dataclass(frozen=True, eq=False)
class Pair:
    """codes: every area of either; one, other: their values beside these, NaN where unknown.

    both_grow: both are totals, so that a larger area has more of both whatever else is so.
    """

    codes: tuple[str, ...]
    one: np.ndarray
    other: np.ndarray
    verdict: Comparable
    link: Link | NoNumber
    both_grow: bool


def pair(one: Figures, other: Figures) -> Pair | Refusal:
    """Of the areas of one level; of all of them, since a link in a group of ten like each other shows little."""
    verdict = compared(one.about, other.about, Ask.MEASURES)
    if isinstance(verdict, Refusal):
        return verdict
    codes = one.table.index.union(other.table.index)
    first, second = (found.table["value"].reindex(codes).to_numpy(dtype=float) for found in (one, other))
    both_grow = one.measure.is_total and other.measure.is_total
    return Pair(tuple(str(code) for code in codes), first, second, verdict, link(first, second), both_grow)
