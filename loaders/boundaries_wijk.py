"""Boundaries of the wijken (districts), 2022, generalised."""

from transition.domain.areas import Level
from transition.domain.sources import Source
from transition.ingest import boundaries
from transition.ingest.contract import Get, Parsed, Raw

YEARS = (2022,)
SOURCE = Source(
    id="boundaries_wijk",
    title="Grenzen van de wijken",
    publisher="CBS en Kadaster (PDOK)",
    url="https://www.pdok.nl/introductie/-/article/cbs-gebiedsindelingen",
    licence="CC BY 4.0",
    rhythm="jaarlijks",
    minimum_rows=6_000,  # over 3,000 areas and as many shapes
    hosts=boundaries.HOSTS,
    files=("wijk_2*",),
)


def fetch(get: Get) -> Raw:
    """One document per year."""
    return boundaries.download(get, Level.WIJK, YEARS)


def parse(raw: Raw) -> Parsed:
    """Wijken with their shapes."""
    return boundaries.parsed(raw, Level.WIJK)
