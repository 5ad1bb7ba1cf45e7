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
    "planning": ("Planning van de volgende stap", "Maakt niet uit"),
}
"""Field of `Filters` -> its label, and the words for leaving it open."""
_FIRST = ("theme", "phase")
"""The filters that are always in sight."""


def asked(communities: Mapping[str, str]) -> Asked:
    """What the address asks for; what means nothing is left out, and said. communities: id -> name."""
    found, wrong = area_address.read(st.query_params.to_dict(), communities)
    if wrong:
        st.toast(f"Dit in het adres kennen wij niet: {', '.join(wrong)}. U ziet de gewone keuze.")
    return found


def draw(found: Asked, communities: Mapping[str, str]) -> None:
    """The search box, the filters, and the order. A choice is in the address before the page runs again.

    The filters that are seldom used are there when the reader opens them: each box costs the server, and a phone, its place.
    """
    with st.container(horizontal=True, gap="small", key="area_filters"):
        _search(found.filters.words)
        for name in _FIRST:
            _filter(found, name, communities)
        _box("order", "Volgorde", area_address.ORDERS, found.order)
    more = [name for name in _LABELS if name not in _FIRST]
    in_use = sum(bool(getattr(found.filters, name)) for name in more)
    label = f"Meer filters ({in_use} in gebruik)" if in_use else "Meer filters"
    with st.expander(
        label, expanded=bool(in_use), on_change="rerun", key=f"area_more_filters_{bool(in_use)}"
    ) as opened:
        if opened.open:
            with st.container(horizontal=True, gap="small", key="area_filters_more"):
                for name in more:
                    _filter(found, name, communities)


def _filter(found: Asked, name: str, communities: Mapping[str, str]) -> None:
    label, every = _LABELS[name]
    _box(name, label, _options(name, every, communities), getattr(found.filters, name))


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
