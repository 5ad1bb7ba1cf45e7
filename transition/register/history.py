"""Reads the change log: what changed, who did it and why; and what a record was after an earlier change set."""

from collections.abc import Iterable

import sqlalchemy as sa

from transition.domain.register.fields import Kind, Type
from transition.domain.register.kinds import KINDS
from transition.register.answers import Change, ChangeSet
from transition.register.schema import CHANGE_SETS, CHANGES, TABLES, from_json


def changes(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> list[Change]:
    """The lines of the log under a condition, newest first."""
    question = (
        sa.select(
            CHANGES,
            CHANGE_SETS.c.at,
            CHANGE_SETS.c.who,
            CHANGE_SETS.c.why,
            CHANGE_SETS.c.origin,
            CHANGE_SETS.c.file_name,
        )
        .join(CHANGE_SETS)
        .where(condition)
        .order_by(CHANGES.c.number.desc(), CHANGES.c.kind, CHANGES.c.id, CHANGES.c.field)
    )
    return [
        Change(
            number=row.number,
            at=row.at,
            who=row.who,
            why=row.why,
            origin=row.origin,
            kind=row.kind,
            id=row.id,
            field=row.field,
            old=from_json(row.kind, row.field, row.old),
            new=from_json(row.kind, row.field, row.new),
            file_name=row.file_name,
        )
        for row in connection.execute(question)
    ]


def of_record(kind: str, id: str) -> sa.ColumnElement[bool]:
    """The condition for the lines of one record."""
    return (CHANGES.c.kind == kind) & (CHANGES.c.id == id)


def of_family(kind: str, id: str) -> sa.ColumnElement[bool]:
    """The condition for the lines of one record and of all that belong to it, removed ones included."""
    conditions = [of_record(kind, id)]
    for child, field in belonging(kind):
        table = TABLES[child.id]
        ids = sa.select(table.c.id).where(table.c[field] == id)
        conditions.append((CHANGES.c.kind == child.id) & CHANGES.c.id.in_(ids))
    return sa.or_(*conditions)


def belonging(kind: str) -> Iterable[tuple[Kind, str]]:
    """The kinds whose records belong to one of this kind, with the field that says to which."""
    for child in KINDS.values():
        for one in child.fields:
            if one.type is Type.REFERENCE and one.refers_to == kind and one.name in (child.parent, "area"):
                yield child, one.name


def change_sets(connection: sa.Connection, limit: int) -> list[ChangeSet]:
    """The last change sets, newest first, with the number of records each touched per kind."""
    rows = connection.execute(sa.select(CHANGE_SETS).order_by(CHANGE_SETS.c.number.desc()).limit(limit)).all()
    if not rows:
        return []
    counts: dict[int, dict[str, int]] = {}
    question = (
        sa.select(CHANGES.c.number, CHANGES.c.kind, sa.func.count(sa.distinct(CHANGES.c.id)).label("records"))
        .where(CHANGES.c.number >= rows[-1].number)
        .group_by(CHANGES.c.number, CHANGES.c.kind)
    )
    for row in connection.execute(question):
        counts.setdefault(row.number, {})[row.kind] = row.records
    return [
        ChangeSet(
            row.number, row.at, row.who, row.why, row.origin, row.file_name, row.file_sha256, counts.get(row.number, {})
        )
        for row in rows
    ]
