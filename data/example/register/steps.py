"""When each step of an area was planned, planned again and reached. A first plan stays as it was; a delay goes on to what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from data.example.register.chance import TODAY, chance, council_day, happens, month_end, months_later, one_of, workday
from data.example.register.content import Content
from data.example.register.method import Step
from data.example.register.plans import Plan
from data.example.register.reasons import AFTER_ELECTIONS, BLOCKED, MOVED_ALONG, REVISED, REVISED_BY_CAUSE

_SLIP = {
    "ok": (0.92, 1.12),
    "late": (1.3, 1.65),
    "stuck": (1.05, 1.35),
    "done": (0.95, 1.2),
    "new": (1, 1),
    "thin": (1, 1.3),
}
"""How much longer steps take than planned, between these factors, by the pace of the area."""
_MONTHS_SINCE = {"ok": (1, 6), "late": (4, 10), "stuck": (15, 27), "done": (3, 8), "new": (1, 3), "thin": (9, 20)}
"""How long ago the last step was reached."""
_FURTHER = {"thin": 1, "new": 2, "stuck": 3}
"""How many steps ahead have a date; the others have one for all."""
_LATE_DAYS = 75
_QUICK = {"roofs": 0.6, "sharing": 0.55, "storage": 0.8, "agrarian": 0.8}
"""What takes less time than is usual in its theme."""
_AFTER_CONTRACT = (("H6", "grid"), ("H7", "grid"))
"""When the grid operator has signed, the grid can still be in the way: by its meters."""
_ELECTIONS = (2018, 2022, 2026)


@dataclass(frozen=True)
class Moment:
    """One step of one area, with its dates."""

    step: Step
    planned: date | None
    revised: date | None
    because: str | None
    actual: date | None

    @property
    def expected(self) -> date | None:
        return self.revised or self.planned


def moments(plan: Plan, steps: Sequence[Step]) -> list[Moment]:
    """The steps of the area in order, those that were reached and those that have a date."""
    steps = _needed(plan, steps)
    reached = next(place for place, step in enumerate(steps) if step.code == plan.reached_step)
    draw = chance("steps", plan.municipality, plan.name)
    slip = draw.uniform(*_SLIP[plan.pace])
    pace = _QUICK.get(plan.approach, 1.0)
    took = [step.months * pace * slip * draw.uniform(0.85, 1.2) for step in steps]
    last = plan.reached_on or months_later(TODAY, -draw.uniform(*_MONTHS_SINCE[plan.pace]))
    start = months_later(last, -sum(took[1 : reached + 1]))
    actual = _reached(start, steps[: reached + 1], took)
    thought = [step.months * pace * draw.uniform(0.9, 1.08) for step in steps]
    first = [month_end(months_later(actual[0], sum(thought[1 : place + 1]))) for place in range(len(steps))]
    until = min(len(steps), reached + 1 + _FURTHER.get(plan.pace, len(steps)))
    found: list[Moment] = []
    for place, step in enumerate(steps[:until]):
        when = actual[place] if place <= reached else None
        planned = (
            None if plan.pace == "thin" and place > reached and happens(0.5, plan.name, step.code) else first[place]
        )
        again = (
            _revised(plan, step, first[place], when, actual[-1], sum(took[reached + 1 : place + 1]))
            if planned
            else None
        )
        before = found[-1].expected if found and not found[-1].actual else None
        if not when and before and (again or planned) and (again or first[place]) <= before:
            again = before + timedelta(days=30)  # what comes after cannot be expected before
        revised = month_end(again) if again else None
        because = _because(plan, step, place - reached, first[place]) if revised else None
        found.append(Moment(step, planned, revised, because, when))
    return found


def _needed(plan: Plan, steps: Sequence[Step]) -> list[Step]:
    """Without the steps that are not needed here. What was passed long ago did without: areas can be designated since 2026 only."""
    codes = [step.code for step in steps]
    reached = codes.index(plan.reached_step)
    return [
        step
        for place, step in enumerate(steps)
        if step.needed == "always"
        or place == reached
        or (place > reached and happens(0.35, "needed", plan.name, step.code))
    ]


def _reached(start: date, steps: Sequence[Step], took: Sequence[float]) -> list[date]:
    found: list[date] = []
    for place, step in enumerate(steps):
        day = months_later(start, sum(took[1 : place + 1]))
        if step.decider == "council":
            day = council_day(day)
        if found:
            day = max(day, workday(found[-1] + timedelta(days=21)))
        found.append(day)
    return found


def _revised(plan: Plan, step: Step, first: date, actual: date | None, last: date, months: float) -> date | None:
    """A second planning: for what was reached late, and for what is still to come when the first planning cannot hold."""
    if actual:
        late = (actual - first).days > _LATE_DAYS
        guess = actual + timedelta(days=chance("guess", plan.name, step.code).randint(-40, 10))
        return guess if late and happens(0.7, "revised", plan.name, step.code) else None
    if plan.pace in ("thin", "new"):
        return None
    again = months_later(last, months + 2)
    if plan.pace == "stuck":
        again = months_later(first, 7)
        return again if happens(0.6, "revised", plan.name) else None
    again = max(again, months_later(TODAY, 2 + months / 4))
    if plan.pace == "late" and months and happens(0.3, "overdue", plan.name):
        return None
    return again if (again - first).days > _LATE_DAYS else None


def _because(plan: Plan, step: Step, ahead: int, first: date) -> str:
    """Why it was planned again. `ahead`: 1 for the step that comes now; what comes later moves along."""
    if ahead == 1 and plan.blockage:
        return REVISED_BY_CAUSE[plan.blockage]
    if ahead > 1:
        return one_of(MOVED_ALONG, "moved", plan.name, step.code)
    if step.decider == "council" and first.year in _ELECTIONS:
        return AFTER_ELECTIONS
    return one_of(REVISED[plan.theme], "because", plan.name, step.code)


def add_milestones(content: Content, area: str, plan: Plan, found: Sequence[Moment]) -> None:
    """Records the steps; what holds the area up stands at the first one that was not reached."""
    waiting = next((moment.step.code for moment in found if not moment.actual), "")
    for moment in found:
        code = moment.step.code
        blocked = code == waiting and plan.blockage
        cause = "metering" if (code, plan.blockage) in _AFTER_CONTRACT else plan.blockage
        texts = (plan.note,) if plan.note else BLOCKED[plan.theme, cause] if blocked else ()
        content.add(
            "milestone",
            area=area,
            code=code,
            planned=moment.planned,
            revised=moment.revised,
            revised_because=moment.because,
            actual=moment.actual,
            decided_by=moment.step.decider or None,
            link=_link(plan, moment) if moment.step.decider in ("council", "executive") else None,
            blockage=plan.blockage if blocked else None,
            blockage_note=one_of(texts, "blocked", plan.name)
            if blocked and (plan.note or happens(0.8, "told", plan.name))
            else None,
            evidence=f"https://voorbeeld.example/stukken/{area}/{code.lower()}"
            if moment.actual and plan.pace != "thin" and happens(0.68, "evidence", area, code)
            else None,
        )


def _link(plan: Plan, moment: Moment) -> str | None:
    if not moment.actual or not happens(0.85, "link", plan.name, moment.step.code):
        return None
    who = "raad" if moment.step.decider == "council" else "college"
    return f"https://voorbeeld.example/{plan.municipality.lower()}/{who}/{moment.actual.isoformat()}"
