"""What edits would make of the register: each edited record before and after, and the records around them that rules ask about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa

from transition.domain.register.fields import Edit, Kind, Problem, Value
from transition.domain.register.kinds import KINDS
from transition.register import reading
from transition.register.reading import Stored
from transition.register.schema import MANY
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

    @cached_property
    def changed(self) -> frozenset[str]:
        """The fields that get another value."""
        old = self.old
        return frozenset(name for name, value in (self.after or {}).items() if value != old.get(name))

    def problem(self, field: str, what: str, remedy: str) -> Problem:
        """Something about this record that does not hold."""
        return Problem(self.edit.kind, self.edit.id, field, what, remedy)

    def warning(self, field: str, what: str, remedy: str) -> Problem:
        """Something about this record that may be meant so."""
        return Problem(self.edit.kind, self.edit.id, field, what, remedy, is_warning=True)


class Proposal:
    """Edits beside what they would change. Reads no more than the edited records and those around them that a rule asks about.

    What belongs to a removed record is removed along with it: `along`, (kind, id) -> how many of each kind.
    """

    def __init__(self, connection: sa.Connection, edits: Sequence[Edit]) -> None:
        self._connection = connection
        self.twice = _twice(edits)
        self.along: dict[tuple[str, str], dict[str, int]] = {}
        by_kind: dict[str, list[Edit]] = {}
        for edit in edits:
            by_kind.setdefault(edit.kind, []).append(edit)
        if unknown := by_kind.keys() - KINDS.keys():
            raise ValueError(f"unknown kinds of records: {sorted(unknown)}; known: {', '.join(KINDS)}")
        self.steps: list[Step] = []
        for id, kind in KINDS.items():  # what is referred to comes first
            self.steps += self._of_kind(kind, by_kind.get(id, []))

    def _of_kind(self, kind: Kind, edits: list[Edit]) -> list[Step]:
        lying = reading.stored(self._connection, kind, "id", [edit.id for edit in edits])
        steps = [_step(kind, edit, lying.get(edit.id)) for edit in edits]
        if kind.parent:
            steps += self._going_along(kind, {edit.id for edit in edits})
        return steps

    def _going_along(self, kind: Kind, edited: set[str]) -> list[Step]:
        owner = kind.by_name[kind.parent].refers_to
        going = {step.edit.id for step in self.steps if step.edit.kind == owner and step.edit.remove and step.stands}
        found: list[Step] = []
        for id, one in reading.stored(self._connection, kind, kind.parent, going).items():
            if one.removed_at is None and id not in edited:
                found.append(Step(Edit(kind.id, id, one.version, remove=True), one, None))
                counts = self.along.setdefault((owner, str(one.values[kind.parent])), {})
                counts[kind.id] = counts.get(kind.id, 0) + 1
        return found

    @cached_property
    def _after(self) -> dict[str, dict[str, dict[str, Value] | None]]:
        """Kind -> id -> the edited record as it will be."""
        found: dict[str, dict[str, dict[str, Value] | None]] = {id: {} for id in KINDS}
        for step in self.steps:
            found[step.edit.kind][step.edit.id] = step.after
        return found

    def missing(self, kind: str, ids: set[str]) -> set[str]:
        """Those of the ids that will not be there."""
        edited = self._after[kind]
        rest = ids - edited.keys()
        gone = {id for id in ids & edited.keys() if edited[id] is None}
        return gone | (rest - reading.standing_ids(self._connection, KINDS[kind], rest))

    def after(self, kind: str, field: str, sought: Iterable[str]) -> dict[str, dict[str, Value]]:
        """The records of a kind, as they will be, of which `field` ('id', or a text or reference) is one of those sought; by id."""
        wanted = set(sought)
        found = self._beside_edits(kind, reading.stored(self._connection, KINDS[kind], field, wanted))
        for id, values in self._after[kind].items():
            if values is not None and (id if field == "id" else str(values[field])) in wanted:
                found[id] = values
        return found

    def referring(self, kind: Kind, field: str, going: set[str]) -> list[dict[str, Value]]:
        """The records of a kind, as they will be, of which `field` holds one of these ids."""
        if kind.by_name[field].type not in MANY:
            return list(self.after(kind.id, field, going).values())
        filled = self._beside_edits(kind.id, reading.filled(self._connection, kind, field))
        edited = {id: values for id, values in self._after[kind.id].items() if values is not None}
        return [values for values in {**filled, **edited}.values() if going & set(_texts(values[field]))]

    def keys(self, kind: Kind) -> dict[str, tuple[str, ...]]:
        """Id -> key of every record of a kind, as they will be."""
        edited = self._after[kind.id]
        found = {id: key for id, key in reading.keys(self._connection, kind).items() if id not in edited}
        for id, values in edited.items():
            if values is not None:
                found[id] = reading.key(kind, values)
        return found

    def _beside_edits(self, kind: str, lying: dict[str, Stored]) -> dict[str, dict[str, Value]]:
        edited = self._after[kind]
        return {id: one.values for id, one in lying.items() if one.removed_at is None and id not in edited}


def _texts(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _twice(edits: Sequence[Edit]) -> list[Edit]:
    times = Counter((edit.kind, edit.id) for edit in edits)
    return [Edit(kind, id, None) for (kind, id), count in times.items() if count > 1]


def _step(kind: Kind, edit: Edit, before: Stored | None) -> Step:
    if edit.remove:
        return Step(edit, before, None)
    start: dict[str, Value] = dict.fromkeys(kind.by_name)
    if before is not None and before.removed_at is None and edit.base is not None:
        start = before.values
    given = {name: tidied(kind.by_name[name], value) for name, value in edit.changes.items() if name in kind.by_name}
    return Step(edit, before, {**start, **given})
