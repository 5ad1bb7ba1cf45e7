"""One area process: where it stands in one sentence, what is decided next, and one part of what is known of it."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from transition.store import Snapshot
from transition.ui import area_data, area_editing, area_history, area_map, area_parts, area_pictures, choice
from transition.ui.area_links import WORD
from transition.views import area_words
from transition.views.brought import plain

Part = Callable[[], None]
_PART = "onderdeel"


def section(snapshot: Snapshot, id: str) -> None:
    """The page of one area process; an id that is not there has a way back."""
    st.button("‹ Alle gebieden", type="tertiary", key="areas_back", on_click=back)
    row = area_data.row(snapshot, id)
    if row is None:
        st.warning(f"Het gebied '{plain(id[:60])}' is er niet (meer). Kies er een uit de lijst.")
        return
    _top(snapshot, id, row)
    area_editing.facts(snapshot, id)
    parts: dict[str, tuple[str, Part]] = {
        "": ("Stappen", partial(area_parts.steps, snapshot, id, row)),
        "rollen": ("Wie doet wat", partial(area_parts.roles, snapshot, id, row)),
        "geld": ("Geld", partial(area_parts.money, snapshot, id, row)),
        "eigenaarschap": ("Eigenaarschap", partial(area_parts.ownership, snapshot, id, row)),
        "besluiten": ("Besluiten", partial(area_parts.decisions, snapshot, id, row)),
        "projecten": ("Projecten", partial(area_parts.projects, snapshot, id, row)),
        "plek": ("Plek", partial(area_map.place, snapshot, id, row)),
        "geschiedenis": ("Geschiedenis", partial(area_history.section, snapshot, id, row)),
        "bewijs": ("Bewijs", partial(area_parts.evidence, snapshot, id, row)),
    }
    chosen = _chosen({word: label for word, (label, _) in parts.items()})
    parts[chosen][1]()
    area_editing.part(snapshot, id, row, chosen)


def back() -> None:
    """To the list; for callbacks."""
    choice.say(**{WORD: "", _PART: ""})


def _top(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    st.header(plain(str(row["name"])))
    if not area_data.is_public(row):
        st.warning(f"{area_words.HIDDEN[str(row['visibility'])]} Het komt in geen openbaar bestand.")
    st.html(area_pictures.top(snapshot, area_data.state(snapshot), id))


def _chosen(labels: dict[str, str]) -> str:
    key = "area_part"
    asked = st.query_params.get(_PART, "")
    choice.show_choice(key, asked if asked in labels else "")
    st.segmented_control(
        "Onderdeel", list(labels), format_func=labels.get, required=True, key=key, label_visibility="collapsed",
        on_change=lambda: choice.say(**{_PART: st.session_state[key]}),
    )  # fmt: skip
    return str(st.session_state[key] or "")
