"""Gebieden op tijd: per area what is the matter, when its next step comes, and how long it is in its phase."""

from datetime import date
from functools import lru_cache, partial

import pandas as pd
import streamlit as st

from transition.metrics.scope import Scope, Sort
from transition.metrics.steering import area_signals
from transition.metrics.steering.open_steps import OpenStep, open_steps
from transition.metrics.steering.signals import Signals, signals
from transition.store import Snapshot
from transition.ui import (
    area_names,
    mode,
    registered,
    scoped,
    show,
    steering_empty,
    steering_lead_times,
)
from transition.ui.area_data import today
from transition.ui.steering_shown import shown
from transition.views import areas_on_time, sign_counts, step_lanes, text
from transition.views.area_names import AreaNames
from transition.views.count_bars import first_of
from transition.views.step_lanes import Lane

FIRST, DRAWN = 8, 15
"""So many areas are listed, and drawn; the table has all of them."""


def section(snapshot: Snapshot, about: Scope) -> None:
    """All of it; with a designed state for a scope without areas."""
    if not about.areas:
        steering_empty.no_areas(snapshot, about)
        return
    told, listed, counted, of = _told(snapshot, registered.number(snapshot), today(), about, area_names.names(snapshot))
    one = about.sort is Sort.AREA_PROCESS
    shown(
        snapshot,
        about,
        listed,
        heading=areas_on_time.heading(told),
        what=f"{'hoe het gebied ervoor staat' if one else 'hoe de gebieden ervoor staan'}",
        reading=areas_on_time.READING + first_of(FIRST, of),
        kinds=area_signals.NEEDED,
        table=partial(_table, snapshot, about),
        name="gebieden-op-tijd",
    )
    if counted and not one:
        shown(
            snapshot,
            about,
            counted,
            heading=sign_counts.heading(told),
            what=f"punten van aandacht in {text.number(told.of)} gebieden die lopen",
            reading=sign_counts.READING,
            kinds=area_signals.NEEDED,
            table=lambda: sign_counts.table(signals(scoped.signals(snapshot, public_only=True), about.areas)),
            name="wat-er-speelt",
        )
    _lanes(snapshot, about)
    if told.of:
        steering_lead_times.section(snapshot, about, told.of)


@lru_cache(maxsize=64)
def _told(
    snapshot: Snapshot, number: int, day: date, about: Scope, names: AreaNames  # noqa: ARG001
) -> tuple[Signals, str, str, int]:  # fmt: skip
    found = scoped.signals(snapshot)
    own = areas_on_time.in_order((found[id] for id in about.areas if id in found), names)
    told = signals(found, about.areas)
    return told, areas_on_time.html(own[:FIRST], names), sign_counts.html(told), len(own)


def _table(snapshot: Snapshot, about: Scope) -> pd.DataFrame:
    found, names = scoped.signals(snapshot, public_only=True), area_names.names(snapshot)
    return areas_on_time.table(areas_on_time.in_order((found[id] for id in about.areas if id in found), names), names)


def _lanes(snapshot: Snapshot, about: Scope) -> None:
    lanes = _next(snapshot, registered.number(snapshot), about, area_names.names(snapshot))
    if not lanes:
        st.info("Van geen enkele stap die nog komt is een dag vastgelegd. Daarom is er geen tijdlijn.")
        return
    one = about.sort is Sort.AREA_PROCESS
    shown(
        snapshot,
        about,
        lambda: show.plotly(
            step_lanes.figure(lanes if one else lanes[:DRAWN], today(), mode.is_dark()), key=f"lanes_{about.id}"
        ),
        heading=step_lanes.heading_of_area(lanes, today()) if one else step_lanes.heading(lanes, today()),
        what=f"{'alle stappen' if one else 'de volgende stap per gebied'}: eerst gepland en nu gepland",
        reading=step_lanes.READING + ("" if one else first_of(DRAWN, len(lanes))),
        kinds=steering_lead_times.KINDS,
        table=partial(_steps, snapshot, about),
        name="stappen",
    )


@lru_cache(maxsize=4)
def _coming(snapshot: Snapshot, number: int) -> dict[str, list[OpenStep]]:  # noqa: ARG001 - the number is the key
    return open_steps(area_names.steps(snapshot))


@lru_cache(maxsize=64)
def _next(snapshot: Snapshot, number: int, about: Scope, names: AreaNames) -> list[Lane]:
    if about.sort is Sort.AREA_PROCESS:
        steps = area_names.steps(snapshot)
        return step_lanes.of_area(steps[steps["area"].isin(about.areas)], names)
    states = registered.table(snapshot, "area_process")["state"]
    going = [id for id in about.areas if states.get(id) in area_signals.GOES_ON]
    return step_lanes.next_steps(_coming(snapshot, number), going, names)


def _steps(snapshot: Snapshot, about: Scope) -> pd.DataFrame:
    steps = area_names.steps(snapshot, public_only=True)
    return step_lanes.table(steps[steps["area"].isin(about.areas)], area_names.names(snapshot))
