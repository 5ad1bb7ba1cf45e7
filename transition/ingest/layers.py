"""Map layers of a snapshot: boundaries simplified once, and regions united from their municipalities."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from transition.domain.areas import Level
from transition.ingest import geometry

if TYPE_CHECKING:
    import geopandas as gpd

_FROM_GEMEENTEN = (Level.PROVINCIE, Level.RES, Level.SUBRES)
_AREAS_FILE = "map/index.json"


def write(snapshot: Path, areas: pd.DataFrame) -> None:
    """Writes map/<level>-<year>-<sha8>.topojson.gz for every set of shapes and map/index.json, which describes them.

    index: layer id '<level>-<year>' -> {file, level, year, codes in the file's order, boxes per code (west, south, east, north)}.
    """
    shapes = _stored_shapes(snapshot)
    names: Mapping[str, str] = dict(zip(areas["code"], areas["name"], strict=True))
    shapes |= _united(shapes, areas)
    folder = snapshot / "map"
    folder.mkdir()
    index: dict[str, Any] = {}
    for (level, year), found in sorted(shapes.items()):
        named = found.assign(
            name=[names.get(code) or name or code for code, name in zip(found["code"], found["name"], strict=True)]
        )
        layer = geometry.published(named, level, year)
        file = f"{level}-{year}-{layer.sha8}.topojson.gz"
        (folder / file).write_bytes(layer.topojson_gz)
        index[f"{level}-{year}"] = {
            "file": file,
            "level": str(level),
            "year": year,
            "codes": list(layer.codes),
            "boxes": {code: list(box) for code, box in layer.boxes.items()},
        }
    (snapshot / _AREAS_FILE).write_text(json.dumps(index), encoding="utf-8")


def _stored_shapes(snapshot: Path) -> "dict[tuple[Level, int], gpd.GeoDataFrame]":
    import geopandas as gpd

    found = {}
    for file in sorted(snapshot.glob("sources/*/shapes-*.parquet")):
        _, level, year = file.stem.split("-")
        found[Level(level), int(year)] = gpd.read_parquet(file)
    return found


def _united(
    shapes: "Mapping[tuple[Level, int], gpd.GeoDataFrame]", areas: pd.DataFrame
) -> "dict[tuple[Level, int], gpd.GeoDataFrame]":
    """Provinces and energy regions from the newest municipalities, for the levels no source has shapes of."""
    years = [year for level, year in shapes if level is Level.GEMEENTE]
    if not years:
        return {}
    gemeenten = shapes[Level.GEMEENTE, max(years)]
    names = dict(zip(areas["code"], areas["name"], strict=True))
    missing = [level for level in _FROM_GEMEENTEN if not any(known is level for known, _ in shapes)]
    united = {}
    for level in missing:
        parents = areas[(areas["level"] == str(Level.GEMEENTE)) & (areas[str(level)] != "")]
        parent_of = dict(zip(parents["code"], parents[str(level)], strict=True))
        if all(code in parent_of for code in gemeenten["code"]):
            united[level, max(years)] = geometry.dissolved(gemeenten, parent_of, names)
    return united
