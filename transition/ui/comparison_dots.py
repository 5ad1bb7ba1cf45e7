"""Stand: where the area stands among the others of its group, on one measure in one year."""

from functools import lru_cache

import streamlit as st

from transition.metrics.comparison.gate import Refusal
from transition.metrics.comparison.measures import Figures
from transition.metrics.comparison.peer_group import PeerGroup
from transition.metrics.comparison.spread import Spread, spread
from transition.store import Snapshot
from transition.ui import comparison_data, comparison_shown, registered
from transition.ui.comparison_group import About
from transition.views import comparison_standing, comparison_text
from transition.views.brought import plain
from transition.views.comparison_measures import entry
from transition.views.comparison_standing import Standing


def section(snapshot: Snapshot, about: About, group: PeerGroup) -> None:
    """The dots, or in one sentence why there are none."""
    found = standing(snapshot, about, group)
    if found is None:
        st.info(f"Voor deze groep is er geen cijfer voor ‘{plain(entry(about.measure).short)}’. Kies een ander cijfer.")
        return
    if isinstance(found.verdict, Refusal):
        st.info(plain(f"{comparison_text.refused(found.verdict)} Kies een ander jaar, cijfer of een andere groep."))
        return
    comparison_shown.shown(
        _picture(snapshot, registered.number(snapshot), about, group),
        heading=comparison_standing.heading(found),
        what=comparison_standing.what(found),
        reading=comparison_standing.reading(found),
        source=comparison_shown.source(snapshot, [found.figures]),
        table=lambda: comparison_standing.table(found),
        name=f"stand-{about.measure.id}-{about.code}",
        decimals=found.entry.decimals,
        indicator=about.measure.indicator,
    )


def standing(snapshot: Snapshot, about: About, group: PeerGroup) -> Standing | None:
    """Where the area stands; None when nobody in the group has a figure."""
    return _standing(snapshot, registered.number(snapshot), about, group)


# The number, of the register's last change, is a key: another change is another entry.


@lru_cache(maxsize=128)
def _standing(snapshot: Snapshot, number: int, about: About, group: PeerGroup) -> Standing | None:  # noqa: ARG001
    figures = comparison_data.figures(snapshot, about.measure, group, about.period)
    if not isinstance(figures, Figures):
        return None
    known = entry(about.measure)
    found = spread(group.members, figures.values.tolist(), known.direction)
    if not isinstance(found, Spread):
        return None
    verdict = comparison_data.verdict(snapshot, about.measure, group, about.period)
    names = comparison_data.names(snapshot, group.level)
    return Standing(about.place, group, known, figures, found, verdict, names)


@lru_cache(maxsize=64)
def _picture(snapshot: Snapshot, number: int, about: About, group: PeerGroup) -> str:  # noqa: ARG001
    found = standing(snapshot, about, group)
    return comparison_standing.picture(found) if found else ""
