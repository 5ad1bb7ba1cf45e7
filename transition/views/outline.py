"""An area's outline as somebody drew or brought it: checked, mended, and in the one form in which the register keeps it."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from transition.views import text

if TYPE_CHECKING:
    from shapely import Geometry

MOST_BYTES = 2_000_000
MOST_POINTS = 2_000
_MOST_POINTS_READ = 200_000
_MOST_DEPTH = 40
_SQUARE_METRES_PER_HECTARE = 10_000
_LEAST_SQUARE_METRES = 100
_RD = (-7_000.0, 289_000.0, 300_000.0, 629_000.0)
"""West, south, east, north of the Dutch national grid (RD New, EPSG:28992), in metres."""
_TYPES = ("Polygon", "MultiPolygon")
_COARSER = (1e-5, 3e-5, 1e-4, 3e-4)
"""Degrees by which an outline with too many points is simplified, from about a metre up."""

Box = tuple[float, float, float, float]
Outline = Mapping[str, Any]
"""A GeoJSON geometry, Polygon or MultiPolygon, in degrees with at most six decimals."""


@dataclass(frozen=True)
class NoOutline:
    """Why there is no outline in it: what was found, and what to do. Dutch."""

    what: str
    remedy: str


@dataclass(frozen=True)
class Taken:
    """An outline that can be kept. hectares: its size. simplified: whether points were left out. from_rd: it came in the national grid."""

    outline: Outline
    hectares: float
    simplified: bool = False
    from_rd: bool = False


def read(content: bytes, inside: Box) -> Taken | NoOutline:
    """The outline in a GeoJSON file. Several areas in it become one; anything but areas is refused. inside: see `tidied`."""
    if len(content) > MOST_BYTES:
        return NoOutline(
            "Dit bestand is groter dan 2 MB.", "Bewaar alleen de omtrek van dit gebied, met minder punten."
        )
    try:
        found = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        return NoOutline("Dit bestand is geen GeoJSON.", "Bewaar het in uw kaartprogramma als GeoJSON (.geojson).")
    try:
        shapes = list(_geometries(found, 0))
    except ValueError as error:
        return NoOutline(str(error), "Bewaar alleen de omtrek als vlak, en lees het bestand opnieuw in.")
    if not shapes:
        return NoOutline("In dit bestand staat geen vlak.", "Teken in uw kaartprogramma de omtrek als vlak (polygoon).")
    return tidied(shapes, inside)


def _no_number(word: str) -> float:
    raise ValueError(word)


def _geometries(found: object, depth: int) -> Iterator[Outline]:
    """The areas in a GeoJSON document. Raises ValueError, in Dutch, for whatever else is in it."""
    if not isinstance(found, dict) or depth > _MOST_DEPTH:
        raise ValueError("Dit bestand is geen GeoJSON met een vlak.")
    kind = found.get("type")
    if kind in ("FeatureCollection", "GeometryCollection"):
        parts = found.get("features" if kind == "FeatureCollection" else "geometries")
        for part in parts if isinstance(parts, list) else []:
            yield from _geometries(part, depth + 1)
    elif kind == "Feature":
        if found.get("geometry") is not None:
            yield from _geometries(found["geometry"], depth + 1)
    elif kind in _TYPES:
        yield found
    else:
        words = {"Point": "een punt", "LineString": "een lijn", "MultiPoint": "punten", "MultiLineString": "lijnen"}
        raise ValueError(
            f"In dit bestand staat {words.get(str(kind), 'iets anders dan een vlak')}. Dat is geen omtrek."
        )


def tidied(shapes: Sequence[Outline], inside: Box) -> Taken | NoOutline:
    """One valid outline of the shapes together: six decimals, at most 2,000 points, within the box (west, south, east, north in degrees).

    Coordinates of the national grid are recognised and converted.
    """
    try:
        points = [point for shape in shapes for point in _points(shape["coordinates"], 0)]
    except (KeyError, TypeError, ValueError):
        return NoOutline("De coördinaten van dit vlak zijn niet te lezen.", "Bewaar het opnieuw als GeoJSON.")
    if not 0 < len(points) <= _MOST_POINTS_READ:
        return NoOutline("Deze omtrek heeft geen punten, of veel te veel.", "Bewaar hem met minder punten.")
    return _misplaced(points, inside) or _made(shapes, from_rd=not _within(points, inside))


def _made(shapes: Sequence[Outline], from_rd: bool) -> Taken | NoOutline:
    import shapely

    try:
        whole = shapely.union_all([_mended(shapely.from_geojson(json.dumps(shape))) for shape in shapes])
    except (shapely.errors.GEOSException, ValueError):
        return NoOutline("Van deze punten is geen vlak te maken.", "Teken de omtrek opnieuw.")
    whole = _mended(_in_degrees(whole) if from_rd else whole)
    square_metres = _square_metres(whole)
    if square_metres < _LEAST_SQUARE_METRES:
        return NoOutline("Deze omtrek is kleiner dan 100 m².", "Teken de omtrek van het hele gebied.")
    exact = shapely.set_precision(whole, 1e-6)
    small = next((one for one in _simpler(exact) if shapely.get_num_coordinates(one) <= MOST_POINTS), None)
    if small is None:
        return NoOutline("Deze omtrek heeft veel te veel punten.", f"Gebruik er hoogstens {text.number(MOST_POINTS)}.")
    outline = json.loads(shapely.to_geojson(_mended(small).normalize()))
    return Taken(_rounded(outline), square_metres / _SQUARE_METRES_PER_HECTARE, small is not exact, from_rd)


def _points(found: object, depth: int) -> Iterator[tuple[float, float]]:
    """All points of nested lists of coordinates. Raises ValueError or TypeError for what is none."""
    if not isinstance(found, list | tuple) or depth > 4:
        raise ValueError("no coordinates")
    if found and isinstance(found[0], int | float):
        x, y = float(found[0]), float(found[1])
        if not (math.isfinite(x) and math.isfinite(y)):
            raise ValueError("no finite number")
        yield x, y
        return
    for part in found:
        yield from _points(part, depth + 1)


def _within(points: Sequence[tuple[float, float]], box: Box) -> bool:
    west, south, east, north = box
    return all(west <= x <= east and south <= y <= north for x, y in points)


def _misplaced(points: Sequence[tuple[float, float]], inside: Box) -> NoOutline | None:
    if _within(points, inside) or _within(points, _RD):
        return None
    if _within([(y, x) for x, y in points], inside):
        return NoOutline(
            "De breedte- en lengtegraad staan in dit bestand omgekeerd.",
            "GeoJSON wil eerst de lengtegraad (bijvoorbeeld 5,3), dan de breedtegraad (bijvoorbeeld 52,1).",
        )
    return NoOutline(
        "Deze omtrek ligt niet in het land van dit register.",
        "Gebruik graden (WGS 84) of het Nederlandse stelsel (RD, EPSG:28992), en kijk of het gebied klopt.",
    )


def _mended(shape: "Geometry") -> "Geometry":
    """Valid, and of areas only: crossing lines become parts, loose lines go."""
    import shapely

    valid = shapely.make_valid(shape, method="structure", keep_collapsed=False)
    parts = [one for one in shapely.get_parts(shapely.get_parts(valid)) if one.geom_type == "Polygon"]
    return shapely.union_all(parts)


def _in_degrees(shape: "Geometry") -> "Geometry":
    import numpy as np
    import shapely
    from pyproj import Transformer

    change = Transformer.from_crs(28992, 4326, always_xy=True)
    return shapely.transform(shape, lambda xy: np.column_stack(change.transform(xy[:, 0], xy[:, 1])))


def _square_metres(shape: "Geometry") -> float:
    """The size on the globe; degrees are no metres."""
    from pyproj import Geod

    area, _ = Geod(ellps="WGS84").geometry_area_perimeter(shape.normalize())
    return abs(float(area))


def _simpler(shape: "Geometry") -> Iterator["Geometry"]:
    """The shape itself, then with ever fewer points."""
    import shapely

    yield shape
    for degrees in _COARSER:
        yield shapely.set_precision(shapely.simplify(shape, degrees), 1e-6)


def _rounded(outline: dict[str, Any]) -> Outline:
    """The same numbers as short as they can be written."""

    def short(found: Any) -> Any:
        return [short(part) for part in found] if isinstance(found, list) else round(found, 6)

    return {"type": outline["type"], "coordinates": short(outline["coordinates"])}


def described(taken: Taken) -> str:
    """'De omtrek is 35 hectare groot.' With what was done to it."""
    size = text.number(taken.hectares, 0 if taken.hectares >= 10 else 1)
    words = [f"De omtrek is ongeveer {size} hectare groot."]
    if taken.from_rd:
        words.append("Het bestand stond in het Nederlandse stelsel (RD); we hebben het omgerekend.")
    if taken.simplified:
        words.append(
            f"De omtrek had te veel punten en is iets vereenvoudigd, tot hoogstens {text.number(MOST_POINTS)}."
        )
    return " ".join(words)
