"""What static/kaart.js does in a browser, on a page of its own: the map without Streamlit."""

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from transition.metrics.classes import Histogram
from transition.ui.map_component import _frame
from transition.views.choropleth import (
    STATIC,
    Choropleth,
    Chosen,
    Format,
    Legend,
    class_labels,
    follow_call,
    paint_call,
    specification,
)

PROJECT = Path(__file__).parents[2]
HOSTILE = '<img src=x onerror="window.hacked=1"> \'s-Stad'
YEARS = ("2021", "2022", "2023", "2024")
SQUARES = ("Noord", HOSTILE, "Oost", "West", "Zuid", "Midden")
PAGE = """<!doctype html><title>proef</title><meta name="viewport" content="width=device-width,initial-scale=1">
{styles}<body><div id="map_div" style="height:560px"></div>{scripts}
<script>window.sent = []; window.Streamlit = {{ setComponentValue: (value) => sent.push(value) }}; {script}</script>"""


class Served(SimpleHTTPRequestHandler):
    """The project's static files, a layer of six squares in a row, and values for the tooltips."""

    def do_GET(self) -> None:
        if self.path.startswith(f"{STATIC}/"):
            self.path = self.path.removeprefix("/app")
            super().do_GET()
            return
        frame = _frame()
        styles = "".join(f'<link rel="stylesheet" href="{address}">' for address in frame["css_links"])
        scripts = "".join(f'<script src="{address}"></script>' for address in frame["js_links"])
        answers = {
            "/": PAGE.format(styles=styles, scripts=scripts, script=frame["script"]),
            "/squares": json.dumps(squares()),
            "/values": json.dumps(VALUES),
        }
        address, _, query = self.path.partition("?")
        if address == "/beeld" and "period=2021" not in query:
            answers[self.path] = json.dumps(specification(of_year(query)))
        elif address == "/keuzes":
            answers[self.path] = json.dumps(choices(query))
        body = answers.get(self.path, "").encode()
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


VALUES = {
    "values": [5, 15, None, None, None, None],
    "status": [0, 2, 0, 0, 0, 0],
    "rank": [2, 1, None, None, None, None],
    "of": [2, 2, None, None, None, None],
    "groups": ["Drenthe"],
    "group": [0] * 6,
}


def choices(query: str) -> list[dict]:
    """What can be chosen beside the picture of a query."""
    figures = [["sun", HOSTILE], ["gas", "Gas"]]
    return [
        {"field": "indicator", "label": "Cijfer", "options": figures, "value": "sun"},
        {"field": "period", "label": "Jaar", "options": [[year, year] for year in YEARS], "value": asked_year(query)},
    ]


def asked_year(query: str) -> str:
    return query.partition("period=")[2][:4] or "2024"


def of_year(query: str) -> Choropleth:
    """The picture a choice asks for: another colour for Noord in each year, at an address of its own."""
    year = asked_year(query)
    classes = "01msnp" if int(year) % 2 else "10msnp"
    return a_map(classes, address=f"/beeld?{query}", format=Format(0, "kWp", year, ()))


LATE_STYLES = """
document.addEventListener("readystatechange", () => { // streamlit-folium adds it beside the scripts, and waits for neither
  const link = document.querySelector('link[href*="kaart.css"]');
  if (!link || document.readyState !== "interactive") return;
  link.disabled = true;
  setTimeout(() => (link.disabled = false), 400);
});
"""


def squares() -> dict:
    """Six squares of half a degree in a row; steps of 0.1 degree."""
    arcs = [[[5 * at, 0], [5, 0], [0, 5], [-5, 0], [0, -5]] for at in range(6)]
    shapes = [
        {"type": "Polygon", "arcs": [[at]], "properties": {"code": f"GM000{at}", "name": name}}
        for at, name in enumerate(SQUARES)
    ]
    transform = {"scale": [0.1, 0.1], "translate": [4.0, 52.0]}
    return {
        "type": "Topology",
        "transform": transform,
        "arcs": arcs,
        "objects": {"areas": {"type": "GeometryCollection", "geometries": shapes}},
    }


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Served, directory=str(PROJECT)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def a_map(classes: str = "01msnp", **changes: object) -> Choropleth:
    words = ("geen waarneming", "geheim", "niet van toepassing", "nog niet gepubliceerd")
    legend = Legend(
        title="Opgesteld vermogen",
        bounds=(10.0,),
        labels=class_labels((10.0,), 0),
        counts=(1, 1),
        histogram=Histogram(0, 20, (0,) * 6 + (1,) + (0,) * 11 + (1,) + (0,) * 5),
        missing=tuple((letter, word, 1) for letter, word in zip("msnp", words, strict=True)),
        chosen=Chosen(HOSTILE, 15.0),
    )
    given = {
        "layer_url": "/squares",
        "values_url": "/values",
        "classes": classes,
        "legend": legend,
        "format": Format(0, "kWp", "2024", ("definitief", "nader voorlopig", "voorlopig")),
        "chosen_code": "GM0001",
        "view": (4.0, 51.5, 7.0, 53.0),
    }
    return Choropleth(**(given | changes))


