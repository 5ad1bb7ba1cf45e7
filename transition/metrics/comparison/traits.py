"""What a municipality is like, for finding others like it: traits on the boundaries of now, standardised.

Income, building years, ownership of homes and urbanity as CBS counts it would belong here; the snapshot has no figures of these.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np

from transition.domain.areas import Level
from transition.metrics.headlines import newest_complete
from transition.metrics.plan import plan
from transition.metrics.vintages import column_on, newest
from transition.store import Snapshot

_GEMEENTE = Level.GEMEENTE
PEOPLE, HOUSEHOLDS, DWELLINGS = "population_count", "households_count", "dwellings_count"
GAS, ELECTRICITY = "gas_use_m3_per_dwelling", "electricity_use_kwh_per_dwelling"
DENSITY, SOLAR = "population_density_per_km2", "solar_capacity_kwp"
MADE_OF = (PEOPLE, HOUSEHOLDS, DWELLINGS, DENSITY, GAS, ELECTRICITY, SOLAR)
"""The indicators the traits are made of."""


class Scale(StrEnum):
    """LOG: ten times as many counts as the same step everywhere, log(1 + x); for what a few large places would else decide."""

    LINEAR = "linear"
    LOG = "log"


@dataclass(frozen=True)
class Trait:
    """about: how the ids begin of the indicators that measure the same thing; beside these it would compare a figure with itself."""

    id: str
    scale: Scale
    about: tuple[str, ...] = ()


POPULATION = Trait("population", Scale.LOG)
PEOPLE_PER_KM2 = Trait("people_per_km2", Scale.LOG)
LAND = Trait("land_km2", Scale.LOG)
HOUSEHOLD = Trait("people_per_household", Scale.LINEAR)
HOME = Trait("people_per_dwelling", Scale.LINEAR)
GAS_PER_HOME = Trait("gas_m3_per_dwelling", Scale.LINEAR, ("gas_",))
ELECTRICITY_PER_HOME = Trait("electricity_kwh_per_dwelling", Scale.LINEAR, ("electricity_",))
SMALL_SOLAR = Trait("small_solar_wp_per_inhabitant", Scale.LINEAR, ("solar_", "collective_solar", "sde_", "sce_"))
LARGE_SOLAR = Trait("large_solar_kwp_per_km2", Scale.LOG, ("solar_", "collective_solar", "sde_", "sce_", "res_"))
ALL = (POPULATION, PEOPLE_PER_KM2, LAND, HOUSEHOLD, HOME, GAS_PER_HOME, ELECTRICITY_PER_HOME, SMALL_SOLAR, LARGE_SOLAR)


@dataclass(frozen=True, eq=False)
class Traits:
    """One row of `raw` and `standard` per code, one column per trait; NaN where it is not known.

    standard: in standard deviations from the mean of all municipalities that have it, on the trait's scale. years: per trait what
    its figures are of. absent: traits of which the snapshot has no figure at all.
    """

    codes: tuple[str, ...]
    traits: tuple[Trait, ...]
    raw: np.ndarray
    standard: np.ndarray
    years: dict[str, tuple[str, ...]]
    absent: tuple[str, ...]


def standardised(raw: np.ndarray, traits: tuple[Trait, ...]) -> np.ndarray:
    """raw: areas x traits, NaN where unknown. A trait in which all are equal tells nothing: 0 for everyone."""
    is_log = np.array([trait.scale is Scale.LOG for trait in traits], dtype=bool)
    made = np.where(is_log, np.log1p(np.where(is_log & (raw > -1), raw, np.nan)), raw)
    spread = np.nanstd(made, axis=0)
    result: np.ndarray = (made - np.nanmean(made, axis=0)) / np.where(spread > 0, spread, 1.0)
    return result


def of_table(codes: tuple[str, ...], raw: dict[Trait, np.ndarray], years: dict[str, tuple[str, ...]]) -> Traits:
    """Traits from a column of raw values each; one without any known value is absent."""
    there = tuple(trait for trait in ALL if trait in raw and not np.isnan(raw[trait]).all())
    columns = np.column_stack([raw[trait] for trait in there]) if there else np.empty((len(codes), 0))
    absent = tuple(trait.id for trait in ALL if trait not in there)
    return Traits(codes, there, columns, standardised(columns, there), years, absent)


@lru_cache(maxsize=2)
def traits(snapshot: Snapshot) -> Traits:
    """Of the municipalities that exist now, sorted by code, from the newest complete figures."""
    codes = tuple(sorted(area.code for area in snapshot.areas_at[_GEMEENTE] if area.valid_to is None))
    read = _Figures(snapshot, codes)
    people, now = read.newest(PEOPLE)
    land, measured = read.land()
    households, when = read.newest(HOUSEHOLDS)
    dwellings, counted = read.newest(DWELLINGS)
    gas, burnt = read.newest(GAS)
    electricity, used = read.newest(ELECTRICITY)
    small, small_at = read.newest(SOLAR, "small_up_to_15_kwp")
    large, large_at = read.newest(SOLAR, "large_over_15_kwp")
    with np.errstate(divide="ignore", invalid="ignore"):
        raw = {
            POPULATION: people,
            PEOPLE_PER_KM2: people / land,
            LAND: land,
            HOUSEHOLD: read.of(PEOPLE, "", when) / households,
            HOME: read.of(PEOPLE, "", counted) / dwellings,
            GAS_PER_HOME: gas,
            ELECTRICITY_PER_HOME: electricity,
            SMALL_SOLAR: small / people * 1000,
            LARGE_SOLAR: large / land,
        }
    years = {
        POPULATION: (now,), PEOPLE_PER_KM2: (now, measured), LAND: (measured,), HOUSEHOLD: (when,), HOME: (counted,),
        GAS_PER_HOME: (burnt,), ELECTRICITY_PER_HOME: (used,), SMALL_SOLAR: (small_at, now), LARGE_SOLAR: (large_at, measured),
    }  # fmt: skip
    known = {trait: np.where(np.isfinite(column), column, np.nan) for trait, column in raw.items()}
    return of_table(codes, known, {trait.id: tuple(dict.fromkeys(found)) for trait, found in years.items()})


class _Figures:
    """Figures of the municipalities of now, on their boundaries."""

    def __init__(self, snapshot: Snapshot, codes: tuple[str, ...]) -> None:
        self._snapshot, self._codes = snapshot, codes
        self._vintage = newest(snapshot, _GEMEENTE)

    def newest(self, indicator: str, breakdown: str = "") -> tuple[np.ndarray, str]:
        """The figures, NaN where unknown, and their year."""
        period = newest_complete(self._snapshot, _GEMEENTE, indicator, breakdown)
        return self.of(indicator, breakdown, period), period

    def of(self, indicator: str, breakdown: str, period: str) -> np.ndarray:
        column = column_on(self._snapshot, _GEMEENTE, indicator, breakdown, period, self._vintage)
        if column is None:
            return np.full(len(self._codes), np.nan)
        known = dict(zip(column.codes.tolist(), column.values.tolist(), strict=True))
        return np.array([known.get(code, np.nan) for code in self._codes], dtype=float)

    def land(self) -> tuple[np.ndarray, str]:
        """Square kilometres, from inhabitants and their density in the last year that has both.

        A density does not add up, land does: municipalities that went together are summed. Of a split nobody published which part
        of the land went where; who took over such a part has no figure.
        """
        period = newest_complete(self._snapshot, _GEMEENTE, DENSITY)
        density = self._snapshot.column(_GEMEENTE, DENSITY, "", period)
        people = self._snapshot.column(_GEMEENTE, PEOPLE, "", period)
        if density is None or people is None or density.vintage != people.vintage:
            return np.full(len(self._codes), np.nan), period
        count = dict(zip(people.codes.tolist(), people.values.tolist(), strict=True))
        each = zip(density.codes.tolist(), density.values.tolist(), strict=True)
        km2 = {code: count.get(code, np.nan) / dense if dense > 0 else np.nan for code, dense in each}
        parts = plan(density.vintage, self._vintage).parts
        found = [
            np.nan if any(cuts for _, cuts in made) else sum(km2.get(origin, np.nan) for origin, _ in made)
            for made in (parts.get(code, ((code, ()),)) for code in self._codes)
        ]
        return np.array(found, dtype=float), period
