"""One community: who, its areas on the common ladder, its method, its lessons and its sessions."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from transition.domain.selection import Selection
from transition.register.workbook.scope import About, Scope
from transition.store import Snapshot
from transition.ui import (
    address_choice,
    area_data,
    choice,
    community_data,
    community_forms,
    community_method,
    register_source,
    register_upload,
    registered,
    show,
)
from transition.ui.area_data import State
from transition.views import (
    area_words,
    community_areas,
    community_facts,
    community_tables,
    lesson_list,
    session_list,
    text,
)
from transition.views.brought import plain

WORD = "community"
"""In the address: which community is shown."""
PLACE = "community"
"""Where is said what was saved on this page."""
_PARTS = {
    "overzicht": "Overzicht",
    "methode": "Methode",
    "lessen": "Lessen",
    "bijeenkomsten": "Bijeenkomsten",
    "bijwerken": "Bijwerken",
}


def section(snapshot: Snapshot, selection: Selection, id: str) -> None:
    """The way back, who the community is, and one part of what is known of it."""
    st.button("‹ Alle communities", type="tertiary", key="communities_back", on_click=_back)
    everything = community_data.overview(snapshot)
    if id not in everything.index:
        st.warning(f"De community '{plain(id[:60])}' is er niet (meer). Kies er een uit de lijst.")
        return
    row = everything.loc[id]
    st.header(plain(row["name"]))
    if not area_data.is_public(row):
        st.warning(f"{area_words.HIDDEN[str(row['visibility'])]} Het komt in geen openbaar bestand.")
    now = area_data.state(snapshot)
    st.subheader(_sentence(snapshot, now, id))
    part = address_choice.segments("Onderdeel", "onderdeel", _PARTS)
    if part == "methode":
        community_method.section(snapshot, id)
    elif part == "lessen":
        _lessons(snapshot, selection, id)
    elif part == "bijeenkomsten":
        _sessions(snapshot, id)
    elif part == "bijwerken":
        _keep_up(snapshot, id)
    else:
        st.html(_facts(snapshot, now, id))
        _areas(snapshot, selection, id, community_data.areas_of(snapshot, id))


@lru_cache(maxsize=64)
def _sentence(snapshot: Snapshot, now: State, id: str) -> str:  # noqa: ARG001 - in both of these another state is another entry
    return community_areas.sentence(community_data.areas_of(snapshot, id))


@lru_cache(maxsize=64)
def _facts(snapshot: Snapshot, now: State, id: str) -> str:  # noqa: ARG001
    row = community_data.overview(snapshot).loc[id]
    return community_facts.html(row, community_data.described(snapshot), community_data.names(snapshot))


def _back() -> None:
    choice.say(**{WORD: "", "onderdeel": "", community_method.WORD: ""})


def area_address(selection: Selection) -> Callable[[str], str]:
    words = choice.address_words(selection)
    return lambda area: f"area_processes?{urlencode({**words, 'gebied': area})}"


def _areas(snapshot: Snapshot, selection: Selection, id: str, found: pd.DataFrame) -> None:
    if found.empty:
        st.info("Kies op de pagina Gebieden bij een gebied van welke community het is. Dan staat het hier.")
        return
    st.markdown("##### Hoe ver de gebieden zijn")
    st.html(_ladder(snapshot, selection, id, registered.number(snapshot), area_data.today()))
    st.caption(
        "**Zo leest u dit.** De ladder is voor elke methode hetzelfde: zeven treden, van verkennen tot in bedrijf. "
        "Een gebied staat op de trede van zijn eerste stap die nog niet is gehaald."
    )

    def table() -> pd.DataFrame:
        public = community_data.areas_of(snapshot, id, public_only=True)
        return community_tables.areas(public, community_data.called(snapshot), community_data.names(snapshot))

    _with_download(snapshot, table, f"gebieden-{id}", "area_process", "milestone")


@lru_cache(maxsize=32)
def _ladder(snapshot: Snapshot, selection: Selection, id: str, number: int, day: date) -> str:  # noqa: ARG001 - another state is another entry
    found = community_data.areas_of(snapshot, id)
    return community_areas.ladder(found, area_address(selection), community_data.names(snapshot))


def _lessons(snapshot: Snapshot, selection: Selection, id: str) -> None:
    every = community_data.lessons(snapshot, id)
    if every.empty:
        st.info(
            "Van deze community is nog geen les vastgelegd. Wat ging goed, en wat zou u een volgende keer anders doen?"
        )
    else:
        _found_lessons(snapshot, selection, id, every)
    community_forms.section(snapshot, "lessons", "lesson", every["title"].to_dict(), {"community": id})


def _found_lessons(snapshot: Snapshot, selection: Selection, id: str, every: pd.DataFrame) -> None:
    words = st.text_input("Zoek in de lessen", key=f"lessons_{id}", placeholder="Een woord, of de naam van een gebied")
    found = community_data.lessons(snapshot, id, words) if words else every
    if found.empty:
        st.info("Geen enkele les past bij deze woorden. Haal een woord weg.")
        return
    if words:
        number = community_tables.counted(len(found), "les past", "lessen passen")
        st.caption(f"{number} bij uw woorden, van de {text.number(len(every))}.")
    st.html(lesson_list.html(found, area_address(selection)))

    def table() -> pd.DataFrame:
        return community_tables.lessons(community_data.lessons(snapshot, id, words, public_only=True))

    _with_download(snapshot, table, f"lessen-{id}", "lesson")


def _sessions(snapshot: Snapshot, id: str) -> None:
    found = community_data.sessions(snapshot, id)
    if found.empty:
        st.info("Van deze community is nog geen bijeenkomst vastgelegd.")
    else:
        st.html(session_list.html(found))

        def table() -> pd.DataFrame:
            return community_tables.sessions(community_data.sessions(snapshot, id, public_only=True))

        _with_download(snapshot, table, f"bijeenkomsten-{id}", "session")
    days = found["held_on"].map(area_words.day)
    names = dict(zip(found.index, found["title"] + " (" + days + ")", strict=True))
    community_forms.section(snapshot, "sessions", "session", names, {"community": id})


def _keep_up(snapshot: Snapshot, id: str) -> None:
    st.markdown(
        "Lessen, bijeenkomsten en de methode wijzigt u bij hun eigen onderdeel. Hier wijzigt u de community zelf."
    )
    if not community_forms.show(snapshot, PLACE):
        community_forms.change(PLACE, "community", id)
    register_upload.section(snapshot, registered.register(snapshot), Scope(About.COMMUNITY, id))


def _with_download(snapshot: Snapshot, table: Callable[[], pd.DataFrame], name: str, *kinds: str) -> None:
    register_source.caption(snapshot, kinds)
    show.download(table, name, register_source.line(snapshot, kinds))
