"""Result: reach, remaining task, expected with low and high, and how the goal is covered."""

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.metrics.register_tables import table
from tests.metrics.steering.places import GWH, goal, projects
from transition.domain.values import Gap, Missing
from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.steering.goal import Goal, goal_of, goals
from transition.metrics.steering.hardness import Hardness, hardness
from transition.metrics.steering.result import Cover, Expected, Realised, Result, cover, expected, newest, result

AMOUNTS = st.floats(min_value=0, max_value=1e6)


def at(value: float) -> Realised:
    return Realised(value, "2024", "final")


def found(goal: Goal, value: float) -> Result:
    made = result(goal, at(value))
    assert isinstance(made, Result)
    return made


def why(made: object) -> Why:
    assert isinstance(made, NoNumber), made
    return made.why


def test_the_national_check_of_the_monitor_of_2025_comes_out() -> None:
    """31.4 TWh stands (year assumed), 35 is the goal of 2030, 4.3 is certain to come: 3.6 to go, and 35.7 expected."""
    made = found(goal(35.0), 31.4)
    assert made.remaining == pytest.approx(3.6)
    assert made.reach == pytest.approx(31.4 / 35)
    coming = expected(made, Band(4.3, 4.3))
    assert isinstance(coming, Expected)
    assert (coming.amount.low, coming.is_reached) == (pytest.approx(35.7), "yes")


GAS = "gas_use_m3_per_dwelling"


@pytest.mark.parametrize(
    ("made", "value", "reach", "remaining", "beyond"),
    [  # goal                                   there  reach  to go  beyond
        (goal(100.0),                             40.0, 0.40,  60.0,   0.0),
        (goal(100.0),                            100.0, 1.00,   0.0,   0.0),
        (goal(100.0),                            125.0, 1.25,   0.0,  25.0),
        (goal(100.0),                              0.0, 0.00, 100.0,   0.0),
        (goal(800.0, indicator=GAS, baseline=1200), 1100.0, 0.25, 300.0,   0.0),
        (goal(800.0, indicator=GAS, baseline=1200),  800.0, 1.00,   0.0,   0.0),
        (goal(800.0, indicator=GAS, baseline=1200),  700.0, 1.25,   0.0, 100.0),
        (goal(800.0, indicator=GAS, baseline=1200), 1300.0, -0.25, 500.0,  0.0),
    ],
)  # fmt: skip
def test_reach_remaining_and_beyond(made: Goal, value: float, reach: float, remaining: float, beyond: float) -> None:
    seen = found(made, value)
    assert (seen.reach, seen.remaining, seen.beyond) == (pytest.approx(reach), remaining, beyond)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (goal(0.0), Why.GOAL_NOT_POSITIVE),
        (goal(800.0, indicator=GAS), Why.NO_BASELINE),
        (goal(800.0, indicator=GAS, baseline=700), Why.BASELINE_BEYOND_GOAL),
    ],
)
def test_a_goal_that_no_share_can_be_taken_of_says_why(made: Goal, reason: Why) -> None:
    assert why(found(made, 900.0).reach) is reason


def test_without_a_goal_or_a_figure_the_reason_comes_back() -> None:
    nothing = goal_of([], GWH, 2026, code="GM9003")
    assert why(nothing) is Why.NO_GOAL
    assert result(nothing, at(3.0)) == nothing
    secret = Gap(Missing.SUPPRESSED)
    assert result(goal(), secret) == secret


def test_the_newest_figure_is_that_of_the_last_year_with_a_value_whatever_the_order() -> None:
    points = [("2024", math.nan, "suppressed"), ("2023", 7.0, "final"), ("2022", 5.0, "final")]
    assert newest(points) == newest(points[::-1]) == Realised(7.0, "2023", "final")
    assert why(newest(points[:1])) is Why.NO_FIGURE


@pytest.mark.parametrize(
    ("value", "pipeline", "bar", "answer"),
    [  # there  coming        there low  more gap
        (40.0, Band(10, 30), (0.4, 0.1, 0.2, 0.3), "no"),
        (40.0, Band(10, 80), (0.4, 0.1, 0.5, 0.0), "perhaps"),
        (40.0, Band(60, 80), (0.4, 0.6, 0.0, 0.0), "yes"),
        (120.0, Band(5, 9), (1.0, 0.0, 0.0, 0.0), "yes"),
        (40.0, Band(0, 0), (0.4, 0.0, 0.0, 0.6), "no"),
    ],
)
def test_the_goal_is_covered_by_what_stands_what_comes_and_a_gap(
    value: float, pipeline: Band, bar: tuple[float, ...], answer: str
) -> None:
    made = cover(found(goal(100.0), value), pipeline)
    assert isinstance(made, Cover)
    assert (made.realised, made.pipeline_low, made.pipeline_more, made.gap) == pytest.approx(bar)
    coming = expected(found(goal(100.0), value), pipeline)
    assert isinstance(coming, Expected)
    assert coming.is_reached == answer


def test_projects_are_not_added_to_an_average() -> None:
    made = found(goal(800.0, indicator=GAS, baseline=1200), 1000.0)
    assert why(expected(made, Band(1, 2))) is why(cover(made, Band(1, 2))) is Why.NOT_ADDITIVE


@given(st.floats(min_value=1e-6, max_value=1e9), AMOUNTS, AMOUNTS, AMOUNTS)
def test_at_the_goal_the_share_is_1_and_the_parts_of_the_bar_make_1(
    value: float, there: float, low: float, more: float
) -> None:
    assert found(goal(value), value).reach == 1
    bar = cover(found(goal(value), there), Band(low, low + more))
    assert isinstance(bar, Cover)
    parts = (bar.realised, bar.pipeline_low, bar.pipeline_more, bar.gap)
    assert sum(parts) == pytest.approx(1)
    assert min(parts) >= 0