def paint(page: Page, site: str, choropleth: Choropleth, fresh: bool = True) -> None:
    if fresh:
        page.goto(site)
    marks = "performance.getEntriesByName('kaart-painted').length"
    before = page.evaluate(marks)
    page.evaluate(paint_call(choropleth))
    page.wait_for_function(f"{marks} > {before}")


def place_of(page: Page, number: int) -> dict[str, float]:
    """The middle of a square, in pixels of the page."""
    point = page.evaluate(f"map_div.latLngToContainerPoint([52.25, {4.25 + number * 0.5}])")
    return {"x": point["x"], "y": point["y"]}


def point_at(page: Page, number: int) -> None:
    page.locator("#map_div").hover(position=place_of(page, number))


def colour_at(page: Page, number: int) -> list[int]:
    """Red, green and blue of the fill canvas in the middle of a square."""
    return page.evaluate(
        """([x, y]) => { const canvas = document.querySelector('.kaart-areas canvas');
        const box = canvas.getBoundingClientRect(), scale = canvas.width / box.width;
        return [...canvas.getContext('2d').getImageData((x - box.left) * scale, (y - box.top) * scale, 1, 1).data].slice(0, 3) }""",
        page.evaluate(
            f"""(() => {{ const box = map_div.getContainer().getBoundingClientRect();
            const p = map_div.latLngToContainerPoint([52.25, {4.25 + number * 0.5}]); return [box.left + p.x, box.top + p.y] }})()"""
        ),
    )


