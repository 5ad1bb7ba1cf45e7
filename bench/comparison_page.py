"""The page that compares: what an interaction costs the server, over all municipalities, measures, groups and parts.

Measured as in `council_pages`: processor time per interaction against an empty Streamlit page, by a simulated reader, after a warm-up in
which everything is seen once; `python -m bench comparison_page`. What is seen for the first time is measured apart: on the real figures
every one of the municipalities once.
"""

import asyncio
import statistics
import time
from pathlib import Path

from bench.figures_folder import example_folder, figures_folder
from bench.full_page import cost
from bench.register_pages import MOST_MEMORY_MB, measured, turns
from bench.servers import Server, server
from bench.simulated_reader import SimulatedReader
from bench.table import Line, show
from transition.domain.areas import Level
from transition.metrics.comparison.peer_group import Sort
from transition.places import PROJECT, Places
from transition.store import Snapshot, open_served
from transition.ui import comparison_data
from transition.ui.comparison_parts import PARTS
from transition.views.comparison_measures import entry
from transition.views.comparison_text import SORTS

PAGE = "comparison"
PLACES = 15
OWN = SORTS[Sort.OWN]
"""Asks for a choice of its own; without one there is nothing to compare."""


def _snapshot(data: Path) -> Snapshot:
    opened = open_served(Places(data)) or open_served(Places(data).example)
    assert opened is not None
    return opened.snapshot


def _municipalities(snapshot: Snapshot) -> tuple[str, ...]:
    return tuple(area.code for area in snapshot.areas_at[Level.GEMEENTE] if area.valid_to is None)


async def _first_time(running: Server, codes: tuple[str, ...], on: str) -> Line:
    """The median of what a municipality takes that nobody looked at before, in wall-clock time: it is once per server."""
    async with SimulatedReader(running.address, PAGE, f"area={codes[0]}") as reader:
        took = []
        for code in codes:
            start = time.perf_counter()
            answer = await reader.go(f"area={code}")
            took.append(1000 * (time.perf_counter() - start))
            assert not answer.errors, f"an error on the page of {code}"
    return Line(
        f"{on}: a municipality for the first time (median of {len(codes)}, wall-clock)", statistics.median(took), "ms"
    )


async def _of_register(reader: SimulatedReader, measures: list[str], on: str) -> Line:
    """The longest a measure of the register takes when nobody asked for it since the last change, in wall-clock time."""
    took = []
    for said in measures:
        start = time.perf_counter()
        await reader.choose("Cijfer", said)
        took.append(1000 * (time.perf_counter() - start))
    return Line(f"{on}: a measure of the register for the first time (the longest, wall-clock)", max(took), "ms")


async def _folder(data: Path, on: str, empty_ms: float) -> list[Line]:
    snapshot = _snapshot(data)
    codes = _municipalities(snapshot)
    some = codes[:: max(1, len(codes) // PLACES)]
    measures = {one: entry(one).short for one in comparison_data.measures(snapshot, Level.GEMEENTE).values()}
    with server(PROJECT / "dashboard.py", data) as running:
        lines = [await _first_time(running, codes, on)]
        async with SimulatedReader(running.address, PAGE, f"area={some[0]}") as reader:
            others = turns(reader.go, tuple(f"area={code}" for code in some))
            lines += await measured(running, f"{on}: another municipality", others, empty_ms)
            await reader.go(f"area={some[1]}")
            groups = tuple(one for one in reader.options("Met wie") if one != OWN)
            lines += await measured(
                running, f"{on}: another group", turns(lambda one: reader.choose("Met wie", one), groups), empty_ms
            )
            await reader.go(f"area={some[1]}")
            weights = tuple(reader.options("Waarop lijken ze"))
            lines += await measured(
                running,
                f"{on}: other weights",
                turns(lambda one: reader.choose("Waarop lijken ze", one), weights),
                empty_ms,
            )
            await reader.go(f"area={some[1]}&groep=province")
            lines.append(await _of_register(reader, [said for one, said in measures.items() if one.of_register], on))
            for said in measures.values():
                await reader.choose("Cijfer", said)
            all_of_them = turns(lambda one: reader.choose("Cijfer", one), tuple(measures.values()))
            lines += await measured(running, f"{on}: another measure, all {len(measures)}", all_of_them, empty_ms)
            await reader.go(f"area={some[0]}")
            first, *others_parts = PARTS
            for part in others_parts:
                both = turns(lambda one: reader.pick("Onderdeel", one), (part, first))
                lines += await measured(running, f"{on}: {first} and {part}", both, empty_ms)
        lines.append(Line(f"{on}: resident memory afterwards", running.memory_mb(), "MB", most=MOST_MEMORY_MB))
    return lines


async def measure() -> list[Line]:
    """All lines of the table; the real figures only where they are downloaded."""
    example, figures = example_folder(), figures_folder()
    with server(PROJECT / "bench" / "empty_page.py", example) as bare:
        async with SimulatedReader(bare.address) as reader:
            empty_ms, _ = await cost(bare, lambda _: reader.press("volgende"))
    lines = [Line("empty page: server", empty_ms, "ms"), *await _folder(example, "example", empty_ms)]
    return lines if figures == example else lines + await _folder(figures, "real figures", empty_ms)


def main() -> None:
    """Prints the table."""
    show("The page that compares, against an empty Streamlit page", asyncio.run(measure()))


if __name__ == "__main__":
    main()
