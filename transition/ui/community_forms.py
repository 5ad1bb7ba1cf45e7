"""Which form is open on the page of communities, and where: one at a time, opened by a button, closed when it is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from transition.domain.register.fields import Value
from transition.domain.register.kinds import KINDS
from transition.store import Snapshot
from transition.ui import choice, record_form, registered

_OPEN = "community_form"


@dataclass(frozen=True)
class _Opened:
    place: str
    kind: str
    id: str | None
    preset: Mapping[str, Value] = field(default_factory=dict)


def show(snapshot: Snapshot, place: str) -> bool:
    """What was saved last at this place, and the form that is open here; whether one is."""
    register = registered.register(snapshot)
    record_form.saved(register, place)
    opened: _Opened | None = st.session_state.get(_OPEN)
    if opened is None or opened.place != place:
        return False
    record_form.edit(snapshot, register, opened.kind, opened.id, dict(opened.preset), _done(opened), place)
    return True


def section(
    snapshot: Snapshot, place: str, kind: str, names: Mapping[str, str], preset: Mapping[str, Value] | None = None
) -> None:
    """Adding a record of a kind, and changing one of these; or the form, when it is open. names: id -> what it is called."""
    if show(snapshot, place):
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        add(place, kind, preset)
        if names:
            change_one(place, kind, names)


def add(place: str, kind: str, preset: Mapping[str, Value] | None = None) -> None:
    """The button that opens the form of a new record."""
    label = f"{KINDS[kind].label} toevoegen"
    opened = _Opened(place, kind, None, preset or {})
    st.button(label, key=f"add_{place}", icon=":material/add:", on_click=_open, args=(opened,))


def change(place: str, kind: str, id: str) -> None:
    """The button that opens the form of one record."""
    label = f"{KINDS[kind].label} wijzigen"
    st.button(label, key=f"edit_{place}", icon=":material/edit:", on_click=_open, args=(_Opened(place, kind, id),))


def change_one(place: str, kind: str, names: Mapping[str, str]) -> None:
    """The choice of which record to change. names: id -> what it is called."""
    key = f"pick_{place}"

    def picked() -> None:
        if st.session_state[key]:
            _open(_Opened(place, kind, st.session_state[key]))
            st.session_state[key] = None

    st.selectbox(
        f"{KINDS[kind].label} wijzigen",
        list(names),
        index=None,
        format_func=lambda id: names.get(id, id),
        placeholder="Kies welke",
        key=key,
        on_change=picked,
    )


def _open(opened: _Opened) -> None:
    st.session_state[_OPEN] = opened


def _done(opened: _Opened) -> record_form.Done:
    def done(saved: str | None) -> None:
        st.session_state.pop(_OPEN, None)
        if opened.kind == "community" and saved and not opened.id:
            choice.show_record("community", saved)

    return done
