"""The parties: find one, see which are probably recorded twice, add one, change one."""

import pandas as pd
import streamlit as st

from transition.domain.register.choices import PARTY_TYPES
from transition.metrics.area_search import folded
from transition.store import Snapshot
from transition.ui import community_data, community_forms, register_source, registered, show
from transition.views import community_tables, text, wrapped_table
from transition.views.brought import plain

PLACE = "parties"
_MOST_PAIRS = 10
_AT_ONCE = 50


def section(snapshot: Snapshot) -> None:
    """The list with its search, the warnings, and the form."""
    everything = registered.table(snapshot, "party")
    if everything.empty:
        st.info(
            "Er is nog geen partij vastgelegd. Begin met de gemeente en de organisatie die een community mee leidt."
        )
        community_forms.section(snapshot, PLACE, "party", {})
        return
    _twice(snapshot, everything)
    found = _found(snapshot, everything)
    names = community_data.names(snapshot)
    if found.empty:
        st.info("Geen enkele partij past bij uw keuze. Haal een woord weg, of kies een andere soort.")
    else:
        _listed(snapshot, found, names)
    community_forms.section(snapshot, PLACE, "party", community_data.described(snapshot))


def _found(snapshot: Snapshot, everything: pd.DataFrame) -> pd.DataFrame:
    left, right = st.columns([2, 1])
    words = folded(left.text_input("Zoek een partij", key="party_words", placeholder="Een deel van de naam")).split()
    of_type = dict(zip(everything.index.tolist(), everything["type"].tolist(), strict=True))
    used = set(of_type.values())
    types = {"": "Alle soorten", **{type: label for type, label in PARTY_TYPES.items() if type in used}}
    type = right.selectbox("Soort", list(types), format_func=lambda one: types.get(one, one), key="party_type")
    return everything.loc[
        [
            id
            for id, called in community_data.described(snapshot).items()
            if type in ("", of_type[id]) and (not words or all(word in folded(called) for word in words))
        ]
    ]


def _listed(snapshot: Snapshot, found: pd.DataFrame, names: dict[str, str]) -> None:
    shown = community_tables.parties(found.head(_AT_ONCE), names)
    st.html(wrapped_table.html(shown, "Partijen", wide=True))
    if len(found) > _AT_ONCE:
        st.caption(
            f"U ziet de eerste {_AT_ONCE} van {text.number(len(found))}. Zoek op naam, of download de hele lijst."
        )
    register_source.caption(snapshot, ("party",))
    show.download(
        lambda: community_tables.parties(found, names), "partijen", register_source.line(snapshot, ("party",))
    )


def _twice(snapshot: Snapshot, everything: pd.DataFrame) -> None:
    pairs = community_data.look_alikes(snapshot)
    if not pairs:
        return
    lines = "".join(
        f"\n- {plain(everything.at[one, 'name'])} en {plain(everything.at[other, 'name'])}"
        for one, other in pairs[:_MOST_PAIRS]
    )
    more = f"\n\nEn nog {text.number(len(pairs) - _MOST_PAIRS)}." if len(pairs) > _MOST_PAIRS else ""
    st.warning(
        "Deze partijen lijken op elkaar. Is het dezelfde? Haal er dan één weg, en kies overal de andere.\n"
        + lines
        + more
    )
