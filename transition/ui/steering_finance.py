"""Geld: what the areas cost together, how far that is covered, and where the gaps are."""

from functools import lru_cache, partial

import pandas as pd

from transition.metrics.area_money import money
from transition.metrics.scope import Scope, Sort
from transition.metrics.steering.finance import Finance, finance
from transition.store import Snapshot
from transition.ui import area_names, mode, registered, scoped, steering_empty
from transition.ui.steering_shown import public_areas, public_records, shown
from transition.views import finance_cover
from transition.views.area_names import AreaNames
from transition.views.count_bars import first_of

KIND = "finance_line"
FIRST = 15


def section(snapshot: Snapshot, about: Scope) -> None:
    """The sum of a scope, and per area."""
    if not about.areas:
        steering_empty.no_areas(snapshot, about)
        return
    if scoped.records(snapshot, KIND, about).empty:
        steering_empty.not_recorded(
            "de kosten en de dekking",
            "Leg per gebied de kosten vast, en per bron wat is toegezegd, aangevraagd of verwacht. "
            "Zet erbij van welk jaar de prijzen zijn.",
        )
        return
    found = _sum(snapshot, registered.number(snapshot), about)
    one = about.sort is Sort.AREA_PROCESS
    shown(
        snapshot,
        about,
        finance_cover.html(found, mode.is_dark()),
        heading=finance_cover.heading(found),
        what="kosten en dekking in euro's",
        reading=finance_cover.reading(found),
        kinds=(KIND,),
        table=partial(_table if one else _sum_table, snapshot, about),
        name="geld",
    )
    if one:
        return
    listed, of, heading = _areas(snapshot, registered.number(snapshot), about, area_names.names(snapshot))
    shown(
        snapshot,
        about,
        listed,
        heading=heading,
        what="kosten, dekking en gat per gebied, in miljoenen euro's",
        reading=finance_cover.READING_AREAS + first_of(FIRST, of),
        kinds=(KIND,),
        table=partial(_table, snapshot, about),
        name="geld-gebieden",
    )


@lru_cache(maxsize=64)
def _sum(snapshot: Snapshot, number: int, about: Scope) -> Finance:  # noqa: ARG001 - the number is the key
    return finance(scoped.records(snapshot, KIND, about), about.areas)


def _sum_table(snapshot: Snapshot, about: Scope) -> pd.DataFrame:
    areas = public_areas(snapshot, about)
    return finance_cover.sum_table(finance(public_records(snapshot, KIND, about), areas))


def _listed(snapshot: Snapshot, about: Scope, public_only: bool = False) -> pd.DataFrame:
    return finance_cover.in_order(
        money(public_records(snapshot, KIND, about) if public_only else scoped.records(snapshot, KIND, about)),
        area_names.names(snapshot),
    )


@lru_cache(maxsize=64)
def _areas(snapshot: Snapshot, number: int, about: Scope, names: AreaNames) -> tuple[str, int, str]:  # noqa: ARG001
    found = _listed(snapshot, about)
    return (
        finance_cover.areas_html(found[:FIRST], names),
        len(found),
        finance_cover.heading_of_areas(finance_cover.gaps(found)),
    )


def _table(snapshot: Snapshot, about: Scope) -> pd.DataFrame:
    return finance_cover.table(_listed(snapshot, about, public_only=True), area_names.names(snapshot))
