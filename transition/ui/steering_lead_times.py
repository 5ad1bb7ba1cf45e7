"""How long areas are in their phase, beside comparable areas of the whole register; kept per state of the register."""

from datetime import date
from functools import lru_cache, partial

import pandas as pd

from transition.metrics.scope import Scope
from transition.metrics.steering import lead_time
from transition.metrics.steering.lead_time import LeadTime
from transition.metrics.steering.stalled import Stalled, stalled
from transition.store import Snapshot
from transition.ui import area_names, registered
from transition.ui.area_data import today
from transition.ui.steering_shown import shown
from transition.views import phase_days
from transition.views.area_names import AreaNames
from transition.views.count_bars import first_of
from transition.views.phase_days import InPhase

KINDS = ("area_process", "milestone", "method_phase")
FIRST = 15


def section(snapshot: Snapshot, about: Scope, going: int) -> None:
    """The areas of a scope in their phase. going: how many areas of it go on."""
    heading, listed, of = _told(
        snapshot, registered.number(snapshot), today(), about, going, area_names.names(snapshot)
    )
    shown(
        snapshot,
        about,
        listed or "<p>Van geen enkel gebied is bekend wanneer de fase van nu begon.</p>",
        heading=heading,
        what="dagen in de fase van nu",
        reading=phase_days.READING + first_of(FIRST, of),
        kinds=KINDS,
        table=partial(_table, snapshot, about),
        name="dagen-in-fase",
    )


@lru_cache(maxsize=4)
def _of_all(
    snapshot: Snapshot, number: int, day: date, public_only: bool  # noqa: ARG001 - the number is the key
) -> tuple[dict[str, Stalled], list[LeadTime]]:  # fmt: skip
    areas = registered.table(snapshot, "area_process", public_only)
    spells = lead_time.spells(area_names.steps(snapshot, public_only), areas, day)
    return stalled(spells), lead_time.lead_times(spells)


def _in_phase(snapshot: Snapshot, about: Scope, public_only: bool = False) -> list[InPhase]:
    found, times = _of_all(snapshot, registered.number(snapshot), today(), public_only)
    return phase_days.in_phase(found, times, about.areas)


@lru_cache(maxsize=64)
def _told(
    snapshot: Snapshot, number: int, day: date, about: Scope, going: int, names: AreaNames  # noqa: ARG001
) -> tuple[str, str, int]:  # fmt: skip
    found = _in_phase(snapshot, about)
    return phase_days.heading(found, going), phase_days.html(found[:FIRST], names), len(found)


def _table(snapshot: Snapshot, about: Scope) -> pd.DataFrame:
    return phase_days.table(_in_phase(snapshot, about, public_only=True), area_names.names(snapshot))
