"""The only way to put a figure on a page: heading, picture, how to read it, source, and its table with download."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from transition.store import Layer, Snapshot
from transition.ui import cached, page
from transition.views import export, export_geojson, figure_html, text
from transition.views.explanation import beside

_PLOTLY = {"displayModeBar": False, "locale": "nl", "responsive": True}


def show(
    draw: Callable[[], Any] | str,
    *,
    heading: str,
    what: str,
    reading: str,
    source: str,
    table: Callable[[], pd.DataFrame] | None,
    name: str,
    decimals: int = 0,
    indicator: str = "",
) -> None:
    """Heading with the message, what it is about, the picture, how to read it, its source, and the table on request.

    draw: puts the picture on the page; or the picture as HTML, and then it is one piece with its words, which are plain text (else
    Markdown). table: made only when the reader asks for it; None for what may not leave. name: of the
    file to download. indicator: id of the figure, whose definition goes into the file.
    """
    if isinstance(draw, str):
        st.html(figure_html.figure(draw, heading=heading, what=what, reading=reading, source=source))
    else:
        st.subheader(heading)
        st.caption(what)
        draw()
        st.caption(f"**Zo leest u dit.** {reading}\n\n{source}")
    if table:
        on_request(table, name, source, decimals=decimals, indicator=indicator)


def on_request(
    table: Callable[[], pd.DataFrame], name: str, about: str, *, decimals: int = 0, indicator: str = ""
) -> None:
    """The table of a figure with its downloads, when the reader asks for it. The rest: as of `show` and `download`."""
    if st.toggle("Toon de tabel", key=f"table_{name}"):
        sortable(table(), decimals)
        download(table, name, about, indicator=indicator)


def plotly(figure: Any, key: str) -> None:
    """A Plotly figure in our theme, as wide as its place."""
    st.plotly_chart(figure, theme=None, config=_PLOTLY, key=key)


def sortable(table: pd.DataFrame, decimals: int = 0, height: int | None = None) -> None:
    """A table that sorts on its numbers and shows them the Dutch way."""
    numbers = table.select_dtypes("number").columns
    styled = table.style.format({c: lambda v: text.number(v, decimals) for c in numbers})
    st.dataframe(styled, hide_index=True, **({"height": height} if height else {}))


def download(
    table: Callable[[], pd.DataFrame],
    name: str,
    about: str,
    *,
    indicator: str = "",
    boundaries: tuple[Snapshot, Layer] | None = None,
) -> None:
    """One button per form of file; the table and the file are made when the reader presses it, not before.

    about: the source line, which is in every file. indicator: id of the figure, whose definition goes along.
    boundaries: of the table's areas; with them there is GeoJSON too (the table then has a column 'Code' or 'area').
    """
    if page.is_example() and text.EXAMPLE not in about:
        about = f"{text.EXAMPLE}. {about}"
    forms = [form for form in export.Format if form is not export.Format.GEOJSON or boundaries]
    # Not in a popover: at the foot of a page that opens below the screen, where no scrolling reaches it.
    with st.container(horizontal=True, gap="small", key=f"downloads_{name}"):
        for form in forms:
            st.download_button(
                f"Download als {export.NAMES[form]}",
                data=partial(_file, form, table, about, indicator, boundaries),
                file_name=f"{name}.{form}",
                mime=export.MIME[form],
                type="tertiary",
                icon=":material/download:",
                on_click="ignore",
                key=f"download_{form}_{name}",
            )


def _file(
    form: export.Format,
    table: Callable[[], pd.DataFrame],
    about: str,
    indicator: str,
    boundaries: tuple[Snapshot, Layer] | None,
) -> bytes:
    explained = beside(about, indicator)
    if form is export.Format.XLSX:
        return export.workbook(table(), explained)
    if form is export.Format.PARQUET:
        return export.parquet(table(), explained)
    if form is export.Format.GEOJSON and boundaries:
        snapshot, layer = boundaries
        facts = export_geojson.boundary_facts(snapshot, layer)
        return export_geojson.feature_collection(table(), snapshot.shapes(layer), explained, facts)
    return export.dutch_csv(table(), about)


def sources(snapshot: Snapshot, ids: set[str]) -> None:
    """The sources under a page, each with its edition and when it was loaded."""
    stale = cached.stale(snapshot)
    lines = "".join(figure_html.note(_source(snapshot.sources[id], id in stale)) for id in sorted(ids))
    st.html(f'<div class="page-sources"><h6>Bronnen op deze pagina</h6>{lines}</div>')


def _source(facts: Mapping[str, str], is_stale: bool) -> str:
    edition = text.edition(facts, is_stale).capitalize()
    why = " De laatste verversing is niet gelukt." if is_stale else ""
    return (
        f"{facts['publisher']}, {facts['title']}. {edition}, geladen op {text.day(facts['fetched_at'])}.{why} "
        f"Licentie: {facts['licence']}. Meer op de pagina Bronnen."
    )
