"""The form of a record, made from the declaration of its kind: fill in, keep, mend, save. The same for all kinds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.errors import StreamlitAPIException

from transition.domain.register.fields import Edit, Problem, Value, slug
from transition.domain.register.kinds import KINDS
from transition.register.answers import Conflict, Refused, RegisterError
from transition.register.register import Register
from transition.store import Snapshot
from transition.ui import (
    record_conflict,
    record_draft,
    record_options,
    record_removal,
    record_rows,
    record_saved,
    registered,
)
from transition.ui.record_draft import Form
from transition.views import record_words, text
from transition.views.brought import plain

Done = Callable[[str | None], None]
"""Hears which record was saved, or None when the form was closed without."""
_STYLE = """<style>
[class*="st-key-record_form_"] { max-width: 46rem; }
.record-table { overflow-x: auto; } .record-table table { border-collapse: collapse; min-width: 40rem; }
.record-table th, .record-table td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0;
  border-bottom: 1px solid rgba(128, 144, 144, .5); overflow-wrap: anywhere; min-width: 6rem; }
</style>"""


@dataclass(frozen=True)
class _Desk:
    """What a form works with."""

    snapshot: Snapshot
    register: Register
    form: Form
    on_done: Done | None
    place: str


def edit(
    snapshot: Snapshot,
    register: Register,
    kind: str,
    id: str | None,
    preset: Mapping[str, Value] | None = None,
    on_done: Done | None = None,
    place: str = "",
) -> None:
    """Shows the form of a record in place; of a new one when `id` is None.

    preset: what a new record starts with; the record it belongs to is settled by it. on_done: called after saving, removing or
    closing, before the page runs again. place: where the message after saving is shown, see `saved`.
    """
    st.html(_STYLE)
    with st.container(border=True, key=f"record_form_{kind}_{slug(id or 'nieuw')}"):
        _form(snapshot, register, kind, id, dict(preset or {}), on_done, place)


def saved(register: Register, place: str = "") -> None:
    """Says what was saved last at this place, with the button to take it back. For pages, where the form was."""
    record_saved.show(register, place)


@st.fragment
def _form(
    snapshot: Snapshot,
    register: Register,
    kind_id: str,
    id: str | None,
    preset: dict[str, Value],
    on_done: Done | None,
    place: str,
) -> None:
    """Runs by itself at every change: the rest of the page stands still meanwhile."""
    kind = KINDS[kind_id]
    st.subheader(f"{kind.label} wijzigen" if id else f"{kind.label} toevoegen")
    try:
        form = record_draft.opened(register, registered.actor(), kind, id, preset)
        if form is None:
            st.info("Dit staat niet meer in het register. Iemand heeft het weggehaald.")
            return
        _show(_Desk(snapshot, register, form, on_done, place))
    except (
        RegisterError
    ) as error:  # what was typed is still in the browser, and is kept as soon as the register is there again
        st.error(plain(str(error)), icon=":material/database_off:")


def _show(desk: _Desk) -> None:
    form = desk.form
    if form.offered is not None:
        _offer(desk)
    elif form.clashes:
        _choose(desk)
    elif form.removing:
        _remove(desk)
    else:
        _fill_in(desk)


def _offer(desk: _Desk) -> None:
    """A draft from an earlier time: go on with it, or throw it away."""
    form, draft = desk.form, desk.form.offered
    if draft is None:
        return
    st.info(f"U hebt hier een concept van {text.moment(draft.saved_at)}.", icon=":material/edit_note:")
    fields = [
        form.kind.by_name[name] for name in draft.values if name in form.kind.by_name and name != form.kind.parent
    ]
    names = record_options.names(desk.snapshot, fields)
    st.text("\n".join(f"{one.label}: {record_words.shown(one, draft.values[one.name], names)}" for one in fields[:8]))
    with st.container(horizontal=True):
        st.button(
            "Ga verder met uw concept",
            type="primary",
            key=f"{form.key}:up",
            on_click=record_draft.take_up,
            args=(form,),
        )
        if st.button("Gooi weg", key=f"{form.key}:away"):
            record_draft.discard(desk.register, registered.actor(), form)
            _again()


def _fill_in(desk: _Desk) -> None:
    form = desk.form
    top = st.container()
    record_rows.read(desk.snapshot, form)
    record_draft.keep(desk.register, registered.actor(), form)
    problems = _problems(desk)
    record_rows.draw(desk.snapshot, desk.register, form, problems)
    why = st.text_input("Waarom wijzigt u dit? (niet verplicht)", key=f"{form.key}:why") if form.id else ""
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Bewaar", type="primary", icon=":material/check:", key=f"{form.key}:save"):
            form.tried = True
            if not form.unread:
                _save(desk, [form.edit()], why)
            _again()
        if st.button("Gooi weg wat u invulde" if form.is_touched() else "Sluit", key=f"{form.key}:close"):
            record_draft.discard(desk.register, registered.actor(), form)
            _leave(desk, None)
        if form.id and st.button("Haal weg …", type="tertiary", icon=":material/delete:", key=f"{form.key}:remove"):
            form.removing = True
            _again()
    if form.trouble:
        st.error(plain(f"Niet bewaard. {form.trouble}"), icon=":material/database_off:")
        form.trouble = ""
    elif form.tried:
        record_rows.at_the_button(form, problems)
    st.caption(record_draft.NOT_YET.format(text.clock(form.saved_at)) if form.saved_at else record_draft.REMEMBERED)
    if form.tried:
        with top:
            record_rows.on_top(form, problems)


def _problems(desk: _Desk) -> list[Problem]:
    """What the register would say about this form as it stands: the same rules as for a workbook."""
    if not (desk.form.tried or desk.form.is_touched()):
        return []
    known = registered.known(desk.snapshot)
    return desk.register.problems(registered.actor(), [desk.form.edit()], known)


def _save(desk: _Desk, edits: list[Edit], why: str) -> None:
    """Saves and leaves the form; when that cannot be, the form knows why and the reader stays."""
    form = desk.form
    try:
        applied = desk.register.apply(registered.actor(), edits, why=why, known=registered.known(desk.snapshot))
    except Conflict as conflict:
        form.clashes = conflict.clashes
        return
    except Refused:
        return  # the same problems are found again when the form is drawn
    except RegisterError as error:
        form.trouble = str(error)
        return
    record_draft.discard(desk.register, registered.actor(), form)
    title = record_words.title(
        form.kind, form.values, record_options.names(desk.snapshot, [form.kind.by_name[form.kind.title]])
    )
    words = f"Bewaard: {title}." if applied.number else "Er is niets veranderd, dus er is niets bewaard."
    record_saved.say(desk.place, words, applied.number, applied.warnings)
    _leave(desk, edits[0].id)


def _choose(desk: _Desk) -> None:
    """Somebody else was first: what each made of it, and a choice per field."""
    form = desk.form
    edits = [form.edit()]
    if form.base is None and form.clashes[0].current is not None:
        st.error(
            f"Er staat al een {form.kind.label.lower()} met deze gegevens in het register. "
            "Wijzig die, of vul hier iets anders in."
        )
        if st.button("Terug naar het formulier", key=f"{form.key}:back"):
            form.clashes = ()
            _again()
        return
    names = record_options.names(desk.snapshot, form.kind.fields)
    merged = record_conflict.choose(edits, form.clashes, names, form.key, {(form.kind.id, edits[0].id): form.before})
    with st.container(horizontal=True):
        if st.button("Bewaar deze keuze", type="primary", key=f"{form.key}:merge", disabled=merged is None) and merged:
            form.clashes = ()
            _save(desk, list(merged), "")
            if not form.clashes:  # refused: mend it in the form, on the record as it stands now
                record_draft.rebase(desk.register, registered.actor(), form, merged[0])
            _again()
        if st.button("Gooi weg wat u invulde", key=f"{form.key}:drop"):
            record_draft.discard(desk.register, registered.actor(), form)
            _leave(desk, None)


def _remove(desk: _Desk) -> None:
    form = desk.form
    edit = record_removal.asked(desk.snapshot, desk.register, form)
    with st.container(horizontal=True):
        if edit and st.button("Haal weg", type="primary", icon=":material/delete:", key=f"{form.key}:removed"):
            try:
                applied = desk.register.apply(registered.actor(), [edit], known=registered.known(desk.snapshot))
            except Conflict:
                st.error("Iemand anders heeft dit intussen gewijzigd. Sluit het formulier en kijk opnieuw.")
                return
            except RegisterError as error:
                st.error(plain(str(error)))
                return
            record_draft.discard(desk.register, registered.actor(), form)
            record_saved.say(desk.place, f"{form.kind.label} weggehaald.", applied.number, applied.warnings)
            _leave(desk, None)
        if st.button("Toch niet", key=f"{form.key}:keep"):
            form.removing = False
            _again()


def _leave(desk: _Desk, id: str | None) -> None:
    record_draft.close(desk.form)
    if desk.on_done:
        desk.on_done(id)
    st.rerun()


def _again() -> None:
    """Draws the form anew; the whole page when that is what runs."""
    try:
        st.rerun(scope="fragment")
    except StreamlitAPIException:
        st.rerun()
