"""The map one draws an area's outline on: a folium map with the Draw plugin, our own Leaflet, no tiles and no other machine."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import folium
from branca.element import MacroElement
from folium.plugins import Draw
from folium.template import Template

from transition.views import theme
from transition.views.choropleth import script_json, static_file
from transition.views.outline import Outline

_LEAFLET, _DRAW = "vendor/leaflet-1.9.4", "vendor/leaflet-draw-1.0.4"
_CENTRE = (52.2, 5.3)


@dataclass(frozen=True)
class Boundaries:
    """Lines to know the place by: the areas with these codes of the TopoJSON layer at `url`.

    named: whether an area says its name under the pointer. fit: whether the map shows all of it, when nothing is drawn yet.
    """

    url: str
    codes: tuple[str, ...]
    named: bool = False
    fit: bool = False


def drawing_map(outline: Outline | None, layers: Sequence[Boundaries], dark: bool) -> folium.Map:
    """A map on which one polygon, or several, can be drawn, changed and taken away; `outline` is what stands there already."""
    colours = theme.palette(dark)
    shape = {"color": colours.accent, "weight": 3, "fillOpacity": 0.15}
    made = folium.Map(location=_CENTRE, zoom_start=8, tiles=None, zoom_snap=0.25)
    made.default_js = [("leaflet", static_file(f"{_LEAFLET}/leaflet.js"))]
    made.default_css = [
        ("leaflet", static_file(f"{_LEAFLET}/leaflet.css")),
        ("draw", static_file(f"{_DRAW}/leaflet.draw.css")),
        ("teken", static_file("teken.css")),
    ]
    nothing = dict.fromkeys(("polyline", "rectangle", "circle", "marker", "circlemarker"), False)
    polygon = {"allowIntersection": False, "showArea": False, "shapeOptions": shape}
    draw = Draw(
        show_geometry_on_click=False,
        draw_options={**nothing, "polygon": polygon},
        edit_options={"poly": {"allowIntersection": False}},
    )
    draw.default_js = [("draw", static_file(f"{_DRAW}/leaflet.draw.js")), ("teken", static_file("teken.js"))]
    draw.default_css = []
    draw.add_to(made)
    lines = [
        {**asdict(one), "colour": colours.muted if one.named else colours.ink, "weight": 1 if one.named else 2.5}
        for one in layers
    ]
    own = {name: getattr(colours, name) for name in ("paper", "line", "ink")}
    spec = {**own, "shape": shape, "outline": _parts(outline), "layers": lines}
    made.add_child(_Start(spec))
    return made


def _parts(outline: Outline | None) -> list[Any]:
    """Each part as its rings: Leaflet.draw cannot change a shape of several parts, so they become shapes of their own."""
    if outline is None:
        return []
    coordinates: list[Any] = outline["coordinates"]
    return coordinates if outline["type"] == "MultiPolygon" else [coordinates]


class _Start(MacroElement):
    """Calls static/teken.js; `drawnItems` is what streamlit-folium names the group of the Draw plugin."""

    _template = Template(
        "{% macro script(this, kwargs) %}Teken.start({{ this._parent.get_name() }}, drawnItems, {{ this.spec }});{% endmacro %}"
    )

    def __init__(self, spec: dict[str, Any]) -> None:
        super().__init__()
        self._name = "Start"
        self.spec = script_json(spec)
