"""What every buurt of Doggerland would count and use, before anything is added up, rounded or hidden. All of it is invented.

An indicator that is not named here gets figures made from its entry in the catalog: it needs no line of code.
"""

from collections.abc import Callable
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.example import municipalities as by_hand
from transition.domain.areas import Level
from transition.domain.indicators import AddsUp, Direction, Indicator

Floats = NDArray[np.float64]
YEARS = tuple(range(2015, 2026))
TIMES = np.array([float(year) for year in YEARS[:-1]] + [2024.5])
"""When a stock was counted, in years; the newest year is known until the middle of it."""

_GAS_OF_YEAR = np.array([1.0, 1.03, 0.99, 0.98, 0.94, 0.90, 0.97, 0.76, 0.71, 0.73, 0.72])
"""Winters and insulation, and in 2022 a shock: prices rose so much that people used a fifth less."""
_FACTOR_OF_PART = {
    "apartment": 0.62,
    "terraced": 0.94,
    "corner": 1.08,
    "semi_detached": 1.30,
    "detached": 1.72,
    "owner_occupied": 1.12,
    "rented": 0.84,
}
_SHARE_BY_GAS = {"high_gas": 0.14, "low_gas": 0.28, "no_gas": 0.58}


@dataclass(frozen=True)
class Base:
    """Per buurt and year what the figures rest on; arrays are (buurt, year). kind(field) reads a field of `Kind` per buurt."""

    table: pd.DataFrame
    people: Floats
    households: Floats
    dwellings: Floats
    adoption: Floats
    district: Floats
    seed: int

    def kind(self, field: str) -> Floats:
        return _of_kind(self.table, field)

    def wobble(self, of: str, size: float) -> Floats:
        """A factor around 1 per buurt, always the same for the same subject."""
        rng = np.random.default_rng([self.seed, crc32(of.encode())])
        return np.asarray(np.exp(rng.normal(0, size, (len(self.table), 1))))

    def local(self, of: str, low: float, high: float) -> Floats:
        """A number between `low` and `high` per municipality, as a column over the buurten: what sets neighbours apart."""
        rng = np.random.default_rng([self.seed, crc32(of.encode())])
        number = rng.uniform(low, high, len(by_hand.MUNICIPALITIES))
        return np.asarray(number[self.table["municipality"].to_numpy()][:, None])


def base(table: pd.DataFrame, seed: int) -> Base:
    """`table`: of `geography.Geography`."""
    rng = np.random.default_rng([seed, 6])
    people_per, growth = _of_kind(table, "people"), _of_kind(table, "growth")
    growth = growth + rng.normal(0, 0.006, growth.shape) + 0.012 * (rng.random(growth.shape) < 0.08)
    years = np.array(YEARS) - YEARS[0]
    dwellings = np.round(table["people"].to_numpy()[:, None] / people_per * (1 + growth) ** years)
    people = 5 * np.round(dwellings * people_per * (1 - 0.0022 * years) / 5)
    households = np.minimum(people, 5 * np.round(dwellings * 0.965 / 5))
    when, speed = rng.uniform((2019.3, 1.7), (2021.5, 2.4), (len(by_hand.MUNICIPALITIES), 2))[
        table["municipality"].to_numpy()
    ].T
    adoption = 0.5 / (1 + np.exp(-(TIMES - when[:, None]) / speed[:, None])) * _of_kind(table, "adoption")
    adoption = np.minimum(0.85, adoption * np.exp(rng.normal(0, 0.22, growth.shape)))
    reach = table["urban"].to_numpy()[:, None] * 1.7 * np.exp(rng.normal(0, 0.4, growth.shape))
    district = np.clip(_of_kind(table, "district") * reach * (0.72 + 0.28 * (TIMES - 2015) / 9), 0, 88)
    return Base(table, people, households, dwellings, adoption, district, seed)


def _of_kind(table: pd.DataFrame, field: str) -> Floats:
    per_municipality = [getattr(by_hand.KINDS[m.kind], field) for m in by_hand.MUNICIPALITIES]
    return np.asarray(np.array(per_municipality)[table["municipality"].to_numpy()][:, None])


def values(indicator: Indicator, base: Base) -> dict[str, Floats]:
    """The indicator per breakdown ('' is the total, where there is one): amounts to be summed, or rates, both (buurt, year)."""
    if indicator.id in _SOLAR:
        return _solar(_SOLAR[indicator.id], base)
    if indicator.id in _BY_GAS:
        return {part: _BY_GAS[indicator.id](base) * _SHARE_BY_GAS[part] for part in indicator.breakdowns}
    known = _KNOWN.get(indicator.id)
    total = known(base) if known else _invented(indicator, base)
    return {"": total} | _parts(indicator, total, base)


def _parts(indicator: Indicator, total: Floats, base: Base) -> dict[str, Floats]:
    """For a sum: shares that make the whole. For a rate: higher for one part, lower for another."""
    names = list(indicator.breakdowns)
    if indicator.adds_up is AddsUp.SUM:
        share = (
            np.column_stack([base.wobble(f"{indicator.id} {name}", 0.3) for name in names])
            if names
            else np.ones((1, 1))
        )
        share = share / share.sum(axis=1, keepdims=True)
        return {name: total * share[:, place : place + 1] for place, name in enumerate(names)}
    usual = np.linspace(0.85, 1.15, len(names))
    factor = {name: _FACTOR_OF_PART.get(name, float(usual[place])) for place, name in enumerate(names)}
    return {name: total * factor[name] * base.wobble(f"{indicator.id} {name}", 0.05) for name in names}


