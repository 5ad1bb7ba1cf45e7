"""Boundaries read, mended, united and published, on a few squares."""

import gzip
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely

from transition.domain.areas import Level
from transition.ingest import geometry
from transition.ingest.contract import Refused

BOW_TIE = shapely.Polygon([(0, 0), (2_000, 2_000), (2_000, 0), (0, 2_000)])


def squares(*corners: tuple[float, float], size: float = 1_000) -> gpd.GeoDataFrame:
    """Squares in RD, lower left corners in metres from a point near Amersfoort."""
    boxes = [shapely.box(150_000 + x, 450_000 + y, 150_000 + x + size, 450_000 + y + size) for x, y in corners]
    codes = [f"GM{8001 + number}" for number in range(len(boxes))]
    return gpd.GeoDataFrame({"code": codes, "name": codes}, geometry=boxes, crs=geometry.RD)


def of(*shapes: Any) -> gpd.GeoDataFrame:
    moved = [shapely.transform(shape, lambda xy: xy + np.array([150_000, 450_000])) for shape in shapes]
    codes = [f"GM{8001 + number}" for number in range(len(moved))]
    return gpd.GeoDataFrame({"code": codes, "name": codes}, geometry=moved, crs=geometry.RD)


def wiggly_neighbours() -> gpd.GeoDataFrame:
    """One area in the west and two in the east, with a border of 400 small bends between them."""
    border = [(1_000, 0), *((1_000 + 15 * (-1) ** step, step * 25.0) for step in range(1, 400)), (1_000, 10_000)]
    south, north = border[:201], border[200:]
    meet = border[200][1]
    return of(
        shapely.Polygon([(-9_000, 0), *border, (-9_000, 10_000)]),
        shapely.Polygon([(9_000, meet), *south[::-1], (9_000, 0)]),
        shapely.Polygon([(9_000, 10_000), *north[::-1], (9_000, meet)]),
    )


def geojson(shapes: gpd.GeoDataFrame, **members: Any) -> bytes:
    document = json.loads(shapes.to_json(drop_id=True))
    document.pop("crs", None)
    return json.dumps(document | members).encode()


def geopackage(shapes: gpd.GeoDataFrame, folder: Path) -> bytes:
    shapes.to_file(folder / "areas.gpkg")
    return (folder / "areas.gpkg").read_bytes()


def geoparquet(shapes: gpd.GeoDataFrame) -> bytes:
    file = io.BytesIO()
    shapes.to_parquet(file)
    return file.getvalue()


def topology(layer: geometry.PublishedLayer) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(gzip.decompress(layer.topojson_gz))
    return found


@pytest.mark.parametrize(
    ("kind", "crs"),
    [("json", geometry.DEGREES)]  # TopoJSON is longitude and latitude by definition
    + [(kind, crs) for kind in ("geojson", "gpkg", "parquet") for crs in (geometry.DEGREES, geometry.RD)],
)
def test_every_format_is_read_in_degrees_and_in_rd(kind: str, crs: str, tmp_path: Path) -> None:
    shapes = squares((0, 0), (1_000, 0))
    given = shapes.to_crs(crs)
    if kind == "json":
        content = gzip.decompress(geometry.published(shapes, Level.GEMEENTE, 2025).topojson_gz)
    else:
        content = {"geojson": geojson, "gpkg": lambda s: geopackage(s, tmp_path), "parquet": geoparquet}[kind](given)
    found = geometry.read(f"areas.{kind}", content)
    assert found.crs == geometry.RD
    assert list(found["code"]) == ["GM8001", "GM8002"]
    assert found.area.to_numpy() == pytest.approx([1e6, 1e6], rel=0.01)
    assert found.total_bounds == pytest.approx(shapes.total_bounds, abs=2)


def test_parquet_without_geographic_metadata_is_read() -> None:
    file = io.BytesIO()
    squares((0, 0)).to_wkb().to_parquet(file)
    assert geometry.read("areas.parquet", file.getvalue()).area.iloc[0] == pytest.approx(1e6)


@pytest.mark.parametrize("name", ["areas.geojson", "areas.json", "areas.gpkg", "areas.parquet"])
@pytest.mark.parametrize(
    "content", [b"", b"<!doctype html><html><body>Onderhoud</body></html>", b"{}", b"[]", b"\x00" * 200]
)
def test_what_is_not_a_boundary_file_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(Refused, match=name):
        geometry.read(name, content)


