"""Boundaries of the municipalities, one division per year, generalised."""

from transition.domain.areas import Level
from transition.domain.sources import Source
from transition.ingest import boundaries
from transition.ingest.contract import Get, Parsed, Raw

YEARS = range(2019, 2027)
LESSER = "gemeenten_*"
"""Shapes that came along with a table of figures ('wijken en buurten'): only for a year the division itself is absent for."""
SOURCE = Source(
    id="boundaries_gemeente",
    title="Grenzen van de gemeenten",
    publisher="CBS en Kadaster (PDOK)",
    url="https://www.pdok.nl/introductie/-/article/cbs-gebiedsindelingen",
    licence="CC BY 4.0",
    rhythm="jaarlijks",
    minimum_rows=684,  # 342 areas and 342 shapes of one year
    hosts=boundaries.HOSTS,
    files=("gemeente_2*", "gemeenten_cbs_stats_2*"),
)


def fetch(get: Get) -> Raw:
    """One document per year."""
    return boundaries.download(get, Level.GEMEENTE, YEARS)


def parse(raw: Raw) -> Parsed:
    """Municipalities with their shapes, per year. 'Buitenland' (GM0998) is no municipality."""
    return boundaries.parsed(raw, Level.GEMEENTE, lesser=LESSER)
