"""The records of a kind as a table, for metrics and views."""

from typing import Any

import numpy as np
import pandas as pd
import sqlalchemy as sa

from transition.domain.register.fields import Field, Kind, Type
from transition.register.actor import Actor
from transition.register.schema import FRACTIONAL, MANY, TABLES, WHOLE
from transition.register.visibility import columns, visible


def table(connection: sa.Connection, actor: Actor, kind: Kind) -> pd.DataFrame:
    """The records that stand and that the actor may see: index 'id' (ordered), a column per field, and 'version'.

    Not recorded is None or NaN in a text, NaN in a number (all numbers are floats), NaT in a date (datetime64), None in a list or outline.
    """
    lies = TABLES[kind.id]
    seen = columns(actor, kind)
    asked = [seen["id"], *(_asked(seen[one.name], one, connection) for one in kind.fields), seen["version"]]
    rows = connection.execute(
        sa.select(*asked).where(lies.c.removed_at.is_(None), visible(actor, kind)).order_by(lies.c.id)
    ).all()
    ids, *fields, versions = zip(*rows, strict=True) if rows else ((),) * len(asked)
    data = {one.name: _column(one, values) for one, values in zip(kind.fields, fields, strict=True)}
    data["version"] = np.array(versions, dtype="int64")
    return pd.DataFrame(data, index=pd.Index(ids, name="id", dtype="str"))


def _asked(column: sa.ColumnElement[Any], one: Field, connection: sa.Connection) -> sa.ColumnElement[Any]:
    """SQLite keeps dates as texts; numpy reads all of them at once many times faster than each becomes a date first."""
    as_it_lies = one.type is Type.DATE and connection.dialect.name == "sqlite"
    return sa.type_coerce(column, sa.Text) if as_it_lies else column


def _column(one: Field, values: tuple[Any, ...]) -> Any:
    if one.type in FRACTIONAL or one.type in WHOLE:
        return np.array(values, dtype="float64")
    if one.type is Type.DATE:
        return np.array(values, dtype="datetime64[s]").astype("datetime64[ns]")
    if one.type in MANY or one.type is Type.POLYGON:
        column = np.empty(len(values), dtype=object)
        column[:] = [tuple(value) if isinstance(value, list) else value for value in values]
        return column
    return pd.array(list(values), dtype="str")
