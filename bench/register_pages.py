"""The pages of the register with 2,000 area processes, 5,000 projects and 200 communities: what an interaction costs the server.

Measured as in `full_page`: processor time per interaction, against an empty Streamlit page; bytes and script runs beside it. By a
simulated reader, so that no browser disturbs the server; `python -m bench register_pages`.
"""

import asyncio
import statistics
from collections.abc import Awaitable, Callable

from bench.full_page import MOST_MS, MOST_TIMES_EMPTY, cost
from bench.register_data import register_folder
from bench.servers import Server, server
from bench.simulated_reader import Answer, SimulatedReader
from bench.table import Line, show
from transition.places import PROJECT

Interact = Callable[[int], Awaitable[Answer]]
AREA, COMMUNITY = "gm9001-bedrijventerrein-de-geul", "hubkring-zilverkust"
AREA_PARTS = (
    "Stappen",
    "Wie doet wat",
    "Geld",
    "Eigenaarschap",
    "Besluiten",
    "Projecten",
    "Plek",
    "Geschiedenis",
    "Bewijs",
)
COMMUNITY_PARTS = ("Overzicht", "Methode", "Lessen", "Bijeenkomsten", "Bijwerken")
"""The parts of one page, as they are written on it."""
BESIDE = {
    "naast-elkaar": ("Methode", "Hoe ver", "Doorlooptijd", "Eigenaarschap", "Geld", "Samenwerking"),
    "regios": ("Resultaat", "Lokaal eigendom", "Telt het op?"),
}
HOSTS = ("provincie-zuiderbank", "provincie-noorderbank", "energieregio-midden-dogger")
LISTS = ("Communities", "Methodekaarten", "Partijen")
THEMES = ("Energiehub", "Wijkuitvoeringsplan", "Energiegemeenschap")
PHASES = ("Verkennen", "Organiseren", "Ontwerpen", "Besluiten")
WORDS = ("polder", "haven", "doggerhaven", "molen", "energie")
NEW_WORDS = tuple(f"{one}{two}" for one in "bdghklmnprstvwz" for two in "aeiou")
"""More than there are turns, so that none was asked for before."""
MOST_MEMORY_MB = 250


async def measured(running: Server, what: str, interact: Interact, empty_ms: float) -> list[Line]:
    """What an interaction costs: the server's time, also against an empty page, bytes, script runs and errors."""
    cpu, answers = await cost(running, interact)
    return [
        Line(f"{what}: server", cpu, "ms", most=MOST_MS),
        Line(f"{what}: server / empty page", cpu / empty_ms, "x", most=MOST_TIMES_EMPTY),
        Line(f"{what}: bytes", statistics.median(answer.received for answer in answers), "B"),
        Line(f"{what}: script runs", max(answer.runs for answer in answers), most=1),
        Line(f"{what}: errors shown", sum(answer.errors for answer in answers), most=0),
    ]


def turns(do: Callable[[str], Awaitable[Answer]], among: tuple[str, ...]) -> Interact:
    """An interaction with one of the possibilities after the other."""
    return lambda turn: do(among[turn % len(among)])


async def _area_list(running: Server, empty_ms: float) -> list[Line]:
    async with SimulatedReader(running.address, "area_processes") as reader:
        interactions = {
            "areas, filter by theme": turns(lambda theme: reader.choose("Thema", theme), THEMES),
            "areas, filter by phase": turns(lambda phase: reader.choose("Fase", phase), PHASES),
            "areas, search": turns(lambda words: reader.write("Zoek een gebied", words), WORDS),
            "areas, search for what nobody asked before": turns(
                lambda words: reader.write("Zoek een gebied", words), NEW_WORDS
            ),
            "areas, list and map": turns(lambda view: reader.pick("Weergave", view), ("Kaart", "Lijst")),
        }
        lines = []
        for what, interact in interactions.items():
            await reader.go("")
            lines += await measured(running, what, interact, empty_ms)
        await reader.go("")
        lines += await measured(running, "areas, next page of the list", lambda _: reader.press("Volgende ›"), empty_ms)
        pages = turns(lambda number: reader.go(f"blad={number}"), tuple(str(number) for number in range(1, 30)))
        return lines + await measured(running, "areas, another page of the list by its address", pages, empty_ms)


async def _of_one(
    running: Server, page: str, word: str, id: str, parts: tuple[str, ...], empty_ms: float
) -> list[Line]:
    """Each part of the page of one record against the part before it, and from one record to another."""
    lines = []
    async with SimulatedReader(running.address, page, f"{word}={id}") as reader:
        for part in parts[1:]:
            both = turns(lambda one: reader.pick("Onderdeel", one), (part, parts[0]))
            lines += await measured(running, f"one {word}, {parts[0]} and {part}", both, empty_ms)
        others = turns(reader.go, tuple(f"{word}={id}-{copy}" for copy in range(2, 15)))
        return lines + await measured(running, f"from one {word} to another", others, empty_ms)


async def _community_list(running: Server, empty_ms: float) -> list[Line]:
    async with SimulatedReader(running.address, "communities") as reader:
        themes = turns(lambda theme: reader.choose("Thema", theme), THEMES)
        lines = await measured(running, "communities, filter by theme", themes, empty_ms)
        await reader.go("")
        lists = turns(lambda one: reader.pick("Wat wilt u zien?", one), LISTS)
        return lines + await measured(running, "communities, method cards and parties", lists, empty_ms)


async def _beside(running: Server, empty_ms: float) -> list[Line]:
    """Communities and regions beside each other, a co-host's own page, and the lessons of all communities."""
    lines = []
    for word, parts in BESIDE.items():
        async with SimulatedReader(running.address, "communities", f"lijst={word}") as reader:
            for part in parts:
                both = turns(lambda one: reader.pick("Waarop", one), (part, "In het kort"))
                lines += await measured(running, f"{word}, in short and {part}", both, empty_ms)
    async with SimulatedReader(running.address, "communities", "lijst=mijn") as reader:
        hosts = turns(reader.go, tuple(f"lijst=mijn&partij={host}" for host in HOSTS))
        lines += await measured(running, "from one co-host to another", hosts, empty_ms)
        words = turns(reader.go, tuple(f"lijst=lessen&zoek={word}" for word in ("net", "dorp", "plan", "raad")))
        return lines + await measured(running, "lessons of all communities, search", words, empty_ms)


async def measure() -> list[Line]:
    """All lines of the table."""
    data = register_folder()
    with server(PROJECT / "bench" / "empty_page.py", data) as bare:
        async with SimulatedReader(bare.address) as reader:
            empty_ms, _ = await cost(bare, lambda _: reader.press("volgende"))
    lines = [Line("empty page: server", empty_ms, "ms")]
    with server(PROJECT / "dashboard.py", data) as running:
        lines += await _area_list(running, empty_ms)
        lines += await _of_one(running, "area_processes", "gebied", AREA, AREA_PARTS, empty_ms)
        lines += await _community_list(running, empty_ms)
        lines += await _of_one(running, "communities", "community", COMMUNITY, COMMUNITY_PARTS, empty_ms)
        lines += await _beside(running, empty_ms)
        lines.append(Line("resident memory afterwards", running.memory_mb(), "MB", most=MOST_MEMORY_MB))
    return lines


def main() -> None:
    """Prints the table."""
    show("Pages of the register with 2,000 area processes, against an empty Streamlit page", asyncio.run(measure()))


if __name__ == "__main__":
    main()
