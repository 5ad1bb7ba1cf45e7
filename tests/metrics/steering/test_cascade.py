"""The goal cascade: areas to a municipality, municipalities to a region, regions to the country."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.metrics.register_tables import area, table
from tests.metrics.steering.places import GWH, goal, projects
from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.steering.area_plans import of_municipality
from transition.metrics.steering.bids import bids_gwh
from transition.metrics.steering.cascade import Cascade, Twice, of_codes
from transition.metrics.steering.goal import Goal, goals
from transition.published import published_figures

HERE = "GM9003"


def targets(rows: Mapping[str, Mapping[str, Any]]) -> list[Goal]:
    usual = {"indicator": GWH, "year": 2030, "scope": "area"}
    return goals(table("target", {id: {**usual, **row} for id, row in rows.items()}))


def tables(areas: Mapping[str, Mapping[str, Any]], rows: Mapping[str, Mapping[str, Any]]) -> dict[str, pd.DataFrame]:
    return {"area_process": table("area_process", areas), "project": projects(rows)}


AREAS = {
    "haven": area("Haven"),
    "grens": area("Grens", municipalities=("GM9003", "GM9004")),
    "dorp": area("Dorp"),
    "leeg": area("Leeg"),
    "later": area("Later"),
    "ginder": area("Ginder", municipalities=("GM9004",)),
    "gestopt": area("Gestopt", state="stopped"),
}
TARGETS = {
    "t1": {"area": "haven", "value": 40},
    "t2": {"area": "grens", "value": 10},
    "t3": {"area": "later", "value": 99, "year": 2035},
    "t4": {"area": "ginder", "value": 70},
    "t5": {"area": "gestopt", "value": 60},
    "t6": {"code": HERE, "value": 100, "scope": "municipal"},
}
PROJECTS = {
    "in haven": {"area": "haven", "expected_mwh": 15_000, "capacity": 6, "capacity_unit": "MW"},
    "in dorp": {"area": "dorp", "expected_mwh": 5_000, "status": "permitted"},
    "unsized in dorp": {"area": "dorp"},
    "apart": {"expected_mwh": 8_000, "capacity": 3, "capacity_unit": "MW"},
    "haven again": {"expected_mwh": 15_000, "capacity": 6_000, "capacity_unit": "kWp"},
    "size unknown": {},
    "elsewhere": {"municipality": "GM9004", "expected_mwh": 4_000},
    "cancelled": {"status": "cancelled", "expected_mwh": 4_000},
}


def municipality(**more: Any) -> Cascade:
    made = of_municipality(HERE, goal(100.0, code=HERE), GWH, 2030, tables(AREAS, PROJECTS), targets(TARGETS), **more)
    assert isinstance(made, Cascade)
    return made


def test_the_areas_and_the_projects_apart_against_the_goal_of_the_municipality() -> None:
    made = municipality()
    assert [(one.part, one.amount) for one in made.promises] == [
        ("dorp", Band(5, 5)),          # no goal of its own: what its projects bring
        ("grens", Band(0, 10)),        # lies in two municipalities
        ("haven", Band(40, 40)),       # its goal; its project is in it
        ("apart", Band(8, 8)),
        ("haven again", Band(0, 15)),  # looks like the project in Haven
    ]  # fmt: skip
    assert made.promised == Band(53, 78)
    assert made.covered == Band(0.53, 0.78)
    assert made.gap == Band(22, 47)


def test_what_is_missing_is_named_with_the_years_it_does_have_and_makes_the_sum_a_lower_bound() -> None:
    made = municipality()
    assert [(one.part, one.other_years) for one in made.missing] == [
        ("later", (2035,)),
        ("leeg", ()),
        ("size unknown", ()),
        ("unsized in dorp", ()),  # its area promises at least what its other project brings
    ]
    assert (made.is_lower_bound, made.parts_count) == (True, 9)


def test_what_may_be_counted_twice_is_named() -> None:
    assert {(one.kind, one.ids, one.amount, one.is_in_band) for one in municipality().double} == {
        (Twice.AREA_IN_SEVERAL, ("grens", "GM9003", "GM9004"), 10.0, True),
        (Twice.PROJECT_IN_AREA, ("haven", "in haven"), 15.0, False),
        (Twice.PROJECT_RECORDED_TWICE, ("haven again", "in haven"), 15.0, True),
    }


def test_areas_of_a_former_municipality_belong_to_the_one_it_went_into() -> None:
    made = municipality(became={"GM9004": ("GM9003",)})
    by_part = {one.part: one.amount for one in made.promises}
    assert (by_part["grens"], by_part["ginder"], by_part["elsewhere"]) == (Band(10, 10), Band(70, 70), Band(4, 4))


def test_the_order_of_the_records_does_not_matter() -> None:
    backwards = {kind: rows.iloc[::-1] for kind, rows in tables(AREAS, PROJECTS).items()}
    turned = dict(reversed(TARGETS.items()))
    assert of_municipality(HERE, goal(100.0, code=HERE), GWH, 2030, backwards, targets(turned)) == municipality()


@pytest.mark.parametrize("areas", [{}, {"leeg": AREAS["leeg"]}])
def test_where_no_part_promises_anything_nothing_is_recorded_and_that_is_no_cover_of_zero(
    areas: dict[str, dict[str, Any]],
) -> None:
    made = of_municipality(HERE, goal(100.0), GWH, 2030, tables(areas, {}), [])
    assert isinstance(made, Cascade)
    assert made.covered == made.gap == no_number(Why.NOT_RECORDED)
    assert (made.promises, len(made.missing)) == ((), len(areas))


def test_averages_do_not_add_up() -> None:
    made = of_municipality(HERE, goal(), "gas_use_m3_per_dwelling", 2030, tables(AREAS, {}), [])
    assert isinstance(made, NoNumber)
    assert made.why is Why.NOT_ADDITIVE


REGION = {
    "r": {"code": "ES90", "value": 500, "scope": "regional"},
    "a": {"code": "GM9001", "value": 200, "scope": "municipal"},
    "b": {"code": "GM9002", "value": 120, "scope": "municipal"},
    "b2": {"code": "GM9002", "value": 150, "scope": "regional"},
    "c": {"code": "GM9003", "value": 80, "scope": "municipal"},
    "c2": {"code": "GM9003", "value": 80, "scope": "regional"},
    "d": {"code": "GM9004", "value": 90, "scope": "municipal", "year": 2040},
}


def region(members: tuple[str, ...] = ("GM9001", "GM9002", "GM9003", "GM9004")) -> Cascade:
    made = of_codes("ES90", goal(500.0, code="ES90"), GWH, 2030, members, targets(REGION), "municipality")
    assert isinstance(made, Cascade)
    return made


def test_municipalities_against_their_region_with_a_goal_that_stands_there_twice() -> None:
    made = region()
    assert made.promised == Band(200 + 120 + 80, 200 + 150 + 80)
    assert made.gap == Band(70, 100)
    assert [(one.part, one.other_years) for one in made.missing] == [("GM9004", (2040,))]
    assert [(one.kind, one.ids, one.is_in_band) for one in made.double] == [
        (Twice.GOAL_RECORDED_TWICE, ("b", "b2"), True),
        (Twice.GOAL_RECORDED_TWICE, ("c", "c2"), False),
    ]


def test_a_goal_of_another_year_is_no_goal_of_this_one() -> None:
    made = of_codes("ES90", goal(500.0, 2040), GWH, 2030, ["GM9001"], targets(REGION), "municipality")
    assert isinstance(made, Cascade)
    assert isinstance(made.goal, NoNumber)
    assert made.promised == Band(200, 200)


def test_published_bids_of_regions_against_the_national_goal() -> None:
    bids = bids_gwh(published_figures())
    assert (bids["ES07"], bids["ES16"], bids["ES05"]) == (
        (1350.0,),
        (2700.0,),
        (1600.0,),
    )  # ES05: only an earlier offer
    made = of_codes("NL01", goal(35_000.0), GWH, 2030, ["ES07", "ES16", "ES99"], [], "region", bids)
    assert isinstance(made, Cascade)
    assert (made.promised, [one.part for one in made.missing]) == (Band(4050, 4050), ["ES99"])


def test_where_publications_differ_the_promise_runs_from_the_lowest_to_the_highest() -> None:
    made = of_codes("NL01", goal(10.0), GWH, 2030, ["ES01"], [], "region", {"ES01": (3.0, 5.0)})
    assert isinstance(made, Cascade)
    assert (made.promised, made.covered) == (Band(3, 5), Band(0.3, 0.5))


@given(st.lists(st.integers(min_value=1, max_value=1000), min_size=2, max_size=6))
def test_parts_that_together_are_the_whole_cover_it_exactly(values: list[int]) -> None:
    codes = [f"GM{at:04}" for at in range(len(values))]
    known = [goal(float(value), code=code) for code, value in zip(codes, values, strict=True)]
    made = of_codes("ES90", goal(float(sum(values))), GWH, 2030, codes, known, "municipality")
    assert isinstance(made, Cascade)
    assert (made.covered, made.gap, made.missing) == (Band(1, 1), Band(0, 0), ())
    less = of_codes("ES90", goal(float(sum(values))), GWH, 2030, codes, known[1:], "municipality")
    assert isinstance(less, Cascade)
    assert isinstance(less.gap, Band)
    assert less.gap.low == pytest.approx(values[0])
    assert less.is_lower_bound
