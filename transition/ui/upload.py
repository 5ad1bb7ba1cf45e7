"""Brings a file of the reader's own: what was understood, what would change, what is wrong; then take it, or leave it, or undo it.

The reading is done by `python -m loaders.brought` in a process of its own: this page never opens the file.
"""

import json
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from transition.places import PROJECT, places
from transition.store import Snapshot
from transition.ui import show
from transition.views import brought, text

_FIND_OUT = ""
_MOST_SECONDS = 60
_SHOWN_TROUBLES = 25
_ANSWER, _ROUND, _MESSAGE = "brought_answer", "brought_round", "brought_message"
STYLE = """<style>
.brought-troubles { overflow-x: auto; } .brought-troubles table { border-collapse: collapse; min-width: 44rem; }
.brought-troubles th, .brought-troubles td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0;
  border-bottom: 1px solid rgba(128, 144, 144, .5); }
.brought-troubles th, .brought-troubles td:nth-child(-n+2) { white-space: nowrap; }
.brought-troubles td:nth-child(3) { overflow-wrap: anywhere; min-width: 7rem; }
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
[data-testid="stFileUploader"]:has([role="alert"])::after {
  content: "Dit bestand kwam niet aan. Is het groter dan 10 MB? Haal dan weg wat niet nodig is, en kies het opnieuw."; }
</style>"""
"""Of a box that takes a file, and of the table of what is wrong with it."""


def section(snapshot: Snapshot) -> None:
    """Everything about bringing a file, in the order in which it is done."""
    st.subheader("Een eigen bestand toevoegen")
    if snapshot.is_example:
        st.info("Laad eerst de echte cijfers. Daarna kunt u hier een eigen bestand toevoegen.")
        return
    st.html(STYLE)
    if message := st.session_state.pop(_MESSAGE, ""):
        st.success(message)
    _last()
    st.markdown(
        "Hebt u zelf een tabel, zoals een export van de Klimaatmonitor of een ingevuld invulblad? Voeg die hier toe. "
        "U ziet eerst wat we lezen en wat er verandert. Pas als u bevestigt, nemen we de cijfers over. "
        "Daarna staan ze op de pagina Kaart. Een cijfer van een uitgever blijft altijd staan."
    )
    if not st.toggle("Ik wil een bestand toevoegen", key="brought_open"):
        return
    known = {kind["id"]: kind for kind in _kinds()}
    if not known:
        st.error("De soorten bestanden zijn niet te lezen. Probeer het later opnieuw.")
        return
    kind = st.selectbox(
        "Soort bestand",
        [_FIND_OUT, *known],
        format_func=lambda id: known[id]["title"] if id else "Herken het automatisch",
        key="brought_kind",
    )
    if kind:
        _about(known[kind])
    turn = st.session_state.setdefault(_ROUND, 0)
    file = st.file_uploader("Werkmap (.xlsx of .xls) of CSV, hoogstens 10 MB", key=f"brought_file_{turn}")
    if file is not None:
        _look(file.name, file.file_id, file.getbuffer(), kind, snapshot)


def _about(kind: dict[str, str]) -> None:
    st.caption(f"{kind['explanation']} Uitgever: {kind['publisher']}. Licentie: {kind['licence']}.")
    if kind["template"]:
        st.download_button(
            "Download het invulblad",
            data=kind["template"].encode(),
            file_name=brought.form_name(kind["title"]),
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key="download_template",
        )


def _look(name: str, id: str, content: memoryview, kind: str, snapshot: Snapshot) -> None:
    """Shows what the file would do; reads it once per file, kind and snapshot."""
    asked = (id, kind, snapshot.id)
    if st.session_state.get(_ANSWER, (None,))[0] != asked:
        with st.spinner("Het bestand wordt bekeken. Dat duurt een paar seconden …", show_time=True):
            st.session_state[_ANSWER] = (asked, _command(name, content, kind))
    answer = st.session_state[_ANSWER][1]
    if answer["state"] == "geweigerd":
        _refused(answer)
    else:
        _understood(answer, snapshot)
    with st.container(horizontal=True):
        news = answer["state"] == "bekeken" and not answer["changes_nothing"]
        if news and st.button("Bevestig: neem over", type="primary", icon=":material/check:", key="brought_confirm"):
            _confirm(name, content, kind, answer)
        if st.button("Annuleer", icon=":material/close:", key="brought_discard"):
            _start_again(f"Geannuleerd: {brought.plain(name)} is niet overgenomen. Er is niets veranderd.")


