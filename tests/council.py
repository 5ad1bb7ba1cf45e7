"""What ten sentences rest on, made by hand: a municipality of which all is recorded, in round figures."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from tests.metrics.register_tables import tables
from tests.metrics.steering.places import goal, projects
from transition.domain.areas import Level
from transition.metrics.council import NEEDED, Council, Recorded, recorded
from transition.metrics.council_peers import Beside, Group, SolarBeside
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership import shares
from transition.metrics.ownership.shares import Definition
from transition.metrics.scope import Scope, Sort
from transition.metrics.steering.area_signals import area_signals
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import hardness
from transition.metrics.steering.outcome import Series, outcome

DAY = date(2026, 11, 23)
AREAS = ("dorp", "haven", "leeg", "molen", "oud")
PLACE = Scope(Sort.PLACE, "GM9003", "Kreeftenpolder", Level.GEMEENTE, ("GM9003",), AREAS)
GOAL = goal(100.0, 2030, code="GM9003", decided_by="council", decided_on=date(2021, 6, 4))
PARKS = {
    "molens": {"expected_mwh": 30_000.0, "share_residents": 0.2, "share_local_business": 0.3, "share_not_local": 0.5},
    "weide": {"expected_mwh": 10_000.0, "technology": "solar_field", "share_not_local": 1.0},
    "plan": {"expected_mwh": 20_000.0, "status": "permitted", "technology": "solar_field"},
}


def register(**changes: dict[str, Any]) -> Recorded:
    """What is recorded of `AREAS`. changes: '<kind>__<id>' -> fields that are something else."""
    made = tables()
    made["party"].loc["eendracht", "type"] = "cooperative"
    made["decision"].loc["d1", "municipality"] = "GM9003"
    for where, fields in changes.items():
        kind, _, id = where.partition("__")
        for name, value in fields.items():
            made[kind].at[id, name] = pd.Timestamp(value) if made[kind][name].dtype.kind == "M" else value
    found = area_signals(made, DAY)
    return recorded({kind: made[kind] for kind in NEEDED}, found, DAY, areas=AREAS, municipalities=("GM9003",))


@cache
def _usual() -> Recorded:
    return register()


def council(
    aim: Goal | NoNumber = GOAL,
    realised: tuple[float, ...] = (34.0, 36.0, 38.0, 40.0),
    *,
    said: Recorded | None = None,
    parks: dict[str, dict[str, Any]] | None = None,
    **more: Any,
) -> Council:
    """realised: GWh of the years up to 2024, the last one estimated."""
    years = range(2025 - len(realised), 2025)
    points = [
        (str(year), value, "estimated" if year == 2024 else "final")
        for year, value in zip(years, realised, strict=True)
    ]
    table = projects({id: {**row} for id, row in (PARKS if parks is None else parks).items()})
    standing = shares.realised(shares.owned(table))
    coming = hardness(table, "renewable_on_land_gwh", counted_until=date(2024, 12, 31))
    peers = SolarBeside(
        Beside(1500.0, 2000.0, 6, 7, 2), Group(Level.GEMEENTE, ("GM9004",), 20_000, 50_000), "2024", "final", "CBS"
    )
    made = Council(
        about=PLACE,
        outcome=outcome("renewable_on_land_gwh", aim, Series(points), coming),
        recorded=said or _usual(),
        broad=shares.share(standing, Definition.BROAD),
        strict=shares.share(standing, Definition.STRICT),
        peers=peers,
        day=DAY,
    )
    return replace(made, **more)
