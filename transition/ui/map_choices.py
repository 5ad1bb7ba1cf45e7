"""What the map shows: the figure, which part of it and per how many; and how it shows it."""

import streamlit as st

from transition import catalog
from transition.domain.areas import Level
from transition.domain.selection import Selection
from transition.metrics import rates
from transition.store import Snapshot
from transition.ui import choice
from transition.views import text

_PER = {
    "": "Totaal",
    "population_count": "Per 1.000 inwoners",
    "households_count": "Per huishouden",
    "dwellings_count": "Per woning",
}


def map_choices(snapshot: Snapshot, selection: Selection) -> None:
    """A row of choices that wraps on a phone; a choice that has only one possibility is left out."""
    known = catalog.indicators()
    entry = known[selection.indicator]

    def named(id: str) -> str:
        there = selection.level in known[id].levels and any(
            snapshot.periods(selection.level, id, part) for part in ("", *known[id].breakdowns)
        )
        return known[id].short + ("" if there else f" (niet per {text.PER_LEVEL[selection.level]})")

    with st.container(horizontal=True, gap="medium", key="map_choices"):
        choice.picker(
            st.selectbox, "Cijfer", "indicator", list(known), selection.indicator, format_func=named, width=340
        )
        parts = [part for part in ("", *entry.breakdowns) if snapshot.periods(selection.level, entry.id, part)]
        if len(parts) > 1:
            labels = {"": "Alles samen", **entry.breakdowns}
            choice.picker(
                st.selectbox,
                "Deel",
                "breakdown",
                parts,
                selection.breakdown if selection.breakdown in parts else parts[0],
                format_func=labels.get,
                width=230,
            )
        ways = ["", *(per for per in entry.per if rates.has_denominator(snapshot, selection.level, per))]
        if len(ways) > 1:
            choice.picker(
                st.segmented_control,
                "Weergave",
                "per",
                ways,
                selection.per if selection.per in ways else "",
                format_func=_PER.get,
            )


def map_settings(selection: Selection) -> None:
    """How the classes are made, and whether a base map lies under them."""
    entry = catalog.indicator(selection.indicator)
    methods = [method for method in choice.CLASSES if method != "policy" or (entry.policy_bounds and not selection.per)]
    current = selection.classes if selection.classes in methods else methods[0]
    choice.picker(st.selectbox, "Klassen", "classes", methods, current, format_func=choice.CLASSES.get, width=300)
    # Streamlit forgets a widget that is not drawn; the choice must outlive the closing of this part.
    st.session_state["base_map_toggle"] = with_base_map()
    st.toggle(
        "Grijze ondergrond van het Kadaster (vraagt internet)",
        key="base_map_toggle",
        on_change=lambda: st.session_state.update(base_map=st.session_state["base_map_toggle"]),
    )


def with_base_map() -> bool:
    """Whether the reader asked for the base map."""
    return bool(st.session_state.get("base_map", False))


def nothing_here(snapshot: Snapshot, selection: Selection) -> None:
    """Says where the figure does exist, with a button to each level, and which figures of the same kind this level has."""
    entry = catalog.indicator(selection.indicator)
    levels = [level for level in entry.levels if snapshot.periods(level, entry.id, selection.breakdown)]
    on_the_map = [level for level in levels if level is not Level.LAND]
    here = text.PER_LEVEL[selection.level]
    st.info(f"{entry.short} is er niet per {here}. {_where(levels, on_the_map)}")
    with st.container(horizontal=True, gap="small", key="elsewhere"):
        for level in on_the_map:
            st.button(
                f"Toon per {text.PER_LEVEL[level]}",
                key=f"level_{level}",
                on_click=choice.choose,
                kwargs={"level": level},
            )
        for other in catalog.indicators().values():
            if (
                other.theme == entry.theme
                and selection.level in other.levels
                and snapshot.periods(selection.level, other.id)
            ):
                st.button(
                    f"Toon {other.short}",
                    key=f"other_{other.id}",
                    on_click=choice.choose,
                    kwargs={"indicator": other.id, "breakdown": ""},
                )


def _where(levels: list[Level], on_the_map: list[Level]) -> str:
    if on_the_map:
        return f"Wel per {', '.join(text.PER_LEVEL[level] for level in on_the_map)}."
    if levels:
        return "Het cijfer bestaat alleen voor het hele land: kijk op de pagina Overzicht."
    return "Er zijn nog geen cijfers van geladen."
