"""An area's outline, as drawn or as brought in a file."""

import json
import math
from typing import Any

import pytest
import shapely

from transition.views import outline
from transition.views.outline import NoOutline, Taken

_NETHERLANDS = (3.2, 50.7, 7.3, 53.7)
_SQUARE = [[5.38, 52.15], [5.39, 52.15], [5.39, 52.16], [5.38, 52.16], [5.38, 52.15]]


def _file(geometry: Any) -> bytes:
    return json.dumps(geometry).encode()


def _area(ring: Any = _SQUARE) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [ring]}


def test_a_drawn_square_is_kept_with_its_size() -> None:
    taken = outline.tidied([_area()], _NETHERLANDS)
    assert isinstance(taken, Taken)
    assert taken.outline["type"] == "Polygon"
    assert taken.hectares == pytest.approx(76.1, abs=0.5)
    assert outline.described(taken) == "De omtrek is ongeveer 76 hectare groot."


def test_an_outline_that_crosses_itself_is_mended() -> None:
    bow = [[5.38, 52.15], [5.39, 52.16], [5.39, 52.15], [5.38, 52.16], [5.38, 52.15]]
    taken = outline.tidied([_area(bow)], _NETHERLANDS)
    assert isinstance(taken, Taken)
    assert shapely.is_valid(shapely.from_geojson(json.dumps(taken.outline)))


def test_a_file_with_several_areas_becomes_one_outline() -> None:
    other = [[x + 0.05, y] for x, y in _SQUARE]
    features = [{"type": "Feature", "properties": {"naam": "<script>"}, "geometry": _area(r)} for r in (_SQUARE, other)]
    taken = outline.read(_file({"type": "FeatureCollection", "features": features}), _NETHERLANDS)
    assert isinstance(taken, Taken)
    assert taken.outline["type"] == "MultiPolygon"
    assert set(taken.outline) == {"type", "coordinates"}


def test_the_national_grid_is_recognised_and_converted() -> None:
    # The tower of Amersfoort, the origin of the grid, lies at 155000, 463000: 5.387206 east, 52.155172 north.
    ring = [[155000, 463000], [156000, 463000], [156000, 464000], [155000, 464000], [155000, 463000]]
    taken = outline.read(_file(_area(ring)), _NETHERLANDS)
    assert isinstance(taken, Taken)
    assert taken.from_rd
    assert taken.hectares == pytest.approx(100, rel=0.001)
    corner = min(taken.outline["coordinates"][0], key=lambda point: math.hypot(point[0] - 5.387, point[1] - 52.155))
    assert corner == pytest.approx([5.387206, 52.155172], abs=2e-5)


def test_too_many_points_become_fewer_and_it_is_said() -> None:
    ring = [
        [5.4 + 0.01 * math.cos(a) * (1 + 0.001 * math.sin(400 * a)), 52.1 + 0.01 * math.sin(a)]
        for a in (2 * math.pi * i / 6000 for i in range(6000))
    ]
    taken = outline.tidied([_area([*ring, ring[0]])], _NETHERLANDS)
    assert isinstance(taken, Taken)
    assert taken.simplified
    assert len(taken.outline["coordinates"][0]) <= outline.MOST_POINTS


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "geen GeoJSON"),
        (b"<html>", "geen GeoJSON"),
        (b"[" * 100_000, "geen GeoJSON"),
        (b"x" * (outline.MOST_BYTES + 1), "groter dan 2 MB"),
        (b'{"type":"Polygon","coordinates":[[[NaN,1]]]}', "geen GeoJSON"),
        (_file([]), "geen GeoJSON met een vlak"),
        (_file({"type": "FeatureCollection", "features": []}), "geen vlak"),
        (_file({"type": "Point", "coordinates": [5, 52]}), "een punt"),
        (_file({"type": "Polygon", "coordinates": "weg"}), "niet te lezen"),
        (_file({"type": "Polygon"}), "niet te lezen"),
        (_file({"type": "Polygon", "coordinates": []}), "geen punten"),
        (_file({"type": "Polygon", "coordinates": [[["a", "b"]]]}), "niet te lezen"),
        (_file(_area([[5.38, 52.15], [5.39, 52.15]])), "geen vlak te maken"),
        (_file(_area([[5.38, 52.15]] * 4)), "kleiner dan 100"),
        (_file(_area([[y, x] for x, y in _SQUARE])), "omgekeerd"),
        (_file(_area([[x + 60, y] for x, y in _SQUARE])), "ligt niet in het land"),
    ],
)
def test_what_is_no_outline_is_refused_in_words(content: bytes, said: str) -> None:
    found = outline.read(content, _NETHERLANDS)
    assert isinstance(found, NoOutline)
    assert said in found.what
    assert found.remedy
