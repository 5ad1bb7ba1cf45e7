"""Grows the areas of Doggerland out of the cells of `terrain`: municipalities, in them wijken, in them buurten."""

import heapq
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from data.example import municipalities as by_hand
from data.example import terrain
from data.example.names import Names
from transition.domain.areas import Level

BUURTEN, WIJKEN = 1000, 200
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Geography:
    """The buurten, one row each, in the order of their codes.

    table: municipality (number in `MUNICIPALITIES`), buurt, wijk, gemeente (codes before the merger), the same three with '_new',
    buurt_name, wijk_name, subres, res, provincie, area (km2), urban (0-1), people (of 2015). shapes: the polygons in RD.
    """

    table: pd.DataFrame
    shapes: NDArray[np.object_]

    def layer(self, level: Level, year: int) -> gpd.GeoDataFrame:
        """The polygons of one level (`tables.SHAPES`) as they were in `year`, united from the buurten."""
        codes = self.codes(level, year)
        names = self.names(year)
        order = np.argsort(codes.to_numpy(), kind="stable")
        cuts = np.flatnonzero(codes.to_numpy()[order][1:] != codes.to_numpy()[order][:-1]) + 1
        united = [shapely.normalize(shapely.coverage_union_all(part)) for part in np.split(self.shapes[order], cuts)]
        found = sorted(codes.unique())
        return gpd.GeoDataFrame({"code": found, "name": [names[c] for c in found]}, geometry=united, crs=28992)

    def codes(self, level: Level, year: int) -> pd.Series:
        """Per buurt the code of its area of `level` in `year`."""
        if level is Level.LAND:
            return pd.Series(by_hand.LAND[0], index=self.table.index, dtype="str")
        suffix = "_new" if year >= by_hand.MERGER_YEAR and level in (Level.GEMEENTE, Level.WIJK, Level.BUURT) else ""
        return self.table[f"{level}{suffix}"]

    def names(self, year: int) -> dict[str, str]:
        """The name of every area of `year` by code."""
        found = dict([by_hand.LAND]) | by_hand.PROVINCIES | by_hand.RES_REGIOS | by_hand.SUBRES_REGIOS
        found |= {m.code: m.name for m in by_hand.MUNICIPALITIES} | dict([by_hand.MERGED_INTO])
        for level in (Level.WIJK, Level.BUURT):
            found |= dict(zip(self.codes(level, year), self.table[f"{level}_name"], strict=True))
        return found


def geography(seed: int) -> Geography:
    """Doggerland's areas, the same for the same seed."""
    ground = terrain.cells(seed)
    rng = np.random.default_rng([seed, 3])
    neighbours = _neighbours(ground)
    municipality = _municipalities(ground, neighbours, rng)
    buurt = _divided(ground, neighbours, municipality, rng)
    return _described(ground, buurt, seed)


def _neighbours(ground: terrain.Cells) -> list[list[tuple[int, int]]]:
    """Per cell its (neighbour, edge number)."""
    found: list[list[tuple[int, int]]] = [[] for _ in ground.points]
    for number, (a, b) in enumerate(ground.edges.tolist()):
        found[a].append((b, number))
        found[b].append((a, number))
    return found


def _grown(
    neighbours: list[list[tuple[int, int]]],
    cost: list[float],
    seeds: list[int],
    head_start: list[float],
    within: set[int],
) -> dict[int, int]:
    """Which seed (by its place in `seeds`) reaches each cell of `within` first. Every part hangs together."""
    owner: dict[int, int] = {}
    queue = [(-start, number, seed) for number, (seed, start) in enumerate(zip(seeds, head_start, strict=True))]
    heapq.heapify(queue)
    while queue:
        far, number, cell = heapq.heappop(queue)
        if cell in owner:
            continue
        owner[cell] = number
        for other, edge in neighbours[cell]:
            if other not in owner and other in within:
                heapq.heappush(queue, (far + cost[edge], number, other))
    return owner


