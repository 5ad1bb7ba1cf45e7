"""The downloaded figures on the boundaries of another year, as the command prints them and as pages ask for them."""

import io
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.conftest import PROJECT
from transition import catalog
from transition.domain.areas import Level
from transition.metrics import plan, vintages
from transition.metrics.figures import gaps
from transition.metrics.municipal import converted
from transition.store import Column, Snapshot

GAS = "gas_use_m3_per_dwelling"
SOLAR = "solar_capacity_kwp"
HOLES = {
    2010: (37, 11), 2011: (32, 11), 2012: (32, 11), 2013: (30, 11), 2014: (28, 9), 2015: (23, 9), 2016: (21, 9),
    2017: (20, 9), 2018: (17, 6), 2019: (7, 4), 2020: (7, 4), 2021: (6, 0), 2022: (2, 0), 2023: (0, 0), 2024: (0, 0),
}  # fmt: skip
"""Per year how many municipalities of 2025 have no average gas use: the dwellings of their parts are not in the downloaded
tables; they contain a part of a municipality that was divided."""


def figures(data: Path, *asked: str) -> tuple[pd.DataFrame, str, int]:
    command = [sys.executable, "-m", "transition", "figures", "--data", str(data), *asked]
    done = subprocess.run(command, cwd=PROJECT, check=False, capture_output=True, text=True)
    table = pd.read_csv(io.StringIO(done.stdout), keep_default_na=False, dtype=str) if done.stdout else pd.DataFrame()
    return table, done.stderr, done.returncode


@pytest.mark.parametrize("year", HOLES)
def test_energy_of_dwellings_on_the_boundaries_of_2025(real_snapshot: Snapshot, year: int) -> None:
    found = vintages.column_on(real_snapshot, Level.GEMEENTE, GAS, "", str(year), 2025)
    assert found is not None
    now = {a.code for a in real_snapshot.areas_at[Level.GEMEENTE] if a.exists_in(2025)}
    assert set(found.codes) == now
    assert len(found.codes) == 342
    reasons = Counter(gap.detail.split(" ")[0] for gap in found.gaps.values())
    assert reasons == Counter(het=HOLES[year][0], hoe=HOLES[year][1])
    assert set(found.codes[np.isnan(found.values)]) == set(found.gaps)


@pytest.mark.parametrize("year", [year for year, (weights, _) in HOLES.items() if weights])
def test_with_the_dwellings_of_the_year_only_the_divided_ones_stay_open(real_snapshot: Snapshot, year: int) -> None:
    column = real_snapshot.column(Level.GEMEENTE, GAS, "", str(year))
    assert column is not None
    dwellings = Column(column.codes, np.full(len(column.codes), 1000.0), column.statuses, "test", column.vintage)
    found = converted(catalog.indicator(GAS), column, dwellings, 2025)
    assert len(found.gaps) == HOLES[year][1]


@pytest.mark.parametrize("year", range(2019, 2025))
def test_no_solar_power_is_lost_or_counted_twice(real_snapshot: Snapshot, year: int) -> None:
    column = real_snapshot.column(Level.GEMEENTE, SOLAR, "", str(year))
    found = vintages.column_on(real_snapshot, Level.GEMEENTE, SOLAR, "", str(year), 2025)
    assert column is not None
    assert found is not None
    assert len(found.codes) == 342
    in_gaps = {origin for code in found.gaps for origin, _ in plan.plan(year, 2025).parts[code]}
    kept = column.values[~np.isin(column.codes, sorted(in_gaps))]
    assert np.nansum(found.values) == kept.sum()
    assert set(found.gaps) == ({"GM0757", "GM0824", "GM0855", "GM0865"} if year < 2021 else set())


