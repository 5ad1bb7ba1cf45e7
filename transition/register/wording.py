"""How a value reads in a message of the register. Pages word numbers and dates in `views/text.py`, which stands above the register."""

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from transition.domain.register.fields import Field, Type, Value

_LOCALE = "nl_NL"
_MOST_CHARACTERS = 60


def shown(one: Field, value: Value) -> str:
    """A value as the reader writes it: the label of a choice, '12,5%', '3 mei 2026'; a long text is cut."""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return share(value) if one.type is Type.SHARE else number(value)
    text = one.choices.get(value, value) if isinstance(value, str) else str(value)
    return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…"


def day(value: date) -> str:
    """'3 mei 2026'."""
    return str(format_date(value, "d MMMM y", locale=_LOCALE))


def share(value: float) -> str:
    """0.125 -> '12,5%'."""
    return str(format_percent(value, "#,##0.##%", locale=_LOCALE))


def number(value: float) -> str:
    """1234.5 -> '1.234,5'."""
    return str(format_decimal(value, "#,##0.##", locale=_LOCALE))


def enumeration(names: list[str], joint: str = "en") -> str:
    """'Raad, College en Rijk'."""
    return f" {joint} ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
