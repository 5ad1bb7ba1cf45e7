"""Communities beside each other: every measure with an example one can redo by hand, and the gate asked of several at once."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from tests.metrics.register_tables import area, table
from transition.metrics.comparison import communities, methods
from transition.metrics.comparison.communities import Beside, Topic
from transition.metrics.comparison.gate import Comparable, Measured, Reason, Refusal, Remark
from transition.metrics.comparison.side_by_side import Stands, side_by_side
from transition.metrics.method_cards import Card, Phase
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.steering.survival import Median

TODAY = date(2026, 11, 23)


def spells(*rows: tuple[str, str, int, bool]) -> pd.DataFrame:
    """(area, phase, days, whether it is still in it)."""
    return pd.DataFrame(rows, columns=["area", "phase", "days", "is_open"])


def lines(*rows: tuple[str, str, float, str, int]) -> pd.DataFrame:
    """(area, kind, euros, certainty, price level)."""
    names = ("area", "kind", "amount", "certainty", "price_level")
    return table("finance_line", {str(at): dict(zip(names, row, strict=True)) for at, row in enumerate(rows)})


def judged(kind: str, day: str, value: str, *rows: tuple[str, str, str]) -> pd.DataFrame:
    """(area, side, judgement), all of one day."""
    return table(
        kind,
        {
            str(at): {"area": id, "side": side, value: said, day: "2026-06-01", "scale_version": "1"}
            for at, (id, side, said) in enumerate(rows)
        },
    )


def one(**tables: pd.DataFrame) -> Beside:
    """Four areas: two on Ontwerpen, one on Uitvoeren, of one nobody recorded it."""
    areas = table("area_process", {id: area(id) for id in ("a", "b", "c", "d")})
    areas["phase"] = ["design", "design", "build", None]
    every = {kind: tables.get(kind, table(kind, {})) for kind in communities.NEEDED}
    return communities.beside("warm", areas, tables.get("spells", spells()), every, TODAY)


def test_the_funnel_counts_who_came_at_least_so_far_and_leaves_out_whom_nobody_recorded() -> None:
    found = one().funnel
    assert (found.known, found.of) == (3, 4)
    assert list(found.reached.values()) == [3, 3, 3, 1, 1, 1, 0]
    assert {step: count for step, count in found.here.items() if count} == {"design": 2, "build": 1}


def test_days_in_a_phase_by_kaplan_and_meier_with_what_still_goes_on() -> None:
    """Closed after 100, 200 and 300 days; one goes on for 250. S: 3/4 at 100, 2/4 at 200: half is over after 200."""
    rows = (
        ("a", "design", 300, False),
        ("b", "design", 100, False),
        ("c", "design", 200, False),
        ("d", "design", 250, True),
    )
    found = one(spells=spells(*rows, ("elsewhere", "design", 1, False)))
    (design,) = found.times
    assert design.median == Median(200.0, 4, 1)
    assert (len(design.cases), design.open, design.cases[0], design.cases[-1]) == (4, 1, (100.0, False), (300.0, False))
    assert found.timed == 4


def test_two_that_are_over_make_no_median() -> None:
    (design,) = one(
        spells=spells(("a", "design", 10, False), ("b", "design", 20, False), ("c", "design", 90, True))
    ).times
    assert isinstance(design.median, NoNumber)
    assert design.median.why is Why.TOO_FEW_CASES


def test_cover_is_what_is_committed_and_of_areas_with_cost_and_cover_alone() -> None:
    """a: 2 of 10 million; b: 5 of 5, and more; c: a cost and no cover; d: prices of two years. Committed: 8 of 15 million."""
    found = one(
        finance_line=lines(
            ("a", "cost", 10e6, "", 2025), ("a", "cover", 2e6, "committed", 2025), ("a", "cover", 9e6, "applied", 2025),
            ("b", "cost", 5e6, "", 2025), ("b", "cover", 6e6, "committed", 2025),
            ("c", "cost", 7e6, "", 2025),
            ("d", "cost", 1e6, "", 2024), ("d", "cover", 1e6, "committed", 2026),
        )
    )  # fmt: skip
    assert found.parts == pytest.approx((0.2, 1.0))
    assert (found.finance.cover["committed"], found.finance.cost_with_cover) == (8e6, 15e6)
    assert communities.rests_on(found, Topic.MONEY) == (2, 4)


def test_the_cooperation_is_told_by_its_differences_and_who_gave_one_score_stands_apart() -> None:
    scores = judged(
        "cooperation_score", "scored_on", "score",
        ("a", "municipality", "4"), ("a", "local", "2"), ("b", "municipality", "3"), ("b", "local", "4"), ("c", "local", "5"),
    )  # fmt: skip
    found = one(cooperation_score=scores)
    assert found.gap == communities.Gap((-1, 2), one_sided=1, of=4)


def test_ownership_says_of_how_many_areas_it_is_judged() -> None:
    levels = judged(
        "ownership_assessment", "assessed_on", "level",
        ("a", "municipality", "1"), ("b", "municipality", "3"), ("a", "local", "4"),
    )  # fmt: skip
    found = one(ownership_assessment=levels)
    assert (found.judged, communities.rests_on(found, Topic.OWNERSHIP)) == (2, (2, 4))
    assert found.levels["municipality"].counts == {0: 0, 1: 1, 2: 0, 3: 1, 4: 0}


@pytest.mark.parametrize("topic", list(Topic))
def test_nothing_recorded_is_no_measure_and_no_zero(topic: Topic) -> None:
    nothing = communities.beside(
        "leeg",
        table("area_process", {}).assign(phase=None),
        spells(),
        {k: table(k, {}) for k in communities.NEEDED},
        TODAY,
    )
    found = communities.measured(nothing, topic, TODAY)
    assert isinstance(found, NoNumber)
    assert found.why is Why.NOT_RECORDED


def measured(known: int, of: int, **more: Any) -> Measured:
    return Measured("register_ownership", None, "2026", 0, known, of, **more)


@pytest.mark.parametrize(
    ("found", "stands"),
    [
        ({"a": measured(9, 9), "b": measured(8, 10)}, {"a": Comparable(), "b": Comparable((Remark.INCOMPLETE,))}),
        ({"a": measured(4, 9), "b": measured(9, 9)}, {"a": Reason.LITTLE_COVERAGE, "b": Comparable()}),
        # a stands beside b and b beside c; a and c are too far apart, so c stays out
        (
            {"a": measured(10, 10), "b": measured(8, 10), "c": measured(6, 10)},
            {"a": Comparable(), "b": Comparable((Remark.INCOMPLETE,)), "c": Reason.OTHER_COVERAGE},
        ),
        (
            {one: measured(5, 5, scales=frozenset({scale})) for one, scale in (("a", "2"), ("b", "1"), ("c", "1"))},
            {"a": Reason.OTHER_SCALE, "b": Comparable(), "c": Comparable()},
        ),
        ({"a": no_number(Why.NOT_RECORDED), "b": measured(5, 5)}, {"a": Why.NOT_RECORDED, "b": Comparable()}),
    ],
    ids=["alike", "one-rests-on-little", "not-beside-all", "the-larger-part-on-one-scale", "nothing-recorded"],
)
def test_what_stands_may_all_stand_beside_one_another(
    found: dict[str, Measured | NoNumber], stands: dict[str, Any]
) -> None:
    def brief(one: Stands) -> object:
        return one.reason if isinstance(one, Refusal) else one.why if isinstance(one, NoNumber) else one

    assert {id: brief(one) for id, one in side_by_side(found).items()} == stands


def test_what_a_community_adapted_is_told_against_the_card_of_others_it_came_from() -> None:
    steps = tuple(Phase(code, code, at, "explore") for at, code in enumerate(("W0", "W1")))
    shared = Card("shared-1", "Wijkplan", "neighbourhood_plan", 1, phases=steps)
    own = Card("own-1", "Eigen", "neighbourhood_plan", 1, "warm", "shared-1", phases=steps)
    newer = Card("own-2", "Eigen", "neighbourhood_plan", 2, "warm", "own-1", phases=steps[:1])
    found = methods.method(
        {one.id: one for one in (shared, own, newer)}, "warm", {"a": "own-2", "b": "shared-1", "c": None}
    )
    assert [(one.card.id, one.areas) for one in found.used] == [("own-2", 1), ("own-1", 0), ("shared-1", 1)]
    assert found.used[0].origin == shared
    assert found.used[0].changed is not None
    assert [step.code for step in found.used[0].changed.removed] == ["W1"]
    assert (found.without, found.of, found.is_adapted) == (1, 3, True)
