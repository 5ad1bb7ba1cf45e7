"""The way up: a button for each area above the chosen one."""

import streamlit as st

from transition import catalog
from transition.domain.areas import Area
from transition.store import Snapshot
from transition.ui import choice
from transition.views import areas, boundaries


def breadcrumb(snapshot: Snapshot, code: str, *, with_level: bool = False) -> None:
    """Country › province › municipality › wijk › buurt; a click chooses that area.

    with_level: the map's level follows, to the level below the area that was clicked.
    """
    above = areas.path(snapshot, code)

    def up(to: str) -> None:
        below = areas.LEVEL_BELOW.get(snapshot.areas[to].level)
        choice.choose(area=to, **({"level": below} if with_level and below else {}))

    with st.container(horizontal=True, gap="small", key="breadcrumb"):
        for area in above[:-1]:
            st.button(
                f"{_word(snapshot, area)} ›", type="tertiary", key=f"up_{area.code}", on_click=up, args=(area.code,)
            )
        st.button(_word(snapshot, above[-1]), type="tertiary", key="here", disabled=True)


def _word(snapshot: Snapshot, area: Area) -> str:
    """'Amsterdam'; 'provincie Utrecht' where a province and a municipality share the name."""
    return areas.called(snapshot, area.code).removeprefix("de ")


def replaced(snapshot: Snapshot, code: str) -> None:
    """A notice, with a way on, when the chosen area no longer exists or is about to end."""
    notice = boundaries.became(snapshot, code)
    if not notice:
        return
    st.info(notice)
    into = [c for c in catalog.successors().get(code, ()) if c in snapshot.areas]
    with st.container(horizontal=True, gap="small", key="successors"):
        for other in into:
            name = snapshot.areas[other].name
            st.button(f"Ga naar {name}", key=f"to_{other}", on_click=choice.choose, kwargs={"area": other})
