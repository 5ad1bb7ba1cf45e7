"""The editing side of the pages of area processes: a new one, its own facts, and what belongs to each part of its page."""

import pandas as pd
import streamlit as st

from transition.domain.areas import Level, gemeente_of
from transition.domain.register.fields import Value
from transition.domain.selection import Selection
from transition.store import Snapshot
from transition.ui import choice, record_children, record_form, record_history, record_saved, registered, role_matrix
from transition.ui.area_links import WORD

_PLACE = "area"
_OPEN = "area_form"
_NEW = ""
_LISTS = {
    "": ("milestone",),
    "geld": ("finance_line",),
    "eigenaarschap": ("ownership_assessment", "cooperation_score", "participation"),
    "besluiten": ("decision",),
    "projecten": ("project",),
}
"""Part of the page -> the kinds of records that are kept up there."""


def new(snapshot: Snapshot, selection: Selection) -> None:
    """The button for a new area process in the municipality the reader chose, and its form."""
    record_form.saved(registered.register(snapshot), _PLACE)
    if st.session_state.get(_OPEN) == _NEW:
        preset: dict[str, Value] = {"municipalities": _here(snapshot, selection)}
        record_form.edit(snapshot, registered.register(snapshot), "area_process", None, preset, _added, _PLACE)
    else:
        st.button("Nieuw gebied", icon=":material/add:", key="area_new", on_click=_open, args=(_NEW,))


def facts(snapshot: Snapshot, id: str) -> None:
    """The button to change the area process itself, and its form."""
    record_form.saved(registered.register(snapshot), _PLACE)
    if st.session_state.get(_OPEN) == id:
        record_form.edit(snapshot, registered.register(snapshot), "area_process", id, None, _changed, _PLACE)
    else:
        st.button("Gebied wijzigen", icon=":material/edit:", key="area_change", on_click=_open, args=(id,))


def part(snapshot: Snapshot, id: str, row: pd.Series, word: str) -> None:
    """What can be changed in one part of the page, on request: nobody waits for a form they did not ask for."""
    if word not in (*_LISTS, "rollen", "geschiedenis"):
        return
    label = "Zet een eerdere stand terug" if word == "geschiedenis" else "Wijzig dit onderdeel"
    if not st.toggle(label, key=f"area_editing_{word}_{id}"):
        return
    register = registered.register(snapshot)
    if word == "rollen":
        role_matrix.table(snapshot, register, id)
        if st.toggle(
            "Liever per onderwerp een formulier", key=f"area_roles_{id}"
        ):  # on a phone, or with a screen reader
            record_children.children(snapshot, register, "role", id)
    elif word == "geschiedenis":
        record_history.section(snapshot, register, "area_process", id)
    for kind in _LISTS.get(word, ()):
        alone: dict[str, Value] = {"municipality": row["municipalities"][0]} if kind in ("decision", "project") else {}
        record_children.children(snapshot, register, kind, id, alone)


def _here(snapshot: Snapshot, selection: Selection) -> tuple[str, ...] | None:
    level = snapshot.areas[selection.area].level
    if level in (Level.WIJK, Level.BUURT):
        return (gemeente_of(selection.area),)
    return (selection.area,) if level is Level.GEMEENTE else None


def _open(id: str) -> None:
    record_saved.forget()
    st.session_state[_OPEN] = id


def _added(id: str | None) -> None:
    st.session_state.pop(_OPEN, None)
    if id:
        choice.show_record(WORD, id)


def _changed(id: str | None) -> None:  # noqa: ARG001 - the page shows whatever was saved
    st.session_state.pop(_OPEN, None)
