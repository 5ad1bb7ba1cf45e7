"""The ground under Doggerland: a coast line, rivers, and some thousands of small cells of which all areas are made.

The cells are Voronoi cells of points that stand closer together in towns. Along coast and rivers the points stand in pairs, so
that cell borders follow the water. Every shared edge is bent once, so that neighbours share it to the last digit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray

from data.example import municipalities as by_hand

TO_RD = (-50_000.0, 696_000.0)
"""RD coordinates (m) of the local origin: a rectangle of the North Sea around 54.7 N, 2.9 E."""
_COARSE_KM, _TURNED = 0.9, np.deg2rad(14.0)
_WIGGLE = 0.42
"""How far an edge may bend, as a share of the way to the middle of the cell beside it."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Cells:
    """The land cells.

    points, corner_points: km. rings: per cell its corner numbers in order. edges: pairs of touching cells. corners: the two
    corner numbers of each edge, low first. across_water: a river runs along the edge. area: km2. urban: 0 (countryside) to 1
    (centre of a large town).
    """

    points: Floats
    corner_points: Floats
    rings: list[Ints]
    edges: Ints
    corners: Ints
    across_water: NDArray[np.bool_]
    area: Floats
    urban: Floats


def cells(seed: int) -> Cells:
    """All land cells, the same for the same seed."""
    rng = np.random.default_rng([seed, 1])
    coasts = [_fractal(ring, rng, closed=True) for ring in (by_hand.MAINLAND, *by_hand.ISLANDS)]
    rivers = [_fractal(line, rng, closed=False) for line in by_hand.RIVERS]
    land = shapely.union_all([shapely.Polygon(ring).buffer(0) for ring in coasts])
    towns = _towns(rng, land)
    water = shapely.union_all([shapely.LineString(line) for line in (*coasts, *rivers)])
    inner = _scattered(rng, towns)
    shapely.prepare(water)
    inner = inner[shapely.distance(water, shapely.points(inner)) > 0.4]
    points = np.concatenate([inner, *(_pairs(line) for line in (*coasts, *rivers))])
    points = np.unique(np.round(points, 4), axis=0)
    return _voronoi(points, land, shapely.union_all([shapely.LineString(line) for line in rivers]), towns)


def _fractal(control: Sequence[tuple[float, float]], rng: np.random.Generator, *, closed: bool) -> Floats:
    """A line through the control points, broken five times; some stretches are rough, others smooth as a dune coast."""
    line = np.array([*control, control[0]] if closed else control, dtype=float)
    rough = rng.uniform(0.05, 0.30, len(line) - 1)
    for _ in range(5):
        step = np.diff(line, axis=0)
        aside = (
            np.column_stack([-step[:, 1], step[:, 0]]) * (rough * rng.normal(0, 1, len(step)).clip(-1.6, 1.6))[:, None]
        )
        middle = (line[:-1] + line[1:]) / 2 + aside
        line = np.insert(line, np.arange(1, len(line)), middle, axis=0)
        rough = np.repeat(rough, 2)
    even = shapely.segmentize(shapely.LineString(line), 0.45)
    return np.asarray(shapely.get_coordinates(shapely.simplify(even, 0.03)))


def _pairs(line: Floats) -> Floats:
    """Points on both sides of the line, as far from it as each other: the border between their cells is the line."""
    way = shapely.LineString(line)
    along = np.arange(0.2, way.length, 0.42)
    here, ahead = (shapely.get_coordinates(shapely.line_interpolate_point(way, along + d)) for d in (-0.05, 0.05))
    step = ahead - here
    normal = np.column_stack([-step[:, 1], step[:, 0]]) / np.maximum(np.hypot(*step.T), 1e-9)[:, None] * 0.2
    middle = (here + ahead) / 2
    return np.concatenate([middle + normal, middle - normal])


