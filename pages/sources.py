"""Waar komt elk getal vandaan? Every source with its edition, age and last refresh; and the button that loads the real figures."""

from transition.ui import definitions, refresh_button, source_list
from transition.ui.page import open_page

opening = open_page("Waar komt elk getal vandaan?")
source_list.section(opening.snapshot)
refresh_button.section(opening.snapshot)
definitions.section(opening.snapshot)
