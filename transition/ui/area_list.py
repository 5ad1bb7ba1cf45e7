"""The list of area processes: what is known of them in a sentence, filters, the list or the map, and all of it as a file."""

from functools import partial

import pandas as pd
import streamlit as st

from transition.domain.areas import Level
from transition.domain.register.fields import PUBLIC
from transition.domain.selection import Selection
from transition.metrics import area_processes
from transition.store import Snapshot
from transition.ui import (
    area_data,
    area_editing,
    area_filters,
    area_links,
    area_map,
    choice,
    register_source,
    registered,
    show,
)
from transition.views import area_list, area_sentences, area_table, areas, text
from transition.views.area_address import PAGE, Asked
from transition.views.brought import plain

_A_PAGE = 25
_VIEWS = {"": "Lijst", "kaart": "Kaart"}


def section(snapshot: Snapshot, selection: Selection) -> None:
    """All of it, for the area the reader chose; with a designed state for a register that is empty here."""
    search = area_data.search(snapshot)
    here = search.within(selection.area)
    place = areas.called(snapshot, selection.area)
    if not len(here):
        _nothing_yet(snapshot, selection, len(search.overview))
        return
    communities = registered.table(snapshot, "community")["name"].sort_values().to_dict()
    asked = area_filters.asked(communities)
    rows = search.find(asked.filters, selection.area, asked.order)
    found = search.overview.iloc[rows]
    st.header(plain(area_sentences.overview(found if len(found) else search.overview.iloc[here], place)))
    area_filters.draw(asked, communities)
    _count(len(found), len(here), place, asked)
    area_editing.new(snapshot, selection)
    _small_places(snapshot, selection)
    if found.empty:
        st.info("Geen enkel gebied past bij wat u zoekt. Haal een filter weg, of wis ze allemaal.")
        return
    _shown(snapshot, selection, found, asked)
    _download(snapshot, found)


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


def _shown(snapshot: Snapshot, selection: Selection, found: pd.DataFrame, asked: Asked) -> None:
    view = _view()
    if view == "kaart":
        area_map.section(snapshot, found)
        return
    pages = -(-len(found) // _A_PAGE)
    page = min(asked.page, pages)
    part = found.iloc[(page - 1) * _A_PAGE : page * _A_PAGE]
    st.html(area_list.html(part, snapshot.areas, partial(area_links.address, selection)))
    area_links.listen()
    if pages > 1:
        _turn_pages(page, pages, len(found))


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


def _turn_pages(page: int, pages: int, of: int) -> None:
    first, last = (page - 1) * _A_PAGE + 1, min(page * _A_PAGE, of)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="area_pages"):
        _to_page("‹ Vorige", page - 1, page > 1)
        st.markdown(f"{text.number(first)} tot en met {text.number(last)} van {text.number(of)}")
        _to_page("Volgende ›", page + 1, page < pages)


def _to_page(label: str, page: int, there: bool) -> None:
    words = {PAGE: str(page) if page > 1 else ""}
    st.button(label, disabled=not there, key=f"area_page_{label}", on_click=choice.say, kwargs=words)


def _download(snapshot: Snapshot, found: pd.DataFrame) -> None:
    register_source.caption(snapshot, area_processes.NEEDED)
    hidden = int((~found["visibility"].fillna(PUBLIC).eq(PUBLIC)).sum())
    if hidden:
        st.caption(
            f"Concepten en wat vertrouwelijk is, staan niet in het bestand: {text.number(hidden)} van deze gebieden."
        )
    ids = found.index

    def table() -> pd.DataFrame:
        public = area_data.search(snapshot, public_only=True).overview
        return area_table.table(public.loc[[id for id in ids if id in public.index]], snapshot.areas)

    show.download(table, "gebieden", register_source.line(snapshot, area_processes.NEEDED))


def _nothing_yet(snapshot: Snapshot, selection: Selection, elsewhere: int) -> None:
    place = plain(areas.called(snapshot, selection.area))
    st.header(f"Voor {place} is nog niets vastgelegd.")
    st.markdown(
        "Een gebied is een wijk, een bedrijventerrein of een dorp waar aan de overstap wordt gewerkt. Zo begint u:\n\n"
        "1. Kies links uw gemeente.\n"
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
