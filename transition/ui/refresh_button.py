"""The button that loads the real figures, in a process of its own, with its progress on the page."""

import subprocess
import sys
from collections.abc import Iterator

import streamlit as st

from transition.places import PROJECT, places
from transition.store import Snapshot

_COMMAND = ".venv/bin/python -m loaders"


def section(snapshot: Snapshot) -> None:
    """Explains what happens, and does it when the reader asks."""
    st.subheader("Cijfers laden")
    if snapshot.is_example:
        st.markdown(
            "U ziet nu een fictieve regio. Laad de echte cijfers van het CBS en de grenzen van het Kadaster. Dat duurt een paar minuten."
        )
    else:
        st.markdown(
            "Vraag alle bronnen of er iets nieuws is. Wat niet klopt, wordt geweigerd; de cijfers die u nu ziet, blijven dan staan."
        )
    label = "Laad de echte cijfers" if snapshot.is_example else "Ververs de cijfers"
    if st.button(label, icon=":material/cloud_download:", key="refresh"):
        _run()
    if st.toggle("Toon uitleg voor beheerders", key="for_operators"):
        st.markdown(
            f"Op de opdrachtregel doet `{_COMMAND}` hetzelfde als deze knop. Met `--from MAP` leest u bestanden die u zelf hebt "
            f"gedownload. Het kenmerk van de cijfers die u nu ziet: `{snapshot.id}`."
        )


def _run() -> None:
    with st.status("De bronnen worden gelezen …", expanded=True) as status:
        process = subprocess.Popen(
            [sys.executable, "-m", "loaders", "--data", str(places().root)],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        lines = []
        for line in _lines(process):
            lines.append(line)
            st.text(line)
        failed = process.wait() != 0
        status.update(label=_outcome(lines, failed), state="error" if failed else "complete", expanded=failed)
    st.button("Toon wat er nu is", key="after_refresh", icon=":material/refresh:")


def _outcome(lines: list[str], failed: bool) -> str:
    if not failed:
        return "Klaar. Alle bronnen zijn gelezen."
    if not any(": vernieuwd" in line or ": ongewijzigd" in line for line in lines):
        return "Geen enkele bron antwoordde. Hebt u internet? Wat u nu ziet, is niet veranderd."
    return "Niet alles is gelukt. Hieronder staat per bron waarom. Wat niet lukte, is niet veranderd."


def _lines(process: "subprocess.Popen[str]") -> Iterator[str]:
    if process.stdout:
        for line in process.stdout:
            yield line.rstrip()
