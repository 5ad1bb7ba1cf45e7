"""Everything that is kept between runs: bounded, keyed on the snapshot, and read-only, because all readers share the same object.

Plain `lru_cache`: Streamlit's own caches take half a millisecond for a hit, and a page has many.
"""

import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from threading import Lock

import numpy as np
import pandas as pd
import streamlit as st

from transition import catalog
from transition.domain.areas import Level
from transition.domain.register.kinds import KINDS
from transition.metrics import freshness, rates
from transition.metrics.trend import Trend
from transition.metrics.trend import trend as trend_of
from transition.metrics.vintages import column_shown
from transition.places import PROJECT, Places, places
from transition.register.actor import Actor
from transition.register.known import Known
from transition.register.register import Register
from transition.store import Opened, Snapshot, open_served, served_id
from transition.views import areas, map_picture
from transition.views.map_picture import Scale

_OPENING = Lock()


def opened() -> Opened:
    """The snapshot to show now: the real figures, or the fictional region when there are none. Builds that one if needed."""
    where = places()
    with _OPENING:  # of the first readers after a start, one opens and the others wait for it
        served = served_id(where)
        if served and (found := _opened(where, served)):
            return found
        example = where.example
        if not (served := served_id(example)):
            _make_example(where)
            served = served_id(example)
        found = _opened(example, served)
    if found is None:
        raise RuntimeError("er zijn geen cijfers, en de voorbeeldregio is niet te maken: zie de regels hierboven")
    return found


@lru_cache(maxsize=3)
def _opened(where: Places, served: str) -> Opened | None:  # noqa: ARG001 - the id is the key: another snapshot is another entry
    with st.spinner("De cijfers worden geopend …"):
        return open_served(where)


def snapshot_in(folder: Path) -> Snapshot:
    """The snapshot of one folder, for the addresses the map asks: most often the served one, else one a page still shows."""
    served = opened().snapshot
    return served if served.folder == folder else _other(folder)


@lru_cache(maxsize=3)
def _other(folder: Path) -> Snapshot:
    return Snapshot(folder)


def stale(snapshot: Snapshot) -> frozenset[str]:
    """The sources whose last refresh failed, so that what is shown of them may be out of date."""
    where = places().example if snapshot.is_example else places()
    try:
        written = where.last_run.stat()
    except OSError:
        return frozenset()
    return _stale(where.last_run, written.st_mtime_ns, written.st_size)


@lru_cache(maxsize=4)
def _stale(last_run: Path, changed: int, size: int) -> frozenset[str]:  # noqa: ARG001 - another file is another entry
    return freshness.stale(last_run.read_text(encoding="utf-8"))


def _make_example(where: Places) -> None:
    """In a process of its own: the dashboard reads snapshots and never makes them."""
    with st.spinner("De voorbeeldregio wordt gemaakt. Dat duurt ongeveer een halve minuut …"):
        command = [sys.executable, "-m", "transition", "example", "--data", str(where.root)]
        subprocess.run(command, cwd=PROJECT, check=True)


@lru_cache(maxsize=3)
def searchable(snapshot: Snapshot) -> dict[str, str]:
    """Code -> label of what the area search offers."""
    return areas.searchable(snapshot)


@lru_cache(maxsize=256)
def trend(snapshot: Snapshot, area: str, indicator: str, vintage: int | None) -> Trend:
    """The totals of one area over the years, on the boundaries of `vintage` or of each year itself."""
    return trend_of(snapshot, area, catalog.indicator(indicator), "", vintage)


@lru_cache(maxsize=128)
def scale(
    snapshot: Snapshot, level: Level, indicator: str, breakdown: str, per: str, method: str, vintage: int | None
) -> Scale:
    """Class bounds and histogram width over all years of a series, on the boundaries of `vintage` or of each year's own."""
    columns = [
        (period, column_shown(snapshot, level, indicator, breakdown, period, vintage))
        for period in snapshot.periods(level, indicator, breakdown)
    ]
    values = [
        rates.rate(snapshot, level, column.codes, column.values, period, per, vintage).values if per else column.values
        for period, column in columns
        if column is not None
    ]
    everything = np.concatenate(values) if values else np.array([])
    return map_picture.scale(everything, catalog.indicator(indicator), method, per)


@lru_cache(maxsize=4)
def register(url: str, is_example: bool) -> Register:
    """The register at an address, opened once. What fails is not kept: the next reader tries again."""
    with _OPENING:  # of the first readers, one makes the tables
        return Register.open(url, is_example=is_example)


@lru_cache(maxsize=16 * len(KINDS))
def register_number(register: Register, kind: str, number: int) -> int:  # noqa: ARG001 - without another change it is the same
    """`Register.number` of a kind, when that of the whole register is `number`."""
    return register.number(kind)


@lru_cache(
    maxsize=2 * len(KINDS) + 8
)  # of each kind what the actor sees and what is public, and a few of before a change
def register_table(register: Register, actor: Actor, kind: str, public_only: bool, number: int) -> pd.DataFrame:  # noqa: ARG001
    """The records of a kind as a table; `number`, of the last change, is the key: another change is another entry."""
    return register.table(actor, kind, public_only)


@lru_cache(maxsize=3)
def known_areas(snapshot: Snapshot) -> Known:
    """The areas of a snapshot, for the rules of the register."""
    return Known(snapshot.areas)
