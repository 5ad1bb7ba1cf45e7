"""What somebody is filling in: kept in the session, and on every change as a draft in the register, so that nothing is lost."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import streamlit as st

from transition.domain.register.fields import Edit, Kind, Record, Value, id_of
from transition.register.actor import Actor
from transition.register.answers import Clash, Draft
from transition.register.register import Register
from transition.ui.record_fields import is_same
from transition.views.record_words import is_nothing

NOT_YET = "Nog niet in het register. Wat u invulde is onthouden ({})."
"""Under a form, with the time: what was filled in is kept, and that is not the same as saved."""
REMEMBERED = "Wat u invult, onthouden we vanzelf. In het register komt het pas met 'Bewaar'."
NEW = "+"
"""Begins the key of what is filled in for a record that is not there yet; the id of what it belongs to follows."""
_WINDOW = "~"
"""Parts the key of a draft from the mark of a second window in which the same record is being filled in."""


@dataclass
class Form:
    """One form that is open in this session.

    before: the values of the record at version `base`; nothing for a new one. first: what it opened with. values: what it holds
    now; of a field in `unread` what was typed and could not be read. turn: counts how often it began anew. offered: a draft from
    an earlier time, until the reader decides about it. trouble: why the register could not take it just now.
    """

    kind: Kind
    id: str | None
    slot: str
    base: int | None
    before: Mapping[str, Value]
    first: Mapping[str, Value]
    values: dict[str, Value] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    turn: int = 0
    draft_id: str = ""
    kept: Mapping[str, Value] | None = None
    saved_at: datetime | None = None
    offered: Draft | None = None
    tried: bool = False
    clashes: tuple[Clash, ...] = ()
    removing: bool = False
    trouble: str = ""

    @property
    def key(self) -> str:
        """Begins the keys of the form's widgets."""
        return f"record:{self.kind.id}:{self.slot}:{self.turn}"

    def changes(self) -> dict[str, Value]:
        """The fields that hold something else than the record; of a new one all that hold something."""
        return {
            name: value
            for name, value in self.values.items()
            if name in self.kind.by_name and not is_same(self.kind.by_name[name], value, self.before.get(name))
        }

    def is_touched(self) -> bool:
        """Whether the reader changed anything since it opened."""
        return any(not is_same(one, self.values.get(one.name), self.first.get(one.name)) for one in self.kind.fields)

    def edit(self) -> Edit:
        """What would be saved."""
        readable = {name: value for name, value in self.changes().items() if name not in self.unread}
        return Edit(self.kind.id, self.id or id_of(self.kind, self.values) or "nieuw", self.base, readable)

    def restart(self, values: Mapping[str, Value]) -> None:
        """Fills the widgets anew."""
        self.values = dict(values)
        self.turn += 1


def opened(register: Register, actor: Actor, kind: Kind, id: str | None, preset: Mapping[str, Value]) -> Form | None:
    """The form of this session for a record; for a new one by what it belongs to. None: there is no such record (any more)."""
    slot = id or _slot(kind, preset)
    name = _name(kind, slot)
    found: Form | None = st.session_state.get(name)
    if found is None:
        record: Record | None = register.record(actor, kind.id, id) if id else None
        if id and record is None:
            return None
        before = dict(record.values) if record else {}
        first = before or {one: value for one, value in preset.items() if not is_nothing(value)}
        found = Form(kind, id, slot, record.version if record else None, before, first, dict(first), draft_id=slot)
        found.offered = next(iter(_drafts(register, actor, kind, slot)), None)
        st.session_state[name] = found
    return found


def _slot(kind: Kind, preset: Mapping[str, Value]) -> str:
    """What is filled in for a new record is kept per record it belongs to, or per place where one began."""
    begun = preset.get(kind.parent) or next(iter(preset.values()), "")
    return NEW + (",".join(begun) if isinstance(begun, tuple) else str(begun or ""))


def close(form: Form) -> None:
    """Forgets the form in this session; its draft stays."""
    st.session_state.pop(_name(form.kind, form.slot), None)


def _name(kind: Kind, slot: str) -> str:
    return f"record_form:{kind.id}:{slot}"


def _drafts(register: Register, actor: Actor, kind: Kind, slot: str) -> Iterable[Draft]:
    return (one for one in register.drafts(actor) if one.kind == kind.id and one.id.partition(_WINDOW)[0] == slot)


def keep(register: Register, actor: Actor, form: Form) -> None:
    """Saves the draft when something changed since the last time; throws it away when everything is as it was."""
    if not form.is_touched():
        if form.kept is not None:
            discard(register, actor, form)
        return
    changes = form.changes()
    if changes == form.kept:
        return
    lying = register.draft(actor, form.kind.id, form.draft_id)
    if lying is not None and lying.saved_at != form.saved_at:
        form.draft_id = f"{form.slot}{_WINDOW}{secrets.token_hex(4)}"  # another window is at it too: both are kept
    register.save_draft(actor, form.kind.id, form.draft_id, changes, form.base)
    saved = register.draft(actor, form.kind.id, form.draft_id)
    form.kept, form.saved_at = changes, saved.saved_at if saved else None


def take_up(form: Form) -> None:
    """Goes on with the draft that was found."""
    draft = form.offered
    if draft is None:
        return
    form.restart({**form.first, **draft.values})
    form.base = draft.base
    form.draft_id, form.kept, form.saved_at, form.offered = draft.id, dict(draft.values), draft.saved_at, None


def discard(register: Register, actor: Actor, form: Form) -> None:
    """Throws the draft away."""
    draft = form.offered
    register.discard_draft(actor, form.kind.id, draft.id if draft else form.draft_id)
    form.kept = form.saved_at = form.offered = None


def rebase(register: Register, actor: Actor, form: Form, merged: Edit) -> None:
    """Goes on filling in on the record as it stands now, with what was chosen after somebody else changed it."""
    record = register.record(actor, form.kind.id, merged.id)
    if record is None:
        return
    form.before, form.first, form.base, form.tried = dict(record.values), dict(record.values), record.version, True
    form.restart({**record.values, **merged.changes})
