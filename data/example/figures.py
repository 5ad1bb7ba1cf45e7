"""Adds the invented buurten up to every level of the catalog, and hides what a statistics office would hide."""

from collections.abc import Iterable, Iterator
from typing import Any
from zlib import crc32

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.example import models
from data.example import municipalities as by_hand
from data.example.geography import Geography
from data.example.models import YEARS, Base, Floats
from transition import catalog, tables
from transition.domain.areas import Level
from transition.domain.indicators import AddsUp, Indicator
from transition.domain.values import Missing, Status

Words = NDArray[np.str_]
PARTIAL_YEAR = YEARS[-1]
_WITH_PARTIAL_YEAR = ("Opwek", "Gebied")
"""Themes that have figures of the newest year: half a year of solar panels, and the counts of 1 January."""
_MEASURED = {
    "solar_inverter_capacity_kw": (2022, 2025),
    "electricity_net_use_kwh_per_dwelling": (2021, 2024),
    "heating_gas_boiler_pct": (2017, 2022),
    "heating_block_pct": (2017, 2022),
    "heating_gas_free_pct": (2017, 2022),
    "heating_district_pct": (2017, 2022),
    "heating_electric_pct": (2017, 2022),
    "heating_unknown_pct": (2017, 2022),
}
"""First and last year of series that are shorter than the rest."""
_NOT_PUBLISHED = {("solar_installations_count", "agriculture"), ("solar_installations_count", "energy_sector")}
_NOT_ASSIGNABLE = {Level.PROVINCIE: "PV99", Level.RES: "ES99", Level.SUBRES: "ET9999", Level.GEMEENTE: "GM0000"}
_NOT_ASSIGNABLE_SHARE = 0.008
_NOT_ASSIGNABLE_SHARE_OF_COUNTS = 0.0003
"""What cannot be given to an area is a few large installations: much of the capacity, little of the number."""
_FEWEST_DWELLINGS = 25
_FEWEST_DWELLINGS_OF_PART = 250
_LEVELS = tuple(Level)
"""From the whole to the smallest parts."""


def observations(indicators: Iterable[Indicator], geography: Geography, base: Base) -> pd.DataFrame:
    """All figures of the indicators, as `tables.OBSERVATIONS`: a row for every area that exists in a year."""
    rows = [part for indicator in indicators for part in _series(indicator, geography, base)]
    columns = {name: np.concatenate([row[name] for row in rows]) for name in rows[0]}
    found = pd.DataFrame({name: pd.Series(columns[name], dtype=None if name == "value" else "str") for name in columns})
    found["vintage"] = found["period"].astype("int64")
    return found[list(tables.OBSERVATIONS)]


def _series(indicator: Indicator, geography: Geography, base: Base) -> Iterator[dict[str, NDArray[Any]]]:
    """The rows of one indicator, per breakdown, level and set of years with the same municipalities."""
    known = models.values(indicator, base)
    last = PARTIAL_YEAR if indicator.theme in _WITH_PARTIAL_YEAR else PARTIAL_YEAR - 1
    for years in (range(YEARS[0], by_hand.MERGER_YEAR), range(by_hand.MERGER_YEAR, last + 1)):
        chosen = slice(years[0] - YEARS[0], years[-1] - YEARS[0] + 1)
        codes = {level: geography.codes(level, years[0]).to_numpy(dtype="str") for level in _LEVELS}
        parts = {name: array[:, chosen] for name, array in known.items()}
        summed = indicator.adds_up is AddsUp.SUM
        added = _sums(indicator, parts, codes) if summed else _rates(indicator, parts, codes, base, chosen)
        for (breakdown, level), (areas, array) in added.items():
            homes = _added(codes[level], base.dwellings[:, chosen])
            dwellings = np.full(array.shape, np.inf)
            dwellings[: len(homes[0])] = homes[1]
            status = _statuses(indicator, breakdown, level, years, array, dwellings)
            missing = np.isin(status, [str(reason) for reason in Missing])
            yield {
                "area": np.repeat(areas, len(years)),
                "indicator": np.full(array.size, indicator.id),
                "breakdown": np.full(array.size, breakdown),
                "period": np.tile([str(year) for year in years], len(areas)),
                "value": np.where(missing, np.nan, array).ravel(),
                "status": status.ravel(),
            }


def _added(codes: Words, array: Floats) -> tuple[Words, Floats]:
    """The sorted codes and the sum of the rows of each."""
    areas, place = np.unique(codes, return_inverse=True)
    total = np.zeros((len(areas), array.shape[1]))
    np.add.at(total, place.ravel(), array)
    return areas, total


Added = dict[tuple[str, Level], tuple[Words, Floats]]


