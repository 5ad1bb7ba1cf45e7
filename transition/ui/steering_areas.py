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
    register_source,
    registered,
    scoped,
    show,
    steering_empty,
    steering_lead_times,
)
from transition.ui.area_data import today
from transition.views import areas_on_time, sign_counts, step_lanes, text
from transition.views.area_names import AreaNames
from transition.views.brought import plain
from transition.views.count_bars import first_of
from transition.views.step_lanes import Lane

FIRST = 15
"""So many areas are listed or drawn; the table has all of them."""


def section(snapshot: Snapshot, about: Scope) -> None:
    """All of it; with a designed state for a scope without areas."""
    if not about.areas:
        steering_empty.no_areas(snapshot, about)
        return
    told, listed, counted, of = _told(snapshot, registered.number(snapshot), today(), about, area_names.names(snapshot))
    source = plain(register_source.line(snapshot, area_signals.NEEDED)) + "."
    one = about.sort is Sort.AREA_PROCESS
    show.show(
        lambda: st.html(listed),
        heading=areas_on_time.heading(told),
        what=plain(f"{about.name}, {'hoe het gebied ervoor staat' if one else 'hoe de gebieden ervoor staan'}"),
        reading=areas_on_time.READING + first_of(FIRST, of),
        source=source,
        table=partial(_table, snapshot, about),
        name=f"gebieden-op-tijd-{about.id}",
    )
    if counted and not one:
        show.show(
            lambda: st.html(counted),
            heading=sign_counts.heading(told),
            what=plain(f"{about.name}, punten van aandacht in {text.number(told.of)} gebieden die lopen"),
            reading=sign_counts.READING,
            source=source,
            table=lambda: sign_counts.table(signals(scoped.signals(snapshot, public_only=True), about.areas)),
            name=f"wat-er-speelt-{about.id}",
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
    show.show(
        lambda: show.plotly(
            step_lanes.figure(lanes if one else lanes[:FIRST], today(), mode.is_dark()), key=f"lanes_{about.id}"
        ),
        heading=step_lanes.heading_of_area(lanes, today()) if one else step_lanes.heading(lanes, today()),
        what=plain(
            f"{about.name}, {'alle stappen' if one else 'de volgende stap per gebied'}: eerst gepland en nu gepland"
        ),
        reading=step_lanes.READING + ("" if one else first_of(FIRST, len(lanes))),
        source=plain(register_source.line(snapshot, steering_lead_times.KINDS)) + ".",
        table=partial(_steps, snapshot, about),
        name=f"stappen-{about.id}",
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
