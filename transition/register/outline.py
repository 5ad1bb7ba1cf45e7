"""What has to hold for an outline drawn on the map, or read from a file: a polygon in degrees, where the register's areas are."""

import math
from typing import Any

from transition.domain.register.fields import Value

_LONGITUDES, _LATITUDES = (2.0, 8.0), (50.0, 56.0)
"""The same bounds as those of a project's location: the Netherlands with its part of the North Sea."""
_MOST_POINTS = 20_000
_DRAW = "Teken de omtrek opnieuw, of lees een ander bestand in."


def wrong(value: Value) -> tuple[str, str] | None:
    """What was found and how to mend it; None for a GeoJSON Polygon or MultiPolygon that holds."""
    rings = _rings(value)
    if rings is None:
        return "De omtrek is geen vlak.", _DRAW
    if sum(len(ring) for ring in rings) > _MOST_POINTS:
        return f"De omtrek heeft meer dan {_MOST_POINTS // 1000}.000 punten.", "Maak de omtrek eenvoudiger."
    if not all(_is_closed(ring) for ring in rings):
        return "De omtrek is niet gesloten.", _DRAW
    if not all(_is_here(point) for ring in rings for point in ring):
        return "De omtrek ligt niet in Nederland.", "Gebruik lengte- en breedtegraden, de lengtegraad eerst."
    return None


def _rings(value: Any) -> list[list[Any]] | None:
    try:
        polygons = {"Polygon": [value["coordinates"]], "MultiPolygon": value["coordinates"]}[value["type"]]
        rings = [list(ring) for polygon in polygons for ring in polygon]
    except (KeyError, TypeError):
        return None
    return rings or None


def _is_closed(ring: list[Any]) -> bool:
    return len(ring) >= 4 and all(_is_point(point) for point in ring) and list(ring[0]) == list(ring[-1])


def _is_point(point: Any) -> bool:
    return isinstance(point, list | tuple) and len(point) in (2, 3) and all(_is_number(part) for part in point)


def _is_number(part: Any) -> bool:
    return isinstance(part, int | float) and not isinstance(part, bool) and math.isfinite(part)


def _is_here(point: list[float]) -> bool:
    return _LONGITUDES[0] <= point[0] <= _LONGITUDES[1] and _LATITUDES[0] <= point[1] <= _LATITUDES[1]
