"""Kleine gebieden: rates of small areas within the limits of chance."""

from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape
from typing import Any

import numpy as np
import streamlit as st

from transition.domain.areas import Level
from transition.metrics.comparison import small_area_rates
from transition.metrics.comparison.funnel import FEWEST, Funnel, funnel
from transition.metrics.comparison.gate import LEAST_COVERED, Reason, Refusal
from transition.metrics.comparison.peer_group import PeerGroup, Sort
from transition.metrics.comparison.small_area_rates import Counted, SmallRate
from transition.metrics.no_number import NoNumber, Why
from transition.store import Snapshot
from transition.ui import address_choice, cached, comparison_data, mode, show
from transition.ui.comparison_group import About
from transition.views import comparison_funnel, comparison_text, gap_text, text
from transition.views.brought import plain
from transition.views.comparison_funnel import Drawn

AREAS, RATE = "schaal", "tel"
"""Words of the address: of which areas, and what is counted."""
_GROUP, _ALL = "groep", "alle"


@dataclass(frozen=True, eq=False)
class _Made:
    drawn: Drawn
    figure: Any


def section(snapshot: Snapshot, about: About, group: PeerGroup) -> None:
    """The funnel with its words; or why there is none."""
    options = _options(snapshot, about, group)
    with st.container(horizontal=True, gap="small", key="comparison_funnel"):
        which = address_choice.selectbox("Welke gebieden", AREAS, options)
        level = Level(which) if which in (Level.WIJK, Level.BUURT) else about.level
        rates = {one.count: one for one in small_area_rates.possible(snapshot, level)}
        labels = {count: comparison_funnel.RATES[count][0] for count in rates}
        rate = rates[address_choice.selectbox("Wat is geteld", RATE, labels)] if rates else None
    if rate is None:
        st.info("Voor deze gebieden is er geen telling waarbij toeval een rol speelt.")
        return
    made = _made(snapshot, about, group, which, rate, mode.is_dark())
    if not isinstance(made, _Made):
        because = comparison_text.refused(made) if isinstance(made, Refusal) else f"{options[which]}: {_because(made)}"
        st.info(plain(f"{because} Kies andere gebieden of een ander cijfer."))
        return
    drawn = made.drawn
    show.show(
        partial(_draw, made),
        heading=plain(comparison_funnel.heading(drawn)),
        what=plain(comparison_funnel.what(drawn)),
        reading=comparison_funnel.READING,
        source=plain(_source(snapshot, drawn.counted)),
        table=partial(comparison_funnel.table, drawn),
        name=f"kleine-gebieden-{which}-{rate.count}-{about.code}",
        decimals=1,
        indicator=rate.count,
    )


def _draw(made: _Made) -> None:
    told = " ".join(escape(one) for one in comparison_funnel.told(made.drawn))
    hidden = f'<p class="cmp-hidden">{escape(comparison_funnel.alternative(made.drawn))}</p>'
    st.html(f"<p>{told}</p>{hidden}")
    show.plotly(made.figure, key="comparison_funnel_picture")


@lru_cache(maxsize=64)
def _made(
    snapshot: Snapshot, about: About, group: PeerGroup, which: str, rate: SmallRate, dark: bool
) -> _Made | NoNumber | Refusal:
    level, codes = _areas(snapshot, about, group, which)
    counted = small_area_rates.counted(snapshot, level, rate, codes)
    if isinstance(counted, NoNumber):
        return counted
    known = int((~np.isnan(counted.counts)).sum())
    if FEWEST <= known < LEAST_COVERED * len(codes):
        return Refusal(Reason.LITTLE_COVERAGE, {"known": float(known), "of": float(len(codes))})
    found = funnel(codes, counted.counts, counted.sizes, rate.kind)
    if not isinstance(found, Funnel):
        return found
    own = about.code if level is about.level else ""
    names = {code: snapshot.areas[code].name for code in codes}
    drawn = Drawn(found, counted, names, own, _many(snapshot, about, group, which))
    return _Made(drawn, comparison_funnel.picture(drawn, dark))


@lru_cache(maxsize=128)
def _options(snapshot: Snapshot, about: About, group: PeerGroup) -> dict[str, str]:
    """Which areas can be chosen; the smallest there are is as usual."""
    parts = {code[:2] for code in snapshot.parts.get(about.code, ())} if about.level is Level.GEMEENTE else set()
    small = [level for level, prefix in ((Level.BUURT, "BU"), (Level.WIJK, "WK")) if prefix in parts]
    words = [*(str(level) for level in small), _GROUP]
    if group.sort is not Sort.EACH_OTHER and about.level is Level.GEMEENTE:
        words.append(_ALL)
    said = {word: _many(snapshot, about, group, word) for word in words}
    return {word: f"{one[:1].upper()}{one[1:]}" for word, one in said.items()}


def _many(snapshot: Snapshot, about: About, group: PeerGroup, which: str) -> str:
    if which in (Level.WIJK, Level.BUURT):
        return f"{text.PLURALS[which]} van {snapshot.areas[about.code].name}"
    return f"{text.PLURALS[about.level]} in het land" if which == _ALL else comparison_text.group(group, about.place)


def _areas(snapshot: Snapshot, about: About, group: PeerGroup, which: str) -> tuple[Level, tuple[str, ...]]:
    if which in (Level.WIJK, Level.BUURT):
        level = Level(which)
        there = snapshot.parts.get(about.code, ())
        return level, tuple(code for code in there if snapshot.areas[code].level is level)
    return about.level, tuple(comparison_data.names(snapshot, about.level)) if which == _ALL else group.members


def _because(gap: NoNumber) -> str:
    if gap.why is Why.TOO_FEW_CASES:
        return f"{gap.facts['found']} met een cijfer. Er zijn er minstens {gap.facts['needed']} nodig om een midden te zien."
    if gap.why is Why.NO_FIGURE:
        return "er is geen cijfer, of geen enkel gebied heeft het, of allemaal."
    return gap_text.sentence(gap)


def _source(snapshot: Snapshot, counted: Counted) -> str:
    stale = cached.stale(snapshot)
    lines = [
        text.source_line(snapshot.sources[id], counted.period, set(counted.statuses), snapshot.is_example, id in stale)
        for id in sorted(counted.sources)
    ]
    return ". ".join(lines) + "."
