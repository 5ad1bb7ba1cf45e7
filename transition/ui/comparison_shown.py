"""How a figure of the page that compares comes on it: as one piece of HTML with its table on request, and where it comes from."""

from collections.abc import Callable, Iterable

import pandas as pd
import streamlit as st

from transition.metrics.comparison.measures import Figures
from transition.store import Snapshot
from transition.ui import cached, register_source, show
from transition.views import figure_html, text
from transition.views.brought import plain

KINDS = ("target", "project")
"""Records that figures of the register rest on."""


def shown(
    picture: str, *, heading: str, what: str, reading: str, source: str,
    table: Callable[[], pd.DataFrame], name: str, decimals: int = 0, indicator: str = "",
) -> None:  # fmt: skip
    """As `show.show`, for a picture that is HTML."""
    st.html(figure_html.figure(picture, heading=heading, what=what, reading=reading, source=source))
    show.on_request(table, name, plain(source), decimals=decimals, indicator=indicator)


def source(snapshot: Snapshot, found: Iterable[Figures]) -> str:
    """Where figures come from, with their year, status and edition; of a rate also what it is divided by. Plain text."""
    said: dict[str, None] = {}
    for one in found:
        if one.measure.of_register:
            said[f"{register_source.line(snapshot, KINDS)}."] = None
            continue
        period = text.period(one.period, one.about.until)
        line = text.source_line(
            snapshot.sources[one.source], period, one.statuses, False, one.source in cached.stale(snapshot)
        )
        said[f"{line}.{_divided(one)}"] = None
    whole = " ".join(said)
    return f"{text.EXAMPLE}. {whole}" if snapshot.is_example else whole


def ids(found: Iterable[Figures]) -> set[str]:
    """The sources of statistics."""
    return {one.source for one in found if one.source}


def _divided(found: Figures) -> str:
    per = {"population_count": "inwoners", "households_count": "huishoudens", "dwellings_count": "woningen"}
    if not found.years or not found.measure.per:
        return ""
    return f" Gedeeld door het aantal {per[found.measure.per]} in {' of '.join(found.years)}."
