"""Kleine plaatjes: one measure of every member over the years, all on one scale."""

from functools import lru_cache, partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from transition.domain.areas import Level
from transition.metrics.comparison import years as over_years
from transition.metrics.comparison.measures import Figures, Measure, periods
from transition.metrics.comparison.peer_group import PeerGroup
from transition.store import Snapshot
from transition.ui import address_choice, cached, comparison_data, mode, show
from transition.ui.comparison_group import About
from transition.views import comparison_multiples, comparison_text, text
from transition.views.brought import plain
from transition.views.comparison_measures import entry
from transition.views.comparison_multiples import Drawn

SHEET = "blad"
"""Word of the address: which of the group, when there are more than fit."""
_PER = {
    "population_count": "Gedeeld door het aantal inwoners van dat jaar.",
    "households_count": "Gedeeld door het aantal huishoudens van dat jaar.",
    "dwellings_count": "Gedeeld door het aantal woningen van dat jaar.",
}


def section(snapshot: Snapshot, about: About, group: PeerGroup) -> None:
    """A sheet of small pictures; or why there are none."""
    if about.measure.of_register:
        st.info("Dit cijfer komt uit het register en is van nu. Kies een cijfer van een uitgever om de jaren te zien.")
        return
    drawn = _drawn(snapshot, about, group)
    if drawn is None:
        st.info(plain(f"Voor deze groep is er over de jaren geen cijfer voor ‘{entry(about.measure).short}’."))
        return
    sheets = comparison_multiples.pages(drawn)
    sheet = 0
    if len(sheets) > 1:
        ends = {"" if at == 0 else str(at + 1): _ends(at, sheets) for at in range(len(sheets))}
        asked = address_choice.segments("Welke van de groep", SHEET, ends)
        sheet = int(asked or 1) - 1
    show.show(
        partial(_draw, snapshot, about, group, sheet),
        heading=plain(comparison_multiples.heading(drawn)),
        what=plain(comparison_multiples.what(drawn)),
        reading=plain(" ".join([comparison_multiples.READING, *comparison_multiples.told(drawn)])),
        source=plain(_source(snapshot, about, drawn)),
        table=partial(comparison_multiples.table, drawn),
        name=f"jaren-{about.measure.id}-{about.code}",
        decimals=drawn.indicator.decimals,
        indicator=about.measure.indicator,
    )


def _ends(at: int, sheets: list[tuple[str, ...]]) -> str:
    before = sum(len(one) - 1 for one in sheets[:at])
    return f"{before + 1} tot en met {before + len(sheets[at]) - 1}"


def _draw(snapshot: Snapshot, about: About, group: PeerGroup, sheet: int) -> None:
    picture, told = _picture(snapshot, about, group, sheet, mode.is_dark())
    st.html(f'<p class="cmp-hidden">{escape(told)}</p>')
    show.plotly(picture, key="comparison_multiples_picture")


@lru_cache(maxsize=64)
def _picture(snapshot: Snapshot, about: About, group: PeerGroup, sheet: int, dark: bool) -> tuple[Any, str]:
    drawn = _drawn(snapshot, about, group)
    assert drawn is not None, "asked only when there is something to draw"
    codes = comparison_multiples.pages(drawn)[sheet]
    return comparison_multiples.picture(drawn, codes, dark), comparison_multiples.alternative(drawn, codes)


@lru_cache(maxsize=64)
def _drawn(snapshot: Snapshot, about: About, group: PeerGroup) -> Drawn | None:
    found, (values, statuses) = _all(snapshot, about.level, about.measure)
    if not found or values.empty:
        return None
    made = over_years.of_group(values, statuses, found, group.members)
    if made.table.empty:
        return None
    names = comparison_data.names(snapshot, about.level)
    within = comparison_text.group(group, about.place)
    return Drawn(made, entry(about.measure), names, about.place, within, text.PLURALS[about.level])


@lru_cache(maxsize=32)
def _all(
    snapshot: Snapshot, level: Level, measure: Measure
) -> tuple[tuple[Figures, ...], tuple[pd.DataFrame, pd.DataFrame]]:
    """Of every year, and side by side."""
    found = (comparison_data.everybody(snapshot, level, measure, year) for year in periods(snapshot, level, measure))
    years = tuple(one for one in found if isinstance(one, Figures))
    return years, over_years.whole(years)


def _source(snapshot: Snapshot, about: About, drawn: Drawn) -> str:
    """Of all years together."""
    years, stale = drawn.found.table.columns, cached.stale(snapshot)
    statuses = {str(one) for one in pd.unique(drawn.found.statuses.to_numpy().ravel())}
    period = f"{years[0]} tot en met {years[-1]}"
    lines = [
        text.source_line(snapshot.sources[id], period, statuses, snapshot.is_example, id in stale)
        for id in sorted(drawn.found.sources)
    ]
    per = f" {_PER[about.measure.per]}" if about.measure.per else ""
    return f"{'. '.join(lines)}.{per}"
