"""One measure of a group over the years, on the boundaries of now: whole years, with where the way of measuring changed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from transition import catalog
from transition.metrics.comparison.measures import Figures
from transition.metrics.comparison.spread import FEWEST


@dataclass(frozen=True, eq=False)
class Years:
    """table, statuses: a row per area, the area itself first, a column per year; NaN and '' without a figure. breaks: years from which
    on it is measured in another way. middle: per year the group's median, NaN of fewer than FEWEST figures. partial: years left out
    because they are not complete.
    """

    table: pd.DataFrame
    statuses: pd.DataFrame
    breaks: tuple[str, ...]
    middle: np.ndarray
    partial: tuple[str, ...]
    sources: frozenset[str]

    @property
    def since(self) -> str:
        """The first year that can be compared with the last; '' when there is only one."""
        own = self.table.columns[self.table.iloc[0].notna().to_numpy()]
        first = max((stop for stop in self.breaks if len(own) and stop <= own[-1]), default="")
        after = [str(year) for year in own if year >= first]
        return after[0] if len(after) > 1 else ""

    @property
    def until(self) -> str:
        """The last year with a figure of the area itself; '' without any."""
        own = self.table.columns[self.table.iloc[0].notna().to_numpy()]
        return str(own[-1]) if len(own) else ""


def whole(found: Sequence[Figures]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Values and statuses of every area, a column per complete year."""
    years = [one for one in found if not one.about.until]
    if not years:
        return pd.DataFrame(), pd.DataFrame()
    values = pd.concat({one.period: one.table["value"] for one in years}, axis=1)
    return values, pd.concat({one.period: one.table["status"] for one in years}, axis=1)


def of_group(values: pd.DataFrame, statuses: pd.DataFrame, found: Sequence[Figures], members: Sequence[str]) -> Years:
    """The members' years. values, statuses: of `whole`, of the same figures."""
    table = values.reindex(list(members))
    table = table.loc[:, table.notna().any().to_numpy()]
    known = table.notna().sum().to_numpy()
    middle = np.full(len(table.columns), np.nan)
    enough = known >= FEWEST
    if enough.any():
        middle[enough] = np.nanmedian(table.to_numpy()[:, enough], axis=0)
    measure = found[0].measure
    breaks = [
        stop.period
        for stop in catalog.indicator(measure.indicator).breaks
        if not stop.breakdowns or measure.breakdown in stop.breakdowns
    ]
    return Years(
        table=table,
        statuses=statuses.reindex(index=list(members), columns=table.columns).fillna(""),
        breaks=tuple(stop for stop in breaks if len(table.columns) and table.columns[0] < stop <= table.columns[-1]),
        middle=middle,
        partial=tuple(one.period for one in found if one.about.until),
        sources=frozenset(one.source for one in found if one.source),
    )
