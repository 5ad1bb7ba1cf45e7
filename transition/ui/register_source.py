"""Where what stands on a page of the register comes from: who changed it last, and when."""

from collections.abc import Iterable
from functools import lru_cache

import streamlit as st

from transition.store import Snapshot
from transition.ui import registered
from transition.views import text
from transition.views.brought import plain

_LOOKED_BACK = 50


def line(snapshot: Snapshot, kinds: Iterable[str]) -> str:
    """'Register, laatst gewijzigd op 23 november 2026 om 14.05 uur door …', of the records of these kinds. Plain text."""
    return _line(snapshot, registered.number(snapshot), frozenset(kinds))


@lru_cache(maxsize=64)
def _line(snapshot: Snapshot, number: int, kinds: frozenset[str]) -> str:  # noqa: ARG001 - the number is the key
    changes = registered.register(snapshot).change_sets(registered.actor(), limit=_LOOKED_BACK)
    last = next((one for one in changes if kinds & one.counts.keys()), None)
    if last is None:
        if all(registered.table(snapshot, kind).empty for kind in kinds):
            return "Register, daarin is hierover nog niets vastgelegd"
        return "Register, daarin is hierover de laatste tijd niets gewijzigd"
    return f"Register, laatst gewijzigd op {text.moment(last.at)} door {last.who}"


def caption(snapshot: Snapshot, kinds: Iterable[str]) -> None:
    """The line under a table of the register."""
    st.caption(f"{plain(line(snapshot, kinds))}.")
