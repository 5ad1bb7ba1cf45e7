"""The sources on their page: a table to see them all, and each with what was mended and what the last refresh did."""

import pandas as pd
import streamlit as st

from transition.metrics.freshness import Freshness, freshness
from transition.places import places
from transition.store import Snapshot
from transition.ui import show
from transition.views import text, trace_text

_STATES = {
    "vernieuwd": "vernieuwd",
    "ongewijzigd": "niets nieuws",
    "geweigerd": "▼ mislukt; de vorige cijfers blijven staan",
    "overgeslagen": "overgeslagen",
    "": "–",
}


def section(snapshot: Snapshot) -> None:
    """The table, a warning for each source that could not be refreshed, and the details of one source."""
    where = places().example if snapshot.is_example else places()
    last = where.last_run.read_text(encoding="utf-8") if where.last_run.exists() else ""
    found = freshness(snapshot, last)
    for entry in found:
        if entry.is_stale:
            _stale(entry)
    st.subheader("Bronnen en hun stand")
    st.caption(f"Momentopname van {text.day(snapshot.manifest['made_at'])}, kenmerk {snapshot.id}")
    table = pd.DataFrame([_row(entry) for entry in found if entry.facts])
    st.dataframe(table, hide_index=True)
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


def _row(entry: Freshness) -> dict[str, str]:
    facts = entry.facts
    age = "vandaag" if entry.days_old == 0 else f"{entry.days_old} dagen geleden" if entry.days_old > 1 else "gisteren"
    return {
        "Bron": facts["title"].split(" (StatLine")[0],
        "Laatste verversing": _STATES.get(entry.last_state, entry.last_state),
        "Uitgave": text.day(facts["edition"]),
        "Geladen": age,
        "Rijen": text.number(facts["rows"]),
        "Ritme": facts["rhythm"],
        "Licentie": facts["licence"],
        "Uitgever": facts["publisher"],
    }


def _details(entry: Freshness) -> None:
    facts = entry.facts
    lines = [
        f"**Uitgever:** {facts['publisher']}",
        f"**Uitgave:** {text.day(facts['edition'])}",
        f"**Geladen:** {trace_text.moment(facts['fetched_at'])}, {trace_text.way(facts['came_from'])}",
        f"**Licentie:** {facts['licence']}",
    ]
    if facts["url"]:
        lines.append(f"**Adres:** [{facts['url']}]({facts['url']})")
    if facts["raw_sha256"]:
        lines.append(f"**Controlegetal (sha256) van alle documenten samen:** `{facts['raw_sha256']}`")
    lines += [f"**Nog geen heel jaar:** {text.period(p, until)}" for p, until in facts["partial_periods"].items()]
    st.markdown("  \n".join(lines))
    if documents := facts.get("documents"):
        with st.expander(f"De documenten zoals ze kwamen ({len(documents)})"):
            st.markdown("\n".join(f"- `{name}`  \n`{sha}`" for name, sha in documents.items()))
    if facts["repairs"]:
        st.markdown("**Wat bij het lezen opviel of is hersteld**")
        st.markdown("\n".join(f"- {repair}" for repair in facts["repairs"]))
    if entry.last_sentence:
        st.caption(f"Laatste verversing: {entry.last_state} ({entry.last_sentence}).")
