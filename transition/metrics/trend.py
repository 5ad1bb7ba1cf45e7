"""One series of one area over the years, with the years in which the line does not run through, and why."""

from dataclasses import dataclass

from transition.domain.indicators import Indicator
from transition.domain.values import Gap
from transition.metrics.vintages import Redrawn, redrawn, series_on
from transition.store import Snapshot


@dataclass(frozen=True)
class Trend:
    """points: (period, value or NaN, status). vintage: the boundaries they stand on; None: those of each year itself.

    redrawn: when the area itself became another piece of land, where that is between two points. gaps: per period without a
    value on these boundaries, why.
    """

    points: tuple[tuple[str, float, str], ...]
    vintage: int | None
    redrawn: tuple[Redrawn, ...]
    gaps: dict[str, Gap]


def trend(
    snapshot: Snapshot, area: str, indicator: Indicator, breakdown: str = "", vintage: int | None = None
) -> Trend:
    """The series on the boundaries of 1 January of `vintage`, or when that is None as published, each year on its own."""
    if vintage is not None:
        points, gaps = series_on(snapshot, area, indicator.id, breakdown, vintage)
        return Trend(tuple(points), vintage, (), gaps)
    points = snapshot.series(area, indicator.id, breakdown)
    inside = [when for when in redrawn(snapshot, area) if points and points[0][0] < when.period <= points[-1][0]]
    return Trend(tuple(points), None, tuple(inside), {})
