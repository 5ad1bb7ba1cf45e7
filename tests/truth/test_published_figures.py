"""Published figures come out of the command that officers script with, from the downloaded files."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from tests.conftest import PROJECT
from transition import catalog
from transition.domain.areas import Level
from transition.domain.values import Gap
from transition.metrics.aggregate import whole
from transition.store import Snapshot

GEMEENTEN_IN_YEAR = {"2019": 355, "2020": 355, "2021": 352, "2022": 345, "2023": 342, "2024": 342}
SOLAR = "solar_capacity_kwp"


def figures(data: Path, *asked: str) -> tuple[pd.DataFrame, str]:
    """The table that is printed, and what stands beside it on the error stream."""
    command = [sys.executable, "-m", "transition", "figures", "--data", str(data), *asked]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    return pd.read_csv(io.StringIO(done.stdout), keep_default_na=False, dtype={"period": str}), done.stderr


@pytest.mark.parametrize(
    ("area", "period", "installations", "kwp"),
    [
        ("NL01", "2024", 3_167_299, 27_979_732),
        ("NL01", "2021", 1_730_285, 14_822_880),
        ("GM0363", "2024", 48_116, 318_170),
        ("GM0363", "2019", 14_872, 89_583),
        ("GM1680", "2019", 2_922, 20_968),
        ("GM1680", "2021", 4_392, 33_382),
    ],
)
def test_solar_power_as_published(loaded_real_data: Path, area: str, period: str, installations: int, kwp: int) -> None:
    for indicator, expected in (("solar_installations_count", installations), (SOLAR, kwp)):
        table, _ = figures(loaded_real_data, "--indicator", indicator, "--area", area, "--period", period)
        assert table[table["breakdown"] == ""]["value"].astype(float).tolist() == [expected]


def test_the_municipalities_of_2024_add_up_to_the_published_share_of_the_country(loaded_real_data: Path) -> None:
    table, beside = figures(loaded_real_data, "--indicator", SOLAR, "--level", "gemeente", "--period", "2024")
    total = table[table["breakdown"] == ""]
    assert len(total) == total["area"].nunique() == 342
    assert "GM0000" not in set(total["area"])
    assert total["value"].astype(float).sum() == 27_767_056
    assert round(27_767_056 / 27_979_732 * 100, 2) == 99.24
    assert "212671 kWp" in beside


def test_what_belongs_to_no_municipality_is_not_lost(loaded_real_data: Path) -> None:
    table, _ = figures(loaded_real_data, "--indicator", SOLAR, "--area", "GM0000", "--period", "2024")
    row = table[table["breakdown"] == ""].iloc[0]
    assert (float(row["value"]), row["level"], row["name"]) == (212_671.0, "niet_in_te_delen", "Niet in te delen")


def test_half_a_year_is_provisional_and_says_so(loaded_real_data: Path) -> None:
    table, beside = figures(
        loaded_real_data, "--indicator", SOLAR, "--area", "NL01", "--period", "2025", "--format", "csv"
    )
    assert set(table["status"]) <= {"provisional"}
    assert "2025 is nog geen heel jaar" in beside


@pytest.mark.parametrize(("period", "number"), GEMEENTEN_IN_YEAR.items())
def test_no_municipality_of_a_year_is_missing_or_doubled(real_snapshot: Snapshot, period: str, number: int) -> None:
    column = real_snapshot.column(Level.GEMEENTE, SOLAR, "", period)
    assert column is not None
    assert len(column.codes) == len(set(column.codes)) == number
    there = {a.code for a in real_snapshot.areas.values() if a.level is Level.GEMEENTE and a.exists_in(int(period))}
    assert there == set(column.codes.tolist())


def test_energy_regions_add_up_from_their_municipalities_in_all_years(real_snapshot: Snapshot) -> None:
    checked = 0
    for period in real_snapshot.periods(Level.RES, SOLAR):
        regions, parts = (real_snapshot.column(level, SOLAR, "", period) for level in (Level.RES, Level.GEMEENTE))
        assert regions is not None
        assert parts is not None
        values = {str(c): float(v) for c, v in zip(parts.codes, parts.values, strict=True)}
        for code, published in zip(regions.codes, regions.values, strict=True):
            members = [g for g in values if real_snapshot.areas[g].res == code]
            total = whole(catalog.indicator(SOLAR), values, members)
            assert not isinstance(total, Gap), (code, period, total)
            assert abs(total - published) <= len(members), (code, period, total, published)
            checked += 1
    assert checked == 30 * 7


def test_json_and_csv_print_the_same_figures(loaded_real_data: Path) -> None:
    asked = ("--indicator", "gas_use_m3_per_dwelling", "--level", "provincie", "--period", "2023")
    table, _ = figures(loaded_real_data, *asked)
    command = [
        sys.executable,
        "-m",
        "transition",
        "figures",
        "--data",
        str(loaded_real_data),
        *asked,
        "--format",
        "json",
    ]
    rows = json.loads(subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True).stdout)
    assert [r["area"] for r in rows] == table["area"].tolist()
    assert [r["value"] for r in rows] == [float(v) if v != "" else None for v in table["value"]]


def test_a_second_load_finds_nothing_new_and_writes_no_snapshot(loaded_real_data: Path, real_data: Path) -> None:
    before = sorted(p.name for p in (loaded_real_data / "snapshots").iterdir())
    command = [sys.executable, "-m", "loaders", "--from", str(real_data), "--data", str(loaded_real_data)]
    done = subprocess.run(command, cwd=PROJECT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert sorted(p.name for p in (loaded_real_data / "snapshots").iterdir()) == before
