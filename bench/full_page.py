"""The real dashboard on its map page: what an interaction of a reader costs, against an empty Streamlit page.

Measured per interaction: script runs (a click on the map included), bytes over the websocket for a change of indicator or of
year, and the server's processor time, with and without the table open. By a simulated reader (`bench/simulated_reader.py`), so
that the browser's work does not disturb the server's; `python -m bench full_page`. What a browser sees of it: `map_redraw`.
"""

import asyncio
import statistics
from collections.abc import Awaitable, Callable

from bench.figures_folder import figures_folder
from bench.servers import Server, server
from bench.simulated_reader import Answer, SimulatedReader
from bench.table import Line, show
from transition.places import PROJECT, Places
from transition.store import Snapshot, open_served

LEVELS = ("gemeente", "wijk", "buurt")
WARM_UP, TURNS = 20, 40
MOST_MS, MOST_TIMES_EMPTY = 25, 4
CLICKED = ("GM0344", "GM0363", "GM0014", "GM0599")
AT_ALL_LEVELS = "solar_homes_capacity_kwp"
"""A figure that gemeenten, wijken and buurten all have, to begin with."""


async def cost(running: Server, interact: Callable[[int], Awaitable[Answer]]) -> tuple[float, list[Answer]]:
    """Milliseconds of processor time per interaction over TURNS of them, after a warm-up over all figures, and the answers."""
    for turn in range(WARM_UP):
        await interact(turn)
    before = running.cpu_seconds()
    answers = [await interact(turn) for turn in range(TURNS)]
    return (running.cpu_seconds() - before) / TURNS * 1000, answers


async def _indicators(reader: SimulatedReader) -> list[str]:
    """The figures that exist at this level. Changing to each in turn, none comes from the reader's memory."""
    return [id for id, words in (await reader.options_on_map("indicator")).items() if "(niet per" not in words]


async def _level(running: Server, snapshot: Snapshot, level: str, empty_ms: float) -> list[Line]:
    async with SimulatedReader(running.address, "map", f"level={level}&indicator={AT_ALL_LEVELS}") as reader:
        some = await _indicators(reader)
        await reader.choose_on_map("indicator", some[0])
        drawn = next(len(layer.codes) for layer in snapshot.layers.values() if layer.level == level)
        changes = {}
        years = list(await reader.options_on_map("period"))
        if len(years) >= 4:  # fewer would come back from the reader's memory; some levels have figures of one year only
            changes["year"] = lambda turn: reader.choose_on_map("period", years[turn % len(years)])
        changes["indicator"] = lambda turn: reader.choose_on_map("indicator", some[turn % len(some)])
        lines = []
        for what, change in changes.items():
            cpu, answers = await cost(running, change)
            received = statistics.median(answer.received for answer in answers)
            where = f"{level}, change of {what}"
            lines += [
                Line(f"{where}: bytes", received, "B", most=2 * drawn + 3000),
                Line(f"{where}: fetched beside them", statistics.median(a.fetched for a in answers), "B"),
                Line(f"{where}: server", cpu, "ms", most=MOST_MS),
                Line(f"{where}: server / empty page", cpu / empty_ms, "x", most=MOST_TIMES_EMPTY),
                Line(f"{where}: until the script has run", statistics.median(a.seconds for a in answers) * 1000, "ms"),
                Line(f"{where}: script runs", max(answer.runs for answer in answers), most=1),
            ]
        return lines


async def _others(running: Server, empty_ms: float) -> list[Line]:
    """A click on the map, a change of level, and a change of indicator with the table open."""
    async with SimulatedReader(running.address, "map", "level=gemeente") as reader:
        some, lines = await _indicators(reader), []

        async def click(turn: int) -> Answer:
            return await reader.click_map(CLICKED[turn % len(CLICKED)])

        async def change(turn: int) -> Answer:
            return await reader.choose_on_map("indicator", some[turn % len(some)])

        async def level(turn: int) -> Answer:
            return await reader.choose("Niveau op de kaart", ("Gemeente", "Provincie")[turn % 2])

        for what, interact in (("click on the map", click), ("change of level", level), ("table open", change)):
            if what == "table open":
                await reader.choose("Niveau op de kaart", "Gemeente")
                await reader.pick("Meer", "Tabel")
            cpu, answers = await cost(running, interact)
            lines += [
                Line(f"{what}: server", cpu, "ms", most=MOST_MS),
                Line(f"{what}: server / empty page", cpu / empty_ms, "x", most=MOST_TIMES_EMPTY),
                Line(f"{what}: script runs", max(answer.runs for answer in answers), most=1),
                Line(f"{what}: bytes", statistics.median(answer.received for answer in answers), "B"),
                Line(f"{what}: errors shown", sum(answer.errors for answer in answers), most=0),
            ]
        return lines


async def measure() -> list[Line]:
    """All lines of the table."""
    data = figures_folder()
    opened = open_served(Places(data)) or open_served(Places(data).example)
    assert opened is not None
    with server(PROJECT / "bench" / "empty_page.py", data) as bare:
        async with SimulatedReader(bare.address) as reader:
            empty_ms, answers = await cost(bare, lambda _: reader.press("volgende"))
    lines = [Line("empty page: server", empty_ms, "ms"), Line("empty page: bytes", answers[-1].received, "B")]
    with server(PROJECT / "dashboard.py", data) as running:
        for level in LEVELS:
            lines += await _level(running, opened.snapshot, level, empty_ms)
        lines += await _others(running, empty_ms)
        lines.append(Line("resident memory afterwards", running.memory_mb(), "MB", most=250))
    return lines


def main() -> None:
    """Prints the table."""
    show("An interaction of the full map page, against an empty Streamlit page", asyncio.run(measure()))


if __name__ == "__main__":
    main()
