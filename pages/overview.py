"""Waar staan we? What we know of the chosen area."""

import streamlit as st

from transition.metrics.headlines import headlines
from transition.ui import area_trend, map_section, show
from transition.ui.breadcrumb import breadcrumb, replaced
from transition.ui.figure_cards import figure_cards
from transition.ui.page import open_page
from transition.views import areas, sentences

opening = open_page("Waar staan we?")
snapshot, selection = opening.snapshot, opening.selection
area = snapshot.areas[selection.area]

breadcrumb(snapshot, selection.area)
replaced(snapshot, selection.area)
found = headlines(snapshot, selection.area, selection.period)
if not found:
    st.info(
        f"Voor {area.name} zijn geen cijfers opgeslagen. Kies een ander gebied, of laad cijfers op de pagina Bronnen."
    )
    st.stop()

st.header(sentences.where_we_stand(areas.called(snapshot, area.code), found[0]))
if statuses := sentences.what_statuses_say(found):
    st.caption(statuses)
figure_cards(snapshot, area.code, found)
wide, narrow = st.columns([3, 2], gap="large")
with wide:
    area_trend.section(snapshot, selection, found)
with narrow:
    map_section.small(snapshot, selection, found[0])
show.sources(snapshot, {headline.source for headline in found})
