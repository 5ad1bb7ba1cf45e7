"""What the page of area processes rests on, kept per state of the register: the overview made ready for searching, the steps, one area."""

from datetime import date, datetime
from functools import lru_cache

import pandas as pd

from transition import catalog
from transition.domain.register.choices import LADDER
from transition.domain.register.fields import PUBLIC
from transition.domain.register.kinds import OF_AREA
from transition.metrics import area_processes, area_steps
from transition.metrics.area_search import Search
from transition.store import Snapshot
from transition.ui import registered
from transition.views.record_words import is_nothing

State = tuple[int, date]
"""The number of the register's last change, and the day: what is shown depends on both."""


def state(snapshot: Snapshot) -> State:
    """As it is now."""
    return registered.number(snapshot), today()


def search(snapshot: Snapshot, public_only: bool = False) -> Search:
    """All area processes the actor may see, as they stand today; read-only. public_only: what may leave in a file."""
    return _search(snapshot, registered.number(snapshot), today(), public_only)


@lru_cache(maxsize=4)
def _search(snapshot: Snapshot, number: int, day: date, public_only: bool) -> Search:  # noqa: ARG001 - the number is the key
    tables = {kind: registered.table(snapshot, kind, public_only) for kind in area_processes.NEEDED}
    changed = registered.register(snapshot).last_changes(registered.actor(), "area_process")
    overview = area_processes.overview(tables, changed, day)
    owners = area_processes.owner_names(tables["project"], tables["party"])
    return Search(overview, snapshot.areas, catalog.successors(), list(LADDER), owners)


def row(snapshot: Snapshot, id: str) -> pd.Series | None:
    """One area process of the overview, read-only; None when it is not there."""
    return _row(search(snapshot), id)


@lru_cache(maxsize=128)
def _row(search: Search, id: str) -> pd.Series | None:
    return search.overview.loc[id] if id in search.overview.index else None


def steps(snapshot: Snapshot, id: str) -> pd.DataFrame:
    """`area_steps.STEPS` of one area process."""
    return _steps(snapshot, registered.number(snapshot), id)


@lru_cache(maxsize=256)
def _steps(snapshot: Snapshot, number: int, id: str) -> pd.DataFrame:  # noqa: ARG001 - the number is the key
    areas = registered.table(snapshot, "area_process").loc[[id]]
    phases = registered.table(snapshot, "method_phase")
    phases = phases[phases["card"] == areas["method_card"].iloc[0]]
    return area_steps.steps(areas, of(snapshot, "milestone", id), phases)


def of(snapshot: Snapshot, kind: str, id: str, public_only: bool = False) -> pd.DataFrame:
    """The records of a kind that belong to one area process, as in `Register.table`; read-only."""
    return _of(snapshot, kind, id, public_only, registered.number(snapshot))


@lru_cache(maxsize=512)
def _of(snapshot: Snapshot, kind: str, id: str, public_only: bool, number: int) -> pd.DataFrame:  # noqa: ARG001
    table = registered.table(snapshot, kind, public_only)
    return table[table["area"] == id]


def records(snapshot: Snapshot, id: str, public_only: bool = False) -> dict[str, pd.DataFrame]:
    """Everything that belongs to one area process, by kind."""
    return {kind: of(snapshot, kind, id, public_only) for kind in (*OF_AREA, "decision", "project")}


def is_public(row: pd.Series) -> bool:
    """Whether an area process may leave in a file."""
    return is_nothing(row["visibility"]) or row["visibility"] == PUBLIC


def today() -> date:
    """The day on the clock of this machine."""
    return datetime.now().astimezone().date()
