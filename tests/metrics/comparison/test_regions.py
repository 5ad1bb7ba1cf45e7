"""Energy regions beside each other: what nobody recorded and what misses its wind is refused; the rest is told with what it rests on."""

from dataclasses import replace

import pytest

from transition.metrics.band import Band
from transition.metrics.comparison import regions
from transition.metrics.comparison.gate import Comparable, Reason, Refusal
from transition.metrics.comparison.regions import Region, Topic
from transition.metrics.comparison.side_by_side import side_by_side
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ownership.policy import Spread
from transition.metrics.ownership.shares import Definition, Share
from transition.metrics.steering import cascade
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.outcome import Series, outcome
from transition.views import regions_compared, regions_short

ON_LAND = "renewable_on_land_gwh"
NOTHING = no_number(Why.NOT_RECORDED)
YEARS = [
    ("2021", 340.0, "estimated"),
    ("2022", 360.0, "estimated"),
    ("2023", 380.0, "estimated"),
    ("2024", 400.0, "estimated"),
]


def region(code: str, *, goal: bool = True, wind: bool = True, promises: int = 3, share: float | None = 0.4) -> Region:
    """400 of 1.000 GWh in 2024; grows 20 a year where 100 is needed; each of three municipalities promises 300 GWh."""
    aim = Goal(ON_LAND, 1000.0, 2030, code=code) if goal else no_number(Why.NO_GOAL, indicator=ON_LAND)
    members = [f"GM{at}" for at in range(3)]
    known = [Goal(ON_LAND, 300.0, 2030, code=one, id=one) for one in members[:promises]]
    part = NOTHING if share is None else share
    owned = Share(
        Definition.BROAD, part, NOTHING if share is None else Band(share, share), 0.0, 100.0, n=4, of=4, estimated=0
    )
    return Region(
        code=code,
        outcome=outcome(ON_LAND, aim, Series(YEARS, is_lower_bound=not wind), NOTHING),
        broad=owned,
        strict=owned,
        policy={"solar": Spread({0: 1, 1: 0, 2: 1, 3: 0}, 2, 3), "wind": Spread({0: 0, 1: 0, 2: 0, 3: 0}, 0, 3)},
        cascade=cascade.of_codes(code, aim, ON_LAND, 2030, members, known, "municipality"),
        with_projects=3,
        of=3,
    )


def stands(topic: Topic, *found: Region) -> dict[str, object]:
    made = side_by_side({one.code: regions.measured(one, topic) for one in found})
    return {
        code: one.reason if isinstance(one, Refusal) else one.why if isinstance(one, NoNumber) else "stands"
        for code, one in made.items()
    }


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        (Topic.RESULT, "40% van 1.000 GWh in 2030"),
        (Topic.PACE, "0,2 keer wat nodig is"),
        (Topic.PIPELINE, "niet vastgelegd"),
        (Topic.OWNERSHIP, "40%; strikt 40%"),
        (Topic.ANCHORING, "zon 1 van de 2"),
        (Topic.CASCADE, "90% beloofd (900 GWh); van niemand: 100 GWh"),
    ],
)
def test_each_topic_says_its_figure(topic: Topic, said: str) -> None:
    found = region("A")
    assert regions_compared.row(found, topic, Comparable()).said.replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("topic", "other", "why"),
    [
        (Topic.RESULT, region("B", wind=False), Why.LOWER_BOUND),
        (Topic.RESULT, region("B", goal=False), Why.NO_GOAL),
        (Topic.PACE, region("B", wind=False), Why.LOWER_BOUND),
        (Topic.OWNERSHIP, region("B", share=None), Why.NOT_RECORDED),
        (Topic.OWNERSHIP, replace(region("B"), with_projects=1), Reason.LITTLE_COVERAGE),
        (Topic.CASCADE, region("B", promises=1), Reason.LITTLE_COVERAGE),
        (Topic.CASCADE, region("B", promises=0), Why.NOT_RECORDED),
        (Topic.PIPELINE, region("B"), Why.NOT_RECORDED),
    ],
    ids=[
        "no-wind",
        "no-goal",
        "pace-without-wind",
        "owners-unknown",
        "few-municipalities",
        "few-promises",
        "no-promise",
        "no-project",
    ],
)
def test_an_unlike_region_is_refused_with_its_reason(topic: Topic, other: Region, why: object) -> None:
    found = stands(topic, region("A"), other)
    assert found["B"] == why
    assert found["A"] == ("stands" if topic is not Topic.PIPELINE else why)


def test_the_message_says_between_what_the_regions_lie_and_never_names_the_last() -> None:
    found = [region("A"), replace(region("B"), broad=replace(region("B").broad, share=0.6)), region("C", share=None)]
    made = side_by_side({one.code: regions.measured(one, Topic.OWNERSHIP) for one in found})
    assert regions_compared.heading(found, Topic.OWNERSHIP, made) == (
        "Lokaal eigendom: 2 van de 3 regio's zijn te vergelijken, tussen 40% en 60% in lokale handen; bij de andere staat waarom niet"
    )


def test_with_an_empty_register_nothing_is_compared_and_nothing_is_zero() -> None:
    found = [
        replace(region(one, wind=False, promises=0, share=None), policy={"solar": Spread({}, 0, 3)}) for one in "AB"
    ]
    made = {topic: side_by_side({one.code: regions.measured(one, topic) for one in found}) for topic in Topic}
    assert "op geen enkel onderwerp" in regions_short.heading(found, made)
    shown = regions_short.html(found, made, {"A": "A", "B": "B"})
    assert "ten minste 40%" in shown
    assert "Wind telt mee, maar is hier niet vastgelegd" in shown
    assert "0%" not in shown.replace("40%", "")
