"""Hoe doen vergelijkbare gebieden het? What is compared and with whom, the answer, the figures, and one part of what lies behind it."""

from functools import partial
from html import escape

import streamlit as st

from transition import catalog
from transition.domain.areas import Level
from transition.domain.values import Gap
from transition.metrics.comparison.peer_group import PeerGroup, Sort
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.store import Snapshot
from transition.ui import (
    address_choice,
    area_links,
    choice,
    comparison_data,
    comparison_dots,
    comparison_group,
    comparison_parts,
    comparison_peers,
    comparison_register,
    comparison_shown,
    show,
)
from transition.ui.comparison_group import About
from transition.views import areas, comparison_standing, comparison_text, gap_text, text
from transition.views.brought import plain
from transition.views.comparison_standing import Standing

_COMMUNITY = "community"


def section(snapshot: Snapshot, code: str) -> None:
    """All of it, for one area; of what has no others a sentence."""
    area = snapshot.areas[code]
    place = areas.called(snapshot, code)
    if choice.record(area_links.WORD) or choice.record(_COMMUNITY):
        _to_communities(code)
    if not comparison_group.has_others(area.level):
        st.header(plain(f"{place} heeft hier niets om mee te vergelijken"))
        st.caption("Kies links een gemeente, een energieregio of een provincie.")
        return
    if area.valid_to is not None:
        _ended(snapshot, code)
        return
    if not comparison_data.measures(snapshot, area.level):
        st.header(plain(f"Van {place} is er geen cijfer om te vergelijken"))
        return
    with st.container(horizontal=True, gap="small", key="comparison_choices"):
        measure = comparison_group.measure(snapshot, area.level)
        group = comparison_group.group(snapshot, code, measure)
        period = comparison_group.period(snapshot, group, measure) if isinstance(group, PeerGroup) else ""
    if isinstance(group, NoNumber):
        is_open = choice.record(comparison_group.GROUP) == Sort.OWN and not choice.record(comparison_group.OWN)
        st.header("Kies met wie u vergelijkt" if is_open else "Deze groep is er niet")
        st.info(plain(comparison_text.no_group(group)))
        return
    _compared(snapshot, About(code, place, area.level, measure, period), group)


def _compared(snapshot: Snapshot, about: About, group: PeerGroup) -> None:
    found = comparison_dots.standing(snapshot, about, group)
    if found is None:
        st.header(plain(f"Onder {comparison_text.group(group, about.place)} is er geen cijfer"))
    else:
        st.header(plain(comparison_standing.answer(found)))
        if said := _beside(snapshot, about, group, found):
            st.caption(plain(" ".join(said)))
        if made := comparison_standing.figures(found):
            st.html(made)
    titles = {_word(title): title for title in comparison_parts.PARTS}
    titles[""] = titles.pop(next(iter(titles)))  # the first is as usual: left out of the address
    part = address_choice.segments("Onderdeel", "onderdeel", {word: titles[word] for word in ("", *titles)})
    comparison_parts.PARTS[titles[part]](snapshot, about, group)
    if found is not None and found.figures.source:
        show.sources(snapshot, comparison_shown.ids([found.figures]))


def _beside(snapshot: Snapshot, about: About, group: PeerGroup, found: Standing) -> list[str]:
    """What has to be known with the answer; a sentence each."""
    is_missing = about.measure.of_register and isinstance(found.spread.value, NoNumber)
    said = [gap_text.sentence(_why(snapshot, about))] if is_missing else []
    return [*said, *filter(None, [comparison_peers.not_alike(snapshot, about, group)])]


def _why(snapshot: Snapshot, about: About) -> Gap:
    """Why the register gives no figure of the area itself."""
    assert about.measure.of_register, "asked only of what is in the register"
    found = comparison_register.figure(snapshot, about.code, about.measure.of_register)
    return found if isinstance(found, Gap) else no_number(Why.NO_FIGURE)


def _word(title: str) -> str:
    return title.lower().replace(" ", "-").replace("é", "e")


def _ended(snapshot: Snapshot, code: str) -> None:
    """A municipality that is no more is compared with nobody; those it went into are."""
    area = snapshot.areas[code]
    into = [one for one in catalog.successors().get(code, ()) if one in snapshot.areas]
    st.header(plain(f"{area.name} bestaat sinds {area.valid_to} niet meer"))
    if area.level is not Level.GEMEENTE or not into:
        st.caption("Kies links een gebied dat er nog is.")
        return
    names = text.enumeration([snapshot.areas[one].name for one in into])
    st.caption(plain(f"Vergelijken kan alleen met wat er nu is. Het gebied hoort nu bij {names}."))
    with st.container(horizontal=True, gap="small", key="comparison_into"):
        for one in into:
            st.button(plain(f"Vergelijk {snapshot.areas[one].name}"), key=f"into_{one}", on_click=partial(_go, one))


def _go(code: str) -> None:
    choice.choose(area=code)


def _to_communities(code: str) -> None:
    """Area processes and communities stand beside each other on a page of their own."""
    link = f'<a href="communities?area={escape(code)}" target="_self">Communities</a>'
    st.html(
        f'<p class="cmp-told">Communities en hun gebieden vergelijkt u op de pagina {link}. '
        "Hieronder staat het gekozen gebied op de kaart naast andere.</p>"
    )