def seen(made: Hardness | NoNumber) -> Hardness:
    assert isinstance(made, Hardness)
    return made


CHANCES = {"building": Band(0.9, 1.0), "permitted": Band(0.5, 0.8), "developing": Band(0.0, 0.5)}
PIPELINE = {
    # state        MWh a year or MW                                                            GWh   low  high
    "stands":  {"status": "realised", "expected_mwh": 20_000},                               # 20
    "rises":   {"status": "building", "expected_mwh": 10_000},                               # 10    9    10
    "allowed": {"status": "permitted", "capacity": 4, "capacity_unit": "MW"},                # 9.42  4.71 7.536 (2355 h)
    "field":   {"status": "developing", "technology": "solar_field", "capacity": 10_000, "capacity_unit": "kWp"},  # 8.34  0  4.17
    "unknown": {"status": "developing"},                                                     # not known
    "gone":    {"status": "cancelled", "expected_mwh": 99_000},
    "roof":    {"status": "building", "technology": "solar_roof", "capacity": 15, "capacity_unit": "kWp"},  # too small to count
    "heat":    {"status": "building", "technology": "heat", "expected_mwh": 5_000},
}  # fmt: skip


def test_the_pipeline_by_how_hard_it_is() -> None:
    made = seen(hardness(projects(PIPELINE), GWH, chances=CHANCES))
    assert [(one.state, one.count, round(one.amount, 2)) for one in made.stocks] == [
        ("realised", 1, 20.0),
        ("building", 1, 10.0),
        ("permitted", 1, 9.42),
        ("developing", 2, 8.34),
    ]
    assert made.of("building", "permitted") == pytest.approx(19.42)
    assert (made.pipeline.low, made.pipeline.high) == pytest.approx((13.71, 21.706))


def test_from_megawatts_is_an_estimate_and_what_is_not_known_is_counted_and_not_zero() -> None:
    made = seen(hardness(projects(PIPELINE), GWH, chances=CHANCES))
    assert {one.state: (one.estimated, one.unknown) for one in made.stocks} == {
        "realised": (0, 0), "building": (0, 0), "permitted": (1, 0), "developing": (1, 1),
    }  # fmt: skip
    assert (made.is_estimated, made.unknown) == (True, 1)


def test_what_was_finished_after_the_measured_figure_comes_for_certain_and_what_is_too_late_does_not_count() -> None:
    rows = {
        "before": {"realised_on": "2024-05-01", "expected_mwh": 1_000},
        "after": {"realised_on": "2025-05-01", "expected_mwh": 2_000},
        "undated": {"expected_mwh": 4_000},
        "late": {"status": "building", "expected_on": "2031-02-01", "expected_mwh": 8_000},
        "in time": {"status": "building", "expected_on": "2030-12-31", "expected_mwh": 16_000},
    }
    made = seen(hardness(projects(rows), GWH, chances=CHANCES, counted_until=date(2024, 12, 31), by=2030))
    assert made.pipeline == Band(2 + 16 * 0.9, 2 + 16)
    assert (made.of("realised"), made.realised_since.count, made.too_late, made.undated) == (5.0, 1, 1, 0)


def test_without_a_project_that_counts_the_pipeline_is_not_recorded_and_with_only_what_stands_it_is_empty() -> None:
    assert why(hardness(projects({"heat": PIPELINE["heat"]}), GWH)) is Why.NOT_RECORDED
    assert seen(hardness(projects({"stands": PIPELINE["stands"]}), GWH)).pipeline == Band(0, 0)


def test_only_panels_count_for_a_goal_in_capacity_and_no_project_for_one_of_dwellings() -> None:
    made = seen(hardness(projects(PIPELINE), "solar_capacity_kwp", chances=CHANCES))
    assert made.of("building", "permitted", "developing") == 15 + 10_000
    assert why(hardness(projects(PIPELINE), "gas_free_dwellings_count")) is Why.PROJECTS_DO_NOT_COUNT


def test_the_order_of_the_projects_does_not_matter() -> None:
    assert hardness(projects(PIPELINE), GWH) == hardness(projects(PIPELINE).iloc[::-1], GWH)


def test_the_goal_that_counts_is_the_first_whose_term_has_not_passed() -> None:
    targets = {
        "a": {"code": "GM9003", "indicator": GWH, "value": 90, "year": 2025, "scope": "municipal"},
        "b": {"code": "GM9003", "indicator": GWH, "value": 200, "year": 2040, "scope": "municipal"},
        "c": {"code": "GM9003", "indicator": GWH, "value": 120, "year": 2030, "scope": "municipal", "decided_on": "2021-07-01"},
        "d": {"area": "haven", "indicator": GWH, "value": 7, "year": 2030, "scope": "area"},
        "e": {"code": "NL00", "indicator": GWH, "value": 35_000, "year": 2030, "scope": "national"},
        "f": {"code": "GM9003", "indicator": GWH, "year": 2030, "scope": "municipal"},
    }  # fmt: skip
    known = goals(table("target", targets))
    picked = [goal_of(known, GWH, year, code="GM9003") for year in (2024, 2026, 2031, 2050)]
    assert [one.id for one in picked if isinstance(one, Goal)] == ["a", "c", "b", "b"]
    assert isinstance(picked[1], Goal)
    assert picked[1].decided_on == date(2021, 7, 1)
    area, land = goal_of(known, GWH, 2026, area="haven"), goal_of(known, GWH, 2026, code="NL01")
    assert (isinstance(area, Goal) and area.value, isinstance(land, Goal) and land.value) == (7.0, 35_000.0)
