"""The register as pages meet it: the one that goes with the figures shown, who acts, and its tables, kept until somebody changes them."""

import pandas as pd
import streamlit as st

from transition.places import places
from transition.register.actor import SINGLE_USER, Actor
from transition.register.known import Known
from transition.register.register import Register, RegisterError
from transition.store import Snapshot
from transition.ui import cached

_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
_CLOSED = (
    "Deze server is ook vanaf andere computers te bereiken, en aanmelden kan nog niet. Daarom is het register dicht. "
    "Start het dashboard zonder ander adres: met 'make dashboard', of met '--server.address 127.0.0.1'."
)

_RUN = "register_in_run"
"""In the session's state: the register of this very run, and the numbers it was asked, so that a page is of one state of it."""


def register(snapshot: Snapshot) -> Register:
    """The register of the example region beside its figures; else the real one. When it does not open, the page says why and stops."""
    run = st.session_state.get(_RUN)
    if run is None:
        return _open(snapshot)
    if snapshot not in run:
        run[snapshot] = _open(snapshot)
    found: Register = run[snapshot]
    return found


def _open(snapshot: Snapshot) -> Register:
    if st.get_option("server.address") not in _THIS_MACHINE:
        st.error(_CLOSED, icon=":material/lock:")
        st.stop()
    where = places().example if snapshot.is_example else places()
    try:
        return cached.register(where.register_url, snapshot.is_example)
    except RegisterError as error:
        st.error(str(error), icon=":material/database_off:")
        st.stop()


def actor() -> Actor:
    """Who acts on this page. Nobody signs in yet, so it is always the one user of this machine."""
    return SINGLE_USER


def known(snapshot: Snapshot) -> Known:
    """Which codes of areas exist, according to the figures shown."""
    return cached.known_areas(snapshot)


def begin_run() -> None:
    """Called by the frame at the start of every run: what the run asks of the register is one and the same state."""
    st.session_state[_RUN] = {}


def number(snapshot: Snapshot, kind: str | None = None) -> int:
    """`Register.number`, asked once in a run of the page, and again after something was written in it."""
    found = register(snapshot)
    asked = st.session_state.get(_RUN)
    if asked is None:
        return found.number(kind)
    key = (found, found.written)
    if key not in asked:
        asked[key] = found.number()
    whole: int = asked[key]
    return whole if kind is None else cached.register_number(found, kind, whole)


def table(snapshot: Snapshot, kind: str, public_only: bool = False) -> pd.DataFrame:
    """All records of a kind that the actor may see, as in `Register.table`. Read-only: every reader has the same object."""
    found = register(snapshot)
    return cached.register_table(found, actor(), kind, public_only, number(snapshot, kind))
