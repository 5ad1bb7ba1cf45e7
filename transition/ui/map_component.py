"""The map on a page: streamlit-folium, told only what changed.

`st_folium` renders the base map anew in every script run (some 10 ms). Ours never varies, so its strings are made once per
process and handed to streamlit-folium's frontend; a test holds them beside what `st_folium` itself would send.
"""

from collections.abc import Callable
from functools import cache

import streamlit as st
import streamlit_folium
from folium import Map
from folium.elements import JSCSSMixin
from streamlit.components.v1 import declare_component
from streamlit.components.v1.custom_component import CustomComponent

from transition.views.choropleth import Choropleth, base_map, paint_call


@cache
def _component() -> CustomComponent:
    """streamlit-folium's frontend, declared in the first script run: what is declared before the server runs, gets lost."""
    return declare_component("st_folium", path=streamlit_folium.build_dir)


@cache
def _frame() -> dict[str, object]:
    """What streamlit-folium's component needs to build the frame; the same in every run, or the frame would be built anew.

    `header` stays empty: folium's forbids zooming with two fingers; static/kaart.css says the rest.
    """
    made: Map = base_map()
    made.get_root().render()
    linked = [child for child in (made, *made._children.values()) if isinstance(child, JSCSSMixin)]
    return {
        "script": " ".join(streamlit_folium.generate_leaflet_string(made).split()),
        "header": "",
        "html": "",
        "id": "kaart",
        "js_links": [address for child in linked for _, address in child.default_js],
        "css_links": [address for child in linked for _, address in child.default_css],
        "returned_objects": [],
        "return_on_hover": False,
        "default": {},
    }


def show_map(
    choropleth: Choropleth, *, key: str, height: int = 560, on_click: Callable[[str], None] | None = None
) -> str | None:
    """Draws the map and returns the code of the area that was clicked since the last run, once; else None.

    `on_click` is called with the code before the page's script runs, so that the whole page already knows it: one script run
    for a click. Without it the page must run again to act on the returned code. `height` is in pixels.
    """

    def clicked() -> None:
        code = _new_click(key, st.session_state.get(key))
        if code and on_click:
            on_click(code)

    value = _component()(
        **_frame(),
        feature_group=paint_call(choropleth),
        layer_control="",
        height=height,
        width=None,
        key=key,
        on_change=clicked if on_click else None,
    )
    return _new_click(key, value)


def _new_click(key: str, value: object) -> str | None:
    """The clicked code, unless this click was reported before: a component's value outlives its script run."""
    if not isinstance(value, dict) or "code" not in value:
        return None
    seen = f"{key}:seen"
    if st.session_state.get(seen) == value["at"]:
        return None
    st.session_state[seen] = value["at"]
    return str(value["code"])
