"""Wat leert elke community? Communities, the method cards they work with, and the parties that take part; to see and to keep up."""

import streamlit as st

from transition.ui import (
    address_choice,
    choice,
    communities_compared,
    communities_lessons,
    communities_mine,
    communities_regions,
    community_forms,
    community_list,
    community_page,
    method_card_library,
    party_list,
)
from transition.ui.mode import is_dark
from transition.ui.page import body, open_page
from transition.views import community_style

PARTS = {
    "communities": "Communities",
    "mijn": "Mijn communities",
    "naast-elkaar": "Naast elkaar",
    "regios": "Regio's",
    "lessen": "Lessen",
    "methodekaarten": "Methodekaarten",
    "partijen": "Partijen",
}

opening = open_page("Wat leert elke community?")
st.html(community_style.style(is_dark()))
snapshot, selection = opening.snapshot, opening.selection


def content() -> None:
    """One community, or the list of them, of method cards or of parties."""
    if community := choice.record(community_page.WORD):
        community_page.section(snapshot, selection, community)
        return
    part = address_choice.segments("Wat wilt u zien?", "lijst", PARTS)
    if part == "methodekaarten":
        method_card_library.section(snapshot)
    elif part == "mijn":
        communities_mine.section(snapshot, selection)
    elif part == "naast-elkaar":
        communities_compared.section(snapshot, selection)
    elif part == "regios":
        communities_regions.section(snapshot, selection)
    elif part == "lessen":
        communities_lessons.section(snapshot, selection)
    elif part == "partijen":
        party_list.section(snapshot)
    else:
        community_list.section(snapshot, selection)
        community_forms.section(snapshot, community_list.PLACE, "community", {})


body(content)
