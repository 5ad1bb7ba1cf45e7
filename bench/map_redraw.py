"""Map redraw: from choice to painted, for folium as its documentation shows it, for ours, and for the browser alone.

`python -m bench.map_redraw [gemeente wijk buurt]` prints the table of medians and ratios with the goal beside each. One run,
one server, one browser: compare the ratios, not the milliseconds.
"""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, Page, sync_playwright

from bench.map_shapes import COUNTS, areas, real_folder, topology

REPEATS = {"naive": 4, "year": 15, "figure": 15, "page": 15, "floor": 15, "leaflet": 9}
"""naive: folium's own choropleth. Ours: a year and a figure chosen on the map, and a change made elsewhere on the page, by a
widget of Streamlit. floor: our script without Streamlit; leaflet: Leaflet's polygons without Streamlit."""
ON_THE_MAP = ("year", "figure")
GOALS = {"gemeente": 8, "wijk": 40, "buurt": 40}
FLOOR_GOAL = 2
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
_WATCH = """
const now = () => performance.timeOrigin + performance.now();
for (const kind of ["click", "keydown", "change"]) {
  addEventListener(kind, (event) => (top.clickedAt = performance.timeOrigin + event.timeStamp), true);
}
new PerformanceObserver((list) => list.getEntriesByName("kaart-painted").forEach(
  (mark) => window.reportPainted(performance.timeOrigin + mark.startTime))).observe({ type: "mark", buffered: true });
let last = "";
const look = () => {
  const paths = [...document.querySelectorAll("path.leaflet-interactive")];
  const seen = paths.length && paths.slice(0, 60).map((path) => path.getAttribute("fill")).join() + paths.length;
  if (seen && seen !== last && paths.length >= window.expectedPaths) {
    last = seen;
    requestAnimationFrame(() => setTimeout(() => window.reportPainted(now())));
  }
  setTimeout(look, 4);
};
"""


@dataclass(frozen=True)
class Measured:
    """Medians of one contestant at one level: ms from click to painted, bytes received, ms processor, script runs."""

    milliseconds: float
    received: float = 0
    cpu: float = 0
    runs: float = 0


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The benchmark's server on a free port, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    project = Path(__file__).parents[1]
    command = [sys.executable, "-m", "streamlit", "run", str(project / "bench" / "map_app.py")]
    options = ["--server.port", str(port), "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    options += ["--runner.postScriptGC", "false", "--server.fileWatcherType", "none"]
    environment = {**os.environ, "BENCH_FOLDER": str(folder), "PYTHONPATH": str(project)}
    running = subprocess.Popen(
        [*command, *options], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
    )
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                if httpx.get(f"{address}/_stcore/health").is_success:
                    break
            except httpx.TransportError:
                time.sleep(0.2)
        yield address
    finally:
        running.terminate()
        running.wait()


class Watched:
    """A page that notes when something was painted, and how many bytes came in over the websocket."""

    def __init__(self, browser: Browser, paths: int) -> None:
        self.page: Page = browser.new_page(viewport={"width": 1280, "height": 800})
        self.painted: list[float] = []
        self.received = 0
        self.page.expose_function("reportPainted", self._note)
        loop = f"window.expectedPaths = {paths}; look();" if paths else ""
        self.page.add_init_script(f"(() => {{ {_WATCH} {loop} }})();")
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._count))

    def _note(self, at: float) -> None:
        self.painted.append(at)

    def _count(self, payload: str | bytes) -> None:
        self.received += len(payload)

    def settled(self, before: int, patience: float = 60) -> None:
        """Waits for a paint after the `before` first ones, and then until half a second passes without another."""
        until = time.monotonic() + patience
        while len(self.painted) <= before:
            if time.monotonic() > until:
                raise TimeoutError("de kaart werd niet getekend")
            self.page.wait_for_timeout(20)
        count = -1
        while count != len(self.painted):
            count = len(self.painted)
            self.page.wait_for_timeout(500)


