"""The municipality's and the local party's view of the cooperation, side by side."""

from datetime import date
from functools import lru_cache, partial

import pandas as pd

from transition.metrics.ownership import ladder
from transition.metrics.scope import Scope
from transition.store import Snapshot
from transition.ui import area_names, registered, scoped, steering_empty
from transition.ui.area_data import today
from transition.ui.steering_shown import public_records, shown
from transition.views import cooperation_text
from transition.views.area_names import AreaNames
from transition.views.count_bars import first_of

KIND = "cooperation_score"
FIRST = 12


def section(snapshot: Snapshot, about: Scope) -> None:
    """The scores of the areas of a scope."""
    if scoped.records(snapshot, KIND, about).empty:
        steering_empty.not_recorded(
            "de samenwerking",
            "Vraag beide kanten elk jaar een cijfer van 1 tot 5. Een verschil is een reden voor een gesprek.",
        )
        return
    heading, listed, of = _told(snapshot, registered.number(snapshot), today(), about, area_names.names(snapshot))
    shown(
        snapshot,
        about,
        listed,
        heading=heading,
        what="het laatste cijfer voor de samenwerking van elke kant",
        reading=cooperation_text.READING + first_of(FIRST, of),
        kinds=(KIND,),
        table=partial(_table, snapshot, about),
        name="samenwerking",
    )


@lru_cache(maxsize=64)
def _told(snapshot: Snapshot, number: int, day: date, about: Scope, names: AreaNames) -> tuple[str, str, int]:  # noqa: ARG001
    found = ladder.cooperation(scoped.records(snapshot, KIND, about), about.areas, day)
    listed = cooperation_text.in_order(found, names)
    return cooperation_text.heading(found), cooperation_text.html(listed[:FIRST], names), len(listed)


def _table(snapshot: Snapshot, about: Scope) -> pd.DataFrame:
    return cooperation_text.table(public_records(snapshot, KIND, about), area_names.names(snapshot))
