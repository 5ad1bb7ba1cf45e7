"""Samenhang: two measures against each other, or eigenaarschap against speed, with how sure it is and what it does not show."""

from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape
from typing import Any

import streamlit as st

from transition.metrics.comparison.gate import Refusal
from transition.metrics.comparison.measures import Figures, Measure, of_areas, periods
from transition.metrics.comparison.peer_group import PeerGroup
from transition.metrics.comparison.two_measures import pair
from transition.store import Snapshot
from transition.ui import address_choice, comparison_data, comparison_shown, comparison_speed, mode, registered, show
from transition.ui.comparison_group import About
from transition.views import comparison_scatter, comparison_text, text
from transition.views.brought import plain
from transition.views.comparison_measures import entry
from transition.views.comparison_scatter import Axis, Drawn

AGAINST = "tegen"
"""Word of the address: the other measure; `_SPEED` for eigenaarschap and speed."""
_SPEED = "eigenaarschap-en-snelheid"
_FIRST = ("gas_use_m3_per_dwelling", "population_density_per_km2", "electricity_use_kwh_per_dwelling")
"""What a measure is laid against as usual: the first of these that is another one."""


@dataclass(frozen=True, eq=False)
class _Made:
    drawn: Drawn
    figure: Any
    source: str


def section(snapshot: Snapshot, about: About, group: PeerGroup) -> None:
    """The chosen pair."""
    other = address_choice.selectbox("Zet naast elkaar", AGAINST, _options(snapshot, about))
    if other == _SPEED:
        comparison_speed.section(snapshot, about)
        return
    second = comparison_data.measures(snapshot, about.level)[other]
    made = _made(snapshot, registered.number(snapshot), about, group, second, mode.is_dark())
    if not isinstance(made, _Made):
        st.info(plain(made))
        return
    drawn = made.drawn
    show.show(
        partial(_draw, made),
        heading=plain(comparison_scatter.heading(drawn)),
        what=plain(comparison_scatter.what(drawn)),
        reading=comparison_scatter.READING,
        source=plain(made.source),
        table=partial(comparison_scatter.table, drawn),
        name=f"samenhang-{about.measure.id}-{second.id}-{about.code}",
        decimals=max(drawn.one.decimals, drawn.other.decimals),
    )


def _draw(made: _Made) -> None:
    told = " ".join(escape(one) for one in comparison_scatter.told(made.drawn))
    st.html(f'<p>{told}</p><p class="cmp-hidden">{escape(comparison_scatter.alternative(made.drawn))}</p>')
    show.plotly(made.figure, key="comparison_scatter_picture")


@lru_cache(maxsize=128)
def _options(snapshot: Snapshot, about: About) -> dict[str, str]:
    """Eigenaarschap and speed last: it is about areas of the register, not about the group."""
    own = about.measure
    found = {
        id: one
        for id, one in comparison_data.measures(snapshot, about.level).items()
        if one != own and (one.of_register or one.indicator != own.indicator)
    }
    first = next((id for id in _FIRST if id in found), next(iter(found), ""))
    order = [id for id in (first, *(id for id in found if id != first)) if id]
    mine = entry(about.measure).short
    said = {id: f"{mine} en {entry(found[id]).short}" for id in order}
    return said | {_SPEED: "Eigenaarschap en snelheid van gebieden"}


@lru_cache(maxsize=64)
def _made(
    snapshot: Snapshot,
    number: int,  # noqa: ARG001 - of the register's last change: another change is another entry
    about: About,
    group: PeerGroup,
    second: Measure,
    dark: bool,
) -> _Made | str:
    """The picture, or in one sentence why there is none."""
    # What the register says is put together per area: of the group alone, not of the whole country.
    within = group if about.measure.of_register or second.of_register else None
    both = [_figures(snapshot, about, one, within) for one in (about.measure, second)]
    if gone := [measure for measure, found in zip((about.measure, second), both, strict=True) if found is None]:
        return f"Voor {text.PLURALS[about.level]} is er geen cijfer voor ‘{entry(gone[0]).short}’."
    one, other = (found for found in both if found is not None)
    made = pair(one, other)
    if isinstance(made, Refusal):
        return f"{comparison_text.refused(made)} Kies een ander cijfer of jaar."
    drawn = Drawn(
        pair=made,
        one=_axis(one),
        other=_axis(other),
        members=group.members,
        names=comparison_data.names(snapshot, about.level),
        many=text.PLURALS[about.level],
        within=comparison_text.group(group, about.place) if within else f"alle {text.PLURALS[about.level]}",
    )
    return _Made(drawn, comparison_scatter.picture(drawn, dark), comparison_shown.source(snapshot, [one, other]))


def _figures(snapshot: Snapshot, about: About, measure: Measure, within: PeerGroup | None) -> Figures | None:
    """Of the group, or of all areas of the level: in the page's year, else in the whole year nearest to it, the newest of two."""
    if measure.of_register:
        found = comparison_data.figures(snapshot, measure, within) if within else None
        return found if isinstance(found, Figures) else None
    years = sorted(
        periods(snapshot, about.level, measure),
        key=lambda year: (abs(int(year) - int(about.period or year)), -int(year)),
    )
    for year in years:
        everybody = comparison_data.everybody(snapshot, about.level, measure, year)
        if isinstance(everybody, Figures) and not everybody.about.until and everybody.about.known:
            return of_areas(everybody, within.members) if within else everybody
    return None


def _axis(found: Figures) -> Axis:
    known = entry(found.measure)
    return Axis(known.short, known.unit, known.decimals, found.period)
