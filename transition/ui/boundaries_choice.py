"""The choice between the boundaries of each year and those of now."""

import streamlit as st

from transition.domain.selection import Selection
from transition.metrics import vintages
from transition.store import Snapshot
from transition.ui import choice


def boundaries_choice(snapshot: Snapshot, selection: Selection, level: str) -> None:
    """Holds on every page: the trend and the map stand on the same boundaries. level: of the figures the choice is for."""
    words = choice.BOUNDARIES | {"nu": f"{choice.BOUNDARIES['nu']} ({vintages.newest(snapshot, level)})"}
    choice.picker(
        st.segmented_control,
        "Grenzen",
        "boundaries",
        list(words),
        selection.boundaries,
        format_func=lambda word: words[word],
        help="Gemeenten, wijken en buurten veranderen. 'Van toen': elk jaar zoals het gebied toen was. "
        "'Van nu': alle jaren op de nieuwste grenzen waarvoor er cijfers zijn.",
    )
