"""The map one draws an outline on stays on this machine."""

import json
import re

import streamlit_folium
from branca.element import Element
from folium.elements import JSCSSMixin

from tests.views.test_choropleth import STATIC
from transition.views.drawing_map import Boundaries, drawing_map

_OUTLINE = {"type": "MultiPolygon", "coordinates": [[[[5, 52], [5.1, 52], [5.1, 52.1], [5, 52]]]] * 2}


def _linked(one: Element) -> list[str]:
    own = [address for _, address in (*one.default_js, *one.default_css)] if isinstance(one, JSCSSMixin) else []
    return own + [address for child in one._children.values() for address in _linked(child)]


def test_everything_the_drawing_map_loads_lies_in_our_own_folder() -> None:
    addresses = _linked(drawing_map(None, (), dark=False))
    assert any("leaflet.draw.js" in address for address in addresses)
    for address in addresses:
        assert (STATIC / address.removeprefix("/app/static/").split("?")[0]).is_file(), address


def test_what_it_begins_with_stands_in_the_script_as_data() -> None:
    layers = [Boundaries("/kaart/x/wijk.topojson", ("</script>",), named=True)]
    made = drawing_map(_OUTLINE, layers, dark=True)
    made.get_root().render()
    script = streamlit_folium._get_map_string(made)
    assert "</script>" not in script
    begun = re.search(r"Teken\.start\(map_div, drawnItems, (.*?)\);", script)
    assert begun
    spec = json.loads(begun[1])
    assert len(spec["outline"]) == 2
    assert spec["layers"][0]["codes"] == ["</script>"]


def test_the_drawing_script_writes_text_and_names_no_colour_and_no_address() -> None:
    own = (STATIC / "teken.js").read_text() + (STATIC / "teken.css").read_text()
    assert not re.findall(r"innerHTML|insertAdjacentHTML|document\.write", own)
    assert not re.findall(r"#[0-9a-fA-F]{3,6}\b|rgba?\(", own)
    assert "http" not in own
