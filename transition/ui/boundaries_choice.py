"""The choice between the boundaries of each year and those of now."""

import streamlit as st

from transition.domain.selection import Selection
from transition.ui import choice


def boundaries_choice(selection: Selection) -> None:
    """Holds on every page: the trend and the map stand on the same boundaries."""
    choice.picker(
        st.segmented_control,
        "Grenzen",
        "boundaries",
        list(choice.BOUNDARIES),
        selection.boundaries,
        format_func=lambda word: choice.BOUNDARIES[word],
        help="Gemeenten, wijken en buurten veranderen. 'Van toen': elk jaar zoals het gebied toen was. "
        "'Van nu': alle jaren over het gebied zoals het nu is.",
    )
