"""Tabel: all measures of the group, to read on and to open in Excel."""

from functools import lru_cache

import streamlit as st

from transition.metrics.comparison.measures import Figures
from transition.metrics.comparison.peer_group import PeerGroup
from transition.store import Snapshot
from transition.ui import comparison_data, comparison_shown, registered, show
from transition.ui.comparison_group import About
from transition.views import comparison_table, comparison_text
from transition.views.brought import plain
from transition.views.comparison_table import Found


def section(snapshot: Snapshot, about: About, group: PeerGroup) -> None:
    """Each measure in its newest comparable year, whatever year was chosen above."""
    found = _found(snapshot, registered.number(snapshot), group)
    names = comparison_data.names(snapshot, group.level)
    figures = comparison_table.shown_in(found)
    st.subheader(plain(f"Alle cijfers van {about.place} en {comparison_text.group(group, about.place)}"))
    st.caption(
        "Van elk cijfer staat hier het nieuwste jaar waarin de groep te vergelijken is. Een streepje betekent: geen cijfer. "
        "Totalen zeggen vooral hoe groot een gebied is."
    )
    if not figures:
        st.info("Van deze groep is er geen cijfer dat te vergelijken is.")
        return
    made = comparison_table.table(found, names)
    st.dataframe(made.style.format(comparison_table.formats(found)), hide_index=True)  # type: ignore[arg-type]
    for sentence in comparison_table.left_out(found):
        st.caption(plain(sentence))
    show.download(lambda: made, f"vergelijken-{about.code}", comparison_shown.source(snapshot, figures))
    st.caption(plain(comparison_shown.source(snapshot, figures)))


@lru_cache(maxsize=64)
def _found(snapshot: Snapshot, number: int, group: PeerGroup) -> list[Found]:  # noqa: ARG001 - the number is the key
    made = []
    for measure in comparison_data.measures(snapshot, group.level).values():
        figures = comparison_data.figures(snapshot, measure, group)
        if isinstance(figures, Figures):
            made.append((figures, comparison_data.verdict(snapshot, measure, group)))
    return made
