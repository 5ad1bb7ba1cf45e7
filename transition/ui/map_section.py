"""The map on a page: the map itself with its controls, small or large, and the same as a table."""

from dataclasses import replace
from functools import partial

import streamlit as st

from transition import catalog
from transition.domain.indicators import AddsUp
from transition.domain.selection import Selection
from transition.metrics import rates
from transition.metrics.figures import name_of
from transition.metrics.headlines import Headline
from transition.store import Snapshot
from transition.ui import choice, map_content, show, trace
from transition.ui.map_component import show_map
from transition.ui.map_content import Shown
from transition.ui.mode import is_dark
from transition.views import areas, map_picture, text


def draw(
    snapshot: Snapshot, selection: Selection, content: Shown, *, key: str, height: int, base_map: bool = False
) -> None:
    """The map with controls of its own; a click on an area goes down."""
    made = map_content.picture(snapshot, replace(selection, period=content.period), is_dark(), base_map)
    show_map(
        made,
        key=key,
        height=height,
        on_click=partial(go_down, snapshot, selection),
        on_choice=partial(choice.choose_words, snapshot),
    )


def small(snapshot: Snapshot, selection: Selection, headline: Headline) -> None:
    """A small map around the chosen area: of the figure that was chosen where it exists there, else of the headline."""
    area = snapshot.areas[selection.area]
    level = selection.level if map_picture.is_below(selection.level, area.level) else area.level
    chosen = replace(selection, level=level, per="")
    if not snapshot.series(area.code, chosen.indicator, chosen.breakdown) or area.valid_to is not None:
        chosen = replace(chosen, indicator=headline.indicator.id, breakdown="", period=headline.period)
    content = map_content.shown(snapshot, chosen)
    st.subheader("Op de kaart")
    if content is None:
        st.info("Van dit cijfer is er op dit niveau geen kaart. Kies op de pagina Kaart een ander cijfer of niveau.")
        return
    indicator = catalog.indicator(chosen.indicator)
    st.caption(
        f"{map_picture.title_of(indicator, chosen.breakdown)}, {indicator.unit}, per {text.PER_LEVEL[level]}, {content.period}"
    )
    made = map_content.picture(snapshot, replace(chosen, period=content.period), is_dark(), False)
    show_map(
        replace(made, address=""), key="small_map", height=340, on_click=lambda code: choice.choose(area=code)
    )  # without controls
    if content.note:
        st.caption(content.note)
    st.caption(content.source)


def reading(snapshot: Snapshot, selection: Selection) -> str:
    """How to read the map, in sentences."""
    indicator = catalog.indicator(selection.indicator)
    shade = "lichter" if is_dark() else "donkerder"
    sentences = [f"Hoe {shade} een gebied, hoe hoger het cijfer. Dezelfde kleur betekent in elk jaar hetzelfde."]
    comparable = any(rates.has_denominator(snapshot, selection.level, per) for per in indicator.per)
    if indicator.adds_up is AddsUp.SUM and not selection.per and comparable:
        sentences.append(
            "Een groot gebied heeft vanzelf een hoog totaal. Kies bij Weergave iets anders om te vergelijken."
        )
    sentences.append("Klik op een gebied om het te kiezen.")
    return " ".join(sentences)


def go_down(snapshot: Snapshot, selection: Selection, clicked: str) -> None:
    """A click leads to the areas inside the one that was clicked, where the figure exists there; else it is only chosen."""
    below = areas.LEVEL_BELOW.get(snapshot.areas[clicked].level)
    if below and snapshot.periods(below, selection.indicator, selection.breakdown):
        choice.choose(area=clicked, level=below)
    else:
        choice.choose(area=clicked)


def draw_table(snapshot: Snapshot, selection: Selection, content: Shown) -> None:
    """The map's figures as a table that sorts."""
    within = map_picture.scope(snapshot, selection).within
    kind = (
        selection.level,
        selection.indicator,
        selection.breakdown,
        selection.per,
        content.period,
        selection.boundaries,
    )
    _drawn_table((snapshot.id, *kind, within), snapshot, selection, content)


def draw_origin(snapshot: Snapshot, selection: Selection, content: Shown) -> None:
    """Where the figure of one area on the map comes from; the reader picks which."""
    codes = map_content.table(snapshot, selection, content)["Code"].tolist()
    if not codes:
        st.info("Op deze kaart staan geen cijfers.")
        return
    own = map_picture.scope(snapshot, selection).outlined
    code = st.selectbox(
        "Het cijfer van welk gebied?",
        codes,
        index=codes.index(own) if own in codes else 0,
        format_func=lambda found: name_of(snapshot, found),
        key="origin_of",
    )
    trace.content(
        snapshot, code, selection.indicator, content.period,
        breakdown=selection.breakdown, per=selection.per, vintage=content.asked_vintage,
    )  # fmt: skip


@st.cache_data(max_entries=32, show_spinner=False)
def _drawn_table(key: tuple[str, ...], _snapshot: Snapshot, _selection: Selection, _content: Shown) -> None:  # noqa: ARG001
    """Streamlit repeats what was drawn for the same key: writing out Dutch numbers takes it 0.07 ms a row."""
    decimals = map_picture.decimals_of(catalog.indicator(_selection.indicator), _selection.per)
    show.sortable(map_content.table(_snapshot, _selection, _content), decimals)
