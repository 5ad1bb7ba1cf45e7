"""Finds what somebody else changed since an editor began, so that both can be shown side by side."""

from collections.abc import Iterable
from datetime import UTC, datetime

import sqlalchemy as sa

from transition.domain.register.fields import Record, Value
from transition.register.answers import EXISTENCE, NOT_KEPT, Clash
from transition.register.proposal import Step
from transition.register.schema import CHANGE_SETS, CHANGES, from_json


def of(connection: sa.Connection, steps: Iterable[Step]) -> tuple[Clash, ...]:
    """A clash for each step that does not start from the record as it stands; a step that would change nothing clashes with nothing."""
    return tuple(_clash(connection, step) for step in steps if not step.does_nothing and not _starts_from_now(step))


def _starts_from_now(step: Step) -> bool:
    if step.edit.base is None:
        return not step.stands
    return step.before is not None and step.stands and step.before.version == step.edit.base


def _clash(connection: sa.Connection, step: Step) -> Clash:
    edit, before = step.edit, step.before
    if before is None:  # the record an editor means was never there: a workbook of another register
        return Clash(edit.kind, edit.id, edit.base, None, {EXISTENCE: (True, False)}, "", datetime.now(UTC))
    current = Record(edit.kind, edit.id, before.version, before.values) if step.stands else None
    theirs, who, at = _since(connection, step, before.version - (edit.base or 0))
    return Clash(edit.kind, edit.id, edit.base, current, theirs, who, at)


def _since(
    connection: sa.Connection, step: Step, versions: int
) -> tuple[dict[str, tuple[Value, Value]], str, datetime]:
    """What the last so many change sets of a record made of it, taken together; who made the last one, and when."""
    kind, id = step.edit.kind, step.edit.id
    mine = (CHANGES.c.kind == kind) & (CHANGES.c.id == id)
    last = sa.select(CHANGES.c.number).where(mine).distinct().order_by(CHANGES.c.number.desc()).limit(max(versions, 1))
    question = (
        sa.select(CHANGES, CHANGE_SETS.c.who, CHANGE_SETS.c.at)
        .join(CHANGE_SETS)
        .where(mine, CHANGES.c.number.in_(last))
        .order_by(CHANGES.c.number)
    )
    theirs: dict[str, tuple[Value, Value]] = {}
    who, at = "", datetime.now(UTC)
    for row in connection.execute(question):
        old, new = (from_json(kind, row.field, value) for value in (row.old, row.new))
        theirs[row.field] = (theirs.get(row.field, (old, new))[0], new)
        who, at = row.who, row.at
    return {name: pair for name, pair in theirs.items() if pair[0] != pair[1] or NOT_KEPT in pair}, who, at
