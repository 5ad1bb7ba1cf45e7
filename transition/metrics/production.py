"""What installations produce in a year, from what is recorded or from their capacity. From capacity it is always an estimate."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from transition.metrics.no_number import NoNumber, Why, no_number

SOLAR = ("solar_field", "solar_water", "solar_roof")
NATIONAL_HOURS: Mapping[str, float] = {"wind": 2355.0, **dict.fromkeys(SOLAR, 834.0)}
"""Full-load hours where nothing nearer is known: wind 2022 (CBS 70960ned) and solar 2023 (CBS 85005NED: production by capacity at
the end of the year, which is on the low side in a year of growth), the Netherlands."""
_KW_PER_MW = 1000


@dataclass(frozen=True)
class Estimate:
    """An estimated figure, in the unit its function names; to be marked 'geschat' wherever it is shown."""

    value: float


def hours_with(solar: float | None = None, wind: float | None = None) -> dict[str, float]:
    """Full-load hours per technology: the given ones (of the sub-region, the year), the national ones for the rest."""
    given = {**({"wind": wind} if wind else {}), **(dict.fromkeys(SOLAR, solar) if solar else {})}
    return {**NATIONAL_HOURS, **given}


def full_load_hours(production_gwh: float, capacity_kwp: float) -> Estimate | NoNumber:
    """Hours a year at full capacity that would give the production: h = GWh x 10^6 / kWp."""
    if not (capacity_kwp > 0 and production_gwh >= 0):
        return no_number(Why.NO_FIGURE)
    return Estimate(production_gwh * 1e6 / capacity_kwp)


def municipal_gwh(capacity_kwp: float, region_gwh: float, region_kwp: float) -> Estimate | NoNumber:
    """Solar production of a municipality in GWh: its capacity at the hours of its sub-region, kWp_GM x GWh_ET / kWp_ET.

    CBS publishes none below the sub-region, so this is always an estimate.
    """
    if not (region_kwp > 0 and region_gwh >= 0 and capacity_kwp >= 0):
        return no_number(Why.NO_FIGURE)
    return Estimate(capacity_kwp * region_gwh / region_kwp)


def megawatts(projects: pd.DataFrame) -> pd.Series:
    """Capacity in MW (panels: MWp); NaN where capacity or unit is not recorded."""
    scale = projects["capacity_unit"].map({"MW": 1.0, "kWp": 1.0 / _KW_PER_MW}).astype(float)
    return projects["capacity"].astype(float) * scale


def yearly_mwh(projects: pd.DataFrame, hours: Mapping[str, float] = NATIONAL_HOURS) -> pd.DataFrame:
    """MWh a year per project of the register's table: columns mwh (NaN when neither is known) and is_estimated.

    What is recorded goes first; else E = P x h with the full-load `hours` of the technology.
    """
    recorded = projects["expected_mwh"].astype(float)
    derived = megawatts(projects) * projects["technology"].map(dict(hours)).astype(float)
    return pd.DataFrame(
        {"mwh": recorded.fillna(derived), "is_estimated": recorded.isna() & derived.notna()}, index=projects.index
    )


def exact_sum(values: pd.Series) -> float:
    """The sum of what is known, the same in every order of the rows."""
    found = values.to_numpy(dtype=float)
    return math.fsum(found[~np.isnan(found)])
