"""Eigenaarschap: on which level areas stand according to each side, what moved, and how the cooperation goes."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache, partial

import pandas as pd

from transition.domain.register import choices
from transition.metrics.ownership import ladder
from transition.metrics.ownership.ladder import Change, Distribution
from transition.metrics.ownership.two_sided import LOCAL, MUNICIPALITY, TwoSided
from transition.metrics.scope import Scope, Sort
from transition.metrics.steering.area_signals import LOOK_BACK
from transition.store import Snapshot
from transition.ui import area_names, registered, scoped, steering_cooperation, steering_empty
from transition.ui.area_data import today
from transition.ui.steering_shown import public_areas, public_records, shown
from transition.views import area_lanes, ladder_text
from transition.views.area_names import AreaNames
from transition.views.count_bars import first_of

KIND = "ownership_assessment"
FIRST = 15


def section(snapshot: Snapshot, about: Scope) -> None:
    """The levels now and since a year, per area, and the cooperation."""
    if not about.areas:
        steering_empty.no_areas(snapshot, about)
        return
    own = scoped.records(snapshot, KIND, about)
    if own.empty:
        steering_empty.not_recorded(
            "eigenaarschap",
            "Vraag beide kanten, de gemeente en de lokale partij, op welk niveau het gebied staat, met bewijs erbij.",
        )
    elif about.sort is Sort.AREA_PROCESS:
        _one(snapshot, about, own)
    else:
        _several(snapshot, about)
    steering_cooperation.section(snapshot, about)


def _one(snapshot: Snapshot, about: Scope, own: pd.DataFrame) -> None:
    given = area_lanes.judgements(own, "assessed_on", "level")
    shown(
        snapshot,
        about,
        area_lanes.html(given, choices.OWNERSHIP_LEVELS, "Eigenaarschap"),
        heading=area_lanes.message(given, choices.OWNERSHIP_LEVELS, ""),
        what="niveau van eigenaarschap volgens twee kanten",
        reading=area_lanes.READING,
        kinds=(KIND,),
        table=partial(_areas_table, snapshot, about),
        name="eigenaarschap",
    )


def _several(snapshot: Snapshot, about: Scope) -> None:
    sides, _, drawn = _told(snapshot, registered.number(snapshot), today(), about)
    shown(
        snapshot,
        about,
        drawn,
        heading=ladder_text.heading(sides[0]),
        what="gebieden per niveau van eigenaarschap, het laatste oordeel van elke kant",
        reading=" ".join((ladder_text.READING, *(ladder_text.middle(one) for one in sides))),
        kinds=(KIND,),
        table=partial(_table, snapshot, about),
        name="eigenaarschap-niveaus",
    )
    listed, of = _areas(snapshot, registered.number(snapshot), today(), about, area_names.names(snapshot))
    shown(
        snapshot,
        about,
        listed,
        heading=ladder_text.heading_of_areas(_both(snapshot, registered.number(snapshot), today(), about)),
        what="het laatste niveau per gebied volgens elke kant",
        reading=ladder_text.READING_AREAS + first_of(FIRST, of),
        kinds=(KIND,),
        table=partial(_areas_table, snapshot, about),
        name="eigenaarschap-gebieden",
    )


_Told = tuple[list[Distribution], list[Change]]


def _levels(records: pd.DataFrame, areas: Sequence[str], day: date) -> _Told:
    sides = (MUNICIPALITY, LOCAL)
    return (
        [ladder.distribution(records, areas, side, day) for side in sides],
        [ladder.change(records, areas, side, day - LOOK_BACK, day) for side in sides],
    )


@lru_cache(maxsize=64)
def _told(snapshot: Snapshot, number: int, day: date, about: Scope) -> tuple[list[Distribution], list[Change], str]:  # noqa: ARG001
    sides, changes = _levels(scoped.records(snapshot, KIND, about), about.areas, day)
    return sides, changes, ladder_text.html(sides, changes)


@lru_cache(maxsize=64)
def _both(snapshot: Snapshot, number: int, day: date, about: Scope) -> dict[str, TwoSided]:  # noqa: ARG001
    return ladder.both_sides(scoped.records(snapshot, KIND, about), about.areas, day)


@lru_cache(maxsize=64)
def _areas(snapshot: Snapshot, number: int, day: date, about: Scope, names: AreaNames) -> tuple[str, int]:
    found = ladder_text.in_order(_both(snapshot, number, day, about), names)
    moves = {one.side: one.moves for one in _told(snapshot, number, day, about)[1]}
    return ladder_text.areas_html(found[:FIRST], moves, names), len(found)


def _table(snapshot: Snapshot, about: Scope) -> pd.DataFrame:
    areas = public_areas(snapshot, about)
    return ladder_text.table(*_levels(public_records(snapshot, KIND, about), areas, today()))


def _areas_table(snapshot: Snapshot, about: Scope) -> pd.DataFrame:
    return ladder_text.areas_table(public_records(snapshot, KIND, about), area_names.names(snapshot))
