"""What a value of the register looks like in a cell, and when two cells say the same."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from transition.domain.register.fields import Field, Type, Value
from transition.door.grid import Cell, Kind
from transition.register.workbook.template import DRAWN

Content = str | float | date | None
"""What stands in a cell; None: nothing."""
BETWEEN = "; "
"""Between several codes or references in one cell."""
LONGEST = 30_000
"""Excel takes 32,767 signs in a cell, some of which it writes as seven."""
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff\u200b\ufeff]")
_CUT = " […]"
_LISTED = (Type.CODES, Type.REFERENCES)


def content(field: Field, value: Value) -> Content:
    """What stands in the cell of a field with this value."""
    if value is None:
        return None
    if field.type is Type.POLYGON or isinstance(value, Mapping):
        return DRAWN
    if isinstance(value, tuple):
        return BETWEEN.join(value) or None
    if isinstance(value, date) or not isinstance(value, str):
        return value
    words = tidy(field.choices.get(value, value))
    return (words if len(words) <= LONGEST else words[:LONGEST] + _CUT) or None


def tidy(text: str) -> str:
    """A text in the one form in which it comes back from a spreadsheet: plain line ends, nothing invisible, trimmed lines."""
    text = _INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text.replace("\u00a0", " ").replace("\u2028", "\n").replace("\u2029", "\n"))
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip()


def says_the_same(field: Field, cell: Cell | None, wanted: Content) -> bool:
    """Whether the cell still has the content it was given, however the spreadsheet program wrote it back."""
    if cell is None or wanted is None:
        return (None if cell is None else tidy(str(cell.value)) or None) == wanted
    if cell.kind in (Kind.ERROR, Kind.NO_RESULT):
        return False
    if isinstance(wanted, date):
        return str(cell.value) == wanted.isoformat()
    if isinstance(wanted, str):
        found = tidy(_as_text(cell.value))
        return _listed(found) == _listed(wanted) if field.type in _LISTED else found == wanted
    return not isinstance(cell.value, str) and same_number(float(cell.value), float(wanted))


def same_number(one: float, other: float) -> bool:
    """Spreadsheets keep fifteen digits."""
    return f"{one:.12g}" == f"{other:.12g}"


def same_value(one: Value, other: Value) -> bool:
    """Whether two values of the register are the same, as far as a cell can tell."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return same_number(float(one), float(other))
    if isinstance(one, str) and isinstance(other, str):
        return tidy(one) == tidy(other)
    return (one or None) == (other or None) if isinstance(one, tuple) or isinstance(other, tuple) else one == other


def _listed(text: str) -> list[str]:
    return sorted(part.strip() for part in re.split(r"[;\n]", text) if part.strip())


def _as_text(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.12g}"
