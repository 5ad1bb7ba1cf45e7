"""The very hidden sheet: which workbook this is, and its content at export. So changes of others can be told from the officer's."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from transition.domain.register.fields import Kind, Type, Value
from transition.domain.register.kinds import KINDS
from transition.door.grid import Sheet
from transition.register.workbook.scope import About, Records, Scope

_LONGEST_PIECE = 8_000
"""Signs per cell: some are written as seven, and a cell holds 32,767."""
_IS = "Regiemonitor"

Kept = Mapping[tuple[str, str], Mapping[str, Value]]
"""(kind, id) -> the values at export, contact data excepted. An outline is kept as an empty mapping: that there is one."""


@dataclass(frozen=True)
class Stamp:
    """Which workbook this is. `edition`: of the form; `is_example`: it holds the fictional region."""

    edition: int
    scope: Scope
    is_example: bool


def rows(stamp: Stamp, records: Records) -> Iterator[list[str]]:
    """The rows of the sheet, as texts."""
    yield [
        _IS,
        _json(
            {"edition": stamp.edition, "about": stamp.scope.about, "id": stamp.scope.id, "example": stamp.is_example}
        ),
    ]
    for kind, found in records.items():
        for id, record in found.items():
            whole = _json(_plain(KINDS[kind], record.values))
            yield [kind, id, *(whole[at : at + _LONGEST_PIECE] for at in range(0, len(whole), _LONGEST_PIECE))]


def read(sheet: Sheet) -> tuple[Stamp, Kept]:
    """The stamp and the content at export. Raises ValueError when the sheet is not as it was written."""
    kept: dict[tuple[str, str], dict[str, Value]] = {}
    stamp = None
    try:
        for row in sheet.rows.values():
            texts = [str(row[column].value) for column in sorted(row)]
            if stamp is None:
                stamp = _stamp(texts)
            elif texts[0] in KINDS:
                kept[texts[0], texts[1]] = _values(KINDS[texts[0]], json.loads("".join(texts[2:])))
    except (KeyError, IndexError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError("de verborgen bijlage is veranderd") from error
    if stamp is None:
        raise ValueError("de verborgen bijlage is leeg")
    return stamp, kept


def _stamp(texts: list[str]) -> Stamp:
    if texts[0] != _IS:
        raise ValueError("de verborgen bijlage is niet van de Regiemonitor")
    told = json.loads(texts[1])
    return Stamp(int(told["edition"]), Scope(About(told["about"]), str(told["id"])), bool(told["example"]))


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _plain(kind: Kind, values: Mapping[str, Value]) -> dict[str, object]:
    found: dict[str, object] = {}
    for field in kind.exported:
        value = values.get(field.name)
        if isinstance(value, Mapping):
            found[field.name] = {}
        elif isinstance(value, date):
            found[field.name] = value.isoformat()
        elif value is not None and value != ():
            found[field.name] = list(value) if isinstance(value, tuple) else value
    return found


def _values(kind: Kind, told: Mapping[str, object]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, value in told.items():
        field = kind.by_name.get(name)
        if field is None or field.personal:
            continue
        if field.type is Type.DATE:
            found[name] = date.fromisoformat(str(value))
        elif isinstance(value, list):
            found[name] = tuple(str(one) for one in value)
        elif isinstance(value, dict | str | int | float):
            found[name] = value
    return found
