"""The goal cascade: what parts promise against the goal of the whole; covered, missing, and what may be counted twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from transition.metrics.band import Band, total
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.steering.goal import ADDS_UP, Goal


class Twice(StrEnum):
    """In what way something may be counted twice."""

    AREA_IN_SEVERAL = "area_in_several"  # an area in two municipalities; nobody says which part is whose
    PROJECT_IN_AREA = "project_in_area"  # a project of an area that has a goal of its own: it is in that goal
    PROJECT_RECORDED_TWICE = (
        "project_recorded_twice"  # in an area and apart: same municipality, technology and capacity
    )
    GOAL_RECORDED_TWICE = "goal_recorded_twice"  # one goal under two scopes or in two records


@dataclass(frozen=True)
class Double:
    """ids: the records it is about. amount: in the goal's unit, None when it is not known.

    is_in_band: the promise runs from without it to with it; else it is certainly the same thing and is added once.
    """

    kind: Twice
    ids: tuple[str, ...]
    amount: float | None
    is_in_band: bool


@dataclass(frozen=True)
class Promise:
    """What one part is to bring by the goal's year, in the goal's unit. part: its code or id; sort: what it is ('area', …)."""

    part: str
    sort: str
    amount: Band
    ids: tuple[str, ...] = ()
    is_estimated: bool = False


@dataclass(frozen=True)
class Lacking:
    """A part that promises nothing for this year; `other_years`: of which years it does have a goal."""

    part: str
    sort: str
    other_years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Cascade:
    """The parts of a whole beside its goal. promised: all promises together, in the goal's unit.

    covered: promised as a part of the goal. gap: what nobody promises, at least 0. With a part missing, promised is a lower bound
    and gap an upper one (`is_lower_bound`).
    """

    whole: str
    indicator: str
    year: int
    goal: Goal | NoNumber
    promises: tuple[Promise, ...]
    missing: tuple[Lacking, ...]
    double: tuple[Double, ...]
    promised: Band
    covered: Band | NoNumber
    gap: Band | NoNumber

    @property
    def is_lower_bound(self) -> bool:
        return bool(self.missing)

    @property
    def parts_count(self) -> int:
        return len(self.promises) + len(self.missing)


def cascade(
    whole: str,
    goal: Goal | NoNumber,
    indicator: str,
    year: int,
    promises: Iterable[Promise],
    missing: Iterable[Lacking] = (),
    double: Iterable[Double] = (),
) -> Cascade | NoNumber:
    """Adds up what the parts promise by `year` and sets it beside the goal of the whole. A goal of another year is no goal of this one."""
    if indicator not in ADDS_UP:
        return no_number(Why.NOT_ADDITIVE, indicator=indicator)
    if isinstance(goal, Goal) and goal.year != year:
        goal = no_number(Why.NO_GOAL, indicator=indicator)
    made = sorted(promises, key=lambda one: (one.sort, one.part))
    promised = total(one.amount for one in made)
    covered, gap = _against(goal, promised if made else None)
    return Cascade(
        whole=whole,
        indicator=indicator,
        year=year,
        goal=goal,
        promises=tuple(made),
        missing=tuple(sorted(missing, key=lambda one: (one.sort, one.part))),
        double=tuple(sorted(double, key=lambda one: (one.kind, one.ids))),
        promised=promised,
        covered=covered,
        gap=gap,
    )


def _against(goal: Goal | NoNumber, promised: Band | None) -> tuple[Band | NoNumber, Band | NoNumber]:
    """promised: None when no part promises anything; that is not recorded, and no cover of zero."""
    if isinstance(goal, NoNumber):
        return goal, goal
    if promised is None:
        none = no_number(Why.NOT_RECORDED)
        return none, none
    gap = Band(max(0.0, goal.value - promised.high), max(0.0, goal.value - promised.low))
    if goal.value <= 0:
        return no_number(Why.GOAL_NOT_POSITIVE, value=goal.value), gap
    return Band(promised.low / goal.value, promised.high / goal.value), gap


def of_codes(
    whole: str,
    goal: Goal | NoNumber,
    indicator: str,
    year: int,
    members: Sequence[str],
    known: Sequence[Goal],
    sort: str,
    stated: Mapping[str, Sequence[float]] | None = None,
) -> Cascade | NoNumber:
    """Municipalities against their region, or regions against the country. members: the codes of the parts.

    known: the goals of the register. stated: per code what publications say it promises, in the goal's unit, for parts without a
    goal in the register; where they say different things, the promise runs from the lowest to the highest.
    """
    promises, missing, double = [], [], []
    for code in dict.fromkeys(members):
        own = [one for one in known if one.indicator == indicator and one.code == code]
        promise, twice = promise_of(code, sort, own, year)
        said = (stated or {}).get(code, ())
        if promise is None and said:
            promise = Promise(code, sort, Band(min(said), max(said)))
        double += twice
        if promise:
            promises.append(promise)
        else:
            missing.append(Lacking(code, sort, tuple(sorted({one.year for one in own}))))
    return cascade(whole, goal, indicator, year, promises, missing, double)


def promise_of(part: str, sort: str, own: Iterable[Goal], year: int) -> tuple[Promise | None, list[Double]]:
    """The goal of a part for `year`. Recorded more than once it counts once: with unlike values from the lowest to the highest."""
    found = [one for one in own if one.year == year]
    if not found:
        return None, []
    values, ids = [one.value for one in found], tuple(sorted(one.id for one in found))
    promise = Promise(part, sort, Band(min(values), max(values)), ids)
    if len(found) == 1:
        return promise, []
    return promise, [Double(Twice.GOAL_RECORDED_TWICE, ids, max(values), min(values) < max(values))]
