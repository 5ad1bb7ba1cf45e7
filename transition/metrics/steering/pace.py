"""Pace: what a goal asks per year, what the last years gave, and when the goal is reached if that goes on."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from transition.domain.indicators import Direction
from transition.domain.values import Status
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.result import Points

YEARS = 3
"""Over how many years the actual pace is measured, unless asked otherwise; always shown."""
LATEST = 2100
"""No year beyond it is ever given."""
_ROUNDING = 1e-9


class Verdict(StrEnum):
    ON_SCHEDULE = "on_schedule"
    ATTENTION = "attention"
    BEHIND = "behind"


@dataclass(frozen=True)
class Bounds:
    """From which pace factor on the pace is on schedule, and from which it asks for attention; below that it is behind."""

    on_schedule: float = 1.0
    attention: float = 0.7


@dataclass(frozen=True)
class Light:
    """A verdict with the factor and bounds it rests on. marks: the statuses of its two figures that are not final, to be shown."""

    verdict: Verdict
    factor: float
    bounds: Bounds
    marks: tuple[str, ...]

    @property
    def is_provisional(self) -> bool:
        return bool({Status.PROVISIONAL, Status.PROVISIONAL_REVISED, Status.ESTIMATED}.intersection(self.marks))


@dataclass(frozen=True)
class Pace:
    """needed, actual: progress per year in the goal's unit, more is better, also for a goal that goes down.

    years: over how many years `actual` is. since, until: the years of its two figures ('' when there are none). factor: actual by
    needed. year: the year at the end of which the goal is reached at the actual pace.
    """

    needed: float | NoNumber
    actual: float | NoNumber
    factor: float | NoNumber
    light: Light | NoNumber
    year: int | NoNumber
    years: int
    since: str
    until: str


def pace(
    goal: Goal | NoNumber,
    points: Points,
    *,
    breaks: Mapping[str, str] | None = None,
    redrawn: Mapping[str, str] | None = None,
    years: int = YEARS,
    bounds: Bounds = Bounds(),
    assumed: float | None = None,
) -> Pace | NoNumber:
    """needed = (T-R)/(Y-t), actual = (R_t - R_(t-k))/k, factor = actual/needed, year = t + (T-R)/actual; domain: 5.3.

    points: figures of complete years, in any order. breaks, redrawn: the year from which on another definition holds, or the area is
    another piece of land -> why. Every year from t-k to t must have a value and neither may lie after t-k. assumed: the progress per
    year a reader assumes, instead of the actual pace.
    """
    if isinstance(goal, NoNumber):
        return goal
    known = {int(period): (value, status) for period, value, status in points if not math.isnan(value)}
    if not known:
        return no_number(Why.NO_FIGURE)
    t = max(known)
    to_go = goal.still_to_go(known[t][0])
    needed = _needed(goal, t, to_go)
    stopped = _stop(t, years, breaks or {}, Why.DEFINITION_BREAK) or _stop(t, years, redrawn or {}, Why.BOUNDARY_BREAK)
    actual = (stopped or _actual(goal, known, t, years)) if assumed is None else assumed
    factor = _factor(needed, actual, years)
    marks = tuple(dict.fromkeys(known[y][1] for y in (t, t - years) if y in known and known[y][1] != Status.FINAL))
    return Pace(
        needed=needed,
        actual=actual,
        factor=factor,
        light=factor if isinstance(factor, NoNumber) else Light(_verdict(factor, bounds), factor, bounds, marks),
        year=_year(t, to_go, actual, years),
        years=years,
        since="" if isinstance(actual, NoNumber) or assumed is not None else str(t - years),
        until=str(t),
    )


def _needed(goal: Goal, t: int, to_go: float) -> float | NoNumber:
    if to_go <= 0:
        return no_number(Why.REACHED)
    return to_go / (goal.year - t) if t < goal.year else no_number(Why.TERM_PASSED, year=goal.year)


def _stop(t: int, years: int, stops: Mapping[str, str], why: Why) -> NoNumber | None:
    """The last stop between the two years that are compared, if there is one."""
    found = sorted(period for period in stops if t - years < int(period) <= t)
    return no_number(why, period=found[-1], because=stops[found[-1]]) if found else None


def _actual(goal: Goal, known: Mapping[int, tuple[float, str]], t: int, years: int) -> float | NoNumber:
    found = sum(year in known for year in range(t - years, t + 1))
    if found < years + 1:
        return no_number(Why.TOO_FEW_POINTS, found=found, needed=years + 1)
    gained = known[t][0] - known[t - years][0]
    return (-gained if goal.direction is Direction.DOWN else gained) / years


def _factor(needed: float | NoNumber, actual: float | NoNumber, years: int) -> float | NoNumber:
    if isinstance(needed, NoNumber):
        return needed
    if isinstance(actual, NoNumber):
        return actual
    return actual / needed if actual > 0 else no_number(Why.NO_GROWTH, pace=actual, years=years)


def _verdict(factor: float, bounds: Bounds) -> Verdict:
    if factor >= bounds.on_schedule - _ROUNDING:
        return Verdict.ON_SCHEDULE
    return Verdict.ATTENTION if factor >= bounds.attention - _ROUNDING else Verdict.BEHIND


def _year(t: int, to_go: float, actual: float | NoNumber, years: int) -> int | NoNumber:
    if to_go <= 0:
        return no_number(Why.REACHED)
    if isinstance(actual, NoNumber):
        return actual
    if actual <= 0:
        return no_number(Why.NO_GROWTH, pace=actual, years=years)
    wait = to_go / actual  # may be so large that it is not finite
    return t + math.ceil(wait - _ROUNDING) if wait <= LATEST - t else no_number(Why.TOO_FAR_AWAY, latest=LATEST)
