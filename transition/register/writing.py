"""Writes edits: all of them in one change set, or none; never over what somebody else changed meanwhile."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from transition.domain.register.fields import Kind, Value
from transition.register import clashes, reading
from transition.register.actor import Actor
from transition.register.answers import EXISTENCE, NOT_KEPT, Conflict
from transition.register.proposal import Step
from transition.register.schema import CHANGE_SETS, CHANGES, TABLES, as_json


def write(connection: sa.Connection, actor: Actor, steps: Sequence[Step], **about: str) -> int:
    """Writes the steps and their change set, whose number is returned. `about`: why, origin, file_name and file_sha256.

    Raises Conflict when a record is not at the version its step started from.
    """
    number = reading.last_number(connection) + 1
    now = datetime.now(UTC)
    connection.execute(
        sa.insert(CHANGE_SETS), {"number": number, "at": now, "who_id": actor.id, "who": actor.name, **about}
    )
    by_kind: dict[str, list[Step]] = {}
    for step in steps:
        by_kind.setdefault(step.edit.kind, []).append(step)
    for some in by_kind.values():
        _write_records(connection, some, now)
    connection.execute(
        sa.insert(CHANGES), [{"number": number, **change} for step in steps for change in _changes(step)]
    )
    return number


def _write_records(connection: sa.Connection, steps: list[Step], now: datetime) -> None:
    kind = steps[0].kind
    table = TABLES[kind.id]
    new = [{"id": step.edit.id, "version": 1, **_columns(kind, step)} for step in steps if step.before is None]
    if new:
        connection.execute(sa.insert(table), new)
    old = [
        {
            "_id": step.edit.id,
            "_version": step.before.version,
            "version": step.before.version + 1,
            "removed_at": now if step.after is None else None,
            **_columns(kind, step),
        }
        for step in steps
        if step.before is not None
    ]
    if not old:
        return
    at_its_version = (table.c.id == sa.bindparam("_id")) & (table.c.version == sa.bindparam("_version"))
    columns: dict[str, Any] = {name: sa.bindparam(name) for name in old[0] if not name.startswith("_")}
    written = connection.execute(sa.update(table).where(at_its_version).values(columns), old)
    if written.rowcount != len(old):
        raise Conflict(clashes.of(connection, steps))


def _columns(kind: Kind, step: Step) -> dict[str, Any]:
    """All fields as they have to lie there. A removed record keeps its values, contact data excepted: these are gone."""
    values = step.after
    if values is None:
        assert step.before is not None  # what is not there was left out before
        personal = {one.name for one in kind.fields if one.personal}
        values = {name: None if name in personal else value for name, value in step.before.values.items()}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _changes(step: Step) -> list[dict[str, Any]]:
    """The lines of the change log: the record itself (added or removed), and each field that differs from what lay there."""
    lying: dict[str, Value] = {} if step.before is None else step.before.values
    found: list[dict[str, Any]] = []
    if step.stands != (step.after is not None):
        found.append({"field": EXISTENCE, "old": step.stands, "new": step.after is not None})
    for name, value in (step.after or {}).items():
        if value != (old := lying.get(name)):
            kept = (old, value)
            if step.kind.by_name[name].personal:
                kept = tuple(None if one is None else NOT_KEPT for one in kept)  # type: ignore[assignment]
            found.append({"field": name, "old": as_json(kept[0]), "new": as_json(kept[1])})
    return [{"kind": step.edit.kind, "id": step.edit.id, **line} for line in found]
