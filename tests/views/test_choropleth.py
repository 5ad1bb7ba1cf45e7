import json
import re
from pathlib import Path
from unittest.mock import patch

import folium
import numpy as np
import pytest
import streamlit_folium

from transition.metrics.classes import Histogram
from transition.ui import map_component
from transition.views import choropleth, theme

STATIC = Path(choropleth.__file__).parents[2] / "static"


def a_map(classes: str = "0123450msnpx", **changes: object) -> choropleth.Choropleth:
    bounds = (10.0, 20.0, 50.0, 100.0, 250.0)
    legend = choropleth.Legend(
        title=str(changes.pop("title", "Opgesteld vermogen zonnestroom")),
        bounds=bounds,
        labels=choropleth.class_labels(bounds, 0),
        counts=(2, 1, 1, 1, 1, 1),
        histogram=Histogram(0.0, 300.0, (3,) * 24),
        missing=(("m", "geen waarneming", 1), ("s", "geheim", 1), ("n", "niet van toepassing", 1)),
        chosen=choropleth.Chosen("Assen", 12.5),
    )
    format = choropleth.Format(0, "kWp", "2024", ("definitief", "nader voorlopig", "voorlopig", "geschat", "herrekend"))
    given = {"layer_url": "/kaart/s/gemeente-2024.topojson", "classes": classes, "legend": legend, "format": format}
    return choropleth.Choropleth(**(given | changes))


def specification(call: str) -> dict:
    return json.loads(re.fullmatch(r"Kaart\.paint\(map_div,(.*)\);", call, re.DOTALL)[1])


def test_every_kind_of_nothing_has_its_own_letter():
    missing = ("not_measured", "suppressed", "not_applicable", "not_published")
    found = choropleth.letters(np.array([2, -1, -1, -1, -1], dtype=np.int8), np.array(["final", *missing]))
    assert found == "2msnp"


def test_an_area_outside_the_chosen_one_shows_no_value():
    outside = np.array([False, True])
    assert choropleth.letters(np.array([0, 5], dtype=np.int8), np.array(["final", "final"]), outside) == "0x"


def test_a_missing_value_without_a_reason_is_refused():
    with pytest.raises(ValueError, match=r"hebben als reden .'final'"):
        choropleth.letters(np.array([-1], dtype=np.int8), np.array(["final"]))


def test_class_labels_are_dutch_and_lose_no_digit_of_a_bound():
    assert choropleth.class_labels((1000, 2500, 10000), 0) == (
        "minder dan 1.000",
        "1.000 tot 2.500",
        "2.500 tot 10.000",
        "10.000 of meer",
    )
    assert choropleth.class_labels((-0.5, 0.25), 1) == ("minder dan −0,5", "−0,5 tot 0,25", "0,25 of meer")
    assert choropleth.class_labels((), 0) == ("alle waarden",)


def test_a_change_sends_one_character_per_area_and_little_else():
    with_none, with_many = (len(choropleth.paint_call(a_map(classes))) for classes in ("", "3" * 13_594))
    assert with_many - with_none == 13_594
    frame = len(json.dumps(map_component._frame()))
    assert with_none + frame < 2_500


def test_names_arrive_as_they_are_and_as_nothing_else():
    title = """'s-Graven</script><script>alert(1)</script>{{'map'}} ${1+1} \u2028 "&amp;"""
    call = choropleth.paint_call(a_map(title=title))
    assert specification(call)["legend"]["title"] == title
    assert not {"<", ">", "{{", "\u2028"} & set(re.findall(r"<|>|\{\{|\u2028", call))
    rendered = []
    with patch.object(streamlit_folium, "_component_func", lambda **sent: rendered.append(sent)):
        streamlit_folium.st_folium(
            choropleth.base_map(),
            key="k",
            feature_group_to_add=choropleth.painted(a_map(title=title)),
            returned_objects=[],
        )
    assert call in rendered[0]["feature_group"]


