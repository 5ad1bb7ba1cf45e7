"""A method card on the page, to read: its steps on the common ladder, who does what, and its lines of money."""

import pandas as pd
import streamlit as st

from transition.domain.register.choices import THEMES
from transition.metrics.method_cards import Card
from transition.store import Snapshot
from transition.ui import community_data, register_source, registered, show
from transition.views import method_card, method_difference, text, wrapped_table
from transition.views.brought import plain

_PARTS = ("Stappen", "Wie doet wat", "Geld")
_PROPOSAL = (
    "**Dit is een voorstel.** Er is geen landelijke methode die deze stappen voorschrijft. "
    "Elke community kan de kaart aanpassen en er een eigen versie van maken."
)


def section(snapshot: Snapshot, card: Card) -> None:
    """The card's name and what it is, and one of its three parts with its table to download."""
    st.subheader(plain(method_difference.called(card)))
    st.markdown(plain(_facts(snapshot, card)))
    if not card.community:
        st.info(_PROPOSAL)
    if card.note:
        st.text(card.note)
    part = st.segmented_control(
        "Deel van de kaart", _PARTS, default=_PARTS[0], required=True, key="method_part", label_visibility="collapsed"
    )
    if part == "Wie doet wat":
        _roles(snapshot, card)
    elif part == "Geld":
        _money(snapshot, card)
    else:
        _steps(snapshot, card)


def _facts(snapshot: Snapshot, card: Card) -> str:
    number = len(community_data.users(snapshot).get(card.id, ()))
    used = (
        "Geen enkel gebied gebruikt deze kaart"
        if not number
        else (f"{text.number(number)} {'gebied gebruikt' if number == 1 else 'gebieden gebruiken'} deze kaart")
    )
    names = registered.table(snapshot, "community")["name"]
    whose = f"Van community {names.get(card.community, card.community)}" if card.community else "Van iedereen"
    since = f". Geldig vanaf {text.day(card.valid_from.isoformat())}" if card.valid_from else ""
    return f"{THEMES.get(card.theme, card.theme)}. {whose}. {used}{since}."


def _steps(snapshot: Snapshot, card: Card) -> None:
    if not card.phases:
        st.info("Deze kaart heeft nog geen stappen.")
        return
    st.html(method_card.ladder(card))
    st.caption(
        "**Zo leest u dit.** De koppen zijn de treden van de ladder, die voor elke methode hetzelfde is. Onder elke kop "
        "staan de stappen van deze kaart. Door de ladder zijn gebieden met een andere methode toch te vergelijken."
    )
    _download(snapshot, card, "stappen", method_card.steps(card))


def _roles(snapshot: Snapshot, card: Card) -> None:
    if not card.roles:
        st.info("Deze kaart zegt nog niet wie wat doet.")
        return
    table = method_card.roles(card)
    st.html(wrapped_table.html(table, "Wie doet wat", wide=True))
    st.caption(
        "**Zo leest u dit.** Bij elk onderwerp is precies één partij eindverantwoordelijk. Wie uitvoert, doet het werk. "
        "Wie advies geeft, wordt vooraf gevraagd. Wie wordt geïnformeerd, hoort het achteraf."
    )
    _download(snapshot, card, "rollen", table)


def _money(snapshot: Snapshot, card: Card) -> None:
    if not card.lines:
        st.info("Deze kaart noemt nog geen kosten en geen dekking.")
        return
    table = method_card.lines(card)
    st.html(wrapped_table.html(table, "Kosten en dekking"))
    st.caption(
        "Kosten: wat het kost. Dekking: waar het geld vandaan komt. De kaart noemt geen bedragen; die staan per gebied."
    )
    _download(snapshot, card, "geld", table)


def _download(snapshot: Snapshot, card: Card, part: str, table: pd.DataFrame) -> None:
    register_source.caption(snapshot, community_data.OF_CARDS)
    about = f"{method_difference.called(card)}. {register_source.line(snapshot, community_data.OF_CARDS)}"
    show.download(lambda: table, f"{card.id}-{part}", about)
