"""Hoe loopt het per gebied? The area processes of the register: find them, and one page for each."""

import streamlit as st

from transition.ui import area_links, area_list, area_page, choice, mode, register_upload
from transition.ui.breadcrumb import breadcrumb, replaced
from transition.ui.page import body, open_page
from transition.views import area_style

opening = open_page("Hoe loopt het per gebied?")
snapshot, selection = opening.snapshot, opening.selection

st.html(area_style.style(mode.is_dark()))
breadcrumb(snapshot, selection.area)
replaced(snapshot, selection.area)


def content() -> None:
    """One area process, or the list of them."""
    if one := choice.record(area_links.WORD):
        area_page.section(snapshot, one)
    else:
        area_list.section(snapshot, selection)
        register_upload.of_area(snapshot, selection.area)


body(content)
