"""When each record of a kind was last changed, with all that belongs to it, and by whom; in one question for all of them."""

import pandas as pd
import sqlalchemy as sa

from transition.register.history import belonging
from transition.register.schema import CHANGE_SETS, CHANGES, TABLES


def last_changes(connection: sa.Connection, kind: str) -> pd.DataFrame:
    """Index 'id'; columns 'at' (UTC) and 'who'. What was removed counts: its removal was a change."""
    lines = [sa.select(CHANGES.c.id.label("owner"), CHANGES.c.number).where(CHANGES.c.kind == kind)]
    for child, field in belonging(kind):
        table = TABLES[child.id]
        owner = table.c[field].label("owner")
        of_child = (CHANGES.c.kind == child.id) & (CHANGES.c.id == table.c.id)
        lines.append(sa.select(owner, CHANGES.c.number).join(table, of_child).where(owner.is_not(None)))
    every = sa.union_all(*lines).subquery()
    last = sa.select(every.c.owner, sa.func.max(every.c.number).label("number")).group_by(every.c.owner).subquery()
    question = sa.select(last.c.owner, CHANGE_SETS.c.at, CHANGE_SETS.c.who).join(
        CHANGE_SETS, CHANGE_SETS.c.number == last.c.number
    )
    rows = connection.execute(question.order_by(last.c.owner)).all()
    return pd.DataFrame(
        {"at": pd.to_datetime([row.at for row in rows], utc=True), "who": [row.who for row in rows]},
        index=pd.Index([row.owner for row in rows], name="id", dtype="str"),
    )