@pytest.mark.parametrize("kind", ["geojson", "json", "gpkg", "parquet"])
@pytest.mark.parametrize("share", [0.3, 0.5, 0.9, 0.99])
def test_a_part_of_a_file_is_refused(kind: str, share: float, tmp_path: Path) -> None:
    shapes = squares(*((x * 1_000, 0) for x in range(40)))
    whole = {
        "geojson": lambda: geojson(shapes.to_crs(4326)),
        "json": lambda: gzip.decompress(geometry.published(shapes, Level.GEMEENTE, 2025).topojson_gz),
        "gpkg": lambda: geopackage(shapes, tmp_path),
        "parquet": lambda: geoparquet(shapes),
    }[kind]()
    assert len(geometry.read(f"areas.{kind}", whole)) == 40
    with pytest.raises(Refused):
        geometry.read(f"areas.{kind}", whole[: int(len(whole) * share)])


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:28992"])
def test_swapped_axes_are_refused_and_named(crs: str) -> None:
    shapes = squares((0, 0)).to_crs(crs)
    swapped = shapes.set_geometry(shapely.transform(shapes.geometry.to_numpy(), lambda xy: xy[:, ::-1]))
    with pytest.raises(Refused, match="assen lijken verwisseld"):
        geometry.read("areas.geojson", geojson(swapped))


def test_another_country_is_refused() -> None:
    berlin = gpd.GeoDataFrame({"code": ["GM8001"]}, geometry=[shapely.box(13.3, 52.4, 13.5, 52.6)], crs=4326)
    with pytest.raises(Refused, match="buiten Nederland"):
        geometry.read("areas.geojson", geojson(berlin))
    with pytest.raises(Refused, match="buiten Nederland"):
        geometry.read("areas.parquet", geoparquet(berlin.to_crs(25833)))


def test_another_system_is_converted_by_its_name() -> None:
    shapes = squares((0, 0))
    found = geometry.read("areas.parquet", geoparquet(shapes.to_crs(25831)))
    assert found.total_bounds == pytest.approx(shapes.total_bounds, abs=2)


def test_points_and_several_layers_are_refused(tmp_path: Path) -> None:
    shapes = squares((0, 0))
    with pytest.raises(Refused, match="geen vlak"):
        geometry.read("areas.geojson", geojson(shapes.set_geometry(shapes.centroid).to_crs(4326)))
    shapes.to_file(tmp_path / "areas.gpkg", layer="one")
    shapes.to_file(tmp_path / "areas.gpkg", layer="two")
    with pytest.raises(Refused, match="2 lagen"):
        geometry.read("areas.gpkg", (tmp_path / "areas.gpkg").read_bytes())


def test_a_bow_tie_is_mended_and_counted() -> None:
    found, sentences = geometry.mended(of(BOW_TIE))
    assert found.is_valid.all()
    assert found.area.iloc[0] == pytest.approx(2e6)
    assert sentences == ["1 grens met een fout hersteld"]


def test_good_shapes_are_left_as_they_are() -> None:
    shapes = squares((0, 0), (1_000, 0))
    found, sentences = geometry.mended(shapes)
    assert sentences == []
    assert found.geometry.geom_equals_exact(shapes.geometry, 0).all()


def test_a_forgotten_hole_does_not_swallow_the_area_in_it() -> None:
    found, sentences = geometry.mended(of(shapely.box(0, 0, 9_000, 9_000), shapely.box(3_000, 3_000, 4_000, 4_000)))
    assert found.area.to_list() == pytest.approx([80e6, 1e6])
    assert shapely.coverage_is_valid(found.geometry.to_numpy())
    assert sentences == [
        "bij 1 gebied is de grens aangesloten op die van de buren (100,0 ha lag in twee gebieden; het hoort nu bij het kleinste)"
    ]


def test_two_codes_for_the_same_land_both_stay_and_are_reported() -> None:
    found, sentences = geometry.mended(of(shapely.box(0, 0, 1_000, 1_000), shapely.box(0, 0, 1_000, 1_000)))
    assert found.area.to_list() == pytest.approx([1e6, 1e6])
    assert "zo gelaten" in sentences[0]


def test_slivers_go_and_islands_and_small_areas_stay() -> None:
    land, island, sliver = shapely.box(0, 0, 1e3, 1e3), shapely.box(3e3, 0, 3.1e3, 100), shapely.box(5e3, 0, 5_001, 5)
    small = shapely.box(8e3, 0, 8e3 + 10, 10)
    found, sentences = geometry.mended(of(shapely.MultiPolygon([land, island, sliver]), small))
    assert found.area.to_list() == pytest.approx([1e6 + 1e4, 100])
    assert sentences == ["1 los stukje kleiner dan 1.000 m² weggelaten"]


