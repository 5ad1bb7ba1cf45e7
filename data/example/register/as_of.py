"""What of a record was known on an earlier day. The register was kept up per quarter, so that its history has something to show."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from data.example.register.chance import chance, happens, month_end
from transition.domain.register.fields import Value

Values = Mapping[str, Value]
_KNOWN_FROM = {
    "ownership_assessment": "assessed_on",
    "cooperation_score": "scored_on",
    "participation": "held_on",
    "checklist_item": "answered_on",
    "policy_anchoring": "decided_on",
    "target": "decided_on",
    "session": "held_on",
    "lesson": "learned_on",
    "area_process": "start",
    "project": "started_on",
}
"""The date before which a record of this kind was not there."""


def as_of(kind: str, id: str, values: Values, day: date) -> Values | None:
    """The record as it stood on `day`; None when it was not there yet."""
    since = values.get(_KNOWN_FROM.get(kind, ""))
    if isinstance(since, date) and since > day:
        return None
    known = _EARLIER.get(kind)
    return known(id, values, day) if known else values


def _later(values: Values, field: str, day: date) -> bool:
    found = values.get(field)
    return isinstance(found, date) and found > day


def _without(values: Values, *fields: str) -> dict[str, Value]:
    return {name: value for name, value in values.items() if name not in fields}


def _milestone(id: str, values: Values, day: date) -> Values:
    """A new planning, and what holds it up, were seen some time before the first planning came."""
    known = _without(values, "actual", "link", "evidence") if _later(values, "actual", day) else dict(values)
    planned = values.get("planned")
    if (
        "actual" not in known
        and isinstance(planned, date)
        and planned > day + timedelta(days=chance("seen", id).randint(-30, 540))
    ):
        known = _without(known, "revised", "revised_because", "blockage", "blockage_note")
    return known


def _area(id: str, values: Values, day: date) -> Values:
    known = dict(values)
    if known["state"] in ("finished", "paused", "stopped") and day < date(2026, 5, 1):
        known["state"] = "running"
    if "lead" in known and day < date(2026, 3, 1) and happens(0.09, "lead not yet", id):
        known = _without(known, "lead") | {"lead_state": "unknown"}
    if "note" in known and day < date(2026, 9, 1) and happens(0.5, "note later", id):
        known = _without(known, "note")
    return known


def _finance_line(_id: str, values: Values, day: date) -> Values:
    if not _later(values, "decided_on", day):
        return values
    return _without(values, "decided_on", "evidence") | {"certainty": "applied"}


def _decision(_id: str, values: Values, day: date) -> Values | None:
    """A decision stood in the planning for half a year before it was taken."""
    decided = values["decided_on"]
    if not isinstance(decided, date) or decided <= day:
        return values
    if decided > day + timedelta(days=420):
        return None
    return _without(values, "link") | {"state": "planned"}


_REACHED = (("realised_on", "building"), ("building_from", "permitted"), ("permitted_on", "developing"))


def _project(_id: str, values: Values, day: date) -> Values:
    known = dict(values)
    for field, before in _REACHED:
        if _later(known, field, day):
            expected = known.pop(field)
            known["status"] = before
            if field == "realised_on" and isinstance(expected, date):
                known["expected_on"] = month_end(expected)
    if known["status"] == "cancelled" and day < date(2026, 7, 1):
        known = _without(known, "note") | {"status": "developing"}
    return known


_EARLIER: Mapping[str, Callable[[str, Values, date], Values | None]] = {
    "milestone": _milestone,
    "area_process": _area,
    "finance_line": _finance_line,
    "decision": _decision,
    "project": _project,
}
