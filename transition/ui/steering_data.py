"""What the goal side of the page about steering rests on; kept per snapshot, state of the register, scope and assumptions."""

from datetime import date
from functools import lru_cache

from transition import catalog
from transition.domain.areas import Level
from transition.domain.register.choices import TARGET_INDICATORS
from transition.domain.values import Gap, Missing
from transition.domain.what_if import WhatIf
from transition.metrics.forecast import record
from transition.metrics.forecast.families import family_of
from transition.metrics.forecast.forecast import Forecast
from transition.metrics.forecast.forecast import forecast as forecast_of
from transition.metrics.forecast.learned import Learned
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.scope import Scope, Sort
from transition.metrics.steering import area_plans, stated
from transition.metrics.steering import cascade as cascades
from transition.metrics.steering import outcome as outcomes
from transition.metrics.steering.bids import bids_gwh
from transition.metrics.steering.cascade import Cascade
from transition.metrics.steering.goal import Goal, goal_of
from transition.metrics.steering.goal import goals as goals_of
from transition.metrics.steering.goal_series import series_of
from transition.metrics.steering.hardness import hardness
from transition.metrics.steering.outcome import USUAL_YEAR, Outcome, Series
from transition.published import published_figures
from transition.store import Snapshot
from transition.ui import registered, scoped
from transition.ui.area_data import today

ELSEWHERE = "local_ownership_pct"
"""This goal has a page of its own: no yearly figures measure it."""
AHEAD = (
    "gas_use_m3_per_dwelling",
    "electricity_use_kwh_per_dwelling",
    "heating_gas_free_pct",
    "solar_capacity_kwp",
    "solar_installations_count",
)
"""Figures that are looked ahead at, also where nobody set a goal for them."""
_MEASURED_ON = (Level.LAND, Level.PROVINCIE, Level.RES, Level.SUBRES, Level.GEMEENTE)


def outcome(
    snapshot: Snapshot,
    about: Scope,
    indicator: str,
    assumed: WhatIf = WhatIf(),  # noqa: B008 - it is frozen
    public_only: bool = False,
) -> Outcome:
    """Goal, result, pace, pipeline and what is expected of one scope, as of today. public_only: of what may be told outside."""
    kept = WhatIf(assumed.target, assumed.year, assumed.pace, assumed.developing, assumed.permitted, assumed.building)
    public = public_only and _hides(snapshot, about)
    return _outcome(snapshot, registered.number(snapshot), today(), about, indicator, kept, public)


def goals(snapshot: Snapshot, about: Scope, public_only: bool = False) -> list[Goal]:
    """The goals of a scope itself: of the register, and what publications give where the register has none of that figure."""
    return [goal for goal in _goals(snapshot, registered.number(snapshot), public_only) if _is_of(goal, about)]


def goal(snapshot: Snapshot, about: Scope, indicator: str, public_only: bool = False) -> Goal | NoNumber:
    """The goal of a scope that counts today."""
    return goal_of(goals(snapshot, about, public_only), indicator, today().year, **_whose(about))


def goals_above(snapshot: Snapshot, about: Scope, indicator: str, public_only: bool = False) -> list[Goal]:
    """The goals that hold for a scope without one: of its municipalities, else of their region, else of the country."""
    everything, year = _goals(snapshot, registered.number(snapshot), public_only), today().year
    for codes in _above(snapshot, about):
        found = [goal_of(everything, indicator, year, code=code) for code in codes if code != about.id]
        if known := [one for one in found if isinstance(one, Goal)]:
            return known
    return []


def main_indicator(snapshot: Snapshot, about: Scope, public_only: bool = False) -> str:
    """The figure the page begins with: renewable on land when there is a goal for it, else the first with a goal, else that one."""
    own = [one.indicator for one in goals(snapshot, about, public_only) if one.indicator != ELSEWHERE]
    return stated.ON_LAND if stated.ON_LAND in own or not own else own[0]


def indicators(snapshot: Snapshot, about: Scope) -> list[str]:
    """The figures a reader can choose: those with a goal first, then what is looked ahead at."""
    own = {one.indicator for one in goals(snapshot, about)} - {ELSEWHERE}
    ahead = AHEAD if about.level in _MEASURED_ON else ()
    return list(
        dict.fromkeys(
            [main_indicator(snapshot, about), *(one for one in TARGET_INDICATORS if one in own), stated.ON_LAND, *ahead]
        )
    )


def series(snapshot: Snapshot, about: Scope, indicator: str) -> Series:
    """What is measured of a scope over the years, in the unit of the figure."""
    return _series(snapshot, registered.number(snapshot), today(), about, indicator, False)


def forecast(snapshot: Snapshot, about: Scope, indicator: str, until: int = USUAL_YEAR) -> Forecast | Gap:
    """The years ahead of a place, until the goal's year. A region or the country gets scenarios without a band."""
    return _forecast(snapshot, registered.number(snapshot), today(), about, indicator, until)


def cascade(snapshot: Snapshot, about: Scope, indicator: str, assumed: WhatIf = WhatIf()) -> Cascade | NoNumber:  # noqa: B008
    """What the parts of a scope promise against its goal. Of less than a municipality, and of a community, there is none."""
    kept = WhatIf(target=assumed.target, year=assumed.year)
    return _cascade(snapshot, registered.number(snapshot), today(), about, indicator, kept)


