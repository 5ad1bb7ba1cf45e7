"""Wijken and buurten as one shape."""

from transition.metrics.area_outlines import joined

# Two squares of one degree side by side, with the border between them as a shared arc, and a third one apart.
TOPOLOGY = {
    "transform": {"scale": [1.0, 1.0], "translate": [4.0, 52.0]},
    "arcs": [
        [[1, 0], [0, 1]],
        [[1, 1], [-1, 0], [0, -1], [1, 0]],
        [[1, 0], [1, 0], [0, 1], [-1, 0]],
        [[5, 0], [1, 0], [0, 1], [-1, 0], [0, -1]],
    ],
    "objects": {
        "wijken": {
            "geometries": [
                {"type": "Polygon", "properties": {"code": "WK01"}, "arcs": [[0, 1]]},
                {"type": "Polygon", "properties": {"code": "WK02"}, "arcs": [[2, -1]]},
                {"type": "MultiPolygon", "properties": {"code": "WK03"}, "arcs": [[[3]]]},
                {"type": None, "properties": {"code": "WK04"}},
            ]
        }
    },
}


def test_neighbours_become_one_shape_without_the_border_between_them() -> None:
    found = joined([TOPOLOGY], {"a": ("WK01", "WK02")})["a"]
    assert found["type"] == "Polygon"
    assert set(found["coordinates"][0]) == {(4.0, 52.0), (6.0, 52.0), (6.0, 53.0), (4.0, 53.0)}


def test_what_lies_apart_stays_apart_and_what_is_unknown_is_left_out() -> None:
    found = joined([TOPOLOGY], {"a": ("WK01", "WK03"), "b": ("WK09",), "c": ("WK04",), "d": ("WK01", "WK09")})
    assert found["a"]["type"] == "MultiPolygon"
    assert set(found) == {"a", "d"}
