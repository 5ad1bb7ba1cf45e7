"""The tables of the register, made from the declarations of its kinds; and how a value lies in a column and in the change log."""

from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa

from transition.domain.register.fields import Field, Kind, Type, Value
from transition.domain.register.kinds import KINDS

JSON = sa.JSON(none_as_null=True)
MANY = frozenset((Type.CODES, Type.REFERENCES))
WHOLE = frozenset((Type.INTEGER,))
FRACTIONAL = frozenset((Type.NUMBER, Type.MONEY, Type.SHARE))
COLUMN_TYPES: dict[Type, sa.types.TypeEngine[Any]] = {
    Type.TEXT: sa.Text(),
    Type.LONG_TEXT: sa.Text(),
    Type.LINK: sa.Text(),
    Type.CODE: sa.Text(),
    Type.CHOICE: sa.Text(),
    Type.REFERENCE: sa.Text(),
    Type.INTEGER: sa.BigInteger(),
    Type.NUMBER: sa.Double(),
    Type.MONEY: sa.Double(),
    Type.SHARE: sa.Double(),
    Type.DATE: sa.Date(),
    Type.CODES: JSON,
    Type.REFERENCES: JSON,
    Type.POLYGON: JSON,
}
METADATA = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


class Moment(sa.types.TypeDecorator[datetime]):
    """A moment in UTC, as ISO text: SQLite knows no moments, and this way both databases hold the same."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> str | None:  # noqa: ARG002
        return value.astimezone(UTC).isoformat(timespec="microseconds") if value else None

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        return datetime.fromisoformat(value) if value else None


def _table(kind: Kind) -> sa.Table:
    return sa.Table(
        kind.id,
        METADATA,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("removed_at", Moment),
        *(_column(one) for one in kind.fields),
    )


def _column(one: Field) -> sa.Column[Any]:
    """What is referred to must be there, also for the database itself. A row never goes (`removed_at`), so this always holds."""
    if one.type is not Type.REFERENCE:
        return sa.Column(one.name, COLUMN_TYPES[one.type])
    there = sa.ForeignKey(f"{one.refers_to}.id", deferrable=True, initially="DEFERRED")
    return sa.Column(one.name, sa.Text, there, index=True)


TABLES = {kind.id: _table(kind) for kind in KINDS.values()}
"""Kind id -> the table of its records, removed ones included."""
FACTS = sa.Table(
    "register_facts",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
CHANGE_SETS = sa.Table(
    "change_sets",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("who_id", sa.Text, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("file_name", sa.Text, nullable=False),
    sa.Column("file_sha256", sa.Text, nullable=False),
)
CHANGES = sa.Table(
    "changes",
    METADATA,
    sa.Column("number", sa.Integer, sa.ForeignKey("change_sets.number"), primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("field", sa.Text, primary_key=True),
    sa.Column("old", JSON),
    sa.Column("new", JSON),
    sa.Index("ix_changes_kind_number", "kind", "number"),
    sa.Index("ix_changes_kind_id_number", "kind", "id", "number"),
)
DRAFTS = sa.Table(
    "drafts",
    METADATA,
    sa.Column("actor", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("values", JSON, nullable=False),
    sa.Column("base", sa.Integer),
    sa.Column("saved_at", Moment, nullable=False),
)


def from_column(one: Field, value: Any) -> Value:
    """What a column holds, as a value of the domain."""
    found: Value = tuple(value) if one.type in MANY and value is not None else value
    return found


def as_json(value: Value) -> Any:
    """A value for the change log or a draft."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def from_json(kind: str, field: str, value: Any) -> Value:
    """What the change log or a draft holds, as a value of the domain; as it stands when it is no value of this field (any more)."""
    one = KINDS[kind].by_name.get(field)
    if one is None:
        return tuple(value) if isinstance(value, list) else value
    if one.type is Type.DATE and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    if one.type in FRACTIONAL and isinstance(value, int):
        return float(value)
    return tuple(value) if isinstance(value, list) else value


def values_of(kind: Kind, row: sa.RowMapping) -> dict[str, Value]:
    """All fields of one row."""
    return {one.name: from_column(one, row[one.name]) for one in kind.fields}
