"""Gebieden op tijd: per area what is the matter, when its next step comes, and how long it is in its phase."""

from datetime import date
from functools import lru_cache, partial

import pandas as pd
import streamlit as st

from transition.metrics.scope import Scope
from transition.metrics.steering import area_signals
from transition.metrics.steering.signals import Signals, signals
from transition.store import Snapshot
from transition.ui import area_names, register_source, registered, scoped, show
from transition.ui.area_data import today
from transition.views import areas_on_time, text
from transition.views.area_names import AreaNames
from transition.views.brought import plain

FIRST = 20
"""So many areas are listed; the table has all of them."""


def section(snapshot: Snapshot, about: Scope) -> None:
    """The areas of a scope; one that has any."""
    told, listed, rest = _told(snapshot, registered.number(snapshot), today(), about, area_names.names(snapshot))
    more = f" U ziet de eerste {FIRST}; de tabel heeft ook de andere {text.number(rest)}." if rest else ""
    show.show(
        lambda: st.html(listed),
        heading=areas_on_time.heading(told),
        what=plain(f"{about.name}, gebieden die lopen"),
        reading=areas_on_time.READING + more,
        source=plain(register_source.line(snapshot, area_signals.NEEDED)) + ".",
        table=partial(_table, snapshot, about),
        name=f"gebieden-op-tijd-{about.id}",
    )


@lru_cache(maxsize=64)
def _told(snapshot: Snapshot, number: int, day: date, about: Scope, names: AreaNames) -> tuple[Signals, str, int]:  # noqa: ARG001
    found = scoped.signals(snapshot)
    own = areas_on_time.in_order((found[id] for id in about.areas if id in found), names)
    return signals(found, about.areas), areas_on_time.html(own[:FIRST], names), max(0, len(own) - FIRST)


def _table(snapshot: Snapshot, about: Scope) -> pd.DataFrame:
    found, names = scoped.signals(snapshot, public_only=True), area_names.names(snapshot)
    return areas_on_time.table(areas_on_time.in_order((found[id] for id in about.areas if id in found), names), names)
