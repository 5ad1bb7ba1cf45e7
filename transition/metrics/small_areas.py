"""Wijken and buurten on the boundaries of another year: the same as long as CBS says so, else a gap with its reason."""

import math
from functools import lru_cache

import numpy as np

from transition.domain.areas import Level
from transition.domain.values import Gap, Missing
from transition.metrics.municipal import Converted, among, with_gaps
from transition.store import Column, Snapshot, level_word

_UNKNOWN = Gap(Missing.NOT_MEASURED, "of de grens in die jaren gelijk bleef, is niet bekend")
_SAME, _OTHER_CODE, _OTHER_OUTLINE = "1", "2", "3"
"""What CBS says of a wijk or buurt beside the year before ('Indelingswijziging wijken en buurten')."""
_WHAT = {_OTHER_CODE: "de code", _OTHER_OUTLINE: "de grens"}


def column_on(snapshot: Snapshot, level: Level, column: Column, vintage: int) -> Converted:
    """Wijken and buurten of `vintage`; those that CBS does not call unchanged in every year between have a gap.

    Code 2 says that only the code changed; without a table of old and new codes that ends a series too.
    """
    low, high = sorted((column.vintage, vintage))
    told = {year: _told(snapshot).get((level, year)) for year in range(low + 1, high + 1)}
    there = _told(snapshot).get((level, vintage))
    codes = there[0] if there else column.codes
    if None in told.values():
        return with_gaps(column, codes, vintage, dict.fromkeys(codes.tolist(), _UNKNOWN))
    gaps: dict[str, Gap] = {}
    for year, (known, same) in ((year, marks) for year, marks in told.items() if marks is not None):
        for code in codes[~among(codes, known[same])].tolist():
            gaps.setdefault(code, _changed_in(year))
    return with_gaps(column, codes, vintage, gaps)


def series_on(
    snapshot: Snapshot, area: str, indicator: str, breakdown: str, vintage: int
) -> tuple[list[tuple[str, float, str]], dict[str, Gap]]:
    """As `column_on`, for one wijk or buurt: without a look at all the others. Empty when it does not exist in `vintage`."""
    there = _told(snapshot).get((Level(level_word(area)), vintage))
    if there and area not in there[0]:
        return [], {}
    own = snapshot.redrawn[snapshot.redrawn["code"] == area]
    words = dict(zip(own["year"].tolist(), own["change"].tolist(), strict=True))
    block = snapshot.block(level_word(area))
    points: list[tuple[str, float, str]] = []
    gaps: dict[str, Gap] = {}
    for period, value, status in snapshot.series(area, indicator, breakdown):
        low, high = sorted((block.origins[indicator, breakdown, period].vintage if block else vintage, vintage))
        between = range(low + 1, high + 1)
        changed = next((year for year in between if words.get(year, _SAME) != _SAME), None)
        if changed is None and all(year in words for year in between):
            points.append((period, value, status))
            continue
        gaps[period] = _changed_in(changed) if changed else _UNKNOWN
        points.append((period, math.nan, str(Missing.NOT_MEASURED)))
    return points, gaps


def _changed_in(year: int) -> Gap:
    return Gap(Missing.NOT_MEASURED, f"in {year} is de grens of de code veranderd")


def changes(snapshot: Snapshot, area: str) -> list[tuple[int, str]]:
    """The years in which CBS does not call a wijk or buurt the same as the year before, and what changed; '' when it does not say."""
    return [(year, _WHAT.get(word, "")) for year, word in _not_the_same(snapshot).get(area, ())]


@lru_cache(maxsize=3)
def _told(snapshot: Snapshot) -> dict[tuple[Level, int], tuple[np.ndarray, np.ndarray]]:
    """(level, year) -> the wijken or buurten CBS tells of, sorted, and which of them it calls the same as the year before."""
    found: dict[tuple[Level, int], tuple[np.ndarray, np.ndarray]] = {}
    marks = snapshot.redrawn.sort_values("code")
    is_wijk = marks["code"].str.startswith("WK").astype(bool)
    for level, part in ((Level.WIJK, marks[is_wijk]), (Level.BUURT, marks[~is_wijk])):
        for year, rows in part.groupby("year"):
            found[level, int(str(year))] = (
                rows["code"].to_numpy(dtype=str),
                (rows["change"] == _SAME).to_numpy(dtype=bool),
            )
    return found


@lru_cache(maxsize=3)
def _not_the_same(snapshot: Snapshot) -> dict[str, list[tuple[int, str]]]:
    """Wijk or buurt -> (year, word) of the years in which it is not the same, oldest first."""
    found: dict[str, list[tuple[int, str]]] = {}
    marks = snapshot.redrawn[snapshot.redrawn["change"] != _SAME].sort_values("year")
    for code, year, word in zip(marks["code"], marks["year"], marks["change"], strict=True):
        found.setdefault(code, []).append((int(year), word))
    return found
