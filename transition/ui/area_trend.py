"""One figure of an area over the years, beside the country where that says something."""

from dataclasses import replace
from functools import lru_cache

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from transition import catalog
from transition.domain.areas import Level
from transition.domain.indicators import AddsUp, Indicator
from transition.domain.selection import Selection
from transition.metrics import vintages
from transition.metrics.figures import figures
from transition.metrics.headlines import Headline
from transition.metrics.revisions import replaced, replaced_periods
from transition.metrics.trend import Trend
from transition.store import Snapshot, level_word
from transition.ui import cached, show, trace
from transition.ui.boundaries_choice import boundaries_choice
from transition.ui.mode import is_dark
from transition.views import areas, boundaries, charts, revision_text, sentences, text


def section(snapshot: Snapshot, selection: Selection, found: list[Headline]) -> None:
    """The reader picks one of the figures and the boundaries; its trend, how to read it, its source and its table follow."""
    code, names = selection.area, {headline.indicator.id: headline.indicator.short for headline in found}
    picked = st.selectbox("Bekijk over de jaren", list(names), format_func=lambda id: names[id], key="trend_of")
    headline = next(h for h in found if h.indicator.id == picked)
    area, indicator = snapshot.areas[code], headline.indicator
    if area.level is not Level.LAND:
        boundaries_choice(snapshot, selection, level_word(code))
    shown = _shown(snapshot, selection, indicator.id)
    stops = tuple(when.period for when in shown.redrawn)
    years = f"{shown.points[0][0]} tot en met {shown.points[-1][0]}"
    until = {period: snapshot.measured_until(headline.source, period) for period, _, _ in shown.points}
    reasons = [*_breaks(indicator, shown), *boundaries.under_chart(area, shown)]
    reasons += [f"{text.period(period, day)} is nog geen heel jaar." for period, day in until.items() if day]
    if not shown.vintage:
        reasons += revision_text.under_chart(replaced_periods(snapshot, code, indicator.id))
    on = f"grenzen van {shown.vintage}" if shown.vintage else "elk jaar op de grenzen van toen"
    show.show(
        lambda: show.plotly(_figure(snapshot, code, indicator.id, shown.vintage, is_dark()), key="trend"),
        heading=sentences.growth(areas.called(snapshot, code), replace(headline, series=shown.points, redrawn=stops)),
        what=f"{indicator.name}, {indicator.unit}, {years}" + (f", {on}" if area.level is not Level.LAND else ""),
        reading=" ".join(["Een open rondje is een cijfer dat nog kan veranderen.", *reasons, indicator.limits]),
        source=text.source_line(
            snapshot.sources[headline.source],
            years,
            {status for _, _, status in shown.points},
            snapshot.is_example,
            headline.source in cached.stale(snapshot),
        ),
        table=lambda: _table(snapshot, code, indicator.id, shown.vintage),
        name=f"{code}-{indicator.id}",
        decimals=indicator.decimals,
        indicator=indicator.id,
    )
    _trace(snapshot, code, headline, shown)


@lru_cache(maxsize=64)
def _figure(snapshot: Snapshot, code: str, indicator: str, vintage: int | None, dark: bool) -> go.Figure:
    """The line of the area, and that of the country where the figure does not depend on how large the area is. Read-only."""
    entry, shown = catalog.indicator(indicator), cached.trend(snapshot, code, indicator, vintage)
    lines = [(snapshot.areas[code].name, shown.points)]
    if entry.adds_up is not AddsUp.SUM and code != snapshot.country:
        lines.append((snapshot.areas[snapshot.country].name, tuple(snapshot.series(snapshot.country, indicator))))
    return charts.trend(entry, "", lines, dark, [when.period for when in shown.redrawn])


def _shown(snapshot: Snapshot, selection: Selection, indicator: str) -> Trend:
    """The series on the boundaries the reader asks for; of an area that no longer exists, on those of then."""
    level = level_word(selection.area)
    vintage = vintages.newest(snapshot, level) if selection.boundaries == "nu" and level != Level.LAND else None
    found = cached.trend(snapshot, selection.area, indicator, vintage)
    if found.points:
        return found
    st.caption(f"{snapshot.areas[selection.area].name} bestaat niet op de grenzen van {vintage}: u ziet die van toen.")
    return cached.trend(snapshot, selection.area, indicator, None)


def _breaks(indicator: Indicator, shown: Trend) -> list[str]:
    """Why the line stops where something is measured in another way; only for years that are shown."""
    first, last = shown.points[0][0], shown.points[-1][0]
    return [
        f"Vanaf {b.period} loopt de lijn niet door. {b.because}"
        for b in indicator.breaks
        if not b.breakdowns and first < b.period <= last
    ]


def _trace(snapshot: Snapshot, code: str, headline: Headline, shown: Trend) -> None:
    """Any year of the line opens to where its value comes from; a converted one also to what it was made of."""
    years = [period for period, _, _ in reversed(shown.points)]
    with st.expander("Waar komt dit vandaan?", on_change="rerun", key=f"trace_trend_{headline.indicator.id}") as opened:
        if opened.open:
            newest = years.index(headline.period) if headline.period in years else 0
            year = st.selectbox("Jaar", years, index=newest, key=f"trace_year_{headline.indicator.id}")
            trace.content(snapshot, code, headline.indicator.id, year, vintage=shown.vintage)


def _table(snapshot: Snapshot, code: str, indicator: str, vintage: int | None) -> pd.DataFrame:
    """In the reader's words: the columns and parts of `figures` are named for programs."""
    entry = catalog.indicator(indicator)
    table = figures(snapshot, indicator, areas=[code], vintage=vintage)
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
            "Grenzen van": table["vintage"].astype(str),
            "Herzien": earlier,
        }
    )
    shown = shown if any(earlier) else shown.drop(columns="Herzien")
    return shown if entry.breakdowns else shown.drop(columns="Deel")
