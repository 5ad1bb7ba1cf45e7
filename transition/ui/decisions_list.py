"""Wat vraagt nu een besluit, as a part of a page: a sentence, the first of the list, and all of it as a table."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from transition.metrics.scope import Scope
from transition.metrics.steering import area_signals
from transition.metrics.steering.decisions_needed import Asked
from transition.store import Snapshot
from transition.ui import area_names, scoped
from transition.ui.area_data import today
from transition.ui.steering_shown import shown
from transition.views import decisions_needed
from transition.views.count_bars import first_of

KINDS = (*area_signals.NEEDED, "decision")
"""The kinds of records the list is made of."""
_FIRST = 8


def section(snapshot: Snapshot, about: Scope, first: int = _FIRST) -> None:
    """The list of a scope. first: how many of it are shown; the table has all of them that are public.

    Needs the style of `steering_parts_style` on the page.
    """
    found = scoped.decisions(snapshot, about)
    if not found:
        st.subheader("Er is niets vastgelegd dat nu een besluit vraagt")
        st.info(nothing(about))
        return
    shown(
        snapshot,
        about,
        html(snapshot, found, first),
        heading=decisions_needed.heading(found),
        what="in volgorde van gevolg",
        reading=decisions_needed.READING + first_of(first, len(found)),
        kinds=KINDS,
        table=partial(_table, snapshot, about),
        name="wat-vraagt-een-besluit",
    )


def html(snapshot: Snapshot, found: Sequence[Asked], first: int = _FIRST) -> str:
    """The first of the list; needs the style of `steering_parts_style` on the page. found: of `scoped.decisions`."""
    return decisions_needed.html(found[:first], area_names.names(snapshot), today())


def nothing(about: Scope) -> str:
    """What a reader sees where nothing asks for a decision."""
    if not about.areas:
        return (
            "Hier is geen gebied vastgelegd. Leg op de pagina Gebieden een gebied vast met zijn stappen en besluiten, "
            "of een besluit over de hele gemeente. Dan staat hier wat er aankomt."
        )
    return (
        "Er staat geen gepland besluit, geen stap die vastzit, geen gebied dat stilstaat en geen gat in de dekking. "
        "Dat kan ook betekenen dat niemand het heeft vastgelegd."
    )


def _table(snapshot: Snapshot, about: Scope) -> pd.DataFrame:
    return decisions_needed.table(scoped.decisions(snapshot, about, public_only=True), area_names.names(snapshot))
