"""Waar komt elk getal vandaan? Every source with its edition and age, what the last refresh changed, the checks, and definitions."""

from transition.ui import (
    abbreviations,
    catalogue_button,
    change_report,
    check_list,
    definitions,
    published_section,
    refresh_button,
    source_list,
    upload,
)
from transition.ui.page import open_page

opening = open_page("Waar komt elk getal vandaan?")
abbreviations.section()
source_list.section(opening.snapshot)
catalogue_button.section(opening.snapshot)
refresh_button.section(opening.snapshot)
upload.section(opening.snapshot)

change_report.section(opening.snapshot)

check_list.section(opening.snapshot)

published_section.section(opening.snapshot)

definitions.section(opening.snapshot)
