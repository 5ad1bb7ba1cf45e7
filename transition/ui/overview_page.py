"""Waar staan we? The answer, the headline figures, what asks for a decision, what an alderman can say, and the statistics below."""

import streamlit as st

from transition.domain.selection import Selection
from transition.metrics.council import Council
from transition.metrics.headlines import Headline, headlines
from transition.metrics.scope import Scope
from transition.store import Snapshot
from transition.ui import (
    area_trend,
    choice,
    decisions_list,
    map_section,
    mode,
    overview_data,
    overview_peers,
    scope_choice,
    show,
)
from transition.ui.copy_button import copy_button
from transition.ui.figure_cards import figure_cards
from transition.views import (
    areas,
    council_list,
    council_sentences,
    overview_figures,
    overview_sentences,
    overview_style,
    text,
)
from transition.views import sentences as of_figures
from transition.views.brought import plain
from transition.views.council_words import Speaker
from transition.views.overview_card import Peers

_READING = (
    "De streepjeslijn is het doel, de ruit het midden van vergelijkbare gebieden. "
    "Een cijfer zonder vorm en woord heeft geen oordeel. Wat niet is vastgelegd, is nooit op schema."
)
_SAY = (
    "Deze zinnen maakt de Regiemonitor volgens vaste regels uit de cijfers en het register. Ze veranderen mee. "
    "Wat niet openbaar is, staat er niet in."
)
_DECISIONS = 3


def section(snapshot: Snapshot, selection: Selection) -> None:
    """All of it, for the chosen place, or one area process or community in it."""
    st.html(overview_style.style(mode.is_dark()))
    about = scope_choice.chosen(snapshot, selection.area)
    found = overview_data.council_of(snapshot, about)
    who = overview_data.speaker(snapshot, about)
    measured = headlines(snapshot, about.id, selection.period) if about.is_place else []
    _answer(snapshot, found, who, measured)
    if _has_own(found):
        _of_register(snapshot, found, who)
    else:
        _of_municipality(snapshot, about)
    if about.is_place:
        _statistics(snapshot, selection, about, measured)


def _has_own(found: Council) -> bool:
    """A wijk or buurt of which nothing is recorded has nothing of its own: goals are of the municipality."""
    return not (found.about.is_part and found.about.is_place) or bool(found.about.areas or found.broad.of)


def _answer(snapshot: Snapshot, found: Council, who: Speaker, measured: list[Headline]) -> None:
    answer = overview_sentences.answer(found, who)
    if not answer and measured:
        answer = of_figures.where_we_stand(areas.called(snapshot, found.about.id), measured[0])
    st.header(plain(answer or f"Hoe ver {who.place} is, is niet te zeggen: er is geen doel vastgelegd"))


def _of_register(snapshot: Snapshot, found: Council, who: Speaker) -> None:
    peers = overview_peers.peers(snapshot, found)
    st.html(overview_figures.html(found, peers))
    st.caption(f"**Zo leest u dit.** {_READING}")
    if three := overview_sentences.three(found, who):
        st.html(overview_sentences.html(three))
    decisions_list.section(snapshot, found.about, _DECISIONS)
    _say(snapshot, found, who, peers)


def _say(snapshot: Snapshot, found: Council, who: Speaker, peers: Peers) -> None:
    ten = council_sentences.ten(found, who, peers.reach)
    st.subheader("Wat u kunt zeggen")
    st.caption(_SAY)
    st.html(council_list.html(ten))
    example = f"{text.EXAMPLE}. " if snapshot.is_example else ""
    whole = council_sentences.as_text(
        ten, f"{example}{who.place[:1].upper()}{who.place[1:]}, {text.day(found.day.isoformat())}"
    )
    with st.container(horizontal=True, gap="small", key="say_it"):
        copy_button(whole, key="copy_ten")
        st.download_button(
            "Download als tekst",
            data=whole,
            file_name=f"wat-u-kunt-zeggen-{found.about.id}.txt",
            mime="text/plain",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
            key="download_ten",
        )


def _of_municipality(snapshot: Snapshot, about: Scope) -> None:
    st.info(
        f"Doelen, tempo, lokaal eigendom en besluiten zijn van de gemeente. Van {plain(about.name)} zelf is niets "
        "vastgelegd. Hieronder staan de cijfers die er wel zijn."
    )
    for code in about.municipalities:
        if code in snapshot.areas:
            name = snapshot.areas[code].name
            st.button(f"Ga naar {name}", key=f"whole_{code}", on_click=choice.choose, kwargs={"area": code})


def _statistics(snapshot: Snapshot, selection: Selection, about: Scope, found: list[Headline]) -> None:
    name = areas.called(snapshot, about.id)
    if not found:
        st.info(
            f"Voor {name} zijn geen cijfers opgeslagen. Kies een ander gebied, of laad cijfers op de pagina Bronnen."
        )
        return
    st.subheader(f"Cijfers over {name}")
    if statuses := of_figures.what_statuses_say(found):
        st.caption(statuses)
    figure_cards(snapshot, about.id, found)
    wide, narrow = st.columns([3, 2], gap="large")
    with wide:
        area_trend.section(snapshot, selection, found)
    with narrow:
        map_section.small(snapshot, selection, found[0])
    show.sources(snapshot, {headline.source for headline in found})
