"""The one reader of snapshots. Opens the served one, verified; falls back to the newest complete one when it is damaged."""

import gzip
import hashlib
import io
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from transition import cube, tables
from transition.domain.areas import NOT_ASSIGNABLE, Area, Level, gemeente_of, is_not_assignable, level_of
from transition.domain.values import STATUS_CODES
from transition.places import Places

if TYPE_CHECKING:
    import geopandas as gpd


@dataclass(frozen=True, eq=False)
class Layer:
    """A set of boundaries the browser can draw: `file` in the snapshot's map folder, its areas in the file's order.

    codes: texts, shape (areas,). boxes: west, south, east, north in degrees, shape (areas, 4).
    """

    id: str
    level: Level
    year: int
    file: str
    codes: np.ndarray
    boxes: np.ndarray


@dataclass(frozen=True)
class Column:
    """One series of one level in one period: `codes`, `values` (NaN where missing) and `statuses` side by side."""

    codes: np.ndarray
    values: np.ndarray
    statuses: np.ndarray
    source: str
    vintage: int


@dataclass(frozen=True)
class StoredRow:
    """One row of a source's table in the snapshot: `file` with its sha256, and `row`, counted from 1."""

    file: str
    row: int
    value: float
    status: str
    vintage: int
    sha256: str


class Snapshot:
    """One immutable snapshot. Read-only, safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        self.id: str = self.manifest["id"]
        self.is_example: bool = self.manifest["origin"] == "example"
        self._blocks: dict[str, cube.Block | None] = {}

    @property
    def sources(self) -> dict[str, dict[str, Any]]:
        """The facts of every source: title, publisher, licence, edition, when fetched, what was mended."""
        found: dict[str, dict[str, Any]] = self.manifest["sources"]
        return found

    @property
    def checks(self) -> list[dict[str, Any]]:
        """The outcome of the checks across sources; empty in a snapshot from before there were any."""
        found: list[dict[str, Any]] = self.manifest.get("checks", [])
        return found

    @cached_property
    def areas(self) -> dict[str, Area]:
        """All areas by code, of all years."""
        table = pd.read_parquet(self.folder / "areas.parquet")
        table = table.astype(object).where(table.notna(), None)
        levels = {str(level): level for level in Level}
        columns = ("code", "name", "level", "valid_from", "valid_to", "provincie", "res", "subres")
        return {
            code: Area(code, name, levels[level], *rest)
            for code, name, level, *rest in zip(*(table[column].tolist() for column in columns), strict=True)
        }

    @cached_property
    def redrawn(self) -> pd.DataFrame:
        """What CBS says each year of every wijk and buurt beside the year before: `tables.REDRAWN`; empty when nothing is told."""
        file = self.folder / "redrawn.parquet"
        return pd.read_parquet(file) if file.exists() else pd.DataFrame(columns=list(tables.REDRAWN))

    @cached_property
    def areas_at(self) -> dict[Level, list[Area]]:
        """All areas by level, of all years."""
        found: dict[Level, list[Area]] = {level: [] for level in Level}
        for area in self.areas.values():
            found[area.level].append(area)
        return found

    @cached_property
    def parts(self) -> dict[str, list[str]]:
        """Municipality -> its wijken and buurten that exist in the newest year, each buurt after its wijk."""
        found: dict[str, list[str]] = {}
        small = (*self.areas_at[Level.WIJK], *self.areas_at[Level.BUURT])
        for area in sorted(small, key=lambda area: (area.code[2:8], area.level is Level.BUURT, area.code)):
            if area.valid_to is None:
                found.setdefault(gemeente_of(area.code), []).append(area.code)
        return found

    @cached_property
    def country(self) -> str:
        """The code of the country: NL01, or the fictional one."""
        return next(code for code, area in self.areas.items() if area.level is Level.LAND)

    @cached_property
    def layers(self) -> dict[str, Layer]:
        """The boundaries that can be drawn, by '<level>-<year>'."""
        file = self.folder / "map" / "index.json"
        content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        return {
            id: Layer(
                id,
                Level(e["level"]),
                e["year"],
                e["file"],
                np.array(e["codes"], dtype=str),
                np.array([e["boxes"][code] for code in e["codes"]], dtype=float).reshape(-1, 4),
            )
            for id, e in content.items()
        }

    def topology(self, layer: Layer) -> dict[str, Any]:
        """The boundaries of a layer as the map has them: TopoJSON. Reads the file: for now and then."""
        return json.loads(gzip.decompress((self.folder / "map" / layer.file).read_bytes()))  # type: ignore[no-any-return]

    def shapes(self, layer: Layer) -> "gpd.GeoDataFrame":
        """The areas of a layer as the map draws them: code, name, and valid polygons in degrees, outer rings counter-clockwise."""
        import geopandas as gpd

        packed = (self.folder / "map" / layer.file).read_bytes()
        found = gpd.read_file(io.BytesIO(gzip.decompress(packed)), columns=["code", "name"])
        whole = found.geometry.make_valid(method="structure", keep_collapsed=False)
        # On the map's grid a border is at most some metres off; more decimals would only look more precise.
        return found.set_geometry(whole.set_precision(1e-6).orient_polygons()).set_crs(4326)

    def block(self, level: str) -> cube.Block | None:
        """All figures of one level, or of `NOT_ASSIGNABLE`; None when there are none."""
        if level not in self._blocks:
            self._blocks[level] = cube.read(self.folder / "cube", level)
        return self._blocks[level]

    def periods(self, level: str, indicator: str, breakdown: str = "") -> list[str]:
        """The periods in which a level has at least one row of a series, in order."""
        block = self.block(level)
        if block is None:
            return []
        return [period for period in block.periods if (indicator, breakdown, period) in block.origins]

    def column(self, level: str, indicator: str, breakdown: str, period: str) -> Column | None:
        """The figures of all areas of a level that have a row; None when the series does not exist then."""
        block = self.block(level)
        place = block.series.get((indicator, breakdown)) if block else None
        if block is None or place is None or period not in block.periods:
            return None
        at = block.periods.index(period)
        statuses = np.asarray(block.statuses[place, at])
        rows = statuses != cube.NO_ROW
        if not rows.any():
            return None
        origin = block.origins[indicator, breakdown, period]
        return Column(
            block.areas[rows], np.asarray(block.values[place, at])[rows], statuses[rows], origin.source, origin.vintage
        )

    def series(self, area: str, indicator: str, breakdown: str = "") -> list[tuple[str, float, str]]:
        """(period, value, status) of one area, in order; periods without a row are left out."""
        block = self.block(level_word(area))
        place = block.series.get((indicator, breakdown)) if block else None
        at = block.position(area) if block else None
        if block is None or place is None or at is None:
            return []
        values, statuses = np.asarray(block.values[place, :, at]), np.asarray(block.statuses[place, :, at])
        return [
            (period, float(value), STATUS_CODES[status])
            for period, value, status in zip(block.periods, values, statuses, strict=True)
            if status != cube.NO_ROW
        ]

    @cached_property
    def revisions(self) -> pd.DataFrame:
        """Every value that an edition replaced (`tables.REVISIONS`), carried from snapshot to snapshot; mostly few or none."""
        file = self.folder / "revisions.parquet"
        return pd.read_parquet(file) if file.exists() else pd.DataFrame(columns=list(tables.REVISIONS))

    @cached_property
    def _revised_areas(self) -> np.ndarray:
        return self.revisions["area"].to_numpy(dtype=str)

    def revisions_of(self, area: str) -> pd.DataFrame:
        """The rows of `revisions` about one area; the table is sorted by it."""
        first, last = (int(np.searchsorted(self._revised_areas, area, side)) for side in ("left", "right"))
        return self.revisions.iloc[first:last]

    def stored_rows(
        self, source: str, areas: Sequence[str], indicator: str, breakdown: str, period: str
    ) -> dict[str, StoredRow]:
        """By area the row of a source's own table that holds its figure, as it was accepted. Reads the table: not for every page."""
        name = f"sources/{source}/observations.parquet"
        if not (self.folder / name).exists():
            return {}
        words = ["area", "indicator", "breakdown", "period"]
        table = pq.read_table(self.folder / name, columns=words, read_dictionary=words)
        wanted = pc.is_in(table["area"], value_set=pa.array(list(areas))).to_numpy()
        for column, key in zip(words[1:], (indicator, breakdown, period), strict=True):
            wanted &= pc.equal(table[column], key).to_numpy()
        places = np.flatnonzero(wanted)
        rows = (
            pq.read_table(self.folder / name, columns=["area", "value", "status", "vintage"]).take(places).to_pylist()
        )
        sha = str(self.manifest["files"][name]["sha256"])
        return {
            str(row["area"]): StoredRow(
                name,
                int(place) + 1,
                math.nan if row["value"] is None else row["value"],
                row["status"],
                row["vintage"],
                sha,
            )
            for place, row in zip(places, rows, strict=True)
        }

    def measured_until(self, source: str, period: str) -> str:
        """For a period that is not complete: the ISO date up to which it was measured; else ''."""
        return str(self.sources.get(source, {}).get("partial_periods", {}).get(period, ""))


