"""What somebody was filling in and has not confirmed: kept per actor, no part of the change log."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import sqlalchemy as sa

from transition.domain.register.fields import Value
from transition.register.actor import Actor
from transition.register.answers import Draft
from transition.register.schema import DRAFTS, as_json, from_json


def save(
    connection: sa.Connection, actor: Actor, kind: str, id: str, values: Mapping[str, Value], base: int | None
) -> None:
    """Keeps a draft in the place of the one before."""
    discard(connection, actor, [(kind, id)])
    kept = {name: as_json(value) for name, value in values.items()}
    connection.execute(
        sa.insert(DRAFTS),
        {"actor": actor.id, "kind": kind, "id": id, "values": kept, "base": base, "saved_at": datetime.now(UTC)},
    )


def of(connection: sa.Connection, actor: Actor) -> list[Draft]:
    """The actor's drafts, last saved first."""
    question = sa.select(DRAFTS).where(DRAFTS.c.actor == actor.id).order_by(DRAFTS.c.saved_at.desc())
    return [_draft(row) for row in connection.execute(question).mappings()]


def one(connection: sa.Connection, actor: Actor, kind: str, id: str) -> Draft | None:
    """The actor's draft of one record."""
    row = connection.execute(sa.select(DRAFTS).where(_of(actor, kind, id))).mappings().first()
    return None if row is None else _draft(row)


def discard(connection: sa.Connection, actor: Actor, records: Iterable[tuple[str, str]]) -> None:
    """Throws away the actor's drafts of these records."""
    kept = connection.execute(sa.select(DRAFTS.c.kind, DRAFTS.c.id).where(DRAFTS.c.actor == actor.id)).all()
    for kind, id in {(row.kind, row.id) for row in kept}.intersection(records):
        connection.execute(sa.delete(DRAFTS).where(_of(actor, kind, id)))


def _of(actor: Actor, kind: str, id: str) -> sa.ColumnElement[bool]:
    return (DRAFTS.c.actor == actor.id) & (DRAFTS.c.kind == kind) & (DRAFTS.c.id == id)


def _draft(row: sa.RowMapping) -> Draft:
    kind = row["kind"]
    values = {name: from_json(kind, name, value) for name, value in row["values"].items()}
    return Draft(kind, row["id"], values, row["base"], row["saved_at"])
