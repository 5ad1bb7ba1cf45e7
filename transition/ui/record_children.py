"""The records that belong to one record, as a compact list: each with its button to change it, and one to add another."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from transition.domain.register.fields import Kind, Type, Value
from transition.domain.register.kinds import KINDS
from transition.register.register import Register
from transition.store import Snapshot
from transition.ui import record_form, record_options, record_saved, registered
from transition.views import record_words

_NEW = ""
_MOST_SAID, _LONGEST = 4, 60
_STYLE = """<style>
[class*="st-key-children_row_"] { border-bottom: 1px solid rgba(128, 144, 144, .35); padding-bottom: .25rem; }
[class*="st-key-children_row_"] [data-testid="stText"] { overflow-wrap: anywhere; }
</style>"""


def children(
    snapshot: Snapshot,
    register: Register,
    kind: str,
    parent_id: str,
    preset: Mapping[str, Value] | None = None,
    link: str = "",
) -> None:
    """Lists the records of a kind that belong to `parent_id`; a form opens in the place of the one that is changed.

    link: the field that says to which record they belong, for a kind that can also stand alone (a decision). preset: what a new
    one starts with beside that.
    """
    declared = KINDS[kind]
    by = link or declared.parent or "area"
    place = f"{kind}-{parent_id}"
    table = registered.table(snapshot, kind)
    mine = table[table[by] == parent_id]
    names = record_options.names(snapshot, declared.fields)
    opened: str | None = st.session_state.get(_key(place))
    st.html(_STYLE)
    st.markdown(f"**{declared.plural}**")
    if mine.empty and opened is None:
        st.caption(f"Er staat hier nog niets bij. {declared.note}")
    edit = partial(record_form.edit, snapshot, register, kind, on_done=partial(_close, place), place=place)
    for id, row in mine.iterrows():
        if id == opened:
            edit(str(id))
        else:
            _row(declared, by, str(id), row, names, place)
    record_form.saved(register, place)
    if opened == _NEW:
        edit(None, {by: parent_id, **(preset or {})})
    elif opened is None:
        st.button(
            f"{declared.label} toevoegen", icon=":material/add:", key=f"add_{place}", on_click=_open, args=(place, _NEW)
        )


def _row(kind: Kind, by: str, id: str, row: pd.Series, names: Mapping[str, str], place: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"children_row_{kind.id}_{id}"):
        st.text(summary(kind, by, row, names), width="stretch")
        st.button(
            "Wijzig",
            key=f"edit_{place}_{id}",
            type="tertiary",
            icon=":material/edit:",
            on_click=_open,
            args=(place, id),
        )


def summary(kind: Kind, by: str, row: Mapping[str, Value] | pd.Series, names: Mapping[str, str]) -> str:
    """A record in one line: its title and the first things recorded of it. Plain text."""
    said = []
    for field in kind.fields:
        value = row[field.name]
        long = field.type in (Type.LONG_TEXT, Type.LINK, Type.POLYGON) or field.personal
        if field.name in (by, kind.title) or long or record_words.is_nothing(value):
            continue
        said.append(f"{field.label.lower()} {record_words.shown(field, value, names)[:_LONGEST]}")
    title = record_words.shown(kind.by_name[kind.title], row[kind.title], names)
    return f"{title}: {', '.join(said[:_MOST_SAID])}" if said else title


def _key(place: str) -> str:
    return f"children:{place}"


def _open(place: str, id: str) -> None:
    record_saved.forget()
    st.session_state[_key(place)] = id


def _close(place: str, id: str | None) -> None:  # noqa: ARG001 - the list shows whatever was saved
    st.session_state.pop(_key(place), None)
