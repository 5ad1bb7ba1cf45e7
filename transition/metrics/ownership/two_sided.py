"""What the municipality and the local party each say, side by side; their difference only when they speak of the same time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from transition.metrics.cells import days, text
from transition.metrics.no_number import NoNumber, Why, no_number

MOST_DAYS_APART = 366
"""Two views further apart in time are of unlike periods; their difference would be a change."""
MUNICIPALITY, LOCAL = "municipality", "local"


@dataclass(frozen=True)
class View:
    """What one side said last: a level or a score, when, by whom, with which evidence, and on which scale ('' when it has none)."""

    value: int
    on: date
    by: str
    evidence: str
    scale: str


@dataclass(frozen=True)
class TwoSided:
    """Both views of one area, never averaged. difference: municipality minus local, or why there is none."""

    area: str
    municipality: View | NoNumber
    local: View | NoNumber
    difference: int | NoNumber


def two_sided(
    records: pd.DataFrame,
    areas: Iterable[str],
    *,
    value: str,
    on: str,
    until: date,
    most_days: int = MOST_DAYS_APART,
) -> dict[str, TwoSided]:
    """Of each area what both sides said last, up to `until`. value, on: the columns of the level or score, and of its date.

    Where a side is missing it is said which; a difference needs both, on one scale, at most `most_days` apart.
    """
    views = latest(records, value=value, on=on, until=until)
    found = {}
    for area in sorted(set(areas)):
        sides = [views.get((area, side), no_number(Why.SIDE_MISSING, side=side)) for side in (MUNICIPALITY, LOCAL)]
        found[area] = TwoSided(area, sides[0], sides[1], _difference(sides[0], sides[1], most_days))
    return found


def latest(records: pd.DataFrame, *, value: str, on: str, until: date) -> dict[tuple[str, str], View]:
    """(area, side) -> what that side said last, up to `until`."""
    dated = records[records[on] <= pd.Timestamp(until)].sort_index().sort_values(on, kind="stable")
    last = dated.drop_duplicates(["area", "side"], keep="last")
    scales = last["scale_version"] if "scale_version" in last else last["side"].map(lambda _: "")
    columns = (last["area"], last["side"], last[value], days(last[on]), last["assessor"], last["evidence"], scales)
    return {
        (str(area), str(side)): View(int(level), moment, text(by), text(evidence), text(scale))
        for area, side, level, moment, by, evidence, scale in zip(*columns, strict=True)
        if moment
    }


def _difference(one: View | NoNumber, other: View | NoNumber, most_days: int) -> int | NoNumber:
    if isinstance(one, NoNumber):
        return one
    if isinstance(other, NoNumber):
        return other
    if one.scale != other.scale:
        return no_number(Why.OTHER_SCALE, scales=tuple(sorted({one.scale, other.scale})))
    apart = abs((one.on - other.on).days)
    return one.value - other.value if apart <= most_days else no_number(Why.OTHER_PERIOD, days=apart, most=most_days)