def _towns(rng: np.random.Generator, land: shapely.Geometry) -> Floats:
    """Rows (x, y, radius in km, weight 0-1): the main town of every municipality and a scatter of villages."""
    main = [
        (m.x, m.y, 0.5 + (m.people / 13_000) ** 0.5, min(1.0, 0.45 + m.people / 150_000))
        for m in by_hand.MUNICIPALITIES
    ]
    villages = np.column_stack([rng.uniform(0, 90, 420), rng.uniform(0, 98, 420)])
    villages = villages[shapely.contains_xy(land.buffer(-0.8), *villages.T)]
    apart = np.array([min(np.hypot(x - m[0], y - m[1]) / m[2] for m in main) for x, y in villages])
    villages = villages[apart > 1.6]
    return np.concatenate(
        [
            main,
            np.column_stack([villages, rng.uniform(0.4, 0.95, len(villages)), rng.uniform(0.15, 0.4, len(villages))]),
        ]
    )


def urban(points: Floats, towns: Floats) -> Floats:
    """How urban each point is, 0 to 1. Towns are no circles: the plane is bent before distances are taken."""
    x, y = points.T
    points = points + 0.9 * np.column_stack(
        [np.sin(0.9 * y + 1.3 * np.sin(0.5 * x)), np.sin(1.1 * x + 1.7 * np.sin(0.6 * y))]
    )
    found = np.zeros(len(points))
    for town_x, town_y, radius, weight in towns:
        apart = np.hypot(points[:, 0] - town_x, points[:, 1] - town_y) / radius
        near = np.flatnonzero(apart < 3)
        found[near] = np.maximum(found[near], np.exp(-(apart[near] ** 2)) * weight)
    return found


def _scattered(rng: np.random.Generator, towns: Floats) -> Floats:
    """One point per square of a turned grid whose squares are halved where it is urban; strict in the polders, loose elsewhere."""
    middle = np.arange(-110, 110, _COARSE_KM)
    grid = np.stack(np.meshgrid(middle, middle), axis=-1).reshape(-1, 2)
    found, size = [], _COARSE_KM
    for finer_above in (0.11, 0.48, np.inf):
        true = _turned(grid)
        grid, true = grid[(inside := _in_box(true))], true[inside]
        split = urban(true, towns) > finer_above
        loose = np.where(_in_polder(true), 0.10, 0.44)[:, None]
        kept = grid + rng.uniform(-1, 1, grid.shape) * loose * size
        found.append(_turned(kept[~split]))
        size /= 2
        corners = np.array([(-1, -1), (-1, 1), (1, -1), (1, 1)]) * size / 2
        grid = (grid[split][:, None, :] + corners).reshape(-1, 2)
    return np.concatenate(found)


def _turned(grid: Floats) -> Floats:
    turn = np.array([[np.cos(_TURNED), np.sin(_TURNED)], [-np.sin(_TURNED), np.cos(_TURNED)]])
    return np.asarray(grid @ turn + np.array([45, 49]))


def _in_box(points: Floats) -> NDArray[np.bool_]:
    return (points[:, 0] > -2) & (points[:, 0] < 92) & (points[:, 1] > -2) & (points[:, 1] < 100)


def _in_polder(points: Floats) -> NDArray[np.bool_]:
    """Whether the point lies near the town of a municipality whose land was laid out with a ruler."""
    made = [m for m in by_hand.MUNICIPALITIES if m.kind in ("polder", "greenhouse", "new_town")]
    return np.asarray(np.any([np.hypot(points[:, 0] - m.x, points[:, 1] - m.y) < 8 for m in made], axis=0))


def _voronoi(points: Floats, land: shapely.Geometry, rivers: shapely.Geometry, towns: Floats) -> Cells:
    polygons = shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(points), ordered=True))
    shapely.prepare(land)
    dry = shapely.contains_xy(land, *points.T)
    polygons, points = shapely.normalize(polygons[dry]), points[dry]
    coordinates, owner = shapely.get_coordinates(polygons, return_index=True)
    corner_points, number = np.unique(np.round(coordinates, 3), axis=0, return_inverse=True)
    number = number.ravel()
    same = (owner[:-1] == owner[1:]) & (number[:-1] != number[1:])
    start, end, cell = number[:-1][same], number[1:][same], owner[:-1][same]
    rings = np.split(start, np.flatnonzero(np.diff(cell)) + 1)
    sides = np.column_stack([np.minimum(start, end), np.maximum(start, end)])
    corners, side = np.unique(sides, axis=0, return_inverse=True)
    order = np.argsort(side.ravel(), kind="stable")
    pair = np.flatnonzero(np.diff(side.ravel()[order]) == 0)
    edges = np.column_stack([cell[order[pair]], cell[order[pair + 1]]])
    shared = corners[side.ravel()[order[pair]]]
    ways = shapely.linestrings(points[edges])
    shapely.prepare(rivers)
    return Cells(
        points,
        corner_points,
        rings,
        edges,
        shared,
        shapely.intersects(rivers, ways),
        shapely.area(polygons),
        urban(points, towns),
    )


