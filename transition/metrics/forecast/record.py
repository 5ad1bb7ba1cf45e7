"""The years of a stored series that are measured alike, on the newest boundaries, as panels."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from transition import catalog
from transition.domain.areas import Level
from transition.domain.indicators import Break
from transition.domain.values import STATUS_CODES, Gap, Missing
from transition.metrics.forecast.families import family_of
from transition.metrics.forecast.learned import Learned, learn
from transition.metrics.forecast.panel import Panel, panel
from transition.metrics.vintages import column_on, newest
from transition.store import Column, Snapshot

_NO_ROW = STATUS_CODES.index(Missing.NOT_MEASURED)


@dataclass(frozen=True, eq=False)
class Segment:
    """Years without a break between them. ends: the break after the last of them; None when the series goes on."""

    panel: Panel
    ends: Break | None


def learned(snapshot: Snapshot, indicator: str, breakdown: str = "") -> Learned | Gap:
    """What the newest comparable years of a stored series teach: keep it per snapshot and series. A Gap when nothing can be."""
    family = family_of(indicator)
    if isinstance(family, Gap):
        return family
    found = segments(snapshot, indicator, breakdown)
    if not found:
        return Gap(Missing.NOT_MEASURED, "er zijn geen cijfers van gemeenten om van te leren")
    if (ends := found[-1].ends) is not None:
        because = ends.because[0].lower() + ends.because[1:].removesuffix(".")
        return Gap(Missing.NOT_APPLICABLE, f"deze reeks gaat niet verder: {because}")
    return learn(found[-1].panel, family)


def segments(snapshot: Snapshot, indicator: str, breakdown: str = "") -> list[Segment]:
    """The series of all municipalities, cut at every break in how it is measured; oldest first, empty ones left out.

    Years that are not complete yet are left out. Provisional values count, with their status.
    """
    level, vintage = str(Level.GEMEENTE), newest(snapshot, Level.GEMEENTE)
    columns: dict[int, Column] = {}
    for period in snapshot.periods(level, indicator, breakdown):
        column = column_on(snapshot, level, indicator, breakdown, period, vintage)
        if column is not None and not snapshot.measured_until(column.source, period):
            columns[int(period)] = column
    breaks = [b for b in catalog.indicator(indicator).breaks if not b.breakdowns or breakdown in b.breakdowns]
    return cut(columns, sorted(breaks, key=lambda b: b.period))


def cut(columns: dict[int, Column], breaks: Sequence[Break]) -> list[Segment]:
    """The columns by year, from each break on a segment of its own."""
    found: list[Segment] = []
    starts = [None, *breaks]
    for start, end in zip(starts, [*breaks, None], strict=True):
        years = [
            year
            for year in sorted(columns)
            if (start is None or year >= int(start.period)) and (end is None or year < int(end.period))
        ]
        laid = _side_by_side({year: columns[year] for year in years})
        if laid is not None:
            found.append(Segment(laid, end))
    return found


def _side_by_side(columns: dict[int, Column]) -> Panel | None:
    if not columns:
        return None
    codes = np.unique(np.concatenate([column.codes for column in columns.values()]))
    values = np.full((len(codes), len(columns)), np.nan)
    statuses = np.full((len(codes), len(columns)), _NO_ROW, dtype=np.int8)
    for place, column in enumerate(columns.values()):
        rows = np.searchsorted(codes, column.codes)
        values[rows, place], statuses[rows, place] = column.values, column.statuses
    made = panel(codes, tuple(columns), values, statuses)
    return made if made.years else None