def level_word(code: str) -> str:
    """The level's word of a code, `NOT_ASSIGNABLE` included. Raises ValueError for a text that is no code."""
    return NOT_ASSIGNABLE if is_not_assignable(code) else str(level_of(code))


@dataclass(frozen=True)
class Opened:
    """The snapshot to show, and `fallen_back_from`: the id of the served one when that turned out to be damaged."""

    snapshot: Snapshot
    fallen_back_from: str = ""


def served_id(where: Places) -> str:
    """The id that is pointed to; '' when there is none. Cheap: one small file."""
    try:
        return where.current.read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def open_served(where: Places) -> Opened | None:
    """The served snapshot, every file verified; else the newest one that verifies; None when there is none at all."""
    served = served_id(where)
    others = sorted((p.name for p in where.snapshots.glob("*Z-*")), reverse=True) if where.snapshots.exists() else []
    for id in dict.fromkeys([*([served] if served else []), *others]):
        folder = where.snapshots / id
        if not damage(folder):
            return Opened(Snapshot(folder), fallen_back_from=served if id != served else "")
    return None


def damage(folder: Path) -> list[str]:
    """The files of a snapshot that are missing or not as they were written; empty when it is whole."""
    try:
        files: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError):
        return ["manifest.json"]
    return [name for name, facts in files.items() if _sha256(folder / name) != facts["sha256"]]


def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError:
        return ""
