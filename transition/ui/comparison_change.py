"""Verandering: how the area changed since a year the reader chooses, beside its group."""

from functools import lru_cache

import streamlit as st

from transition.metrics.comparison import change as changes
from transition.metrics.comparison.change import Change
from transition.metrics.comparison.gate import Comparable, Refusal
from transition.metrics.comparison.measures import Figures, Measure
from transition.metrics.comparison.peer_group import PeerGroup
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.store import Snapshot
from transition.ui import address_choice, comparison_data, comparison_shown
from transition.ui.comparison_group import About
from transition.views import comparison_change, comparison_text
from transition.views.brought import plain
from transition.views.comparison_change import Changed
from transition.views.comparison_measures import entry

_SINCE = "sinds"
_USUAL_YEARS = 5
"""So many years back the comparison begins as long as the reader chooses none."""


def section(snapshot: Snapshot, about: About, group: PeerGroup) -> None:
    """The lines, or in one sentence why there are none."""
    if about.measure.of_register:
        st.info(
            "Van het register laten we hier geen verandering zien: wat later is vastgelegd, kan eerder gebeurd zijn. "
            "Kies een cijfer uit de statistiek."
        )
        return
    years = _years(snapshot, about.measure, group, about.period)
    if not years:
        st.info(plain(f"Van vóór {about.period} zijn er geen cijfers. Kies een later jaar of een ander cijfer."))
        return
    since = address_choice.selectbox("Sinds", _SINCE, years)
    found = _changed(snapshot, about, group, since)
    if isinstance(found, Refusal):
        st.info(plain(f"{comparison_text.refused(found)} Kies een ander beginjaar."))
        return
    if isinstance(found, NoNumber):
        st.info(f"Er is geen gebied met een cijfer van {since} en van {about.period}. Kies een ander beginjaar.")
        return
    comparison_shown.shown(
        _picture(snapshot, about, group, since),
        heading=comparison_change.heading(found),
        what=comparison_change.what(found),
        reading=comparison_change.reading(found),
        source=comparison_shown.source(snapshot, [found.found.since, found.found.until]),
        table=lambda: comparison_change.table(found),
        name=f"verandering-{about.measure.id}-{since}-{about.code}",
        decimals=found.entry.decimals,
        indicator=about.measure.indicator,
    )


@lru_cache(maxsize=256)
def _years(snapshot: Snapshot, measure: Measure, group: PeerGroup, until: str) -> dict[str, str]:
    """The years before, with those that cannot be followed marked; the one nearest to five years back that can comes first."""
    after = comparison_data.figures(snapshot, measure, group, until)
    there = [one for one in comparison_data.periods(snapshot, group, measure) if one < until]
    if not isinstance(after, Figures) or not there:
        return {}
    alike = {one: _verdict(snapshot, measure, group, one, after) for one in there}
    able = [one for one, verdict in alike.items() if isinstance(verdict, Comparable)] or there
    usual = min(able, key=lambda one: (abs(int(until) - _USUAL_YEARS - int(one)), one))
    return {
        one: comparison_change.year(one, alike[one])
        for one in (usual, *(one for one in reversed(there) if one != usual))
    }


def _verdict(
    snapshot: Snapshot, measure: Measure, group: PeerGroup, since: str, after: Figures
) -> Comparable | Refusal | NoNumber:
    before = comparison_data.figures(snapshot, measure, group, since)
    return changes.may_follow(before, after) if isinstance(before, Figures) else before


@lru_cache(maxsize=64)
def _changed(snapshot: Snapshot, about: About, group: PeerGroup, since: str) -> Changed | Refusal | NoNumber:
    before, after = (comparison_data.figures(snapshot, about.measure, group, one) for one in (since, about.period))
    if not isinstance(before, Figures) or not isinstance(after, Figures):
        return no_number(Why.NO_FIGURE)
    known = entry(about.measure)
    found = changes.change(before, after, known.direction)
    if not isinstance(found, Change):
        return found
    return Changed(about.place, group, known, found, comparison_data.names(snapshot, group.level))


@lru_cache(maxsize=64)
def _picture(snapshot: Snapshot, about: About, group: PeerGroup, since: str) -> str:
    found = _changed(snapshot, about, group, since)
    return comparison_change.picture(found) if isinstance(found, Changed) else ""
