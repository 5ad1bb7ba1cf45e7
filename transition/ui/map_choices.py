"""How the map shows a figure, and what a reader can do where there is none to show."""

import streamlit as st

from transition import catalog
from transition.domain.areas import Level
from transition.domain.selection import Selection
from transition.store import Snapshot
from transition.ui import choice
from transition.ui.boundaries_choice import boundaries_choice
from transition.views import text
from transition.views.map_controls import figure_choice


def map_settings(snapshot: Snapshot, selection: Selection) -> None:
    """On which boundaries, how the classes are made, and whether a base map lies under them."""
    if len(_vintages(snapshot, selection)) > 1:
        boundaries_choice(snapshot, selection, selection.level)
    _class_choice(selection)
    # Streamlit forgets a widget that is not drawn; the choice must outlive the closing of this part.
    st.session_state["base_map_toggle"] = with_base_map()
    st.toggle(
        "Grijze ondergrond van het Kadaster (hiervoor is internet nodig)",
        key="base_map_toggle",
        on_change=lambda: st.session_state.update(base_map=st.session_state["base_map_toggle"]),
    )


def _class_choice(selection: Selection) -> None:
    entry = catalog.indicator(selection.indicator)
    if entry.is_scale:
        st.caption("De klassen van dit cijfer zijn de stappen van de schaal.")
        return
    has_bounds = bool(entry.policy_bounds) and not selection.per
    methods = [method for method in choice.CLASSES if method != "policy" or has_bounds]
    current = selection.classes if selection.classes in methods else methods[0]
    choice.picker(st.selectbox, "Klassen", "classes", methods, current, format_func=choice.CLASSES.get, width=340)


def _vintages(snapshot: Snapshot, selection: Selection) -> set[int]:
    """The years of the boundaries the figure stands on at this level."""
    columns = [
        snapshot.column(selection.level, selection.indicator, selection.breakdown, period)
        for period in snapshot.periods(selection.level, selection.indicator, selection.breakdown)
    ]
    return {column.vintage for column in columns if column}


def with_base_map() -> bool:
    """Whether the reader asked for the base map."""
    return bool(st.session_state.get("base_map", False))


def nothing_here(snapshot: Snapshot, selection: Selection) -> None:
    """Says where the figure does exist, with a button to each level, and which other figures there are."""
    figures = figure_choice(snapshot, selection)
    choice.picker(
        st.selectbox, figures.label, figures.field, [id for id, _ in figures.options], figures.value,
        format_func=dict(figures.options).get, width=340,
    )  # fmt: skip
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
        return f"Wel per {text.enumeration([text.PER_LEVEL[level] for level in on_the_map])}."
    if levels:
        return "Het cijfer bestaat alleen voor het hele land: kijk op de pagina Overzicht."
    return "Er zijn nog geen cijfers van geladen."
