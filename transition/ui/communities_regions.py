"""Regio's naast elkaar: the energy regions on one topic or in short, in the order of the alphabet or as the reader chose them."""

from collections.abc import Sequence
from functools import lru_cache, partial
from html import escape
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from transition.domain.selection import Selection
from transition.metrics.comparison.regions import Topic
from transition.store import Snapshot
from transition.ui import address_choice, area_data, choice, regions_data, register_source, show
from transition.ui.area_data import State
from transition.views import figure_html, regions_compared, regions_short, text
from transition.views.brought import plain

WORD = "regios"
"""In the address: the regions that are chosen, with commas between; without it all of them."""
_KEY = "regions_beside"
_SHORT = "kort"
_PARTS = {_SHORT: "In het kort", **{str(topic): label for topic, label in regions_compared.TOPICS.items()}}
_PAGES = {Topic.OWNERSHIP: "ownership", Topic.ANCHORING: "ownership"}
_KINDS = ("project", "target", "policy_anchoring")


def section(snapshot: Snapshot, selection: Selection) -> None:
    """The choice, the message, the regions, and the table on request."""
    if not regions_data.names(snapshot):
        st.info("In deze cijfers staan geen energieregio's.")
        return
    codes = _chosen(snapshot)
    part = address_choice.segments("Waarop", "onderdeel", _PARTS)
    heading, what, picture = _shown(snapshot, area_data.state(snapshot), selection, codes, part)
    of_figures = (
        text.EXAMPLE if snapshot.is_example else "Zon: CBS; biedingen: RES 1.0, zoals op de pagina Bronnen staat"
    )
    source = f"{of_figures}. {register_source.line(snapshot, _KINDS)}"
    st.header(plain(heading))
    st.html(figure_html.body(picture, what=what, reading=regions_compared.READING, source=f"{source}."))
    show.on_request(partial(_table, snapshot, codes), "energieregios", source)


def _chosen(snapshot: Snapshot) -> tuple[str, ...]:
    names = regions_data.names(snapshot)
    asked = [code for code in dict.fromkeys(choice.record(WORD).split(",")) if code in names]
    choice.show_choice(_KEY, asked)
    st.multiselect(
        "Welke energieregio's",
        list(names),
        key=_KEY,
        format_func=lambda code: names.get(code, code),
        placeholder="Alle, op alfabet",
        on_change=lambda: choice.say(**{WORD: ",".join(st.session_state[_KEY])}),
    )
    return tuple(asked) or tuple(names)


@lru_cache(maxsize=32)
def _shown(
    snapshot: Snapshot,
    now: State,  # noqa: ARG001 - the state is a key
    selection: Selection,
    codes: tuple[str, ...],
    part: str,
) -> tuple[str, str, str]:
    """The message, what it is about, and the picture."""
    found = [regions_data.region(snapshot, code) for code in codes]
    if part == _SHORT:
        all_stands = {topic: regions_data.stands(snapshot, codes, topic) for topic in Topic}
        links = {code: _link(snapshot, selection, code, "steering") for code in codes}
        return (
            regions_short.heading(found, all_stands),
            regions_short.WHAT,
            regions_short.html(found, all_stands, links),
        )
    topic = Topic(part)
    stands = regions_data.stands(snapshot, codes, topic)
    page = _PAGES.get(topic, "steering")
    rows = [
        (_link(snapshot, selection, one.code, page), regions_compared.row(one, topic, stands[one.code]))
        for one in found
    ]
    picture = regions_compared.html(rows, f"{regions_compared.TOPICS[topic]} per energieregio")
    return regions_compared.heading(found, topic, stands), regions_compared.WHAT[topic], picture


def _link(snapshot: Snapshot, selection: Selection, code: str, page: str) -> str:
    address = f"{page}?{urlencode({**choice.address_words(selection), 'area': code})}"
    return f'<a href="{escape(address, quote=True)}" target="_self">{escape(regions_data.names(snapshot)[code])}</a>'


def _table(snapshot: Snapshot, codes: Sequence[str]) -> pd.DataFrame:
    found = [regions_data.region(snapshot, code) for code in codes]
    stands = {topic: regions_data.stands(snapshot, codes, topic) for topic in Topic}
    return regions_short.table(found, stands, regions_data.names(snapshot))
