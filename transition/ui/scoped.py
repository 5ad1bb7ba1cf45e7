"""What the pages about result, ownership and steering are about, and what the register says of it; kept per state of the register."""

from datetime import date
from functools import lru_cache

import pandas as pd
import streamlit as st

from transition import catalog
from transition.metrics import scope
from transition.metrics.area_scope import Places
from transition.metrics.scope import Scope
from transition.metrics.steering import area_signals, decisions_needed
from transition.metrics.steering.area_signals import AreaSignals
from transition.metrics.steering.decisions_needed import Asked
from transition.store import Snapshot
from transition.ui import area_links, choice, registered
from transition.ui.area_data import today

_COMMUNITY = "community"


def chosen(snapshot: Snapshot, area: str) -> Scope:
    """The area process or community the address asks for, else the chosen place. One that is not there is said."""
    number = registered.number(snapshot)
    for word, find in ((area_links.WORD, _of_area), (_COMMUNITY, _of_community)):
        if id := choice.record(word):
            if found := find(snapshot, number, id):
                return found
            st.warning("Dit staat niet (meer) in het register. U ziet nu het gekozen gebied op de kaart.")
            choice.show_record(word)
    return of_place(snapshot, area)


def of_place(snapshot: Snapshot, code: str) -> Scope:
    """A place of the statistics, with what the register has of it."""
    return _of_place(snapshot, registered.number(snapshot), code)


def projects(snapshot: Snapshot, about: Scope, public_only: bool = False) -> pd.DataFrame:
    """The register's projects of a scope; read-only. public_only: what may be told outside."""
    return _projects(snapshot, registered.number(snapshot), about, public_only)


def hidden_projects(snapshot: Snapshot, about: Scope) -> int:
    """How many of them are not public."""
    return len(projects(snapshot, about)) - len(projects(snapshot, about, public_only=True))


def records(snapshot: Snapshot, kind: str, about: Scope) -> pd.DataFrame:
    """The register's records of a kind that belong to the area processes of a scope; read-only."""
    return _records(snapshot, registered.number(snapshot), kind, about)


def signals(snapshot: Snapshot, public_only: bool = False) -> dict[str, AreaSignals]:
    """The signals of every area process, compared with all others, as of today. public_only: what may leave in a file."""
    return _signals(snapshot, registered.number(snapshot), today(), public_only)


def decisions(snapshot: Snapshot, about: Scope, public_only: bool = False) -> list[Asked]:
    """What now asks for a decision in a scope, in order of consequence. public_only: what may leave in a file."""
    return _decisions(snapshot, registered.number(snapshot), today(), about, public_only)


def places(snapshot: Snapshot) -> Places:
    """Code -> the area processes that lie in it."""
    return _places(snapshot, registered.number(snapshot))


# In all of these the number, of the register's last change, is a key: another change is another entry.


@lru_cache(maxsize=3)
def _places(snapshot: Snapshot, number: int) -> Places:  # noqa: ARG001
    return Places(registered.table(snapshot, "area_process"), snapshot.areas, catalog.successors())


@lru_cache(maxsize=256)
def _of_place(snapshot: Snapshot, number: int, code: str) -> Scope:  # noqa: ARG001
    return scope.of_place(code, registered.table(snapshot, "area_process"), places(snapshot), snapshot.areas)


@lru_cache(maxsize=256)
def _of_area(snapshot: Snapshot, number: int, id: str) -> Scope | None:  # noqa: ARG001
    processes = registered.table(snapshot, "area_process")
    return scope.of_area(id, processes, catalog.successors()) if id in processes.index else None


@lru_cache(maxsize=64)
def _of_community(snapshot: Snapshot, number: int, id: str) -> Scope | None:  # noqa: ARG001
    communities, processes = registered.table(snapshot, "community"), registered.table(snapshot, "area_process")
    return scope.of_community(id, communities, processes, catalog.successors()) if id in communities.index else None


@lru_cache(maxsize=256)
def _projects(snapshot: Snapshot, number: int, about: Scope, public_only: bool) -> pd.DataFrame:  # noqa: ARG001
    return scope.projects_in(about, registered.table(snapshot, "project", public_only), catalog.successors())


@lru_cache(maxsize=256)
def _records(snapshot: Snapshot, number: int, kind: str, about: Scope) -> pd.DataFrame:  # noqa: ARG001
    table = registered.table(snapshot, kind)
    return table[table["area"].isin(about.areas)]


@lru_cache(maxsize=4)
def _signals(snapshot: Snapshot, number: int, day: date, public_only: bool) -> dict[str, AreaSignals]:  # noqa: ARG001
    tables = {kind: registered.table(snapshot, kind, public_only) for kind in area_signals.NEEDED}
    return area_signals.area_signals(tables, day)


@lru_cache(maxsize=64)
def _decisions(snapshot: Snapshot, number: int, day: date, about: Scope, public_only: bool) -> list[Asked]:  # noqa: ARG001
    tables = {kind: registered.table(snapshot, kind, public_only) for kind in (*area_signals.NEEDED, "decision")}
    whole = () if about.is_part else scope.with_former(about.municipalities, catalog.successors())
    found = signals(snapshot, public_only)
    return decisions_needed.decisions_needed(tables, found, day, areas=about.areas, municipalities=whole)
