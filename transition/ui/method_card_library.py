"""All method cards: those of everyone first, then those of communities; one at a time."""

import streamlit as st

from transition.domain.register.choices import THEMES
from transition.domain.register.fields import slug
from transition.metrics.method_cards import Card
from transition.store import Snapshot
from transition.ui import address_choice, community_data, method_card_view, registered
from transition.views import method_difference

WORD = "kaart"
"""In the address: which method card is shown."""


def section(snapshot: Snapshot) -> None:
    """The choice of a card, and the card."""
    cards = community_data.cards(snapshot)
    if not cards:
        st.info("Er is geen methodekaart vastgelegd.")
        return
    st.markdown(
        "Een methodekaart zegt welke stappen een gebied zet, wie wat doet, en welke kosten en dekking erbij horen. "
        "Een eigen versie maakt u bij een community, onder 'Methode'."
    )
    names = registered.table(snapshot, "community")["name"].to_dict()
    ordered = sorted(cards.values(), key=lambda card: (bool(card.community), slug(card.name), -card.edition))
    labels = {card.id: _label(card, names) for card in ordered}
    method_card_view.section(snapshot, cards[address_choice.selectbox("Methodekaart", WORD, labels)])


def _label(card: Card, communities: dict[str, str]) -> str:
    whose = communities.get(card.community, card.community) if card.community else "van iedereen"
    return f"{method_difference.called(card)} ({THEMES.get(card.theme, card.theme)}, {whose})"
