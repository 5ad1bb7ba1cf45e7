"""The method a community works with: the cards used, what it changed, a version of its own, and areas that go along."""

import streamlit as st

from transition.metrics import method_cards
from transition.metrics.method_cards import Card
from transition.metrics.method_changes import difference
from transition.store import Snapshot
from transition.ui import (
    address_choice,
    community_data,
    method_card_editor,
    method_card_move,
    method_card_view,
    record_form,
    register_source,
    registered,
    show,
)
from transition.views import method_difference, text, wrapped_table
from transition.views.brought import plain

WORD = "kaart"
"""In the address: which method card is shown."""
PLACE = "community_method"
"""Where is said what was saved here."""


def section(snapshot: Snapshot, community: str) -> None:
    """Which cards, the chosen one, what is different from where it came from, and what can be done with it."""
    record_form.saved(registered.register(snapshot), PLACE)
    cards = community_data.cards(snapshot)
    of_areas = community_data.areas_of(snapshot, community)["method_card"]
    mine = method_cards.of_community(cards, community, frozenset(of_areas.dropna()))
    st.markdown(plain(method_difference.use(mine, of_areas.dropna().to_dict(), int(of_areas.isna().sum()), community)))
    offered = mine or _of_theme(snapshot, cards, community)
    if not offered:
        return
    labels = {card.id: method_difference.called(card) for card in offered}
    card = cards[address_choice.selectbox("Methodekaart", WORD, labels)]
    if method_card_editor.section(snapshot, community, card, PLACE):
        return
    method_card_move.section(snapshot, community, card, PLACE)
    _changed(snapshot, cards, card)
    method_card_view.section(snapshot, card)


def _of_theme(snapshot: Snapshot, cards: dict[str, Card], community: str) -> list[Card]:
    theme = registered.table(snapshot, "community")["theme"].get(community)
    shared = [card for card in cards.values() if not card.community]
    return [card for card in shared if card.theme == theme] or shared


def _changed(snapshot: Snapshot, cards: dict[str, Card], card: Card) -> None:
    """What is different from the cards this one was made from, and from their newest editions."""
    origins = method_cards.origins(cards, card)
    newest = [method_cards.newest(cards, origin) for origin in origins]
    newer = {one.id: one for one in newest if one not in (card, *origins)}
    if origins:
        st.markdown("##### Wat is veranderd")
    for origin in origins:
        _differs(snapshot, origin, card, f"Vergeleken met {method_difference.called(origin)}:")
    for one in newer.values():
        _differs(
            snapshot,
            one,
            card,
            f"Van die kaart is een nieuwere versie. Vergeleken met {method_difference.called(one)}:",
        )


def _differs(snapshot: Snapshot, old: Card, new: Card, about: str) -> None:
    found = difference(old, new)
    st.markdown(plain(f"{about} {method_difference.summary(found)}"))
    if found.is_empty:
        return
    table = method_difference.table(found)
    name = f"verschil-{old.id}-{new.id}"
    if st.toggle(
        f"Toon alle {text.number(len(table))} verschillen" if len(table) > 1 else "Toon het verschil", key=name
    ):
        st.html(wrapped_table.html(table, "Verschillen tussen twee methodekaarten"))
        source = register_source.line(snapshot, community_data.OF_CARDS)
        show.download(lambda: table, name, f"{about} {source}")
