"""The map on a page: streamlit-folium, told only what changed.

`st_folium` renders the base map anew in every script run (some 10 ms). Ours never varies, so its strings are made once per
process and handed to streamlit-folium's frontend; a test holds them beside what `st_folium` itself would send.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st
import streamlit_folium
from folium import Map
from folium.elements import JSCSSMixin
from streamlit.components.v1 import declare_component
from streamlit.components.v1.custom_component import CustomComponent

from transition.views.choropleth import Choropleth, base_map, follow_call, paint_call

Choice = Callable[[dict[str, str], bool], None]
"""Gets what was chosen on the map itself, as words of an address, and whether the years are playing."""


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
    choropleth: Choropleth,
    *,
    key: str,
    height: int = 560,
    on_click: Callable[[str], None] | None = None,
    on_choice: Choice | None = None,
) -> str | None:
    """Draws the map and returns the code of the area that was clicked since the last run, once; else None.

    `on_click` is called with the code before the page's script runs, so that the whole page already knows it: one script run
    for a click. Without it the page must run again to act on the returned code. `on_choice` hears what was chosen with the
    map's own controls; the map has painted that already. `height` is in pixels.
    """

    def told() -> None:
        news = _news(key, st.session_state.get(key))
        if "code" in news and on_click:
            on_click(str(news["code"]))
        if "choice" in news and on_choice:
            st.session_state[_own(key)] = news.get("address")
            on_choice({str(word): str(value) for word, value in news["choice"].items()}, bool(news.get("playing")))

    painted_itself = choropleth.address and st.session_state.get(_own(key)) == choropleth.address
    value = _component()(
        **_frame(),
        feature_group=follow_call(choropleth) if painted_itself else paint_call(choropleth),
        layer_control="",
        height=height,
        width=None,
        key=key,
        on_change=told if on_click or on_choice else None,
    )
    code = _news(key, value).get("code")
    return str(code) if code else None


def _own(key: str) -> str:
    """Where the session keeps the address of the picture the map last painted by itself."""
    return f"{key}:own"


def _news(key: str, value: object) -> dict[str, Any]:
    """What the map tells, unless it was heard before: a component's value outlives its script run."""
    if not isinstance(value, dict) or "at" not in value:
        return {}
    seen = f"{key}:seen"
    if st.session_state.get(seen) == value["at"]:
        return {}
    st.session_state[seen] = value["at"]
    return value
