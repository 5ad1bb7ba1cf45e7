"""How many readers one server process bears: interactions per second without pause, and waiting times with readers who think.

Twenty simulated readers without pause on the full map page, against the naive page (`bench/map_page.py`: folium's choropleth as
its documentation shows it, with Streamlit's own settings). Then fifty readers with two seconds between interactions, the pages
mixed, against one reader alone. Readers come from one other process on the same machine, over loopback, and draw nothing: on
two cores they take their share. `python -m bench capacity`.
"""

import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

from bench.figures_folder import figures_folder
from bench.map_redraw import prepare
from bench.servers import Server, server
from bench.simulated_reader import Answer, SimulatedReader
from bench.table import Line, show
from transition.places import PROJECT

READERS, SECONDS = 20, 15
THINKING_READERS, THINKING_SECONDS, THINK = 50, 30, 2.0
LEVEL = "gemeente"
STREAMLITS_OWN = {"STREAMLIT_RUNNER_POST_SCRIPT_GC": "true"}

Interaction = Callable[[SimulatedReader, int], Awaitable[Answer]]


async def on_map(reader: SimulatedReader, turn: int) -> Answer:
    """Another figure, another year, or a click on the map."""
    if turn % 3 == 2:
        return await reader.click_map(random.choice(("GM0344", "GM0363", "GM0014", "GM0599")))
    if turn % 3 == 0 and turn:
        await reader.choose("Niveau op de kaart", "Gemeente")
    field = "period" if turn % 3 == 1 else "indicator"
    there = [value for value, words in (await reader.options_on_map(field)).items() if "(niet per" not in words]
    if not there:
        return await reader.choose("Niveau op de kaart", "Gemeente")
    return await reader.choose_on_map(field, random.choice(there[:10]))


async def on_naive(reader: SimulatedReader, turn: int) -> Answer:  # noqa: ARG001 - there is one thing to do
    """The next indicator."""
    return await reader.press("volgende")


async def on_any(reader: SimulatedReader, turn: int) -> Answer:
    """On the map as above; on another page another area."""
    if reader.map_address:
        return await on_map(reader, turn)
    return await reader.choose("Gebied", random.choice(reader.options("Gebied")[:60]))


async def _busy(reader: SimulatedReader, interact: Interaction, until: float, think: float) -> list[Answer]:
    answers = []
    await asyncio.sleep(random.random() * think)
    while time.perf_counter() < until:
        answers.append(await interact(reader, len(answers)))
        await asyncio.sleep(think and random.uniform(0.5, 1.5) * think)
    return answers


async def crowd(
    running: Server, pages: list[tuple[str, str]], interact: Interaction, seconds: float, think: float = 0
) -> tuple[list[Answer], float]:
    """All answers of as many readers as there are `pages` (path, query), and how many seconds they took together."""
    async with AsyncExitStack() as stack:
        readers = [await stack.enter_async_context(SimulatedReader(running.address, *page)) for page in pages]
        start = time.perf_counter()
        each = await asyncio.gather(*(_busy(reader, interact, start + seconds, think) for reader in readers))
        return [answer for answers in each for answer in answers], time.perf_counter() - start


def _p95(answers: list[Answer]) -> float:
    return statistics.quantiles([answer.seconds for answer in answers], n=20)[-1] * 1000


def without_pause() -> list[Line]:
    """Interactions per second of the map page and of the naive one."""
    with server(PROJECT / "dashboard.py", figures_folder()) as running:
        asyncio.run(crowd(running, [("map", f"level={LEVEL}")], on_map, 5))
        answers, took = asyncio.run(crowd(running, [("map", f"level={LEVEL}")] * READERS, on_map, SECONDS))
        memory = running.memory_mb()
    with tempfile.TemporaryDirectory() as name:
        prepare(Path(name), LEVEL)
        page = ("", f"contestant=naive&level={LEVEL}")
        environment = {"BENCH_FOLDER": name, **STREAMLITS_OWN}
        with server(PROJECT / "bench" / "map_page.py", figures_folder(), **environment) as running:
            naive, naive_took = asyncio.run(crowd(running, [page] * READERS, on_naive, SECONDS))
    ours, theirs = len(answers) / took, len(naive) / naive_took
    return [
        Line(f"{READERS} readers without pause: map page", ours, "per s"),
        Line(f"{READERS} readers without pause: naive page", theirs, "per s"),
        Line("map page / naive page", ours / theirs, "x", least=30),
        Line(f"{READERS} readers without pause: p95", _p95(answers), "ms"),
        Line("errors shown", sum(answer.errors for answer in answers), most=0),
        Line("resident memory afterwards", memory, "MB"),
    ]


def thinking() -> list[Line]:
    """Waiting times of many readers who think, against those of one."""
    homes = "indicator=solar_homes_capacity_kwp"
    mixed = [("map", f"level={LEVEL}"), ("map", f"level=wijk&{homes}"), ("", ""), ("map", f"level=buurt&{homes}")]
    pages = [mixed[number % len(mixed)] for number in range(THINKING_READERS)]
    with server(PROJECT / "dashboard.py", figures_folder()) as running:
        asyncio.run(crowd(running, mixed, on_any, 5))
        alone, _ = asyncio.run(crowd(running, pages[:1], on_any, THINKING_SECONDS, THINK / 10))
        many, took = asyncio.run(crowd(running, pages, on_any, THINKING_SECONDS, THINK))
    return [
        Line("one reader: p95", _p95(alone), "ms"),
        Line(f"{THINKING_READERS} readers, {THINK:.0f} s think time: p95", _p95(many), "ms"),
        Line("many / one", _p95(many) / _p95(alone), "x", most=3),
        Line("interactions of the many", len(many) / took, "per s"),
        Line("errors shown to the many", sum(answer.errors for answer in many), most=0),
    ]


def main() -> None:
    """Prints the table."""
    show("One server process, many readers", [*without_pause(), *thinking()])


if __name__ == "__main__":
    main()