def _municipalities(ground: terrain.Cells, neighbours: list[list[tuple[int, int]]], rng: np.random.Generator) -> Ints:
    """The municipality number of each cell: grown from the main towns, slowly across rivers and through open ground."""
    towns = np.array([(m.x, m.y) for m in by_hand.MUNICIPALITIES])
    seeds = [int(np.hypot(*(ground.points - town).T).argmin()) for town in towns]
    length = np.hypot(*(ground.points[ground.edges[:, 0]] - ground.points[ground.edges[:, 1]]).T)
    middle = ground.points[ground.edges].mean(axis=1)
    cost = (
        length
        * np.exp(0.55 * _rolling(middle, rng) + rng.normal(0, 0.35, len(length)))
        * np.where(ground.across_water, 14, 1)
    )
    head_start = [min(3.2, (m.people / 25_000) ** 0.7) for m in by_hand.MUNICIPALITIES]
    owner = _grown(neighbours, cost.tolist(), seeds, head_start, set(range(len(ground.points))))
    return np.array([owner.get(cell, -1) for cell in range(len(ground.points))])


def _rolling(points: Floats, rng: np.random.Generator) -> Floats:
    """A smooth random field over the land, about -1 to 1, with hills of 4 to 15 km."""
    waves = rng.normal(0, 1, (14, 2)) * 0.55
    return np.asarray(np.sin(points @ waves.T + rng.uniform(0, 2 * np.pi, 14)).sum(axis=1) / 3.5)


def _divided(
    ground: terrain.Cells, neighbours: list[list[tuple[int, int]]], municipality: Ints, rng: np.random.Generator
) -> Ints:
    """Per cell its buurt, as municipality, wijk and buurt number in one (mmwwbb).

    Parts hold about as many cells each, so they are small in towns.
    """
    way = ground.points[ground.edges[:, 0]] - ground.points[ground.edges[:, 1]]
    slope = np.abs(
        np.cos(np.arctan2(way[:, 1], way[:, 0]) - 0.25 + 0.8 * np.sin(ground.points[ground.edges[:, 0], 0] / 9))
    )
    cost = (np.exp(rng.normal(0, 0.45, len(way))) * (0.7 + 0.9 * slope) * np.where(ground.across_water, 6, 1)).tolist()
    people = np.array([m.people for m in by_hand.MUNICIPALITIES], dtype=float)
    buurten = _shared_out(BUURTEN, people**0.62, at_least=6)
    wijken = _shared_out(WIJKEN, np.power(buurten.astype(float), 0.95), at_least=2)
    wijk, buurt = np.full(len(municipality), -1), np.full(len(municipality), -1)
    for number in range(len(people)):
        inside = np.flatnonzero(municipality == number)
        for part, cells in enumerate(_parts(neighbours, cost, ground, inside, int(wijken[number]))):
            wijk[cells] = number * 100 + part
        sizes = np.bincount(wijk[inside] - number * 100).astype(float)
        for part, share in enumerate(_shared_out(int(buurten[number]), sizes, at_least=1)):
            cells = np.flatnonzero(wijk == number * 100 + part)
            for small, found in enumerate(_parts(neighbours, cost, ground, cells, int(share))):
                buurt[found] = (number * 100 + part) * 100 + small
    return buurt


def _shared_out(total: int, weight: Floats, at_least: int) -> Ints:
    """Whole numbers that add up to `total`, in proportion to `weight`."""
    rest = total - at_least * len(weight)
    exact = rest * weight / weight.sum()
    whole = np.floor(exact).astype(int)
    whole[np.argsort(whole - exact, kind="stable")[: rest - whole.sum()]] += 1
    return np.asarray(whole + at_least)


def _parts(
    neighbours: list[list[tuple[int, int]]], cost: list[float], ground: terrain.Cells, inside: Ints, count: int
) -> list[Ints]:
    """`inside` in `count` parts that hang together; the first one around the most urban cell."""
    within = set(inside.tolist())
    seeds = [int(inside[np.argmax(ground.urban[inside])])]
    far = dict.fromkeys(inside.tolist(), np.inf)
    _shorten(far, neighbours, cost, seeds[0])
    while len(seeds) < count:
        seeds.append(max(far, key=lambda cell: (far[cell], -cell)))
        _shorten(far, neighbours, cost, seeds[-1])
    members: list[list[int]] = []
    for _ in range(2):
        owner = _grown(neighbours, cost, seeds, [0.0] * count, within)
        members = [[] for _ in seeds]
        for cell, number in owner.items():
            members[number].append(cell)
        seeds = [_middle(ground.points, np.array(cells)) for cells in members]
    return [np.array(sorted(cells)) for cells in members]


def _middle(points: Floats, cells: Ints) -> int:
    return int(cells[np.hypot(*(points[cells] - np.median(points[cells], axis=0)).T).argmin()])


