"""The figures as pages show them and as `python -m transition figures` prints them: one function, one table."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from transition import catalog, tables
from transition.domain.areas import NOT_ASSIGNABLE, Level
from transition.domain.values import STATUS_CODES
from transition.store import Snapshot, level_word

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
) -> pd.DataFrame:
    """One row per area, breakdown and period, `tables.FIGURES`, sorted by area, breakdown, period.

    Filters are optional; without `areas` the figures that could not be given to an area are left out (see `not_assignable`).
    breakdowns: None for all, [''] for the total alone. Raises KeyError for an unknown indicator.
    """
    entry = catalog.indicator(indicator)
    wanted = breakdowns if breakdowns is not None else [TOTAL, *entry.breakdowns]
    words = dict.fromkeys([str(level)] if level else [str(known) for known in Level])
    if areas:
        found = {level_word(code) for code in areas}
        words = dict.fromkeys(word for word in [*words, NOT_ASSIGNABLE] if word in found)
    parts = [
        _part(snapshot, indicator, breakdown, word, at, areas)
        for word in words
        for breakdown in wanted
        for at in ([period] if period else snapshot.periods(word, indicator, breakdown))
    ]
    filled = [part for part in parts if part is not None and len(part)]
    if not filled:
        return pd.DataFrame(columns=list(tables.FIGURES))
    table = pd.concat(filled, ignore_index=True)
    return table.sort_values(["area", "breakdown", "period"], kind="stable").reset_index(drop=True)


def _part(
    snapshot: Snapshot, indicator: str, breakdown: str, word: str, period: str, areas: Sequence[str]
) -> pd.DataFrame | None:
    column = snapshot.column(word, indicator, breakdown, period)
    if column is None:
        return None
    keep = np.isin(column.codes, list(areas)) if areas else np.ones(len(column.codes), dtype=bool)
    codes = [str(code) for code in column.codes[keep]]
    return pd.DataFrame(
        {
            "area": codes,
            "name": [name_of(snapshot, code) for code in codes],
            "level": word,
            "indicator": indicator,
            "breakdown": breakdown,
            "period": period,
            "value": column.values[keep],
            "unit": catalog.indicator(indicator).unit,
            "status": np.array(STATUS_CODES)[column.statuses[keep]],
            "source": column.source,
            "edition": snapshot.sources[column.source]["edition"],
            "vintage": column.vintage,
        },
        columns=list(tables.FIGURES),
    )


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
