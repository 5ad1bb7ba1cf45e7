"""Eigenaarschap against speed of the area processes in the register, those of the chosen area by name."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from transition.domain.register.choices import SIDES, THEMES
from transition.metrics.comparison import ownership_speed
from transition.metrics.comparison.ownership_speed import OwnershipAndSpeed
from transition.store import Snapshot
from transition.ui import address_choice, area_names, mode, register_source, registered, scoped, show
from transition.ui.area_data import today
from transition.ui.comparison_group import About
from transition.views import comparison_findings, comparison_speed, text
from transition.views.brought import plain
from transition.views.comparison_speed import Drawn

SIDE = "kant"
"""Word of the address: who judged the eigenaarschap."""


@dataclass(frozen=True, eq=False)
class _Made:
    drawn: Drawn
    figure: Any


def section(snapshot: Snapshot, about: About) -> None:
    """The picture with its words; with an empty register what is needed."""
    if registered.table(snapshot, "area_process").empty:
        st.subheader("Er is nog geen gebied vastgelegd")
        st.info(comparison_speed.NEEDED)
        return
    side = address_choice.segments("Volgens wie", SIDE, SIDES)
    made = _made(snapshot, registered.number(snapshot), today(), about, side, mode.is_dark())
    example = f"{text.EXAMPLE}. " if snapshot.is_example else ""
    show.show(
        partial(_draw, made),
        heading=comparison_speed.heading(made.drawn),
        what=f"Alle gebieden in het register, volgens de {SIDES[side].lower()}",
        reading=comparison_speed.READING,
        source=plain(f"{example}{register_source.line(snapshot, ownership_speed.NEEDED)}."),
        table=partial(_table, snapshot, side),
        name=f"eigenaarschap-en-snelheid-{side}",
        decimals=1,
    )


def _draw(made: _Made) -> None:
    told = " ".join(escape(one) for one in comparison_findings.ownership_and_speed(made.drawn.found))
    needed = "" if made.figure else f" {comparison_speed.NEEDED}"
    st.html(f'<p>{told}{needed}</p><p class="cmp-hidden">{escape(comparison_speed.alternative(made.drawn))}</p>')
    if made.figure:
        show.plotly(made.figure, key="comparison_speed_picture")


# The number, of the register's last change, is a key: another change is another entry.


@lru_cache(maxsize=32)
def _made(snapshot: Snapshot, number: int, day: date, about: About, side: str, dark: bool) -> _Made:
    chosen = scoped.of_place(snapshot, about.code).areas
    drawn = Drawn(_found(snapshot, number, day, side), chosen, area_names.names(snapshot).areas, THEMES)
    has_any = not comparison_speed.pairs(drawn).empty
    return _Made(drawn, comparison_speed.picture(drawn, dark) if has_any else None)


@lru_cache(maxsize=8)
def _found(snapshot: Snapshot, number: int, day: date, side: str) -> OwnershipAndSpeed:  # noqa: ARG001
    tables = {kind: registered.table(snapshot, kind) for kind in ownership_speed.NEEDED}
    return ownership_speed.ownership_and_speed(tables, side, day)


def _table(snapshot: Snapshot, side: str) -> pd.DataFrame:
    """Of what may leave in a file."""
    tables = {kind: registered.table(snapshot, kind, public_only=True) for kind in ownership_speed.NEEDED}
    found = ownership_speed.ownership_and_speed(tables, side, today())
    return comparison_speed.table(Drawn(found, (), area_names.names(snapshot).areas, THEMES))
