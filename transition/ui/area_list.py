"""The list of area processes: what is known of them in a sentence, filters, the list or the map, and all of it as a file."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from transition.domain.areas import Level
from transition.domain.selection import Selection
from transition.metrics import area_processes
from transition.store import Snapshot
from transition.ui import (
    area_data,
    area_editing,
    area_filters,
    area_found,
    area_links,
    area_map,
    choice,
    mode,
    register_source,
    show,
)
from transition.ui.area_data import State
from transition.ui.area_found import Found
from transition.views import area_sentences, area_table, areas, text
from transition.views.area_address import PAGE, Asked
from transition.views.brought import plain

_ABOVE = (Level.LAND, Level.PROVINCIE, Level.RES, Level.SUBRES)
_VIEWS = {"": "Lijst", "kaart": "Kaart"}


def section(snapshot: Snapshot, selection: Selection) -> None:
    """All of it, for the area the reader chose; with a designed state for a register that is empty here."""
    now = area_data.state(snapshot)
    communities = area_found.communities(snapshot, now)
    asked = area_filters.asked(communities)
    found = area_found.found(snapshot, now, asked, selection.area)
    if not found.of:
        _nothing_yet(snapshot, selection)
        return
    st.header(plain(found.sentence))
    area_filters.draw(asked, communities)
    _count(len(found.rows), found.of, areas.called(snapshot, selection.area), asked)
    area_editing.new(snapshot, selection)
    _small_places(snapshot, selection)
    if not len(found.rows):
        st.info("Geen enkel gebied past bij wat u zoekt. Haal een filter weg, of wis ze allemaal.")
        return
    _shown(snapshot, now, selection, found, asked)
    _download(snapshot, now, selection, found, asked)


def _count(found: int, of: int, place: str, asked: Asked) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="area_count"):
        st.markdown(f"**{area_sentences.counted(found, of)}** in {plain(place)}")
        if area_filters.is_filtered(asked.filters):
            st.button(
                "Wis alle filters",
                type="tertiary",
                icon=":material/close:",
                key="area_clear",
                on_click=area_filters.clear,
            )


def _small_places(snapshot: Snapshot, selection: Selection) -> None:
    if snapshot.areas[selection.area].level in (Level.WIJK, Level.BUURT):
        st.caption(
            "U ziet alleen gebieden waarvan is vastgelegd in welke wijken of buurten ze liggen. "
            "Kies de hele gemeente om ook de andere te zien."
        )


def _shown(snapshot: Snapshot, now: State, selection: Selection, found: Found, asked: Asked) -> None:
    if _view() == "kaart":
        drawing, known = area_found.map_of(snapshot, now, replace(asked, page=1), selection.area, mode.is_dark())
        area_map.section(drawing, len(found.rows), known)
        return
    page = min(asked.page, found.pages)
    st.html(area_found.page(snapshot, now, replace(asked, page=page), selection))
    area_links.listen()
    if found.pages > 1:
        _turn_pages(page, found)


def _view() -> str:
    key = "area_view"
    current = st.query_params.get("weergave", "")
    choice.show_choice(key, current if current in _VIEWS else "")
    st.segmented_control(
        "Weergave",
        list(_VIEWS),
        format_func=_VIEWS.get,
        required=True,
        key=key,
        label_visibility="collapsed",
        on_change=lambda: choice.say(weergave=st.session_state[key]),
    )
    return str(st.session_state[key] or "")


def _turn_pages(page: int, found: Found) -> None:
    of = len(found.rows)
    first, last = (page - 1) * area_found.A_PAGE + 1, min(page * area_found.A_PAGE, of)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="area_pages"):
        _to_page("‹ Vorige", page - 1, page > 1)
        st.markdown(f"{text.number(first)} tot en met {text.number(last)} van {text.number(of)}")
        _to_page("Volgende ›", page + 1, page < found.pages)


def _to_page(label: str, page: int, there: bool) -> None:
    words = {PAGE: str(page) if page > 1 else ""}
    st.button(label, disabled=not there, key=f"area_page_{label}", on_click=choice.say, kwargs=words)


def _download(snapshot: Snapshot, now: State, selection: Selection, found: Found, asked: Asked) -> None:
    source = register_source.line(snapshot, area_processes.NEEDED)
    if found.hidden == len(found.rows):
        only = "Dit zijn allemaal concepten of vertrouwelijke gebieden: er is niets om te downloaden."
        st.caption(f"{plain(source)}.\n\n{only}")
        return
    number = text.number(found.hidden)
    left = f"Concepten en wat vertrouwelijk is, staan niet in het bestand: {number} van deze gebieden."
    st.caption(f"{plain(source)}." + (f"\n\n{left}" if found.hidden else ""))

    def table() -> pd.DataFrame:
        public = area_data.search(snapshot, public_only=True).overview
        ids = area_found.rows(snapshot, now, asked, selection.area).index
        return area_table.table(public.loc[ids[ids.isin(public.index)]], snapshot.areas)

    show.download(table, "gebieden", source)


def _nothing_yet(snapshot: Snapshot, selection: Selection) -> None:
    elsewhere = len(area_data.search(snapshot).overview)
    place = plain(areas.called(snapshot, selection.area))
    above = snapshot.areas[selection.area].level in _ABOVE
    st.header(f"Voor {place} is nog niets vastgelegd.")
    st.markdown(
        "Een gebied is een wijk, een bedrijventerrein of een dorp waar aan de overstap wordt gewerkt. Zo begint u:\n\n"
        f"1. {'Kies links uw gemeente.' if above else 'Is dit niet uw gemeente? Kies links een andere.'}\n"
        "2. Druk op **Nieuw gebied** en vul de naam, het thema en de stand in. Dat is genoeg.\n"
        "3. Vul later aan: wie trekt, de stappen, het geld, de besluiten. Wat u niet weet, laat u leeg.\n\n"
        "Hebt u al een overzicht in Excel? Download de werkmap, plak het erin en zet die terug. "
        "U ziet eerst wat er verandert."
    )
    area_editing.new(snapshot, selection)
    if elsewhere and selection.area != snapshot.country:
        st.button(
            f"Toon {area_sentences.counted(elsewhere, elsewhere)} in {snapshot.areas[snapshot.country].name}",
            key="areas_country",
            on_click=choice.choose,
            kwargs={"area": snapshot.country},
        )
