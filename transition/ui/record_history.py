"""What happened to one record, with the way back: undo the last change, or put an earlier state in place again."""

from collections.abc import Mapping, Sequence
from itertools import groupby

import streamlit as st

from transition.domain.register.kinds import KINDS
from transition.register.answers import NOT_KEPT, Change, Conflict, Refused, RegisterError
from transition.register.register import Register
from transition.store import Snapshot
from transition.ui import record_options, record_saved, registered
from transition.views import record_words
from transition.views.brought import plain

_SHOWN = 10


def section(snapshot: Snapshot, register: Register, kind: str, id: str) -> None:
    """The changes of a record, newest first, each with a button that makes the record what it was just after it."""
    place = f"history-{kind}-{id}"
    record_saved.show(register, place)
    changes = register.history(registered.actor(), kind, id)
    if not changes:
        st.info("Hier is nog niets gewijzigd.")
        return
    names = record_options.names(snapshot, KINDS[kind].fields)
    sets = [list(some) for _, some in groupby(changes, key=lambda one: one.number)]
    everything = len(sets) <= _SHOWN or st.toggle(f"Toon alle {len(sets)} wijzigingen", key=f"{place}:all")
    for at, some in enumerate(sets if everything else sets[:_SHOWN]):
        _set(register, some, names, place, is_now=at == 0)


def _set(register: Register, changes: Sequence[Change], names: Mapping[str, str], place: str, is_now: bool) -> None:
    first = changes[0]
    kind = KINDS[first.kind]
    with st.container(border=True, key=f"{place}_{first.number}"):
        st.markdown(f"**{plain(record_words.by_whom(first.who, first.at, first.origin))}**")
        if first.why:
            st.text(f"Waarom: {first.why}")
        st.text("\n".join(_said(one, names) for one in changes))
        if is_now:
            st.caption("Dit is de stand van nu.")
            st.button(
                "Maak deze wijziging ongedaan",
                icon=":material/undo:",
                key=f"{place}:undo",
                on_click=record_saved.take_back,
                args=(register, first.number, place),
            )
        elif not _is_removal(changes):
            st.button(
                "Zet deze stand terug",
                icon=":material/history:",
                key=f"{place}:{first.number}:back",
                help=f"{kind.label} wordt weer zoals het na deze wijziging was. Wat er nu staat, blijft in de geschiedenis.",
                on_click=_restore,
                args=(register, first.kind, first.id, first.number, place),
            )


def _said(one: Change, names: Mapping[str, str]) -> str:
    kind = KINDS[one.kind]
    if NOT_KEPT in (one.old, one.new):
        return f"{record_words.label(kind, one.field)}: gewijzigd (wat er stond, bewaren we niet)."
    return record_words.change(kind, one.field, one.old, one.new, names)


def _is_removal(changes: Sequence[Change]) -> bool:
    return any(not one.field and not one.new for one in changes)


def _restore(register: Register, kind: str, id: str, number: int, place: str) -> None:
    """For the button: before the page is drawn again."""
    try:
        applied = register.restore(registered.actor(), kind, id, number)
    except Conflict:
        record_saved.say(place, "Iemand wijzigde dit zojuist. Kijk opnieuw.", None)
    except Refused as refused:
        record_saved.say(place, " ".join(record_words.problem(one) for one in refused.problems), None)
    except RegisterError as error:
        record_saved.say(place, str(error), None)
    else:
        words = "Teruggezet." if applied.number else "Deze stand is er al. Er is niets veranderd."
        record_saved.say(place, words, applied.number, applied.warnings)
