"""Keeping the register up with a workbook: download, fill in, upload, see what would change, confirm; and undo."""

import tempfile
from collections.abc import Collection
from functools import lru_cache, partial
from pathlib import Path

import streamlit as st

from transition.domain.areas import Level
from transition.door.trouble import NotTaken
from transition.register.answers import ChangeSet, Conflict
from transition.register.register import Register, RegisterError
from transition.register.workbook import bring
from transition.register.workbook.bring import Seen
from transition.register.workbook.scope import About, Scope
from transition.store import Snapshot
from transition.ui import register_clashes, registered, show, upload
from transition.views import brought, export, register_changes, wrapped_table
from transition.views.brought import plain

_SHOWN = 200
"""So many rows of what changes are on the page; all of them are in the download."""
_HEAD = "Bijwerken met een werkmap"
_SEEN, _ROUND, _MESSAGE = "workbook_seen", "workbook_round", "workbook_message"


def of_area(snapshot: Snapshot, area: str) -> None:
    """The section for the area the reader chose: a workbook is about one municipality."""
    if snapshot.areas[area].level is Level.GEMEENTE:
        section(snapshot, registered.register(snapshot), Scope(About.MUNICIPALITY, area))
    else:
        st.markdown(f"### {_HEAD}\n\nEen werkmap gaat over één gemeente. Kies links eerst een gemeente.")


def section(snapshot: Snapshot, register: Register, scope: Scope) -> None:
    """Everything about the workbook of one municipality or community, in the order in which it is done."""
    st.subheader(_HEAD)
    if message := st.session_state.pop(_MESSAGE, ""):
        st.success(message)
    _last(register)
    if not st.toggle("Ik wil bijwerken met een werkmap", key=f"workbook_open_{scope.id}"):
        st.caption("U wijzigt dan meer tegelijk, in Excel of LibreOffice. U ziet eerst wat er verandert.")
        return
    st.html(upload.STYLE)
    _download(snapshot, register, scope)
    st.markdown(
        "**2. Vul de werkmap in.** Wijzig cellen, of vul lege rijen in. Op het blad 'Lees mij' staat hoe. Bewaar de werkmap."
    )
    st.markdown("**3. Kies de ingevulde werkmap**")
    turn = st.session_state.setdefault(_ROUND, 0)
    file = st.file_uploader("Ingevulde werkmap (.xlsx), hoogstens 10 MB", key=f"workbook_file_{scope.id}_{turn}")
    if file is not None:
        _bring(snapshot, register, scope, file.name, file.file_id, file.getbuffer())


def _download(snapshot: Snapshot, register: Register, scope: Scope) -> None:
    st.markdown("**1. Download de werkmap.** Daarin staat alles wat nu is vastgelegd.")
    st.download_button(
        "Download de werkmap",
        data=partial(bring.workbook, register, registered.actor(), scope, registered.known(snapshot)),
        file_name=f"register-{scope.id.lower()}.xlsx",
        mime=export.MIME[export.Format.XLSX],
        icon=":material/download:",
        on_click="ignore",
        key=f"workbook_download_{scope.id}",
    )


def _bring(snapshot: Snapshot, register: Register, scope: Scope, name: str, id: str, content: memoryview) -> None:
    """Reads the file once, shows what it would do, and asks to confirm."""
    asked = (id, scope, snapshot.id)
    if st.session_state.get(_SEEN, (None,))[0] != asked:
        st.session_state[_SEEN] = (asked, _look(snapshot, register, scope, name, content), False)
    _, seen, has_moved = st.session_state[_SEEN]
    st.markdown("**4. Bekijk wat er verandert**")
    if has_moved:
        st.warning(
            "Iemand anders heeft het register intussen gewijzigd. Er is niets overgenomen. Bekijk opnieuw wat er verandert."
        )
    if isinstance(seen, NotTaken):
        _wrong(seen)
    else:
        _show(seen)
    with st.container(horizontal=True, key="workbook_buttons"):
        if isinstance(seen, Seen) and not seen.troubles and not seen.comparison.changes_nothing:
            mine = register_clashes.chosen(seen)
            label = "5. Bevestig: neem over"
            if st.button(label, type="primary", icon=":material/check:", key="workbook_confirm"):
                _confirm(snapshot, register, asked, seen, mine)
        if st.button("Annuleer", icon=":material/close:", key="workbook_discard"):
            _start_again(f"Geannuleerd: {plain(name)} is niet overgenomen. Er is niets veranderd.")


