"""Eigenaarschap: on which level of the ladder (0 to 4) areas stand according to each side, and how that changed. Never averaged."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from transition.domain.register.choices import OWNERSHIP_LEVELS
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ownership.two_sided import TwoSided, View, latest, two_sided

LEVELS = tuple(int(level) for level in OWNERSHIP_LEVELS)


@dataclass(frozen=True)
class Distribution:
    """How many areas stand on each level according to one side. recorded of `of` areas; the others are not recorded.

    middle: the two middle levels of those recorded (the same one for an odd number), or why there are none. scales: the versions
    of the scale they were judged on; more than one is no single distribution, and then there is no middle either.
    """

    side: str
    counts: Mapping[int, int]
    recorded: int
    of: int
    middle: tuple[int, int] | NoNumber
    scales: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """Areas judged by one side both up to `since` and up to `until`, on one scale: how many rose, stayed and fell.

    of: all areas; the others were not judged twice. moves: area -> (level then, level now).
    """

    side: str
    rose: int
    stayed: int
    fell: int
    of: int
    moves: Mapping[str, tuple[int, int]]


def distribution(assessments: pd.DataFrame, areas: Collection[str], side: str, until: date) -> Distribution:
    """assessments: the register's table. areas: ids of the areas it is about; those without an assessment are counted apart."""
    views = _of_side(assessments, areas, side, until)
    levels = sorted(view.value for view in views.values())
    scales = tuple(sorted({view.scale for view in views.values()}))
    middle: tuple[int, int] | NoNumber = no_number(Why.NOT_RECORDED)
    if len(scales) > 1:
        middle = no_number(Why.OTHER_SCALE, scales=scales)
    elif levels:
        middle = (levels[(len(levels) - 1) // 2], levels[len(levels) // 2])
    return Distribution(side, {one: levels.count(one) for one in LEVELS}, len(levels), len(set(areas)), middle, scales)


def change(assessments: pd.DataFrame, areas: Collection[str], side: str, since: date, until: date) -> Change:
    """What moved between two days, by the same side on the same scale; a level may fall."""
    then, now = (_of_side(assessments, areas, side, moment) for moment in (since, until))
    moves = {
        area: (then[area].value, view.value)
        for area, view in now.items()
        if area in then and then[area].on < view.on and then[area].scale == view.scale
    }
    rose, fell = (sum((after - before) * sign > 0 for before, after in moves.values()) for sign in (1, -1))
    return Change(side, rose, len(moves) - rose - fell, fell, len(set(areas)), moves)


def both_sides(assessments: pd.DataFrame, areas: Collection[str], until: date) -> dict[str, TwoSided]:
    """Of each area the level by the municipality and by the local party, side by side."""
    return two_sided(assessments, areas, value="level", on="assessed_on", until=until)


def cooperation(scores: pd.DataFrame, areas: Collection[str], until: date) -> dict[str, TwoSided]:
    """Of each area the score (1 to 5) of the cooperation by both sides; the difference is the cooperation gap."""
    return two_sided(scores, areas, value="score", on="scored_on", until=until)


def _of_side(assessments: pd.DataFrame, areas: Collection[str], side: str, until: date) -> dict[str, View]:
    found, asked = latest(assessments, value="level", on="assessed_on", until=until), set(areas)
    return {
        area: view for (area, by), view in sorted(found.items(), key=lambda one: one[0]) if by == side and area in asked
    }
