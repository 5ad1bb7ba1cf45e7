"""The main figures of an area as cards: name, value with unit, small trend, year and status, place in its group, source."""

import math

import streamlit as st

from transition.metrics.headlines import Headline
from transition.store import Snapshot
from transition.views import text


def figure_cards(snapshot: Snapshot, found: list[Headline]) -> None:
    """A row of cards that wraps on a phone."""
    with st.container(horizontal=True, gap="small", key="figure_cards"):
        for headline in found:
            with st.container(border=True, height="stretch", key=f"card_{headline.indicator.id}"):
                _card(snapshot, headline)


def _card(snapshot: Snapshot, headline: Headline) -> None:
    indicator = headline.indicator
    line = [value for _, value, _ in headline.series if not math.isnan(value)]
    st.metric(
        indicator.short,
        text.quantity(headline.value, "%" if indicator.unit == "%" else "", indicator.decimals),
        chart_data=line if len(line) > 2 else None,
        chart_type="line",
        help=f"{indicator.definition} {indicator.limits}",
    )
    year = text.period(headline.period, headline.measured_until)
    place = text.nth(headline.rank, headline.of, headline.group, indicator.direction)
    facts = snapshot.sources[headline.source]
    lines = [
        indicator.unit if indicator.unit != "%" else "van de woningen",
        f"{year}, {text.STATUSES[headline.status]}",
        place,
        f"{facts['publisher']}, {text.day(facts['edition'])}",
    ]
    st.caption("  \n".join(line for line in lines if line))
