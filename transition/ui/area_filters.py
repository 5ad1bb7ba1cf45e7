"""What a reader looks for among the area processes: search, filters and order, bound to the address."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from transition.metrics.area_search import NOTHING, Filters
from transition.ui import choice
from transition.views import area_address
from transition.views.area_address import Asked

_LABELS = {
    "theme": ("Thema", "Alle thema's"),
    "phase": ("Fase", "Alle fasen"),
    "state": ("Stand", "Elke stand"),
    "lead_state": ("Trekker", "Met en zonder trekker"),
    "community": ("Community", "Alle communities"),
    "blocked": ("Wat houdt tegen", "Maakt niet uit"),
}
"""Field of `Filters` -> its label, and the words for leaving it open."""


def asked(communities: Mapping[str, str]) -> Asked:
    """What the address asks for; what means nothing is left out, and said. communities: id -> name."""
    found, wrong = area_address.read(st.query_params.to_dict(), communities)
    if wrong:
        st.toast(f"Dit in het adres kennen wij niet: {', '.join(wrong)}. U ziet de gewone keuze.")
    return found


def draw(found: Asked, communities: Mapping[str, str]) -> None:
    """The search box, a select box per filter, and the order. A choice is in the address before the page runs again."""
    with st.container(horizontal=True, gap="small", key="area_filters"):
        _search(found.filters.words)
        for name, (label, every) in _LABELS.items():
            options = _options(name, every, communities)
            _box(name, label, options, getattr(found.filters, name))
        _box("order", "Volgorde", area_address.ORDERS, found.order)


def clear() -> None:
    """Takes all filters out of the address; for callbacks."""
    choice.say(**dict.fromkeys((*area_address.WORDS.values(), area_address.PAGE), ""))


def is_filtered(filters: Filters) -> bool:
    """Whether anything is asked for."""
    return filters != Filters()


def _options(name: str, every: str, communities: Mapping[str, str]) -> dict[str, str]:
    if name == "community":
        return {"": every, **communities, NOTHING: "Bij geen community"}
    return {"": every, **area_address.LABELS[name]}


def _search(current: str) -> None:
    key = "area_filter_words"
    choice.show_choice(key, current)
    st.text_input(
        "Zoek een gebied",
        key=key,
        placeholder="Naam van een gebied, partij of gemeente",
        max_chars=area_address.LONGEST_WORDS,
        on_change=lambda: choice.say(
            **{area_address.WORDS["words"]: st.session_state[key].strip(), area_address.PAGE: ""}
        ),
        width=300,
    )


def _box(name: str, label: str, options: Mapping[str, str], current: str) -> None:
    key = f"area_filter_{name}"
    choice.show_choice(key, current)

    def changed() -> None:
        chosen: Any = st.session_state[key]
        if name == "order":
            choice.say(**{area_address.ORDER: area_address.order_word(chosen), area_address.PAGE: ""})
        else:
            choice.say(**{area_address.WORDS[name]: area_address.word_of(name, chosen), area_address.PAGE: ""})

    st.selectbox(label, list(options), key=key, format_func=options.get, on_change=changed, width=200)
