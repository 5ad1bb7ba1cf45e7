"""One goal with everything that is said of it: the worked check of the reference, what is assumed, and what cannot be said."""

import pytest

from tests.metrics.steering.places import GWH, goal, projects
from transition.domain.what_if import WhatIf
from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.steering import stated
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import Hardness, hardness
from transition.metrics.steering.outcome import Outcome, Series, assumed_chances, assumed_goal, measured_until, outcome
from transition.metrics.steering.pace import Light, Pace, Verdict
from transition.metrics.steering.result import Expected, Realised, Result
from transition.published import published_figures

GROWING = Series([("2021", 20.0, "final"), ("2022", 25.0, "final"), ("2023", 30.0, "final"), ("2024", 35.0, "final")])
NOTHING = no_number(Why.NOT_RECORDED)


def pace_of(found: Outcome) -> Pace:
    assert isinstance(found.pace, Pace)
    return found.pace


def test_the_country_has_31_4_of_35_twh_needs_0_6_a_year_and_comes_to_35_7() -> None:
    figures = published_figures()
    national = next(one for one in stated.goals(figures) if one.code == "NL01")
    said = stated.of_country(figures, "NL01")
    assert said is not None
    found = outcome(GWH, national, said.series, NOTHING, stated_pipeline=said.pipeline)
    assert isinstance(found.result, Result)
    assert found.result.realised.value == 31_400.0
    assert found.result.remaining == pytest.approx(3_600.0)
    assert pace_of(found).needed == pytest.approx(600.0)
    assert isinstance(pace_of(found).actual, NoNumber)
    assert isinstance(found.expected, Expected)
    assert found.expected.amount.low == pytest.approx(35_700.0)
    assert found.expected.is_reached == "yes"
    assert (said.series.assumed_period, stated.ambition(figures, "NL01")) == ("2024", (55_000.0,))


def test_the_national_publication_says_nothing_of_an_example_country() -> None:
    assert stated.of_country(published_figures(), "DG01") is None


def test_every_absent_piece_has_a_reason() -> None:
    found = outcome(GWH, no_number(Why.NO_GOAL, indicator=GWH), Series(), NOTHING)
    pieces = (
        found.goal,
        found.realised,
        found.result,
        found.pace,
        found.hardness,
        found.pipeline,
        found.expected,
        found.cover,
    )
    assert all(isinstance(piece, NoNumber) for piece in pieces)
    assert measured_until(found.series) is None


def test_goal_pace_and_pipeline_stand_together() -> None:
    coming = hardness(projects({"a": {"status": "permitted", "expected_mwh": 10_000.0}}), GWH)
    found = outcome(GWH, goal(95.0), GROWING, coming)
    assert isinstance(found.realised, Realised)
    assert (found.realised.value, pace_of(found).needed, pace_of(found).actual) == (35.0, 10.0, 5.0)
    assert found.pipeline == Band(6.0, 9.0)
    assert isinstance(found.expected, Expected)
    assert found.expected.amount == Band(41.0, 44.0)
    assert not found.is_assumed


@pytest.mark.parametrize(
    ("assumed", "factor"),
    [
        (WhatIf(), 0.5),
        (WhatIf(target=65.0), 1.0),
        (WhatIf(year=2036), 1.0),
        (WhatIf(pace=20.0), 2.0),
        (WhatIf(permitted=50.0), 0.5),
    ],
)
def test_what_is_assumed_goes_through_the_same_sums(assumed: WhatIf, factor: float) -> None:
    coming = hardness(
        projects({"a": {"status": "permitted", "expected_mwh": 10_000.0}}), GWH, chances=assumed_chances(assumed)
    )
    found = outcome(GWH, assumed_goal(goal(95.0), assumed, GWH), GROWING, coming, assumed=assumed)
    assert pace_of(found).factor == pytest.approx(factor)
    assert found.is_assumed == assumed.is_set
    if assumed.permitted is not None:
        assert found.pipeline == Band(5.0, 5.0)


def test_a_target_alone_becomes_a_goal_for_2030_and_a_year_alone_none() -> None:
    none = no_number(Why.NO_GOAL, indicator=GWH)
    made = assumed_goal(none, WhatIf(target=40.0), GWH, code="GM9003")
    assert isinstance(made, Goal)
    assert (made.value, made.year, made.code) == (40.0, 2030, "GM9003")
    assert assumed_goal(none, WhatIf(year=2035), GWH) is none


def test_nobody_is_called_late_on_half_of_what_counts() -> None:
    half = Series(GROWING.points, is_lower_bound=True, wind_count=0)
    late = outcome(GWH, goal(95.0), GROWING, NOTHING)
    assert isinstance(pace_of(late).light, Light)
    light = pace_of(outcome(GWH, goal(95.0), half, NOTHING)).light
    assert isinstance(light, NoNumber)
    assert light.why is Why.LOWER_BOUND
    good = pace_of(outcome(GWH, goal(60.0), half, NOTHING)).light
    assert isinstance(good, Light)
    assert good.verdict is Verdict.ON_SCHEDULE


def test_with_recorded_projects_no_wind_is_no_reason_to_say_nothing() -> None:
    half = Series(GROWING.points, is_lower_bound=True, wind_count=0)
    some = hardness(projects({"a": {"status": "permitted", "technology": "solar_field", "expected_mwh": 1_000.0}}), GWH)
    assert isinstance(some, Hardness)
    assert isinstance(pace_of(outcome(GWH, goal(95.0), half, some)).light, Light)
