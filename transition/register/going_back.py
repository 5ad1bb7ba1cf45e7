"""Makes the edits that bring back what was: before a change set, or as one record was just after an earlier one."""

from collections.abc import Iterable

import sqlalchemy as sa

from transition.domain.register.fields import Edit, Record, Value
from transition.domain.register.kinds import KINDS
from transition.register import history, reading
from transition.register.answers import EXISTENCE, NOT_KEPT, Change, Clash, Conflict, RegisterError
from transition.register.reading import Stored
from transition.register.schema import CHANGES


def undoing(connection: sa.Connection, number: int) -> list[Edit]:
    """The edits that take back change set `number`.

    Raises Conflict when what it changed has become something else since, RegisterError when there is no such change set. What was
    changed later and changed back is no conflict: so the last change sets can be taken back one after another.
    """
    mine = _by_record(history.changes(connection, CHANGES.c.number == number))
    if not mine:
        raise RegisterError(f"Wijziging {number} bestaat niet. Er is niets gewijzigd.")
    lying = _lying(connection, mine)
    kinds = {kind for kind, _ in mine}
    later = _by_record(history.changes(connection, (CHANGES.c.number > number) & CHANGES.c.kind.in_(kinds)))
    clashes = [_clash(key, lying[key], lines, later[key]) for key, lines in mine.items() if key in later]
    if found := tuple(clash for clash in clashes if clash.theirs):
        raise Conflict(found)
    return [
        _back(lying[key], *key, _to_take_back(lying[key], lines, later.get(key, []))) for key, lines in mine.items()
    ]


def restoring(connection: sa.Connection, kind: str, id: str, number: int) -> list[Edit]:
    """The edit that makes a record what it was just after change set `number`. Raises RegisterError when it was never there."""
    lying = _lying(connection, [(kind, id)])
    if not lying:
        raise RegisterError("Dit staat niet in het register, en heeft er ook niet in gestaan. Er is niets gewijzigd.")
    later = history.changes(connection, history.of_record(kind, id) & (CHANGES.c.number > number))
    return [_back(lying[kind, id], kind, id, later, contact_stays=True)]


def _to_take_back(now: Stored, mine: list[Change], later: list[Change]) -> list[Change]:
    """The lines to take back: of a record that is not there also the later ones, for it still lies as it was when last removed."""
    return mine if now.removed_at is None else [*later, *mine]


def _back(now: Stored, kind: str, id: str, lines: Iterable[Change], contact_stays: bool = False) -> Edit:
    """The edit that takes back the lines. The log does not have contact data: filling them in can be taken back, changing them cannot."""
    there, values = _before(now, lines)
    for one in KINDS[kind].fields:
        if one.personal and (contact_stays or values[one.name] == NOT_KEPT):
            values[one.name] = now.values[one.name]
    if not there:
        return Edit(kind, id, now.version, remove=True)
    if now.removed_at is not None:
        return Edit(kind, id, None, values)
    return Edit(kind, id, now.version, {name: value for name, value in values.items() if value != now.values[name]})


def _before(now: Stored, lines: Iterable[Change]) -> tuple[bool, dict[str, Value]]:
    """Whether a record was there, and its fields, before these lines (newest first: the oldest of a field has the last word)."""
    there, values = now.removed_at is None, dict(now.values)
    for line in lines:
        if line.field == EXISTENCE:
            there = bool(line.old)
        elif line.field in values:
            values[line.field] = line.old
    return there, values


def _clash(key: tuple[str, str], now: Stored, mine: list[Change], later: list[Change]) -> Clash:
    """What became of the fields that were changed; of all fields, where the record itself was added or removed."""
    there, then = _before(now, later)
    stands = now.removed_at is None
    fields = {line.field for line in mine}
    theirs: dict[str, tuple[Value, Value]] = {
        name: (value, now.values[name])
        for name, value in then.items()
        if (there or stands) and value not in (now.values[name], NOT_KEPT) and (name in fields or EXISTENCE in fields)
    }
    if there != stands:
        theirs = {EXISTENCE: (there, stands)}
    current = Record(*key, now.version, now.values) if stands else None
    return Clash(*key, now.version, current, theirs, later[0].who, later[0].at)


def _by_record(lines: Iterable[Change]) -> dict[tuple[str, str], list[Change]]:
    found: dict[tuple[str, str], list[Change]] = {}
    for line in lines:
        found.setdefault((line.kind, line.id), []).append(line)
    return found


def _lying(connection: sa.Connection, records: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Stored]:
    by_kind: dict[str, list[str]] = {}
    for kind, id in records:
        by_kind.setdefault(kind, []).append(id)
    return {
        (kind, id): found
        for kind, ids in by_kind.items()
        for id, found in reading.stored(connection, KINDS[kind], "id", ids).items()
    }
