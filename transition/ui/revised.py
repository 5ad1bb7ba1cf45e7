"""The mark 'herzien' beside a figure that a newer edition changed; it opens to both values."""

import streamlit as st

from transition import catalog
from transition.metrics.revisions import replaced
from transition.store import Snapshot
from transition.views import revision_text


def mark(snapshot: Snapshot, area: str, indicator: str, period: str, *, breakdown: str = "", key: str) -> None:
    """Nothing for a figure that never changed. key: unique on the page."""
    found = replaced(snapshot, area, indicator, breakdown, period)
    if not found:
        return
    with st.popover("herzien", type="tertiary", icon=":material/history:", key=f"revised_{key}"):
        st.markdown("  \n".join(revision_text.both(found, catalog.indicator(indicator))))
