"""What counts for the energy strategy, year by year: large solar from CBS, wind from the register, and only complete years."""

import pandas as pd
import pytest

from tests.metrics.steering.places import goal, projects
from transition import catalog, tables
from transition.domain.sources import Source
from transition.ingest import run
from transition.ingest.contract import Parsed
from transition.metrics.no_number import Why, no_number
from transition.metrics.steering.on_land import LARGE, OnLand, on_land
from transition.metrics.steering.pace import Pace, pace
from transition.metrics.steering.yearly import yearly
from transition.places import Places
from transition.store import Snapshot, open_served

KWP, GWH = "solar_capacity_kwp", "solar_production_gwh"
VALUES = [
    # area, indicator, breakdown, the values of 2020 to 2024
    ("GM0757", KWP, LARGE, (1000, 2000, 3000, 4000, 4500)),
    ("ET2701", KWP, LARGE, (10_000, 10_000, 20_000, 20_000, 20_000)),
    ("ET2701", GWH, LARGE, (8, 9, 16, 18, 8)),
    ("GM0757", KWP, "homes", (100, 200, 300, 400, 450)),
    ("GM0363", KWP, LARGE, (100, 200, 300, 400, 450)),
]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """2024 was measured until halfway."""
    found = [(*key, str(2020 + at), value) for *key, values in VALUES for at, value in enumerate(values)]
    rows = pd.DataFrame(found, columns=["area", "indicator", "breakdown", "period", "value"])
    rows = rows.assign(value=rows["value"].astype(float), status="final", vintage=rows["period"].astype(int))
    areas = pd.DataFrame(
        {"code": ["GM0757", "GM0363"], "name": ["Boxtel", "Amsterdam"], "level": "gemeente", "year": 2024}
    )
    areas = areas.assign(provincie="", res="", subres=["ET2701", ""])[list(tables.AREAS)]
    parsed = Parsed("2025-01-01", rows[list(tables.OBSERVATIONS)], areas, partial_periods={"2024": "2024-06-30"})
    source = Source("tiny", "Een kleine tabel", "CBS", "", "CC BY 4.0", "jaarlijks", 1, (), ())
    folder = Places(tmp_path_factory.mktemp("on_land"))
    run.serve_parsed(folder, {source: parsed}, origin="real", came_from="test")
    opened = open_served(folder)
    assert opened is not None
    return opened.snapshot


WIND = {
    "old": {"expected_mwh": 10_000},
    "new": {"expected_mwh": 5_000, "realised_on": "2022-06-01"},
    "unknown": {"realised_on": "2022-06-01"},
    "coming": {"status": "building", "expected_mwh": 99_000},
    "field": {"technology": "solar_field", "expected_mwh": 99_000},  # CBS counts it
}


def seen(snapshot: Snapshot, area: str, rows: dict[str, dict[str, object]]) -> OnLand:
    made = on_land(snapshot, area, projects(rows))
    assert isinstance(made, OnLand)
    return made


def test_of_a_municipality_it_is_capacity_at_the_hours_of_its_sub_region_and_wind_that_stood(
    snapshot: Snapshot,
) -> None:
    made = seen(snapshot, "GM0757", WIND)
    assert [(period, round(value, 3), str(status)) for period, value, status in made.points] == [
        ("2020", 0.8 + 10, "estimated"),  # 1000 x 8 / 10,000
        ("2021", 1.8 + 10, "estimated"),
        ("2022", 2.4 + 15, "estimated"),
        ("2023", 3.6 + 15, "estimated"),
    ]
    assert (made.wind_count, made.wind_unknown, made.undated, made.is_lower_bound) == (2, 1, 1, True)
    assert made.left_out == {"2024": "2024-06-30"}


def test_of_a_region_it_is_what_cbs_gives_and_without_recorded_wind_a_lower_bound(snapshot: Snapshot) -> None:
    made = seen(snapshot, "ET2701", {})
    assert made.points == [("2020", 8, "final"), ("2021", 9, "final"), ("2022", 16, "final"), ("2023", 18, "final")]
    assert made.is_lower_bound
    assert not seen(snapshot, "ET2701", {"old": WIND["old"]}).is_lower_bound


def test_where_the_sub_region_is_not_known_there_is_no_figure(snapshot: Snapshot) -> None:
    assert on_land(snapshot, "GM0363", projects(WIND)) == no_number(Why.NO_FIGURE)


def test_half_a_year_is_no_year_of_progress_and_breaks_go_with_the_series(snapshot: Snapshot) -> None:
    homes = yearly(snapshot, "GM0757", catalog.indicator(KWP), "homes")
    assert [period for period, _, _ in homes.points] == ["2020", "2021", "2022", "2023"]
    assert list(homes.breaks) == ["2021"]
    made = pace(goal(900, indicator=KWP), homes.points, breaks=homes.breaks)
    assert isinstance(made, Pace)
    assert made.until == "2023"
    assert made.factor == no_number(Why.DEFINITION_BREAK, period="2021", because=homes.breaks["2021"])


def test_a_municipality_that_grew_stops_there_and_not_on_the_boundaries_of_now(snapshot: Snapshot) -> None:
    """In 2021 a part of Haaren went to Boxtel."""
    boxtel = yearly(snapshot, "GM0757", catalog.indicator(KWP), LARGE)
    assert (boxtel.breaks, list(boxtel.redrawn)) == ({}, ["2021"])
    made = pace(goal(9000, indicator=KWP), boxtel.points, redrawn=boxtel.redrawn)
    assert isinstance(made, Pace)
    assert made.factor == no_number(Why.BOUNDARY_BREAK, period="2021", because=boxtel.redrawn["2021"])
    assert yearly(snapshot, "GM0757", catalog.indicator(KWP), LARGE, 2023).redrawn == {}
