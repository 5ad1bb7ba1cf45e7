"""Van wie is de opwek? Lokaal eigendom: who legally owns the wind and solar parks of a place, an area process or a community."""

import streamlit as st

from transition.ui import mode, ownership_page, scope_choice, what_if
from transition.ui.breadcrumb import breadcrumb, replaced
from transition.ui.page import body, open_page
from transition.views import ownership_style

opening = open_page("Van wie is de opwek?")
snapshot, selection = opening.snapshot, opening.selection

st.html(ownership_style.style(mode.is_dark()))
breadcrumb(snapshot, selection.area)
replaced(snapshot, selection.area)


def content() -> None:
    """Of the whole place, or of what is chosen in it."""
    about = scope_choice.chosen(snapshot, selection.area)
    ownership_page.section(snapshot, selection, about, what_if.assumed())


body(content)
