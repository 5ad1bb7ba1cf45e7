"""What every indicator means, how it is measured and where its limits are."""

import streamlit as st

from transition import catalog
from transition.domain.indicators import Indicator
from transition.store import Snapshot
from transition.views import text


def section(snapshot: Snapshot) -> None:
    """One indicator at a time, picked from all."""
    st.subheader("Wat elk cijfer betekent")
    known = catalog.indicators()
    picked = st.selectbox(
        "Kies een cijfer",
        list(known),
        format_func=lambda id: f"{known[id].theme}: {known[id].name}",
        key="definition_of",
    )
    entry = known[picked]
    meaning(entry)
    levels = ", ".join(text.PLURALS[level] for level in entry.levels if snapshot.periods(level, picked))
    st.markdown(f"**Beschikbaar voor:** {levels or 'nog geen enkel niveau'}")
    if entry.breakdowns:
        st.markdown("**Ook apart voor:** " + ", ".join(entry.breakdowns.values()))
    st.caption(f"Naam in bestanden en op de opdrachtregel: `{entry.id}`")


def meaning(entry: Indicator) -> None:
    """What one indicator means, how it is measured, its limits, and from when it is measured in another way."""
    st.markdown(f"**{entry.name}** ({entry.unit})  \n{entry.definition}")
    st.markdown(f"**Zo wordt het gemeten:** {entry.measured}")
    st.markdown(f"**Let op:** {entry.limits}")
    for b in entry.breaks:
        parts = ", ".join(entry.breakdowns[part] for part in b.breakdowns)
        st.markdown(f"**Andere meting vanaf {b.period}**{f' ({parts})' if parts else ''}: {b.because}")
