"""Result: how far a goal is reached, what is still to be done, and what the pipeline would make of it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from transition.domain.indicators import Direction
from transition.domain.values import Gap
from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.steering.goal import Goal

Points = Sequence[tuple[str, float, str]]
"""(year, value or NaN, status), as `trend.Trend.points`."""


@dataclass(frozen=True)
class Realised:
    """The newest measured figure: value in the goal's unit, period, and the status as a word of `Status`."""

    value: float
    period: str
    status: str


@dataclass(frozen=True)
class Result:
    """reach: the part of the goal that is there, 1 at the goal, more beyond it. remaining: what is still to go, at least 0.

    beyond: what goes past the goal, at least 0. remaining and beyond are in the goal's unit.
    """

    goal: Goal
    realised: Realised
    reach: float | NoNumber
    remaining: float
    beyond: float


@dataclass(frozen=True)
class Expected:
    """What is there when the pipeline is realised as far as its chances say, in the goal's unit; reach: as a part of the goal.

    is_reached: 'yes' also at the low end, 'no' not even at the high end, else 'perhaps'.
    """

    amount: Band
    reach: Band
    is_reached: str


@dataclass(frozen=True)
class Cover:
    """The goal as one bar, parts of 1 that together make 1: there, coming at least, coming at most, nowhere yet."""

    realised: float
    pipeline_low: float
    pipeline_more: float
    gap: float


def newest(points: Points) -> Realised | NoNumber:
    """The newest year of a series that has a value. points: in any order."""
    known = [point for point in points if not math.isnan(point[1])]
    if not known:
        return no_number(Why.NO_FIGURE)
    period, value, status = max(known, key=lambda point: int(point[0]))
    return Realised(value, period, str(status))


def result(goal: Goal | NoNumber, realised: Realised | Gap) -> Result | Gap:
    """R/T; for a goal that goes down (B-R)/(B-T) from its baseline B. Without goal or figure: the reason."""
    if isinstance(goal, NoNumber):
        return goal
    if isinstance(realised, Gap):
        return realised
    to_go = goal.still_to_go(realised.value)
    return Result(goal, realised, _reach(goal, realised.value), max(0.0, to_go), max(0.0, -to_go))


def _reach(goal: Goal, value: float) -> float | NoNumber:
    if goal.direction is Direction.UP:
        return value / goal.value if goal.value > 0 else no_number(Why.GOAL_NOT_POSITIVE, value=goal.value)
    if goal.baseline is None:
        return no_number(Why.NO_BASELINE)
    way = goal.baseline - goal.value
    if way <= 0:
        return no_number(Why.BASELINE_BEYOND_GOAL, baseline=goal.baseline, value=goal.value)
    return (goal.baseline - value) / way


def expected(found: Result, pipeline: Band) -> Expected | NoNumber:
    """R + sum of P x q, low and high. pipeline: what may come, in the goal's unit (`Hardness.pipeline`)."""
    if problem := _not_to_add(found):
        return problem
    value, goal = found.realised.value, found.goal.value
    amount = Band(value + pipeline.low, value + pipeline.high)
    answer = "yes" if amount.low >= goal else "no" if amount.high < goal else "perhaps"
    return Expected(amount, Band(amount.low / goal, amount.high / goal), answer)


def cover(found: Result, pipeline: Band) -> Cover | NoNumber:
    """The goal divided over what is there, what is coming (low, and from low to high) and the gap; what goes beyond it is cut off."""
    if problem := _not_to_add(found):
        return problem
    goal = found.goal.value
    there, low, high = (
        min(max(part, 0.0), goal) / goal
        for part in (
            found.realised.value,
            found.realised.value + pipeline.low,
            found.realised.value + pipeline.high,
        )
    )
    return Cover(there, low - there, high - low, 1 - high)


def _not_to_add(found: Result) -> NoNumber | None:
    """Why projects cannot be added to the figure of this goal, if so."""
    if not found.goal.adds_up:
        return no_number(Why.NOT_ADDITIVE, indicator=found.goal.indicator)
    return found.reach if isinstance(found.reach, NoNumber) else None
