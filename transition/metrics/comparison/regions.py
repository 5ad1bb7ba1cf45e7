"""One energy region as it stands beside others: result, pace, pipeline, local ownership, policy, and whether its parts add up."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from transition.domain.areas import Level
from transition.metrics.comparison.gate import Measured
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ownership.policy import Spread
from transition.metrics.ownership.shares import Share
from transition.metrics.steering.cascade import Cascade
from transition.metrics.steering.hardness import Hardness
from transition.metrics.steering.outcome import Outcome
from transition.metrics.steering.pace import Pace
from transition.metrics.steering.result import Realised, Result


class Topic(StrEnum):
    """What regions are put beside each other on."""

    RESULT = "result"
    PACE = "pace"
    PIPELINE = "pipeline"
    OWNERSHIP = "ownership"
    ANCHORING = "anchoring"
    CASCADE = "cascade"


@dataclass(frozen=True)
class Region:
    """One region. broad, strict: local ownership of what stands. policy: per technique how many municipalities are in each class.

    with_projects: municipalities of which any project that counts is recorded, of `of`.
    """

    code: str
    outcome: Outcome
    broad: Share
    strict: Share
    policy: Mapping[str, Spread]
    cascade: Cascade | NoNumber
    with_projects: int
    of: int


def anchored(found: Region) -> int:
    """In how many municipalities the class of any technique is recorded at least."""
    return max((one.recorded for one in found.policy.values()), default=0)


def measured(found: Region, topic: Topic) -> Measured | NoNumber:
    """What the gate asks of a region on a topic, or why there is nothing to compare.

    All regions are measured on the boundaries of the same year, which is that of their period.
    """
    return _MEASURED[topic](found)


def _made(topic: Topic, period: str, known: int, of: int, status: str = "") -> Measured:
    return Measured(f"region_{topic}", Level.RES, period, 0, known, of, statuses=frozenset({status} if status else ()))


def _result(found: Region) -> Measured | NoNumber:
    """A figure that misses the wind says too little: two regions of which it misses are no more alike for that."""
    outcome = found.outcome
    if not isinstance(outcome.result, Result):
        return _why(outcome.result)
    if isinstance(outcome.result.reach, NoNumber):
        return outcome.result.reach
    if outcome.series.is_lower_bound:
        return no_number(Why.LOWER_BOUND)
    return _at(Topic.RESULT, outcome)


def _pace(found: Region) -> Measured | NoNumber:
    pace = found.outcome.pace
    if not isinstance(pace, Pace):
        return pace
    if isinstance(pace.factor, NoNumber):
        return pace.factor
    return no_number(Why.LOWER_BOUND) if found.outcome.series.is_lower_bound else _at(Topic.PACE, found.outcome)


def _at(topic: Topic, outcome: Outcome) -> Measured | NoNumber:
    one = outcome.realised
    return _made(topic, one.period, 1, 1, str(one.status)) if isinstance(one, Realised) else _why(one)


def _why(gap: object) -> NoNumber:
    return gap if isinstance(gap, NoNumber) else no_number(Why.NO_FIGURE)


def _pipeline(found: Region) -> Measured | NoNumber:
    """What only a publication states rests on no project; the register's rests on the municipalities that recorded any."""
    if not isinstance(found.outcome.hardness, Hardness):
        return found.outcome.hardness
    return _made(Topic.PIPELINE, "", found.with_projects, found.of)


def _ownership(found: Region) -> Measured | NoNumber:
    if isinstance(found.broad.share, NoNumber):
        return found.broad.share
    return _made(Topic.OWNERSHIP, "", found.with_projects, found.of)


def _anchoring(found: Region) -> Measured | NoNumber:
    known = anchored(found)
    return _made(Topic.ANCHORING, "", known, found.of) if known else no_number(Why.NOT_RECORDED)


def _cascade(found: Region) -> Measured | NoNumber:
    one = found.cascade
    if isinstance(one, NoNumber):
        return one
    if isinstance(one.covered, NoNumber):
        return one.covered
    return _made(Topic.CASCADE, str(one.year), len(one.promises), one.parts_count)


_MEASURED = {
    Topic.RESULT: _result,
    Topic.PACE: _pace,
    Topic.PIPELINE: _pipeline,
    Topic.OWNERSHIP: _ownership,
    Topic.ANCHORING: _anchoring,
    Topic.CASCADE: _cascade,
}
