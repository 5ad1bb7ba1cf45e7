"""What stands in the register as Dutch words: values, changes, problems. Plain text: whoever shows it as Markdown or HTML escapes it."""

from collections.abc import Mapping
from datetime import date, datetime

from transition.domain.register.fields import Field, Kind, Problem, Record, Type, Value
from transition.views import text

NOT_RECORDED = "niet vastgelegd"
_NO_NAMES: Mapping[str, str] = {}


def shown(field: Field, value: Value, names: Mapping[str, str] = _NO_NAMES) -> str:
    """One value in words: '12,5%', '1.250.000 euro', '3 maart 2026', 'Er is een trekker', 'Havenkwartier, Oude Stad'.

    names: name of every code and id that may occur; one that is not in it is shown as it is. Nothing recorded: `NOT_RECORDED`.
    A cell of a table is well too, with NaN or NaT where nothing is recorded.
    """
    if is_nothing(value):
        return NOT_RECORDED
    if isinstance(value, Mapping):
        return outline(value)
    if isinstance(value, tuple | list):
        return ", ".join(names.get(one, one) for one in value)
    if isinstance(value, date):
        return text.day(value.isoformat())
    if isinstance(value, str):
        return field.choices.get(value, names.get(value, value))
    return _quantity(field, value)


def is_nothing(value: object) -> bool:
    """Whether nothing is recorded; zero is something."""
    empty = isinstance(value, str | tuple | list) and not value
    return value is None or empty or bool(value != value)  # noqa: PLR0124 - NaN and NaT only


def _quantity(field: Field, value: float) -> str:
    if field.type is Type.SHARE:
        return text.quantity(value * 100, "%", _decimals(value * 100))
    if is_year(field):
        return str(int(value))
    if field.type is Type.MONEY:
        return text.quantity(value, field.unit or "euro", 0 if value == int(value) else 2)
    return text.quantity(value, field.unit, _decimals(value))


def _decimals(value: float) -> int:
    """As many as it takes to write the value, and at most six."""
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])


def is_year(field: Field) -> bool:
    """Whether a whole number is a year, which is written without a point: 2026."""
    return field.type is Type.INTEGER and (field.least or 0) >= 1900


def outline(geometry: Mapping[str, object]) -> str:
    """A drawn outline in words: of how many points, and how many parts when there are more."""
    parts = geometry.get("coordinates") or ()
    polygons = parts if geometry.get("type") == "MultiPolygon" else [parts]
    points = sum(len(ring) - 1 for polygon in polygons for ring in polygon)  # type: ignore[attr-defined]
    separate = len(polygons)  # type: ignore[arg-type]
    return f"omtrek van {text.number(points)} punten" + (f" in {separate} delen" if separate > 1 else "")


def title(kind: Kind, values: Mapping[str, Value], names: Mapping[str, str] = _NO_NAMES) -> str:
    """By what people know a record: its name, its activity, its date."""
    return shown(kind.by_name[kind.title], values.get(kind.title), names)


def title_of(kind: Kind, record: Record, names: Mapping[str, str] = _NO_NAMES) -> str:
    """The same for a record; one without a title is named by its id."""
    return title(kind, record.values, names) if record.values.get(kind.title) else record.id


def label(kind: Kind, name: str) -> str:
    """The field's label; of a field that no longer exists its old name; '' stands for the record itself."""
    return kind.by_name[name].label if name in kind.by_name else name or kind.label


def change(kind: Kind, name: str, old: Value, new: Value, names: Mapping[str, str] = _NO_NAMES) -> str:
    """One change as a sentence: "Stand: van 'Loopt' naar 'Stilgelegd'."

    `name` is '' when the record itself came (`new` is True) or went.
    """
    if not name:
        return f"{kind.label} {'toegevoegd' if new else 'weggehaald'}."
    field = kind.by_name.get(name) or Field(name, name, Type.TEXT)
    if is_nothing(old):
        return f"{field.label}: ingevuld met {_quoted(field, new, names)}."
    if is_nothing(new):
        return f"{field.label}: leeggemaakt, was {_quoted(field, old, names)}."
    return f"{field.label}: van {_quoted(field, old, names)} naar {_quoted(field, new, names)}."


def _quoted(field: Field, value: Value, names: Mapping[str, str]) -> str:
    return f"'{shown(field, value, names).removesuffix('.')}'"


def problem(found: Problem) -> str:
    """What is wrong and what to do about it, as two sentences."""
    return " ".join(part for part in (sentence(found.what), sentence(found.remedy)) if part)


def sentence(words: str) -> str:
    """Words with a capital and a full stop; nothing stays nothing."""
    words = words.strip()
    if not words:
        return ""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!", ":")) else ".")


ORIGINS = {
    "form": "formulier",
    "workbook": "werkmap",
    "undo": "ongedaan gemaakt",
    "restore": "teruggezet",
    "example": "voorbeeldgegevens",
    "seed": "uitgangspunt",
}
"""By which way a change came in."""


def by_whom(who: str, at: str | datetime, origin: str = "") -> str:
    """'Gemeente Havenstad, 23 november 2026 om 14.05 uur (werkmap)'."""
    return f"{who}, {text.moment(at)}" + (f" ({ORIGINS.get(origin, origin)})" if origin else "")
