"""The page of the map benchmark: a button that changes the figure, and one contestant's map (`?contestant=&level=`)."""

import folium
import streamlit as st
from streamlit_folium import st_folium

from bench.map_data import COLUMNS, choropleth, geojson, values, visits
from transition.ui.map_component import show_map
from transition.views.choropleth import base_map


def naive(level: str, column: int) -> None:
    """What the documentation of folium and streamlit-folium shows, with the GeoJSON cached; Leaflet from our own server."""
    drawn = folium.Map(location=(52.2, 5.3), zoom_start=7, tiles=None)
    drawn.default_js, drawn.default_css = base_map().default_js[:1], base_map().default_css[:1]
    layer = folium.Choropleth(
        geojson(level),
        data=values(level, column),
        key_on="feature.properties.code",
        fill_color="YlGnBu",
        fill_opacity=0.8,
        line_weight=0.5,
    )
    for name in [name for name in layer._children if name.startswith("color_map")]:
        del layer._children[name]  # its legend loads a script from elsewhere
    layer.add_to(drawn)
    st_folium(drawn, key="naive", height=560, use_container_width=True)


def chosen_on_the_map(words: dict[str, str], playing: bool) -> None:  # noqa: ARG001 - the form of Choice
    """What the map tells: the column, as a year or as a figure."""
    st.session_state["column"] = int(next(iter(words.values())))


level, contestant = st.query_params["level"], st.query_params["contestant"]
visits[contestant] += 1
if st.button("volgende"):
    st.session_state["column"] = (st.session_state.get("column", 0) + 1) % COLUMNS
column = st.session_state.get("column", 0)
if contestant == "naive":
    naive(level, column)
else:
    clicked: list[str] = []
    show_map(choropleth(level, column), key="kaart", on_click=clicked.append, on_choice=chosen_on_the_map)
    st.caption(f"gekozen: {clicked}")
