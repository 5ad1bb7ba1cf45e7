"""What edits would make of the register: each edited record before and after, and the records around them that rules ask about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa

from transition.domain.register.fields import Edit, Kind, Value
from transition.domain.register.kinds import KINDS
from transition.register import reading
from transition.register.reading import Stored
from transition.register.tidy import tidied


@dataclass(frozen=True)
class Step:
    """One edited record. `before`: as it lies there, maybe removed; `after`: all its fields, or None when it is to be removed."""

    edit: Edit
    before: Stored | None
    after: dict[str, Value] | None

    @property
    def kind(self) -> Kind:
        return KINDS[self.edit.kind]

    @property
    def stands(self) -> bool:
        """Whether the record is there now."""
        return self.before is not None and self.before.removed_at is None

    @property
    def old(self) -> dict[str, Value]:
        """The fields of the record that stands now; nothing when there is none."""
        return self.before.values if self.before is not None and self.stands else {}

    @property
    def does_nothing(self) -> bool:
        """Whether everything is already as asked."""
        if self.after is None:
            return not self.stands
        return self.stands and self.after == self.old

    @property
    def changed(self) -> dict[str, Value]:
        """The fields that get another value."""
        old = self.old
        return {name: value for name, value in (self.after or {}).items() if value != old.get(name)}


class Proposal:
    """Edits beside what they would change. Reads no more than the edited records and what belongs to the same area or card."""

    def __init__(self, connection: sa.Connection, edits: Sequence[Edit]) -> None:
        self._connection = connection
        by_kind: dict[str, list[Edit]] = {}
        for edit in edits:
            by_kind.setdefault(edit.kind, []).append(edit)
        self.twice = _twice(edits)
        self.steps: list[Step] = []
        for id, kind in KINDS.items():  # what is referred to comes first
            some = by_kind.pop(id, [])
            lying = reading.stored(connection, kind, "id", [edit.id for edit in some])
            self.steps += [_step(kind, edit, lying.get(edit.id)) for edit in some]
        if by_kind:
            raise ValueError(f"unknown kinds of records: {sorted(by_kind)}; known: {', '.join(KINDS)}")

    @cached_property
    def _after(self) -> dict[tuple[str, str], dict[str, Value] | None]:
        return {(step.edit.kind, step.edit.id): step.after for step in self.steps}

    def missing(self, kind: str, ids: Iterable[str]) -> set[str]:
        """Those of the ids that will not be there."""
        sought = set(ids)
        edited = {id for id in sought if (kind, id) in self._after}
        rest = sought - edited
        gone = {id for id in edited if self._after[kind, id] is None}
        return gone | (rest - reading.standing_ids(self._connection, KINDS[kind], rest) if rest else set())

    def after(self, kind: str, field: str, sought: Iterable[str]) -> dict[str, dict[str, Value]]:
        """The records of a kind, as they will be, of which `field` ('id', or a reference) is one of those sought; by id."""
        sought = set(sought)
        lying = reading.stored(self._connection, KINDS[kind], field, sought)
        found = {
            id: one.values for id, one in lying.items() if one.removed_at is None and (kind, id) not in self._after
        }
        for (edited, id), values in self._after.items():
            if edited == kind and values is not None and (id if field == "id" else values[field]) in sought:
                found[id] = values
        return found


def _twice(edits: Sequence[Edit]) -> list[Edit]:
    seen: set[tuple[str, str]] = set()
    return [edit for edit in edits if (edit.kind, edit.id) in seen or seen.add((edit.kind, edit.id))]  # type: ignore[func-returns-value]


def _step(kind: Kind, edit: Edit, before: Stored | None) -> Step:
    if edit.remove:
        return Step(edit, before, None)
    start: dict[str, Value] = dict.fromkeys(kind.by_name)
    if before is not None and before.removed_at is None and edit.base is not None:
        start = before.values
    given = {name: tidied(kind.by_name[name], value) for name, value in edit.changes.items() if name in kind.by_name}
    return Step(edit, before, {**start, **given})
