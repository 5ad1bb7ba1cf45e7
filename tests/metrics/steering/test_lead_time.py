"""Lead times with running cases counted as 'at least so long', waiting by cause, and areas that stand still."""

from datetime import date
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.metrics.register_tables import area, reached, table, tables
from transition.domain.register.choices import BLOCKAGES
from transition.metrics.area_steps import steps
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.steering.lead_time import lead_times, spells, waiting
from transition.metrics.steering.stalled import Stands, stalled
from transition.metrics.steering.survival import Median, kaplan_meier, median

TODAY = date(2026, 11, 23)
TREATED = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
"""Freireich and others (1963): weeks in remission of 21 patients with 6-MP; + is still in remission. In every textbook on survival."""
PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"


def cases(text: str) -> list[tuple[float, bool]]:
    return [(float(one.rstrip("+")), one.endswith("+")) for one in text.split()]


def test_the_textbook_example_of_kaplan_and_meier() -> None:
    curve = [(days, round(left, 3)) for days, left in kaplan_meier(cases(TREATED))]
    assert curve == [(6, 0.857), (7, 0.807), (10, 0.753), (13, 0.69), (16, 0.627), (22, 0.538), (23, 0.448)]
    assert median(cases(TREATED)) == Median(23, n=21, open=12)
    assert median(cases(PLACEBO)) == Median(8, n=21, open=0)


@pytest.mark.parametrize(
    ("some", "expected"),
    [
        ("10 20 30", Median(20, 3, 0)),
        ("10 20 30 40", Median(20, 4, 0)),  # the first day on which no more than half goes on
        ("10 20 30 40+ 50+", Median(30, 5, 2)),
        ("10 20", no_number(Why.TOO_FEW_CASES, found=2, needed=3, open=0)),
        ("10 20 30+", no_number(Why.TOO_FEW_CASES, found=2, needed=3, open=1)),
        ("", no_number(Why.TOO_FEW_CASES, found=0, needed=3, open=0)),
        ("1 2 3 9+ 9+ 9+ 9+", no_number(Why.MEDIAN_STILL_OPEN, n=7, open=4, at_least=9.0)),
    ],
)
def test_the_median_and_when_there_is_none(some: str, expected: object) -> None:
    assert median(cases(some)) == expected


SOME = st.lists(st.tuples(st.integers(0, 400).map(float), st.booleans()), max_size=30)


@given(SOME, st.randoms())
def test_the_order_of_the_cases_does_not_matter_and_the_curve_only_falls(
    some: list[tuple[float, bool]], random: object
) -> None:
    curve = [left for _, left in kaplan_meier(some)]
    assert all(1 >= one >= other >= 0 for one, other in pairwise(curve))
    mixed = list(some)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert median(mixed) == median(some)


@given(SOME)
def test_a_case_that_goes_on_never_makes_the_median_shorter(some: list[tuple[float, bool]]) -> None:
    before, after = median(some), median([*some, (500.0, True)])
    if isinstance(before, Median) and isinstance(after, Median):
        assert after.days >= before.days


def spelled(phase: str = "ladder") -> dict[tuple[str, str], tuple[int, bool]]:
    found = tables()
    areas = found["area_process"].assign(
        start=pd.to_datetime(
            pd.Series({"haven": "2023-01-01", "molen": None, "dorp": "2026-01-01", "oud": "2025-01-01"})
        )
    )
    made = spells(steps(areas, found["milestone"], found["method_phase"]), areas, TODAY, phase)
    rows = zip(made["area"], made["phase"], made["days"], made["is_open"], strict=True)
    return {(area, phase): (int(days), bool(is_open)) for area, phase, days, is_open in rows}


def test_days_per_phase_of_the_common_ladder() -> None:
    assert {phase: spell for (area, phase), spell in spelled().items() if area == "haven"} == {
        "explore": (31, False),    # 1 January to 1 February 2023
        "organise": (221, False),  # to 10 September 2023; W2 was never recorded, and W3 came after it
        "decide": (599, False),    # to 1 May 2025; W4 is only there if needed
        "finance": (571, True),    # since then, W5 is open
    }  # fmt: skip
    assert spelled()["dorp", "explore"] == (326, True)


