"""What the area processes and the projects of a municipality promise together: the lowest step of the goal cascade."""

from collections.abc import Mapping, Sequence

import pandas as pd

from transition.metrics.band import Band
from transition.metrics.communities import several
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.production import NATIONAL_HOURS, exact_sum, megawatts
from transition.metrics.steering.cascade import Cascade, Double, Lacking, Promise, Twice, cascade, promise_of
from transition.metrics.steering.goal import ADDS_UP, Goal
from transition.metrics.steering.hardness import amounts


def of_municipality(
    code: str,
    goal: Goal | NoNumber,
    indicator: str,
    year: int,
    tables: Mapping[str, pd.DataFrame],
    known: Sequence[Goal],
    *,
    became: Mapping[str, Sequence[str]] | None = None,
    hours: Mapping[str, float] = NATIONAL_HOURS,
) -> Cascade | NoNumber:
    """The areas of a municipality, and its projects outside any area, against its goal.

    tables: the register's 'area_process' and 'project'. An area promises its goal for `year`; without one, what its projects bring;
    without these it is missing. became: municipality -> the ones it went into. Stopped areas and projects promise nothing.
    """
    if indicator not in ADDS_UP:
        return no_number(Why.NOT_ADDITIVE, indicator=indicator)
    areas = _areas(tables["area_process"], code, became or {})
    projects = tables["project"][tables["project"]["status"].ne("cancelled")]
    energy = amounts(projects, indicator, hours)
    projects = projects.iloc[:0].assign(amount=0.0, is_estimated=False) if isinstance(energy, NoNumber) else energy
    projects = projects.assign(mw=megawatts(projects))
    promises: list[Promise] = []
    missing: list[Lacking] = []
    double: list[Double] = []
    for area, homes in areas.items():
        own = [one for one in known if one.indicator == indicator and one.area == area]
        inside = projects[projects["area"].eq(area)]
        promise, twice = promise_of(area, "area", own, year)
        double += twice
        if promise and len(inside):
            double.append(Double(Twice.PROJECT_IN_AREA, (area, *sorted(inside.index)), _known(inside), False))
        promise = promise or _of_projects(area, inside)
        if promise is None:
            missing.append(Lacking(area, "area", tuple(sorted({one.year for one in own}))))
            continue
        if len(homes) > 1:
            double.append(Double(Twice.AREA_IN_SEVERAL, (area, *homes), promise.amount.high, True))
            promise = Promise(area, "area", Band(0.0, promise.amount.high), promise.ids, promise.is_estimated)
        promises.append(promise)
    here = projects[projects["municipality"].map(lambda at: code in _now((at,), became or {})).astype(bool)]
    is_inside = projects["area"].isin(list(areas))
    _add_apart(here[~is_inside[here.index]], projects[is_inside], promises, missing, double)
    return cascade(code, goal, indicator, year, promises, missing, double)


def _areas(processes: pd.DataFrame, code: str, became: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The areas of a municipality that were not stopped -> the municipalities each lies in, of today."""
    going = processes[processes["state"].ne("stopped")]
    homes = {str(id): _now(several(cell), became) for id, cell in going["municipalities"].items()}
    return {id: found for id, found in sorted(homes.items()) if code in found}


def _now(codes: Sequence[object], became: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(sorted({after for code in codes for after in became.get(str(code), (str(code),))}))


def _known(found: pd.DataFrame) -> float | None:
    return exact_sum(found["amount"]) if found["amount"].notna().any() else None


def _of_projects(area: str, inside: pd.DataFrame) -> Promise | None:
    amount = _known(inside)
    if amount is None:
        return None
    estimated = bool(inside["is_estimated"].any())
    return Promise(area, "area", Band(amount, amount), tuple(sorted(inside.index)), estimated)


def _add_apart(
    apart: pd.DataFrame,
    inside: pd.DataFrame,
    promises: list[Promise],
    missing: list[Lacking],
    double: list[Double],
) -> None:
    """The projects outside these areas; one that looks like a project inside is counted from not at all to in full."""
    for id in sorted(apart.index):
        row = apart.loc[id]
        if pd.isna(row["amount"]):
            missing.append(Lacking(id, "project"))
            continue
        amount = float(row["amount"])
        same = inside["technology"].eq(row["technology"]) & inside["mw"].eq(row["mw"])
        alike = sorted(inside.index[same & inside["municipality"].eq(row["municipality"])])
        if alike:
            double.append(Double(Twice.PROJECT_RECORDED_TWICE, (id, *alike), amount, True))
        low = 0.0 if alike else amount
        promises.append(Promise(id, "project", Band(low, amount), (id,), bool(row["is_estimated"])))
