"""The frame of every page: title, navigation, and in the sidebar the area, the level and the year."""

import base64
import logging
from functools import cache

import streamlit as st

from transition.domain.areas import Level, gemeente_of
from transition.domain.selection import Selection
from transition.places import PROJECT
from transition.register.answers import RegisterError
from transition.store import Snapshot
from transition.ui import cached, choice, page, registered
from transition.views import areas, text, theme

_ON_LEVEL = ("map",)
_ON_YEAR = ("", "map")
"""Pages, by their address, on which a choice of level or of year changes something; elsewhere it is not offered. '' is the start page."""


def run() -> None:
    """Draws the frame and runs the page the address asks for."""
    chosen = page.navigation()
    icon, style = _look()
    st.set_page_config(page_title=f"{chosen.title} - Regiemonitor", page_icon=icon, layout="wide")
    st.html(style)
    opened = cached.opened()
    page.mark_framed(opened)
    registered.begin_run()
    if chosen.url_path != "map":
        choice.stop_playing()
    with st.sidebar:
        _sidebar(opened.snapshot, chosen.url_path)
    chosen.run()


@cache
def _look() -> tuple[str, str]:
    """The icon as an address and the style as HTML, read once."""
    static = PROJECT / "static"
    icon = base64.b64encode((static / "icon.svg").read_bytes()).decode()
    style = (static / "page.css").read_text(encoding="utf-8")
    return f"data:image/svg+xml;base64,{icon}", f"<style>{style}</style>{theme.ON_ACCENT}"


def show_error(error: Exception) -> bool:
    """What a reader sees when a page fails: that it is our mistake, and what to do. The details are in the server's lines.

    A register that does not answer says itself what the matter is.
    """
    if isinstance(error, RegisterError):
        st.error(str(error), icon=":material/database_off:")
        return True
    logging.getLogger("regiemonitor").exception("een pagina is vastgelopen", exc_info=error)
    st.error(
        "Deze pagina is vastgelopen. Dat ligt niet aan u. Kies een ander gebied of cijfer, of begin opnieuw op de pagina "
        "Overzicht. De beheerder vindt de oorzaak in de regels van de server.",
        icon=":material/error:",
    )
    return True


def _sidebar(snapshot: Snapshot, address: str) -> None:
    selection = choice.selection(snapshot)
    st.markdown("**Regiemonitor**  \nVoortgang van de regionale energietransitie")
    names = cached.searchable(snapshot)
    known = selection.area if selection.area in names else gemeente_of(selection.area)
    choice.picker(
        st.selectbox,
        "Gebied",
        "area",
        list(names),
        known,
        format_func=names.get,
        help="Typ een naam. Oude namen van gemeenten vindt u ook.",
    )
    inside = areas.inside(snapshot, known)
    if inside:
        _small_area(snapshot, inside, selection.area)
    if address in _ON_LEVEL:
        levels = [level for level in Level if level is not Level.LAND]
        label = "Niveau op de kaart"
        choice.picker(st.selectbox, label, "level", levels, selection.level, format_func=text.LEVELS.get)
    if address in _ON_YEAR:
        _year(snapshot, selection)
    st.caption(
        f"{text.EXAMPLE}: Doggerland"
        if snapshot.is_example
        else f"Cijfers geladen op {text.day(snapshot.manifest['made_at'])}"
    )


def _year(snapshot: Snapshot, selection: Selection) -> None:
    periods = snapshot.periods(selection.level, selection.indicator, selection.breakdown)
    if periods:
        options = ["", *reversed(periods)]
        current = selection.period if selection.period in options else ""
        choice.picker(st.selectbox, "Jaar", "period", options, current, format_func=lambda p: p or "Nieuwste hele jaar")


def _small_area(snapshot: Snapshot, inside: list[str], current: str) -> None:
    options = ["", *inside]
    key = "choice_small_area"
    choice.show_choice(key, current if current in options else "")

    def changed() -> None:
        choice.choose(area=st.session_state[key] or gemeente_of(inside[0]))

    st.selectbox(
        "Wijk of buurt",
        options,
        key=key,
        on_change=changed,
        format_func=lambda c: areas.label(snapshot, c) if c else "Hele gemeente",
    )
