"""How a figure of the page that compares comes on it: as one piece of HTML with its table on request, and where it comes from."""

from collections.abc import Callable, Iterable

import pandas as pd
import streamlit as st

from transition.metrics.comparison.measures import Figures
from transition.store import Snapshot
from transition.ui import cached, register_source, show
from transition.views import figure_html, text

KINDS = ("target", "project")
"""Records that figures of the register rest on."""
_PER = {"population_count": "inwoners", "households_count": "huishoudens", "dwellings_count": "woningen"}


def shown(
    picture: str, *, heading: str, what: str, reading: str, source: str,
    table: Callable[[], pd.DataFrame], name: str, decimals: int = 0, indicator: str = "",
) -> None:  # fmt: skip
    """As `show.show`, for a picture that is HTML."""
    st.html(figure_html.figure(picture, heading=heading, what=what, reading=reading, source=source))
    show.on_request(table, name, source, decimals=decimals, indicator=indicator)


def source(snapshot: Snapshot, found: Iterable[Figures]) -> str:
    """Where figures come from, each table once with its years, status and edition; of rates also what they are divided by. Plain text."""
    by_source: dict[str, list[Figures]] = {}
    for one in found:
        by_source.setdefault(one.source, []).append(one)
    said = [_table(snapshot, id, of) for id, of in by_source.items() if id]
    said += [f"{register_source.line(snapshot, KINDS)}."] if "" in by_source else []
    whole = " ".join(said)
    return f"{text.EXAMPLE}. {whole}" if snapshot.is_example else whole


def ids(found: Iterable[Figures]) -> set[str]:
    """The sources of statistics."""
    return {one.source for one in found if one.source}


def _table(snapshot: Snapshot, id: str, of: list[Figures]) -> str:
    periods = sorted({text.period(one.period, one.about.until) for one in of})
    statuses = {status for one in of for status in one.statuses}
    line = text.source_line(
        snapshot.sources[id], text.enumeration(periods), statuses, False, id in cached.stale(snapshot)
    )
    divided = dict.fromkeys(
        f"{_PER[one.measure.per]} in {' of '.join(one.years)}" for one in of if one.years and one.measure.per
    )
    return f"{line}." + (f" Gedeeld door het aantal {text.enumeration(list(divided))}." if divided else "")