def _refused(answer: dict[str, Any]) -> None:
    st.error(brought.refusal(answer), icon=":material/block:")
    found = answer["troubles"]
    st.html(brought.troubles_table(found[:_SHOWN_TROUBLES]))
    if len(found) > _SHOWN_TROUBLES:
        st.caption(f"U ziet de eerste {_SHOWN_TROUBLES}. De andere staan in de download.")
    show.download(lambda: brought.troubles(found), "wat-er-mis-is", "Regiemonitor, wat er mis is met het bestand")


def _understood(answer: dict[str, Any], snapshot: Snapshot) -> None:
    st.markdown(f"**Wat we lezen.** {brought.understood(answer)}")
    st.dataframe(brought.series(answer), hide_index=True)
    if answer["read_as"]:
        st.text(f"Zo is het bestand gelezen: {' '.join(answer['read_as'])}")
    if answer["notes"]:
        st.caption("Let op")
        st.text("\n".join(f"• {note}" for note in answer["notes"]))
    st.markdown(f"**Wat er verandert.** {brought.change(answer)}")
    if answer["examples"]:
        st.dataframe(brought.examples(answer, snapshot.areas), hide_index=True)
        if sum(answer["counts"].values()) > len(answer["examples"]):
            st.caption(f"U ziet de eerste {len(answer['examples'])}.")


def _confirm(name: str, content: memoryview, kind: str, seen: dict[str, Any]) -> None:
    with st.spinner("De cijfers worden overgenomen …", show_time=True):
        answer = _command(name, content, kind or seen["kind"], "--confirm", f"--served={seen['served']}")
    if answer["state"] == "geweigerd":
        st.error(brought.plain(" ".join(answer["sentences"][:3])))
    else:
        _start_again(
            f"De cijfers uit {brought.plain(name)} zijn overgenomen. {brought.places(answer)} U kunt dit hieronder ongedaan maken."
        )


def _last() -> None:
    """The last brought file, which can be taken back."""
    record = places().root / "brought.json"
    try:
        last = json.loads(record.read_text(encoding="utf-8"))[-1]
    except (OSError, ValueError, IndexError):
        return
    st.caption(f"Laatst toegevoegd: {brought.plain(last['file'])}, op {text.day(last['at'])}.")
    if st.button("Maak ongedaan", icon=":material/undo:", key="brought_undo"):
        with st.spinner("De vorige cijfers worden teruggezet …", show_time=True):
            answer = _run("--undo")
        if answer["state"] == "geweigerd":
            st.error(brought.plain(" ".join(answer["sentences"])))
        else:
            _start_again(f"{brought.plain(answer['file'])} is ongedaan gemaakt. U ziet weer de cijfers van daarvoor.")


def _start_again(message: str) -> None:
    """An empty form, with a message above it."""
    st.session_state[_MESSAGE] = message
    st.session_state[_ROUND] += 1
    st.session_state.pop(_ANSWER, None)
    st.rerun()


def _command(name: str, content: memoryview, kind: str, *options: str) -> dict[str, Any]:
    """What the command says about these bytes. They are kept in a file of their own name-less folder, for as long as it runs."""
    with tempfile.TemporaryDirectory(prefix="gebracht-") as folder:
        file = Path(folder) / "bestand"
        file.write_bytes(content)
        return _run(str(file), f"--name={name}", f"--kind={kind}", *options)


def _run(*arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "loaders.brought", *arguments, "--json", "--data", str(places().root)]
    try:
        done = subprocess.run(
            command, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8", check=False, timeout=_MOST_SECONDS
        )
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer
    except (subprocess.TimeoutExpired, ValueError):
        trouble = {
            "sheet": "",
            "cell": "",
            "value": "",
            "what": "het lezen is niet gelukt",
            "remedy": "Probeer het opnieuw",
        }
        return {
            "state": "geweigerd",
            "troubles": [trouble],
            "sentences": ["Het lezen is niet gelukt. Probeer het opnieuw."],
            "kinds": [],
        }


@lru_cache(maxsize=1)
def _read_kinds() -> list[dict[str, str]]:
    kinds: list[dict[str, str]] = _run("--kinds")["kinds"]
    if not kinds:
        raise LookupError("geen soorten")
    return kinds


def _kinds() -> list[dict[str, str]]:
    """The kinds of files the command knows; they change only with the code. Empty when it did not answer: asked again next time."""
    try:
        return _read_kinds()
    except LookupError:
        return []
