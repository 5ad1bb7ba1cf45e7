"""The reader's `Selection`: read from the address, kept when the page changes, and written back to the address."""

from dataclasses import replace
from typing import Any

import streamlit as st

from transition import catalog
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
}
CLASSES = {
    "quantile": "Even veel per klasse, alle jaren samen",
    "natural": "Natuurlijke groepen",
    "policy": "Vaste grenzen",
}


def selection(snapshot: Snapshot) -> Selection:
    """What the reader chose: the address wins over what was kept; what does not exist is left out, and said."""
    kept = st.session_state.get(_KEY)
    if kept is None or kept.area not in snapshot.areas:
        kept = Selection(area=snapshot.country)
    asked = {name: st.query_params[word] for name, word in _NAMES.items() if word in st.query_params}
    if st.session_state.get(PLAYING):
        asked.pop("period", None)  # the years pass by without each becoming a page to go back to
    found, wrong = _valid(asked, kept, snapshot)
    if wrong:
        st.toast(f"Dit in het adres kennen wij niet: {', '.join(wrong)}. U ziet de gewone keuze.")
    remember(found)
    return found


def _valid(asked: dict[str, str], kept: Selection, snapshot: Snapshot) -> tuple[Selection, list[str]]:
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
    defaults = Selection(area="")
    words = {
        word: str(getattr(found, name))
        for name, word in _NAMES.items()
        if getattr(found, name) != getattr(defaults, name) or name in ("indicator", "level")
    }
    if not st.session_state.get(PLAYING) and dict(st.query_params.to_dict()) != words:
        st.query_params.from_dict(words)


def choose(**changes: Any) -> None:
    """Changes the choice; for the callbacks of widgets, before the page runs again."""
    remember(replace(st.session_state[_KEY], **changes))


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
