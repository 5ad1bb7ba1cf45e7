"""What one workbook is about: a municipality or a community, and which records concern it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from transition.domain.register.fields import Record, Type
from transition.domain.register.kinds import KINDS, OF_AREA

Records = Mapping[str, Mapping[str, Record]]
"""Kind -> id -> record."""
_KEPT_BESIDE = ("party", "community", "method_card")
"""Records that others refer to, and that go along with them."""
_OF_CARD = tuple(kind.id for kind in KINDS.values() if kind.parent == "card")
_ABOUT_AREAS = ("area_process", *OF_AREA, "decision", "project", "target", "lesson")
_BESIDE = ("party", "community", "method_card", *_OF_CARD)


class About(StrEnum):
    """What a workbook can be about."""

    MUNICIPALITY = "municipality"
    COMMUNITY = "community"


SHEETS = {
    About.MUNICIPALITY: (*_ABOUT_AREAS, "policy_anchoring", "checklist_item", *_BESIDE),
    About.COMMUNITY: (
        "community",
        "session",
        *_ABOUT_AREAS[::-1][:1],
        *_ABOUT_AREAS[:-1],
        "method_card",
        *_OF_CARD,
        "party",
    ),
}
"""The kinds a workbook has a sheet for, in the order in which people need them."""


@dataclass(frozen=True)
class Scope:
    """A municipality (`id` is its code) or a community (`id` is that of its record)."""

    about: About
    id: str


def selected(scope: Scope, records: Records) -> dict[str, dict[str, Record]]:
    """The records that concern the scope and those they refer to, per kind of its sheets, ordered by id."""
    chosen: set[tuple[str, str]] = set()
    for kind in SHEETS[scope.about]:
        chosen |= {(kind, id) for id, record in records.get(kind, {}).items() if _names(scope, record)}
    areas = {id for kind, id in chosen if kind == "area_process"}
    for kind in _ABOUT_AREAS:
        chosen |= {(kind, id) for id, one in records.get(kind, {}).items() if one.values.get("area") in areas}
    _add_beside(chosen, records)
    cards = {id for kind, id in chosen if kind == "method_card"}
    if not cards:  # nothing is recorded yet: then the cards that are everybody's show what there is to choose
        cards = {id for id, one in records.get("method_card", {}).items() if one.values.get("community") is None}
        chosen |= {("method_card", id) for id in cards}
    for kind in _OF_CARD:
        chosen |= {(kind, id) for id, one in records.get(kind, {}).items() if one.values.get("card") in cards}
    return {
        kind: {id: one for id, one in sorted(records.get(kind, {}).items()) if (kind, id) in chosen}
        for kind in SHEETS[scope.about]
    }


def _names(scope: Scope, record: Record) -> bool:
    """Whether the record itself says that it is of the scope."""
    if scope.about is About.COMMUNITY and record.kind == "community":
        return record.id == scope.id
    for field in KINDS[record.kind].fields:
        value = record.values.get(field.name)
        if scope.about is About.MUNICIPALITY and field.type in (Type.CODE, Type.CODES):
            if scope.id in (value if isinstance(value, tuple) else (value,)):
                return True
        elif scope.about is About.COMMUNITY and field.name == "community" and value == scope.id:
            return True
    return False


def _add_beside(chosen: set[tuple[str, str]], records: Records) -> None:
    """Adds what the chosen records refer to, and what those refer to, until nothing new is named."""
    new = set(chosen)
    while new:
        named = {found for kind, id in new for found in _named_by(records[kind][id])}
        new = {(kind, id) for kind, id in named - chosen if id in records.get(kind, {})}
        chosen |= new


def _named_by(record: Record) -> Iterator[tuple[str, str]]:
    for field in KINDS[record.kind].fields:
        if field.refers_to in _KEPT_BESIDE:
            value = record.values.get(field.name)
            names: Iterable[object] = value if isinstance(value, tuple) else (value,)
            yield from ((field.refers_to, str(name)) for name in names if name)


def belongs(scope: Scope, record: Record, areas: Iterable[str]) -> bool:
    """Whether a new record is one of the scope's; `areas`: the ids of its area processes. What goes along may always be new."""
    return record.kind in _BESIDE or _names(scope, record) or record.values.get("area") in set(areas)
