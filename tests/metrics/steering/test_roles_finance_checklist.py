"""Roles against the rules, money without mixing prices, and the checklist with unknown kept apart."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.metrics.register_tables import table
from transition.domain.register.choices import ACTIVITIES, NORMS
from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.steering.checklist import checklist
from transition.metrics.steering.finance import finance
from transition.metrics.steering.roles import RoleCheck, role_checks

USUAL = {"council": "A", "executive": "R", "local_lead": "C"}


def roles(rows: Mapping[str, Mapping[str, str]]) -> pd.DataFrame:
    """Activity -> letters, all in one area."""
    return table("role", {f"a.{name}": {"area": "a", "activity": name, **letters} for name, letters in rows.items()})


def checked(rows: Mapping[str, Mapping[str, str]]) -> RoleCheck:
    made = role_checks(roles(rows), ["a"])["a"]
    assert isinstance(made, RoleCheck)
    return made


def test_every_activity_has_exactly_one_accountable() -> None:
    rows = dict.fromkeys(ACTIVITIES, USUAL)
    rows |= {
        "design": {"local_lead": "RA", "team": "S"},
        "frames": {"council": "C"},
        "grid": {"grid_operator": "RA", "council": "A"},
    }
    made = checked(rows)
    assert (made.without, made.several, made.local_carries_out) == (("frames",), ("grid",), ("design",))
    assert (made.is_world_a, made.is_right, made.recorded, made.of) == (False, False, 8, 8)


def test_a_local_lead_that_carries_out_nothing_is_world_a() -> None:
    assert checked(dict.fromkeys(ACTIVITIES, USUAL)).is_world_a is True


def test_with_rows_missing_nobody_says_world_a_and_without_rows_nothing_is_right() -> None:
    made = checked({"frames": USUAL, "design": USUAL})
    assert made.is_world_a == no_number(Why.INCOMPLETE, recorded=2.0, of=8.0)
    assert checked({"design": {"local_lead": "RA"}}).is_world_a is False
    assert role_checks(roles({"frames": USUAL}), ["a", "b"])["b"] == no_number(Why.NOT_RECORDED)


def lines(rows: Mapping[str, tuple[Any, ...]]) -> pd.DataFrame:
    """id starting with the area -> kind or certainty, amount, price level."""
    made = {}
    for id, (kind, amount, *level) in rows.items():
        what = {"kind": "cost"} if kind == "cost" else {"kind": "cover", "certainty": kind or None}
        made[id] = {"area": id[0], "label": id, "amount": amount, "price_level": (level or [2026])[0], **what}
    return table("finance_line", made)


MONEY = {
    "a1": ("cost", 1000), "a2": ("committed", 400), "a3": ("applied", 100), "a4": ("expected", 50), "a5": ("", 30),
    "b1": ("cost", 500), "b2": ("committed", 600),
    "c1": ("committed", 900),
}  # fmt: skip


@pytest.mark.parametrize(
    ("areas", "cost", "cover", "covered", "still_open", "gap"),
    [
        ("a", 1000, {"committed": 400, "applied": 100, "expected": 50, "unsure": 30}, 0.4, 600, 420),
        ("b", 500, {"committed": 600}, 1.2, 0, 0),
        ("ab", 1500, {"committed": 1000, "applied": 100, "expected": 50, "unsure": 30}, 2 / 3, 600, 420),
    ],
)
def test_cost_cover_and_gap(
    areas: str, cost: float, cover: dict[str, float], covered: float, still_open: float, gap: float
) -> None:
    """Too much in b fills no hole in a; only what was promised counts as covered."""
    made = finance(lines(MONEY), list(areas))
    assert (made.cost, made.cover, made.open, made.gap) == (cost, cover, still_open, gap)
    assert made.covered == pytest.approx(covered)


def test_areas_without_a_cost_are_counted_and_their_cover_is_left_out() -> None:
    made = finance(lines(MONEY), ["a", "b", "c", "d"])
    assert (made.cost, made.with_cost, made.of, made.cover_without_cost, made.is_lower_bound) == (1500, 2, 4, 1, True)
    none = finance(lines(MONEY), ["c", "d"])
    assert (none.cost, none.covered, none.gap) == (no_number(Why.NO_COST),) * 3


def test_a_cost_without_any_cover_recorded_is_not_recorded_as_uncovered() -> None:
    made = finance(lines({"a1": ("cost", 80)}), ["a"])
    assert (made.cost, made.with_cover, made.cover) == (80, 0, {})
    assert made.covered == made.open == made.gap == no_number(Why.NOT_RECORDED)
    more = finance(lines({"a1": ("cost", 80), "b1": ("cost", 20), "b2": ("applied", 5)}), ["a", "b"])
    assert (more.cost, more.cost_with_cover, more.with_cost, more.with_cover) == (100, 20, 2, 1)
    assert (more.covered, more.open, more.gap) == (0.0, 20, 15)


def test_prices_of_unlike_years_in_one_area_are_not_added_up_unless_an_index_says_how() -> None:
    rows = lines({"a1": ("cost", 1000, 2020), "a2": ("committed", 550, 2025)})
    mixed = finance(rows, ["a"])
    assert mixed.cost == mixed.covered == mixed.gap == no_number(Why.MIXED_PRICE_LEVELS, years=(2020, 2025))
    made = finance(rows, ["a"], index={2020: 100.0, 2025: 110.0}, to=2025)
    assert (made.cost, made.covered) == (pytest.approx(1100), pytest.approx(0.5))
    assert (made.price_levels, made.is_recalculated, made.is_mixed) == ((2025,), True, False)
    assert isinstance(finance(rows, ["a"], index={2025: 110.0}, to=2025).cost, NoNumber)


def test_a_sum_over_areas_says_which_prices_it_holds_and_leaves_out_areas_that_mix_them() -> None:
    rows = {
        "a1": ("cost", 1000, 2020),
        "a2": ("committed", 550, 2025),
        "b1": ("cost", 70, 2021),
        "c1": ("cost", 5, 2024),
    }
    made = finance(lines(rows), ["a", "b", "c"])
    assert (made.cost, made.with_cost, made.of, made.unlike_prices) == (75, 2, 3, 1)
    assert (made.price_levels, made.is_mixed, made.is_lower_bound) == ((2021, 2024), True, True)


def items(answers: Mapping[str, str], proven: bool = False) -> pd.DataFrame:
    evidence = "https://x.example" if proven else None
    rows = {
        norm: {
            "municipality": "GM9003",
            "norm": norm,
            "answer": answer,
            "answered_on": "2026-01-01",
            "evidence": evidence,
        }
        for norm, answer in answers.items()
    }
    return table("checklist_item", rows)


def test_unknown_is_no_answer_and_not_recorded_is_another_thing() -> None:
    answers = dict(zip(NORMS, ("yes", "yes", "yes", "partly", "no", "unknown", "unknown"), strict=False))
    made = checklist(items(answers, proven=True), "GM9003")
    assert (made.yes, made.partly, made.no, made.unknown, made.not_recorded, made.of) == (3, 1, 1, 2, 5, 12)
    assert (made.share, made.proven) == (0.6, 4)
    assert (made.band.low, made.band.high) == pytest.approx((3 / 12, 11 / 12))


def test_a_municipality_that_answered_nothing_has_no_score() -> None:
    made = checklist(items({"measured": "yes"}), "GM9004")
    assert (made.share, made.not_recorded, made.band) == (no_number(Why.NOT_RECORDED), 12, Band(0, 1))


ANSWERS = st.dictionaries(st.sampled_from(list(NORMS)), st.sampled_from(["yes", "partly", "no", "unknown"]), min_size=1)


@settings(max_examples=10)
@given(ANSWERS, st.data())
def test_forgetting_an_answer_never_narrows_the_band_and_the_parts_make_12(
    answers: dict[str, str], data: st.DataObject
) -> None:
    forgotten = data.draw(st.sampled_from(sorted(answers)))
    made = checklist(items(answers), "GM9003")
    assert made.yes + made.partly + made.no + made.unknown + made.not_recorded == 12
    for less in ({**answers, forgotten: "unknown"}, {norm: one for norm, one in answers.items() if norm != forgotten}):
        band = checklist(items(less), "GM9003").band
        assert band.low <= made.band.low
        assert band.high >= made.band.high
