"""Who does better in the group, and what is recorded of them; and ownership of areas beside their speed."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd
import pytest

from tests.metrics.register_tables import area, reached, table, tables
from transition.domain.areas import Level
from transition.domain.indicators import Direction
from transition.metrics.comparison.better import Better, Decided, Doing, Found, better, doing, recorded
from transition.metrics.comparison.interval import Link, Shows
from transition.metrics.comparison.ownership_speed import ownership_and_speed
from transition.metrics.comparison.peer_group import PeerGroup
from transition.metrics.comparison.peer_group import Sort as GroupSort
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.scope import Scope, Sort

TODAY = date(2026, 11, 23)
GROUP = PeerGroup(GroupSort.PROVINCE, Level.GEMEENTE, ("own", "a", "b", "c", "d"))
NAN = np.nan


@pytest.mark.parametrize(
    ("own", "others", "direction", "made"),
    [
        (5, (7, 9, 3, NAN), Direction.UP, Better(Found.SOME, ("b", "a"), 2, 3)),
        (5, (7, 9, 3, NAN), Direction.DOWN, Better(Found.SOME, ("c",), 1, 3)),
        (5, (5, 5, 3, 1), Direction.UP, Better(Found.NOBODY, (), 0, 4)),  # as good is not better
        (NAN, (7, 9, 3, 1), Direction.UP, Better(Found.NO_FIGURE, (), 0, 4)),
        (5, (NAN, NAN, NAN, NAN), Direction.UP, Better(Found.NO_FIGURE, (), 0, 0)),
        (5, (7, 9, 3, 1), Direction.NONE, Better(Found.NO_DIRECTION, (), 0, 4)),
    ],
)
def test_better_is_in_the_direction_of_progress_and_only_among_known_figures(
    own: float, others: tuple[float, ...], direction: Direction, made: Better
) -> None:
    assert better(GROUP, {"own": own, **dict(zip("abcd", others, strict=True))}, direction) == made


def test_no_more_are_named_than_asked_but_all_are_counted() -> None:
    made = better(GROUP, {"own": 1, "a": 2, "b": 3, "c": 4, "d": 5}, Direction.UP, most=2)
    assert (made.codes, made.count) == (("d", "c"), 4)


def place(code: str, *areas: str) -> Scope:
    return Scope(Sort.PLACE, code, f"Gemeente {code}", Level.GEMEENTE, (code,), areas)


def register() -> Mapping[str, pd.DataFrame]:
    """That of `register_tables`, with the roles of one area."""
    roles = {
        "haven.design": {"area": "haven", "activity": "design", "local_lead": "RA", "team": "S"},
        "haven.grid": {"area": "haven", "activity": "grid", "grid_operator": "R"},
    }
    return {**tables(), "role": table("role", roles)}


def found(scope: Scope, became: Mapping[str, tuple[str, ...]] | None = None) -> Doing:
    return doing(recorded(register(), became or {}), scope, TODAY)


def test_what_the_better_ones_do_is_what_is_recorded_of_their_areas() -> None:
    made = found(place("GM9003", "haven", "dorp", "leeg"))
    assert dict(made.phases) == {"explore": 1, "finance": 1}
    assert (made.placed, len(made.areas)) == (2, 3)  # of 'leeg' no step is recorded
    assert made.leads == {"lead": 1, "no_lead": 1, "unknown": 1}
    assert (made.carries_out, made.with_one, made.with_roles) == ({"design": 1}, 0, 1)
    money = made.money
    assert (money.of, money.cover_without_cost, money.unlike_prices) == (
        3,
        1,
        1,
    )  # of 'dorp' no cost; of 'haven' prices of two years
    assert isinstance(money.cost, NoNumber)


def test_decisions_are_those_of_the_areas_and_of_the_municipality_last_taken_and_next_planned_first() -> None:
    made = found(place("GM9003", "haven"))
    assert made.taken == (Decided("Startnotitie", date(2023, 9, 10), ""),)
    assert [one.title for one in made.planned] == ["Kader", "Krediet"]
    assert made.planned[1].by == "council"
    later = doing(recorded(register(), {}), place("GM9003", "haven"), date(2026, 12, 24))
    assert ([one.title for one in later.planned], [one.title for one in later.overdue]) == (["Krediet"], ["Kader"])


def test_a_part_or_a_community_has_no_decisions_of_the_municipality_as_a_whole() -> None:
    community = Scope(Sort.COMMUNITY, "warm", "Warm", None, ("GM9003",), ("haven",))
    assert [one.title for one in found(community).planned] == ["Krediet"]


def test_decisions_of_a_former_municipality_belong_to_the_present_one() -> None:
    made = found(place("GM9009"), became={"GM9003": ("GM9009",)})
    assert [one.title for one in made.planned] == ["Kader"]


def test_of_a_municipality_without_records_nothing_is_recorded_which_is_not_doing_nothing() -> None:
    made = found(place("GM0014"))
    assert not made.is_recorded
    assert isinstance(made.money.cost, NoNumber)
    assert (made.placed, made.with_roles) == (0, 0)


def speeds(levels: Mapping[str, int], steps: Mapping[str, int], **more: object) -> Mapping[str, pd.DataFrame]:
    """Areas that began two years ago, each so many steps far, judged by the municipality."""
    days = ("W0", "W1", "W3", "W5", "W6")
    moments = {name: dict.fromkeys(days[:count], "2026-01-01") or {"W0": ""} for name, count in steps.items()}
    milestones = {id: row for name, done in moments.items() for id, row in reached(name, **done).items()}
    judged = {
        name: {
            "area": name,
            "assessed_on": "2026-06-01",
            "side": "municipality",
            "level": str(level),
            "scale_version": "1",
            **more,
        }
        for name, level in levels.items()
    }
    return {
        "area_process": table("area_process", {name: area(name, start="2024-11-23") for name in steps}),
        "milestone": table("milestone", milestones),
        "method_phase": tables()["method_phase"],
        "ownership_assessment": table("ownership_assessment", judged),
    }


def test_speed_is_steps_of_the_common_ladder_a_year_and_what_is_unknown_is_no_pair() -> None:
    made = ownership_and_speed(speeds({"a": 3, "b": 1, "x": 4}, {"a": 4, "b": 0, "c": 2}), "municipality", TODAY)
    pairs = made.pairs.set_index("area")
    assert pairs["speed"].round(2).to_dict() == {"a": 2.5, "b": 0.0, "c": 1.0}  # finance is the 5th step of seven
    assert pairs["level"].isna().to_dict() == {"a": False, "b": False, "c": True}
    assert isinstance(made.link, NoNumber)
    assert (made.link.why, made.link.facts["found"]) == (Why.TOO_FEW_CASES, 2)
    assert ownership_and_speed(speeds({"a": 3}, {"a": 4}), "local", TODAY).pairs["level"].isna().all()


def test_an_area_that_just_began_or_has_no_begin_has_no_speed() -> None:
    some = dict(speeds({"a": 3, "b": 3}, {"a": 1, "b": 1}))
    some["area_process"] = table("area_process", {"a": area("a", start="2026-09-01"), "b": area("b")})
    assert ownership_and_speed(some, "municipality", TODAY).pairs["speed"].isna().all()


def test_more_ownership_with_more_speed_in_twelve_areas_shows_as_together() -> None:
    names = "abcdefghijkl"
    levels = {name: at // 3 for at, name in enumerate(names)}
    steps = {name: 1 + at // 3 for at, name in enumerate(names)}
    made = ownership_and_speed(speeds(levels, steps), "municipality", TODAY).link
    assert isinstance(made, Link)
    assert (made.n, made.shows) == (12, Shows.TOGETHER)


def test_levels_of_unlike_scales_are_not_linked() -> None:
    some = dict(speeds(dict.fromkeys("abcdefghijkl", 2), dict.fromkeys("abcdefghijkl", 3)))
    some["ownership_assessment"].loc["a", "scale_version"] = "2"
    made = ownership_and_speed(some, "municipality", TODAY)
    assert isinstance(made.link, NoNumber)
    assert (made.link.why, made.scales) == (Why.OTHER_SCALE, ("1", "2"))
