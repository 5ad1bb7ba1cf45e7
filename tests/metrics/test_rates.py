"""Figures per 1,000 inhabitants: a denominator of the same boundaries, and the nearest year."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from transition.domain.areas import Level
from transition.domain.sources import Source
from transition.ingest import run
from transition.ingest.contract import Parsed
from transition.metrics import rates
from transition.places import Places
from transition.store import Snapshot, open_served

SOURCE = Source("tiny", "Een kleine tabel", "CBS", "", "CC BY 4.0", "jaarlijks", 1, (), ())
ROWS = [
    ("population_count", "GM0363", "2020", 800_000.0),
    ("population_count", "GM0363", "2024", 900_000.0),
    ("population_count", "GM0757", "2020", 30_000.0),  # Boxtel, before it took over a part of Haaren on 1-1-2021
    ("population_count", "GM0757", "2024", 33_000.0),
    ("population_count", "GM0344", "2024", 0.0),
]


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    table = pd.DataFrame(ROWS, columns=["indicator", "area", "period", "value"])
    table = table.assign(breakdown="", status="final", vintage=table["period"].astype("int64"))
    columns = ["area", "indicator", "breakdown", "period", "value", "status", "vintage"]
    areas = pd.DataFrame(
        {
            "code": ["GM0363", "GM0757", "GM0344"],
            "name": ["Amsterdam", "Boxtel", "Utrecht"],
            "level": "gemeente",
            "year": 2024,
            "provincie": ["PV27", "PV30", "PV26"],
            "res": "",
            "subres": "",
        }
    )
    where = Places(tmp_path)
    parsed = Parsed("2025-01-01", table[table["value"] > 0][columns].reset_index(drop=True), areas)
    run.serve_parsed(where, {SOURCE: parsed}, origin="real", came_from="test")
    opened = open_served(where)
    assert opened is not None
    return opened.snapshot


def rate_of(snapshot: Snapshot, code: str, value: float, period: str) -> rates.Rate:
    return rates.rate(snapshot, Level.GEMEENTE, np.array([code]), np.array([value]), period, "population_count")


def test_the_nearest_year_is_the_denominator(snapshot: Snapshot) -> None:
    found = rate_of(snapshot, "GM0363", 9_000.0, "2025")
    assert found.values[0] == pytest.approx(10.0)
    assert found.years == ("2024",)


def test_a_year_across_a_boundary_change_is_never_the_denominator(snapshot: Snapshot) -> None:
    # 2020 is nearer to 2021, but then Boxtel was smaller.
    found = rate_of(snapshot, "GM0757", 33_000.0, "2021")
    assert found.years == ("2024",)
    assert found.values[0] == pytest.approx(1000.0)


def test_without_a_denominator_there_is_no_rate(snapshot: Snapshot) -> None:
    assert np.isnan(rate_of(snapshot, "GM0344", 5.0, "2024").values[0])
    assert np.isnan(rate_of(snapshot, "GM0363", 5.0, "2030").values[0])


def test_a_region_is_divided_by_the_sum_of_its_municipalities(snapshot: Snapshot) -> None:
    known = rates.denominators(snapshot, Level.PROVINCIE, "population_count", "2024")
    assert known == {"PV27": 900_000.0, "PV30": 33_000.0}
