"""The only way to put a figure on a page: heading, picture, how to read it, source, and its table with download."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from transition.store import Snapshot
from transition.views import export, text

_PLOTLY = {"displayModeBar": False, "locale": "nl", "responsive": True}


def show(
    draw: Callable[[], Any],
    *,
    heading: str,
    what: str,
    reading: str,
    source: str,
    table: Callable[[], pd.DataFrame],
    name: str,
    decimals: int = 0,
) -> None:
    """Heading with the message, what it is about, the picture, how to read it, its source, and the table on request.

    draw: puts the picture on the page. table: made only when the reader asks for it. name: of the file to download.
    """
    st.subheader(heading)
    st.caption(what)
    draw()
    st.caption(f"**Zo leest u dit.** {reading}")
    st.caption(source)
    if st.toggle("Toon de tabel", key=f"table_{name}"):
        sortable(table(), decimals)
        download(table, name, source)


def plotly(figure: Any, key: str) -> None:
    """A Plotly figure in our theme, as wide as its place."""
    st.plotly_chart(figure, theme=None, config=_PLOTLY, key=key)


def sortable(table: pd.DataFrame, decimals: int = 0, height: int | None = None) -> None:
    """A table that sorts on its numbers and shows them the Dutch way."""
    numbers = table.select_dtypes("number").columns
    styled = table.style.format({c: lambda v: text.number(v, decimals) for c in numbers})
    st.dataframe(styled, hide_index=True, **({"height": height} if height else {}))


def download(table: Callable[[], pd.DataFrame], name: str, about: str) -> None:
    """A button that gives the table as CSV for Dutch Excel; the table is made when the reader presses it."""
    st.download_button(
        "Download als CSV",
        data=lambda: export.dutch_csv(table(), about),
        file_name=f"{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"download_{name}",
    )


def sources(snapshot: Snapshot, ids: set[str]) -> None:
    """The sources under a page, each with its edition and when it was loaded."""
    st.divider()
    st.markdown("###### Bronnen op deze pagina")
    for id in sorted(ids):
        facts = snapshot.sources[id]
        st.caption(
            f"{facts['publisher']}, {facts['title']}. Uitgave {text.day(facts['edition'])}, geladen op {text.day(facts['fetched_at'])}. "
            f"Licentie: {facts['licence']}. Meer op de pagina Bronnen."
        )
