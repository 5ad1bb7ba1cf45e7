"""Wie doet het beter: who in the group has a better figure, and what one of these has recorded beside the area itself."""

from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from transition import catalog
from transition.metrics.comparison import better as who
from transition.metrics.comparison.better import Better, Doing, Found, Recorded
from transition.metrics.comparison.gate import Comparable, Refusal
from transition.metrics.comparison.measures import Figures
from transition.metrics.comparison.peer_group import PeerGroup
from transition.store import Snapshot
from transition.ui import address_choice, comparison_data, comparison_shown, register_source, registered, scoped
from transition.ui.area_data import today
from transition.ui.comparison_group import About
from transition.ui.steering_shown import public_areas
from transition.views import comparison_better, comparison_findings, comparison_text, text
from transition.views.brought import plain
from transition.views.comparison_measures import entry

WHO = "ander"
"""Word of the address: which of those who do better."""


def section(snapshot: Snapshot, about: About, group: PeerGroup) -> None:
    """Who does better, and of one of them what is recorded."""
    found = comparison_data.figures(snapshot, about.measure, group, about.period)
    verdict = comparison_data.verdict(snapshot, about.measure, group, about.period)
    if isinstance(verdict, Refusal):
        st.info(plain(comparison_text.refused(verdict)))
        return
    better = _better(found, group, about) if isinstance(found, Figures) else Better(Found.NO_FIGURE)
    st.subheader(
        plain(comparison_findings.better(better, entry(about.measure), comparison_text.group(group, about.place)))
    )
    if better.found is Found.SOME and isinstance(found, Figures) and isinstance(verdict, Comparable):
        _others(snapshot, about, found, better)


def _better(found: Figures, group: PeerGroup, about: About) -> Better:
    values = dict(zip((str(code) for code in found.table.index), found.values.tolist(), strict=True))
    return who.better(group, values, entry(about.measure).direction)


def _others(snapshot: Snapshot, about: About, found: Figures, better: Better) -> None:
    known, names = entry(about.measure), comparison_data.names(snapshot, about.level)
    options = {
        code: f"{names[code]}: {text.number(float(found.table.at[code, 'value']), known.decimals)}"
        for code in better.codes
    }
    left = better.count - len(better.codes)
    more = f" De {len(better.codes)} met het beste cijfer staan hier; {left} andere staan bij ‘Stand’." if left else ""
    st.caption(
        plain(f"{known.short}, {known.unit}, {found.period}.{more} {comparison_shown.source(snapshot, [found])}")
    )
    code = address_choice.segments("Wie", WHO, options)
    own, other = (_doing(snapshot, registered.number(snapshot), today(), one, False) for one in (about.code, code))
    if not other.is_recorded:
        st.info(plain(comparison_better.NOTHING.format(who=names[code])))
        return
    comparison_shown.shown(
        comparison_better.html(own, other),
        heading=comparison_better.heading(own, other),
        what=f"Uit het register, {text.day(today().isoformat())}",
        reading=comparison_better.READING.format(own=own.name, other=other.name),
        source=_source(snapshot),
        table=partial(_table, snapshot, about.code, better.codes),
        name=f"wie-doet-het-beter-{about.measure.id}-{about.code}",
    )
    area = urlencode({"area": code})
    st.markdown(f"[{plain(f'Alle gebieden van {names[code]}')}](area_processes?{area})")


# The number, of the register's last change, is a key: another change is another entry.


@lru_cache(maxsize=4)
def _recorded(snapshot: Snapshot, number: int, public_only: bool) -> Recorded:  # noqa: ARG001
    tables = {kind: registered.table(snapshot, kind, public_only) for kind in who.NEEDED}
    return who.recorded(tables, catalog.successors())


@lru_cache(maxsize=256)
def _doing(snapshot: Snapshot, number: int, day: date, code: str, public_only: bool) -> Doing:
    scope = scoped.of_place(snapshot, code)
    if public_only:
        scope = replace(scope, areas=tuple(public_areas(snapshot, scope)))
    return who.doing(_recorded(snapshot, number, public_only), scope, day)


def _table(snapshot: Snapshot, own: str, codes: tuple[str, ...]) -> pd.DataFrame:
    """Of what may leave in a file."""
    number, day = registered.number(snapshot), today()
    mine, *others = (_doing(snapshot, number, day, code, True) for code in (own, *codes))
    return comparison_better.table(mine, {one.name: one for one in others})


def _source(snapshot: Snapshot) -> str:
    example = f"{text.EXAMPLE}. " if snapshot.is_example else ""
    return f"{example}{register_source.line(snapshot, who.NEEDED)}."
