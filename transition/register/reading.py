"""Reads records out of the tables, and leaves out what an actor may not see."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from transition.domain.register.fields import Kind, Record, Value
from transition.register.actor import Actor
from transition.register.schema import CHANGES, TABLES, from_column, values_of
from transition.register.visibility import columns, visible

_AT_ONCE = 500
"""Databases take a limited number of values in one question."""


@dataclass(frozen=True)
class Stored:
    """A record as it lies in its table, also when it was removed."""

    version: int
    removed_at: datetime | None
    values: dict[str, Value]


def records(connection: sa.Connection, actor: Actor, kind: Kind) -> dict[str, Record]:
    """The records that stand and that the actor may see, by id."""
    table = TABLES[kind.id]
    found = connection.execute(
        sa.select(*columns(actor, kind).values())
        .where(table.c.removed_at.is_(None), visible(actor, kind))
        .order_by(table.c.id)
    ).mappings()
    return {row["id"]: Record(kind.id, row["id"], row["version"], values_of(kind, row)) for row in found}


def record(connection: sa.Connection, actor: Actor, kind: Kind, id: str) -> Record | None:
    """One record, when it stands and the actor may see it."""
    table = TABLES[kind.id]
    question = sa.select(*columns(actor, kind).values()).where(
        table.c.id == id, table.c.removed_at.is_(None), visible(actor, kind)
    )
    row = connection.execute(question).mappings().first()
    return None if row is None else Record(kind.id, id, row["version"], values_of(kind, row))


def stored(connection: sa.Connection, kind: Kind, field: str, sought: Iterable[str]) -> dict[str, Stored]:
    """The rows of which `field` (a column of texts, such as 'id' or 'area') is one of those sought, removed ones included; by id."""
    table = TABLES[kind.id]
    found: dict[str, Stored] = {}
    for some in _batches(sought):
        for row in connection.execute(sa.select(table).where(table.c[field].in_(some))).mappings():
            found[row["id"]] = Stored(row["version"], row["removed_at"], values_of(kind, row))
    return found


def standing_ids(connection: sa.Connection, kind: Kind, sought: Iterable[str]) -> set[str]:
    """Those of the ids that stand."""
    table = TABLES[kind.id]
    found: set[str] = set()
    for some in _batches(sought):
        found.update(
            connection.scalars(sa.select(table.c.id).where(table.c.id.in_(some), table.c.removed_at.is_(None)))
        )
    return found


def filled(connection: sa.Connection, kind: Kind, field: str) -> dict[str, Stored]:
    """The rows in which a field is recorded, by id."""
    table = TABLES[kind.id]
    found = connection.execute(sa.select(table).where(table.c[field].is_not(None))).mappings()
    return {row["id"]: Stored(row["version"], row["removed_at"], values_of(kind, row)) for row in found}


def keys(connection: sa.Connection, kind: Kind) -> dict[str, tuple[str, ...]]:
    """Id -> key of every record that stands."""
    table = TABLES[kind.id]
    columns = [table.c[name] for name in kind.key]
    rows = connection.execute(sa.select(table.c.id, *columns).where(table.c.removed_at.is_(None))).mappings()
    return {
        row["id"]: key(kind, {name: from_column(kind.by_name[name], row[name]) for name in kind.key}) for row in rows
    }


def key(kind: Kind, values: Mapping[str, Value]) -> tuple[str, ...]:
    """What a record is told from its likes by, in a form that can be compared."""
    return tuple(repr(values[name]) for name in kind.key)


def last_number(connection: sa.Connection, kinds: frozenset[str] | None = None) -> int:
    """The number of the last change set; of those that touched one of the kinds, when these are given. 0: none yet."""
    return max(number or 0 for number in connection.execute(_last_numbers(kinds)).one())


@lru_cache(maxsize=64)
def _last_numbers(kinds: frozenset[str] | None) -> sa.Select[Any]:
    """The question, made once: it is asked for every table on every page. Each kind apart is answered from the end of an index."""
    last = sa.select(sa.func.max(CHANGES.c.number))
    if kinds is None:
        return last
    return sa.select(*(last.where(CHANGES.c.kind == kind).scalar_subquery() for kind in sorted(kinds)))


def _batches(sought: Iterable[str]) -> Iterator[list[str]]:
    every = sorted(set(sought))
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]
