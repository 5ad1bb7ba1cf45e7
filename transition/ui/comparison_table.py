"""Tabel: all measures of the group, to read on and to open in Excel."""

from functools import lru_cache

import streamlit as st

from transition.metrics.comparison.measures import Figures
from transition.metrics.comparison.peer_group import PeerGroup
from transition.store import Snapshot
from transition.ui import comparison_data, comparison_shown, registered, show
from transition.ui.comparison_group import About
from transition.views import comparison_table, comparison_text, figure_html
from transition.views.comparison_table import Found

_WHAT = "Elk cijfer is van het nieuwste jaar waarin de groep te vergelijken is, welk jaar u hierboven ook koos."
_READING = (
    "Per rij één cijfer, per kolom één gebied. Een streepje is: geen cijfer. Van minder dan 5 cijfers geven we geen midden. "
    "Een totaal zegt vooral hoe groot een gebied is."
)


def section(snapshot: Snapshot, about: About, group: PeerGroup) -> None:
    """Each measure in its newest comparable year, whatever year was chosen above."""
    number = registered.number(snapshot)
    found = _found(snapshot, number, group)
    figures = comparison_table.shown_in(found)
    if not figures:
        st.info("Van deze groep is er geen cijfer dat te vergelijken is.")
        return
    source = comparison_shown.source(snapshot, figures)
    st.html(
        figure_html.figure(
            _html(snapshot, number, group),
            heading=f"Alle cijfers van {about.place} en {comparison_text.group(group, about.place)}",
            what=_WHAT,
            reading=" ".join([_READING, *comparison_table.left_out(found)]),
            source=source,
        )
    )
    names = comparison_data.names(snapshot, group.level)
    show.download(lambda: comparison_table.table(found, group, names), f"vergelijken-{about.code}", source)


@lru_cache(maxsize=64)
def _found(snapshot: Snapshot, number: int, group: PeerGroup) -> list[Found]:  # noqa: ARG001 - the number is the key
    made = []
    for measure in comparison_data.measures(snapshot, group.level).values():
        figures = comparison_data.figures(snapshot, measure, group)
        if isinstance(figures, Figures):
            made.append((figures, comparison_data.verdict(snapshot, measure, group)))
    return made


@lru_cache(maxsize=64)
def _html(snapshot: Snapshot, number: int, group: PeerGroup) -> str:
    found = _found(snapshot, number, group)
    return comparison_table.html(found, group, comparison_data.names(snapshot, group.level))
