"""Eigenaarschap and cooperation by both sides: spread, change and difference; never an average."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.metrics.register_tables import table
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ownership.ladder import both_sides, change, cooperation, distribution

TODAY = date(2026, 11, 23)
AREAS = ("haven", "molen", "dorp", "leeg")


def assessments(rows: Sequence[tuple[Any, ...]]) -> pd.DataFrame:
    """area, date, side (m or l), level, and the scale when it is not the first."""
    sides = {"m": "municipality", "l": "local"}
    return table(
        "ownership_assessment",
        {
            f"{area}.{on}.{side}": {
                "area": area, "assessed_on": on, "side": sides[side], "level": str(level),
                "scale_version": str(scale[0]) if scale else "1", "assessor": "CoP",
            }
            for area, on, side, level, *scale in rows
        },
    )  # fmt: skip


ROWS = [
    ("haven", "2024-03-01", "m", 1), ("haven", "2026-03-01", "m", 3), ("haven", "2026-02-01", "l", 1),
    ("molen", "2024-05-01", "m", 2), ("molen", "2026-05-01", "m", 1), ("molen", "2024-01-01", "l", 4),
    ("dorp", "2026-01-01", "m", 0), ("dorp", "2027-01-01", "m", 4),
]  # fmt: skip


def test_how_many_areas_stand_on_each_level_with_those_not_recorded_apart() -> None:
    made = distribution(assessments(ROWS), AREAS, "municipality", TODAY)
    assert (made.counts, made.recorded, made.of, made.middle) == ({0: 1, 1: 1, 2: 0, 3: 1, 4: 0}, 3, 4, (1, 1))
    local = distribution(assessments(ROWS), AREAS, "local", TODAY)
    assert (local.counts[1], local.counts[4], local.middle) == (1, 1, (1, 4))  # two middle ones, not their mean
    none = distribution(assessments([]), AREAS, "local", TODAY)
    assert (none.recorded, none.middle) == (0, no_number(Why.NOT_RECORDED))


def test_levels_of_two_versions_of_the_scale_have_no_common_middle() -> None:
    made = distribution(
        assessments([("haven", "2026-01-01", "m", 1, 1), ("dorp", "2026-01-01", "m", 3, 2)]),
        AREAS,
        "municipality",
        TODAY,
    )
    assert made.middle == no_number(Why.OTHER_SCALE, scales=("1", "2"))


def test_levels_on_two_versions_of_the_scale_do_not_differ_nor_change() -> None:
    rows = [("haven", "2024-01-01", "m", 1, 1), ("haven", "2026-01-01", "m", 3, 2), ("haven", "2026-01-01", "l", 1, 1)]
    scales = no_number(Why.OTHER_SCALE, scales=("1", "2"))
    assert both_sides(assessments(rows), ["haven"], TODAY)["haven"].difference == scales
    assert change(assessments(rows), ["haven"], "municipality", date(2025, 1, 1), TODAY).moves == {}


def test_a_level_may_rise_and_fall_and_who_was_judged_once_did_not_stay() -> None:
    made = change(assessments(ROWS), AREAS, "municipality", date(2025, 1, 1), TODAY)
    assert (made.rose, made.stayed, made.fell, made.of) == (1, 0, 1, 4)
    assert made.moves == {"haven": (1, 3), "molen": (2, 1)}
    assert change(assessments(ROWS), AREAS, "local", date(2025, 1, 1), TODAY).moves == {}


def test_both_sides_stand_side_by_side_and_differ_only_within_one_period() -> None:
    made = both_sides(assessments(ROWS), AREAS, TODAY)
    assert made["haven"].difference == 2
    assert made["molen"].difference == no_number(Why.OTHER_PERIOD, days=851, most=366)
    assert made["dorp"].difference == no_number(Why.SIDE_MISSING, side="local")
    assert made["leeg"].municipality == made["leeg"].difference == no_number(Why.SIDE_MISSING, side="municipality")


def test_the_gap_in_cooperation_is_that_of_the_last_two_scores() -> None:
    rows = {
        "1": {"area": "haven", "scored_on": "2025-10-01", "side": "municipality", "score": "5"},
        "2": {"area": "haven", "scored_on": "2026-10-01", "side": "municipality", "score": "4"},
        "3": {"area": "haven", "scored_on": "2026-09-01", "side": "local", "score": "2"},
    }
    made = cooperation(table("cooperation_score", rows), ["haven"], TODAY)["haven"]
    assert made.difference == 2
    assert not isinstance(made.municipality, NoNumber)
    assert (made.municipality.value, made.municipality.on) == (4, date(2026, 10, 1))


DAYS = ("2024-01-01", "2025-06-01", "2026-01-01")
LEVELS = st.lists(
    st.tuples(st.sampled_from(AREAS), st.sampled_from(DAYS), st.sampled_from("ml"), st.integers(0, 4)),
    max_size=8,
    unique_by=lambda row: row[:3],
)


@settings(max_examples=8)
@given(LEVELS, st.randoms())
def test_parts_make_the_whole_and_the_order_of_records_does_not_matter(
    rows: list[tuple[str, str, str, int]], random: object
) -> None:
    found = assessments(rows)
    mixed = list(rows)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    for side in ("municipality", "local"):
        made = distribution(found, AREAS, side, TODAY)
        assert sum(made.counts.values()) == made.recorded <= made.of
        assert distribution(assessments(mixed), AREAS, side, TODAY) == made
        moved = change(found, AREAS, side, date(2025, 1, 1), TODAY)
        assert moved.rose + moved.stayed + moved.fell == len(moved.moves)
    assert both_sides(assessments(mixed), AREAS, TODAY) == both_sides(found, AREAS, TODAY)
