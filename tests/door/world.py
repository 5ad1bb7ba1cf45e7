"""A small data folder to bring files into: names and codes are real ones, every figure is made up."""

from pathlib import Path

import pandas as pd

from transition import tables
from transition.domain.sources import Source
from transition.ingest import run
from transition.ingest.contract import Parsed
from transition.places import Places

AREAS = {
    "NL01": "Nederland",
    "PV21": "Fryslân",
    "PV22": "Drenthe",
    "PV26": "Utrecht",
    "PV27": "Noord-Holland",
    "ES02": "Friesland",
    "ES03": "Drenthe",
    "ES07": "Achterhoek",
    "GM0034": "Almere",
    "GM0106": "Assen",
    "GM0109": "Coevorden",
    "GM0114": "Emmen",
    "GM0344": "Utrecht",
    "GM0363": "Amsterdam",
    "GM0373": "Bergen (NH.)",
    "GM0398": "Heerhugowaard",
    "GM0416": "Langedijk",
    "GM0518": "'s-Gravenhage",
    "GM0796": "'s-Hertogenbosch",
    "GM0893": "Bergen (L.)",
    "GM1900": "Súdwest-Fryslân",
    "GM1980": "Dijk en Waard",
    "BU01060101": "Assen-Centrum",
    "BU01060102": "Assen-Oost",
}
ENDED = {"GM0398", "GM0416"}
_LEVELS = {"NL": "land", "PV": "provincie", "ES": "res", "GM": "gemeente", "BU": "buurt"}
PUBLISHER = Source(
    "publisher", "Een gepubliceerde tabel", "Een uitgever", "https://example.org", "CC BY 4.0", "elk jaar", 1, (), ()
)


def world(root: Path) -> Places:
    """A data folder in which a publisher gives the inhabitants of 2019 to 2024, on the boundaries of each year."""
    where = Places(root)
    run.serve_parsed(
        where, {PUBLISHER: published({"GM0106": 68000.0, "GM0363": 930000.0})}, origin="real", came_from="test"
    )
    return where


def published(inhabitants: dict[str, float], years: range = range(2019, 2025)) -> Parsed:
    """What the publisher gives: every municipality that exists has a row each year, most of them secret."""
    rows = []
    for year in years:
        for code in AREAS:
            exists = code.startswith("GM") and (year < 2022 if code in ENDED else code != "GM1980" or year >= 2022)
            if exists:
                value = inhabitants.get(code)
                rows.append((code, "population_count", "", str(year), value, "final" if value else "suppressed", year))
    table = pd.DataFrame(rows, columns=list(tables.OBSERVATIONS)).astype({"value": "float64", "vintage": "int64"})
    areas = [
        (code, name, _LEVELS[code[:2]], 2021 if code in ENDED else 2024, "", "", "") for code, name in AREAS.items()
    ]
    texts = dict.fromkeys(("code", "name", "level", "provincie", "res", "subres"), "str")
    described = pd.DataFrame(areas, columns=list(tables.AREAS)).astype(texts | {"year": "int64"})
    words = dict.fromkeys(("area", "indicator", "breakdown", "period", "status"), "str")
    return Parsed("2025-01-01", table.astype(words), described)


def bytes_of(where: Places) -> dict[str, bytes]:
    """Every file of the data folder."""
    return {str(f.relative_to(where.root)): f.read_bytes() for f in sorted(where.root.rglob("*")) if f.is_file()}
