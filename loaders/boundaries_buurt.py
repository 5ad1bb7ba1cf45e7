"""Boundaries of the buurten (neighbourhoods), 2019, generalised, nationwide.

`parse` also reads PDOK's 'wijken en buurten' (buurtcode, buurtnaam, water, and figures it leaves alone). Files in that shape
often hold one municipality; they are not among `SOURCE.files`, so that a part never stands in for the country.
"""

from transition.domain.areas import Level
from transition.domain.sources import Source
from transition.ingest import boundaries
from transition.ingest.contract import Get, Parsed, Raw

YEARS = (2019,)
SOURCE = Source(
    id="boundaries_buurt",
    title="Grenzen van de buurten",
    publisher="CBS en Kadaster (PDOK)",
    url="https://www.pdok.nl/introductie/-/article/cbs-gebiedsindelingen",
    licence="CC BY 4.0",
    rhythm="jaarlijks",
    minimum_rows=24_000,  # over 12,000 areas and as many shapes
    hosts=boundaries.HOSTS,
    files=("buurt_2*",),
)


def fetch(get: Get) -> Raw:
    """One document per year."""
    return boundaries.download(get, Level.BUURT, YEARS)


def parse(raw: Raw) -> Parsed:
    """Buurten with their shapes; without names where the publisher gives none."""
    return boundaries.parsed(raw, Level.BUURT)
