"""Everything that is kept between runs. Keyed on the snapshot's id, bounded, and read-only: all readers share the same object."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import streamlit as st

from transition import catalog
from transition.domain.areas import Level
from transition.metrics import map_values, rates
from transition.metrics.map_values import MapValues
from transition.places import PROJECT, Places, places
from transition.store import Opened, Snapshot, open_served, served_id
from transition.views import map_picture
from transition.views.map_picture import Scale


def opened() -> Opened:
    """The snapshot to show now: the real figures, or the fictional region when there are none. Builds that one if needed."""
    where = places()
    if served_id(where) and (found := _opened(str(where.root), served_id(where))):
        return found
    if not served_id(where.example):
        _make_example(where)
    found = _opened(str(where.example.root), served_id(where.example))
    if found is None:
        raise RuntimeError("er zijn geen cijfers, en de voorbeeldregio is niet te maken: zie de regels hierboven")
    return found


@st.cache_resource(max_entries=3, show_spinner="De cijfers worden geopend …")
def _opened(root: str, served: str) -> Opened | None:  # noqa: ARG001 - the id is the key: another snapshot is another entry
    return open_served(Places(Path(root)))


@st.cache_resource(max_entries=3, show_spinner=False)
def snapshot_in(folder: str) -> Snapshot:
    """The snapshot of one folder, for the addresses the map asks."""
    return Snapshot(Path(folder))


def _make_example(where: Places) -> None:
    """In a process of its own: the dashboard reads snapshots and never makes them."""
    with st.spinner("De voorbeeldregio wordt gemaakt. Dat duurt ongeveer een halve minuut …"):
        command = [sys.executable, "-m", "transition", "example", "--data", str(where.root)]
        subprocess.run(command, cwd=PROJECT, check=True)


@st.cache_resource(max_entries=64, show_spinner=False)
def on_layer(
    id: str,  # noqa: ARG001 - the snapshot's id is its key
    _snapshot: Snapshot,
    layer: str,
    indicator: str,
    breakdown: str,
    period: str,
    per: str,
) -> MapValues:
    """What the map shows of one series and year. Read-only."""
    return map_values.on_layer(_snapshot, _snapshot.layers[layer], indicator, breakdown, period, per)


@st.cache_resource(max_entries=128, show_spinner=False)
def scale(
    id: str,  # noqa: ARG001 - the snapshot's id is its key
    _snapshot: Snapshot,
    level: Level,
    indicator: str,
    breakdown: str,
    per: str,
    method: str,
) -> Scale:
    """Class bounds and histogram width over all years of a series."""
    columns = [
        (p, _snapshot.column(level, indicator, breakdown, p)) for p in _snapshot.periods(level, indicator, breakdown)
    ]
    values = [
        rates.rate(_snapshot, level, column.codes, column.values, period, per).values if per else column.values
        for period, column in columns
        if column is not None
    ]
    everything = np.concatenate(values) if values else np.array([])
    return map_picture.scale(everything, catalog.indicator(indicator), method, per)
