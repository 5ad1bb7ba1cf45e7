"""Boundaries: read from any format they are published in, mended, united to regions, and made ready for the browser.

Everything is in EPSG:28992 (RD New, metres) until `published`, which hands out longitude and latitude.
"""

import gzip
import hashlib
import io
import json
import struct
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pyproj
import shapely
from topojson.core.topology import Topology

from transition.domain.areas import Level
from transition.ingest.contract import Refused

RD, DEGREES = "EPSG:28992", "EPSG:4326"
SLIVER_M2 = 1_000
"""A part of a multipolygon smaller than this is a sliver, not land: about one cell of the grid boundaries are published on."""
GAP_M = 10
"""A gap between municipalities narrower than this is no land of anybody: it is closed when they are united."""

_IN_RD = (10_000, 300_000, 280_000, 625_000)
_IN_DEGREES = (3.3, 50.7, 7.3, 53.6)
_SLACK = 0.02
"""The Netherlands as west, south, east, north, and the share of the width and height that coordinates may lie outside it."""

_DETAIL: Mapping[Level, tuple[float, int]] = {
    Level.LAND: (100, 20_000),
    Level.PROVINCIE: (100, 20_000),
    Level.RES: (100, 20_000),
    Level.SUBRES: (100, 20_000),
    Level.GEMEENTE: (50, 20_000),
    Level.WIJK: (110, 20_000),
    Level.BUURT: (60, 10_000),
}
"""Per level: the bends left out (the side in metres of a square as large as the triangle that goes), and the number of grid
cells the country is wide. Chosen to send at most about 80 kB of gemeenten, 260 kB of wijken and 620 kB of buurten (with
their names 670 kB); the grid is what counts there, the publisher has generalised the shapes before us."""

_DAMAGED = (OSError, ValueError, KeyError, RuntimeError, shapely.errors.ShapelyError)
"""What GDAL, Arrow and GEOS raise on content that is damaged."""


@dataclass(frozen=True)
class PublishedLayer:
    """One level of one year as the browser fetches it.

    topojson_gz: gzipped TopoJSON, longitude and latitude, object 'areas', properties code and name. sha8: first characters of
    the SHA-256 of the TopoJSON. codes: in the file's order. boxes: code -> (west, south, east, north) in degrees.
    """

    level: Level
    year: int
    topojson_gz: bytes
    sha8: str
    codes: tuple[str, ...]
    boxes: Mapping[str, tuple[float, float, float, float]]


def read(name: str, content: bytes) -> gpd.GeoDataFrame:
    """The polygons in a file with their attributes, in EPSG:28992.

    TopoJSON, GeoJSON, GeoPackage and (Geo)Parquet, by the name's extension; degrees or RD, by the file's CRS or, when it names
    none, by the coordinates' range. Raises Refused when the content is not what its name says, or lies outside the Netherlands.
    """
    extension = name.lower().rpartition(".")[2]
    readers = {"json": _json, "geojson": _json, "topojson": _json, "gpkg": _geopackage, "parquet": _parquet}
    if extension not in readers:
        raise Refused(f"{name} heeft een onbekend formaat, verwacht: {', '.join(readers)}")
    if not content:
        raise Refused(f"{name} is leeg, verwacht: grenzen van gebieden")
    try:
        shapes = readers[extension](name, content)
        _check_polygons(name, shapes)
        return _in_rd(name, shapes)
    except _DAMAGED as error:
        raise Refused(f"{name} is niet te lezen als {extension}: het bestand is beschadigd of iets anders") from error


def _check_polygons(name: str, shapes: gpd.GeoDataFrame) -> None:
    if not isinstance(shapes, gpd.GeoDataFrame):  # GDAL gives a plain table for a file without shapes
        raise Refused(f"{name} bevat geen grenzen")
    if shapes.empty:
        raise Refused(f"{name} bevat geen enkel gebied")
    wrong = ~shapes.geom_type.isin(["Polygon", "MultiPolygon"]) | shapes.geometry.is_empty
    if wrong.any():
        raise Refused(f"{name}: {int(wrong.sum())} van {len(shapes)} objecten zijn geen vlak, verwacht: alleen vlakken")


def _json(name: str, content: bytes) -> gpd.GeoDataFrame:
    """GeoJSON or TopoJSON. The whole text is parsed first: GDAL takes what it can of half a file."""
    try:
        document = json.loads(content)
    except ValueError as error:
        found = "een webpagina" if content.lstrip()[:1] == b"<" else "een afgebroken of beschadigd bestand"
        raise Refused(f"{name} is {found}, verwacht: GeoJSON of TopoJSON") from error
    kind = document.get("type") if isinstance(document, dict) else None
    if kind not in ("FeatureCollection", "Topology"):
        raise Refused(f"{name} is geen GeoJSON of TopoJSON (type: {kind})")
    if kind == "FeatureCollection" and not document.get("features"):
        raise Refused(f"{name} bevat geen enkel gebied")
    if kind == "Topology" and len(document.get("objects", ())) != 1:
        raise Refused(f"{name} bevat {len(document.get('objects', ()))} lagen, verwacht: één")
    shapes = gpd.read_file(io.BytesIO(content))
    # GDAL calls GeoJSON without a CRS member longitude and latitude, and gives TopoJSON none.
    return shapes if "crs" in document else shapes.set_crs(None, allow_override=True)


