"""The pages on result, ownership and steering: what an interaction costs the server, on the example region and on the real figures.

Measured as in `register_pages`: processor time per interaction against an empty Streamlit page, by a simulated reader, after a
warm-up in which every place is seen once; `python -m bench council_pages`.
"""

import asyncio
from pathlib import Path

from bench.figures_folder import example_folder, figures_folder
from bench.full_page import cost
from bench.register_pages import MOST_MEMORY_MB, measured, turns
from bench.servers import Server, server
from bench.simulated_reader import SimulatedReader
from bench.table import Line, show
from transition.domain.areas import Level
from transition.places import PROJECT, Places
from transition.store import open_served

STEERING_PARTS = (
    "Pijplijn",
    "Telt het op?",
    "Gebieden op tijd",
    "Eigenaarschap",
    "Wie doet wat",
    "Geld",
    "Zelftoets",
    "Besluiten",
)
STEERING_FIRST = "Doel en tempo"
OWNERSHIP_PARTS = ("Projecten", "Beleid", "Coöperaties", "Opbrengst en stem", "Meedoen", "Heel Nederland")
OWNERSHIP_FIRST = "Op weg naar 50%"
"""The parts of the pages, as they are written on them."""
PLACES = 15


def _places(data: Path) -> tuple[str, ...]:
    """Municipalities, from the first to the last of the list."""
    opened = open_served(Places(data)) or open_served(Places(data).example)
    assert opened is not None
    there = [
        area.code for area in opened.snapshot.areas.values() if area.level is Level.GEMEENTE and area.valid_to is None
    ]
    return tuple(there[:: max(1, len(there) // PLACES)])


async def _page(
    running: Server, page: str, places: tuple[str, ...], first: str, parts: tuple[str, ...], empty_ms: float, on: str
) -> list[Line]:
    lines = []
    async with SimulatedReader(running.address, page, f"area={places[0]}") as reader:
        others = turns(reader.go, tuple(f"area={code}" for code in places))
        lines += await measured(running, f"{on}, {page or 'overview'}: another municipality", others, empty_ms)
        for part in parts:
            both = turns(lambda one: reader.pick("Onderdeel", one), (part, first))
            lines += await measured(running, f"{on}, {page}: {first} and {part}", both, empty_ms)
    return lines


async def _folder(data: Path, on: str, empty_ms: float) -> list[Line]:
    with server(PROJECT / "dashboard.py", data) as running:
        places = _places(data)
        lines = await _page(running, "", places, "", (), empty_ms, on)
        lines += await _page(running, "ownership", places, OWNERSHIP_FIRST, OWNERSHIP_PARTS, empty_ms, on)
        lines += await _page(running, "steering", places, STEERING_FIRST, STEERING_PARTS, empty_ms, on)
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
    show("Pages on result, ownership and steering, against an empty Streamlit page", asyncio.run(measure()))


if __name__ == "__main__":
    main()
