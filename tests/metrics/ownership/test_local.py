"""Local ownership of one scope, gathered: every figure of the page from one set of tables, and what a reader assumes."""

from datetime import date
from typing import Any

import pytest

from tests.metrics.ownership.test_shares import WAY, owner
from tests.metrics.register_tables import table
from tests.metrics.steering.places import projects
from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.ownership.local import ALL, NEEDED, Local, assuming, counting, local
from transition.metrics.ownership.shares import OWNERS, Definition, owned
from transition.metrics.steering.goal import Goal

TODAY = date(2026, 11, 23)
HERE = "GM9003"


def gathered(rows: dict[str, dict[str, Any]], **more: Any) -> Local:
    tables = {kind: table(kind, more.pop(kind, {})) for kind in NEEDED}
    return local(projects(rows), tables, TODAY, municipalities=(HERE,), **more)


def test_strict_and_broad_stand_side_by_side_with_the_pipeline_apart() -> None:
    found = gathered({"a": owner(0.2, 0.1, 0.3, 0.4), **WAY})
    assert found.counted == 5
    for definition in Definition:
        made = found.measured(definition)
        assert made.stands.mwh == 5000
        assert made.coming.mwh == 1000
        assert made.assumed is None
    assert found.strict.stands.share < found.broad.stands.share  # type: ignore[operator]


def test_the_parts_of_each_technique_make_the_whole_and_roofs_are_left_out() -> None:
    rows = {
        "wind": owner(0.5, 0, 0, 0.5),
        "field": owner(0, 0.2, 0, 0.4, 0.4, technology="solar_field"),
        "roof": owner(1, 0, 0, 0, technology="solar_roof"),
        "heat": owner(1, 0, 0, 0, technology="heat"),
    }
    found = gathered(rows)
    assert list(found.owners) == [ALL, "wind", "solar_field"]
    assert found.left_out == 2
    for name in OWNERS:
        assert found.owners[ALL][name] == found.owners["wind"][name] + found.owners["solar_field"][name]


@pytest.mark.parametrize(
    ("part", "band"),
    [
        (0.0, (0.20, 0.25)),  # 2,000 local and 500 unknown of 10,000
        (0.6, (0.50, 0.55)),  # the required share when nothing of the unknown is local: half
        (0.5, (0.45, 0.50)),  # and when all of it is
        (1.0, (0.70, 0.75)),
    ],
)
def test_when_a_reader_assumes_a_local_part_of_the_open_pipeline(part: float, band: tuple[float, float]) -> None:
    made = assuming(gathered(WAY), owned(projects(WAY)), {}, part).broad.assumed
    assert isinstance(made, Band)
    assert (made.low, made.high) == pytest.approx(band)


def test_the_sun_shines_as_long_as_in_the_sub_region_of_each_project() -> None:
    rows = {
        name: {"municipality": code, "technology": "solar_field", "capacity": 1000, "capacity_unit": "kWp"}
        for name, code in (("a", HERE), ("b", "GM9004"), ("c", HERE))
    }
    found = counting(projects(rows), {HERE: 825.0})
    assert found["mwh"].to_dict() == {"a": 825.0, "b": 834.0, "c": 825.0}
    assert found["is_estimated"].all()


def test_without_register_everything_says_that_nobody_recorded_it() -> None:
    found = gathered({})
    assert (found.counted, found.owners) == (0, {})
    numbers = [
        *(found.measured(one).stands.share for one in Definition),
        found.broad.way.share,
        found.collective.watts,
        found.fund.per_mwh,
        *found.policy.values(),
    ]
    assert [one.why for one in numbers if isinstance(one, NoNumber)] == [Why.NOT_RECORDED] * len(numbers)
    assert isinstance(found.goal, NoNumber)


def test_a_part_of_a_municipality_has_no_co_operatives_of_its_own_and_its_goal_is_never_the_municipalitys() -> None:
    goal = {"scope": "municipal", "code": HERE, "indicator": "local_ownership_pct", "value": 50, "year": 2030}
    whole = gathered({}, target={"g": goal}, code=HERE)
    part = gathered({}, target={"g": goal}, code="WK900301", is_part=True)
    assert isinstance(whole.goal, Goal)
    assert whole.cooperatives is not None
    assert isinstance(part.goal, NoNumber)
    assert part.cooperatives is None
