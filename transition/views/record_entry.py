"""What people type in a field of the register, read the Dutch way, and a value as it stands in its field. Nothing is guessed."""

import re
from dataclasses import dataclass

from transition.domain.register.fields import Field, Type, Value
from transition.domain.values import Missing
from transition.door import cells
from transition.door.grid import Cell, Kind
from transition.views import record_words, text

TYPED = frozenset((Type.TEXT, Type.LONG_TEXT, Type.INTEGER, Type.NUMBER, Type.MONEY, Type.SHARE, Type.LINK))
"""Types of fields one types in; the others are chosen."""
_NUMBERS = frozenset((Type.INTEGER, Type.NUMBER, Type.MONEY, Type.SHARE))
_EURO = re.compile(r"^\s*(€|euro)\s*|\s*(€|euro|,-+)\s*$", re.IGNORECASE)
_POINTS_FOR_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")
_REMEDY = "Typ een getal, of maak het veld leeg als u het niet weet."


@dataclass(frozen=True)
class Misread:
    """What was typed and cannot be taken: what is wrong with it and what to do, in Dutch."""

    what: str
    remedy: str


def read(field: Field, typed: str) -> Value | Misread:
    """The value that was typed; None when the field is empty.

    A share is typed in per cents and kept as a part of 1: '12,5' and '12,5%' are 0.125, '1' is one per cent.
    """
    typed = typed.strip()
    if not typed:
        return None
    if field.type in _NUMBERS:
        return _number(field, typed)
    if field.type is Type.LONG_TEXT:
        return typed
    return cells.plain(typed)


def _number(field: Field, typed: str) -> Value | Misread:
    if field.type is Type.MONEY:
        typed = _EURO.sub("", typed)
    unit = "%" if field.type is Type.SHARE else field.unit
    if unit and unit != "%":
        typed = re.sub(rf"\s*{re.escape(unit)}\s*$", "", typed)
    if field.type in (Type.INTEGER, Type.MONEY) and _POINTS_FOR_THOUSANDS.fullmatch(typed):
        typed = typed.replace(".", "")  # neither has three decimals, so the point can only stand for thousands
    found = cells.number(Cell(1, 1, Kind.TEXT, typed), unit)
    if isinstance(found, cells.Doubt):
        remedy = found.remedy.partition(", of geef de cel")[0]  # a field of a form is no cell
        return Misread(f"'{typed}': {found.what}.", _REMEDY if "geen getal" in found.what else f"{remedy}.")
    if isinstance(found, Missing):
        return None if found is Missing.NOT_MEASURED else Misread(f"'{typed}' is geen getal.", _REMEDY)
    return _within(field, typed, found)


def _within(field: Field, typed: str, found: float) -> Value | Misread:
    if field.type is Type.SHARE:
        found = round(found / 100, 12)
    if field.type is Type.INTEGER and found != int(found):
        return Misread(f"'{typed}' is geen heel getal.", "Typ een getal zonder komma.")
    if field.type is Type.MONEY:
        found = round(found, 2)
    value = int(found) if field.type is Type.INTEGER else found
    too_low = field.least is not None and value < field.least
    too_high = field.most is not None and value > field.most
    if too_low or too_high:
        return Misread(f"'{typed}' kan hier niet.", bounds(field))
    return value


def bounds(field: Field) -> str:
    """'Typ een getal van 0% tot en met 100%.'; '' when there are no bounds."""
    low, high = (
        record_words.shown(field, int(limit) if field.type is Type.INTEGER else limit) if limit is not None else ""
        for limit in (field.least, field.most)
    )
    kind = "jaar" if record_words.is_year(field) else "getal"
    if low and high:
        return f"Typ een {kind} van {low} tot en met {high}."
    if low:
        return f"Typ een {kind} van {low} of meer."
    return f"Typ een {kind} van {high} of minder." if high else ""


def written(field: Field, value: Value) -> str:
    """The value as it stands in its field; what is written so is read back as the same value.

    Whole numbers and money have points for thousands. Other numbers have none: a point there can be read in two ways.
    """
    if record_words.is_nothing(value):
        return ""
    if isinstance(value, int | float) and field.type in _NUMBERS:
        if record_words.is_year(field):
            return str(int(value))
        if field.type in (Type.INTEGER, Type.MONEY):
            return text.number(value, 0 if value == int(value) else 2).replace("−", "-")
        number = f"{round(value * 100, 10) if field.type is Type.SHARE else value:.10f}".rstrip("0").rstrip(".")
        return number.replace(".", ",") + ("%" if field.type is Type.SHARE else "")
    return str(value)
