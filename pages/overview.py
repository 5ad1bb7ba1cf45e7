"""Waar staan we? Result, speed, ownership and steering of the chosen area, and what an alderman can say of it."""

from transition.ui import overview_page
from transition.ui.breadcrumb import breadcrumb, replaced
from transition.ui.page import open_page

opening = open_page("Waar staan we?")
snapshot, selection = opening.snapshot, opening.selection

breadcrumb(snapshot, selection.area)
replaced(snapshot, selection.area)
overview_page.section(snapshot, selection)
