"""The map on a page: choices, breadcrumb, the map itself, the years, and the same as a table."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pandas as pd
import streamlit as st

from transition import catalog
from transition.domain.areas import Level
from transition.domain.selection import Selection
from transition.metrics import rates
from transition.metrics.headlines import Headline, newest_complete
from transition.metrics.map_values import MapValues, layer_for, on_layer
from transition.store import Layer, Snapshot
from transition.ui import cached, choice, show
from transition.ui.map_component import show_map
from transition.ui.mode import is_dark
from transition.views import areas, map_picture, text
from transition.views.choropleth import Choropleth


@dataclass(frozen=True)
class Shown:
    """What is on the map: the layer, the year, the values, and the line that says where they come from.

    until: for a year that is not complete the date up to which it was measured. vintage: the year of the figures' boundaries.
    """

    layer: Layer
    period: str
    values: MapValues
    source: str
    until: str
    vintage: int
    note: str = ""


def shown(snapshot: Snapshot, selection: Selection) -> Shown | None:
    """The map's content for a choice; None when the figure does not exist at that level, or there are no boundaries."""
    level, indicator, breakdown = selection.level, selection.indicator, selection.breakdown
    found = _anywhere(snapshot, level, indicator, breakdown, selection.period, selection.per)
    return found and replace(found, note=_note(snapshot, selection, found))


@lru_cache(maxsize=128)
def _anywhere(
    snapshot: Snapshot, level: Level, indicator: str, breakdown: str, asked_period: str, per: str
) -> Shown | None:
    """What holds whichever area is chosen, which is nearly all of it; kept, and shared by all readers."""
    periods = snapshot.periods(level, indicator, breakdown)
    if not periods or level not in catalog.indicator(indicator).levels:
        return None
    period = asked_period if asked_period in periods else newest_complete(snapshot, level, indicator, breakdown)
    layer = layer_for(snapshot, level, period, indicator, breakdown)
    if layer is None:
        return None
    values = on_layer(snapshot, layer, indicator, breakdown, period, per)
    column = snapshot.column(level, indicator, breakdown, period)
    assert column is not None, "a level that has the period has its column"
    until = snapshot.measured_until(column.source, period)
    statuses = {map_picture.STATUS_CODES[number] for number in np.unique(column.statuses)}
    line = text.source_line(snapshot.sources[column.source], text.period(period, until), statuses, snapshot.is_example)
    return Shown(layer, period, values, line, until, column.vintage)


def _note(snapshot: Snapshot, selection: Selection, shown: Shown) -> str:
    layer, period, values = shown.layer, shown.period, shown.values
    notes = []
    if selection.period not in ("", period):
        notes.append(f"Voor {selection.period} is dit cijfer er niet; u ziet {period}.")
    if shown.until:
        notes.append(f"{text.period(period, shown.until)} is nog geen heel jaar.")
    within = map_picture.scope(snapshot, selection).within
    lost = [code for code in values.lost if _lies_in(snapshot, code, within)]
    if layer.year != shown.vintage and lost:
        notes.append(
            f"De kaart heeft de grenzen van {layer.year}; de cijfers gaan over de indeling van {shown.vintage}."
        )
    if lost:
        names = [snapshot.areas[c].name for c in lost[:3] if c in snapshot.areas]
        rest = f" en {text.number(len(lost) - 3)} andere" if len(lost) > 3 else ""
        notes.append(f"Wel in de tabel, niet op de kaart: {', '.join(names)}{rest}.")
    if selection.per:
        notes.append(_denominator(snapshot, selection, values, period))
    return " ".join(notes)


def _denominator(snapshot: Snapshot, selection: Selection, values: MapValues, period: str) -> str:
    """By what the figures are divided, of which year and source."""
    below = catalog.indicator(selection.per).short.lower()
    if not values.denominator_years:
        return f"Het aantal {below} is er niet voor deze gebieden en dit jaar."
    years = " of ".join(values.denominator_years)
    origins = [
        snapshot.column(level, selection.per, "", year)
        for level in (selection.level, Level.GEMEENTE)
        for year in values.denominator_years
    ]
    titles = dict.fromkeys(snapshot.sources[found.source]["title"] for found in origins if found)
    nearest = "" if values.denominator_years == (period,) else ", het dichtste jaar met dezelfde grenzen"
    return f"Gedeeld door het aantal {below} in {years}{nearest} (bron: {'; '.join(titles)})."


def draw(
    snapshot: Snapshot,
    selection: Selection,
    content: Shown,
    *,
    key: str,
    height: int,
    on_click: Callable[[str], None],
    base_map: bool = False,
) -> None:
    """The painted map; `on_click` gets the code of an area that is clicked, before the page runs again."""
    made = _picture(snapshot, replace(selection, period=content.period), is_dark(), base_map)
    show_map(made, key=key, height=height, on_click=on_click)


