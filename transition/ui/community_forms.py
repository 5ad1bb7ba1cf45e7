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


def show(snapshot: Snapshot, place: str) -> None:
    """What was saved last at this place, and the form that is open here."""
    register = registered.register(snapshot)
    record_form.saved(register, place)
    opened: _Opened | None = st.session_state.get(_OPEN)
    if opened is not None and opened.place == place:
        record_form.edit(snapshot, register, opened.kind, opened.id, dict(opened.preset), _done(opened), place)


def add(place: str, kind: str, preset: Mapping[str, Value] | None = None, *, primary: bool = False) -> None:
    """The button that opens the form of a new record."""
    st.button(
        f"{KINDS[kind].label} toevoegen",
        key=f"add_{place}_{kind}",
        icon=":material/add:",
        type="primary" if primary else "secondary",
        on_click=_open,
        args=(_Opened(place, kind, None, preset or {}),),
    )


def change(place: str, kind: str, id: str) -> None:
    """The button that opens the form of one record."""
    label = f"{KINDS[kind].label} wijzigen"
    st.button(
        label, key=f"edit_{place}_{kind}", icon=":material/edit:", on_click=_open, args=(_Opened(place, kind, id),)
    )


def change_one(place: str, kind: str, names: Mapping[str, str]) -> None:
    """The choice of which record to change. names: id -> what it is called."""
    key = f"pick_{place}_{kind}"

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
