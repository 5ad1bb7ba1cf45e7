"""What asks for attention in an area process, and what could be judged at all: what nobody recorded is never 'on schedule'."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import pandas as pd

from transition.metrics.area_money import SURENESS, money
from transition.metrics.area_steps import steps as steps_of
from transition.metrics.no_number import Fact, NoNumber
from transition.metrics.ownership.ladder import both_sides, change
from transition.metrics.ownership.two_sided import LOCAL, MUNICIPALITY, TwoSided
from transition.metrics.steering.lead_time import spells
from transition.metrics.steering.open_steps import OpenStep, open_steps
from transition.metrics.steering.roles import RoleCheck, role_checks
from transition.metrics.steering.stalled import Stalled, Stands, stalled

NEEDED = ("area_process", "milestone", "method_phase", "role", "finance_line", "ownership_assessment")
"""The kinds of records signals are made of."""
GOES_ON = ("running", "paused")
FAR_APART = 2
"""So many levels between both sides is a signal."""
MOST_SLIP_DAYS = 30
"""A step that moved further than a month from its first plan is a signal."""
LOOK_BACK = timedelta(days=365)


class Sign(StrEnum):
    """What may be the matter. What `facts` holds stands behind each."""

    OVERDUE = "overdue"  # step, days: the open step that is longest past its day
    STALLED = "stalled"  # days, limit, n
    BLOCKED = "blocked"  # step, cause
    SLIPPED = "slipped"  # step, days: the open step that moved furthest from its first plan
    NO_LEAD = "no_lead"
    NOT_ONE_ACCOUNTABLE = "not_one_accountable"  # activities
    WORLD_A = "world_a"
    UNCOVERED = "uncovered"  # gap: euros
    OWNERSHIP_FELL = "ownership_fell"  # side, before, after
    SIDES_DIFFER = "sides_differ"  # municipality, local


class Schedule(StrEnum):
    """Where an area stands against its own plan. NOT_RECORDED: no step that is still to come has a date."""

    ON_SCHEDULE = "on_schedule"
    ATTENTION = "attention"
    BEHIND = "behind"
    NOT_RECORDED = "not_recorded"
    ENDED = "ended"


@dataclass(frozen=True)
class Signal:
    sign: Sign
    facts: Mapping[str, Fact]


@dataclass(frozen=True)
class AreaSignals:
    """signals: in the order of `Sign`. judged: the signs that could be judged from what is recorded, present or not.

    schedule: rests on `dated` of the `asked` steps that are still to come.
    """

    area: str
    schedule: Schedule
    signals: tuple[Signal, ...]
    judged: frozenset[Sign]
    dated: int
    asked: int


_Found = Iterator[tuple[Sign, dict[str, Fact] | None]]
"""A sign that could be judged, with its facts, or None when it is not the matter."""


def area_signals(tables: Mapping[str, pd.DataFrame], today: date) -> dict[str, AreaSignals]:
    """Area -> its signals, of every area process. tables: of the kinds `NEEDED`, of all areas that are to be compared."""
    areas, assessed = tables["area_process"], tables["ownership_assessment"]
    ids = [str(id) for id in areas.index]
    found = steps_of(areas, tables["milestone"], tables["method_phase"])
    coming = open_steps(found)
    still = stalled(spells(found, areas, today))
    roles = role_checks(tables["role"], ids)
    paid = {str(row["area"]): row for row in money(tables["finance_line"]).reset_index().to_dict("records")}
    sides = both_sides(assessed, ids, today)
    moves = {side: change(assessed, ids, side, today - LOOK_BACK, today).moves for side in (MUNICIPALITY, LOCAL)}
    made = {}
    for id, lead, state in sorted(zip(ids, areas["lead_state"], areas["state"], strict=True)):
        own = coming.get(id, [])
        judged = [
            *_of_steps(own, today),
            *_of_standing_still(still.get(id)),
            *_of_people(lead, roles[id]),
            *_of_money(paid.get(id)),
            *_of_ownership(sides[id], {side: moved[id] for side, moved in moves.items() if id in moved}),
        ]
        made[id] = _together(id, state, own, judged)
    return made


def _of_steps(own: Sequence[OpenStep], today: date) -> _Found:
    """Only what comes after the last achieved step can be late; what holds up may stand at any open step."""
    coming = [step for step in own if step.is_coming]
    if any(step.due for step in coming):
        yield Sign.OVERDUE, _longest({step.code: (today - step.due).days for step in coming if step.due})
    if any(step.planned for step in coming):
        moved = {step.code: (step.due - step.planned).days for step in coming if step.due and step.planned}
        yield Sign.SLIPPED, _longest(moved, MOST_SLIP_DAYS)
    if any(step.is_recorded for step in own):
        held = next((step for step in own if step.blockage), None)
        yield Sign.BLOCKED, {"step": held.code, "cause": held.blockage} if held else None


def _longest(days: Mapping[str, int], most: int = 0) -> dict[str, Fact] | None:
    """The step with the most days; the first of those with equally many. Nothing when none has more than `most`."""
    if not days or max(days.values()) <= most:
        return None
    code = max(days, key=lambda one: days[one])
    return {"step": code, "days": days[code]}


def _of_standing_still(found: Stalled | None) -> _Found:
    if found and not isinstance(found.stands, NoNumber) and not isinstance(found.limit, NoNumber):
        facts: dict[str, Fact] = {"days": found.days, "limit": found.limit.days, "n": found.limit.n}
        yield Sign.STALLED, facts if found.stands is Stands.STILL else None


def _of_people(lead: str, roles: RoleCheck | NoNumber) -> _Found:
    if lead in ("lead", "no_lead"):
        yield Sign.NO_LEAD, {} if lead == "no_lead" else None
    if not isinstance(roles, NoNumber):
        wrong = (*roles.without, *roles.several)
        yield Sign.NOT_ONE_ACCOUNTABLE, {"activities": wrong} if wrong else None
        if not isinstance(roles.is_world_a, NoNumber):
            yield Sign.WORLD_A, {} if roles.is_world_a else None


def _of_money(paid: Mapping[Hashable, Any] | None) -> _Found:
    """Nothing can be said without a cost or without any cover recorded, nor over prices of unlike years."""
    has_cover = paid and any(not pd.isna(paid[one]) for one in SURENESS)
    if paid and has_cover and not pd.isna(paid["cost"]) and len(paid["price_levels"]) == 1:
        yield Sign.UNCOVERED, {"gap": paid["gap"]} if paid["gap"] > 0 else None


def _of_ownership(sides: TwoSided, moves: Mapping[str, tuple[int, int]]) -> _Found:
    if moves:
        fell = {side: move for side, move in moves.items() if move[1] < move[0]}
        side = next(iter(fell), "")
        facts: dict[str, Fact] = {"side": side, "before": fell[side][0], "after": fell[side][1]} if fell else {}
        yield Sign.OWNERSHIP_FELL, facts or None
    if not isinstance(sides.difference, NoNumber):
        far = abs(sides.difference) >= FAR_APART
        one, other = sides.municipality, sides.local
        assert not isinstance(one, NoNumber)
        assert not isinstance(other, NoNumber)
        yield Sign.SIDES_DIFFER, {"municipality": one.value, "local": other.value} if far else None


def _together(
    area: str, state: str, own: Sequence[OpenStep], judged: list[tuple[Sign, dict[str, Fact] | None]]
) -> AreaSignals:
    there = {sign: facts for sign, facts in judged if facts is not None}
    kinds = frozenset(sign for sign, _ in judged)
    signals = tuple(Signal(sign, there[sign]) for sign in Sign if sign in there)
    coming = [step for step in own if step.is_coming]
    dated = sum(step.due is not None for step in coming)
    return AreaSignals(area, _schedule(state, kinds, set(there)), signals, kinds, dated, len(coming))


def _schedule(state: str, judged: frozenset[Sign], there: set[Sign]) -> Schedule:
    if state not in GOES_ON:
        return Schedule.ENDED
    if Sign.OVERDUE not in judged:
        return Schedule.NOT_RECORDED
    if there & {Sign.OVERDUE, Sign.STALLED}:
        return Schedule.BEHIND
    return Schedule.ATTENTION if state == "paused" or there & {Sign.BLOCKED, Sign.SLIPPED} else Schedule.ON_SCHEDULE
