"""Pace: needed and actual, their factor, the year the goal is reached; and every case in which there is none."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.metrics.steering.places import goal
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.pace import LATEST, Bounds, Light, Pace, Verdict, pace
from transition.metrics.steering.result import Points

NAN = math.nan


def series(*values: float, last: int = 2024, status: str = "final") -> Points:
    return [(str(last - len(values) + 1 + at), value, status) for at, value in enumerate(values)]


def seen(goal: Goal, points: Points, **more: object) -> Pace:
    made = pace(goal, points, **more)  # type: ignore[arg-type]
    assert isinstance(made, Pace)
    return made


def code(made: object) -> object:
    """The number, or the code of why there is none."""
    return made.why if isinstance(made, NoNumber) else made


def test_the_national_check_of_domain_5_3_needs_0_6_twh_a_year() -> None:
    made = seen(goal(35.0), [("2024", 31.4, "provisional_revised")])
    assert made.needed == pytest.approx(0.6)
    assert made.actual == no_number(Why.TOO_FEW_POINTS, found=1, needed=4)


@pytest.mark.parametrize(
    ("made", "values", "needed", "actual", "factor", "year"),
    [  # goal          the last years            needed  actual           factor           reached in
        (goal(100.0), (40, 50, 60, 70),            5.0,  10.0,            2.0,             2027),
        (goal(100.0), (55, 60, 65, 70),            5.0,   5.0,            1.0,             2030),
        (goal(100.0), (58, 62, 66, 70),            5.0,   4.0,            0.8,             2032),
        (goal(100.0), (64, 66, 68, 70),            5.0,   2.0,            0.4,             2039),
        (goal(100.0), (70, 80, 90, 100),           Why.REACHED, 10.0,     Why.REACHED,     Why.REACHED),
        (goal(100.0), (70, 80, 90, 130),           Why.REACHED, 20.0,     Why.REACHED,     Why.REACHED),
        (goal(100.0), (70, 75, 65, 70),            5.0,   0.0,            Why.NO_GROWTH,   Why.NO_GROWTH),
        (goal(100.0), (76, 75, 65, 70),            5.0,  -2.0,            Why.NO_GROWTH,   Why.NO_GROWTH),
        (goal(100.0, 2024), (40, 50, 60, 70),      Why.TERM_PASSED, 10.0, Why.TERM_PASSED, 2027),
        (goal(100.0, 2020), (76, 75, 65, 70),      Why.TERM_PASSED, -2.0, Why.TERM_PASSED, Why.NO_GROWTH),
        (goal(100.0), (50, 60, 70),                5.0, Why.TOO_FEW_POINTS, Why.TOO_FEW_POINTS, Why.TOO_FEW_POINTS),
        (goal(100.0), (40, NAN, 60, 70),           5.0, Why.TOO_FEW_POINTS, Why.TOO_FEW_POINTS, Why.TOO_FEW_POINTS),
        (goal(100.0), (30, 40, 50, 60, NAN),       40 / 7, 10.0,          1.75,            2027),
        (goal(100.0), (69.7, 69.8, 69.9, 70),      5.0,   0.1,            0.02,            Why.TOO_FAR_AWAY),
    ],
)  # fmt: skip
def test_worked_examples(
    made: Goal, values: tuple[float, ...], needed: object, actual: object, factor: object, year: object
) -> None:
    found = seen(made, series(*values))
    for got, expected in zip((found.needed, found.actual, found.factor), (needed, actual, factor), strict=True):
        assert code(got) == (expected if isinstance(expected, Why) else pytest.approx(expected, abs=1e-9))
    assert code(found.year) == year


def test_a_goal_that_goes_down_counts_what_went_down_as_progress() -> None:
    down = goal(800.0, indicator="gas_use_m3_per_dwelling", baseline=1200)
    made = seen(down, series(1160, 1120, 1080, 1040))
    assert (made.needed, made.actual, made.factor, made.year) == (40.0, 40.0, 1.0, 2030)
    assert code(seen(down, series(1000, 1010, 1020, 1040)).year) is Why.NO_GROWTH


def test_a_break_after_the_first_of_the_years_leaves_no_pace_and_says_which() -> None:
    breaks = {"2022": "Andere meting"}
    found = seen(goal(), series(40, 50, 60, 70), breaks=breaks)
    assert found.actual == found.factor == no_number(Why.DEFINITION_BREAK, period="2022", because="Andere meting")
    assert found.needed == 5.0
    assert seen(goal(), series(40, 50, 60, 70), breaks={"2021": "Andere meting"}).actual == 10.0


def test_another_outline_leaves_no_pace_either_and_is_another_reason() -> None:
    found = seen(goal(), series(40, 50, 60, 70), redrawn={"2023": "Weesp"})
    assert found.actual == no_number(Why.BOUNDARY_BREAK, period="2023", because="Weesp")
    assert seen(goal(), series(40, 50, 60, 70), redrawn={"2021": "Weesp"}).actual == 10.0


def test_without_any_figure_or_goal_the_reason_comes_back() -> None:
    assert code(pace(goal(), series(NAN, NAN))) is Why.NO_FIGURE
    assert code(pace(no_number(Why.NO_GOAL), series(1, 2, 3, 4))) is Why.NO_GOAL


@pytest.mark.parametrize(
    ("first", "verdict"),
    [  # 70 in 2024 and 5 a year needed: factor 1, just below, 0.7, just below
        (55.0, Verdict.ON_SCHEDULE),
        (55.1, Verdict.ATTENTION),
        (59.5, Verdict.ATTENTION),
        (59.6, Verdict.BEHIND),
    ],
)
def test_the_light_by_its_bounds(first: float, verdict: Verdict) -> None:
    light = seen(goal(), series(first, 60, 65, 70)).light
    assert isinstance(light, Light)
    assert (light.verdict, light.bounds) == (verdict, Bounds(1.0, 0.7))


def test_a_verdict_on_provisional_figures_is_marked_and_one_on_final_figures_is_not() -> None:
    points = [*series(40, 50, 60, last=2023), ("2024", 70.0, "provisional_revised")]
    marked, plain = seen(goal(), points).light, seen(goal(), series(40, 50, 60, 70)).light
    assert isinstance(marked, Light)
    assert isinstance(plain, Light)
    assert (marked.is_provisional, marked.marks) == (True, ("provisional_revised",))
    assert (plain.is_provisional, plain.marks) == (False, ())


def test_the_number_of_years_can_be_chosen_and_is_shown() -> None:
    found = seen(goal(), series(10, 50, 60, 70), years=1)
    assert (found.actual, found.years, found.since, found.until) == (10.0, 1, "2023", "2024")


VALUES = st.lists(st.one_of(st.floats(min_value=0, max_value=1e6), st.just(NAN)), min_size=1, max_size=8)


@given(VALUES, st.floats(min_value=0.001, max_value=1e6), st.integers(min_value=2015, max_value=2060), st.randoms())
def test_no_year_is_ever_infinite_or_beyond_2100_and_the_order_of_the_years_does_not_matter(
    values: list[float], value: float, year: int, random: object
) -> None:
    points = series(*values)
    found = pace(goal(value, year), points)
    mixed = list(points)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert pace(goal(value, year), mixed) == found
    if isinstance(found, Pace):
        assert isinstance(found.year, NoNumber) or 2024 - len(values) < found.year <= LATEST
        assert all(
            isinstance(one, NoNumber) or math.isfinite(one) for one in (found.needed, found.actual, found.factor)
        )
        assert isinstance(found.light, Light) == isinstance(found.factor, float)


@given(
    st.floats(min_value=1, max_value=1e5),
    st.floats(min_value=0.1, max_value=1e4),
    st.integers(min_value=1, max_value=30),
)
def test_who_goes_on_exactly_as_fast_as_needed_is_there_in_the_year_of_the_goal(
    start: float, step: float, ahead: int
) -> None:
    points = series(*(start + step * at for at in range(4)))
    found = seen(goal(points[-1][1] + step * ahead, 2024 + ahead), points)
    assert found.factor == pytest.approx(1)
    assert found.year == 2024 + ahead
    assert isinstance(found.light, Light)
