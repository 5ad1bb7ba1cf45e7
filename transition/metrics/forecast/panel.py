"""One yearly series of all municipalities side by side: what a forecast learns from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Panel:
    """`values[area, year]` in the indicator's unit, NaN where missing; all years measured alike, on the same boundaries.

    codes: the areas, in any order. years: ascending; a year without any value is left out by `panel`. statuses: beside
    `values`, numbers in `STATUS_CODES`; of what nobody asked, 0.
    """

    codes: np.ndarray
    years: tuple[int, ...]
    values: np.ndarray
    statuses: np.ndarray

    @property
    def last(self) -> int:
        """The newest year."""
        return self.years[-1]

    def until(self, year: int) -> "Panel":
        """What was known at the end of `year`: nothing later is in it."""
        known = sum(1 for one in self.years if one <= year)
        return Panel(self.codes, self.years[:known], self.values[:, :known], self.statuses[:, :known])

    def outcome(self, year: int) -> np.ndarray | None:
        """The values of one year, in the order of `codes`; None when it is not there."""
        return self.values[:, self.years.index(year)] if year in self.years else None

    def place(self, code: str) -> int | None:
        """The row of an area; None when it has none."""
        found = np.flatnonzero(self.codes == code)
        return int(found[0]) if len(found) else None


def panel(codes: np.ndarray, years: tuple[int, ...], values: np.ndarray, statuses: np.ndarray | None = None) -> Panel:
    """A panel of the years that have at least one value."""
    filled = ~np.isnan(values).all(axis=0) if len(codes) else np.zeros(len(years), dtype=bool)
    given = np.zeros(values.shape, dtype=np.int8) if statuses is None else statuses
    kept = tuple(year for year, has in zip(years, filled, strict=True) if has)
    return Panel(codes, kept, values[:, filled], given[:, filled])


def first_points(values: np.ndarray) -> np.ndarray:
    """Per row the place of its first value; 0 for a row without any."""
    places: np.ndarray = np.argmax(~np.isnan(values), axis=1)
    return places


def own_pace(values: np.ndarray, years: np.ndarray) -> NDArray[np.float64]:
    """Per row the change per year from its first value to the last column; NaN without two values, or without the last one."""
    at = first_points(values)
    apart = years[-1] - years[at]
    rise = values[:, -1] - values[np.arange(len(values)), at]
    pace: NDArray[np.float64] = np.divide(rise, apart, out=np.full(len(values), np.nan), where=apart > 0)
    return pace
