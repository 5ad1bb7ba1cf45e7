"""The parts of the page on steering that are about the area processes: title -> how it is drawn, computed only when chosen."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import streamlit as st

from transition.metrics.scope import Scope
from transition.metrics.steering.area_signals import GOES_ON
from transition.store import Snapshot
from transition.ui import (
    mode,
    registered,
    steering_areas,
    steering_checklist,
    steering_decisions,
    steering_finance,
    steering_ladder,
    steering_roles,
)
from transition.views import steering_parts_style, text

Section = Callable[[Snapshot, Scope], None]


def _styled(section: Section) -> Section:
    def drawn(snapshot: Snapshot, about: Scope) -> None:
        st.html(steering_parts_style.style(mode.is_dark()))
        section(snapshot, about)

    return drawn


def _of_going(section: Section) -> Section:
    """A part that is about the areas that go on; of those that ended is said how many, as long as there are others."""

    def drawn(snapshot: Snapshot, about: Scope) -> None:
        going = _going(snapshot, registered.number(snapshot), about)
        if ended := len(about.areas) - len(going.areas):
            one = ended == 1
            st.caption(
                f"Dit gaat over gebieden die lopen. {text.number(ended)} {'gebied is' if one else 'gebieden zijn'} "
                f"afgerond of gestopt en {'telt' if one else 'tellen'} hier niet mee."
            )
        section(snapshot, going)

    return drawn


@lru_cache(maxsize=128)
def _going(snapshot: Snapshot, number: int, about: Scope) -> Scope:  # noqa: ARG001 - the number is the key
    states = registered.table(snapshot, "area_process")["state"]
    going = tuple(id for id in about.areas if states.get(id) in GOES_ON)
    return replace(about, areas=going) if going else about


PARTS: dict[str, Section] = {
    title: _styled(section)
    for title, section in {
        "Gebieden op tijd": steering_areas.section,
        "Eigenaarschap": _of_going(steering_ladder.section),
        "Wie doet wat": _of_going(steering_roles.section),
        "Geld": _of_going(steering_finance.section),
        "Zelftoets": steering_checklist.section,
        "Besluiten": steering_decisions.section,
    }.items()
}
"""In the order in which a reader finds them."""
