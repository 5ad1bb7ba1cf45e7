"""One figure of an area over the years, beside the country where that says something."""

import pandas as pd
import streamlit as st

from transition.domain.indicators import AddsUp
from transition.metrics.figures import figures
from transition.metrics.headlines import Headline
from transition.store import Snapshot
from transition.ui import show
from transition.ui.mode import is_dark
from transition.views import charts, sentences, text


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
    show.show(
        lambda: show.plotly(charts.trend(indicator, "", lines, is_dark()), key="trend"),
        heading=sentences.growth(area.name, headline),
        what=f"{indicator.name}, {indicator.unit}, {years}",
        reading=" ".join(["Een open rondje is een cijfer dat nog kan veranderen.", *reasons, indicator.limits]),
        source=text.source_line(
            snapshot.sources[headline.source], years, {status for _, _, status in headline.series}, snapshot.is_example
        ),
        table=lambda: _table(snapshot, code, indicator.id),
        name=f"{code}-{indicator.id}",
    )


def _table(snapshot: Snapshot, code: str, indicator: str) -> pd.DataFrame:
    table = figures(snapshot, indicator, areas=[code])
    return table.assign(status=table["status"].map(text.STATUSES))
