"""The reader's `Selection`: read from the address, kept when the page changes, and written back to the address."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from transition import catalog
from transition.domain import what_if
from transition.domain.areas import Level, tidy_code
from transition.domain.selection import Selection
from transition.metrics import rates
from transition.store import Snapshot

_KEY = "selection"
PLAYING = "playing"
"""In the session's state while the years pass by on the map: then the address stands still."""
_NAMES = {
    "area": "area",
    "indicator": "indicator",
    "breakdown": "deel",
    "period": "period",
    "level": "level",
    "per": "per",
    "classes": "klassen",
    "boundaries": "grenzen",
}
RECORD_WORDS = ("community", "gebied")
"""Words of the address that say which record of the register a page shows. They stay as long as the reader is on that page."""
LIST_WORDS = (
    "zoek",
    "thema",
    "fase",
    "stand",
    "trekker",
    "tegengehouden",
    "planning",
    "volgorde",
    "blad",
    "weergave",
    "onderdeel",
    "cohost",
    "lijst",
    "naast",
    "partij",
    "regios",
    "kaart",
    "telling",
    "cijfer",
    "tegen",
    "schaal",
    "tel",
    "kant",
    "ander",
    "jaar",
    "sinds",
    "groep",
    "gewicht",
    "aantal",
    "met",
)
"""Words of the address that say what a page lists of the register and how; they stay as long as the reader is on that page too."""
_OF_ONE_PLACE = ("gebied", "onderdeel", "blad")
"""Words that mean nothing any more once the reader chooses another area."""
CLASSES = {
    "quantile": "Even veel gebieden in elke klasse",
    "natural": "Groepen van gebieden die op elkaar lijken",
    "policy": "Vaste grenzen",
}
BOUNDARIES = {"toen": "Grenzen van toen", "nu": "Grenzen van nu"}


def selection(snapshot: Snapshot) -> Selection:
    """What the reader chose: the address wins over what was kept; what does not exist is left out, and said."""
    kept = st.session_state.get(_KEY)
    if kept is None or kept.area not in snapshot.areas:
        kept = Selection(area=snapshot.country)
    asked = st.query_params.to_dict()
    if st.session_state.get(PLAYING):
        asked.pop(_NAMES["period"], None)  # the years pass by without each becoming a page to go back to
    found, wrong = read(asked, kept, snapshot)
    if wrong:
        st.toast(f"Dit in het adres kennen wij niet: {', '.join(wrong)}. U ziet de gewone keuze.")
    remember(found)
    return found


def kept() -> Selection | None:
    """What the reader chose last, as it was kept."""
    found: Selection | None = st.session_state.get(_KEY)
    return found


def read(words: Mapping[str, str], kept: Selection, snapshot: Snapshot) -> tuple[Selection, list[str]]:
    """`kept`, changed by the words of an address; and the words that mean nothing, as they were written."""
    asked = {name: words[word] for name, word in _NAMES.items() if word in words}
    changes: dict[str, Any] = {}
    wrong = []
    area = tidy_code(asked.get("area", kept.area))
    known = {
        "area": area in snapshot.areas,
        "indicator": asked.get("indicator", kept.indicator) in catalog.indicators(),
        "level": asked.get("level", str(kept.level)) in {str(level) for level in Level},
        "period": asked.get("period", "").isdigit() or not asked.get("period"),
        "per": True,
        "classes": asked.get("classes", kept.classes) in CLASSES,
        "boundaries": asked.get("boundaries", kept.boundaries) in BOUNDARIES,
        "breakdown": True,
    }
    for name, value in asked.items():
        if known[name]:
            changes[name] = Level(value) if name == "level" else area if name == "area" else value
        else:
            wrong.append(f"{_NAMES[name]}={value[:20]}")
    found = replace(kept, **changes)
    entry = catalog.indicator(found.indicator)
    if found.breakdown not in ("", *entry.breakdowns):
        found = replace(found, breakdown="")
    if not found.breakdown and not any(snapshot.periods(level, entry.id) for level in entry.levels):
        # Some figures are published only in parts, without a total.
        parts = [p for p in entry.breakdowns if any(snapshot.periods(level, entry.id, p) for level in entry.levels)]
        found = replace(found, breakdown=parts[0] if parts else "")
    if found.per and (found.per not in entry.per or not rates.has_denominator(snapshot, found.level, found.per)):
        found = replace(found, per="")
    return found, wrong


def remember(found: Selection) -> None:
    """Keeps the choice for the next page and puts it in the address."""
    st.session_state[_KEY] = found
    stands = st.query_params.to_dict()
    kept = (*RECORD_WORDS, *LIST_WORDS, *what_if.WORDS.values())
    words = address_words(found) | {word: stands[word] for word in kept if word in stands}
    if not st.session_state.get(PLAYING) and stands != words:
        st.query_params.from_dict(words)


def record(word: str) -> str:
    """The id of the record the address asks for, as it was written there: it need not exist. '' when it asks for none."""
    return str(st.query_params.get(word, ""))


def show_record(word: str, id: str = "") -> None:
    """Turns the page to one record, or without an id back to all of them; for callbacks, before the page runs again."""
    if id:
        st.query_params[word] = id
    else:
        st.query_params.pop(word, None)


def say(**words: str) -> None:
    """Puts words of the page itself in the address, or with '' takes them out; for callbacks, before the page runs again."""
    for word, value in words.items():
        show_record(word, value)


def address_words(found: Selection) -> dict[str, str]:
    """A choice as the words of an address; what is as usual is left out."""
    usual = Selection(area="")
    return {
        word: str(getattr(found, name))
        for name, word in _NAMES.items()
        if getattr(found, name) != getattr(usual, name) or name in ("indicator", "level")
    }


def choose(**changes: Any) -> None:
    """Changes the choice; for the callbacks of widgets, before the page runs again."""
    if changes.get("area", st.session_state[_KEY].area) != st.session_state[_KEY].area:
        say(**dict.fromkeys(_OF_ONE_PLACE, ""))
    remember(replace(st.session_state[_KEY], **changes))


def choose_words(snapshot: Snapshot, words: Mapping[str, str], playing: bool = False) -> None:
    """Changes the choice by words of an address, as the map's own controls tell them; what means nothing changes nothing.

    playing: the years pass by, so the address stands still until they stop.
    """
    st.session_state[PLAYING] = playing
    remember(read(words, st.session_state[_KEY], snapshot)[0])


def stop_playing() -> None:
    """For pages on which no map plays."""
    st.session_state[PLAYING] = False


def show_choice(key: str, current: Any) -> None:
    """Makes a widget show `current`. Only when it shows something else: a widget that is set is sent anew with all its options."""
    if key not in st.session_state or st.session_state[key] != current:
        st.session_state[key] = current


def picker(kind: Any, label: str, field: str, options: list[Any], current: Any, **more: Any) -> None:
    """A widget (`st.selectbox`, `st.segmented_control` …) whose choice becomes `field` of the selection."""
    key = f"choice_{field}_{kind.__name__}"
    show_choice(key, current)

    def changed() -> None:
        if st.session_state[key] is not None:
            choose(**{field: st.session_state[key]})

    kind(label, options, key=key, on_change=changed, **more)
