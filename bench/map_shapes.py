"""Areas to draw in the map benchmark: the real boundaries where they are present, else random shapes of the same number."""

import gzip
import json
import os
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
import topojson

COUNTS = {"gemeente": 345, "wijk": 3340, "buurt": 13594}
"""How many areas each level had in the years of the real files."""

_FILES = {
    "gemeente": ("gemeente_2022_wgs84.geojson", "statcode", "statnaam"),
    "wijk": ("wijk_2022_tmap_NLD_dist_rd.gpkg", "code", "name"),
    "buurt": ("buurt_2019_nederland_wgs84.parquet", "statcode", "statcode"),
}
_TOLERANCE = 60
"""Metres by which shared borders may move; a screen pixel at national zoom is some 400 m."""


def real_folder() -> Path | None:
    """The folder with real boundaries (REAL_DATA, or shared/real beside the project), or None."""
    folder = Path(os.environ.get("REAL_DATA", Path(__file__).parents[2] / "shared" / "real")) / "boundaries"
    return folder if folder.is_dir() else None


def areas(level: str) -> gpd.GeoDataFrame:
    """Areas of one level, longitude and latitude, columns code, name, geometry, borders simplified with their topology kept."""
    folder = real_folder()
    shapes = _voronoi(level) if folder is None else _real(folder, level)
    shapes["geometry"] = shapely.coverage_simplify(shapes.geometry.values, _TOLERANCE)
    return shapes.to_crs(4326)


def _real(folder: Path, level: str) -> gpd.GeoDataFrame:
    file, code, name = _FILES[level]
    path = folder / file
    frame = gpd.read_parquet(path) if path.suffix == ".parquet" else gpd.read_file(path)
    frame = frame.to_crs(28992)
    frame["geometry"] = frame.geometry.make_valid().map(_polygons_only)
    return gpd.GeoDataFrame({"code": frame[code].astype(str), "name": frame[name].astype(str)}, geometry=frame.geometry)


def _polygons_only(shape: shapely.Geometry) -> shapely.Geometry:
    parts = [part for part in shapely.get_parts(shape) if part.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(parts) if parts else shape


def _voronoi(level: str) -> gpd.GeoDataFrame:
    count = COUNTS[level]
    points = np.random.default_rng(count).uniform((20_000, 310_000), (270_000, 610_000), (count, 2))
    country = shapely.box(20_000, 310_000, 270_000, 610_000)
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points), extend_to=country))
    codes = [f"{level[:2].upper()}{number:06d}" for number in range(count)]
    cut = shapely.intersection(shapely.segmentize(cells, 500), country)
    return gpd.GeoDataFrame({"code": codes, "name": codes}, geometry=list(cut), crs=28992)


def topology(shapes: gpd.GeoDataFrame) -> bytes:
    """The areas as gzipped TopoJSON, one object 'areas', properties code and name."""
    made = topojson.Topology(
        shapes[["code", "name", "geometry"]], prequantize=1e4, shared_coords=False, object_name="areas"
    ).to_dict()
    return gzip.compress(json.dumps(made, separators=(",", ":")).encode(), 6)
