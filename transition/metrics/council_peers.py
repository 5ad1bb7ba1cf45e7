"""With whom an area is compared: municipalities of about its size, else of its province; regions and provinces with each other."""

import math
import statistics
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from transition.domain.areas import Level
from transition.metrics.headlines import newest_complete
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.rates import rate
from transition.store import Snapshot

SIZES = (0, 5_000, 10_000, 20_000, 50_000, 100_000, 150_000, 250_000)
"""From how many inhabitants each class of municipalities begins, as CBS makes them."""
FEWEST = 3
"""With fewer others a median says little; then a wider group is taken."""
_EACH_OTHER = (Level.PROVINCIE, Level.RES)
SOLAR, PEOPLE = "solar_capacity_kwp", "population_count"


@dataclass(frozen=True)
class Group:
    """The others, without the area itself. least, below: inhabitants of its size class (below 0: no upper bound; both 0: any size).

    province: its code when only those of one province are in it, else ''.
    """

    level: Level
    others: tuple[str, ...]
    least: int = 0
    below: int = 0
    province: str = ""


@dataclass(frozen=True)
class Beside:
    """A figure beside that of its group. median: of the `known` of the `of` others that have it; lower: how many of these have less."""

    value: float
    median: float
    known: int
    of: int
    lower: int


@dataclass(frozen=True)
class SolarBeside:
    """kWp of solar panels per 1,000 inhabitants in `period`, with the status of the area's own figure."""

    beside: Beside
    group: Group
    period: str
    status: str
    publisher: str


@lru_cache(maxsize=512)
def group(snapshot: Snapshot, code: str) -> Group | NoNumber:
    """The narrowest group with at least FEWEST others: of its size in its province, of its size, of its province."""
    area = snapshot.areas[code]
    if area.valid_to is not None or area.level not in (Level.GEMEENTE, *_EACH_OTHER):
        return no_number(Why.TOO_FEW_CASES, found=0, needed=FEWEST, open=0)
    present = [one for one in snapshot.areas_at[area.level] if one.valid_to is None and one.code != code]
    if area.level in _EACH_OTHER:
        return _enough([Group(area.level, tuple(one.code for one in present))])
    near = {one.code for one in present if one.provincie == area.provincie}
    everybody = tuple(sorted(one.code for one in present))
    options = []
    people = _people(snapshot)
    if code in people:
        least, below = _size(people[code])
        same = tuple(one for one in everybody if one in people and _size(people[one]) == (least, below))
        within = tuple(one for one in same if one in near)
        options += [
            Group(Level.GEMEENTE, within, least, below, area.provincie),
            Group(Level.GEMEENTE, same, least, below),
        ]
    options.append(Group(Level.GEMEENTE, tuple(sorted(near)), province=area.provincie))
    return _enough(options)


def beside(own: float, others: Mapping[str, float]) -> Beside | NoNumber:
    """others: of the whole group, NaN where it is not known. Without one known figure there is no median."""
    known = [value for value in others.values() if not math.isnan(value)]
    if not known or math.isnan(own):
        return no_number(Why.TOO_FEW_CASES, found=len(known), needed=1, open=0)
    return Beside(own, statistics.median(known), len(known), len(others), sum(value < own for value in known))


def solar_beside(snapshot: Snapshot, code: str) -> SolarBeside | NoNumber:
    """Solar capacity per inhabitant beside the group: the figure that every municipality has."""
    found = group(snapshot, code)
    if isinstance(found, NoNumber):
        return found
    period = newest_complete(snapshot, found.level, SOLAR)
    column = snapshot.column(found.level, SOLAR, "", period)
    if column is None:
        return no_number(Why.NO_FIGURE)
    values = _rates(snapshot, found.level, period)
    there = beside(values.get(code, math.nan), {one: values.get(one, math.nan) for one in found.others})
    if isinstance(there, NoNumber):
        return there
    status = next(status for at, _, status in snapshot.series(code, SOLAR) if at == period)
    return SolarBeside(there, found, period, status, snapshot.sources[column.source]["publisher"])


def _enough(options: list[Group]) -> Group | NoNumber:
    found = next((one for one in options if len(one.others) >= FEWEST), None)
    most = max(len(one.others) for one in options)
    return found or no_number(Why.TOO_FEW_CASES, found=most, needed=FEWEST, open=0)


def _size(people: float) -> tuple[int, int]:
    at = max(at for at, least in enumerate(SIZES) if people >= least)
    return SIZES[at], SIZES[at + 1] if at + 1 < len(SIZES) else 0


@lru_cache(maxsize=2)
def _people(snapshot: Snapshot) -> dict[str, float]:
    period = newest_complete(snapshot, Level.GEMEENTE, PEOPLE)
    column = snapshot.column(Level.GEMEENTE, PEOPLE, "", period)
    if column is None:
        return {}
    return {str(c): float(v) for c, v in zip(column.codes, column.values, strict=True) if not np.isnan(v)}


@lru_cache(maxsize=8)
def _rates(snapshot: Snapshot, level: Level, period: str) -> dict[str, float]:
    column = snapshot.column(level, SOLAR, "", period)
    assert column is not None, "asked only for a period of the series"
    found = rate(snapshot, level, column.codes, column.values, period, PEOPLE)
    return {str(c): float(v) for c, v in zip(column.codes, found.values, strict=True)}
