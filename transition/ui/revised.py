"""The mark 'herzien' beside a figure that a newer edition changed; it opens to both values."""

import streamlit as st

from transition import catalog
from transition.domain.indicators import Indicator
from transition.metrics.revisions import Replaced, replaced
from transition.store import Snapshot
from transition.views import revision_text


def mark(snapshot: Snapshot, area: str, indicator: str, period: str, *, breakdown: str = "", key: str) -> None:
    """Nothing for a figure that never changed. key: unique on the page."""
    found = replaced(snapshot, area, indicator, breakdown, period)
    if not found:
        return
    if st.button("herzien", type="tertiary", icon=":material/history:", key=f"revised_{key}"):
        _dialog(found, catalog.indicator(indicator))


@st.dialog("Dit cijfer is herzien", width="medium")
def _dialog(found: tuple[Replaced, ...], indicator: Indicator) -> None:
    st.markdown(f"**{indicator.name}**")
    st.markdown("\n\n".join(revision_text.both(found, indicator)))