def _sums(indicator: Indicator, parts: dict[str, Floats], codes: dict[Level, Words]) -> Added:
    """Rounded at the smallest level and added up from there, so that parts make the whole; a little cannot be given to any area."""
    finest = max(indicator.levels, key=_LEVELS.index)
    first = np.unique(codes[finest], return_index=True)[1]
    leftover = finest in _NOT_ASSIGNABLE
    rounded = {}
    for name, array in parts.items():
        total = _added(codes[finest], array)[1]
        if leftover:
            share = _NOT_ASSIGNABLE_SHARE_OF_COUNTS if indicator.id.endswith("_count") else _NOT_ASSIGNABLE_SHARE
            total = np.vstack([total, total.sum(axis=0) * share])
        rounded[name] = np.round(total, indicator.decimals)
    rounded = _completed(rounded)
    found: Added = {}
    for level in indicator.levels:
        of_finest = codes[level][first]
        if leftover:
            of_finest = np.append(of_finest, _NOT_ASSIGNABLE.get(level, by_hand.LAND[0]))
        for name, array in rounded.items():
            above, total = _added(of_finest, array)
            order = np.argsort(np.isin(above, list(_NOT_ASSIGNABLE.values())), kind="stable")
            found[name, level] = above[order], np.round(total[order], indicator.decimals)
    return found


def _completed(parts: dict[str, Floats]) -> dict[str, Floats]:
    """Adds the wholes of solar figures to their parts."""
    if "" in parts or "homes" not in parts:
        return parts
    total = parts["homes"] + parts["businesses"]
    large = parts["large_field"] + parts["large_roof"]
    return {"": total, **parts, "large_over_15_kwp": large, "small_up_to_15_kwp": total - large}


def _rates(
    indicator: Indicator, parts: dict[str, Floats], codes: dict[Level, Words], base: Base, chosen: slice
) -> Added:
    """Means weighted by what the catalog names; a density by surface. Never a mean of means."""
    weight = _weight(indicator, base)[:, chosen]
    found: Added = {}
    for name, array in parts.items():
        for level in indicator.levels:
            areas, above = _added(codes[level], array * weight)
            below = _added(codes[level], weight)[1]
            mean = np.divide(above, below, out=np.full(above.shape, np.nan), where=below > 0)
            found[name, level] = areas, np.round(mean, indicator.decimals)
    return found


def _weight(indicator: Indicator, base: Base) -> Floats:
    if indicator.weight:
        return models.values(catalog.indicator(indicator.weight), base)[""]
    return np.repeat(base.table["area"].to_numpy()[:, None], len(YEARS), axis=1)


def _statuses(
    indicator: Indicator, breakdown: str, level: Level, years: range, array: Floats, dwellings: Floats
) -> Words:
    """How sure each value is, or why it is not there."""
    when = np.broadcast_to(np.array(years), array.shape)
    status = np.where(when >= 2024, str(Status.PROVISIONAL), str(Status.FINAL)).astype("U24")
    status[when == 2023] = str(Status.PROVISIONAL_REVISED)
    if indicator.theme != "Gebied":
        _make_exceptions(status, indicator, breakdown, level, when)
        small = level in (Level.WIJK, Level.BUURT)
        fewest = (
            _FEWEST_DWELLINGS if small else _FEWEST_DWELLINGS_OF_PART * len(indicator.breakdowns) if breakdown else 0
        )
        if small or indicator.adds_up is not AddsUp.SUM:
            status[dwellings < fewest] = str(Missing.SUPPRESSED)
        status[dwellings == 0] = str(Missing.NOT_APPLICABLE)
    if indicator.id == "district_heating_pct":
        status[(array < 1) | (array / 100 * dwellings < 500)] = str(Missing.SUPPRESSED)
    if (indicator.id, breakdown) in _NOT_PUBLISHED:
        status[:] = str(Missing.NOT_PUBLISHED)
    if indicator.id == "solar_production_gwh":
        status[when == PARTIAL_YEAR] = str(Missing.NOT_PUBLISHED)
    first, last = _MEASURED.get(indicator.id, (YEARS[0], YEARS[-1]))
    status[(when < first) | (when > last)] = str(Missing.NOT_MEASURED)
    status[np.isnan(array) & ~np.isin(status, [str(reason) for reason in Missing])] = str(Missing.NOT_APPLICABLE)
    return status


def _make_exceptions(
    status: Words, indicator: Indicator, breakdown: str, level: Level, when: NDArray[np.int64]
) -> None:
    """Some municipal figures were estimated or calculated again; of rates, some are simply not there."""
    if level is not Level.GEMEENTE:
        return
    rng = np.random.default_rng([crc32(f"{indicator.id} {breakdown}".encode()), int(when[0, 0])])
    chance = rng.random(status.shape)
    older = when < 2023
    status[older & (chance < 0.015)] = str(Status.ESTIMATED)
    status[older & (chance > 0.985)] = str(Status.RECALCULATED)
    if indicator.adds_up is not AddsUp.SUM and (indicator.id, breakdown) != ("gas_use_m3_per_dwelling", ""):
        status[older & (np.abs(chance - 0.5) < 0.008)] = str(Missing.NOT_PUBLISHED)
