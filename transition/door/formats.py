"""How a workbook shows a number: as a plain number, a percentage or a date."""

import re
from datetime import date, datetime, timedelta

from transition.door.grid import Kind

_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PERCENTAGES = frozenset((9, 10))
_NOT_A_PLACE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""In a number format: quoted text, an escaped sign, spacing, and what stands in brackets."""
_LAST_DAY = 2_958_465
"""31 December 9999, counted from 1900."""


def kind_of(number: int, code: str) -> Kind:
    """The kind of cell that number format `number` makes; `code` is its text when the workbook defines it itself."""
    if number in _DATES:
        return Kind.DATE
    if number in _PERCENTAGES:
        return Kind.PERCENT
    if not code or code.lower() == "general":
        return Kind.NUMBER
    bare = _NOT_A_PLACE.sub("", code).lower()
    if "%" in bare:
        return Kind.PERCENT
    if "general" in bare:
        return Kind.NUMBER
    return Kind.DATE if re.search("[ymdhs]", bare) else Kind.NUMBER


def day(serial: float, from_1904: bool) -> str | None:
    """A serial number as an ISO date, in the calendar the workbook counts in; None when no calendar has it."""
    if not 0 <= serial <= _LAST_DAY:
        return None
    # Excel's 1900 has a 29 February that never was: day 60.
    first_of_1900 = date(1899, 12, 30) if serial >= 60 else date(1899, 12, 31)
    first = date(1904, 1, 1) if from_1904 else first_of_1900
    try:
        moment = datetime(first.year, first.month, first.day) + timedelta(days=serial)
    except OverflowError:
        return None
    return moment.date().isoformat()
