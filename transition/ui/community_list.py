"""All communities: find one by theme and co-host within the chosen area, and open it."""

from functools import lru_cache, partial

import pandas as pd
import streamlit as st

from transition.domain.register.choices import THEMES
from transition.domain.selection import Selection
from transition.metrics import communities
from transition.metrics.communities import several
from transition.store import Snapshot
from transition.ui import (
    address_choice,
    area_data,
    area_links,
    choice,
    community_data,
    register_source,
    registered,
    show,
)
from transition.ui.area_data import State
from transition.views import areas, community_cards, community_tables, text
from transition.views.brought import plain

PLACE = "communities"
"""Where is said what was saved on this page."""
_AT_ONCE = 20
_SHOWN = "communities_shown"
_THEME, _HOST = "thema", "cohost"
"""Words of the address."""


def section(snapshot: Snapshot, selection: Selection) -> None:
    """The filters, one sentence, a card per community, and all of them as a table."""
    everything = community_data.overview(snapshot)
    if everything.empty:
        _nothing_yet()
        return
    theme, host = _filters(snapshot)
    asked = (area_data.state(snapshot), selection, theme, host)
    found = _found(snapshot, *asked)
    st.header(_sentence(snapshot, selection, found, bool(theme or host)))
    if found.empty:
        _nothing_found(snapshot, selection, bool(theme or host), len(everything))
        return
    shown = st.session_state.get(_SHOWN, _AT_ONCE)
    st.html(_cards(snapshot, *asked, shown))
    area_links.listen("community")
    if len(found) > shown:
        st.button(
            f"Toon er nog {min(_AT_ONCE, len(found) - shown)}", key="communities_more", on_click=_more, args=(shown,)
        )
    register_source.caption(snapshot, (*communities.NEEDED, "party"))

    def table() -> pd.DataFrame:
        parties, names = community_data.described(snapshot), community_data.names(snapshot)
        return community_tables.listing(_public(snapshot, found), parties, names)

    show.download(table, "communities", register_source.line(snapshot, (*communities.NEEDED, "party")))


@lru_cache(maxsize=32)
def _found(snapshot: Snapshot, now: State, selection: Selection, theme: str, host: str) -> pd.DataFrame:  # noqa: ARG001 - the state is a key
    return communities.find(community_data.overview(snapshot), snapshot.areas[selection.area], theme, host)


@lru_cache(maxsize=32)
def _cards(snapshot: Snapshot, now: State, selection: Selection, theme: str, host: str, shown: int) -> str:
    found = _found(snapshot, now, selection, theme, host).head(shown)
    address = partial(area_links.address, selection, word="community")
    return community_cards.html(found, community_data.described(snapshot), community_data.names(snapshot), address)


def _public(snapshot: Snapshot, found: pd.DataFrame) -> pd.DataFrame:
    """What may leave in a file, of what is shown."""
    public = community_data.overview(snapshot, public_only=True)
    return public[public.index.isin(found.index)]


def _nothing_yet() -> None:
    st.info("Er is nog geen community vastgelegd.")
    st.markdown(
        "Zo begint u:\n\n"
        "1. Leg bij **Partijen** de organisatie vast die de community mee leidt (de co-host).\n"
        "2. Voeg hieronder een community toe: een naam, een thema en de stand zijn genoeg.\n"
        "3. Kies daarna bij elk gebied van welke community het is.\n\n"
        "Hebt u al een lijst? Op de pagina Gebieden downloadt u een werkmap van uw gemeente. Die vult u in en zet u terug."
    )


def _filters(snapshot: Snapshot) -> tuple[str, str]:
    themes, hosts = _options(snapshot, registered.number(snapshot))
    left, right = st.columns(2)
    with left:
        theme = address_choice.selectbox("Thema", _THEME, themes)
    with right:
        why = "Een co-host is een organisatie die de community mee leidt."
        host = address_choice.selectbox("Co-host", _HOST, hosts, help=why)
    return theme, host


@lru_cache(maxsize=4)
def _options(snapshot: Snapshot, number: int) -> tuple[dict[str, str], dict[str, str]]:  # noqa: ARG001 - the number is the key
    """Themes and co-hosts that communities have, with their labels."""
    everything = community_data.overview(snapshot)
    hosts = {id for ids in everything["co_hosts"] for id in several(ids)}
    called = {id: words for id, words in community_data.described(snapshot).items() if id in hosts}
    used = set(everything["theme"])
    themes = {theme: label for theme, label in THEMES.items() if theme in used}
    return {"": "Alle thema's", **themes}, {"": "Alle co-hosts", **called}


def _sentence(snapshot: Snapshot, selection: Selection, found: pd.DataFrame, filtered: bool) -> str:
    where = plain(areas.called(snapshot, selection.area))
    number = community_tables.counted(len(found), "community", "communities", "geen community")
    several = len(found) > 1
    fits = f" die {'passen' if several else 'past'} bij uw keuze" if filtered else ""
    said = f"In {where} {'werken' if several else 'werkt'} {number}{fits}."
    silent = int(found["last_session"].isna().sum())
    if silent and len(found):
        said += f" Van {text.number(silent)} is nog geen bijeenkomst vastgelegd."
    return said


def _nothing_found(snapshot: Snapshot, selection: Selection, filtered: bool, elsewhere: int) -> None:
    st.markdown(f"Er zijn {text.number(elsewhere)} communities vastgelegd, maar niet hier." if not filtered else "")
    with st.container(horizontal=True):
        if filtered:
            st.button("Toon alle thema's en co-hosts", key="communities_unfiltered", on_click=_unfiltered)
        if selection.area != snapshot.country:
            country = snapshot.areas[snapshot.country].name
            st.button(
                f"Toon heel {country}",
                key="communities_country",
                on_click=choice.choose,
                kwargs={"area": snapshot.country},
            )


def _unfiltered() -> None:
    choice.say(**{_THEME: "", _HOST: ""})


def _more(shown: int) -> None:
    st.session_state[_SHOWN] = shown + _AT_ONCE
