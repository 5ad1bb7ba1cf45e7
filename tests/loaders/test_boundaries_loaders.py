"""The four loaders of boundaries: who is who in a file, of which year, and what is no area."""

import gzip
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import geopandas as gpd
import pytest
import shapely

from loaders import boundaries_buurt, boundaries_gemeente, boundaries_provincie, boundaries_wijk
from transition import tables
from transition.domain.areas import Level
from transition.ingest import archive, geometry
from transition.ingest.contract import Refused

LOADERS = (boundaries_provincie, boundaries_gemeente, boundaries_wijk, boundaries_buurt)
RECORDED = Path(__file__).parent / "recorded"


def document(*rows: dict[str, Any]) -> bytes:
    """GeoJSON in degrees: one square per row, side by side."""
    features = [
        {
            "type": "Feature",
            "properties": row,
            "geometry": shapely.geometry.mapping(shapely.box(5 + n / 50, 52, 5.02 + n / 50, 52.02)),
        }
        for n, row in enumerate(rows)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def stat(code: str, name: str = "", year: int = 2025) -> dict[str, Any]:
    return {"statcode": code, "statnaam": name, "jrstatcode": f"{year}{code}", "rubriek": "x"}


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.SOURCE.id)
def test_what_the_live_address_gives_is_what_the_loader_reads(loader: ModuleType) -> None:
    recorded = next((RECORDED / loader.SOURCE.id).iterdir())
    level = Level(loader.SOURCE.id.removeprefix("boundaries_"))
    asked = []

    def get(url: str, *, accept: str = "application/json") -> bytes:
        asked.append(url)
        year = int(url.split("jaarcode=")[1][:4])
        page = json.loads(recorded.read_text(encoding="utf-8"))
        for feature in page["features"]:
            told = feature["properties"]
            told |= {"jaarcode": year, "jrstatcode": f"{year}{told['statcode']}"}
        return json.dumps(page | {"numberMatched": len(page["features"])}).encode()

    raw = loader.fetch(get)
    parsed = loader.parse(raw)
    assert {url.partition("?")[0] for url in asked} == {
        f"https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1/collections/{level}_gegeneraliseerd/items"
    }
    assert [year for _, year in sorted(parsed.shapes)] == list(loader.YEARS)
    assert parsed.edition == str(max(loader.YEARS))
    assert tuple(parsed.areas.columns) == tables.AREAS
    assert len(parsed.areas) == 2 * len(list(loader.YEARS))
    for shapes in parsed.shapes.values():
        assert tuple(shapes.columns) == tables.SHAPES
        assert shapes.crs == geometry.RD
    assert parsed.repairs == ()


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.SOURCE.id)
def test_a_recorded_file_is_recognised_by_its_name_and_by_one_loader_only(loader: ModuleType) -> None:
    folder = RECORDED / loader.SOURCE.id
    raw = archive.downloaded(loader.SOURCE, folder)
    assert raw is not None
    assert len(loader.parse(raw).areas) == 2
    assert [other for other in LOADERS if archive.downloaded(other.SOURCE, folder)] == [loader]


def test_names_cut_to_ten_characters_are_understood() -> None:
    shapes = gpd.GeoDataFrame(
        {"code": ["GM8001"], "name": ["x"]}, geometry=[shapely.box(150e3, 450e3, 151e3, 451e3)], crs=geometry.RD
    )
    topology = json.loads(gzip.decompress(geometry.published(shapes, Level.GEMEENTE, 2019).topojson_gz))
    topology["objects"]["areas"]["geometries"][0]["properties"] = {
        "Code": "8001",
        "Gemeentena": "Voorbeeldstad",
        "Gemeenteco": "GM8001 ",
    }
    parsed = boundaries_gemeente.parse({"gemeente_2019_topojson.json": json.dumps(topology).encode()})
    assert parsed.areas.to_dict("records") == [
        {
            "code": "GM8001",
            "name": "Voorbeeldstad",
            "level": "gemeente",
            "year": 2019,
            "provincie": "",
            "res": "",
            "subres": "",
        }
    ]


def test_english_names_are_understood() -> None:
    parsed = boundaries_wijk.parse(
        {"wijk_2022.geojson": document({"code": "WK800100", "name": "Centrum", "population": 5})}
    )
    assert list(parsed.areas["name"]) == ["Centrum"]


