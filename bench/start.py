"""The first map in a fresh browser when the server has just started, against an empty Streamlit page's first paint.

What a reader waits for after a restart: the script's imports, opening the figures with every file verified, and the browser's
own work. Both servers start anew for every measurement; a reload is the same browser again, with its kept files. The table
also tells what importing the page's modules in a fresh Python takes, and whether slow ones that it does not need are among them
(not what a later request imports): `python -m bench start`.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.figures_folder import figures_folder
from bench.servers import server
from bench.table import Line, show
from transition.places import PROJECT

REPEATS = 5
PATIENCE_MS = 60_000
EMPTY, OURS = "empty_page.py", "dashboard.py"
UNWANTED = ("geopandas", "plotly.express", "mapclassify", "scipy", "matplotlib", "duckdb", "pyproj")
"""Slow to import, and not needed to show a page."""
_BROWSER = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
_WATCH = """
(() => {
  const tell = () => requestAnimationFrame(() => setTimeout(() => window.painted(performance.timeOrigin + performance.now())));
  new PerformanceObserver((list) => list.getEntriesByName("kaart-painted").forEach(
    (mark) => window.painted(performance.timeOrigin + mark.startTime))).observe({ type: "mark", buffered: true });
  const look = () => {
    const heading = document.querySelector("h1");
    heading && heading.textContent.includes("Leeg") ? tell() : setTimeout(look, 4);
  };
  look();
})();
"""
_IMPORTED = """
import sys, time
start = time.perf_counter()
import streamlit
between = time.perf_counter()
sys.path.insert(0, ".")
import transition.ui.frame, transition.ui.map_section, transition.ui.map_choices, transition.ui.map_routes, transition.ui.breadcrumb
import transition.ui.page
print(between - start, time.perf_counter() - between, *[name for name in {unwanted!r} if name in sys.modules])
"""


def opened(browser: Browser, script: str, data: Path) -> tuple[float, float]:
    """Milliseconds to the first paint in a fresh browser of a server that just started, and of a reload."""
    folder = PROJECT if script == OURS else PROJECT / "bench"
    with server(folder / script, data) as running:
        page = browser.new_context(locale="nl-NL").new_page()
        painted: list[float] = []
        page.expose_function("painted", lambda at: painted.append(at))  # noqa: PLW0108 - Playwright cannot wrap a built-in
        page.add_init_script(_WATCH)
        took = []
        for visit in (lambda: page.goto(f"{running.address}/{'map' if script == OURS else ''}"), page.reload):
            painted.clear()
            start = time.time() * 1000
            visit()
            until = time.monotonic() + PATIENCE_MS / 1000
            while not painted and time.monotonic() < until:
                page.wait_for_timeout(10)
            took.append(painted[0] - start)
            page.wait_for_timeout(1000)
        page.context.close()
    return took[0], took[1]


def measure() -> list[Line]:
    """All lines of the table."""
    data = figures_folder()
    found: dict[str, list[tuple[float, float]]] = {EMPTY: [], OURS: []}
    with sync_playwright() as driver:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=chromium, args=_BROWSER)
        for _ in range(REPEATS):
            for script, times in found.items():
                times.append(opened(browser, script, data))
        browser.close()
    first, again = ({s: statistics.median(t[place] for t in times) for s, times in found.items()} for place in (0, 1))
    return [
        Line("empty page: first paint", first[EMPTY], "ms"),
        Line("map page: first map", first[OURS], "ms"),
        Line("first map / empty page", first[OURS] / first[EMPTY], "x", most=1.6),
        Line("empty page: reload", again[EMPTY], "ms"),
        Line("map page: reload", again[OURS], "ms"),
        Line("reload / empty page", again[OURS] / again[EMPTY], "x", most=1.4),
        *imports(),
    ]


def imports() -> list[Line]:
    """What the server imports, in a fresh Python, and how many of the unwanted modules are among it."""
    command = [sys.executable, "-c", _IMPORTED.format(unwanted=UNWANTED)]
    answer = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.split()
    streamlit, ours = float(answer[0]), float(answer[1])
    return [
        Line("import of streamlit", streamlit * 1000, "ms"),
        Line("imports of the map page after it", ours * 1000, "ms"),
        Line(f"unwanted modules imported ({', '.join(answer[2:]) or 'none'})", len(answer) - 2, most=0),
    ]


def main() -> None:
    """Prints the table."""
    show("The first map after a start, against an empty Streamlit page", measure())


if __name__ == "__main__":
    main()
