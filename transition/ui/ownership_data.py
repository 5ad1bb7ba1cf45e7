"""What the page about local ownership rests on, kept per state of the register, what it is about and what a reader assumes."""

import math
from datetime import date
from functools import lru_cache

import pandas as pd

from transition import catalog
from transition.domain.areas import Level
from transition.domain.what_if import WhatIf
from transition.metrics.ownership import local as local_ownership
from transition.metrics.ownership.local import Local
from transition.metrics.production import Estimate, full_load_hours
from transition.metrics.scope import Scope, Sort
from transition.metrics.steering.yearly import yearly
from transition.store import Snapshot
from transition.ui import registered, scoped
from transition.ui.area_data import today


def local(snapshot: Snapshot, about: Scope, assumed: WhatIf = WhatIf()) -> Local:  # noqa: B008 - it is frozen
    """Everything about local ownership in a scope, as of today. Of the assumptions only the chances and the local share count."""
    known = _local(snapshot, registered.number(snapshot), today(), about)
    given = {"developing": assumed.developing, "permitted": assumed.permitted, "building": assumed.building}
    chances = {name: chance / 100 for name, chance in given.items() if chance is not None}
    part = None if assumed.local_share is None else assumed.local_share / 100
    if not chances and part is None:
        return known
    return local_ownership.assuming(known, counting(snapshot, about), chances, part)


def counting(snapshot: Snapshot, about: Scope, public_only: bool = False) -> pd.DataFrame:
    """The projects behind it, with their production and owners (`local.counting`); read-only. public_only: what may be told outside."""
    public = public_only and scoped.hidden_projects(snapshot, about) > 0
    return _counting(snapshot, registered.number(snapshot), about, public)


def inhabitants(snapshot: Snapshot, about: Scope) -> tuple[float, str] | None:
    """How many people live there and in which year; None for a part of a municipality and where nobody counted.

    Of a region that has no figure of its own, and of a community: its municipalities together, when all have the same newest year.
    """
    if about.is_part:
        return None
    if about.is_place and (own := _people(snapshot, about.id)):
        return own
    found = [_people(snapshot, code) for code in about.municipalities]
    known = [one for one in found if one]
    if not known or len(known) < len(found) or len({year for _, year in known}) > 1:
        return None
    return math.fsum(people for people, _ in known), known[0][1]


def around(snapshot: Snapshot, about: Scope) -> str:
    """The code of the region whose municipalities stand beside it: of one municipality its energy region; else ''."""
    if len(about.municipalities) != 1:
        return ""
    area = snapshot.areas.get(about.municipalities[0])
    return area.res if area else ""


# In all of these the number, of the register's last change, is a key: another change is another entry.


@lru_cache(maxsize=128)
def _local(snapshot: Snapshot, number: int, day: date, about: Scope) -> Local:  # noqa: ARG001
    tables = {kind: registered.table(snapshot, kind) for kind in local_ownership.NEEDED}
    tables["participation"] = scoped.records(snapshot, "participation", about)
    people = inhabitants(snapshot, about)
    return local_ownership.local(
        scoped.projects(snapshot, about),
        tables,
        day,
        code=about.id if about.is_place else "",
        area=about.id if about.sort is Sort.AREA_PROCESS else "",
        municipalities=about.municipalities,
        peers=_peers(snapshot, about),
        is_part=about.is_part,
        inhabitants=people[0] if people else None,
        solar_hours=_solar_hours(snapshot),
    )


@lru_cache(maxsize=64)
def _counting(snapshot: Snapshot, number: int, about: Scope, public: bool) -> pd.DataFrame:  # noqa: ARG001
    return local_ownership.counting(scoped.projects(snapshot, about, public), _solar_hours(snapshot))


def _peers(snapshot: Snapshot, about: Scope) -> tuple[str, ...]:
    region = around(snapshot, about)
    return scoped.of_place(snapshot, region).municipalities if region else about.municipalities


def _people(snapshot: Snapshot, code: str) -> tuple[float, str] | None:
    known = [(value, year) for year, value, _ in snapshot.series(code, "population_count") if not math.isnan(value)]
    return known[-1] if known else None


@lru_cache(maxsize=3)
def _solar_hours(snapshot: Snapshot) -> dict[str, float]:
    """Municipality -> full-load hours of the sun in its sub-region, of the newest year with both production and capacity."""
    regions = {area.code: _hours(snapshot, area.code) for area in snapshot.areas_at.get(Level.SUBRES, ())}
    return {
        area.code: hours
        for area in snapshot.areas.values()
        if area.level is Level.GEMEENTE and (hours := regions.get(area.subres)) is not None
    }


def _hours(snapshot: Snapshot, region: str) -> float | None:
    capacity, produced = (
        {year: value for year, value, _ in yearly(snapshot, region, catalog.indicator(id)).points}
        for id in ("solar_capacity_kwp", "solar_production_gwh")
    )
    for year, gwh in reversed(produced.items()):
        found = full_load_hours(gwh, capacity.get(year, math.nan))
        if isinstance(found, Estimate):
            return found.value
    return None
