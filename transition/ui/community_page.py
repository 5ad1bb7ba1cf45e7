"""One community: who, its areas on the common ladder, its method, its lessons and its sessions."""

from collections.abc import Callable
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from transition.domain.register.choices import COMMUNITY_STATES
from transition.domain.selection import Selection
from transition.metrics import communities
from transition.metrics.communities import several
from transition.store import Snapshot
from transition.ui import (
    address_choice,
    choice,
    community_data,
    community_forms,
    community_method,
    register_source,
    registered,
    show,
)
from transition.views import area_words, community_areas, community_tables, lesson_list, text, wrapped_table
from transition.views.brought import plain
from transition.views.record_words import is_nothing

WORD = "community"
"""In the address: which community is shown."""
PLACE = "community"
"""Where is said what was saved on this page."""
_PARTS = {"gebieden": "Gebieden", "methode": "Methode", "lessen": "Lessen", "bijeenkomsten": "Bijeenkomsten"}
_MANY = 6


def section(snapshot: Snapshot, selection: Selection, id: str) -> None:
    """The way back, who the community is, and one part of what is known of it."""
    st.button("‹ Alle communities", type="tertiary", key="communities_back", on_click=choice.show_record, args=(WORD,))
    everything = community_data.overview(snapshot)
    if id not in everything.index:
        st.warning(f"De community '{plain(id[:60])}' is er niet (meer). Kies er een uit de lijst.")
        return
    row = everything.loc[id]
    st.header(plain(row["name"]))
    found = community_data.areas_of(snapshot, id)
    st.markdown(f"#### {community_areas.sentence(found)}")
    _who(snapshot, row)
    community_forms.show(snapshot, PLACE)
    with st.container(horizontal=True):
        community_forms.change(PLACE, "community", id)
    part = address_choice.segments("Onderdeel", "onderdeel", _PARTS)
    if part == "methode":
        community_method.section(snapshot, id)
    elif part == "lessen":
        _lessons(snapshot, selection, id)
    elif part == "bijeenkomsten":
        _sessions(snapshot, id)
    else:
        _areas(snapshot, selection, id, found)


def _who(snapshot: Snapshot, row: pd.Series) -> None:
    parties, names = registered.table(snapshot, "party"), community_data.names(snapshot)
    host = [community_tables.host(id, parties) for id in several(row["co_hosts"])]
    members = [community_tables.host(id, parties) for id in several(row["members"])]
    facts = [
        ("Thema", community_tables.theme(row["theme"], row["theme_note"])),
        ("Stand", COMMUNITY_STATES.get(row["state"], row["state"]) + _since(row)),
        ("Leiden de community mee (co-hosts)", text.enumeration(host) or "niet vastgelegd"),
        ("Regio", names.get(row["region"], row["region"]) if isinstance(row["region"], str) else "niet vastgelegd"),
        ("Gemeenten", _enumerated([names.get(code, code) for code in several(row["municipalities"])])),
        ("Deelnemers", _enumerated(members)),
    ]
    st.markdown("  \n".join(f"**{label}:** {plain(words)}" for label, words in facts))
    if not is_nothing(row["note"]):
        st.text(row["note"])


def _since(row: pd.Series) -> str:
    return "" if is_nothing(row["start"]) else f", begonnen op {area_words.day(row['start'])}"


def _enumerated(found: list[str]) -> str:
    """'8: Assen, Emmen …'; a long list is counted first."""
    if not found:
        return "niet vastgelegd"
    return text.enumeration(found) if len(found) <= _MANY else f"{text.number(len(found))}: {text.enumeration(found)}"


def _address(selection: Selection) -> Callable[[str], str]:
    words = choice.address_words(selection)
    return lambda area: f"area_processes?{urlencode({**words, 'gebied': area})}"


def _areas(snapshot: Snapshot, selection: Selection, id: str, found: pd.DataFrame) -> None:
    if found.empty:
        st.info("Kies op de pagina Gebieden bij een gebied van welke community het is. Dan staat het hier.")
        return
    st.html(community_areas.ladder(found, _address(selection)))
    st.caption(
        "**Zo leest u dit.** De ladder is voor elke methode hetzelfde: zeven treden, van verkennen tot in bedrijf. "
        "Een gebied staat op de trede van zijn eerste stap die nog niet is gehaald."
    )

    def table() -> pd.DataFrame:
        return community_tables.areas(community_data.areas_of(snapshot, id, True), community_data.called(snapshot))

    _with_download(snapshot, table, f"gebieden-{id}", "area_process", "milestone")


def _lessons(snapshot: Snapshot, selection: Selection, id: str) -> None:
    every = communities.lessons(community_data.tables(snapshot), id)
    if every.empty:
        st.info(
            "Van deze community is nog geen les vastgelegd. Wat ging goed, en wat zou u een volgende keer anders doen?"
        )
    else:
        _found_lessons(snapshot, selection, id, every)
    _editing("lesson", id, every["title"].to_dict())


def _found_lessons(snapshot: Snapshot, selection: Selection, id: str, every: pd.DataFrame) -> None:
    words = st.text_input("Zoek in de lessen", key=f"lessons_{id}", placeholder="Een woord, of de naam van een gebied")
    found = communities.lessons(community_data.tables(snapshot), id, words) if words else every
    if found.empty:
        st.info("Geen enkele les past bij deze woorden. Haal een woord weg.")
        return
    if words:
        number = community_tables.counted(len(found), "les past", "lessen passen")
        st.caption(f"{number} bij uw woorden, van de {text.number(len(every))}.")
    st.html(lesson_list.html(found, _address(selection)))

    def table() -> pd.DataFrame:
        return community_tables.lessons(communities.lessons(community_data.tables(snapshot, True), id, words))

    _with_download(snapshot, table, f"lessen-{id}", "lesson")


def _sessions(snapshot: Snapshot, id: str) -> None:
    found = communities.sessions(community_data.tables(snapshot), id)
    if found.empty:
        st.info("Van deze community is nog geen bijeenkomst vastgelegd.")
    else:
        st.html(wrapped_table.html(community_tables.sessions(found), "Bijeenkomsten", wide=True))

        def table() -> pd.DataFrame:
            return community_tables.sessions(communities.sessions(community_data.tables(snapshot, True), id))

        _with_download(snapshot, table, f"bijeenkomsten-{id}", "session")
    days = found["held_on"].map(area_words.day)
    _editing("session", id, dict(zip(found.index, found["title"] + " (" + days + ")", strict=True)))


def _editing(kind: str, community: str, names: dict[str, str]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        community_forms.add(PLACE, kind, {"community": community})
        if names:
            community_forms.change_one(PLACE, kind, names)


def _with_download(snapshot: Snapshot, table: Callable[[], pd.DataFrame], name: str, *kinds: str) -> None:
    register_source.caption(snapshot, kinds)
    show.download(table, name, register_source.line(snapshot, kinds))
