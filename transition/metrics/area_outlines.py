"""The outline of an area process that is recorded as wijken and buurten: their boundaries as one shape."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np

Topology = Mapping[str, Any]
"""TopoJSON as the map has it, quantised: boundaries as shared arcs."""


def joined(topologies: Sequence[Topology], wanted: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Id -> GeoJSON geometry in degrees, of every id of which a code is found. topologies: the first that has a code counts."""
    from shapely import make_valid, set_precision, simplify, union_all
    from shapely.geometry import mapping

    codes = {code for some in wanted.values() for code in some}
    shapes: dict[str, Any] = {}
    for topology in topologies:
        shapes |= {code: make_valid(shape) for code, shape in _shapes(topology, codes - shapes.keys()).items()}
    whole = {id: union_all([shapes[code] for code in some if code in shapes]) for id, some in wanted.items()}
    return {id: mapping(set_precision(simplify(one, 1e-5), 1e-5)) for id, one in whole.items() if not one.is_empty}


def _shapes(topology: Topology, codes: Collection[str]) -> dict[str, Any]:
    from shapely.geometry import MultiPolygon, Polygon

    arcs = _Arcs(topology)
    found = {}
    for one in next(iter(topology["objects"].values()))["geometries"]:
        code = one["properties"]["code"]
        if code in codes and one.get("arcs"):
            parts = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
            rings = [[arcs.ring(ring) for ring in part] for part in parts]
            found[code] = MultiPolygon([Polygon(part[0], part[1:]) for part in rings])
    return found


class _Arcs:
    """The arcs of a topology in degrees; only those that are asked for are worked out."""

    def __init__(self, topology: Topology) -> None:
        self._steps = topology["arcs"]
        self._scale = np.array(topology["transform"]["scale"])
        self._translate = np.array(topology["transform"]["translate"])

    def ring(self, places: Sequence[int]) -> np.ndarray:
        """One closed line of several arcs, some of them the other way round (~place)."""
        lines = [self._line(~place)[::-1] if place < 0 else self._line(place) for place in places]
        return np.concatenate([lines[0], *(line[1:] for line in lines[1:])])

    def _line(self, place: int) -> np.ndarray:
        points: np.ndarray = np.cumsum(np.array(self._steps[place]), axis=0) * self._scale + self._translate
        return points
