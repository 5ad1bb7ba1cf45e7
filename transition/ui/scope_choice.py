"""'Waarover': the whole place, or one area process or community in it."""

from collections.abc import Mapping
from functools import lru_cache

import streamlit as st

from transition import catalog
from transition.metrics import scope
from transition.metrics.scope import Scope, Sort
from transition.store import Snapshot
from transition.ui import area_links, choice, registered, scoped
from transition.views import alphabet, areas

_COMMUNITY = "community"
_KEY = "scope_choice"
_WORDS = {Sort.AREA_PROCESS: area_links.WORD, Sort.COMMUNITY: _COMMUNITY}


def chosen(snapshot: Snapshot, area: str) -> Scope:
    """Draws the select box, when there is something to choose, and gives what the page is about."""
    about = scoped.chosen(snapshot, area)
    labels = _labels(snapshot, registered.number(snapshot), area)
    current = "" if about.is_place else f"{about.sort}:{about.id}"
    options = [*labels, *([] if current in labels else [current])]  # from an address: an area elsewhere
    if len(options) > 1:
        choice.show_choice(_KEY, current)
        st.selectbox(
            "Waarover",
            options,
            key=_KEY,
            on_change=_changed,
            format_func=lambda one: labels.get(one, about.name),
            placeholder="Kies waarover",
        )
    return about


def _changed() -> None:
    sort, _, id = st.session_state[_KEY].partition(":")
    choice.say(**{word: id if sort == of else "" for of, word in _WORDS.items()})


@lru_cache(maxsize=64)
def _labels(snapshot: Snapshot, number: int, area: str) -> dict[str, str]:  # noqa: ARG001 - the number is the key
    """What can be chosen, by its word; the place itself first."""
    place = scoped.of_place(snapshot, area)
    names = registered.table(snapshot, "area_process")["name"]
    found = {"": f"Heel {areas.label(snapshot, area)}"}
    own = {id: str(names[id]) for id in place.areas}
    found |= {f"{Sort.AREA_PROCESS}:{id}": f"{name} (gebied)" for id, name in _by_name(own)}
    return found | {
        f"{Sort.COMMUNITY}:{id}": f"{name} (community)" for id, name in _by_name(_communities(snapshot, place))
    }


def _by_name(found: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(found.items(), key=lambda one: alphabet.place(one[1]))


def _communities(snapshot: Snapshot, place: Scope) -> dict[str, str]:
    """The communities at work in a place: with an area process in it, or with one of its municipalities in their list."""
    if place.is_part:
        return {}
    communities, processes = registered.table(snapshot, "community"), registered.table(snapshot, "area_process")
    at_work = set(processes.loc[list(place.areas), "community"].dropna())
    inside = set(scope.with_former(place.municipalities, catalog.successors()))
    return {
        str(id): str(row["name"])
        for id, row in communities.iterrows()
        if id in at_work
        or inside.intersection(row["municipalities"] if isinstance(row["municipalities"], tuple) else ())
    }
