"""Communities beside each other: which ones, and on what, is chosen by the reader and stands in the address."""

from functools import lru_cache, partial

import streamlit as st

from transition.domain.selection import Selection
from transition.metrics import communities
from transition.store import Snapshot
from transition.ui import (
    address_choice,
    area_data,
    area_links,
    choice,
    communities_topics,
    community_data,
    register_source,
    registered,
    show,
)
from transition.ui import communities_compared_data as data
from transition.views import figure_html
from transition.views.brought import plain

WORD = "naast"
"""In the address: the communities that are chosen, with commas between."""
MOST, USUAL = 6, 4
_KEY = "communities_beside"


def section(snapshot: Snapshot, selection: Selection) -> None:
    """The choice, the message, the cards, and the table on request."""
    if len(data.names(snapshot)) < 2:
        st.info(
            "Om te vergelijken zijn er minstens twee communities nodig. Voeg ze toe bij 'Communities'; "
            "kies daarna bij elk gebied van welke community het is."
        )
        return
    ids = _chosen(snapshot, selection)
    if len(ids) < 2:
        st.info("Kies nog minstens één community om naast deze te zetten.")
        return
    part = address_choice.segments("Waarop", "onderdeel", communities_topics.PARTS)
    shown = communities_topics.shown(snapshot, area_data.state(snapshot), selection, ids, part)
    source = register_source.line(snapshot, communities_topics.KINDS[part])
    st.header(plain(shown.heading))
    st.html(figure_html.body(shown.picture, what=shown.what, reading=shown.reading, source=f"{source}."))
    area_links.listen("community")
    show.on_request(partial(communities_topics.table, snapshot, ids, part), f"communities-{part}", source)


def _chosen(snapshot: Snapshot, selection: Selection) -> tuple[str, ...]:
    names = data.names(snapshot)
    asked = [id for id in dict.fromkeys(choice.record(WORD).split(",")) if id in names][:MOST]
    ids = asked or _usual(snapshot, registered.number(snapshot), selection.area)
    choice.show_choice(_KEY, list(ids))
    st.multiselect(
        f"Welke communities (hoogstens {MOST})",
        list(names),
        key=_KEY,
        format_func=lambda id: names.get(id, id),
        max_selections=MOST,
        placeholder="Typ een naam",
        on_change=lambda: choice.say(**{WORD: ",".join(st.session_state[_KEY])}),
    )
    return tuple(ids)


@lru_cache(maxsize=64)
def _usual(snapshot: Snapshot, number: int, area: str) -> tuple[str, ...]:  # noqa: ARG001 - the number is the key
    """The first ones that work in the chosen area; with fewer than two there, the first of all."""
    listed = community_data.overview(snapshot)
    here = communities.find(listed, snapshot.areas[area])
    return tuple((here if len(here) > 1 else listed).index[:USUAL])
