"""Brings a value as people or programs give it into the one form in which it is kept."""

from transition.domain.areas import tidy_code
from transition.domain.register.fields import Field, Type, Value
from transition.register.schema import FRACTIONAL, MANY, WHOLE


def tidied(one: Field, value: Value) -> Value:
    """The value without spaces around it; a text or list with nothing in it is not recorded. What is of another type stays as it is."""
    if isinstance(value, str):
        text = value.strip()
        return (tidy_code(text) if one.type is Type.CODE else text) or None
    if one.type in MANY and isinstance(value, list | tuple):
        return _many(one, tuple(value))
    if one.type in FRACTIONAL and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if one.type in WHOLE and isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _many(one: Field, values: tuple[Value, ...]) -> Value:
    """Each once, in the order given."""
    if not all(isinstance(value, str) for value in values):
        return values  # type: ignore[return-value] # told by the rules
    texts = [str(value).strip() for value in values]
    kept = dict.fromkeys(tidy_code(text) if one.type is Type.CODES else text for text in texts if text)
    return tuple(kept) or None
