"""What the area processes and the projects of a municipality promise together: the lowest step of the goal cascade."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from transition.metrics.band import Band
from transition.metrics.cells import number, text
from transition.metrics.communities import several
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.production import NATIONAL_HOURS, megawatts
from transition.metrics.steering.cascade import Cascade, Double, Lacking, Promise, Twice, cascade, promise_of
from transition.metrics.steering.goal import ADDS_UP, Goal
from transition.metrics.steering.hardness import amounts

Became = Mapping[str, Sequence[str]]
"""Municipality -> the ones it went into."""


@dataclass(frozen=True)
class _Project:
    """A project that counts for the goal; amount in the goal's unit, None when not known. likeness: what a second record of it shares."""

    id: str
    area: str
    likeness: tuple[str, str, float]
    amount: float | None
    is_estimated: bool


@dataclass
class _Found:
    promises: list[Promise] = field(default_factory=list)
    missing: list[Lacking] = field(default_factory=list)
    double: list[Double] = field(default_factory=list)


def of_municipality(
    code: str,
    goal: Goal | NoNumber,
    indicator: str,
    year: int,
    tables: Mapping[str, pd.DataFrame],
    known: Sequence[Goal],
    *,
    became: Became | None = None,
    hours: Mapping[str, float] = NATIONAL_HOURS,
) -> Cascade | NoNumber:
    """The areas of a municipality, and its projects outside any area, against its goal.

    tables: the register's 'area_process' and 'project'. An area promises its goal for `year`; without one, what its projects bring;
    without these it is missing. became: municipality -> the ones it went into. Stopped areas and projects promise nothing.
    """
    if indicator not in ADDS_UP:
        return no_number(Why.NOT_ADDITIVE, indicator=indicator)
    areas = _areas(tables["area_process"], code, became or {})
    inside: dict[str, list[_Project]] = {area: [] for area in areas}
    apart: list[_Project] = []
    for one in _projects(tables["project"], code, areas, became or {}, indicator, hours):
        inside.get(one.area, apart).append(one)
    goals: dict[str, list[Goal]] = {area: [] for area in areas}
    for own in known:
        if own.indicator == indicator and own.area in goals:
            goals[own.area].append(own)
    found = _Found()
    for area, homes in areas.items():
        _add_area(found, area, homes, goals[area], inside[area], year)
    _add_apart(found, apart, [one for some in inside.values() for one in some])
    return cascade(code, goal, indicator, year, found.promises, found.missing, found.double)


def _areas(processes: pd.DataFrame, code: str, became: Became) -> dict[str, tuple[str, ...]]:
    """The areas of a municipality that were not stopped -> the municipalities each lies in, of today."""
    going = processes[processes["state"].ne("stopped")]
    homes = {str(id): _now(several(cell), became) for id, cell in going["municipalities"].items()}
    return {id: found for id, found in sorted(homes.items()) if code in found}


def _now(codes: Iterable[str], became: Became) -> tuple[str, ...]:
    return tuple(sorted({after for code in codes for after in became.get(code, (code,))}))


def _projects(
    table: pd.DataFrame,
    code: str,
    areas: Mapping[str, object],
    became: Became,
    indicator: str,
    hours: Mapping[str, float],
) -> list[_Project]:
    """The projects in these areas or in the municipality that count for the goal, by id."""
    here = [at for at in table["municipality"].dropna().unique() if code in _now((at,), became)]
    own = table[table["status"].ne("cancelled") & (table["area"].isin(list(areas)) | table["municipality"].isin(here))]
    found = amounts(own, indicator, hours)
    if isinstance(found, NoNumber):
        return []
    columns = (found[name] for name in ("area", "municipality", "technology", "amount", "is_estimated"))
    return [
        _Project(str(id), text(area), (text(at), text(technology), mw), number(amount), bool(estimated))
        for id, mw, area, at, technology, amount, estimated in sorted(
            zip(found.index, megawatts(found), *columns, strict=True), key=lambda row: str(row[0])
        )
    ]


def _add_area(
    found: _Found, area: str, homes: tuple[str, ...], goals: list[Goal], inside: list[_Project], year: int
) -> None:
    promise, twice = promise_of(area, "area", goals, year)
    found.double += twice
    if promise and inside:
        found.double.append(Double(Twice.PROJECT_IN_AREA, (area, *(one.id for one in inside)), _sum(inside), False))
    promise = promise or _of_projects(area, inside)
    if promise is None:
        found.missing.append(Lacking(area, "area", tuple(sorted({one.year for one in goals}))))
        return
    if not any(one.year == year for one in goals):
        found.missing += [Lacking(one.id, "project") for one in inside if one.amount is None]
    if len(homes) > 1:
        found.double.append(Double(Twice.AREA_IN_SEVERAL, (area, *homes), promise.amount.high, True))
        promise = Promise(area, "area", Band(0.0, promise.amount.high), promise.ids, promise.is_estimated)
    found.promises.append(promise)


def _of_projects(area: str, inside: list[_Project]) -> Promise | None:
    amount = _sum(inside)
    if amount is None:
        return None
    known = [one for one in inside if one.amount is not None]
    ids, estimated = tuple(one.id for one in known), any(one.is_estimated for one in known)
    return Promise(area, "area", Band(amount, amount), ids, estimated)


def _sum(projects: list[_Project]) -> float | None:
    known = [one.amount for one in projects if one.amount is not None]
    return math.fsum(known) if known else None


def _add_apart(found: _Found, apart: list[_Project], inside: list[_Project]) -> None:
    """The projects outside these areas; one that looks like a project inside is counted from not at all to in full."""
    likes: dict[tuple[str, str, float], list[str]] = {}
    for one in inside:
        likes.setdefault(one.likeness, []).append(one.id)
    for one in apart:
        if one.amount is None:
            found.missing.append(Lacking(one.id, "project"))
            continue
        alike = likes.get(one.likeness, []) if not math.isnan(one.likeness[2]) else []
        if alike:
            found.double.append(Double(Twice.PROJECT_RECORDED_TWICE, (one.id, *alike), one.amount, True))
        low = 0.0 if alike else one.amount
        found.promises.append(Promise(one.id, "project", Band(low, one.amount), (one.id,), one.is_estimated))
