"""Which rows an actor may see, and what of them: the answers of `actor.py` as conditions on tables. All that reads records asks here."""

from functools import cache
from typing import Any

import sqlalchemy as sa

from transition.domain.register.fields import VISIBILITY, Field, Kind, Type
from transition.domain.register.kinds import KINDS
from transition.register.actor import Actor, may_change, may_see
from transition.register.schema import TABLES

_OWNERS = {("method_card", "community")}
"""Beside the parent and the area: a card that a community made for itself is as visible as the community."""


def owners(kind: Kind) -> tuple[Field, ...]:
    """The fields that say to what a record belongs: who may not see that, does not see the record either."""
    return tuple(
        one
        for one in kind.fields
        if one.type is Type.REFERENCE
        and (one.name in (kind.parent, "area") or (kind.id, one.name) in _OWNERS)
        and is_guarded(KINDS[one.refers_to])
    )


def is_guarded(kind: Kind) -> bool:
    """Whether there can be records of this kind that not everybody may see."""
    return "visibility" in kind.by_name or bool(owners(kind))


@cache
def decides(kind: str) -> frozenset[str]:
    """The kinds on whose records it depends which records of this kind somebody sees, and what of them; itself included."""
    others = {one.refers_to for one in KINDS[kind].fields if one.type is Type.REFERENCE and one.refers_to != kind}
    return frozenset({kind}).union(*(decides(other) for other in others if is_guarded(KINDS[other])))


def visible(actor: Actor, kind: Kind, table: sa.FromClause | None = None) -> sa.ColumnElement[bool]:
    """The condition under which the actor may see a row of the kind's table, or of an alias of it."""
    rows = TABLES[kind.id] if table is None else table
    if _sees_all(actor):
        return sa.true()
    conditions: list[sa.ColumnElement[bool]] = []
    if "visibility" in kind.by_name:
        allowed = [visibility for visibility in VISIBILITY if may_see(actor, visibility)]
        conditions.append(sa.func.coalesce(rows.c.visibility.in_(allowed), may_see(actor, None)))
    for one in owners(kind):
        conditions.append(rows.c[one.name].is_(None) | _shown(actor, one, rows))
    return sa.and_(sa.true(), *conditions)


def columns(actor: Actor, kind: Kind) -> dict[str, sa.ColumnElement[Any]]:
    """The columns of a kind, by name, as the actor may see them: nothing in place of the id of a hidden record, nor of contact data."""
    table = TABLES[kind.id]
    if _sees_all(actor):
        return dict(table.c.items())
    return {name: _column(actor, kind, table, column) for name, column in table.c.items()}


def _column(actor: Actor, kind: Kind, table: sa.Table, column: sa.Column[Any]) -> sa.ColumnElement[Any]:
    one = kind.by_name.get(column.name)
    if one is not None and one.personal:
        return sa.null().label(column.name)
    if one is None or one.type is not Type.REFERENCE or not is_guarded(KINDS[one.refers_to]):
        return column
    return sa.case((_shown(actor, one, table), column), else_=None).label(column.name)


def _shown(actor: Actor, one: Field, rows: sa.FromClause) -> sa.ColumnElement[bool]:
    """Whether the actor may see what a field refers to."""
    other = TABLES[one.refers_to].alias()
    return sa.exists().where(other.c.id == rows.c[one.name], visible(actor, KINDS[one.refers_to], other))


def _sees_all(actor: Actor) -> bool:
    return may_change(actor) and all(may_see(actor, visibility) for visibility in VISIBILITY)
