"""Besluiten: what asks for a decision now, and the log of what was decided and why."""

from datetime import date
from functools import lru_cache, partial

import pandas as pd
import streamlit as st

from transition import catalog
from transition.metrics import scope
from transition.metrics.scope import Scope
from transition.store import Snapshot
from transition.ui import area_names, decisions_list, registered
from transition.ui.area_data import today
from transition.ui.steering_shown import shown
from transition.views import decision_log, text
from transition.views.area_names import AreaNames


def section(snapshot: Snapshot, about: Scope) -> None:
    """The list of what asks for a decision, and the log."""
    decisions_list.section(snapshot, about)
    found = of(snapshot, about)
    if found.empty:
        st.subheader("Er is nog geen besluit vastgelegd")
        st.info(
            "Leg bij een besluit ook vast waarom het nodig was en wat het moet opleveren. Dan ziet u later of dat zo was."
        )
        return
    heading, more, listed = _told(snapshot, registered.number(snapshot), about, area_names.names(snapshot), today())
    shown(
        snapshot,
        about,
        listed,
        heading=heading,
        what="besluiten met signaal en verwacht effect",
        reading=decision_log.READING + more,
        kinds=("decision",),
        table=partial(_table, snapshot, about),
        name="besluiten",
    )


def of(snapshot: Snapshot, about: Scope, public_only: bool = False) -> pd.DataFrame:
    """The register's decisions on the areas of a scope, and on its municipalities as a whole; read-only."""
    return _of(snapshot, registered.number(snapshot), about, public_only)


@lru_cache(maxsize=64)
def _of(snapshot: Snapshot, number: int, about: Scope, public_only: bool) -> pd.DataFrame:  # noqa: ARG001 - the number is the key
    found = registered.table(snapshot, "decision", public_only)
    own = found["area"].isin(about.areas)
    if not about.is_part:
        at = scope.with_former(about.municipalities, catalog.successors())
        own |= found["area"].isna() & found["municipality"].isin(at)
    return decision_log.in_order(found[own])


@lru_cache(maxsize=64)
def _told(snapshot: Snapshot, number: int, about: Scope, names: AreaNames, day: date) -> tuple[str, str, str]:  # noqa: ARG001
    found = of(snapshot, about)
    few = decision_log.first(found)
    more = (
        f" U ziet er {len(few)} van de {text.number(len(found))}; de andere staan in de tabel."
        if len(few) < len(found)
        else ""
    )
    return decision_log.heading(found), more, decision_log.html(few, names, pd.Timestamp(day))


def _table(snapshot: Snapshot, about: Scope) -> pd.DataFrame:
    return decision_log.table(of(snapshot, about, public_only=True), area_names.names(snapshot))