def test_the_command_gives_figures_on_the_boundaries_that_are_asked_for(loaded_real_data: Path) -> None:
    asked = ("--indicator", SOLAR, "--area", "GM0363", "--area", "GM1982", "--vintage", "2025", "--period", "2021")
    table, _, _ = figures(loaded_real_data, *asked)
    total = table[table["breakdown"] == ""].set_index("area")
    assert total["status"].tolist() == ["recalculated", "recalculated"]
    assert set(total["vintage"]) == {"2025"}
    parts = ("GM0756", "GM1684", "GM0786", "GM0815", "GM1702")
    own, _, _ = figures(loaded_real_data, "--indicator", SOLAR, "--period", "2021", "--level", "gemeente")
    own = own[own["breakdown"] == ""].set_index("area")
    assert float(total.loc["GM1982", "value"]) == sum(float(own.loc[part, "value"]) for part in parts)
    assert float(total.loc["GM0363", "value"]) == sum(float(own.loc[part, "value"]) for part in ("GM0363", "GM0457"))
    assert set(own["vintage"]) == {"2021"}


def test_the_command_says_where_an_old_municipality_went(loaded_real_data: Path) -> None:
    table, beside, code = figures(loaded_real_data, "--indicator", SOLAR, "--area", "GM0788", "--vintage", "2025")
    assert (len(table), code) == (0, 0)
    assert "Haaren (GM0788) bestaat niet op de grenzen van 2025" in beside
    assert "Boxtel, Oisterwijk, Tilburg en Vught" in beside


def test_the_command_says_why_there_is_a_hole(loaded_real_data: Path) -> None:
    asked = ("--indicator", SOLAR, "--area", "GM0855", "--vintage", "2025", "--period", "2019")
    table, beside, _ = figures(loaded_real_data, *asked)
    row = table[table["breakdown"] == ""].iloc[0]
    assert (row["value"], row["status"]) == ("", "not_measured")
    assert "Tilburg: hoe Haaren is verdeeld over andere gemeenten, is niet bekend." in beside


@pytest.mark.parametrize("year", ["2009", "2027"])
def test_boundaries_nobody_knows_are_refused_in_one_line(loaded_real_data: Path, year: str) -> None:
    _, beside, code = figures(loaded_real_data, "--indicator", SOLAR, "--vintage", year)
    assert code == 2
    assert beside.startswith(f"De grenzen van {year} zijn niet bekend")
    assert ("gepland" in beside) == (year == "2027")


def test_a_region_keeps_its_figure_unless_its_outline_changed(real_snapshot: Snapshot) -> None:
    for level, changed in ((Level.PROVINCIE, set()), (Level.RES, {"ES25", "ES27"})):
        found = vintages.column_on(real_snapshot, level, SOLAR, "", "2020", 2025)
        assert found is not None
        assert set(found.gaps) == changed
    found = vintages.column_on(real_snapshot, Level.PROVINCIE, GAS, "", "2018", 2025)
    assert found is not None
    assert set(found.gaps) == {"PV26", "PV28"}  # Leerdam and Zederik went to Utrecht in 2019


def test_a_buurt_keeps_its_figures_only_as_long_as_it_is_the_same(real_snapshot: Snapshot) -> None:
    found = vintages.column_on(real_snapshot, Level.BUURT, "solar_homes_capacity_kwp", "", "2021", 2022)
    own = real_snapshot.column(Level.BUURT, "solar_homes_capacity_kwp", "", "2022")
    assert found is not None
    assert own is not None
    assert found.codes.tolist() == own.codes.tolist()
    marks = real_snapshot.redrawn
    moved = marks[(marks["year"] == 2022) & (marks["change"] != "1") & marks["code"].str.startswith("BU")]
    assert set(found.gaps) == set(moved["code"])
    assert vintages.redrawn(real_snapshot, moved["code"].iloc[0])


def test_a_hole_is_listed_with_its_area_and_reason(real_snapshot: Snapshot) -> None:
    listed = gaps(real_snapshot, SOLAR, 2025, level=Level.GEMEENTE, period="2020", breakdowns=[""])
    assert listed["name"].tolist() == ["Boxtel", "Oisterwijk", "Tilburg", "Vught"]
    assert listed["because"].str.startswith("hoe Haaren is verdeeld").all()


def test_the_plan_between_two_years_is_made_once(real_snapshot: Snapshot) -> None:
    vintages.column_on(real_snapshot, Level.GEMEENTE, GAS, "", "2010", 2025)
    made = plan.plan.cache_info().misses
    for breakdown in catalog.indicator(GAS).breakdowns:
        vintages.column_on(real_snapshot, Level.GEMEENTE, GAS, breakdown, "2010", 2025)
    assert plan.plan.cache_info().misses == made
