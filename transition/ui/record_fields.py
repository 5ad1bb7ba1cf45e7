"""One widget per type of field of the register; each gives back the value, or what was typed and could not be read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from transition.domain.register.fields import Field, Type, Value
from transition.store import Snapshot
from transition.ui.record_options import options
from transition.views import record_entry
from transition.views.record_entry import Misread
from transition.views.record_layout import label, note, side_by_side
from transition.views.record_words import is_nothing, is_year

_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2075, 12, 31)
_EXAMPLES = {Type.SHARE: "bijvoorbeeld 12,5", Type.MONEY: "bijvoorbeeld 25.000", Type.LINK: "https://…"}
_CHOOSE, _CHOOSE_SOME = "Kies …", "Kies één of meer …"


@dataclass(frozen=True)
class Place:
    """Where a widget stands: the key of its form, what the form holds now, and the snapshot whose areas can be chosen."""

    snapshot: Snapshot
    form: str
    values: Mapping[str, Value]
    settled: frozenset[str] = frozenset()
    """Fields that are shown and can no longer be changed."""

    def key(self, field: Field) -> str:
        return f"{self.form}:{field.name}"


Widget = Callable[[Place, Field, Value], Value | Misread]


def entered(place: Place, field: Field, start: Value) -> Value | Misread:
    """Draws the widget of a field; `start` is what stands in it the first time."""
    widget = _WIDGETS.get(field.type, _typed)
    return widget(place, field, start)


def standing(place: Place, field: Field, start: Value) -> Value | Misread:
    """What stands in a field now, also before its widget is drawn; `start` when it was not drawn yet."""
    if place.key(field) not in st.session_state:
        return start
    found = st.session_state[place.key(field)]
    if field.type in record_entry.TYPED:
        return record_entry.read(field, found or "")
    return tuple(found) or None if isinstance(found, list) else found


def as_typed(place: Place, field: Field) -> str:
    """The text that stands in a field one types in."""
    return str(st.session_state[place.key(field)])


def _starts(key: str, start: object) -> None:
    if key not in st.session_state:
        st.session_state[key] = start


def _typed(place: Place, field: Field, start: Value) -> Value | Misread:
    """A text or a number. A number is written anew the Dutch way once it is read, so that one sees how it was taken."""
    key = place.key(field)
    _starts(key, record_entry.written(field, start))

    def tidy() -> None:
        found = record_entry.read(field, st.session_state[key] or "")
        if not isinstance(found, Misread):
            st.session_state[key] = record_entry.written(field, found)

    kind = st.text_area if field.type is Type.LONG_TEXT else st.text_input
    typed = kind(
        label(field),
        key=key,
        help=note(field) or None,
        placeholder=_example(field),
        max_chars=10_000 if field.type is Type.LONG_TEXT else 1_000,
        on_change=tidy,
        disabled=field.name in place.settled,
    )
    return record_entry.read(field, typed or "")


def _example(field: Field) -> str:
    if is_year(field):
        return "bijvoorbeeld 2026"
    return "" if field.type is Type.MONEY and field.unit else _EXAMPLES.get(field.type, "")


def _day(place: Place, field: Field, start: Value) -> Value:
    key = place.key(field)
    _starts(key, start if isinstance(start, date) else None)
    found: date | None = st.date_input(
        label(field),
        value=None,
        min_value=_FIRST_DAY,
        max_value=_LAST_DAY,
        format="DD-MM-YYYY",
        key=key,
        help=note(field) or None,
        disabled=field.name in place.settled,
    )
    return found


def _choice(place: Place, field: Field, start: Value) -> Value:
    key = place.key(field)
    _starts(key, start if start in field.choices else None)
    if side_by_side(field):
        chosen: Value = st.segmented_control(
            label(field),
            list(field.choices),
            format_func=field.choices.__getitem__,
            key=key,
            help=note(field) or None,
            wrap=True,
        )
        return chosen
    return _one(place, field, dict(field.choices))


def _by_name(place: Place, field: Field, start: Value) -> Value:
    """One code or one record, chosen by its name; what stands there can always be chosen, also when it is no longer offered."""
    offered = dict(options(place.snapshot, field, place.values))
    for known in (start, st.session_state.get(place.key(field))):
        if isinstance(known, str) and known:
            offered.setdefault(known, known)
    _starts(place.key(field), start or None)
    return _one(place, field, offered)


def _one(place: Place, field: Field, offered: Mapping[str, str], by_code: bool = False) -> Value:
    """`by_code`: words begin with a code people type; found are the words that hold what is typed, in the order of the list."""
    chosen: str | None = st.selectbox(
        label(field),
        list(offered),
        index=None,
        format_func=lambda id: offered.get(id, id),
        key=place.key(field),
        help=note(field) or None,
        placeholder=_CHOOSE,
        disabled=field.name in place.settled,
        filter_mode="contains" if by_code else "fuzzy",
    )
    return chosen


def from_list(place: Place, field: Field, start: Value, offered: Mapping[str, str]) -> Value:
    """One of the texts that can stand in a field one otherwise types in; what stands there already can stay."""
    _starts(place.key(field), start or None)
    now = st.session_state[place.key(field)]
    return _one(place, field, offered if not now or now in offered else {now: now, **offered}, by_code=True)


def _some_by_name(place: Place, field: Field, start: Value) -> Value:
    """Several codes or records, in the order in which they were chosen."""
    key = place.key(field)
    offered = dict(options(place.snapshot, field, place.values))
    _starts(key, list(start) if isinstance(start, tuple) else [])
    for known in st.session_state[key]:
        offered.setdefault(known, known)
    chosen = st.multiselect(
        label(field),
        list(offered),
        format_func=lambda id: offered.get(id, id),
        key=key,
        help=note(field) or None,
        placeholder=_CHOOSE_SOME if offered else "Kies eerst de gemeente",
        select_all=False,
    )
    return tuple(chosen) or None


def _outline(place: Place, field: Field, start: Value) -> Value:
    from transition.ui import area_drawing  # folium takes half a second, and most forms have no map

    return area_drawing.outline(place, field, start)


_WIDGETS: dict[Type, Widget] = {
    Type.DATE: _day,
    Type.CHOICE: _choice,
    Type.CODE: _by_name,
    Type.REFERENCE: _by_name,
    Type.CODES: _some_by_name,
    Type.REFERENCES: _some_by_name,
    Type.POLYGON: _outline,
}


def is_same(field: Field, one: Value, other: Value) -> bool:
    """Whether two values are the same to who fills in the form: nothing is nothing, and digits that are not shown do not count."""
    if is_nothing(one) or is_nothing(other):
        return is_nothing(one) and is_nothing(other)
    if field.type in record_entry.TYPED:
        return record_entry.written(field, one) == record_entry.written(field, other)
    return one == other
