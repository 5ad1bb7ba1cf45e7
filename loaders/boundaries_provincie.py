"""Boundaries of the provinces, 2022, generalised."""

from transition.domain.areas import Level
from transition.domain.sources import Source
from transition.ingest import boundaries
from transition.ingest.contract import Get, Parsed, Raw

YEARS = (2022,)
SOURCE = Source(
    id="boundaries_provincie",
    title="Grenzen van de provincies",
    publisher="CBS en Kadaster (PDOK)",
    url="https://www.pdok.nl/introductie/-/article/cbs-gebiedsindelingen",
    licence="CC BY 4.0",
    rhythm="jaarlijks",
    minimum_rows=24,  # 12 areas and 12 shapes
    hosts=boundaries.HOSTS,
    files=("provincie_2*",),
)


def fetch(get: Get) -> Raw:
    """One document per year."""
    return boundaries.download(get, Level.PROVINCIE, YEARS)


def parse(raw: Raw) -> Parsed:
    """Provinces with their shapes."""
    return boundaries.parsed(raw, Level.PROVINCIE)
