"""What cannot have happened yet: a date that says that something took place is today or before."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from transition.domain.register.fields import Field, Problem
from transition.register.proposal import Step
from transition.register.wording import day

_HERE = ZoneInfo("Europe/Amsterdam")
_HAPPENED_WHEN: dict[tuple[str, str], tuple[str, frozenset[str]]] = {
    ("decision", "decided_on"): ("state", frozenset({"taken"})),
    ("finance_line", "decided_on"): ("certainty", frozenset({"committed"})),
    ("project", "building_from"): ("status", frozenset({"building", "realised"})),
}
"""Kind and field -> the field and the choices by which its date says that something took place; else it may be planned."""
_PLANNED_AT: dict[tuple[str, str], str] = {
    ("project", "realised_on"): "Is het een verwachting? Zet de dag dan bij 'Verwacht klaar op'.",
    ("decision", "decided_on"): "Moet het besluit nog komen? Kies dan 'Gepland' bij 'Stand'.",
}
"""Where a date belongs that is still to come."""


def today() -> date:
    """The day it is in the Netherlands, also on a machine with another clock."""
    return datetime.now(_HERE).date()


def problems(step: Step, today: date) -> Iterator[Problem]:
    """The dates of one record that are still to come and cannot be. Those that do not change were looked at when they were written."""
    if step.after is None:
        return
    for one in step.kind.fields:
        value = step.after[one.name]
        when = _HAPPENED_WHEN.get((step.kind.id, one.name))
        if not isinstance(value, date) or not (one.happened or when) or value <= today:
            continue
        if when and step.after[when[0]] not in when[1]:
            continue
        if step.changed & {one.name, *(when or ())[:1]}:
            what = f"'{one.label}' is {day(value)}, maar die dag moet nog komen."
            yield step.problem(one.name, what, _remedy(step, one))


def _remedy(step: Step, one: Field) -> str:
    place = _PLANNED_AT.get((step.kind.id, one.name), "")
    if step.kind.id == "milestone":
        first = (step.after or {}).get("planned") is None
        place = f"Is de stap nog niet gehaald? Zet de dag dan bij '{'Gepland' if first else 'Herzien'}'."
    return " ".join(part for part in ("Vul een dag in tot en met vandaag.", place) if part)
