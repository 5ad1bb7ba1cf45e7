"""What the page that compares rests on: traits, neighbours, measures and their figures; kept per snapshot and state of the register."""

from functools import lru_cache

import numpy as np
import pandas as pd

from transition.domain.areas import Level
from transition.metrics.comparison import measures as measured
from transition.metrics.comparison import neighbours as near
from transition.metrics.comparison import stability
from transition.metrics.comparison.gate import Comparable, Refusal
from transition.metrics.comparison.measures import Figures, Measure, OfRegister
from transition.metrics.comparison.neighbours import Choice, Neighbours
from transition.metrics.comparison.peer_group import PeerGroup
from transition.metrics.comparison.traits import PEOPLE, Traits
from transition.metrics.comparison.traits import traits as traits_of
from transition.metrics.headlines import newest_complete
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.store import Snapshot
from transition.ui import comparison_register
from transition.ui.area_data import today
from transition.views import areas

_RECORDED = (Level.GEMEENTE, Level.RES, Level.PROVINCIE)
"""Levels of which goals and projects are recorded."""


def traits(snapshot: Snapshot) -> Traits:
    """What every municipality is like."""
    return traits_of(snapshot)


@lru_cache(maxsize=64)
def neighbours(snapshot: Snapshot, code: str, choice: Choice, n: int, about: str) -> Neighbours | NoNumber:
    """The municipalities most like one. about: the indicator that is compared, '' for none."""
    return near.neighbours(traits_of(snapshot), code, choice, n, about)


@lru_cache(maxsize=256)
def steady(snapshot: Snapshot, code: str, choice: Choice, n: int, about: str) -> float:
    """Which part (0 to 1) of them stays when every figure is off by about 1%; NaN without neighbours."""
    return float(stability.kept(traits_of(snapshot), choice, n, codes=[code], about=about)[0])


@lru_cache(maxsize=16)
def measures(snapshot: Snapshot, level: Level) -> dict[str, Measure]:
    """What areas of a level can be compared on, by id; the usual one first."""
    found = measured.statistics(snapshot, level)
    found += [Measure(of_register=one) for one in OfRegister] if level in _RECORDED else []
    found.sort(key=lambda one: one.id != measured.USUAL)
    return {one.id: one for one in found}


def periods(snapshot: Snapshot, group: PeerGroup, measure: Measure) -> list[str]:
    """The years a reader can choose, oldest first; of the register only today."""
    return [str(today().year)] if measure.of_register else measured.periods(snapshot, group.level, measure)


def newest(snapshot: Snapshot, group: PeerGroup, measure: Measure) -> str:
    """The newest year in which the group can be compared; where there is none, the newest with figures; '' without any."""
    return periods(snapshot, group, measure)[-1:][0] if measure.of_register else _newest(snapshot, group, measure)


def figures(snapshot: Snapshot, measure: Measure, group: PeerGroup, period: str = "") -> Figures | NoNumber:
    """One measure of the members, the area itself first, on the boundaries of now. period: '' is the newest comparable."""
    if measure.of_register:
        values = {code: comparison_register.value(snapshot, code, measure.of_register) for code in group.members}
        return measured.of_register(snapshot, group.level, measure, values, today().year)
    return _figures(snapshot, measure, group, period or newest(snapshot, group, measure))


def values(snapshot: Snapshot, measure: Measure, group: PeerGroup, period: str = "") -> pd.DataFrame:
    """As `figures`, the table alone: index the codes, columns value and status; empty where nothing is measured."""
    found = figures(snapshot, measure, group, period)
    return found.table if isinstance(found, Figures) else pd.DataFrame({"value": [], "status": []})


def verdict(
    snapshot: Snapshot, measure: Measure, group: PeerGroup, period: str = ""
) -> Comparable | Refusal | NoNumber:
    """Whether the area may stand beside the others of the group."""
    found = figures(snapshot, measure, group, period)
    return measured.verdict(found) if isinstance(found, Figures) else found


def everybody(snapshot: Snapshot, level: Level, measure: Measure, period: str) -> Figures | NoNumber:
    """A statistic of all areas of a level; read-only."""
    return _column(snapshot, level, measure, period)


@lru_cache(maxsize=8)
def names(snapshot: Snapshot, level: Level) -> dict[str, str]:
    """Code -> name, of the areas of a level that exist now; as it is said in a sentence where another level has that name."""
    return {area.code: area.name for area in snapshot.areas_at[level] if area.valid_to is None}


@lru_cache(maxsize=256)
def place(snapshot: Snapshot, code: str) -> str:
    """The name of an area as it stands in a sentence."""
    return areas.called(snapshot, code)


@lru_cache(maxsize=3)
def people(snapshot: Snapshot) -> dict[str, float]:
    """The inhabitants of every municipality that has a figure, in the newest complete year."""
    column = snapshot.column(Level.GEMEENTE, PEOPLE, "", newest_complete(snapshot, Level.GEMEENTE, PEOPLE))
    if column is None:
        return {}
    return {str(c): float(v) for c, v in zip(column.codes, column.values, strict=True) if not np.isnan(v)}


def _column(snapshot: Snapshot, level: Level, measure: Measure, period: str) -> Figures | NoNumber:
    kept = _of_parts if level in (Level.WIJK, Level.BUURT) else _of_level
    return kept(snapshot, level, measure, period) if period else no_number(Why.NO_FIGURE)


@lru_cache(maxsize=96)
def _of_level(snapshot: Snapshot, level: Level, measure: Measure, period: str) -> Figures | NoNumber:
    return measured.column(snapshot, level, measure, period)


@lru_cache(maxsize=8)  # thousands of areas each
def _of_parts(snapshot: Snapshot, level: Level, measure: Measure, period: str) -> Figures | NoNumber:
    return measured.column(snapshot, level, measure, period)


@lru_cache(maxsize=256)
def _figures(snapshot: Snapshot, measure: Measure, group: PeerGroup, period: str) -> Figures | NoNumber:
    found = _column(snapshot, group.level, measure, period)
    return measured.of_areas(found, group.members) if isinstance(found, Figures) else found


@lru_cache(maxsize=1024)
def _newest(snapshot: Snapshot, group: PeerGroup, measure: Measure) -> str:
    there = measured.periods(snapshot, group.level, measure)
    for period in reversed(there):
        found = _figures(snapshot, measure, group, period)
        is_whole = isinstance(found, Figures) and not found.about.until
        if is_whole and isinstance(measured.verdict(found), Comparable):
            return period
    return newest_complete(snapshot, group.level, measure.indicator, measure.breakdown)