def _look(snapshot: Snapshot, register: Register, scope: Scope, name: str, content: memoryview) -> Seen | NotTaken:
    """What the file would do; its bytes are kept in a file without its name, for as long as it is read."""
    with tempfile.TemporaryDirectory(prefix="werkmap-") as folder:
        file = Path(folder) / "bestand"
        file.write_bytes(content)
        bar = st.progress(0.0, "Het bestand wordt geopend …")
        try:
            known = registered.known(snapshot)
            return bring.look(register, registered.actor(), file, name, known, _moving(bar), scope)
        except NotTaken as refusal:
            return refusal
        finally:
            bar.empty()


def _moving(bar: "st.delta_generator.DeltaGenerator") -> bring.Progress:
    return lambda part, what: bar.progress(min(part, 1.0), f"{what} …") and None


def _wrong(refusal: NotTaken) -> None:
    found = register_changes.troubles(refusal.troubles)
    st.error(register_changes.refusal(len(found)), icon=":material/block:")
    st.html(brought.troubles_table(found[:_SHOWN]))
    show.download(lambda: brought.troubles(found), "wat-er-mis-is", "Regiemonitor, wat er mis is met de werkmap")


def _show(seen: Seen) -> None:
    if seen.troubles:
        _wrong(NotTaken(*seen.troubles))
    st.markdown(register_changes.summary(seen))
    for notice in (*seen.comparison.notes, *map(register_changes.notice, seen.warnings)):
        st.caption(f"Let op: {plain(notice)}")
    table = register_changes.changes(seen)
    if len(table):
        st.html(wrapped_table.html(register_changes.on_screen(table.head(_SHOWN)), "Wat er verandert", tall=True))
        if len(table) > _SHOWN:
            st.caption(f"U ziet de eerste {_SHOWN}. Alle wijzigingen staan in de download.")
        show.download(lambda: table, "wat-er-verandert", "Regiemonitor, wat er verandert in het register")


def _confirm(
    snapshot: Snapshot, register: Register, asked: object, seen: Seen, mine: Collection[tuple[str, str, str]]
) -> None:
    bar = st.progress(0.0, "De wijzigingen worden bewaard …")
    known = registered.known(snapshot)
    try:
        applied = bring.take(register, registered.actor(), seen, known, _moving(bar), mine)
    except bring.Moved as moved:
        _show_again(asked, moved.seen)
    except Conflict:
        _show_again(asked, bring.again(register, registered.actor(), seen, known, _moving(bar)))
    except NotTaken as refusal:
        st.session_state[_SEEN] = (asked, refusal, False)
        st.rerun()
    except RegisterError as error:
        bar.empty()
        st.error(plain(str(error)))
    else:
        nothing = "Er was niets te veranderen: alles stond al zo in het register."
        what = plain(register_changes.changed(seen, applied.changed))
        taken = f"De wijzigingen uit {plain(seen.file)} zijn overgenomen. {what} U kunt dat hieronder ongedaan maken."
        _start_again(nothing if applied.number is None else taken)


def _show_again(asked: object, seen: Seen) -> None:
    """Somebody else was first: what the file would do now is shown, and nothing was written."""
    st.session_state[_SEEN] = (asked, seen, True)
    st.rerun()


def _last(register: Register) -> None:
    """The last workbook that was taken and not undone yet, which can be taken back."""
    sets = _change_sets(register, register.number())
    undone = " ".join(one.why for one in sets if one.origin == "undo")
    last = next((one for one in sets if one.origin == "workbook"), None)
    if last is None or register_changes.undo_reason(last.number) in undone:
        return
    st.text(f"Laatst overgenomen: {register_changes.change_set(last)}")
    if st.button("Maak ongedaan", icon=":material/undo:", key="workbook_undo"):
        try:
            register.undo(registered.actor(), last.number, why=register_changes.undo_reason(last.number))
        except Conflict:
            st.error(
                "Hiervan is later nog iets gewijzigd. Daarom is niets ongedaan gemaakt. Wijzig het in het formulier van het gebied, "
                "of met een nieuwe werkmap."
            )
        except RegisterError as error:
            st.error(plain(str(error)))
        else:
            _start_again(f"{plain(last.file_name)} is ongedaan gemaakt. Alles staat weer zoals daarvoor.")


@lru_cache(maxsize=4)
def _change_sets(register: Register, number: int) -> list[ChangeSet]:  # noqa: ARG001 - the number is the key
    """The last change sets; counting what a large one touched takes a tenth of a second."""
    return register.change_sets(registered.actor())


def _start_again(message: str) -> None:
    """An empty form, with a message above it."""
    st.session_state[_MESSAGE] = message
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_SEEN, None)
    st.rerun()