def _shorten(far: dict[int, float], neighbours: list[list[tuple[int, int]]], cost: list[float], seed: int) -> None:
    """Lowers `far`, the way over land from each cell to the nearest seed, for the cells that `seed` is nearer to."""
    queue = [(0.0, seed)]
    while queue:
        here, cell = heapq.heappop(queue)
        if here >= far[cell]:
            continue
        far[cell] = here
        for other, edge in neighbours[cell]:
            if here + cost[edge] < far.get(other, 0.0):
                heapq.heappush(queue, (here + cost[edge], other))


def _described(ground: terrain.Cells, buurt: Ints, seed: int) -> Geography:
    """The table and shapes of the buurten, from what each cell belongs to (-1: a rock in the sea that belongs to nothing)."""
    rng = np.random.default_rng([seed, 4])
    land = buurt >= 0
    numbers, row = np.unique(buurt[land], return_inverse=True)
    row_of_cell = np.full(len(buurt), -1)
    row_of_cell[land] = row
    shapes = terrain.outlines(ground, row_of_cell, seed)
    area = np.bincount(row, ground.area[land])
    homes = np.bincount(row, (ground.area * (12 + 5200 * ground.urban**1.5))[land])
    homes *= np.exp(rng.normal(0, 0.35, len(homes))) * np.where(rng.random(len(homes)) < 0.06, 0.02, 1)
    of = numbers // 10_000
    hand = np.array([m.people for m in by_hand.MUNICIPALITIES])
    table = pd.DataFrame(
        {
            "municipality": of,
            "number": numbers,
            "area": shapely.area(shapes) / 1e6,
            "urban": np.bincount(row, (ground.area * ground.urban)[land]) / area,
            "people": homes / np.bincount(of, homes)[of] * hand[of],
        }
    )
    table = _with_codes(table)
    return Geography(_with_names(table, np.random.default_rng([seed, 5])), shapes)


def _with_codes(table: pd.DataFrame) -> pd.DataFrame:
    """Adds the codes of all levels, before and after the merger."""
    hand = by_hand.MUNICIPALITIES
    wijk, small = table["number"] // 100 % 100, table["number"] % 100
    gemeente = [hand[m].code for m in table["municipality"]]
    first = by_hand.MERGED[0]
    moved = int(wijk[[code == first for code in gemeente]].max()) + 1
    codes = []
    for old, w, s in zip(gemeente, wijk, small, strict=True):
        new = by_hand.MERGED_INTO[0] if old in by_hand.MERGED else old
        later = w + moved if old == by_hand.MERGED[1] else w
        parts = [(code, f"{code[2:]}{_wijk_part(code, int(n))}", int(s)) for code, n in ((old, w), (new, later))]
        codes.append([text for code, stem, s in parts for text in (code, f"WK{stem}", f"BU{stem}{s:02d}")])
    columns = [f"{level}{suffix}" for suffix in ("", "_new") for level in ("gemeente", "wijk", "buurt")]
    found = pd.concat([table, pd.DataFrame(codes, columns=columns, dtype="str")], axis=1)
    found["subres"] = [hand[m].subres for m in table["municipality"]]
    found["res"] = found["subres"].map(by_hand.RES_OF_SUBRES)
    found["provincie"] = found["res"].map(by_hand.PROVINCIE_OF_RES)
    return found


def _wijk_part(gemeente: str, number: int) -> str:
    """The two signs of a wijk; letters in the largest municipality, as in the largest real one."""
    if gemeente == by_hand.MUNICIPALITIES[0].code:
        return f"{chr(65 + number // 26)}{chr(65 + number % 26)}"
    return f"{number:02d}"


def _with_names(table: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    names = Names(rng)
    wijk_name: dict[str, str] = {}
    buurt_name: dict[str, str] = {}
    for number, rows in table.groupby("municipality"):
        hand = by_hand.MUNICIPALITIES[int(str(number))]
        names.start_municipality()
        urban = rows.groupby("wijk")["urban"].mean()
        wijk_name |= zip(urban.index, names.wijken(hand.name, list(urban), large=hand.people > 45_000), strict=True)
        for code, small in rows.groupby("wijk"):
            called = names.buurten(wijk_name[str(code)], list(small["urban"]), list(small["area"]))
            buurt_name |= zip(small["buurt"], called, strict=True)
    return table.assign(wijk_name=table["wijk"].map(wijk_name), buurt_name=table["buurt"].map(buurt_name))