def ambition(found: Outcome) -> tuple[float, ...]:
    """What all regions together want, in GWh, beside a national goal; nothing for anywhere else."""
    goal = found.goal
    national = isinstance(goal, Goal) and goal.scope == "national" and goal.indicator == stated.ON_LAND
    return stated.ambition(published_figures(), goal.code) if national and isinstance(goal, Goal) else ()


# In all of these the number, of the register's last change, is a key: another change is another entry.


@lru_cache(maxsize=128)
def _outcome(
    snapshot: Snapshot,
    number: int,
    day: date,
    about: Scope,
    indicator: str,
    assumed: WhatIf,
    public: bool,
) -> Outcome:
    counted = outcomes.assumed_goal(goal(snapshot, about, indicator, public), assumed, indicator, **_whose(about))
    measured = _series(snapshot, number, day, about, indicator, public)
    chances = outcomes.assumed_chances(assumed)
    coming = hardness(
        scoped.projects(snapshot, about, public),
        indicator,
        chances=chances,
        counted_until=outcomes.measured_until(measured),
        by=counted.year if isinstance(counted, Goal) else None,
    )
    said = stated.of_country(published_figures(), about.id) if measured.published else None
    return outcomes.outcome(
        indicator,
        counted,
        measured,
        coming,
        stated_pipeline=said.pipeline if said else None,
        chances=chances,
        assumed=assumed,
        today=day,
    )


@lru_cache(maxsize=128)
def _series(snapshot: Snapshot, number: int, day: date, about: Scope, indicator: str, public: bool) -> Series:  # noqa: ARG001
    return series_of(snapshot, about, indicator, scoped.projects(snapshot, about, public), day, published_figures())


def _hides(snapshot: Snapshot, about: Scope) -> bool:
    """Whether what is public differs here; where it does not, both are kept as one."""
    targets = (registered.table(snapshot, "target", public_only=only) for only in (False, True))
    return scoped.hidden_projects(snapshot, about) > 0 or len({len(one) for one in targets}) > 1


@lru_cache(maxsize=6)
def _goals(snapshot: Snapshot, number: int, public: bool) -> list[Goal]:  # noqa: ARG001
    recorded = goals_of(registered.table(snapshot, "target", public))
    have = {(one.indicator, one.code) for one in recorded}
    said = stated.goals(published_figures())
    return recorded + [one for one in said if one.code in snapshot.areas and (one.indicator, one.code) not in have]


def _is_of(one: Goal, about: Scope) -> bool:
    whose = _whose(about)
    return about.sort is not Sort.COMMUNITY and (one.code, one.area) == (whose["code"], whose["area"])


def _whose(about: Scope) -> dict[str, str]:
    return {
        "code": about.id if about.sort is Sort.PLACE else "",
        "area": about.id if about.sort is Sort.AREA_PROCESS else about.id if about.sort is Sort.COMMUNITY else "",
    }


def _above(snapshot: Snapshot, about: Scope) -> list[list[str]]:
    whole = about.level in (Level.LAND, Level.PROVINCIE, Level.RES, Level.SUBRES)
    homes = [] if whole else [snapshot.areas[code] for code in about.municipalities if code in snapshot.areas]
    regions = sorted(
        {one.res for one in homes if one.res}
    )  # of a province or a region itself there is only the country above
    return [[one.code for one in homes], regions, [snapshot.country]]


@lru_cache(maxsize=16)
def _learned(snapshot: Snapshot, indicator: str) -> Learned | Gap:
    return record.learned(snapshot, indicator)


@lru_cache(maxsize=128)
def _forecast(snapshot: Snapshot, number: int, day: date, about: Scope, indicator: str, until: int) -> Forecast | Gap:
    family = family_of(indicator)
    if isinstance(family, Gap):
        return family
    if about.level not in _MEASURED_ON:
        return Gap(Missing.NOT_APPLICABLE, "vooruitkijken kan alleen voor gemeenten, regio's en het land")
    learned = _learned(snapshot, indicator)
    if isinstance(learned, Gap):
        return learned
    if about.level is Level.GEMEENTE:
        return forecast_of(learned, about.id, until)
    own = {int(year): value for year, value, _ in _series(snapshot, number, day, about, indicator, False).points}
    return forecast_of(learned, about.id, until, own)


@lru_cache(maxsize=64)
def _cascade(
    snapshot: Snapshot,
    number: int,  # noqa: ARG001
    day: date,  # noqa: ARG001
    about: Scope,
    indicator: str,
    assumed: WhatIf,
) -> Cascade | NoNumber:
    if about.is_part or about.sort is Sort.COMMUNITY:
        return no_number(Why.NO_GOAL, indicator=indicator)
    counted = outcomes.assumed_goal(goal(snapshot, about, indicator), assumed, indicator, **_whose(about))
    year = counted.year if isinstance(counted, Goal) else USUAL_YEAR
    recorded = goals_of(registered.table(snapshot, "target"))
    if about.level is Level.GEMEENTE:
        tables = {kind: registered.table(snapshot, kind) for kind in ("area_process", "project")}
        became = catalog.successors()
        return area_plans.of_municipality(about.id, counted, indicator, year, tables, recorded, became=became)
    if about.level is Level.LAND:
        regions = [one.code for one in snapshot.areas_at[Level.RES]]
        bids = bids_gwh(published_figures()) if indicator == stated.ON_LAND and year == USUAL_YEAR else {}
        return cascades.of_codes(about.id, counted, indicator, year, regions, recorded, "region", bids)
    return cascades.of_codes(about.id, counted, indicator, year, about.municipalities, recorded, "municipality")
