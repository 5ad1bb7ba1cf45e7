"""What a page looks up (a map's column, one area's series, a rank) in figures as large as they may become.

27 million rows: 100 indicators x 15 years x 18,142 areas, written by the project's own `transition/cube.py` into a temporary
folder, and read by `transition/store.py` as a page does. Also the memory of a process that has looked up a hundred pages:
what is memory-mapped counts only where it was touched. `python -m bench look_ups`.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import psutil

from bench.table import Line, show
from transition import cube
from transition.domain.areas import Level
from transition.domain.indicators import Direction
from transition.metrics.ranking import ranks
from transition.places import PROJECT
from transition.store import Snapshot

INDICATORS, YEARS = 100, range(2010, 2025)
AREAS = {
    Level.PROVINCIE: ("PV", 12, "{:02}"),
    Level.RES: ("ES", 30, "{:02}"),
    Level.SUBRES: ("ET", 40, "{:04}"),
    Level.GEMEENTE: ("GM", 342, "{:04}"),
    Level.WIJK: ("WK", 3386, "{:06}"),
    Level.BUURT: ("BU", 14332, "{:08}"),
}
"""18,142 areas, and as many codes of the same shape as the real ones."""
PAGES = 100


def made(folder: Path) -> int:
    """Writes the cube of invented figures; returns how many rows it has."""
    rows = 0
    for level, (prefix, count, digits) in AREAS.items():
        codes = np.array([prefix + digits.format(number) for number in range(count)])
        shape = (INDICATORS, len(YEARS), count)
        place = np.indices(shape).reshape(3, -1)
        names = np.array([f"indicator_{number:03}" for number in range(INDICATORS)])
        table = pd.DataFrame(
            {
                "indicator": pd.Categorical.from_codes(place[0], names),
                "breakdown": pd.Categorical.from_codes(np.zeros(place.shape[1], dtype=int), [""]),
                "period": pd.Categorical.from_codes(place[1], [str(year) for year in YEARS]),
                "area": pd.Categorical.from_codes(place[2], codes),
                "value": np.random.default_rng(0).lognormal(7, 1, place.shape[1]),
                "status": pd.Categorical.from_codes(np.zeros(place.shape[1], dtype=int), ["final"]),
                "vintage": 2024,
                "source": pd.Categorical.from_codes(np.zeros(place.shape[1], dtype=int), ["invented"]),
            }
        )
        cube.write(folder / "cube", str(level), table)
        rows += len(table)
    (folder / "manifest.json").write_text(json.dumps({"id": "bench", "origin": "example", "sources": {"invented": {}}}))
    return rows


def look_ups(snapshot: Snapshot) -> dict[str, Callable[[int], object]]:
    """The three look-ups of a page, each for the `turn`-th choice of indicator and year."""

    def column(turn: int) -> object:
        return snapshot.column(Level.BUURT, f"indicator_{turn % INDICATORS:03}", "", str(YEARS[turn % len(YEARS)]))

    def series(turn: int) -> object:
        return snapshot.series(f"BU{turn * 131 % 14332:08}", f"indicator_{turn % INDICATORS:03}")

    def rank(turn: int) -> object:
        found = snapshot.column(Level.GEMEENTE, f"indicator_{turn % INDICATORS:03}", "", str(YEARS[turn % len(YEARS)]))
        assert found is not None
        return ranks(found.values, np.full(len(found.values), "land"), Direction.UP)

    return {"the column of a map of all buurten": column, "one buurt's series": series, "the rank of a gemeente": rank}


def reader(folder: Path) -> None:
    """In a process of its own: opens the cube, looks up PAGES pages, and prints what it took as JSON."""
    snapshot = Snapshot(folder)
    start = time.perf_counter()
    for level in AREAS:
        snapshot.block(level)
    found = {"opening": (time.perf_counter() - start) * 1000}
    for what, look_up in look_ups(snapshot).items():
        look_up(0)
        start = time.perf_counter()
        for turn in range(PAGES):
            look_up(turn)
        found[what] = (time.perf_counter() - start) * 1000 / PAGES
    memory = psutil.Process().memory_info()
    found |= {"memory": memory.rss / 2**20, "own": (memory.rss - memory.shared) / 2**20}
    print(json.dumps(found))


def main() -> None:
    """Makes the figures, reads them in a process of its own, prints the table."""
    with tempfile.TemporaryDirectory() as name:
        rows = made(Path(name))
        size = sum(file.stat().st_size for file in Path(name).rglob("*.npy")) / 2**20
        command = [sys.executable, "-m", "bench.look_ups", name]
        answer = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    found = json.loads(answer)
    opening, memory, own = (found.pop(what) for what in ("opening", "memory", "own"))
    lines = [Line(what, took, "ms") for what, took in found.items()]
    lines += [
        Line("look-ups of a page, in sum", sum(found.values()), "ms", most=5),
        Line("opening all levels", opening, "ms"),
        Line("resident memory after 100 pages", memory, "MB", most=250),
        Line("of which its own; the rest are pages of the files, shared by all processes", own, "MB"),
        Line("files", size, "MB"),
    ]
    show(f"Look-ups in {rows / 1e6:.1f} million rows", lines)


if __name__ == "__main__":
    reader(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
