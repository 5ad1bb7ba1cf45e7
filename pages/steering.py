"""Halen we het, op tijd, en wie is aan zet? Goal, pace and pipeline; and what the area processes, roles and money say of it."""

import streamlit as st

from transition.ui import mode, scope_choice, steering_page, what_if
from transition.ui.breadcrumb import breadcrumb, replaced
from transition.ui.page import body, open_page
from transition.views import steering_style

opening = open_page("Halen we het, op tijd, en wie is aan zet?")
snapshot, selection = opening.snapshot, opening.selection

st.html(steering_style.style(mode.is_dark()))
breadcrumb(snapshot, selection.area)
replaced(snapshot, selection.area)


def content() -> None:
    """Of the whole place, or of what is chosen in it."""
    about = scope_choice.chosen(snapshot, selection.area)
    steering_page.section(snapshot, about, what_if.assumed())


body(content)