class Contestant:
    """One contestant's page at one level, opened and warmed up, and what its clicks took."""

    def __init__(self, browser: Browser, address: str, name: str, level: str, areas_drawn: int) -> None:
        bare = {"floor": "/vloer?", "leaflet": "/leaflet?"}
        self.name, self.address = name, address
        self.found: list[Measured] = []
        self.column = 0
        self.watched = Watched(browser, areas_drawn if name == "naive" else 0)
        self.watched.page.goto(f"{address}{bare.get(name, f'/?contestant={name}&')}level={level}")
        self.watched.settled(0)
        self.click()
        self.found.clear()

    def click(self) -> None:
        """One change, measured."""
        self.watched.page.bring_to_front()
        before, received, at_start = len(self.watched.painted), self.watched.received, self._state()
        self._change()
        self.watched.settled(before)
        at_end = self._state()
        runs = at_end["visits"].get(self.name, 0) - at_start["visits"].get(self.name, 0)
        took = self.watched.painted[before] - self.watched.page.evaluate("window.clickedAt")
        cpu = (at_end["cpu"] - at_start["cpu"]) * 1000
        self.found.append(Measured(took, self.watched.received - received, cpu, runs))

    def _change(self) -> None:
        """To the next column; on the map each one is new to this reader, so that none comes from the browser's memory."""
        frame = self.watched.page.frame_locator("iframe").first
        self.column += 1
        if self.name == "year":
            frame.get_by_label("Jaar op de kaart").press("ArrowRight")
        elif self.name == "figure":
            frame.get_by_label("Cijfer").select_option(str(self.column))
        else:
            self.watched.page.get_by_text("volgende", exact=True).click()

    def _state(self) -> dict[str, Any]:
        return httpx.get(f"{self.address}/stand").json()

    def medians(self) -> Measured:
        """The median of each thing measured."""
        return Measured(
            *(statistics.median(getattr(one, field.name) for one in self.found) for field in fields(Measured))
        )


def measured(browser: Browser, address: str, level: str, areas_drawn: int) -> dict[str, Measured]:
    """All contestants at one level, a click each in turn, so that a busy moment of the machine strikes all of them."""
    contestants = [Contestant(browser, address, name, level, areas_drawn) for name in REPEATS]
    for turn in range(max(REPEATS.values())):
        for contestant in contestants:
            if turn < REPEATS[contestant.name]:
                contestant.click()
    for contestant in contestants:
        contestant.watched.page.close()
    return {contestant.name: contestant.medians() for contestant in contestants}


def runs_of_a_map_click(browser: Browser, address: str) -> int:
    """How many script runs a click on an area costs."""
    watched = Watched(browser, 0)
    watched.page.goto(f"{address}/?contestant=page&level=gemeente")
    watched.settled(0)
    before = httpx.get(f"{address}/stand").json()["visits"]["page"]
    shown = watched.page.frame_locator("iframe").locator("#map_div")
    box = shown.bounding_box()
    assert box is not None
    for across in (0.75, 0.7, 0.65, 0.8):  # until one of them is land
        shown.click(position={"x": box["width"] * across, "y": box["height"] * 0.5})
        watched.page.wait_for_timeout(1500)
        runs = int(httpx.get(f"{address}/stand").json()["visits"]["page"] - before)
        if runs:
            break
    watched.page.close()
    return runs


def prepare(folder: Path, level: str) -> int:
    """Writes the shapes of one level for the server; returns how many there are."""
    shapes = areas(level)
    (folder / f"{level}.geojson").write_text(shapes.to_json())
    (folder / f"{level}.topojson.gz").write_bytes(topology(shapes))
    return len(shapes)


def report(level: str, count: int, found: dict[str, Measured]) -> str:
    """Each contestant, and how our three ways stand to the goals."""
    lines = [f"\n{level} ({count} gebieden)"]
    for name, one in found.items():
        lines.append(
            f"  {name:8} {one.milliseconds:8.0f} ms {one.received:10,.0f} B {one.cpu:7.0f} ms cpu {one.runs:4.0f} runs"
        )
    for name in (*ON_THE_MAP, "page"):
        lines += _against(level, count, name, found)
    return "\n".join(lines)


def _against(level: str, count: int, name: str, found: dict[str, Measured]) -> list[str]:
    """One way of ours beside the goals."""
    ours, allowed = found[name], 2 * count + 3_000
    times_naive = found["naive"].milliseconds / ours.milliseconds
    lines = [f"  naive / {name}: {times_naive:.1f} ({_reached(times_naive >= GOALS[level])}, goal {GOALS[level]})"]
    for floor in ("leaflet", "floor"):
        ratio = ours.milliseconds / found[floor].milliseconds
        lines.append(f"  {name} / {floor}: {ratio:.2f} ({_reached(ratio <= FLOOR_GOAL)}, goal {FLOOR_GOAL})")
    lines.append(f"  {name}, bytes: {ours.received:,.0f} ({_reached(ours.received <= allowed)}, goal {allowed:,})")
    lines.append(f"  {name}, script runs: {ours.runs:.0f} ({_reached(ours.runs == 1)}, goal 1)")
    return lines


def _reached(holds: bool) -> str:
    return "reached" if holds else "NOT reached"


def main() -> None:
    """Prepares the shapes, measures every contestant at every level, prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("levels", nargs="*", default=list(COUNTS), help="which levels")
    levels = parser.parse_args().levels
    print("shapes:", "real boundaries" if real_folder() else "random shapes")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as driver:
        counts = {level: prepare(Path(name), level) for level in levels}
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        with server(Path(name)) as address:
            for level, count in counts.items():
                print(report(level, count, measured(browser, address, level, count)), flush=True)
            print(f"\nscript runs of a map click: {runs_of_a_map_click(browser, address)} (goal 1)")
        browser.close()


if __name__ == "__main__":
    main()
