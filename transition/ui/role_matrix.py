"""Who does what in an area, filled in as one table: checked while one fills it in, kept as a draft, merged when two people do it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pandas as pd
import streamlit as st

from transition.domain.register import choices
from transition.domain.register.fields import Edit, Problem, Record
from transition.domain.register.kinds import ROLE
from transition.register.answers import Clash, Conflict, Draft, Refused, RegisterError
from transition.register.register import Register
from transition.store import Snapshot
from transition.ui import record_conflict, record_draft, record_saved, registered
from transition.views import record_words, role_table, text
from transition.views.brought import plain

_READING = (
    "Klik op een cel, of ga erheen met de pijltjes. Druk op Enter en kies een letter. "
    "**A**: eindverantwoordelijk. **R**: voert uit. **R/A**: allebei. **S**: helpt mee. "
    "**C**: geeft advies. **I**: wordt geïnformeerd. Leeg: geen rol. Elk onderwerp heeft precies één eindverantwoordelijke (A of R/A)."
)


@dataclass
class _Open:
    """The table of one area in this session: what it began with, and what was kept of it."""

    records: Mapping[str, Record]
    begun: pd.DataFrame
    offered: Draft | None = None
    turn: int = 0
    saved_at: datetime | None = None
    kept: dict[str, object] = field(default_factory=dict)
    edits: Sequence[Edit] = ()
    clashes: tuple[Clash, ...] = ()


@st.fragment
def table(snapshot: Snapshot, register: Register, area: str) -> None:
    """The table with its check and its button; on a phone it scrolls inside itself."""
    place = f"roles-{area}"
    record_saved.show(register, place)
    found = _opened(snapshot, register, area)
    if found.offered is not None:
        _offer(register, area, found)
    elif found.clashes:
        _choose(snapshot, register, area, found, place)
    else:
        _fill_in(snapshot, register, area, found, place)


def _draft_id(area: str) -> str:
    return f"*{area}"


def _opened(snapshot: Snapshot, register: Register, area: str) -> _Open:
    key = f"roles:{area}"
    if key not in st.session_state:
        lying = registered.table(snapshot, ROLE.id)
        ids = lying.index[lying["area"] == area]
        found = (register.record(registered.actor(), ROLE.id, str(id)) for id in ids)
        records = {one.id: one for one in found if one is not None}
        offered = register.draft(registered.actor(), ROLE.id, _draft_id(area))
        st.session_state[key] = _Open(records, role_table.table(records), offered)
    opened: _Open = st.session_state[key]
    return opened


def _forget(register: Register, area: str) -> None:
    """The table begins anew with what the register holds; its draft goes."""
    register.discard_draft(registered.actor(), ROLE.id, _draft_id(area))
    st.session_state.pop(f"roles:{area}", None)


def _offer(register: Register, area: str, found: _Open) -> None:
    draft = found.offered
    if draft is None:
        return
    st.info(f"U hebt hier een concept van {text.moment(draft.saved_at)}.", icon=":material/edit_note:")

    def take_up() -> None:
        found.begun, found.offered, found.turn = role_table.table(found.records, draft.values), None, found.turn + 1

    with st.container(horizontal=True):
        st.button("Ga verder met uw concept", type="primary", key=f"roles_up_{area}", on_click=take_up)
        st.button("Gooi weg", key=f"roles_away_{area}", on_click=_forget, args=(register, area))


def _fill_in(snapshot: Snapshot, register: Register, area: str, found: _Open, place: str) -> None:
    st.caption(_READING)
    column = {
        actor: st.column_config.SelectboxColumn(
            role_table.HEADS[actor],
            options=list(role_table.LETTERS),
            format_func=role_table.LETTERS.get,
            width=86,
            help=label,
        )
        for actor, label in choices.ACTORS.items()
    }
    shown = found.begun.set_axis([choices.ACTIVITIES[one] for one in found.begun.index], axis="index")
    filled = st.data_editor(
        shown.rename_axis("Onderwerp"), column_config=column, num_rows="fixed", key=f"roles_{area}_{found.turn}",
        placeholder="–", alt="Tabel: per onderwerp welke rol elke partij heeft",
    ).set_axis(found.begun.index, axis="index")  # fmt: skip
    edits = role_table.edits(area, found.records, filled)
    problems = register.problems(registered.actor(), edits, registered.known(snapshot)) if edits else []
    _say(problems, edits)
    _keep(register, area, found, filled)
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(
            "Bewaar de rollen", type="primary", icon=":material/check:", key=f"roles_save_{area}", disabled=not edits
        ):
            _save(snapshot, register, area, found, edits, place)
        if edits:
            st.button("Gooi weg wat u invulde", key=f"roles_drop_{area}", on_click=_forget, args=(register, area))
    if found.saved_at:
        st.caption(record_draft.NOT_YET.format(text.clock(found.saved_at)))


def _say(problems: Sequence[Problem], edits: Sequence[Edit]) -> None:
    activities = {
        edit.id: choices.ACTIVITIES.get(str(edit.changes.get("activity") or edit.id.rpartition(".")[2]))
        for edit in edits
    }
    for one in problems:
        activity, words = activities.get(one.id) or "Rollen", record_words.problem(one)
        words = words if f"'{activity}'" in words else f"{activity}: {words}"
        (st.warning if one.is_warning else st.error)(plain(words))
    if edits and not problems:
        st.success("Elk onderwerp dat u invulde, heeft precies één eindverantwoordelijke.")


def _keep(register: Register, area: str, found: _Open, filled: pd.DataFrame) -> None:
    draft = role_table.as_draft(role_table.table(found.records), filled)
    if draft == found.kept:
        return
    found.kept = dict(draft)
    register.save_draft(registered.actor(), ROLE.id, _draft_id(area), draft, None)
    saved = register.draft(registered.actor(), ROLE.id, _draft_id(area))
    found.saved_at = saved.saved_at if saved else None


def _save(snapshot: Snapshot, register: Register, area: str, found: _Open, edits: Sequence[Edit], place: str) -> None:
    try:
        applied = register.apply(registered.actor(), edits, known=registered.known(snapshot))
    except Conflict as conflict:
        found.edits, found.clashes = edits, conflict.clashes
        st.rerun(scope="fragment")
    except Refused as refused:
        _say(refused.problems, edits)
        return
    except RegisterError as error:
        st.error(plain(str(error)))
        return
    _forget(register, area)
    record_saved.say(place, "Bewaard: de rollen.", applied.number, applied.warnings)
    st.rerun()


def _choose(snapshot: Snapshot, register: Register, area: str, found: _Open, place: str) -> None:
    before = {(ROLE.id, id): record.values for id, record in found.records.items()}
    merged = record_conflict.choose(found.edits, found.clashes, {}, f"roles_clash_{area}", before)
    with st.container(horizontal=True):
        if (
            st.button("Bewaar deze keuze", type="primary", key=f"roles_merge_{area}", disabled=merged is None)
            and merged
        ):
            found.clashes = ()
            _save(snapshot, register, area, found, merged, place)
        st.button("Gooi weg wat u invulde", key=f"roles_clash_drop_{area}", on_click=_forget, args=(register, area))
