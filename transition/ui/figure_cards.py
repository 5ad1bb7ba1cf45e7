"""The main figures of an area as cards: value with unit, small trend, year, status, rank, source, and where it comes from."""

import streamlit as st

from transition.metrics.headlines import Headline
from transition.store import Snapshot
from transition.ui import cached, revised, trace
from transition.views import areas, sentences, text
from transition.views.sparkline import sparkline


def figure_cards(snapshot: Snapshot, code: str, found: list[Headline]) -> None:
    """A row of cards that wraps on a phone. code: of the area the figures are about."""
    with st.container(horizontal=True, gap="small", key="figure_cards"):
        for headline in found:
            with st.container(border=True, height="stretch", key=f"card_{headline.indicator.id}"):
                _card(snapshot, code, headline, found)


def _card(snapshot: Snapshot, code: str, headline: Headline, found: list[Headline]) -> None:
    indicator, place = headline.indicator, areas.called(snapshot, code)
    st.metric(
        indicator.short,
        text.quantity(headline.value, "%" if indicator.unit == "%" else "", indicator.decimals),
        help=f"{indicator.definition} {indicator.limits}",
    )
    st.caption(indicator.unit if indicator.unit != "%" else "van de woningen")
    if drawn := sparkline(sentences.unbroken(headline), sentences.growth(place, headline)):
        st.html(drawn)
    year = text.period(headline.period, headline.measured_until)
    group = areas.called(snapshot, headline.group) if headline.group else ""
    facts, stale = snapshot.sources[headline.source], headline.source in cached.stale(snapshot)
    lines = [
        f"{year}, {text.STATUSES[headline.status]}",
        sentences.last_year(place, headline),
        text.nth(headline.rank, headline.of, snapshot.areas[code].level, group, indicator.direction),
        sentences.not_to_compare(headline, found),
        f"{facts['publisher']}, {text.edition(facts, stale)}",
    ]
    st.caption("  \n".join(line for line in lines if line))
    revised.mark(snapshot, code, indicator.id, headline.period, key=f"card_{indicator.id}")
    trace.opener(snapshot, code, indicator.id, headline.period, key=f"card_{indicator.id}")
