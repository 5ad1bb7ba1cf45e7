"""The figures as pages show them and as `python -m transition figures` prints them: one function, one table."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from transition import catalog, tables
from transition.domain.areas import NOT_ASSIGNABLE, Level
from transition.domain.values import STATUS_CODES, Gap
from transition.metrics.municipal import Bounded, Converted
from transition.metrics.vintages import column_shown
from transition.store import Column, Snapshot, level_word

TOTAL = ""
NOT_ASSIGNABLE_NAME = "Niet in te delen"
_PREFIXES = {
    Level.PROVINCIE: "PV",
    Level.RES: "ES",
    Level.SUBRES: "ET",
    Level.GEMEENTE: "GM",
    Level.WIJK: "WK",
    Level.BUURT: "BU",
}
"""How the codes begin under which a level's not assignable figures stand."""


def figures(
    snapshot: Snapshot,
    indicator: str,
    *,
    level: Level | None = None,
    period: str | None = None,
    areas: Sequence[str] = (),
    breakdowns: Sequence[str] | None = None,
    vintage: int | None = None,
) -> pd.DataFrame:
    """One row per area, breakdown and period, `tables.FIGURES`, sorted by area, breakdown, period.

    Filters are optional; without `areas` the figures that could not be given to an area are left out (see `not_assignable`).
    breakdowns: None for all, [''] for the total alone. vintage: the year on whose boundaries the figures are asked for; None:
    each on those of its own year. Raises KeyError for an unknown indicator.
    """
    series = _Series(indicator, level, period, areas, breakdowns, vintage)
    filled = [_rows(snapshot, series, place, column) for place, column in _columns(snapshot, series)]
    filled = [part for part in filled if len(part)]
    if not filled:
        return pd.DataFrame(columns=list(tables.FIGURES))
    table = pd.concat(filled, ignore_index=True)
    return table.sort_values(["area", "breakdown", "period"], kind="stable").reset_index(drop=True)


@dataclass(frozen=True)
class _Series:
    """What is asked for: the arguments of `figures`."""

    indicator: str
    level: Level | None
    period: str | None
    areas: Sequence[str]
    breakdowns: Sequence[str] | None
    vintage: int | None


_Place = tuple[str, str, str]
"""Level's word, breakdown and period of one column."""


def _columns(snapshot: Snapshot, asked: _Series) -> Iterator[tuple[_Place, Column]]:
    """Every column that is asked for and exists."""
    entry = catalog.indicator(asked.indicator)
    wanted = asked.breakdowns if asked.breakdowns is not None else [TOTAL, *entry.breakdowns]
    words = dict.fromkeys([str(asked.level)] if asked.level else [str(known) for known in Level])
    if asked.areas:
        found = {level_word(code) for code in asked.areas}
        words = dict.fromkeys(word for word in [*words, NOT_ASSIGNABLE] if word in found)
    for word in words:
        for breakdown in wanted:
            for at in [asked.period] if asked.period else snapshot.periods(word, asked.indicator, breakdown):
                column = column_shown(snapshot, word, asked.indicator, breakdown, at, asked.vintage)
                if column is not None:
                    yield (word, breakdown, at), column


def _rows(snapshot: Snapshot, asked: _Series, place: _Place, column: Column) -> pd.DataFrame:
    word, breakdown, period = place
    keep = np.isin(column.codes, list(asked.areas)) if asked.areas else np.ones(len(column.codes), dtype=bool)
    codes = [str(code) for code in column.codes[keep]]
    return pd.DataFrame(
        {
            "area": codes,
            "name": [name_of(snapshot, code) for code in codes],
            "level": word,
            "indicator": asked.indicator,
            "breakdown": breakdown,
            "period": period,
            "value": column.values[keep],
            "unit": catalog.indicator(asked.indicator).unit,
            "status": np.array(STATUS_CODES)[column.statuses[keep]],
            "source": column.source,
            "edition": snapshot.sources[column.source]["edition"],
            "vintage": column.vintage,
        },
        columns=list(tables.FIGURES),
    )


def gaps(
    snapshot: Snapshot,
    indicator: str,
    vintage: int,
    *,
    level: Level | None = None,
    period: str | None = None,
    areas: Sequence[str] = (),
    breakdowns: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Which of `figures(…, vintage=vintage)` have no value because of the conversion.

    Columns: area, name, breakdown, period, because; low and high: between what it lies all the same, else infinite.
    """
    asked = _Series(indicator, level, period, areas, breakdowns, vintage)
    rows = [
        (code, name_of(snapshot, code), breakdown, at, gap.detail, *_bounds(gap))
        for (_, breakdown, at), column in _columns(snapshot, asked)
        if isinstance(column, Converted)
        for code, gap in column.gaps.items()
        if gap.detail and (not areas or code in areas)
    ]
    return pd.DataFrame(rows, columns=["area", "name", "breakdown", "period", "because", "low", "high"])


def _bounds(gap: Gap) -> tuple[float, float]:
    return (gap.low, gap.high) if isinstance(gap, Bounded) else (-math.inf, math.inf)


def name_of(snapshot: Snapshot, code: str) -> str:
    """The name of an area; of a code that stands for no area: 'Niet in te delen'."""
    area = snapshot.areas.get(code)
    return area.name if area else NOT_ASSIGNABLE_NAME


def not_assignable(
    snapshot: Snapshot, indicator: str, level: Level, period: str, breakdown: str = TOTAL
) -> float | None:
    """What the publisher could not give to any area of `level`, in the indicator's unit; None when it publishes none."""
    prefix = _PREFIXES.get(level)
    column = snapshot.column(NOT_ASSIGNABLE, indicator, breakdown, period)
    if prefix is None or column is None:
        return None
    values = [float(v) for code, v in zip(column.codes, column.values, strict=True) if str(code).startswith(prefix)]
    known = [value for value in values if not np.isnan(value)]
    return known[0] if known else None
