"""All communities: find one by theme and co-host within the chosen area, and open it."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from transition.domain.register.choices import COMMUNITY_STATES, THEMES
from transition.domain.selection import Selection
from transition.metrics import communities
from transition.metrics.communities import several
from transition.store import Snapshot
from transition.ui import address_choice, choice, community_data, register_source, show
from transition.views import area_words, areas, community_tables, text
from transition.views.brought import plain

PLACE = "communities"
"""Where is said what was saved on this page."""
_AT_ONCE = 20
_SHOWN = "communities_shown"
_ON_A_CARD = [
    "name",
    "theme",
    "theme_note",
    "state",
    "region",
    "municipalities",
    "areas_count",
    "co_hosts",
    "last_session",
]
_THEME, _HOST = "thema", "cohost"
"""Words of the address."""


def section(snapshot: Snapshot, selection: Selection) -> None:
    """The filters, one sentence, a card per community, and all of them as a table."""
    everything = community_data.overview(snapshot)
    if everything.empty:
        _nothing_yet()
        return
    theme, host = _filters(snapshot, everything)
    found = communities.find(everything, snapshot.areas[selection.area], theme, host)
    st.header(_sentence(snapshot, selection, found, bool(theme or host)))
    if found.empty:
        _nothing_found(snapshot, selection, bool(theme or host), len(everything))
        return
    parties, names = community_data.described(snapshot), community_data.names(snapshot)
    shown = st.session_state.get(_SHOWN, _AT_ONCE)
    for row in found.head(shown)[_ON_A_CARD].rename_axis("id").reset_index().to_dict("records"):
        _card(row, parties, names)
    if len(found) > shown:
        st.button(
            f"Toon er nog {min(_AT_ONCE, len(found) - shown)}", key="communities_more", on_click=_more, args=(shown,)
        )
    register_source.caption(snapshot, (*communities.NEEDED, "party"))
    show.download(
        lambda: community_tables.listing(_public(snapshot, found), parties, names),
        "communities",
        register_source.line(snapshot, (*communities.NEEDED, "party")),
    )


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


def _filters(snapshot: Snapshot, everything: pd.DataFrame) -> tuple[str, str]:
    hosts = {id for ids in everything["co_hosts"] for id in several(ids)}
    called = {id: words for id, words in community_data.described(snapshot).items() if id in hosts}
    used = set(everything["theme"])
    left, right = st.columns(2)
    with left:
        themes = {theme: label for theme, label in THEMES.items() if theme in used}
        theme = address_choice.selectbox("Thema", _THEME, {"": "Alle thema's", **themes})
    with right:
        why = "Een co-host is een organisatie die de community mee leidt."
        host = address_choice.selectbox("Co-host", _HOST, {"": "Alle co-hosts", **called}, help=why)
    return theme, host


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


def _card(row: dict[Hashable, Any], parties: dict[str, str], names: dict[str, str]) -> None:
    id = str(row["id"])
    with st.container(border=True, key=f"community_card_{id}"):
        st.button(
            plain(row["name"]),
            type="tertiary",
            key=f"community_open_{id}",
            on_click=choice.show_record,
            args=("community", id),
        )
        facts = [
            community_tables.theme(row["theme"], row["theme_note"]),
            COMMUNITY_STATES.get(row["state"], row["state"]),
            names.get(row["region"], row["region"]) if isinstance(row["region"], str) else "regio niet vastgelegd",
            community_tables.counted(
                len(several(row["municipalities"])), "gemeente", "gemeenten", "gemeenten niet vastgelegd"
            ),
            community_tables.counted(row["areas_count"], "gebied", "gebieden", "nog geen gebied"),
        ]
        hosts = community_tables.hosts(row["co_hosts"], parties) or "niet vastgelegd"
        last = "Laatste bijeenkomst: " + area_words.day(row["last_session"])
        st.markdown(f"{plain(' · '.join(facts))}  \n{plain(f'Co-hosts: {hosts}. {last}.')}")
