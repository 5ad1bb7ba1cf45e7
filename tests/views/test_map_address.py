"""The address of a picture of the map leads to the very picture a page draws, and nonsense leads nowhere."""

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from transition.domain.areas import Level
from transition.domain.selection import Selection
from transition.places import Places
from transition.store import Snapshot, open_served
from transition.ui import map_content, map_routes
from transition.ui.map_address import Asked, address, asked_by
from transition.views.choropleth import specification

CHOICES = (
    Selection(area="GM9003", indicator="gas_use_m3_per_dwelling", period="2019"),
    Selection(area="NL99", indicator="solar_capacity_kwp", per="population_count", classes="natural"),
    Selection(area="NL99", indicator="solar_homes_capacity_kwp", level=Level.WIJK, period="2020"),
)


@pytest.fixture
def snapshot(example_data: Path) -> Snapshot:
    opened = open_served(Places(example_data).example)
    assert opened
    return opened.snapshot


@pytest.fixture
def client(example_data: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setenv("DATA_DIR", str(example_data))
    return TestClient(Starlette(routes=map_routes.routes()))


def of(snapshot: Snapshot, choice: Selection) -> Selection:
    return replace(choice, area=choice.area if choice.area in snapshot.areas else snapshot.country)


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("dark", [False, True])
def test_an_address_means_the_choice_it_was_made_of(snapshot: Snapshot, choice: Selection, dark: bool) -> None:
    asked = Asked(of(snapshot, choice), dark)
    query = address(snapshot, asked).partition("?")[2]
    assert asked_by(snapshot, dict(parse_qsl(query))) == asked


@pytest.mark.parametrize("choice", CHOICES)
def test_the_address_answers_with_what_the_page_would_draw(
    client: TestClient, snapshot: Snapshot, choice: Selection
) -> None:
    chosen = of(snapshot, choice)
    content = map_content.shown(snapshot, chosen)
    assert content
    drawn = map_content.picture(snapshot, replace(chosen, period=content.period), False, False)
    answer = client.get(address(snapshot, Asked(chosen)))
    assert answer.status_code == 200
    assert answer.json() == json.loads(json.dumps(specification(drawn)))
    assert answer.json()["address"] == drawn.address


def test_the_choices_beside_a_picture_name_its_own_year_and_figure(client: TestClient, snapshot: Snapshot) -> None:
    chosen = Selection(area=snapshot.country, indicator="solar_capacity_kwp", period="2020")
    answer = client.get(address(snapshot, Asked(chosen)).replace("/beeld?", "/keuzes?"))
    by_field = {control["field"]: control for control in answer.json()}
    assert by_field["period"]["value"] == "2020"
    assert [year for year, _ in by_field["period"]["options"]] == snapshot.periods("gemeente", "solar_capacity_kwp")
    assert by_field["indicator"]["value"] == "solar_capacity_kwp"
    assert set(by_field) == {"indicator", "breakdown", "per", "period"}


@pytest.mark.parametrize(
    "query",
    [
        "indicator=onzin",
        "area=GM0000x",
        "level=planeet",
        "period=gisteren",
        "klassen=onzin",
        "level=wijk&indicator=solar_capacity_kwp",  # exists, but not at this level
        "area=..%2F..%2Fetc",
    ],
)
def test_an_address_of_what_is_not_there_is_refused(client: TestClient, snapshot: Snapshot, query: str) -> None:
    for what in ("beeld", "keuzes"):
        answer = client.get(f"/kaart/{snapshot.id}/{what}?{query}")
        assert answer.status_code == 404
        assert answer.json()["fout"].endswith("er niet.")


def test_an_unknown_snapshot_is_refused(client: TestClient) -> None:
    for id in ("..", "20200101T000000000000Z-00000000", "x"):
        assert client.get(f"/kaart/{id}/beeld?indicator=solar_capacity_kwp").status_code == 404
