"""Wie doet wat: the roles of the areas against the rules; of one area the whole table."""

from functools import lru_cache, partial

import pandas as pd

from transition.metrics import area_roles as roles_of
from transition.metrics.scope import Scope, Sort
from transition.metrics.steering.roles import role_checks
from transition.store import Snapshot
from transition.ui import area_names, registered, scoped, steering_empty
from transition.ui.steering_shown import public_records, shown
from transition.views import area_roles
from transition.views import role_checks as checks
from transition.views.area_names import AreaNames
from transition.views.count_bars import first_of

FIRST = 15


def section(snapshot: Snapshot, about: Scope) -> None:
    """The rules over all areas of a scope, and what does not fit per area."""
    if not about.areas:
        steering_empty.no_areas(snapshot, about)
        return
    own = scoped.records(snapshot, "role", about)
    if own.empty:
        steering_empty.not_recorded(
            "wie wat doet", "Leg per gebied en per onderwerp vast wie eindverantwoordelijk is en wie het uitvoert."
        )
        return
    drawn, listed, heading, of = _told(snapshot, registered.number(snapshot), about, area_names.names(snapshot))
    one = about.sort is Sort.AREA_PROCESS
    shown(
        snapshot,
        about,
        listed + area_roles.html(roles_of.by_letter(own)) if one else drawn + listed,
        heading=heading,
        what="wie eindverantwoordelijk is en wie uitvoert",
        reading=checks.READING + ("" if one else first_of(FIRST, of)),
        kinds=("role", "area_process"),
        table=partial(_table, snapshot, about),
        name="rollen",
    )


@lru_cache(maxsize=64)
def _told(snapshot: Snapshot, number: int, about: Scope, names: AreaNames) -> tuple[str, str, str, int]:  # noqa: ARG001
    found = role_checks(scoped.records(snapshot, "role", about), about.areas)
    areas, leads = checks.in_order(found, names), registered.table(snapshot, "area_process")["lead_state"].to_dict()
    return checks.html(found), checks.areas_html(areas[:FIRST], found, leads, names), checks.heading(found), len(areas)


def _table(snapshot: Snapshot, about: Scope) -> pd.DataFrame:
    leads = registered.table(snapshot, "area_process", public_only=True)["lead_state"].to_dict()
    names, areas = area_names.names(snapshot), [id for id in about.areas if id in leads]
    found = role_checks(public_records(snapshot, "role", about), areas)
    return checks.table(checks.in_order(found, names), found, leads, names)
