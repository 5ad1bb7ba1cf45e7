"""How a page begins: inside the frame, with the snapshot and the reader's choice at hand; and what of it runs again by itself."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import cache

import streamlit as st

from transition.domain.selection import Selection
from transition.places import PROJECT
from transition.store import Opened, Snapshot
from transition.ui import cached, choice, mode, registered
from transition.views import text

_FRAMED = "framed"
_OPENED = "opened"
"""In the session's state: the snapshot of this very run, so that frame and page show one and the same."""
_WHOLE = "whole_run"
"""In the session's state: this run began with the frame, and is not of a page's body alone."""

PAGES = {
    "overview": "Overzicht",
    "map": "Kaart",
    "ownership": "Lokaal eigendom",
    "steering": "Eigenaarschap en regie",
    "area_processes": "Gebieden",
    "comparison": "Vergelijken",
    "communities": "Communities",
    "sources": "Bronnen",
}
"""File in pages/ -> title. The first one is the start page. No icons: a page's icon becomes the tab's, from another machine."""


@dataclass(frozen=True)
class Opening:
    """What every page starts from."""

    snapshot: Snapshot
    selection: Selection


def navigation() -> st.navigation:  # type: ignore[valid-type]
    """Registers the pages; the one the address asks for is returned."""
    return copy(st.navigation(_pages(), position="sidebar"))  # a page runs once; the ones kept are of every reader


@cache
def _pages() -> list[st.Page]:  # type: ignore[valid-type]
    """Making them looks each file up."""
    return [
        st.Page(
            PROJECT / "pages" / f"{name}.py", title=title, default=place == 0, url_path=None if place == 0 else name
        )
        for place, (name, title) in enumerate(PAGES.items())
    ]


def mark_framed(opened: Opened) -> None:
    """Called by the frame: from here on this session's pages run inside it, on the snapshot the frame opened."""
    st.session_state[_FRAMED] = True
    st.session_state[_OPENED] = opened
    st.session_state[_WHOLE] = True


def is_example() -> bool:
    """Whether this session is shown the fictional region, as the frame opened it."""
    opened: Opened | None = st.session_state.get(_OPENED)
    return (opened or cached.opened()).snapshot.is_example


def open_page(question: str) -> Opening:
    """Begins a page with its question as the title.

    The first request after a restart may run a page's file without the frame (Streamlit finds `pages/` by itself until
    the navigation is registered). Then nothing of the page is computed: the navigation is registered and the run starts anew.
    """
    if not st.session_state.get(_FRAMED):
        navigation()
        mark_framed(cached.opened())
        st.rerun()
    found: Opened = st.session_state[_OPENED]
    selection = choice.kept() or choice.selection(found.snapshot)  # the frame has read the address
    if found.snapshot.is_example:
        st.warning(
            f"**{text.EXAMPLE}.** Doggerland bestaat niet. Echte cijfers laadt u op de pagina Bronnen.",
            icon=":material/science:",
        )
    if found.fallen_back_from:
        st.warning("De laatste momentopname is beschadigd. U ziet de vorige, die compleet is. Zie de pagina Bronnen.")
    st.title(question)
    return Opening(found.snapshot, selection)


def body(section: Callable[[], None]) -> None:
    """What of a page is below all that goes with the frame; the last thing a page calls.

    What a reader does in it runs `section` alone: no frame, no sidebar, no title. So `section` reads from the address, inside
    it, whatever its own widgets say there. When the frame would have shown something else (another area, newer figures), the
    whole page runs after all.
    """
    _body(section, _shown_around(st.session_state[_OPENED]))


@st.fragment
def _body(section: Callable[[], None], around: tuple[object, ...]) -> None:
    if not st.session_state.pop(_WHOLE, False):
        if _shown_around(cached.opened()) != around:
            st.rerun()
        registered.begin_run()
    section()


def _shown_around(opened: Opened) -> tuple[object, ...]:
    """What the frame and the top of a page depend on."""
    return opened, choice.kept(), mode.is_dark()
