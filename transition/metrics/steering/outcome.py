"""Everything the goal side of steering says of one goal: goal, result, pace, pipeline, what is expected; each absent piece a reason."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from transition.domain.values import Gap, Status
from transition.domain.what_if import WhatIf
from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import STARTING_CHANCES, Hardness
from transition.metrics.steering.pace import Pace, Verdict, pace
from transition.metrics.steering.result import (
    Cover,
    Expected,
    Points,
    Realised,
    Result,
    cover,
    expected,
    newest,
    result,
)

_NOTHING = WhatIf()
_Made = TypeVar("_Made")
USUAL_YEAR = 2030
"""The year of a target a reader assumes without saying by when: that of the national goals."""


@dataclass(frozen=True)
class Series:
    """What is measured towards a goal, in its unit. points: of complete years. breaks, redrawn, left_out: as `Yearly`.

    is_lower_bound: there is more than is counted, for example wind nobody recorded. wind_count, wind_unknown: wind projects in it, and
    those of unknown production outside it; None where wind is no part of it. published: ids of published figures the points are of.
    assumed_period: the year we take it for, because the publication does not say; '' when it does.
    """

    points: Points = ()
    breaks: Mapping[str, str] = field(default_factory=dict)
    redrawn: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)
    is_lower_bound: bool = False
    wind_count: int | None = None
    wind_unknown: int = 0
    published: tuple[str, ...] = ()
    assumed_period: str = ""

    @property
    def is_estimated(self) -> bool:
        """Whether any of it is estimated, not measured."""
        return any(status == Status.ESTIMATED for _, _, status in self.points)


@dataclass(frozen=True)
class Outcome:
    """One goal of one scope. chances: the low and high probability per state the pipeline was reckoned with. today: the day it is said.

    pipeline: what may still come, in the goal's unit, of the projects or as a publication gives it. assumed: what of it a reader
    assumed; when anything is, nothing here may be shown without 'Wat als'.
    """

    indicator: str
    goal: Goal | NoNumber
    series: Series
    realised: Realised | Gap
    result: Result | Gap
    pace: Pace | NoNumber
    hardness: Hardness | NoNumber
    pipeline: Band | NoNumber
    expected: Expected | Gap
    cover: Cover | Gap
    chances: Mapping[str, Band]
    assumed: WhatIf = _NOTHING
    today: date | None = None

    @property
    def is_assumed(self) -> bool:
        return self.assumed.is_set

    @property
    def is_over(self) -> bool:
        """Whether the goal's year has ended, also when the newest figure is of before it."""
        return isinstance(self.goal, Goal) and self.today is not None and self.goal.year < self.today.year

    @property
    def is_estimated(self) -> bool:
        hard = self.hardness
        return self.series.is_estimated or (isinstance(hard, Hardness) and hard.is_estimated)


def outcome(
    indicator: str,
    goal: Goal | NoNumber,
    series: Series,
    hardness: Hardness | NoNumber,
    *,
    stated_pipeline: Band | None = None,
    chances: Mapping[str, Band] = STARTING_CHANCES,
    assumed: WhatIf = WhatIf(),  # noqa: B008 - it is frozen
    today: date | None = None,
) -> Outcome:
    """Puts it together. goal and hardness: already with what is assumed of target and chances (`assumed_goal`, `assumed_chances`).

    stated_pipeline: what publications say is coming, where the register holds no project.
    """
    realised = newest(series.points)
    found = result(goal, realised)
    coming = _pipeline(hardness, stated_pipeline)
    return Outcome(
        indicator=indicator,
        goal=goal,
        series=series,
        realised=realised,
        result=found,
        pace=_pace(goal, series, hardness, assumed),
        hardness=hardness,
        pipeline=coming,
        expected=_with(found, coming, expected),
        cover=_with(found, coming, cover),
        chances=chances,
        assumed=assumed,
        today=today,
    )


def _pace(goal: Goal | NoNumber, series: Series, hardness: Hardness | NoNumber, assumed: WhatIf) -> Pace | NoNumber:
    """Without any recorded project, what is measured may be half of what counts: then nobody can be called late."""
    found = pace(goal, series.points, breaks=series.breaks, redrawn=series.redrawn, assumed=assumed.pace)
    if isinstance(found, NoNumber) or not series.is_lower_bound or isinstance(hardness, Hardness):
        return found
    if isinstance(found.light, NoNumber) or found.light.verdict is Verdict.ON_SCHEDULE:
        return found
    return replace(found, light=no_number(Why.LOWER_BOUND))


def _pipeline(hardness: Hardness | NoNumber, stated: Band | None) -> Band | NoNumber:
    if isinstance(hardness, Hardness):
        return hardness.pipeline
    return stated if stated is not None and hardness.why is Why.NOT_RECORDED else hardness


def _with(
    found: Result | Gap, coming: Band | NoNumber, made: Callable[[Result, Band], _Made | NoNumber]
) -> _Made | Gap:
    if isinstance(found, Gap):
        return found
    return coming if isinstance(coming, NoNumber) else made(found, coming)


def assumed_goal(
    goal: Goal | NoNumber, assumed: WhatIf, indicator: str, code: str = "", area: str = ""
) -> Goal | NoNumber:
    """The goal a reader assumes; where they say only a value or a year, the rest is as recorded. Without a value there is no goal."""
    if assumed.target is None and assumed.year is None:
        return goal
    if isinstance(goal, Goal):
        value = goal.value if assumed.target is None else assumed.target
        return replace(goal, value=value, year=assumed.year or goal.year)
    if assumed.target is None:
        return goal
    return Goal(indicator, assumed.target, assumed.year or USUAL_YEAR, code=code, area=area)


def assumed_chances(assumed: WhatIf) -> dict[str, Band]:
    """The chances a reader assumes per state of the pipeline; one number, so low and high are the same. The rest as they begin."""
    given = {"building": assumed.building, "permitted": assumed.permitted, "developing": assumed.developing}
    return dict(STARTING_CHANCES) | {
        state: Band(chance / 100, chance / 100) for state, chance in given.items() if chance is not None
    }


def measured_until(series: Series) -> date | None:
    """The last day of the newest year with a figure: what was finished later is not in it yet."""
    found = newest(series.points)
    return date(int(found.period), 12, 31) if isinstance(found, Realised) else None
