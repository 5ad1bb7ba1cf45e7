"""Everything that is stored together, as the checks across sources ask for it."""

from collections.abc import Collection, Mapping

import pandas as pd

from transition.domain.areas import Level

GEMEENTEN = {
    "2015": 393, "2016": 390, "2017": 388, "2018": 380, "2019": 355, "2020": 355,
    "2021": 352, "2022": 345, "2023": 342, "2024": 342, "2025": 342, "2026": 342,
}  # fmt: skip
"""Number of municipalities on 1 January, as published. 344 from 24 March 2022 on; figures of 2022 stand on the 345."""

_NOTHING = pd.DataFrame(columns=["area", "period", "value", "level", "source"])


class Stored:
    """The observations that are stored together, as the checks ask for them."""

    def __init__(self, observations: pd.DataFrame, areas: pd.DataFrame, partial: Mapping[str, Collection[str]]) -> None:
        """observations: `tables.OBSERVATIONS` with `level` and `source`. areas: as stored, with valid_from and valid_to.

        partial: per source the periods that are not complete.
        """
        self._partial = [(source, period) for source, periods in partial.items() for period in periods]
        with_value = observations[observations["value"].notna()]
        self._series = dict(iter(with_value.groupby(["indicator", "breakdown"], observed=True)))
        self._areas = areas
        codes = observations.loc[observations["level"] == str(Level.LAND), "area"]
        self.is_real = bool((codes == "NL01").any())

    def of(self, indicator: str, breakdown: str = "") -> pd.DataFrame:
        """The rows of one series that have a value."""
        return self._series.get((indicator, breakdown), _NOTHING)

    def country(self, indicator: str, breakdown: str = "", *, complete: bool = False) -> "pd.Series[float]":
        """The country's value per period; with `complete` only of periods that are."""
        rows = self.of(indicator, breakdown)
        if rows.empty:
            return pd.Series(dtype=float)
        rows = rows[rows["level"] == str(Level.LAND)]
        if complete:
            pairs = pd.MultiIndex.from_frame(rows[["source", "period"]])
            rows = rows[~pairs.isin(self._partial)]
        found: pd.Series[float] = rows.set_index("period")["value"]
        return found.sort_index()

    def gemeenten(self, indicator: str) -> "pd.DataFrame":
        """Per period the sum over the municipalities ('sum') and how many have a value ('count')."""
        rows = self.of(indicator)
        if rows.empty:
            return pd.DataFrame(columns=["sum", "count"])
        return rows[rows["level"] == str(Level.GEMEENTE)].groupby("period")["value"].agg(["sum", "count"])

    def number_of_gemeenten(self, period: str) -> int | None:
        """As published; of the fictional region, as its own list of areas says."""
        if self.is_real:
            return GEMEENTEN.get(period)
        known = self._areas[self._areas["level"] == str(Level.GEMEENTE)]
        began = known["valid_from"].isna() | (known["valid_from"] <= int(period))
        ended = known["valid_to"].notna() & (known["valid_to"] <= int(period))
        return int((began & ~ended).sum())
