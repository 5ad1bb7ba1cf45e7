"""Doggerland, a fictional region in the North Sea, so that everything can be tried where no source answers.

`parsed()` gives what loaders give. The same seed makes the same figures each time; no figure is about a real place.
"""

from collections.abc import Mapping

import geopandas as gpd
import pandas as pd

from data.example import figures, models
from data.example.geography import Geography, geography
from transition import catalog, tables
from transition.domain.areas import Level
from transition.domain.indicators import Indicator
from transition.domain.sources import Source
from transition.ingest.contract import Parsed

SEED = 2411
EDITION = "2025-11-18"
VINTAGES = (2021, 2022)
"""Years with boundaries: the last one before the merger, and the first one after it."""
_DRAWN = (Level.PROVINCIE, Level.RES, Level.SUBRES, Level.GEMEENTE, Level.WIJK, Level.BUURT)
_CHANGED = (Level.GEMEENTE, Level.WIJK, Level.BUURT)

_BROUGHT = (
    "res_",
    "local_ownership_",
    "coop",
    "collective_",
    "policy_anchoring_",
    "heat_programme_",
    "sde_",
    "sce_",
    "small_consumer_",
    "renewable_energy_",
    "energy_use_",
)
"""How the ids begin of indicators that only come in with files people bring."""


def _source(id: str, title: str, minimum_rows: int) -> Source:
    return Source(
        id=id,
        title=f"{title} van Doggerland (fictief)",
        publisher="Voorbeeldgegevens (fictief)",
        url="",
        licence="CC0, fictief",
        rhythm="nooit: dit zijn verzonnen cijfers",
        minimum_rows=minimum_rows,
        hosts=(),
        files=(),
    )


GENERATION = _source("example_generation", "Opwek", 1_000)
STATISTICS = _source("example_statistics", "Verbruik, warmte en kerncijfers", 1_000)
BOUNDARIES = _source("example_boundaries", "Grenzen en namen", 1_000)


def published() -> list[Indicator]:
    """The indicators that are in the region: those a loader reads. What people bring themselves is not invented for them."""
    return [indicator for indicator in catalog.indicators().values() if not indicator.id.startswith(_BROUGHT)]


def parsed() -> dict[Source, Parsed]:
    """The three fictional sources with their tables: generation (its newest year is half a year), other statistics, boundaries."""
    land = geography(SEED)
    base = models.base(land.table, SEED)
    known = published()
    generation = [indicator for indicator in known if indicator.theme == "Opwek"]
    others = [indicator for indicator in known if indicator.theme != "Opwek"]
    year = figures.PARTIAL_YEAR
    areas = _areas(land)
    return {
        GENERATION: Parsed(
            EDITION, figures.observations(generation, land, base), partial_periods={str(year): f"{year}-06-30"}
        ),
        STATISTICS: Parsed(EDITION, figures.observations(others, land, base)),
        BOUNDARIES: Parsed(EDITION, areas=areas, redrawn=_redrawn(areas), shapes=_shapes(land)),
    }


def _shapes(land: Geography) -> Mapping[tuple[Level, int], gpd.GeoDataFrame]:
    changed = {(level, year): land.layer(level, year) for level in _CHANGED for year in VINTAGES}
    return {(level, VINTAGES[-1]): land.layer(level, VINTAGES[-1]) for level in _DRAWN} | changed


def _areas(land: Geography) -> pd.DataFrame:
    """`tables.AREAS`: every area of every year with its name and the regions it lies in."""
    years = []
    for year in models.YEARS:
        names = land.names(year)
        for level in Level:
            above = {column: land.codes(Level(column), year) for column in ("provincie", "res", "subres")}
            rows = pd.DataFrame({"code": land.codes(level, year), **above}).drop_duplicates("code").sort_values("code")
            for column in above:
                if list(Level).index(level) <= list(Level).index(Level(column)):
                    rows[column] = ""
            years.append(rows.assign(name=rows["code"].map(names), level=str(level), year=year))
    return pd.concat(years, ignore_index=True)[list(tables.AREAS)]


def _redrawn(areas: pd.DataFrame) -> pd.DataFrame:
    """`tables.REDRAWN`: wijken and buurten never change, save for their codes in the municipality that is merged."""
    small = areas[areas["level"].isin([str(Level.WIJK), str(Level.BUURT)])]
    seen = set(zip(small["code"], small["year"], strict=True))
    later = small[small["year"] > small["year"].min()]
    words = ["1" if (code, year - 1) in seen else "2" for code, year in zip(later["code"], later["year"], strict=True)]
    return later.assign(change=words).reset_index(drop=True)[list(tables.REDRAWN)]
