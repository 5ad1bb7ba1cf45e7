"""What to mind between the milestones of one area process: steps that come before it, and decisions that wait for it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from transition.domain.register.fields import Problem, Value
from transition.register.proposal import Proposal, Step
from transition.register.wording import day, enumeration

_NEAR = timedelta(days=60)
"""A decision that is planned so long before a step, or later, may be the one the step waits for."""
_DAYS = ("planned", "revised", "actual")
Values = dict[str, Value]


def problems(proposal: Proposal, steps: Sequence[Step]) -> Iterator[Problem]:
    """What may be meant otherwise; warnings only."""
    yield from _earlier_steps_are_recorded(proposal, steps)
    yield from _decision_moves_along(proposal, steps)


def _earlier_steps_are_recorded(proposal: Proposal, steps: Sequence[Step]) -> Iterator[Problem]:
    """A step of the method is reached, and of steps before it nothing is recorded: maybe it is the wrong step."""
    some = [step for step in steps if step.edit.kind == "milestone" and _is_reached_now(step)]
    areas = proposal.after("area_process", "id", {str(step.after["area"]) for step in some if step.after})
    phases = _phases(proposal, {str(area["method_card"]) for area in areas.values() if area["method_card"]})
    recorded = {
        (str(one["area"]), str(one["code"]))
        for one in proposal.after("milestone", "area", areas).values()
        if any(one[name] is not None for name in _DAYS)
    }
    for step in some:
        area, code = str((step.after or {})["area"]), str((step.after or {})["code"])
        order = phases.get(str(areas.get(area, {}).get("method_card")), {})
        if code not in order:
            continue
        before = list(order)[: list(order).index(code)]
        empty = [one for one in before if order[one] and (area, one) not in recorded]
        if empty:
            what = f"{code} is gehaald, maar van {_runs(empty, before)} is niets vastgelegd."
            yield step.warning("actual", what, "Controleer of dit de goede stap is, en vul die andere aan.")


def _decision_moves_along(proposal: Proposal, steps: Sequence[Step]) -> Iterator[Problem]:
    """A step is put off, and a decision that was planned about its old day still stands before the new one."""
    put_off = [step for step in steps if step.edit.kind == "milestone" and "revised" in step.changed and step.after]
    areas = {str(step.after["area"]) for step in put_off if step.after}
    coming = [one for one in proposal.after("decision", "area", areas).values() if one["state"] == "planned"]
    for step in put_off:
        before, new = step.old.get("revised") or step.old.get("planned"), (step.after or {})["revised"]
        for one in coming:
            on = one["decided_on"]
            if one["area"] != (step.after or {})["area"] or not isinstance(on, date):
                continue
            if isinstance(before, date) and isinstance(new, date) and before - _NEAR <= on < new:
                what = f"Het besluit '{str(one['title'])[:60]}' staat nog op {day(on)}."
                yield step.warning("revised", what, "Verschuift dat mee? Pas dan ook de datum van het besluit aan.")


def _is_reached_now(step: Step) -> bool:
    return step.after is not None and step.after["actual"] is not None and bool(step.changed & {"actual", "code"})


def _phases(proposal: Proposal, cards: set[str]) -> dict[str, dict[str, bool]]:
    """Card -> the codes of its steps in their order, and whether each is always needed."""
    found: dict[str, dict[str, bool]] = {}
    for one in sorted(proposal.after("method_phase", "card", cards).values(), key=_place):
        found.setdefault(str(one["card"]), {})[str(one["code"])] = one["needed"] != "if_needed"
    return found


def _place(phase: Values) -> float:
    place = phase["place"]
    return place if isinstance(place, int | float) else float("inf")


def _runs(codes: Sequence[str], order: Sequence[str]) -> str:
    """'W1 tot en met W9', 'W1 en W3': codes that follow each other are told by their first and last."""
    told: list[str] = []
    for _, run in groupby(enumerate(codes), key=lambda one: order.index(one[1]) - one[0]):
        some = [code for _, code in run]
        told += [f"{some[0]} tot en met {some[-1]}"] if len(some) > 2 else some
    return enumeration(told)
