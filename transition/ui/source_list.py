"""The sources on their page: a table to see them all, and each with what was mended and what the last refresh did."""

import streamlit as st

from transition.metrics.freshness import Freshness, freshness
from transition.places import places
from transition.store import Snapshot
from transition.ui import show
from transition.views import source_table, text, trace_text, wrapped_table


def section(snapshot: Snapshot) -> None:
    """The table, a warning for each source that could not be refreshed, and the details of one source."""
    where = places().example if snapshot.is_example else places()
    last = where.last_run.read_text(encoding="utf-8") if where.last_run.exists() else ""
    found = freshness(snapshot, last)
    for entry in found:
        if entry.is_stale:
            _stale(entry)
    st.subheader("Bronnen en hun stand")
    st.caption(f"Stand van {text.day(snapshot.manifest['made_at'])}.")
    table = source_table.table(found)
    st.html(wrapped_table.html(table[source_table.SHOWN], "Bronnen en hun stand"))
    show.download(lambda: table, "bronnen", "Regiemonitor, lijst van bronnen")
    names = {entry.id: entry.facts["title"] for entry in found if entry.facts}
    picked = st.selectbox("Bekijk één bron", list(names), format_func=names.get, key="source_details")
    _details(next(entry for entry in found if entry.id == picked))


def _stale(entry: Freshness) -> None:
    title = entry.facts.get("title", entry.id)
    stand = (
        f"Stand van {text.day(entry.facts['edition'])} (verouderd). "
        if entry.facts
        else "Er zijn nog geen cijfers van. "
    )
    st.warning(f"**{title}** is niet ververst. {stand}Reden: {entry.last_sentence}.")


def _details(entry: Freshness) -> None:
    facts = entry.facts
    st.markdown("  \n".join(source_table.details(entry)))
    if facts["repairs"]:
        st.markdown("**Wat bij het lezen opviel of is hersteld**")
        st.markdown("\n".join(f"- {repair}" for repair in facts["repairs"]))
    if documents := facts.get("documents"):
        with st.expander(f"Voor beheerders: de documenten zoals ze kwamen ({len(documents)})"):
            st.markdown(
                f"Geladen op {trace_text.moment(facts['fetched_at'])}. Achter elk document staat het controlegetal (sha256).\n\n"
                + "\n".join(f"- `{name}`  \n`{sha}`" for name, sha in documents.items())
                + f"\n- alle documenten samen  \n`{facts['raw_sha256']}`"
            )
