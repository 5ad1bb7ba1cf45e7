"""How a kind of record is laid out as a form: which fields are asked, in which rows, under which words. Follows from the declarations."""

import re
from collections.abc import Mapping, Sequence

from transition.domain.areas import Level
from transition.domain.register.fields import Field, Kind, Type, Value
from transition.views import record_words

MOST_SEGMENTS = 4
_HALF_ROW, _WHOLE_ROW = 32, 64
"""Signs that the labels of a choice may have together to stand side by side in half a row, and in a whole one."""
_LONG = frozenset((Type.TEXT, Type.LONG_TEXT, Type.LINK, Type.CODES, Type.REFERENCES, Type.POLYGON))
_CHOSEN_BY_NAME = frozenset((Type.CODE, Type.CODES, Type.REFERENCE, Type.REFERENCES))
_OF_THE_WORKBOOK = re.compile(r"kenmerk|\bcodes?\b|puntkomma|kolom|werkblad", re.IGNORECASE)
_UNITS = {Type.SHARE: "%", Type.MONEY: "euro"}

_ASKED_WHEN: dict[tuple[str, str], tuple[str, str]] = {
    ("area_process", "theme_note"): ("theme", "other"),
    ("community", "theme_note"): ("theme", "other"),
    ("area_process", "lead"): ("lead_state", "lead"),
    ("finance_line", "certainty"): ("kind", "cover"),
    ("finance_line", "financier"): ("kind", "cover"),
    ("finance_line", "decided_on"): ("kind", "cover"),
    ("target", "area"): ("scope", "area"),
}
"""Kind and field -> the field and the choice it depends on: asked only then, or when something stands in it."""
_LEVELS: dict[str, tuple[Level, ...]] = {
    "municipality": (Level.GEMEENTE,),
    "municipalities": (Level.GEMEENTE,),
    "region": (Level.RES, Level.PROVINCIE),
    "code": (Level.LAND, Level.PROVINCIE, Level.RES, Level.GEMEENTE),
    "location_codes": (Level.WIJK, Level.BUURT),
}


def levels(field: Field) -> tuple[Level, ...]:
    """The levels of the areas a field of codes is about."""
    return _LEVELS.get(field.name, (Level.GEMEENTE,))


def asked(kind: Kind, values: Mapping[str, Value], given: Sequence[str] = ()) -> list[Field]:
    """The fields a form asks now; `given` are the ones that are settled already, such as the record it belongs to."""
    return [one for one in kind.fields if one.name not in given and _is_asked(kind, one, values)]


def _is_asked(kind: Kind, field: Field, values: Mapping[str, Value]) -> bool:
    needs = _ASKED_WHEN.get((kind.id, field.name))
    return needs is None or values.get(needs[0]) == needs[1] or not record_words.is_nothing(values.get(field.name))


def rows(fields: Sequence[Field]) -> list[tuple[Field, ...]]:
    """The fields in order, short ones two by two."""
    found: list[tuple[Field, ...]] = []
    for field in fields:
        last = found[-1] if found else ()
        if is_short(field) and len(last) == 1 and is_short(last[0]):
            found[-1] = (*last, field)
        else:
            found.append((field,))
    return found


def is_short(field: Field) -> bool:
    """Whether half a row is enough."""
    return field.type not in _LONG and not (side_by_side(field) and _signs(field) > _HALF_ROW)


def side_by_side(field: Field) -> bool:
    """Whether the choices are few and short enough to stand beside each other; else they are in a list that opens."""
    return 0 < len(field.choices) <= MOST_SEGMENTS and _signs(field) <= _WHOLE_ROW


def _signs(field: Field) -> int:
    return sum(map(len, field.choices.values()))


def label(field: Field) -> str:
    """The label with the unit one types in and whether it must be filled in: 'Bedrag (euro, verplicht)'."""
    unit = field.unit or _UNITS.get(field.type, "")
    behind = ", ".join(part for part in (unit, "verplicht" if field.required else "") if part)
    return f"{field.label} ({behind})" if behind else field.label


def note(field: Field) -> str:
    """What to know for filling in, without what is about codes in a workbook: in a form one chooses names."""
    sentences = re.split(r"(?<=[.?!])\s+", field.note)
    wrong = _OF_THE_WORKBOOK if field.type in _CHOSEN_BY_NAME else re.compile("kolom|werkblad")
    return " ".join(one for one in sentences if not wrong.search(one))


def unlike(labels: Mapping[str, str]) -> dict[str, str]:
    """The same labels, those that occur more than once with their code or id behind it: who chooses must see which is which."""
    counted: dict[str, int] = {}
    for words in labels.values():
        counted[words] = counted.get(words, 0) + 1
    return {id: words if counted[words] == 1 else f"{words} · {id}" for id, words in labels.items()}
