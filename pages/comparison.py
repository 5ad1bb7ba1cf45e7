"""Hoe doen vergelijkbare gemeenten, regio's en communities het? One area beside those of a named group, on any measure."""

import streamlit as st

from transition.ui import comparison_page, mode
from transition.ui.breadcrumb import breadcrumb, replaced
from transition.ui.page import body, open_page
from transition.views import comparison_style

opening = open_page("Hoe doen vergelijkbare gemeenten, regio's en communities het?")
snapshot, selection = opening.snapshot, opening.selection

st.html(comparison_style.style(mode.is_dark()))
breadcrumb(snapshot, selection.area)
replaced(snapshot, selection.area)


def content() -> None:
    """Beside the group the reader chose."""
    comparison_page.section(snapshot, selection.area)


body(content)
