"""What the tests of the register fill in: a record of each kind that holds, and the same one with something else in it."""

from datetime import date

from transition.domain.register.fields import Edit, Value

TODAY = date(2026, 11, 23)
"""The day it is in the registers of the tests."""
PARTY: dict[str, Value] = {"name": "Zonkracht", "type": "cooperative"}
AREA: dict[str, Value] = {
    "name": "Havenkwartier",
    "theme": "neighbourhood_plan",
    "municipalities": ("GM9003",),
    "method_card": "wijkuitvoeringsplan-1",
    "state": "running",
    "lead_state": "unknown",
}
MILESTONE: dict[str, Value] = {"area": "haven", "code": "W3", "planned": date(2026, 5, 1)}
ROLE: dict[str, Value] = {"area": "haven", "activity": "plan", "council": "A", "executive": "R"}
COST: dict[str, Value] = {"area": "haven", "kind": "cost", "label": "Net", "amount": 1000.0, "price_level": 2026}
COVER: dict[str, Value] = {
    "area": "haven",
    "kind": "cover",
    "label": "Gemeente",
    "amount": 500.0,
    "price_level": 2026,
    "certainty": "expected",
}
PROJECT: dict[str, Value] = {
    "name": "Windpark",
    "municipality": "GM9003",
    "technology": "wind",
    "status": "developing",
}
DECISION: dict[str, Value] = {
    "municipality": "GM9003",
    "decided_on": date(2026, 12, 31),
    "title": "Plan vaststellen",
    "state": "planned",
    "decided_by": "council",
}
TARGET: dict[str, Value] = {
    "scope": "municipal",
    "code": "GM9003",
    "indicator": "solar_capacity_kwp",
    "value": 5000.0,
    "year": 2030,
}
COMMUNITY: dict[str, Value] = {"name": "Kring", "theme": "energy_hub", "state": "active"}


def new(kind: str, id: str, start: dict[str, Value], /, **other: Value) -> Edit:
    """A new record."""
    return Edit(kind, id, None, {**start, **other})


def area(**other: Value) -> Edit:
    """The area that the milestone, the role and the finance lines above belong to."""
    return new("area_process", "haven", AREA, **other)
