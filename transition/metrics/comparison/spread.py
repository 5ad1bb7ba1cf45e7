"""Where one stands inside a named group: 'x of n', the group's middle and its spread, and who has no figure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from transition.domain.indicators import Direction
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ranking import ranks

FEWEST = 5
"""Of fewer known figures no middle and no spread is given: then they are shown as points."""


@dataclass(frozen=True)
class Spread:
    """One measure in one group. value, rank: of the area itself, no number when it has no figure.

    rank: 1 is the highest, or the lowest where less is better; equal values share the best rank. of: the members with a figure, the
    area among them. median, low_quartile, high_quartile: of these `of`, with fewer than FEWEST why there is none. least, most:
    the ends. missing: the members without a figure; they stand nowhere.
    """

    value: float | NoNumber
    rank: int | NoNumber
    of: int
    median: float | NoNumber
    low_quartile: float | NoNumber
    high_quartile: float | NoNumber
    least: float
    most: float
    missing: tuple[str, ...]
    direction: Direction

    @property
    def is_few(self) -> bool:
        return self.of < FEWEST


def spreads(members: Sequence[str], values: np.ndarray, directions: Sequence[Direction]) -> list[Spread | NoNumber]:
    """One per measure. members: the area itself first. values: measures x members, NaN where there is no figure.

    Quartiles lie between two figures in proportion (Hyndman and Fan's seventh way, what Excel does too). Without any figure: no number.
    """
    known = ~np.isnan(values)
    ordered = np.sort(values, axis=1)
    counts = known.sum(axis=1)
    quarters = np.column_stack([_quantile(ordered, counts, part) for part in (0.25, 0.5, 0.75)])
    made: list[Spread | NoNumber] = []
    for row, direction in enumerate(directions):
        n = int(counts[row])
        if not n:
            made.append(no_number(Why.NO_FIGURE))
            continue
        few = no_number(Why.TOO_FEW_CASES, found=n, needed=FEWEST, open=0)
        low, middle, high = (few if n < FEWEST else float(one) for one in quarters[row])
        value, rank = _own(values[row], direction)
        least, most = float(ordered[row, 0]), float(ordered[row, n - 1])
        missing = tuple(code for code, there in zip(members, known[row], strict=True) if not there)
        made.append(Spread(value, rank, n, middle, low, high, least, most, missing, direction))
    return made


def spread(members: Sequence[str], values: Sequence[float], direction: Direction) -> Spread | NoNumber:
    """As `spreads`, of one measure."""
    return spreads(members, np.array([values], dtype=float), [direction])[0]


def _own(values: np.ndarray, direction: Direction) -> tuple[float | NoNumber, int | NoNumber]:
    if math.isnan(values[0]):
        return no_number(Why.NO_FIGURE), no_number(Why.NO_FIGURE)
    rank, _ = ranks(values, np.full(len(values), "group"), direction)
    return float(values[0]), int(rank[0])


def _quantile(ordered: np.ndarray, counts: np.ndarray, part: float) -> np.ndarray:
    """ordered: each row ascending with its NaN last, of which `counts` are known."""
    at = np.maximum(counts - 1, 0) * part
    low = np.floor(at).astype(int)
    high = np.minimum(low + 1, np.maximum(counts - 1, 0))
    rows = np.arange(len(ordered))
    below, above = ordered[rows, low], ordered[rows, high]
    found: np.ndarray = below + (above - below) * (at - low)
    return found