def test_each_class_has_its_colour_and_a_change_repaints_without_asking_the_boundaries_again(page: Page, site: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    paint(page, site, a_map())
    low, high = colour_at(page, 0), colour_at(page, 1)
    assert low != high
    paint(page, site, a_map("10msnp"), fresh=False)
    assert (colour_at(page, 0), colour_at(page, 1)) == (high, low)
    assert sum(url.endswith("/squares") for url in asked) == 1


def test_no_request_leaves_the_machine(page: Page, site: str, left_the_machine: list[str], errors: list[str]):
    paint(page, site, a_map())
    point_at(page, 0)
    assert left_the_machine == []
    assert errors == []


def test_the_legend_names_classes_and_every_kind_of_nothing_with_its_number(page: Page, site: str):
    paint(page, site, a_map())
    rows = page.locator(".kaart-legend li")
    expect(rows).to_have_text(
        [
            "minder dan 101",
            "10 of meer1",
            "geen waarneming1",
            "geheim1",
            "niet van toepassing1",
            "nog niet gepubliceerd1",
        ]
    )


def test_the_tooltip_says_value_year_status_and_rank(page: Page, site: str):
    paint(page, site, a_map())
    page.wait_for_timeout(200)
    point_at(page, 0)
    lines = page.locator(".kaart-tooltip > *")
    expect(lines).to_have_text(["Noord", "5 kWp", "2024, definitief", "nummer 2 van 2 in Drenthe"])
    point_at(page, 3)
    expect(lines).to_have_text(["West", "geheim", "2024"])


def test_names_are_text_and_run_nothing(page: Page, site: str, errors: list[str]):
    paint(page, site, a_map())
    point_at(page, 1)
    expect(page.locator(".kaart-tooltip b")).to_have_text(HOSTILE)
    assert page.locator("#map_div img").count() == 0
    assert page.evaluate("window.hacked") is None
    assert errors == []


def test_a_click_tells_the_page_which_area_once(page: Page, site: str):
    paint(page, site, a_map())
    page.locator("#map_div").click(position=place_of(page, 4))
    page.wait_for_timeout(100)
    assert [value["code"] for value in page.evaluate("sent")] == ["GM0004"]


def test_boundaries_that_do_not_fit_the_values_are_said_and_not_painted(page: Page, site: str):
    page.goto(site)
    page.evaluate(paint_call(a_map("01")))
    expect(page.get_by_role("alert")).to_contain_text("horen niet bij elkaar")


def test_boundaries_that_do_not_come_are_said(page: Page, site: str):
    page.goto(site)
    page.evaluate(paint_call(a_map(layer_url="/gone")))
    expect(page.get_by_role("alert")).to_contain_text("kwamen niet aan")


def test_the_map_can_be_kept_as_a_picture(page: Page, site: str):
    paint(page, site, a_map())
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als PNG").click()
    assert download.value.suggested_filename == "kaart-opgesteld-vermogen-2024.png"
    assert Path(download.value.path()).read_bytes()[:4] == b"\x89PNG"


def test_the_map_is_reached_and_moved_with_the_keyboard_and_speaks_dutch(page: Page, site: str):
    paint(page, site, a_map())
    page.locator("#map_div").focus()
    before = page.evaluate("map_div.getCenter().lng")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert page.evaluate("map_div.getCenter().lng") > before
    expect(page.get_by_role("button", name="Inzoomen")).to_be_visible()
    expect(page.get_by_role("button", name="Uitzoomen")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "nl"


def test_on_a_phone_the_legend_folds_into_a_button(page: Page, site: str):
    page.set_viewport_size({"width": 360, "height": 640})
    paint(page, site, a_map())
    expect(page.get_by_role("heading", name="Opgesteld vermogen")).to_be_hidden()
    page.get_by_role("button", name="Legenda").click()
    expect(page.get_by_role("heading", name="Opgesteld vermogen")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def with_choices(page: Page, site: str) -> None:
    paint(page, site, of_year("period=2024"))
    expect(page.get_by_label("Jaar op de kaart")).to_have_value("3")


def go_back_a_year(page: Page) -> None:
    marks = "performance.getEntriesByName('kaart-painted').length"
    before = page.evaluate(marks)
    page.get_by_label("Jaar op de kaart").press("ArrowLeft")
    page.wait_for_function(f"{marks} > {before}")


def test_a_year_chosen_on_the_map_is_painted_and_told_once_it_rests(page: Page, site: str, errors: list[str]):
    with_choices(page, site)
    before = colour_at(page, 0)
    go_back_a_year(page)
    assert colour_at(page, 0) != before
    expect(page.locator("output")).to_have_text("2023")
    page.wait_for_timeout(400)
    told = page.evaluate("sent")
    assert [(one["choice"], one["address"]) for one in told] == [({"period": "2023"}, "/beeld?period=2023")]
    assert errors == []


def test_the_page_that_follows_an_older_choice_does_not_paint_over_a_newer_one(page: Page, site: str):
    with_choices(page, site)
    for _ in range(2):
        go_back_a_year(page)
        page.wait_for_timeout(300)
    assert len(page.evaluate("sent")) == 2
    page.evaluate(follow_call(of_year("period=2023")))
    page.wait_for_timeout(200)
    expect(page.locator(".kaart-legend")).to_contain_text("2022")
    page.evaluate(follow_call(of_year("period=2022")))
    page.wait_for_timeout(200)
    expect(page.locator(".kaart-legend")).to_contain_text("2022")
    page.evaluate(paint_call(of_year("period=2024")))
    expect(page.locator(".kaart-legend")).to_contain_text("2024")


def test_what_comes_late_about_an_earlier_choice_does_not_move_the_slider_back(page: Page, site: str):
    with_choices(page, site)
    for _ in range(2):
        page.get_by_label("Jaar op de kaart").press("ArrowLeft")
    page.wait_for_timeout(500)
    expect(page.get_by_label("Jaar op de kaart")).to_have_value("1")
    expect(page.locator(".kaart-legend")).to_contain_text("2022")
    assert [one["choice"] for one in page.evaluate("sent")] == [{"period": "2022"}]


def test_a_map_that_is_built_anew_fetches_the_picture_it_is_to_follow(page: Page, site: str):
    page.goto(site)
    page.evaluate(follow_call(of_year("period=2023")))
    expect(page.locator(".kaart-legend")).to_contain_text("2023")


def test_a_picture_that_does_not_come_leaves_the_map_and_is_told_all_the_same(page: Page, site: str):
    with_choices(page, site)
    page.get_by_label("Jaar op de kaart").press("Home")
    page.wait_for_timeout(500)
    assert page.evaluate("sent")[-1]["choice"] == {"period": "2021"}
    expect(page.locator(".kaart-legend")).to_contain_text("2024")


def test_choices_are_text_and_run_nothing(page: Page, site: str):
    with_choices(page, site)
    expect(page.get_by_label("Cijfer").locator("option").first).to_have_text(HOSTILE)
    assert page.evaluate("window.hacked") is None


def test_a_style_sheet_that_comes_late_costs_no_map(page: Page, site: str, errors: list[str]):
    with_choices(page, site)
    fitted = "[map_div.getSize().x, map_div.getSize().y, map_div.getZoom(), map_div.getCenter().lng]"
    in_time = page.evaluate(fitted)

    page.add_init_script(LATE_STYLES)
    page.goto(site, wait_until="domcontentloaded")
    page.evaluate(paint_call(of_year("period=2024")))
    page.wait_for_timeout(1500)
    assert page.evaluate(fitted) == pytest.approx(in_time, abs=0.01), (
        "the same view within two pixels: Leaflet rounds to a half one"
    )
    assert errors == []
