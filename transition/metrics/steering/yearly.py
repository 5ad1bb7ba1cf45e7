"""The series a pace is measured on: complete years only, with every year from which on figures are no longer comparable."""

from collections.abc import Mapping
from dataclasses import dataclass

from transition.domain.indicators import Indicator
from transition.metrics.steering.result import Points
from transition.metrics.trend import trend
from transition.store import Snapshot, level_word


@dataclass(frozen=True)
class Yearly:
    """points: of complete years. left_out: a year that is not complete -> the day it was measured until; half a year is no year.

    breaks: the year from which on another definition holds -> why. redrawn: the year from which on the area is another piece of land
    -> what went into it ('' when nobody says). As `pace` asks for them.
    """

    points: Points
    breaks: Mapping[str, str]
    redrawn: Mapping[str, str]
    left_out: Mapping[str, str]


def yearly(
    snapshot: Snapshot, area: str, indicator: Indicator, breakdown: str = "", vintage: int | None = None
) -> Yearly:
    """The yearly figures of one area; vintage: the boundaries they are laid on, None for those of each year."""
    found = trend(snapshot, area, indicator, breakdown, vintage)
    untils = {period: _until(snapshot, area, indicator, breakdown, period) for period, _, _ in found.points}
    breaks = {one.period: one.because for one in indicator.breaks if not one.breakdowns or breakdown in one.breakdowns}
    return Yearly(
        points=[point for point in found.points if not untils[point[0]]],
        breaks=breaks,
        redrawn={one.period: one.because for one in found.redrawn},
        left_out={period: until for period, until in untils.items() if until},
    )


def _until(snapshot: Snapshot, area: str, indicator: Indicator, breakdown: str, period: str) -> str:
    column = snapshot.column(level_word(area), indicator.id, breakdown, period)
    return snapshot.measured_until(column.source, period) if column else ""
