"""Makes the edits that bring back what was: before a change set, or as one record was just after an earlier one."""

from collections.abc import Iterable

import sqlalchemy as sa

from transition.domain.register.fields import Edit, Record, Value
from transition.domain.register.kinds import KINDS
from transition.register import history, reading
from transition.register.answers import EXISTENCE, Change, Clash, Conflict, RegisterError
from transition.register.reading import Stored
from transition.register.schema import CHANGES


def undoing(connection: sa.Connection, number: int) -> list[Edit]:
    """The edits that take back change set `number`.

    Raises Conflict when a later one changed the same fields, RegisterError when there is no such change set.
    """
    lines = history.changes(connection, CHANGES.c.number == number)
    if not lines:
        raise RegisterError(f"Wijziging {number} bestaat niet. Er is niets gewijzigd.")
    by_record: dict[tuple[str, str], list[Change]] = {}
    for line in lines:
        by_record.setdefault((line.kind, line.id), []).append(line)
    lying = _lying(connection, by_record)
    if clashes := _changed_later(connection, number, by_record, lying):
        raise Conflict(clashes)
    return [_back(lying[kind, id], kind, id, lines) for (kind, id), lines in by_record.items()]


def restoring(connection: sa.Connection, kind: str, id: str, number: int) -> list[Edit]:
    """The edit that makes a record what it was just after change set `number`. Raises RegisterError when it was never there."""
    lying = _lying(connection, [(kind, id)])
    if not lying:
        raise RegisterError("Dit staat niet in het register, en heeft er ook niet in gestaan. Er is niets gewijzigd.")
    later = history.changes(connection, history.of_record(kind, id) & (CHANGES.c.number > number))
    return [_back(lying[kind, id], kind, id, later)]


def _back(now: Stored, kind: str, id: str, lines: Iterable[Change]) -> Edit:
    """Takes back the lines, newest first: the oldest one of a field has the last word. Contact data stay as they are."""
    values: dict[str, Value] = dict(now.values)
    there = now.removed_at is None
    for line in lines:
        if line.field == EXISTENCE:
            there = bool(line.old)
        elif (one := KINDS[kind].by_name.get(line.field)) is not None and not one.personal:
            values[line.field] = line.old
    if not there:
        return Edit(kind, id, now.version, remove=True)
    if now.removed_at is not None:
        return Edit(kind, id, None, values)
    return Edit(kind, id, now.version, {name: value for name, value in values.items() if value != now.values[name]})


def _lying(connection: sa.Connection, records: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Stored]:
    by_kind: dict[str, list[str]] = {}
    for kind, id in records:
        by_kind.setdefault(kind, []).append(id)
    return {
        (kind, id): found
        for kind, ids in by_kind.items()
        for id, found in reading.stored(connection, KINDS[kind], "id", ids).items()
    }


def _changed_later(
    connection: sa.Connection,
    number: int,
    mine: dict[tuple[str, str], list[Change]],
    lying: dict[tuple[str, str], Stored],
) -> tuple[Clash, ...]:
    """What came after in the same fields. Where a record was added or removed, everything of it that came after counts."""
    kinds = {kind for kind, _ in mine}
    later: dict[tuple[str, str], list[Change]] = {}
    for line in history.changes(connection, (CHANGES.c.number > number) & CHANGES.c.kind.in_(kinds)):
        fields = {one.field for one in mine.get((line.kind, line.id), ())}
        if fields and (line.field in fields or EXISTENCE in (line.field, *fields)):
            later.setdefault((line.kind, line.id), []).append(line)
    return tuple(_clash(kind, id, lying[kind, id], lines) for (kind, id), lines in later.items())


def _clash(kind: str, id: str, now: Stored, lines: list[Change]) -> Clash:
    current = Record(kind, id, now.version, now.values) if now.removed_at is None else None
    theirs = {line.field: (line.old, lines_new(lines, line.field)) for line in lines}
    return Clash(kind, id, now.version, current, theirs, lines[0].who, lines[0].at)


def lines_new(lines: list[Change], field: str) -> Value:
    """What a field was made in the end; the lines are newest first."""
    return next(line.new for line in lines if line.field == field)
