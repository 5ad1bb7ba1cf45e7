"""GeoJSON as RFC 7946 has it: positions in degrees, outer rings counter-clockwise, and nothing of the table lost."""

import json
import math
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from shapely.geometry import shape

from transition.domain.areas import Level
from transition.metrics.figures import figures
from transition.metrics.map_values import layer_for
from transition.places import Places
from transition.store import Layer, Snapshot, open_served
from transition.views.explanation import of_figures
from transition.views.export_geojson import boundary_facts, feature_collection

SOLAR, YEAR = "solar_capacity_kwp", "2023"


@pytest.fixture(scope="module")
def snapshot(example_data: Path) -> Snapshot:
    opened = open_served(Places(example_data).example)
    assert opened is not None
    return opened.snapshot


def made(snapshot: Snapshot, level: Level, table: pd.DataFrame) -> tuple[dict[str, Any], Layer]:
    layer = layer_for(snapshot, level, YEAR, SOLAR, "")
    assert layer is not None
    explained = of_figures(snapshot, SOLAR, table)
    text = feature_collection(table, snapshot.shapes(layer), explained, boundary_facts(snapshot, layer))
    return json.loads(text), layer


@pytest.mark.parametrize("level", [Level.PROVINCIE, Level.RES, Level.GEMEENTE])
def test_each_figure_is_a_feature_with_a_valid_boundary(snapshot: Snapshot, level: Level) -> None:
    table = figures(snapshot, SOLAR, level=level, period=YEAR, breakdowns=[""])
    collection, layer = made(snapshot, level, table)
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection, "RFC 7946 knows one reference system"
    assert [f["properties"]["area"] for f in collection["features"]] == table["area"].tolist()
    assert [f["properties"]["value"] for f in collection["features"]] == table["value"].tolist()
    boxes = dict(zip(layer.codes.tolist(), layer.boxes.tolist(), strict=True))
    for feature in collection["features"]:
        assert feature["type"] == "Feature"
        found = shape(feature["geometry"])
        assert found.is_valid
        assert not found.is_empty
        assert found.bounds == pytest.approx(boxes[feature["id"]], abs=0.02)
        parts = found.geoms if found.geom_type == "MultiPolygon" else [found]
        assert all(part.exterior.is_ccw and not any(hole.is_ccw for hole in part.interiors) for part in parts)


def test_it_says_source_licence_and_that_it_is_an_example(snapshot: Snapshot) -> None:
    table = figures(snapshot, SOLAR, level=Level.RES, period=YEAR, breakdowns=[""])
    collection, layer = made(snapshot, Level.RES, table)
    facts = snapshot.sources[table["source"][0]]
    assert facts["licence"] in collection["license"]
    assert facts["title"] in collection["metadata"]["bron"]
    assert collection["metadata"]["voorbeeldgegevens"] is True
    assert collection["metadata"]["grenzen"]["laag"] == layer.id
    assert "onbekend" not in collection["license"]


def test_a_figure_without_a_boundary_or_without_a_value_is_not_lost(snapshot: Snapshot) -> None:
    table = figures(snapshot, SOLAR, level=Level.GEMEENTE, period=YEAR, breakdowns=[""])
    table.loc[0, "value"], table.loc[1, "area"] = math.nan, "GM0000"
    collection, _ = made(snapshot, Level.GEMEENTE, table)
    assert len(collection["features"]) == len(table)
    assert collection["features"][0]["properties"]["value"] is None
    assert collection["features"][1]["geometry"] is None


def test_parts_of_one_area_each_get_an_id_of_their_own(snapshot: Snapshot) -> None:
    table = figures(snapshot, SOLAR, level=Level.PROVINCIE, period=YEAR)
    collection, _ = made(snapshot, Level.PROVINCIE, table)
    ids = [feature["id"] for feature in collection["features"]]
    assert len(ids) == len(set(ids)) == len(table) > table["area"].nunique()


def test_a_table_without_codes_is_refused_in_words(snapshot: Snapshot) -> None:
    with pytest.raises(ValueError, match="geen kolom met gebiedscodes"):
        feature_collection(
            pd.DataFrame({"Gebied": ["A"]}), pd.DataFrame(), of_figures(snapshot, SOLAR, figures(snapshot, SOLAR)), {}
        )