@lru_cache(maxsize=256)
def _picture(snapshot: Snapshot, selection: Selection, dark: bool, base_map: bool) -> Choropleth:
    """The same for all readers with this choice; at most some 15 kB each, for all buurten."""
    content = shown(snapshot, selection)
    assert content is not None, "a map is drawn of figures that are there"
    scale = cached.scale(
        snapshot, selection.level, selection.indicator, selection.breakdown, selection.per, selection.classes
    )
    return map_picture.picture(
        snapshot, selection, content.layer, content.values, scale,
        period=content.period, source=content.source, dark=dark, base_map=base_map,
    )  # fmt: skip


def small(snapshot: Snapshot, selection: Selection, headline: Headline) -> None:
    """A small map around the chosen area: of the figure that was chosen where it exists there, else of the headline."""
    area = snapshot.areas[selection.area]
    level = area.level if area.level is not Level.LAND else Level.GEMEENTE
    chosen = replace(selection, level=level, per="")
    if not snapshot.series(area.code, chosen.indicator, chosen.breakdown) or area.valid_to is not None:
        chosen = replace(chosen, indicator=headline.indicator.id, breakdown="", period=headline.period)
    content = shown(snapshot, chosen)
    st.subheader("Op de kaart")
    if content is None:
        st.info("Van dit cijfer is er op dit niveau geen kaart. Kies op de pagina Kaart een ander cijfer of niveau.")
        return
    indicator = catalog.indicator(chosen.indicator)
    st.caption(
        f"{map_picture.title_of(indicator, chosen.breakdown)}, {indicator.unit}, per {text.PER_LEVEL[level]}, {content.period}"
    )
    draw(snapshot, chosen, content, key="small_map", height=340, on_click=lambda code: choice.choose(area=code))
    if content.note:
        st.caption(content.note)
    st.caption(content.source)


def go_down(snapshot: Snapshot, selection: Selection, clicked: str) -> None:
    """A click leads to the areas inside the one that was clicked, where the figure exists there; else it is only chosen."""
    below = areas.LEVEL_BELOW.get(snapshot.areas[clicked].level)
    if below and snapshot.periods(below, selection.indicator, selection.breakdown):
        choice.choose(area=clicked, level=below)
    else:
        choice.choose(area=clicked)


def draw_table(snapshot: Snapshot, selection: Selection, content: Shown) -> None:
    """The map's figures as a table that sorts."""
    within = map_picture.scope(snapshot, selection).within
    kind = (selection.level, selection.indicator, selection.breakdown, selection.per, content.period)
    _drawn_table((snapshot.id, *kind, within), snapshot, selection, content)


@st.cache_data(max_entries=32, show_spinner=False)
def _drawn_table(key: tuple[str, ...], _snapshot: Snapshot, _selection: Selection, _content: Shown) -> None:  # noqa: ARG001
    """Streamlit repeats what was drawn for the same key: writing out Dutch numbers takes it 0.07 ms a row."""
    decimals = map_picture.decimals_of(catalog.indicator(_selection.indicator), _selection.per)
    show.sortable(table(_snapshot, _selection, _content), decimals)


def table(snapshot: Snapshot, selection: Selection, content: Shown) -> pd.DataFrame:
    """What the map shows as a table: area, value, status, place; sorted from high to low."""
    indicator = catalog.indicator(selection.indicator)
    column = snapshot.column(selection.level, indicator.id, selection.breakdown, content.period)
    assert column is not None
    codes, values = column.codes, column.values
    if selection.per:
        values = rates.rate(snapshot, selection.level, codes, values, content.period, selection.per).values
    within = map_picture.scope(snapshot, selection).within
    keep = np.array([_lies_in(snapshot, str(code), within) for code in codes])
    unit = map_picture.unit_of(indicator, selection.per)
    words = np.array([text.STATUSES[map_picture.STATUS_CODES[number]] for number in column.statuses])
    made = pd.DataFrame(
        {
            "Code": codes[keep],
            "Gebied": [snapshot.areas[str(c)].name if str(c) in snapshot.areas else str(c) for c in codes[keep]],
            unit: values[keep],
            "Status": words[keep],
            "Jaar": content.period,
        }
    )
    return made.sort_values(unit, ascending=False, na_position="last").reset_index(drop=True)


def _lies_in(snapshot: Snapshot, code: str, within: str) -> bool:
    if within == snapshot.country:
        return True
    if within[:2] in ("GM", "WK"):
        return code[2:].startswith(within[2:])
    gemeente = snapshot.areas.get(f"GM{code[2:6]}" if code[:2] in ("WK", "BU") else code)
    return gemeente is not None and within in (gemeente.provincie, gemeente.res, gemeente.subres)
