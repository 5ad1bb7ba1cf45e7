"""The lessons of all communities: found by words and theme, each with the area it came from and the community that learned it."""

from functools import lru_cache, partial

import pandas as pd
import streamlit as st

from transition.domain.register.choices import THEMES
from transition.domain.selection import Selection
from transition.metrics import communities
from transition.store import Snapshot
from transition.ui import (
    address_choice,
    area_links,
    choice,
    community_data,
    community_page,
    register_source,
    registered,
    show,
)
from transition.views import community_tables, lesson_list, text

WORDS = "zoek"
"""In the address: what is searched for."""
_THEME = "thema"
_KINDS = ("lesson", "area_process", "community")
_KEY = "lessons_words"
_SHOWN = "lessons_shown"
_AT_ONCE = 20
_LONGEST = 100


def section(snapshot: Snapshot, selection: Selection) -> None:
    """The search, how many lessons fit, and the lessons."""
    everything = community_data.all_lessons(snapshot)
    if everything.empty:
        st.info("Er is nog geen les vastgelegd. Een les legt u vast bij een community, onder 'Lessen'.")
        return
    words, theme = _asked(snapshot)
    found = _found(snapshot, registered.number(snapshot), words, theme)
    st.header(_sentence(everything, found, bool(words or theme)))
    if found.empty:
        st.info("Geen enkele les past bij uw keuze. Haal een woord weg, of kies een ander thema.")
        return
    shown = st.session_state.get(_SHOWN, _AT_ONCE)
    st.html(_listed(snapshot, registered.number(snapshot), selection, words, theme, shown))
    area_links.listen("community")
    if len(found) > shown:
        st.button(f"Toon er nog {min(_AT_ONCE, len(found) - shown)}", key="lessons_more", on_click=_more, args=(shown,))
    register_source.caption(snapshot, _KINDS)

    def table() -> pd.DataFrame:
        return community_tables.lessons(_search(snapshot, words, theme, public_only=True))

    show.download(table, "lessen", register_source.line(snapshot, _KINDS))


def _asked(snapshot: Snapshot) -> tuple[str, str]:
    left, right = st.columns([2, 1])
    with left:
        words = choice.record(WORDS)[:_LONGEST]
        choice.show_choice(_KEY, words)
        st.text_input(
            "Zoek in de lessen van alle communities",
            key=_KEY,
            placeholder="Een woord, of de naam van een gebied",
            max_chars=_LONGEST,
            on_change=lambda: choice.say(**{WORDS: st.session_state[_KEY].strip()}),
        )
    with right:
        theme = address_choice.selectbox("Thema", _THEME, _themes(snapshot, registered.number(snapshot)))
    return words, theme


@lru_cache(maxsize=4)
def _themes(snapshot: Snapshot, number: int) -> dict[str, str]:  # noqa: ARG001 - in all of these the number is a key
    used = set(registered.table(snapshot, "community")["theme"])
    return {"": "Alle thema's", **{theme: label for theme, label in THEMES.items() if theme in used}}


@lru_cache(maxsize=64)
def _found(snapshot: Snapshot, number: int, words: str, theme: str) -> pd.DataFrame:  # noqa: ARG001
    return _search(snapshot, words, theme)


def _search(snapshot: Snapshot, words: str, theme: str, public_only: bool = False) -> pd.DataFrame:
    found = communities.with_words(community_data.all_lessons(snapshot, public_only), words)
    if not theme:
        return found
    themes = registered.table(snapshot, "community", public_only)["theme"]
    return found[found["community"].map(themes).eq(theme)]


@lru_cache(maxsize=64)
def _listed(snapshot: Snapshot, number: int, selection: Selection, words: str, theme: str, shown: int) -> str:
    found = _found(snapshot, number, words, theme).head(shown)
    of_community = partial(area_links.address, selection, word=community_page.WORD)
    return lesson_list.html(found, community_page.area_address(selection), of_community)


def _sentence(everything: pd.DataFrame, found: pd.DataFrame, filtered: bool) -> str:
    """'12 van de 33 lessen passen bij uw keuze. Zij komen van 4 communities en uit 11 gebieden.'"""
    if filtered and found.empty:
        return f"Geen van de {text.number(len(everything))} lessen past bij uw keuze."
    if filtered:
        fits = "past" if len(found) == 1 else "passen"
        said = f"{text.number(len(found))} van de {text.number(len(everything))} lessen {fits} bij uw keuze."
    else:
        said = f"Er {'is' if len(found) == 1 else 'zijn'} {community_tables.counted(len(found), 'les', 'lessen')} vastgelegd."
    of = community_tables.counted(found["community"].nunique(), "community", "communities")
    areas = found["area"].nunique()
    where = f" en uit {community_tables.counted(areas, 'gebied', 'gebieden')}" if areas else ""
    return f"{said} {'Die komt' if len(found) == 1 else 'Zij komen'} van {of}{where}."


def _more(shown: int) -> None:
    st.session_state[_SHOWN] = shown + _AT_ONCE
