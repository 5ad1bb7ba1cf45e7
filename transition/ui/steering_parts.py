"""The parts of the page on steering that are about the area processes: title -> how it is drawn, computed only when chosen."""

from collections.abc import Callable

import streamlit as st

from transition.metrics.scope import Scope
from transition.store import Snapshot
from transition.ui import (
    mode,
    steering_areas,
    steering_checklist,
    steering_decisions,
    steering_finance,
    steering_ladder,
    steering_roles,
)
from transition.views import steering_parts_style

Section = Callable[[Snapshot, Scope], None]


def _styled(section: Section) -> Section:
    def drawn(snapshot: Snapshot, about: Scope) -> None:
        st.html(steering_parts_style.style(mode.is_dark()))
        section(snapshot, about)

    return drawn


PARTS: dict[str, Section] = {
    title: _styled(section)
    for title, section in {
        "Gebieden op tijd": steering_areas.section,
        "Eigenaarschap": steering_ladder.section,
        "Wie doet wat": steering_roles.section,
        "Geld": steering_finance.section,
        "Zelftoets": steering_checklist.section,
        "Besluiten": steering_decisions.section,
    }.items()
}
"""In the order in which a reader finds them."""