def test_buurten_without_names_have_no_names() -> None:
    parsed = boundaries_buurt.parse({"buurt_2019.geojson": document({"statcode": "BU80010000"})})
    assert list(parsed.areas["name"]) == [""]


def test_wijken_en_buurten_are_read_without_their_figures_and_without_water() -> None:
    row = {"buurtnaam": "Haven", "wijkcode": "WK800100", "gemeentecode": "GM8001", "gasverbruik": -99995, "jaar": 2023}
    raw = {
        "buurten.geojson": document(
            *({"buurtcode": f"BU8001000{n}", "water": w} | row for n, w in enumerate(["NEE", "JA", "NEE"]))
        )
    }
    parsed = boundaries_buurt.parse(raw)
    assert list(parsed.shapes) == [(Level.BUURT, 2023)]
    assert list(parsed.areas["code"]) == ["BU80010000", "BU80010002"]
    assert parsed.repairs == ("buurt 2023: 1 keer alleen water weggelaten",)


@pytest.mark.parametrize("name", ["baarn_buurten_pdok_wgs84.geojson", "hengelo_buurten_topojson.json"])
def test_buurten_of_one_gemeente_never_stand_in_for_the_country(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"{}")
    assert [loader for loader in LOADERS if archive.downloaded(loader.SOURCE, tmp_path)] == []


def test_shapes_that_came_with_figures_only_count_when_the_division_itself_is_absent() -> None:
    lesser = document(
        {"gemeentecode": "GM8001", "gemeentenaam": "Minder", "water": "NEE", "jaar": 2023, "aantalInwoners": -99995},
        {"gemeentecode": "GM0998", "gemeentenaam": "Buitenland", "water": "NEE", "jaar": 2023},
    )
    alone = boundaries_gemeente.parse({"gemeenten_cbs_stats_2023indeling.geojson": lesser})
    assert list(alone.areas["name"]) == ["Minder"]
    assert alone.repairs == ("gemeente 2023: 1 keer buitenland weggelaten",)
    beside = {
        "gemeente_2023.geojson": document(stat("GM8001", "Meer", 2023)),
        "gemeenten_cbs_stats_2023indeling.geojson": lesser,
    }
    assert list(boundaries_gemeente.parse(beside).areas["name"]) == ["Meer"]


def test_parts_of_one_area_are_united_and_counted() -> None:
    parsed = boundaries_gemeente.parse(
        {"gemeente_2025.geojson": document(stat("GM8001"), stat("GM8001"), stat("GM8002"))}
    )
    shapes = parsed.shapes[Level.GEMEENTE, 2025]
    assert shapes.area.iloc[0] == pytest.approx(2 * shapes.area.iloc[1], rel=0.01)
    assert parsed.repairs == ("gemeente 2025: 1 los deel bij zijn gebied gevoegd",)


@pytest.mark.parametrize("code", ["WK800100", "GM80010", "GM800", "GM0000", "8001", ""])
def test_a_code_of_another_shape_or_level_is_refused(code: str) -> None:
    with pytest.raises(Refused, match="geen code van een gemeente"):
        boundaries_gemeente.parse({"gemeente_2025.geojson": document(stat("GM8001"), {"statcode": code})})


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("gemeente_2024.geojson", [stat("GM8001", year=2025)]),
        ("gemeente.geojson", [stat("GM8001", year=2025), stat("GM8002", year=2024)]),
        ("gemeente.geojson", [{"statcode": "GM8001"}]),
        ("gemeente_2024_2025.geojson", [{"statcode": "GM8001"}]),
    ],
)
def test_a_year_that_is_unclear_or_contradicts_the_name_is_refused(name: str, rows: list[dict[str, Any]]) -> None:
    with pytest.raises(Refused, match=name):
        boundaries_gemeente.parse({name: document(*rows)})


def test_two_files_of_one_year_are_refused() -> None:
    both = {f"gemeente_2025_{part}.geojson": document(stat("GM8001")) for part in "ab"}
    with pytest.raises(Refused, match="één bestand per jaar"):
        boundaries_gemeente.parse(both)


def test_a_file_without_codes_is_refused() -> None:
    with pytest.raises(Refused, match="geen kolom met gebiedscodes"):
        boundaries_gemeente.parse({"gemeente_2025.geojson": document({"gebied": "GM8001"})})