def test_the_page_sends_what_streamlit_folium_itself_would_send():
    sent: list[dict] = []
    with patch.object(streamlit_folium, "_component_func", lambda **given: sent.append(given)):
        streamlit_folium.st_folium(choropleth.base_map(), key="k", returned_objects=[])
    ours = map_component._frame()
    script = " ".join(sent[0]["script"].split()).removesuffix("var drawnItems = [];").strip()
    assert ours["script"] == script
    for name in ("js_links", "css_links", "returned_objects", "return_on_hover", "default", "html"):
        assert ours[name] == sent[0][name], name


def test_the_base_map_never_varies_and_leaves_folium_as_it_was():
    before = list(folium.Map.default_js)
    scripts = {streamlit_folium.generate_leaflet_string(choropleth.base_map()) for _ in range(3)}
    assert len(scripts) == 1
    assert folium.Map.default_js == before


def test_nothing_of_the_map_comes_from_elsewhere():
    frame = map_component._frame()
    assert all(address.startswith("/app/static/") for address in [*frame["js_links"], *frame["css_links"]])
    for address in [*frame["js_links"], *frame["css_links"]]:
        assert (STATIC / address.removeprefix("/app/static/").split("?")[0]).is_file()
    own = (STATIC / "kaart.js").read_text() + (STATIC / "kaart.css").read_text()
    assert re.findall(r"https?://[^\s\"']+", own) == ["http://www.w3.org/2000/svg"]
    assert specification(choropleth.paint_call(a_map()))["tiles"] == ""


def test_the_script_writes_text_and_names_no_colour():
    script = (STATIC / "kaart.js").read_text()
    assert not re.findall(r"innerHTML|insertAdjacentHTML|document\.write|bindPopup|bindTooltip", script)
    assert not re.findall(r"#[0-9a-fA-F]{3,6}\b|rgba?\(", script)


def test_every_vendored_package_carries_its_licence():
    packages = list((STATIC / "vendor").iterdir())
    assert packages
    assert all((package / "LICENSE").is_file() for package in packages)


@pytest.mark.parametrize("dark", [False, True])
def test_map_colours_run_evenly_from_the_paper_to_the_far_end(dark):
    colours = theme.palette(dark)
    lightness = [_lightness(colour) for colour in (colours.paper, *colours.sequential)]
    steps = np.diff(lightness)
    assert (steps < -5).all() or (steps > 5).all(), lightness


@pytest.mark.parametrize("dark", [False, True])
def test_text_colours_are_readable_on_both_papers(dark):
    colours = theme.palette(dark)
    for name in ("ink", "muted", "accent", "on_track", "attention", "behind", "unknown"):
        for paper in (colours.paper, colours.quiet):
            assert _contrast(getattr(colours, name), paper) >= 4.5, (name, paper)


def test_few_classes_use_the_whole_width_of_the_palette():
    few = a_map(legend=choropleth.Legend("t", (5.0,), ("a", "b"), (1, 1)))
    found = specification(choropleth.paint_call(few))["colours"]["classes"]
    assert found == [theme.LIGHT.sequential[0], theme.LIGHT.sequential[-1]]


def test_charts_write_numbers_the_dutch_way():
    layout = theme.plotly_template().layout
    assert layout.separators == ",."
    assert layout.font.family.startswith("'Atkinson Hyperlegible Next'")


def test_a_click_is_reported_once():
    state: dict[str, object] = {}
    with patch.object(map_component.st, "session_state", state):
        click = {"code": "GM0106", "at": 1}
        assert map_component._news("kaart", click) == click
        assert map_component._news("kaart", click) == {}
        assert map_component._news("kaart", click | {"at": 2})["code"] == "GM0106"
        assert map_component._news("kaart", {}) == {}


def _luminance(colour: str) -> float:
    channels = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ (0.2126, 0.7152, 0.0722))


def _lightness(colour: str) -> float:
    return 116 * _luminance(colour) ** (1 / 3) - 16


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)
