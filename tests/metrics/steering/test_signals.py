"""Signals per area and municipality, and what asks for a decision; what nobody recorded is never on schedule."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import pandas as pd
import pytest

from tests.metrics import register_tables
from tests.metrics.register_tables import area, table
from transition.metrics.scope import with_former
from transition.metrics.steering.area_signals import AreaSignals, Schedule, Sign, area_signals
from transition.metrics.steering.decisions_needed import Ask, Asked, Urgency, decisions_needed
from transition.metrics.steering.signals import signals

TODAY = date(2026, 11, 23)


@cache
def built() -> dict[str, pd.DataFrame]:
    return register_tables.tables()


@cache
def usual() -> dict[str, AreaSignals]:
    return area_signals(built(), TODAY)


def tables() -> dict[str, pd.DataFrame]:
    """Tables of one's own; what changes in them stays in the test."""
    return {kind: rows.copy() for kind, rows in built().items()}


def judged(found: Mapping[str, pd.DataFrame] | None = None) -> dict[str, AreaSignals]:
    return area_signals(found, TODAY) if found else usual()


def facts(one: AreaSignals) -> dict[Sign, Mapping[str, Any]]:
    return {signal.sign: signal.facts for signal in one.signals}


def test_an_area_of_which_nothing_is_recorded_has_no_schedule_and_no_signal_could_be_judged() -> None:
    empty = judged()["leeg"]
    assert (empty.schedule, empty.signals, empty.judged) == (Schedule.NOT_RECORDED, (), frozenset())
    assert (empty.dated, empty.asked) == (0, 6)  # of the steps of its method, W4 only if needed


def test_the_signals_of_an_area_with_the_figures_behind_them() -> None:
    haven = judged()["haven"]
    assert facts(haven) == {
        Sign.BLOCKED: {"step": "W5", "cause": "grid"},
        Sign.SLIPPED: {"step": "W5", "days": 337},
        Sign.SIDES_DIFFER: {"municipality": 3, "local": 1},
    }
    assert haven.schedule is Schedule.ATTENTION
    assert Sign.NO_LEAD in haven.judged  # there is one
    assert Sign.OWNERSHIP_FELL in haven.judged  # it rose
    assert Sign.UNCOVERED not in haven.judged  # prices of two years


def test_a_step_past_its_day_is_behind_and_an_area_that_ended_is_in_no_schedule() -> None:
    dorp = judged()["dorp"]
    assert facts(dorp)[Sign.OVERDUE] == {"step": "W0", "days": 30}
    assert Sign.NO_LEAD in facts(dorp)
    assert dorp.schedule is Schedule.BEHIND
    assert judged()["molen"].schedule is Schedule.ENDED


@pytest.mark.parametrize(
    ("state", "step", "schedule"),
    [
        ("running", {"planned": "2027-01-01"}, Schedule.ON_SCHEDULE),
        ("running", {"planned": "2026-11-23"}, Schedule.ON_SCHEDULE),  # today is not too late
        ("running", {"planned": "2026-11-22"}, Schedule.BEHIND),
        ("running", {"planned": "2026-12-01", "revised": "2027-01-01"}, Schedule.ATTENTION),
        ("running", {"planned": "2026-12-02", "revised": "2027-01-01"}, Schedule.ON_SCHEDULE),  # 30 days
        ("running", {"planned": "2027-01-01", "blockage": "money"}, Schedule.ATTENTION),
        ("paused", {"planned": "2027-01-01"}, Schedule.ATTENTION),
        ("running", {"blockage": "money"}, Schedule.NOT_RECORDED),
        (
            "running",
            {"actual": "2026-01-01"},
            Schedule.NOT_RECORDED,
        ),  # what was achieved says nothing of what is to come
        ("stopped", {"planned": "2026-01-01"}, Schedule.ENDED),
    ],
)
def test_the_schedule_of_an_area(state: str, step: dict[str, str], schedule: Schedule) -> None:
    found = tables()
    found["area_process"] = table("area_process", {"a": area("A", state=state)})
    found["milestone"] = table("milestone", {"a.w1": {"area": "a", "code": "W1", **step}})
    assert judged(found)["a"].schedule is schedule


def test_a_municipality_counts_signals_beside_how_many_areas_could_be_judged() -> None:
    made = signals(judged(), ["haven", "dorp", "leeg", "molen"])
    assert (made.recorded, made.of, made.on_schedule) == (2, 3, False)
    assert made.schedules[Schedule.NOT_RECORDED] == 1
    lead = next(one for one in made.tallies if one.sign is Sign.NO_LEAD)
    assert (lead.count, lead.judged, lead.of, lead.areas) == (1, 2, 3, ("dorp",))


@pytest.mark.parametrize(
    ("plans", "expected"),
    [
        ({}, None),
        ({"a": None}, None),
        ({"a": "2027-01-01"}, True),
        ({"a": "2027-01-01", "b": None}, None),
        ({"a": "2026-01-01", "b": None}, False),
    ],
)
def test_a_municipality_without_records_is_never_on_schedule(
    plans: dict[str, str | None], expected: bool | None
) -> None:
    found = tables()
    found["area_process"] = table("area_process", {id: area(id) for id in plans})
    found["milestone"] = table(
        "milestone", {id: {"area": id, "code": "W1", "planned": day} for id, day in plans.items()}
    )
    assert signals(judged(found), list(plans)).on_schedule is expected


