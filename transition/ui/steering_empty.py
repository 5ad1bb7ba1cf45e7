"""What a reader sees of the parts of steering where nothing is recorded: what is missing, and how to begin."""

import streamlit as st

from transition.domain.areas import Level, gemeente_of
from transition.metrics.scope import Scope
from transition.store import Snapshot
from transition.ui import choice
from transition.views.brought import plain

_PARTS = (Level.WIJK, Level.BUURT)


def no_areas(snapshot: Snapshot, about: Scope) -> None:
    """A scope without any area process."""
    st.subheader(plain(f"Voor {about.name} is nog geen gebied vastgelegd"))
    if about.level in _PARTS:
        st.info(
            "Een gebied hoort bij een wijk of buurt als dat zo is vastgelegd. Kies de hele gemeente: daar ziet u ook de gebieden "
            "waarvan de wijken niet zijn vastgelegd."
        )
        to_municipality(snapshot, about)
        return
    st.info(
        "Er is dus niet te zeggen of het op tijd gaat, wie aan zet is of wat het kost. Dat is iets anders dan dat het goed gaat. "
        "Leg op de pagina Gebieden een gebied vast: naam, thema en stand zijn genoeg om te beginnen."
    )


def to_municipality(snapshot: Snapshot, about: Scope) -> None:
    """A button to the whole municipality of a wijk, a buurt or an area process that lies in one."""
    code = gemeente_of(about.id) if about.is_place else about.municipalities[0] if about.municipalities else ""
    if code in snapshot.areas:
        st.button(
            plain(f"Kies heel {snapshot.areas[code].name}"), key="steering_municipality", on_click=_choose, args=(code,)
        )


def _choose(code: str) -> None:
    part = choice.record("onderdeel")  # another area begins with another part; here the reader wants this one
    choice.say(gebied="", community="")
    choice.choose(area=code)
    choice.say(onderdeel=part)


def not_recorded(what: str, remedy: str) -> None:
    """A part of which nothing is recorded, with what to do. Our own words."""
    st.subheader(f"Van {what} is nog niets vastgelegd")
    st.info(remedy)
