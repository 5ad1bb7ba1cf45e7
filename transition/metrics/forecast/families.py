"""Which series are forecast, and in which way: the choices the backtest of docs/forecast.md was made with."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from transition.domain.values import Gap, Missing

SMOOTHED_YEARS = 3
"""A smoothed deviation is the mean of so many years."""


class Kind(StrEnum):
    """How a municipality differs from the country.

    RATIO: it lies so many percent above or below, in logarithms. POINTS: so many points (of a share between 0 and 100).
    PACE: it keeps its own pace, so many times as much faster or slower than it was used to as the country is.
    """

    RATIO = "ratio"
    POINTS = "points"
    PACE = "pace"


@dataclass(frozen=True)
class Family:
    """Series that are forecast alike.

    method: the name in `candidates` of the point forecast. learn_from: a past year counts for the band when so many years
    were known by then. widen: whether the band is widened by sqrt(1 + 1/n) for n years it was learnt from. least_areas: with
    fewer municipalities a year teaches no band.
    """

    id: str
    kind: Kind
    method: str
    learn_from: int = 2
    widen: bool = False
    least_areas: int = 100

    @property
    def level_years(self) -> int:
        """Over how many years the present deviation is averaged."""
        return SMOOTHED_YEARS if self.method.endswith("_smoothed") else 1

    @property
    def is_alike(self) -> bool:
        """Whether a municipality shares the pace of those of about its level, beside the national one."""
        return self.method.startswith("similar")


GAS = Family("gas_per_home", Kind.RATIO, "similar_smoothed", learn_from=1)
ELECTRICITY = Family("electricity_per_home", Kind.RATIO, "similar", learn_from=1)
SHARES = Family("heating_shares", Kind.POINTS, "similar", widen=True)
SOLAR = Family("solar", Kind.PACE, "drift")

LEAST_POINTS = 5
"""So many comparable years a municipality must have before it gets a forecast; the backtest judges from 3."""
LEAST_CHECKS = 3
"""So many earlier years a look-ahead must have been checked on before its band is shown."""

HOLDS_FROM, HOLDS_TO, HOLDS_EACH_YEAR = 0.76, 0.84, 0.60
"""A band that should hold eight in ten is shown where it held this part of what came: over all years together, and in each year."""

_OF = {
    "gas_use_m3_per_dwelling": GAS,
    "electricity_use_kwh_per_dwelling": ELECTRICITY,
    "heating_gas_boiler_pct": SHARES,
    "heating_gas_free_pct": SHARES,
    "heating_block_pct": SHARES,
    "heating_electric_pct": SHARES,
    "heating_district_pct": SHARES,
    "solar_capacity_kwp": SOLAR,
    "solar_installations_count": SOLAR,
}


def family_of(indicator: str) -> Family | Gap:
    """The family of an indicator, or why there is no forecast of it."""
    found = _OF.get(indicator)
    return found or Gap(Missing.NOT_APPLICABLE, "voor dit cijfer is geen manier van vooruitkijken getoetst")


def on_scale(kind: Kind, values: np.ndarray) -> np.ndarray:
    """Values on the scale deviations are added up on; NaN where there is none (a logarithm of 0)."""
    if kind is Kind.RATIO:
        logs: np.ndarray = np.log(values, out=np.full(values.shape, np.nan), where=values > 0)
        return logs
    return values


def in_unit(kind: Kind, scaled: np.ndarray) -> np.ndarray:
    """Back from `on_scale`; a share never passes 0 or 100, an amount never 0."""
    if kind is Kind.RATIO:
        exponents: np.ndarray = np.exp(scaled)
        return exponents
    bounded: np.ndarray = np.clip(scaled, 0, 100 if kind is Kind.POINTS else np.inf)
    return bounded
