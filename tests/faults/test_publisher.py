"""The server that plays the publishers is true to them: what comes through it is what was recorded."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from loaders import __main__ as command
from tests.conftest import PROJECT
from tests.faults import live_shapes
from tests.faults.fault import as_json
from tests.faults.live_shapes import Layer
from tests.faults.publisher import V3_FEED, V4, Publisher
from tests.faults.refresh import Detour
from tests.loaders.recorded_answers import answer
from transition.domain.areas import Level
from transition.ingest import boundaries
from transition.ingest.contract import Raw
from transition.ingest.fetch import Fetcher, Limits

LOADERS = command.all_loaders()
CBS = [source for source in LOADERS if source.startswith("cbs_")]
PDOK = [source for source in LOADERS if source.startswith("boundaries_")]
KEY = ["area", "indicator", "breakdown", "period"]


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with Publisher() as running:
        yield running


def fetched(publisher: Publisher, source: str) -> Raw:
    """What a loader gets from this publisher."""
    hosts = LOADERS[source].SOURCE.hosts
    with Fetcher(hosts, Limits(attempts=1), transport=Detour(publisher.address)) as get:
        return LOADERS[source].fetch(get)


def rows(source: str, raw: Raw) -> pd.DataFrame:
    found = LOADERS[source].parse(raw).observations
    assert found is not None
    return found.sort_values(KEY, ignore_index=True)


@pytest.mark.parametrize(
    "without",
    [
        pytest.param((), id="v4"),
        pytest.param((V4,), id="v3", marks=pytest.mark.slow),
        pytest.param(
            (V4, *(f"{V3_FEED}/{table}/Typed" for table in ("81528NED", "84948NED", "85005NED"))),
            id="v3 a year at a time",
            marks=pytest.mark.slow,
        ),
    ],
)
@pytest.mark.parametrize("source", CBS)
def test_what_cbs_sends_in_any_shape_is_what_was_recorded(
    publisher: Publisher, source: str, without: tuple[str, ...]
) -> None:
    publisher.without = without
    live, recorded = rows(source, fetched(publisher, source)), rows(source, answer(source))
    if source == "cbs_solar_neighbourhoods":
        # Two topics are asked; with the names of the areas stays behind why an area without a name has no figures.
        live, recorded = live.drop(columns="status"), recorded.drop(columns="status")
    pd.testing.assert_frame_equal(live, recorded)
    assert any("skip=" in address for address in publisher.asked), "there is no second page"


def test_a_table_that_was_recorded_in_v4_is_played_in_every_shape() -> None:
    recorded = rows("cbs_solar_regions", answer("cbs_solar_regions", "v4"))
    (table,) = live_shapes.recorded_tables("cbs_solar_regions", answer("cbs_solar_regions", "v4"))
    for shape, whole in ((live_shapes.v4, ("Properties",)), (live_shapes.v3, ())):
        raw = {
            f"{table.id}_{name}.json": as_json(found[0] if name in whole else {"value": found})
            for name, found in shape(table).items()
        }
        pd.testing.assert_frame_equal(rows("cbs_solar_regions", raw), recorded)


@pytest.mark.parametrize("source", PDOK)
def test_what_pdok_sends_is_what_was_recorded(publisher: Publisher, source: str) -> None:
    (body,) = answer(source).values()
    recorded = [one["properties"]["statcode"] for one in json.loads(body)["features"]]
    for name, document in fetched(publisher, source).items():
        features = json.loads(document)["features"]
        assert [one["properties"]["statcode"] for one in features] == recorded
        assert {str(one["properties"]["jaarcode"]) for one in features} == {name.split("_")[1]}
    assert any("cursor=" in address for address in publisher.asked), "there is no second page"


# As many buurten as there are.

BUURTEN = 14_000


@pytest.fixture
def all_buurten(publisher: Publisher) -> Publisher:
    def feature(number: int) -> dict[str, object]:
        west, south = 3.5 + number % 140 * 0.02, 51 + number // 140 * 0.02
        ring = [[west, south], [west + 0.02, south], [west + 0.02, south + 0.02], [west, south]]
        return {
            "type": "Feature",
            "id": f"buurt_gegeneraliseerd.{number}",
            "properties": {"statcode": f"BU{80010000 + number}", "statnaam": f"Buurt {number}"},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }

    publisher.layers["buurt"] = Layer("buurt", "boundaries_buurt", tuple(map(feature, range(BUURTEN))))
    return publisher


@pytest.mark.slow
@pytest.mark.parametrize(
    ("largest", "questions"),
    [pytest.param(None, 14, id="1000 a page"), pytest.param(100, 1 + 140, id="100 a page, after a 400")],
)
def test_all_buurten_of_the_country_come_in_pages_of_a_thousand_or_where_that_is_too_much_of_a_hundred(
    all_buurten: Publisher, largest: int | None, questions: int
) -> None:
    all_buurten.largest = largest
    began = time.monotonic()
    with Fetcher(boundaries.HOSTS, Limits(), transport=Detour(all_buurten.address)) as get:
        raw = boundaries.download(get, Level.BUURT, (2019,))
    (document,) = raw.values()
    assert len({one["properties"]["statcode"] for one in json.loads(document)["features"]}) == BUURTEN
    assert len(all_buurten.asked) == questions
    # What the asking itself costs, beside the time in which the server makes a page.
    assert time.monotonic() - began < Limits().total_seconds / 4


# By hand.


@pytest.mark.slow
def test_by_hand_it_prints_its_address_and_a_command_that_asks_there(tmp_path: Path) -> None:
    start = [sys.executable, "-m", "tests.faults.publisher", "--fault", "html", "--only", "cbs_heating"]
    with subprocess.Popen(start, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as publisher:
        try:
            assert publisher.stdout is not None
            assert "a web page with code 200" in publisher.stdout.readline()
            words = publisher.stdout.readline().split()
            ask = [*words[1 : words.index("--data") + 1], str(tmp_path), "cbs_heating", "boundaries_wijk"]
            done = subprocess.run(
                [sys.executable, *ask], check=False, cwd=PROJECT, capture_output=True, text=True, timeout=60
            )
        finally:
            publisher.terminate()
    assert done.returncode == 1, done.stderr
    assert "cbs_heating: geweigerd - " in done.stdout
    assert "boundaries_wijk: vernieuwd - " in done.stdout
