"""One figure of an area over the years, beside the country where that says something."""

import pandas as pd
import streamlit as st

from transition import catalog
from transition.domain.indicators import AddsUp
from transition.metrics.figures import figures
from transition.metrics.headlines import Headline
from transition.metrics.revisions import replaced
from transition.store import Snapshot
from transition.ui import cached, show, trace
from transition.ui.mode import is_dark
from transition.views import charts, revision_text, sentences, text


def section(snapshot: Snapshot, code: str, found: list[Headline]) -> None:
    """The reader picks one of the figures; its trend, how to read it, its source and its table follow."""
    names = {headline.indicator.id: headline.indicator.short for headline in found}
    picked = st.selectbox("Bekijk over de jaren", list(names), format_func=lambda id: names[id], key="trend_of")
    headline = next(h for h in found if h.indicator.id == picked)
    area, indicator = snapshot.areas[code], headline.indicator
    lines = [(area.name, headline.series)]
    if indicator.adds_up is not AddsUp.SUM and code != snapshot.country:
        lines.append((snapshot.areas[snapshot.country].name, tuple(snapshot.series(snapshot.country, indicator.id))))
    reasons = [f"Vanaf {b.period} loopt de lijn niet door. {b.because}" for b in indicator.breaks if not b.breakdowns]
    years = f"{headline.series[0][0]} tot en met {headline.series[-1][0]}"
    until = {period: snapshot.measured_until(headline.source, period) for period, _, _ in headline.series}
    reasons += [f"{text.period(period, day)} is nog geen heel jaar." for period, day in until.items() if day]
    show.show(
        lambda: show.plotly(charts.trend(indicator, "", lines, is_dark()), key="trend"),
        heading=sentences.growth(area.name, headline),
        what=f"{indicator.name}, {indicator.unit}, {years}",
        reading=" ".join(["Een open rondje is een cijfer dat nog kan veranderen.", *reasons, indicator.limits]),
        source=text.source_line(
            snapshot.sources[headline.source],
            years,
            {status for _, _, status in headline.series},
            snapshot.is_example,
            headline.source in cached.stale(snapshot),
        ),
        table=lambda: _table(snapshot, code, indicator.id),
        name=f"{code}-{indicator.id}",
        decimals=indicator.decimals,
    )
    _trace(snapshot, code, headline)


def _trace(snapshot: Snapshot, code: str, headline: Headline) -> None:
    """Any year of the line opens to where its value comes from."""
    years = [period for period, _, _ in reversed(headline.series)]
    with st.expander("Waar komt dit vandaan?", on_change="rerun", key=f"trace_trend_{headline.indicator.id}") as opened:
        if opened.open:
            year = st.selectbox(
                "Jaar", years, index=years.index(headline.period), key=f"trace_year_{headline.indicator.id}"
            )
            trace.content(snapshot, code, headline.indicator.id, year)


def _table(snapshot: Snapshot, code: str, indicator: str) -> pd.DataFrame:
    """In the reader's words: the columns and parts of `figures` are named for programs."""
    entry = catalog.indicator(indicator)
    table = figures(snapshot, indicator, areas=[code])
    earlier = [
        revision_text.earlier(replaced(snapshot, code, indicator, part, year), entry)
        for part, year in zip(table["breakdown"], table["period"], strict=True)
    ]
    shown = pd.DataFrame(
        {
            "Jaar": table["period"],
            entry.unit: table["value"],
            "Deel": table["breakdown"].map({"": "alles samen", **entry.breakdowns}),
            "Status": table["status"].map(text.STATUSES),
            "Gebied": table["name"],
            "Code": table["area"],
            "Uitgave": table["edition"].map(text.day),
            "Herzien": earlier,
        }
    )
    shown = shown if any(earlier) else shown.drop(columns="Herzien")
    return shown if entry.breakdowns else shown.drop(columns="Deel")
