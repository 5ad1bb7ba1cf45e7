"""Hoe ver is elk gebied? Any figure, year and level on the map, and the same as a table."""

from functools import partial

import streamlit as st

from transition import catalog
from transition.domain.indicators import AddsUp
from transition.metrics.figures import not_assignable
from transition.ui import choice, definitions, map_content, map_section, show
from transition.ui.breadcrumb import breadcrumb, replaced
from transition.ui.map_choices import map_settings, nothing_here, with_base_map
from transition.ui.page import open_page
from transition.views import map_picture, text

opening = open_page("Hoe ver is elk gebied?")
snapshot, selection = opening.snapshot, opening.selection
indicator = catalog.indicator(selection.indicator)

breadcrumb(snapshot, selection.area, with_level=True)
replaced(snapshot, selection.area)
content = map_content.shown(snapshot, selection)
if content is None:
    choice.stop_playing()
    nothing_here(snapshot, selection)
    st.stop()

per = map_picture.unit_of(indicator, selection.per).removeprefix(indicator.unit)
title = f"{map_picture.title_of(indicator, selection.breakdown)}{per}{',' if per or selection.breakdown else ''}"
st.subheader(f"{title} per {text.PER_LEVEL[selection.level]}, {text.period(content.period, content.until)}")
map_section.draw(snapshot, selection, content, key="map", height=700, base_map=with_base_map())
rest = not_assignable(snapshot, indicator.id, selection.level, content.period, selection.breakdown)
if rest and indicator.adds_up is AddsUp.SUM:  # a share of what is nowhere says nothing about the areas on the map
    amount = text.quantity(rest, indicator.unit, indicator.decimals)
    st.caption(
        f"**Niet in te delen:** {amount} in {snapshot.areas[snapshot.country].name} hoort bij geen enkele "
        f"{text.PER_LEVEL[selection.level]} ({text.period(content.period, content.until)})."
    )
if content.note:
    st.caption(content.note)
st.caption(content.source)
st.caption(f"**Zo leest u dit.** {map_section.reading(snapshot, selection)}")

parts = ["Tabel", "Herkomst", "Uitleg", "Instellingen"]
part = st.segmented_control("Meer", parts, key="map_part", label_visibility="collapsed")
if part == "Tabel":
    map_section.draw_table(snapshot, selection, content)
    show.download(
        partial(map_content.table, snapshot, selection, content),
        f"{selection.indicator}-{selection.level}-{content.period}",
        content.source,
        indicator=selection.indicator,
        boundaries=(snapshot, content.layer),
    )
elif part == "Herkomst":
    map_section.draw_origin(snapshot, selection, content)
elif part == "Uitleg":
    definitions.meaning(indicator)
elif part == "Instellingen":
    map_settings(snapshot, selection)