def _invented(indicator: Indicator, base: Base) -> Floats:
    """Figures for an indicator this file does not know, in the middle of what its entry calls plausible."""
    trend = {Direction.UP: 0.05, Direction.DOWN: -0.03, Direction.NONE: 0.0}[indicator.direction]
    growth = (1 + trend) ** (TIMES - TIMES[0]) * base.wobble(indicator.id, 0.15)
    if indicator.adds_up is AddsUp.SUM:
        low, high = indicator.plausible.get(Level.LAND, (base.people.sum(axis=0).min(), base.people.sum(axis=0).max()))
        total = np.sqrt(max(low, 1.0) * high)
        return np.asarray(total * base.people / base.people[:, :1].sum() * growth)
    low, high = indicator.plausible.get(indicator.levels[-1], (0.0, 100.0))
    return np.asarray(np.clip((low + (high - low) / 3) * growth, low, high))


def _business_kwp(base: Base) -> Floats:
    """Grows with a bend of its own per municipality, and with a jump in the year its solar park opened."""
    curve = base.local("business", 0.7, 1.3) / (1 + np.exp(-(TIMES - base.local("bend", 2019.8, 2022.2)) / 2.1))
    park = base.local("park", 0.1, 0.9) * base.kind("field") * (np.round(base.local("opened", 2015.6, 2026.4)) <= TIMES)
    return np.asarray(base.people * base.kind("business") * 0.9 * (curve + park) * base.wobble("business", 0.5))


def _homes_kwp(base: Base) -> Floats:
    return np.asarray(base.dwellings * base.adoption * (3.5 + 0.12 * (TIMES - 2015)))


@dataclass(frozen=True)
class _Solar:
    """How one solar figure follows from the capacity of homes and businesses: a factor for each, and the field's part of the large ones."""

    of_homes: Callable[[Base], Floats]
    of_businesses: float
    field: float = 1.0


_SOLAR = {
    "solar_capacity_kwp": _Solar(_homes_kwp, 1.0),
    "solar_installations_count": _Solar(lambda base: base.dwellings * base.adoption, 1 / 90, field=0.03),
    "solar_inverter_capacity_kw": _Solar(lambda base: _homes_kwp(base) * 0.84, 0.78),
    "solar_production_gwh": _Solar(lambda base: _homes_kwp(base) * 0.00083, 0.00088),
}


def _solar(figure: _Solar, base: Base) -> dict[str, Floats]:
    """Totals are left to the adding up: homes + businesses, and field + roof are the large ones."""
    homes, businesses = figure.of_homes(base), _business_kwp(base) * figure.of_businesses
    large = 0.02 * homes + (0.94 if figure.field == 1.0 else 0.4) * businesses
    in_field = np.clip(base.kind("field") * figure.field * base.wobble("field", 0.2), 0, 0.9)
    farms = np.clip(0.12 + 0.25 * (base.kind("business") - 0.5), 0.03, 0.6)
    return {
        "homes": homes,
        "businesses": businesses,
        "agriculture": businesses * farms,
        "energy_sector": businesses * (1 - farms) * base.kind("field") * 0.7,
        "large_field": large * in_field,
        "large_roof": large * (1 - in_field),
    }


def _electric(base: Base) -> Floats:
    return np.asarray(
        (1.2 + 0.5 * (TIMES - 2015))
        * base.wobble("electric", 0.35)
        * (0.6 + 60 * np.clip(base.kind("growth"), 0, 0.02))
    )


def _block(base: Base) -> Floats:
    return np.asarray(
        (1.5 + 6 * base.table["urban"].to_numpy()[:, None]) * base.wobble("block", 0.3) * np.ones(len(YEARS))
    )


def _unknown(base: Base) -> Floats:
    return np.asarray((4.2 - 0.2 * (TIMES - 2015)) * base.wobble("unknown", 0.15))


def _boiler(base: Base) -> Floats:
    return np.asarray(np.clip(100 - base.district - _electric(base) - _block(base) - _unknown(base), 0, 100))


def _power(base: Base) -> Floats:
    """From 2022 on what the net delivers: what homes use of their own panels is no longer in it."""
    use = 3_050 * base.local("power", 0.980, 0.996) ** (TIMES - 2015) * base.kind("power") * base.wobble("power", 0.08)
    return np.asarray(use - (np.array(YEARS) >= 2022) * base.adoption * 900)


def _net_power(base: Base) -> Floats:
    return np.asarray(_power(base) - base.adoption * 4.3 * 540)


def _gas(base: Base) -> Floats:
    on_gas = 1 - 0.9 * np.minimum(base.district, 80) / 100
    return np.asarray(
        1_500
        * base.kind("gas")
        * _GAS_OF_YEAR
        * base.local("insulation", 0.978, 1.006) ** (TIMES - 2015)
        * base.wobble("gas", 0.10)
        * on_gas
    )


_BY_GAS: dict[str, Callable[[Base], Floats]] = {
    "heating_district_pct": lambda base: base.district,
    "heating_electric_pct": _electric,
}
_KNOWN: dict[str, Callable[[Base], Floats]] = {
    "population_count": lambda base: base.people,
    "households_count": lambda base: base.households,
    "dwellings_count": lambda base: base.dwellings,
    "population_density_per_km2": lambda base: base.people / base.table["area"].to_numpy()[:, None],
    "solar_homes_capacity_kwp": _homes_kwp,
    "solar_homes_installations_count": lambda base: base.dwellings * base.adoption,
    "gas_use_m3_per_dwelling": _gas,
    "electricity_use_kwh_per_dwelling": _power,
    "electricity_net_use_kwh_per_dwelling": _net_power,
    "district_heating_pct": lambda base: base.district,
    "heating_gas_boiler_pct": _boiler,
    "heating_block_pct": _block,
    "heating_gas_free_pct": lambda base: (base.district + _electric(base)) * _SHARE_BY_GAS["no_gas"],
    "heating_unknown_pct": _unknown,
}
