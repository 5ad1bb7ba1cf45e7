"""A figure of which only the lowest and the highest are known."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Band:
    """Between `low` and `high`, both included, in one unit; `low` is never above `high`."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"a band from {self.low} to {self.high}: the low end must not be above the high end")

    @property
    def width(self) -> float:
        return self.high - self.low


def total(bands: Iterable[Band]) -> Band:
    """All of them together, from all lows to all highs; nothing is 0."""
    found = list(bands)
    return Band(math.fsum(one.low for one in found), math.fsum(one.high for one in found))
