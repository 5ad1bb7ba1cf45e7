"""Why a figure about goals, pace or ownership cannot be given: a code with its facts, which views put into words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from transition.domain.values import Gap, Missing


class Why(StrEnum):
    """Why there is no number. What `facts` holds stands behind each."""

    NOT_RECORDED = "not_recorded"  # nobody recorded it; never to be read as 'on schedule'
    NO_GOAL = "no_goal"
    NO_FIGURE = "no_figure"
    GOAL_NOT_POSITIVE = "goal_not_positive"  # value: a share of it means nothing
    NO_BASELINE = "no_baseline"  # a goal that goes down is measured from where it began
    BASELINE_BEYOND_GOAL = "baseline_beyond_goal"  # baseline, value
    NOT_ADDITIVE = "not_additive"  # indicator: shares and averages do not add up
    REACHED = "reached"
    NO_GROWTH = "no_growth"  # pace, years
    TERM_PASSED = "term_passed"  # year: that of the goal
    TOO_FEW_POINTS = "too_few_points"  # found, needed
    DEFINITION_BREAK = "definition_break"  # period, because
    BOUNDARY_BREAK = "boundary_break"  # period, because: the municipalities that went into it, '' when nobody says
    LOWER_BOUND = "lower_bound"  # wind counts too and nobody recorded any: there may be more than is counted
    TOO_FAR_AWAY = "too_far_away"  # latest: no year beyond it is given
    PROJECTS_DO_NOT_COUNT = "projects_do_not_count"  # indicator: projects say nothing about this goal
    NO_PRODUCTION = "no_production"  # count: projects, of none of which the production is known
    UNKNOWN_TOO_LARGE = "unknown_too_large"  # unknown, most: as parts of 1
    NO_PIPELINE = "no_pipeline"
    NO_INHABITANTS = "no_inhabitants"
    TOO_FEW_CASES = "too_few_cases"  # found, needed, open
    MEDIAN_STILL_OPEN = "median_still_open"  # n, open, at_least: half of the cases last longer than that
    SIDE_MISSING = "side_missing"  # side
    OTHER_PERIOD = "other_period"  # days between the two, most
    OTHER_SCALE = "other_scale"  # scales
    MIXED_PRICE_LEVELS = "mixed_price_levels"  # years
    NO_COST = "no_cost"
    INCOMPLETE = "incomplete"  # recorded, of


Fact = float | str | tuple[str, ...] | tuple[int, ...]

_REASONS = dict.fromkeys(
    (
        Why.GOAL_NOT_POSITIVE,
        Why.BASELINE_BEYOND_GOAL,
        Why.NOT_ADDITIVE,
        Why.REACHED,
        Why.NO_GROWTH,
        Why.TERM_PASSED,
        Why.DEFINITION_BREAK,
        Why.BOUNDARY_BREAK,
        Why.TOO_FAR_AWAY,
        Why.PROJECTS_DO_NOT_COUNT,
        Why.NO_PIPELINE,
        Why.OTHER_PERIOD,
        Why.OTHER_SCALE,
        Why.MIXED_PRICE_LEVELS,
    ),
    Missing.NOT_APPLICABLE,
)
"""The broad reason of each; what is not named here was not measured."""


@dataclass(frozen=True)
class NoNumber(Gap):
    """A gap of which the reason is a code; `facts` are the figures a sentence about it needs."""

    why: Why = Why.NOT_RECORDED
    facts: Mapping[str, Fact] = field(default_factory=dict)


def no_number(why: Why, **facts: Fact) -> NoNumber:
    """No number, for this reason."""
    return NoNumber(_REASONS.get(why, Missing.NOT_MEASURED), why=why, facts=facts)