def test_a_large_overlap_is_told_in_dutch_numbers() -> None:
    land, hole = shapely.box(0, 0, 9_000, 9_000), shapely.box(1_000, 1_000, 7_000, 6_285)
    _, sentences = geometry.mended(of(land, hole))
    assert "(3.171,0 ha lag in twee gebieden; het hoort nu bij het kleinste)" in sentences[0]


def test_an_area_of_which_nothing_is_left_is_refused() -> None:
    with pytest.raises(Refused, match="GM8001"):
        geometry.mended(of(shapely.Polygon([(0, 0), (1_000, 0), (500, 0)])))


def test_regions_are_united_without_slivers_inside() -> None:
    gap = 4.0
    shapes = of(
        shapely.box(0, 0, 1_000, 3_000),
        shapely.box(1_000, 0, 3_000, 1_000),
        shapely.box(1_000, 2_000, 3_000, 3_000),
        shapely.box(1_000 + gap, 1_000, 3_000, 2_000),
        shapely.box(5_000, 0, 6_000, 1_000),
    )
    parents = dict(zip(shapes["code"], ["ES01"] * 4 + ["ES02"], strict=True))
    found = geometry.dissolved(shapes, parents, {"ES01": "Eén"})
    assert found[["code", "name"]].to_numpy().tolist() == [["ES01", "Eén"], ["ES02", ""]]
    assert found.area.to_list() == pytest.approx([9e6, 1e6])
    assert [len(part.interiors) for part in shapely.get_parts(found.geometry.to_numpy())] == [0, 0]


def test_a_gemeente_without_a_region_is_refused() -> None:
    with pytest.raises(Refused, match="GM8002"):
        geometry.dissolved(squares((0, 0), (1_000, 0)), {"GM8001": "ES01"}, {})


def test_borders_are_still_shared_after_publishing() -> None:
    shapes = wiggly_neighbours()
    layer = geometry.published(shapes, Level.GEMEENTE, 2025)
    areas = topology(layer)["objects"]["areas"]["geometries"]
    west, south, north = ({arc if arc >= 0 else ~arc for arc in area["arcs"][0]} for area in areas)
    assert [len(both) for both in (west & south, west & north, south & north)] == [1, 1, 1]
    assert sum(len(arc) for arc in topology(layer)["arcs"]) < 100
    found = geometry.read("areas.json", gzip.decompress(layer.topojson_gz))
    assert shapely.coverage_is_valid(found.geometry.to_numpy())
    assert found.area.to_numpy() == pytest.approx(shapes.area.to_numpy(), rel=0.01)


def test_a_published_file_holds_codes_and_names_and_says_where_they_are() -> None:
    shapes = squares((5_000, 0), (0, 0))
    layer = geometry.published(shapes.iloc[::-1], Level.GEMEENTE, 2025)
    areas = topology(layer)["objects"]["areas"]["geometries"]
    assert [area["properties"] for area in areas] == [{"code": c, "name": c} for c in ("GM8001", "GM8002")]
    assert layer.codes == ("GM8001", "GM8002")
    west, south, east, north = layer.boxes["GM8002"]
    assert layer.boxes["GM8002"] == pytest.approx(shapes.to_crs(4326).bounds.to_numpy()[1], abs=1e-4)
    assert west < east < layer.boxes["GM8001"][0]
    assert south < north


def test_an_area_smaller_than_the_grid_can_still_be_pointed_at() -> None:
    country, speck = shapely.box(0, 0, 100_000, 100_000), shapely.box(110_000, 0, 110_001, 1)
    layer = geometry.published(of(country, speck), Level.BUURT, 2019)
    found = geometry.read("areas.json", gzip.decompress(layer.topojson_gz))
    assert (found.area > 0).all()
    assert found.geometry.iloc[1].distance(of(country, speck).geometry.iloc[1]) < 50


@pytest.mark.slow
def test_the_same_shapes_give_the_same_bytes_in_any_order_and_process() -> None:
    shapes = wiggly_neighbours()
    once, again = (geometry.published(s, Level.WIJK, 2022) for s in (shapes, shapes.iloc[::-1]))
    assert once.topojson_gz == again.topojson_gz
    assert once.topojson_gz[4:8] == bytes(4)  # gzip's time stamp
    assert once.sha8 == again.sha8
    program = (
        "from tests.loaders.test_geometry import wiggly_neighbours as w; from transition.ingest import geometry as g; "
        "print(g.published(w(), g.Level.WIJK, 2022).sha8)"
    )
    for seed in ("1", "2"):
        call = [sys.executable, "-c", program]
        project = Path(__file__).parents[2]
        said = subprocess.run(
            call, capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}, cwd=project
        )
        assert said.stdout.strip() == once.sha8