def backwards() -> dict[str, pd.DataFrame]:
    """Phases come in the order of their place, whatever the order of the rows."""
    return {kind: rows.iloc[::-1] for kind, rows in built().items()}


def asked_for(found: Mapping[str, pd.DataFrame], **more: Any) -> list[Asked]:
    return decisions_needed(found, judged(found), TODAY, **more)


def test_what_asks_for_a_decision_in_order_of_consequence() -> None:
    found = tables()
    dwellings = {"haven": 800.0, "dorp": 90.0}
    found["area_process"]["dwellings_count"] = pd.Series(dwellings).reindex(found["area_process"].index)
    found["milestone"].loc["dorp.w0", "blockage"] = "money"
    extra = {
        "late": {
            "area": "haven",
            "title": "Plan",
            "state": "planned",
            "decided_on": "2026-10-01",
            "decided_by": "council",
        },
        "far": {
            "area": "dorp",
            "title": "Later",
            "state": "planned",
            "decided_on": "2028-01-01",
            "decided_by": "local",
        },
        "elsewhere": {"municipality": "GM9009", "title": "X", "state": "planned", "decided_on": "2026-01-01"},
    }
    found["decision"] = pd.concat([found["decision"], table("decision", extra)])
    money = {
        "h": ("haven", "cost", 12),
        "h2": ("haven", "cover", 2),
        "d": ("dorp", "cost", 5),
        "d2": ("dorp", "cover", 1),
    }
    money |= {"l": ("leeg", "cost", 99)}  # nobody recorded its cover
    found["finance_line"] = table(
        "finance_line",
        {
            id: {"area": area, "kind": kind, "amount": euros, "price_level": 2026}
            for id, (area, kind, euros) in money.items()
        },
    )
    made = asked_for(found, areas=["haven", "dorp", "leeg"], municipalities=["GM9003"])
    assert [(one.urgency, one.ask, one.id, one.due) for one in made] == [
        (Urgency.HALTED, Ask.DECISION, "late", date(2026, 10, 1)),
        (Urgency.HALTED, Ask.BLOCKED, "dorp", date(2026, 10, 24)),
        (Urgency.SOON, Ask.DECISION, "d3", date(2026, 12, 1)),   # of the whole municipality
        (Urgency.SOON, Ask.DECISION, "d1", date(2027, 1, 20)),   # 800 dwellings, and then by day
        (Urgency.SOON, Ask.BLOCKED, "haven", date(2027, 2, 1)),
        (Urgency.SOON, Ask.UNCOVERED, "haven", None),            # its next phase is finance
        (Urgency.LATER, Ask.DECISION, "far", date(2028, 1, 1)),
        (Urgency.LATER, Ask.UNCOVERED, "dorp", None),
    ]  # fmt: skip
    assert (made[1].facts, made[5].facts, made[1].dwellings, made[1].municipalities) == (
        {"cause": "money"},
        {"gap": 10.0},
        90,
        ("GM9003",),
    )


def test_a_decision_on_a_municipality_that_ended_is_asked_of_what_it_went_into() -> None:
    found, became = tables(), {"GM9001": ("GM9009",), "GM9002": ("GM9003",)}
    planned = {"municipality": "GM9002", "title": "Kader", "state": "planned", "decided_on": "2027-01-01"}
    found["decision"] = table("decision", {"d1": planned, "d2": {**planned, "municipality": "GM9001"}})
    assert not asked_for(found, areas=[], municipalities=["GM9003"])
    [ask] = asked_for(found, areas=[], municipalities=with_former(["GM9003"], became))
    assert (ask.id, ask.municipalities) == ("d1", ("GM9002",))


def test_an_area_that_stands_still_has_halted() -> None:
    found = tables()
    ids = [f"a{at}" for at in range(7)]
    found["area_process"] = table("area_process", {id: area(id, start="2024-01-01") for id in ids})
    done = {id: f"2024-0{at + 2}-01" for at, id in enumerate(ids[:6])}
    found["milestone"] = table("milestone", {id: {"area": id, "code": "W0", "actual": day} for id, day in done.items()})
    made = judged(found)
    assert facts(made["a6"]) == {Sign.STALLED: {"days": 1057, "limit": 152, "n": 6}}
    # 31 60 91 121 152 182 days: after 152 no more than a quarter is left
    [ask] = asked_for(found, areas=ids)
    assert (ask.ask, ask.urgency, ask.area, ask.what) == (Ask.STALLED, Urgency.HALTED, "a6", "explore")


def test_without_any_record_nothing_asks_for_a_decision() -> None:
    assert asked_for(tables(), areas=["leeg"]) == []


def test_the_order_of_the_records_does_not_matter() -> None:
    assert judged(backwards()) == judged()
    everything = {"areas": ["haven", "dorp", "leeg", "oud"], "municipalities": ["GM9003"]}
    assert asked_for(backwards(), **everything) == asked_for(tables(), **everything)
