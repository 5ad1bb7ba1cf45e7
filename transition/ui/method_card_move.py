"""Areas go over to another method card, when somebody chooses so: what was recorded stays, and what no longer has a step is told first."""

import pandas as pd
import streamlit as st

from transition.metrics import method_cards
from transition.metrics.method_cards import Card
from transition.register.answers import RegisterError
from transition.store import Snapshot
from transition.ui import community_data, record_saved, registered
from transition.views import method_difference, text
from transition.views.brought import plain


def section(snapshot: Snapshot, community: str, card: Card, place: str) -> None:
    """For a card that not all areas of the community use: which ones go over, and what of theirs has no step in it."""
    areas = community_data.areas_of(snapshot, community)[["name", "theme", "method_card", "version"]]
    others = areas[(areas["theme"] == card.theme) & (areas["method_card"] != card.id)]
    if others.empty:
        return
    number = len(others)
    label = (
        "1 gebied gebruikt deze kaart niet"
        if number == 1
        else f"{text.number(number)} gebieden gebruiken deze kaart niet"
    )
    if st.toggle(f"{label}: laat ze overstappen", key=f"move:{card.id}"):
        _choose(snapshot, card, others, place)


def _choose(snapshot: Snapshot, card: Card, others: pd.DataFrame, place: str) -> None:
    called = community_data.called(snapshot)
    labels = {
        str(id): f"{row['name']} ({called.get(row['method_card'], 'nog geen kaart')})" for id, row in others.iterrows()
    }
    picked = st.multiselect(
        "Welke gebieden stappen over?",
        list(labels),
        format_func=lambda id: labels.get(id, id),
        placeholder="Kies één of meer gebieden",
        key=f"moving:{card.id}",
    )
    if not picked:
        return
    milestones = registered.table(snapshot, "milestone")
    lost = {}
    for id in picked:
        codes = milestones.loc[milestones["area"] == id, "code"]
        if without := method_cards.without_step(codes, card):
            lost[id] = without
    if lost:
        lines = "".join(
            f"\n- {plain(others.at[id, 'name'])}: {plain(text.enumeration(list(c)))}" for id, c in lost.items()
        )
        st.warning(
            f"Deze vastgelegde mijlpalen hebben geen stap in de nieuwe kaart. Ze blijven staan, buiten de kaart om.\n{lines}"
        )
    else:
        st.markdown("Alle vastgelegde mijlpalen van deze gebieden hebben een stap in deze kaart.")
    number = "1 gebied" if len(picked) == 1 else f"{text.number(len(picked))} gebieden"
    if st.button(f"Laat {number} overstappen", type="primary", key=f"moved:{card.id}"):
        _move(snapshot, card, others.loc[picked], place)


def _move(snapshot: Snapshot, card: Card, areas: pd.DataFrame, place: str) -> None:
    edits = [method_cards.move(str(id), int(version), card) for id, version in areas["version"].items()]
    register = registered.register(snapshot)
    why = f"Overgestapt naar {method_difference.called(card)}"
    try:
        applied = register.apply(registered.actor(), edits, why=why, known=registered.known(snapshot))
    except RegisterError as error:
        st.error(plain(str(error)))
        return
    names = text.enumeration([str(name) for name in areas["name"]])
    record_saved.say(place, f"{names}: {why[:1].lower()}{why[1:]}.", applied.number, applied.warnings)
    st.rerun()