def outlines(ground: Cells, area_of_cell: Ints, seed: int) -> NDArray[np.object_]:
    """The polygon of each area 0..n-1 in RD, as the union of its cells (-1: of none). Together they are a valid coverage.

    Edges between two areas are bent, each once for both.
    """
    bent = _bent_edges(ground, area_of_cell, np.random.default_rng([seed, 2]))
    corner_of = {corner: number for number, corner in enumerate(map(tuple, ground.corner_points.tolist()))}
    order = np.argsort(area_of_cell, kind="stable")
    order = order[area_of_cell[order] >= 0]
    cuts = np.flatnonzero(np.diff(area_of_cell[order])) + 1
    coordinates = ground.corner_points[np.concatenate(ground.rings)]
    owner = np.repeat(np.arange(len(ground.rings)), [len(ring) for ring in ground.rings])
    straight = shapely.polygons(shapely.linearrings(coordinates, indices=owner))
    polygons = []
    for part in np.split(straight[order], cuts):
        rings = shapely.get_rings(shapely.coverage_union_all(part))
        shell, *holes = (_bent(shapely.get_coordinates(ring), corner_of, bent) for ring in rings)
        polygons.append(shapely.Polygon(shell, holes))
    return np.asarray(shapely.coverage_simplify(np.array(polygons, dtype=object), 35.0))


def _bent(ring: Floats, corner_of: dict[tuple[float, ...], int], bent: dict[tuple[int, int], Floats]) -> Floats:
    """The closed ring in RD, with the points of its bent edges."""
    corners = [corner_of[corner] for corner in map(tuple, ring.tolist())]
    in_rd = np.round(ring * 1000 + TO_RD, 1)
    parts = []
    for place, (a, b) in enumerate(pairwise(corners)):
        parts.append(in_rd[place : place + 1])
        between = bent.get((min(a, b), max(a, b)))
        if between is not None:
            parts.append(between if a < b else between[::-1])
    return np.concatenate(parts)


def _bent_edges(ground: Cells, area_of_cell: Ints, rng: np.random.Generator) -> dict[tuple[int, int], Floats]:
    """Per edge on a border (corner numbers, low first) the points between its corners.

    An edge bends to one side, within the triangle of its corners and the middle of that cell: so bent edges never cross.
    """
    along = np.arange(1, 6) / 6
    waves = np.sin(np.outer(np.arange(1, 4), np.pi * along)) / np.arange(1, 4)[:, None] ** 0.8
    chosen = area_of_cell[ground.edges[:, 0]] != area_of_cell[ground.edges[:, 1]]
    strength = np.abs(rng.uniform(-1, 1, (len(ground.edges), 3)) @ waves).clip(0, 1.5) * _WIGGLE
    straight = _in_polder(ground.points[ground.edges[:, 0]]) | ground.across_water
    chosen &= ~straight
    from_, to = (ground.corner_points[ground.corners[:, side]][:, None, :] for side in (0, 1))
    on_edge = from_ + (to - from_) * along[None, :, None]
    side = ground.edges[np.arange(len(ground.edges)), rng.integers(0, 2, len(ground.edges))]
    points = on_edge + strength[..., None] * (ground.points[side][:, None, :] - on_edge)
    points = np.round(points * 1000 + TO_RD, 1)
    return {(int(a), int(b)): points[i] for i, (a, b) in enumerate(ground.corners) if chosen[i]}
