"""Van wie is de opwek? Lokaal eigendom: who legally owns the wind and solar parks of a place, an area process or a community."""

import streamlit as st

from transition.ui import mode, ownership_page, scoped, what_if
from transition.ui.breadcrumb import breadcrumb, replaced
from transition.ui.page import open_page
from transition.views import ownership_style

opening = open_page("Van wie is de opwek?")
snapshot, selection = opening.snapshot, opening.selection

st.html(ownership_style.style(mode.is_dark()))
breadcrumb(snapshot, selection.area)
replaced(snapshot, selection.area)
ownership_page.section(snapshot, selection, scoped.chosen(snapshot, selection.area), what_if.assumed())
