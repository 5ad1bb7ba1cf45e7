"""One level's figures as a block of numbers (series x period x area) that is read memory-mapped.

A look-up touches only the pages it needs: microseconds, whatever the size. Values are float64 because counts of the country
do not fit in float32. Next to each value stands the number of its status (`STATUS_CODES`), 255 where there is no row.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from transition.domain.values import STATUS_CODES

NO_ROW = 255
_STATUS_NUMBER = {status: number for number, status in enumerate(STATUS_CODES)}


@dataclass(frozen=True)
class Origin:
    """Which source a series has in one period, and the year of the boundaries it stands on."""

    source: str
    vintage: int


@dataclass(frozen=True)
class Block:
    """The figures of one level. `values` and `statuses` have shape (series, period, area) and are read-only."""

    series: dict[tuple[str, str], int]
    periods: tuple[str, ...]
    areas: np.ndarray
    values: np.ndarray
    statuses: np.ndarray
    origins: dict[tuple[str, str, str], Origin]

    def position(self, area: str) -> int | None:
        """Where an area stands along the last axis; None when the level does not have it."""
        found = int(np.searchsorted(self.areas, area))
        return found if found < len(self.areas) and self.areas[found] == area else None


def write(folder: Path, level: str, observations: pd.DataFrame) -> None:
    """Writes the block of one level. `observations` has the columns of `tables.OBSERVATIONS` and `source`.

    Raises ValueError when two sources give the same series for the same period, or a key occurs twice.
    """
    folder.mkdir(parents=True, exist_ok=True)
    keys = observations.groupby(["indicator", "breakdown", "period"], observed=True)
    single = keys[["source", "vintage"]].nunique()
    if (single > 1).any(axis=None):
        raise ValueError(
            f"niveau {level}: meer dan één bron of indeling voor {list(single.index[(single > 1).any(axis=1)])[:3]}"
        )
    first = keys[["source", "vintage"]].first()
    series_codes, series = pd.factorize(
        pd.MultiIndex.from_arrays([observations["indicator"], observations["breakdown"]]), sort=True
    )
    period_codes, periods = pd.factorize(observations["period"], sort=True)
    area_codes, areas = pd.factorize(observations["area"], sort=True)
    shape = (len(series), len(periods), len(areas))
    flat = np.ravel_multi_index((series_codes, period_codes, area_codes), shape)
    if len(np.unique(flat)) != len(flat):
        raise ValueError(f"niveau {level}: een gebied staat twee keer in dezelfde reeks en periode")
    values = np.full(shape, np.nan)
    values.ravel()[flat] = observations["value"].to_numpy()
    statuses = np.full(shape, NO_ROW, dtype=np.uint8)
    statuses.ravel()[flat] = observations["status"].map(_STATUS_NUMBER).to_numpy(dtype=np.uint8)
    np.save(folder / f"{level}.values.npy", values)
    np.save(folder / f"{level}.statuses.npy", statuses)
    index = {
        "series": [list(key) for key in series],
        "periods": list(periods),
        "areas": list(areas),
        "origins": [
            [*key, row.source, int(row.vintage)] for key, row in zip(first.index, first.itertuples(), strict=True)
        ],
    }
    (folder / f"{level}.json").write_text(json.dumps(index, ensure_ascii=False), encoding="utf-8")


def read(folder: Path, level: str) -> Block | None:
    """The block of one level, memory-mapped; None when no source has figures at that level."""
    file = folder / f"{level}.json"
    if not file.exists():
        return None
    index: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return Block(
        series={(indicator, breakdown): place for place, (indicator, breakdown) in enumerate(index["series"])},
        periods=tuple(index["periods"]),
        areas=np.array(index["areas"], dtype=str),
        values=np.load(folder / f"{level}.values.npy", mmap_mode="r"),
        statuses=np.load(folder / f"{level}.statuses.npy", mmap_mode="r"),
        origins={(i, b, p): Origin(source, vintage) for i, b, p, source, vintage in index["origins"]},
    )


def levels(folder: Path) -> Iterable[str]:
    """The levels that have a block."""
    return sorted(file.stem for file in folder.glob("*.json"))
