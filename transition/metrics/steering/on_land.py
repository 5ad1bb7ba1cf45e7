"""Renewable electricity on land by year, as it counts for the energy strategy: solar above 15 kWp from CBS, wind from the register."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from transition import catalog
from transition.domain.areas import Level
from transition.domain.values import Status
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.production import NATIONAL_HOURS, Estimate, exact_sum, municipal_gwh, yearly_mwh
from transition.metrics.steering.result import Points
from transition.metrics.steering.yearly import Yearly, yearly
from transition.store import Snapshot, level_word

LARGE = "large_over_15_kwp"
"""Small roofs do not count."""


@dataclass(frozen=True)
class OnLand:
    """GWh per complete year, solar and wind together; estimated when it holds wind, or solar of a municipality.

    wind_count: wind projects that stand with a known production, `undated` of which count in every year because nobody says since
    when. wind_unknown: those of unknown production, which are not in it. breaks, redrawn, left_out: as `Yearly`.
    """

    points: Points
    breaks: Mapping[str, str]
    redrawn: Mapping[str, str]
    left_out: Mapping[str, str]
    wind_count: int
    wind_unknown: int
    undated: int

    @property
    def is_lower_bound(self) -> bool:
        """Wind of unknown production, or no wind at all in the register: then there may be some that nobody recorded."""
        return self.wind_unknown > 0 or self.wind_count == 0


def on_land(
    snapshot: Snapshot,
    area: str,
    projects: pd.DataFrame,
    *,
    hours: Mapping[str, float] = NATIONAL_HOURS,
    vintage: int | None = None,
) -> OnLand | NoNumber:
    """Of a municipality, region, province or the country. projects: the register's table, already of that place.

    CBS gives no production of a municipality: there it is kWp x GWh / kWp of its sub-region, in each year.
    """
    solar = _solar(snapshot, area, vintage)
    if not solar.points:
        return no_number(Why.NO_FIGURE)
    wind = projects[projects["technology"].eq("wind") & projects["status"].eq("realised")]
    wind = wind.join(yearly_mwh(wind, hours))
    known = wind[wind["mwh"].notna()]
    points = [
        (period, value + _standing_in(known, int(period)), Status.ESTIMATED if len(known) else status)
        for period, value, status in solar.points
    ]
    undated = int(known["realised_on"].isna().sum())
    counts = (len(known), len(wind) - len(known), undated)
    return OnLand(points, solar.breaks, solar.redrawn, solar.left_out, *counts)


def _standing_in(wind: pd.DataFrame, year: int) -> float:
    """GWh a year of what stood at the end of the year; what has no date stood always."""
    return exact_sum(wind.loc[~(wind["realised_on"].dt.year > year), "mwh"]) / 1000


def _solar(snapshot: Snapshot, area: str, vintage: int | None) -> Yearly:
    produced, capacity = (catalog.indicator(id) for id in ("solar_production_gwh", "solar_capacity_kwp"))
    if level_word(area) != Level.GEMEENTE:
        return yearly(snapshot, area, produced, LARGE, vintage)
    own = yearly(snapshot, area, capacity, LARGE, vintage)
    region = snapshot.areas[area].subres if area in snapshot.areas else ""
    if not region:
        return replace(own, points=[])
    gwh, kwp = (
        {p: value for p, value, _ in yearly(snapshot, region, one, LARGE).points} for one in (produced, capacity)
    )
    points = [
        (period, _estimate(value, gwh.get(period), kwp.get(period)), Status.ESTIMATED)
        for period, value, _ in own.points
    ]
    return replace(own, points=points)


def _estimate(kwp: float, region_gwh: float | None, region_kwp: float | None) -> float:
    found = municipal_gwh(kwp, region_gwh, region_kwp) if region_gwh is not None and region_kwp is not None else None
    return found.value if isinstance(found, Estimate) else math.nan
