"""The fields of a form, row by row, each with what is wrong with it."""

from collections.abc import Sequence

import streamlit as st

from transition.domain.register.fields import Field, Problem, Value
from transition.register.register import Register
from transition.store import Snapshot
from transition.ui import record_fields, record_options
from transition.ui.record_draft import Form
from transition.ui.record_fields import Place
from transition.ui.record_party import new_party
from transition.views import record_layout, record_words, text
from transition.views.brought import plain
from transition.views.record_entry import Misread

_SETTLED_ONCE = {("milestone", "planned")}
"""Kind and field that never change once they are recorded."""
_WRONG = ":material/error:"
_STEP = ("milestone", "code")
"""What the method card of the area has a list for."""


def read(snapshot: Snapshot, form: Form) -> None:
    """Takes over what stands in the widgets."""
    place = _place(snapshot, form)
    unread = set()
    for field in form.kind.fields:
        value = record_fields.standing(place, field, form.values.get(field.name))
        if isinstance(value, Misread):
            unread.add(field.name)
            form.values[field.name] = record_fields.as_typed(place, field)
        else:
            form.values[field.name] = value
    form.unread = frozenset(unread)


def _place(snapshot: Snapshot, form: Form) -> Place:
    settled = frozenset(
        field
        for kind, field in _SETTLED_ONCE
        if kind == form.kind.id and not record_words.is_nothing(form.before.get(field))
    )
    return Place(snapshot, form.key, form.values, settled)


def draw(snapshot: Snapshot, register: Register, form: Form, problems: Sequence[Problem]) -> None:
    """All fields that are asked now; contact data in a block of their own."""
    place = _place(snapshot, form)
    parent = form.kind.parent
    asked = record_layout.asked(form.kind, form.values, [parent] if parent and form.first.get(parent) else [])
    for row in record_layout.rows([one for one in asked if not one.personal]):
        _row(place, form, row, problems, register)
    if personal := [one for one in asked if one.personal]:
        st.markdown("**Contact** (alleen voor u; komt in geen bestand)")
        for row in record_layout.rows(personal):
            _row(place, form, row, problems, register)


def _row(place: Place, form: Form, row: Sequence[Field], problems: Sequence[Problem], register: Register) -> None:
    columns = st.columns(2) if record_layout.is_short(row[0]) else [st.container()]
    for column, field in zip(columns, row, strict=False):
        with column:
            value = _entered(place, form, field)
            if field.refers_to == "party":
                new_party(place, field, register)
            if isinstance(value, Misread):
                st.error(plain(f"{value.what} {value.remedy}"))
            elif form.tried or not (
                field.required and record_words.is_nothing(value)
            ):  # what one has not come to is no mistake yet
                _say(field, problems)


def _entered(place: Place, form: Form, field: Field) -> Value | Misread:
    start = form.values.get(field.name)
    if (form.kind.id, field.name) == _STEP and (
        steps := record_options.steps_of(place.snapshot, form.values.get("area"))
    ):
        return record_fields.from_list(place, field, start, steps)
    return record_fields.entered(place, field, start)


def _say(field: Field, problems: Sequence[Problem]) -> None:
    for one in problems:
        if one.field == field.name:
            (st.warning if one.is_warning else st.error)(plain(record_words.problem(one)))


def on_top(form: Form, problems: Sequence[Problem]) -> None:
    """All that has to be mended before it can be saved, by field."""
    if lines := _to_mend(form, problems):
        listed = "".join(f"\n- {plain(line)}" for line in lines)
        st.error(f"**{_how_many(lines)} Er is nog niets bewaard; wat u invulde blijft staan.**\n{listed}", icon=_WRONG)


def at_the_button(form: Form, problems: Sequence[Problem]) -> None:
    """Where one looks after pressing it, with the top of the form out of sight: that it is not saved, and the first reason."""
    if lines := _to_mend(form, problems):
        first = plain(lines[0]) if len(lines) == 1 else f"Het eerste: {plain(lines[0])}"
        st.error(f"**Niet bewaard.** {_how_many(lines)} {first}", icon=_WRONG)


def _how_many(lines: Sequence[str]) -> str:
    return "Eén ding klopt nog niet." if len(lines) == 1 else f"{text.number(len(lines))} dingen kloppen nog niet."


def _to_mend(form: Form, problems: Sequence[Problem]) -> list[str]:
    """What is wrong, a line per problem."""
    wrong = [one for one in problems if not one.is_warning and one.field not in form.unread]
    lines = [
        f"{form.kind.by_name[name].label}: dit kunnen we niet lezen. Zie bij het veld." for name in sorted(form.unread)
    ]
    return lines + [_named(form, one) for one in wrong]


def _named(form: Form, found: Problem) -> str:
    """What is wrong, with the label of its field before it unless that is in it already."""
    label, words = record_words.label(form.kind, found.field), record_words.problem(found)
    return words if not found.field or f"'{label}'" in words else f"{label}: {words}"