def test_where_the_begin_is_not_recorded_there_is_no_first_phase_and_the_next_one_counts() -> None:
    molen = {phase: spell for (area, phase), spell in spelled().items() if area == "molen"}
    assert molen == {"organise": (59, False), "decide": (61, False), "finance": (31, False), "operate": (30, False)}
    assert not any(is_open for _, is_open in molen.values())


def test_days_per_step_of_a_method_card() -> None:
    found = spelled("code")
    assert found["haven", "W1"] == (221, False)
    assert ("haven", "W2") not in found  # nobody recorded when
    assert ("haven", "W3") not in found  # nor, then, when this began
    assert found["oud", "X1"] == (90, False)


def test_the_median_per_theme_and_phase_names_its_cases() -> None:
    rows = [
        (f"a{at}", "energy_hub", "design", None, None, days, is_open)
        for at, (days, is_open) in enumerate(cases("10 20 30 99+"))
    ]
    [made] = lead_times(pd.DataFrame(rows, columns=["area", "theme", "phase", "begin", "end", "days", "is_open"]))
    assert (made.theme, made.phase, made.median, made.n, made.open) == ("energy_hub", "design", Median(20, 4, 1), 4, 1)


def test_an_area_that_was_stopped_has_no_running_phase() -> None:
    areas = table("area_process", {"a": area("A", state="stopped", start="2024-01-01")})
    found = tables()
    milestones = table("milestone", reached("a", W0="2024-03-01"))
    made = spells(steps(areas, milestones, found["method_phase"]), areas, TODAY)
    assert made["phase"].tolist() == ["explore"]


def test_waiting_by_cause_counts_from_the_first_plan_with_the_open_ones_named() -> None:
    areas = table("area_process", {"a": area("A"), "b": area("B", state="stopped")})
    held = {
        # step   cause    planned       achieved          days late
        "a.1": ("grid", "2026-01-01", "2026-01-11"),     # 10
        "a.2": ("grid", "2026-01-01", "2026-01-31"),     # 30
        "a.3": ("grid", "2026-01-01", "2025-12-01"),     # 0: early
        "a.4": ("grid", "2026-01-01", None),             # 326, and it goes on
        "a.5": ("grid", None, None),                     # nobody said when it was planned
        "a.6": ("money", "2027-01-01", None),            # not due yet: 0 so far
        "b.1": ("money", "2026-01-01", None),            # its area was stopped
    }  # fmt: skip
    rows = {
        id: {"area": id[0], "code": id, "blockage": cause, "planned": planned, "actual": day}
        for id, (cause, planned, day) in held.items()
    }
    grid, money = waiting(table("milestone", rows), areas, BLOCKAGES, TODAY)
    assert (grid.cause, grid.median, grid.n, grid.open) == ("grid", Median(10, 4, 1), 4, 1)
    assert (grid.longest, grid.undated) == (326, 1)
    assert (money.cause, money.n, money.open) == ("money", 1, 1)
    assert isinstance(money.median, NoNumber)


def rows_of(text: str, theme: str = "energy_hub", phase: str = "design") -> pd.DataFrame:
    found = [
        (f"{phase}{at}", theme, phase, None, None, int(days), is_open) for at, (days, is_open) in enumerate(cases(text))
    ]
    return pd.DataFrame(found, columns=["area", "theme", "phase", "begin", "end", "days", "is_open"])


def test_an_area_stands_still_when_three_quarters_of_the_comparable_areas_were_through_sooner() -> None:
    found = stalled(rows_of("100 110 120 130 200 131+ 90+"))
    # without itself: 100 110 120 130 200 and 90+; after 130 days 1 of 5 is left
    slow, quick = found["design5"], found["design6"]
    assert (slow.days, slow.limit, slow.stands) == (131, Median(130, 6, 1), Stands.STILL)
    assert (quick.days, quick.stands) == (90, Stands.WITHIN)


def test_areas_of_another_theme_or_phase_are_not_comparable_and_with_few_nothing_is_said() -> None:
    found = stalled(
        pd.concat([rows_of("1 1 1 1 900+"), rows_of("2 2 2 2 2", phase="build"), rows_of("2 2 2", theme="other")])
    )
    assert list(found) == ["design4"]
    assert found["design4"].stands == no_number(Why.TOO_FEW_CASES, found=4, needed=5, open=0)