def _geopackage(name: str, content: bytes) -> gpd.GeoDataFrame:
    if not content.startswith(b"SQLite format 3\x00"):
        raise Refused(f"{name} is geen GeoPackage")
    page_size, pages = struct.unpack(">H", content[16:18])[0], struct.unpack(">I", content[28:32])[0]
    if len(content) < (65_536 if page_size == 1 else page_size) * pages:
        raise Refused(f"{name} is een afgebroken GeoPackage")
    with tempfile.TemporaryDirectory() as folder:  # in memory it would have no extension, at which GDAL grumbles
        file = Path(folder) / "boundaries.gpkg"
        file.write_bytes(content)
        layers = pyogrio.list_layers(file)
        if len(layers) != 1:
            raise Refused(f"{name} bevat {len(layers)} lagen, verwacht: één")
        return gpd.read_file(file)


def _parquet(name: str, content: bytes) -> gpd.GeoDataFrame:
    """GeoParquet, or a plain table with the shapes as well-known binary in a column 'geometry'."""
    if not (content.startswith(b"PAR1") and content.endswith(b"PAR1")):
        raise Refused(f"{name} is geen volledig Parquet-bestand")
    try:
        return gpd.read_parquet(io.BytesIO(content))
    except ValueError:
        table = pd.read_parquet(io.BytesIO(content))
        shapes = gpd.GeoSeries.from_wkb(table.pop("geometry"))
        return gpd.GeoDataFrame(table, geometry=shapes)


