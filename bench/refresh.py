"""A refresh from the downloaded files: how long and how much memory, when all is new and when nothing is, and how it grows.

All sources of the real folder are read, checked and stored by the command a manager uses (`python -m loaders`), in a process of
its own. Growth: a table of invented observations is checked and made into a snapshot at 1, 4 and 16 times the areas; the
exponent is the slope of log(seconds), or of log(peak memory above what the table itself takes), against log(rows).
`python -m bench refresh`.
"""

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import psutil

from bench.figures_folder import real_folder
from bench.table import Line, show
from transition import tables
from transition.domain.sources import Source
from transition.ingest.contract import Parsed
from transition.ingest.run import serve_parsed
from transition.places import PROJECT, Places

TIMES = (1, 4, 16)
AREAS, YEARS = 2_500, range(2013, 2023)
INDICATORS = ("population_count", "households_count", "dwellings_count", "solar_homes_installations_count")
_LOOK_EVERY_SECONDS = 0.02


def watched(command: Sequence[str]) -> tuple[float, float, str]:
    """Seconds, peak resident memory in MB of the process and its children, and what it printed."""
    start = time.perf_counter()
    running = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(psutil.Process(running.pid), peak), daemon=True)
    watcher.start()
    printed, _ = running.communicate()
    return time.perf_counter() - start, peak[0], printed


def _watch(process: psutil.Process, peak: list[float]) -> None:
    while True:
        try:
            family = [process, *process.children(recursive=True)]
            peak[0] = max(peak[0], sum(one.memory_info().rss for one in family) / 2**20)
        except psutil.NoSuchProcess:
            return
        time.sleep(_LOOK_EVERY_SECONDS)


def whole_folder(real: Path) -> list[Line]:
    """All sources into an empty data folder, and once more with nothing new."""
    with tempfile.TemporaryDirectory() as name:
        command = [sys.executable, "-m", "loaders", "--from", str(real), "--data", name]
        seconds, peak, _ = watched(command)
        again, again_peak, _ = watched(command)
    return [
        Line("all sources of the real folder", seconds, "s", most=60),
        Line("peak memory", peak, "MB", most=2048),
        Line("nothing new", again, "s", most=5),
        Line("nothing new: peak memory", again_peak, "MB"),
    ]


def invented(times: int) -> pd.DataFrame:
    """Observations of AREAS x times buurten in all YEARS of all INDICATORS."""
    codes = np.array([f"BU{number:08}" for number in range(10_000, 10_000 + AREAS * times)])
    keys = pd.MultiIndex.from_product([INDICATORS, [str(year) for year in YEARS], codes])
    table = keys.to_frame(index=False, name=["indicator", "period", "area"]).astype("str")
    table["value"] = np.random.default_rng(0).integers(200, 400, len(table)).astype(float)
    return table.assign(breakdown="", status="final", vintage=2022)[list(tables.OBSERVATIONS)]


def stored(times: int) -> None:
    """In a process of its own: makes a snapshot of the invented table, prints rows, seconds and memory as JSON."""
    table = invented(times)
    source = Source("bench", "Verzonnen", "Verzonnen", "", "CC0-1.0", "nooit", 1, (), ())
    peak, process = [0.0], psutil.Process()
    before = process.memory_info().rss / 2**20
    threading.Thread(target=_watch, args=(process, peak), daemon=True).start()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        serve_parsed(Places(Path(name)), {source: Parsed("2024", table)}, origin="example", came_from="bench")
    seconds = time.perf_counter() - start
    print(json.dumps({"rows": len(table), "seconds": seconds, "memory": peak[0] - before}))


def growth() -> list[Line]:
    """The exponents of time and memory."""
    found = []
    for times in TIMES:
        command = [sys.executable, "-m", "bench.refresh", str(times)]
        found.append(
            json.loads(subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout)
        )
    slope = {
        what: float(np.polyfit(np.log([one["rows"] for one in found]), np.log([one[what] for one in found]), 1)[0])
        for what in ("seconds", "memory")
    }
    told = [
        Line(f"{one['rows']:,} rows: {what}", one[what], unit)
        for one in found
        for what, unit in (("seconds", "s"), ("memory", "MB"))
    ]
    return [
        *told,
        Line("exponent of time", slope["seconds"], most=1.05),
        Line("exponent of memory", slope["memory"], most=0.5),
    ]


def main() -> None:
    """Prints the tables."""
    real = real_folder()
    if real is None:
        print("no downloaded figures (REAL_DATA=<folder>): only growth is measured")
    else:
        show("A refresh of the real folder", whole_folder(real))
    show("Growth of a refresh", growth())


if __name__ == "__main__":
    stored(int(sys.argv[1])) if len(sys.argv) > 1 else main()