def _in_rd(name: str, shapes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    shapes = shapes if shapes.geometry.name == "geometry" else shapes.rename_geometry("geometry")
    shapes = shapes.set_geometry(shapes.geometry.force_2d())
    crs = None if shapes.crs is None else pyproj.CRS(shapes.crs)
    bounds = tuple(float(edge) for edge in shapes.total_bounds)
    if crs is None:
        if _lies_in(bounds, _IN_RD):
            return shapes.set_crs(RD)
        shapes, crs = shapes.set_crs(DEGREES), pyproj.CRS(DEGREES)
    if crs.is_geographic and not _lies_in(bounds, _IN_DEGREES):
        raise _outside(name, bounds)
    moved = shapes.to_crs(RD)
    bounds = tuple(float(edge) for edge in moved.total_bounds)
    if not _lies_in(bounds, _IN_RD):
        raise _outside(name, bounds)
    return moved


def _lies_in(bounds: tuple[float, ...], box: tuple[float, float, float, float]) -> bool:
    slack_x, slack_y = _SLACK * (box[2] - box[0]), _SLACK * (box[3] - box[1])
    return bool(
        bounds[0] >= box[0] - slack_x
        and bounds[1] >= box[1] - slack_y
        and bounds[2] <= box[2] + slack_x
        and bounds[3] <= box[3] + slack_y
    )


def _outside(name: str, bounds: tuple[float, ...]) -> Refused:
    swapped = (bounds[1], bounds[0], bounds[3], bounds[2])
    hint = "; de assen lijken verwisseld" if _lies_in(swapped, _IN_DEGREES) or _lies_in(swapped, _IN_RD) else ""
    found = f"x {bounds[0]:.6g} tot {bounds[2]:.6g}, y {bounds[1]:.6g} tot {bounds[3]:.6g}"
    return Refused(f"{name} ligt buiten Nederland ({found}){hint}")


def mended(shapes: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, list[str]]:
    """The same areas with valid polygons that fit their neighbours, and one Dutch sentence with a count for every kind of repair.

    Borders that matched still match. Where areas overlap, the land goes to the smallest of them: a hole the publisher forgot
    in a large area must not swallow the small area that lies in it. Raises Refused when nothing is left of an area.
    """
    areas: Any = np.array(shapes.geometry)
    sentences = []
    invalid = ~shapely.is_valid(areas)
    if invalid.any():
        areas[invalid] = shapely.make_valid(areas[invalid], method="structure", keep_collapsed=False)
        sentences.append(f"{_count(int(invalid.sum()), 'grens met een fout', 'grenzen met een fout')} hersteld")
    areas, slivers = _without_slivers(areas)
    if slivers:
        sentences.append(
            f"{_count(slivers, 'los stukje', 'losse stukjes')} kleiner dan {_dutch(SLIVER_M2)} m² weggelaten"
        )
    areas, sentence = _fitting(areas)
    if sentence:
        sentences.append(sentence)
    if shapely.is_empty(areas).any():
        lost = shapes.index[shapely.is_empty(areas)][0]
        raise Refused(f"het vlak van {shapes['code'][lost] if 'code' in shapes else lost} is na herstel leeg")
    return shapes.set_geometry(gpd.GeoSeries(areas, index=shapes.index, crs=shapes.crs)), sentences


def _without_slivers(areas: Any) -> tuple[Any, int]:
    """Multipolygons without the parts smaller than `SLIVER_M2`, the largest part always kept; and the number left out."""
    found, dropped = areas.copy(), 0
    for index in np.flatnonzero(shapely.get_num_geometries(areas) > 1):
        parts = shapely.get_parts(areas[index])
        sizes = shapely.area(parts)
        keep = (sizes >= SLIVER_M2) | (np.arange(len(parts)) == sizes.argmax())
        if not keep.all():
            dropped += int((~keep).sum())
            found[index] = shapely.multipolygons(parts[keep]) if keep.sum() > 1 else parts[keep][0]
    return found, dropped


def _fitting(areas: Any) -> tuple[Any, str]:
    """Areas without overlaps whose shared borders have the same vertices, and what was done ('' when they fitted already)."""
    if shapely.coverage_is_valid(areas):
        return areas, ""
    loose = int((~shapely.is_empty(shapely.coverage_invalid_edges(areas))).sum())
    fitted = shapely.coverage_clean(areas, merge_strategy="min_area")
    if shapely.is_empty(fitted).any() or not shapely.coverage_is_valid(fitted):
        return areas, f"{_count(loose, 'grens sluit', 'grenzen sluiten')} niet aan op die van de buren, en zo gelaten"
    sentence = f"bij {_count(loose, 'gebied is de grens', 'gebieden is de grens')} aangesloten op die van de buren"
    if hectares := round((shapely.area(areas).sum() - shapely.area(fitted).sum()) / 10_000, 1):
        sentence += f" ({_dutch(hectares)} ha lag in twee gebieden; het hoort nu bij het kleinste)"
    return fitted, sentence


def _count(number: int, one: str, more: str) -> str:
    return f"{_dutch(number)} {one if number == 1 else more}"


def _dutch(number: float) -> str:
    """3170.8 -> '3.170,8'."""
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


def dissolved(gemeenten: gpd.GeoDataFrame, parent_of: Mapping[str, str], names: Mapping[str, str]) -> gpd.GeoDataFrame:
    """Municipalities united to the regions (province, RES, sub-RES) they belong to: `tables.SHAPES`, one row per region.

    parent_of: municipality -> region, for every one of them; names: region -> name ('' when absent). Gaps narrower than
    `GAP_M` are closed. Raises Refused when a municipality has no region: the region it belongs to would miss land unseen.
    """
    parents = gemeenten["code"].map(parent_of).fillna("")
    orphans = sorted(gemeenten["code"][parents == ""])
    if orphans:
        raise Refused(f"{len(orphans)} gemeenten horen bij geen regio ({', '.join(orphans[:3])}), verwacht: alle wel")
    areas: Any = np.asarray(gemeenten.geometry)
    if not shapely.coverage_is_valid(areas, gap_width=GAP_M):
        areas = shapely.coverage_clean(areas, gap_width=GAP_M, merge_strategy="min_area")
    codes = sorted(parents.unique())
    united = [shapely.coverage_union_all(areas[np.asarray(parents == code)]) for code in codes]
    columns = {"code": codes, "name": [names.get(code, "") for code in codes]}
    return gpd.GeoDataFrame(columns, geometry=united, crs=gemeenten.crs)


def published(shapes: gpd.GeoDataFrame, level: Level, year: int) -> PublishedLayer:
    """`tables.SHAPES` simplified, with shared borders kept shared, and written as TopoJSON. The same shapes give the same bytes.

    An area smaller than a cell of the grid is drawn as one cell, so that every area has a place to point at.
    """
    tolerance, cells = _DETAIL[level]
    rows = shapes[["code", "name", "geometry"]].sort_values("code", ignore_index=True)
    simple = shapely.coverage_simplify(np.asarray(rows.geometry), tolerance)
    layer = rows.set_geometry(gpd.GeoSeries(simple, crs=rows.crs)).to_crs(DEGREES)
    topology = Topology(layer, prequantize=cells, shared_coords=False, object_name="areas").to_dict()
    _finish(topology, layer)
    text = json.dumps(topology, separators=(",", ":"), ensure_ascii=False).encode()
    boxes = [tuple(round(float(edge), 4) for edge in box) for box in layer.bounds.to_numpy()]
    return PublishedLayer(
        level=level,
        year=year,
        topojson_gz=gzip.compress(text, 9, mtime=0),
        sha8=hashlib.sha256(text).hexdigest()[:8],
        codes=tuple(layer["code"]),
        boxes=dict(zip(layer["code"], boxes, strict=True)),  # type: ignore[arg-type]
    )


def _finish(topology: dict[str, Any], layer: gpd.GeoDataFrame) -> None:
    """Leaves out the row numbers, and gives areas that vanished on the grid one cell of it (browsers stumble without arcs)."""
    (step_x, step_y), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    for number, area in enumerate(topology["objects"]["areas"]["geometries"]):
        area.pop("id", None)
        if not area.get("arcs"):
            middle = layer.geometry.iloc[number].representative_point()
            corner = [round((middle.x - west) / step_x), round((middle.y - south) / step_y)]
            area |= {"type": "Polygon", "arcs": [[len(topology["arcs"])]]}
            topology["arcs"].append([corner, [0, 1], [1, 0], [0, -1], [-1, 0]])
