"""What the register's makers need to know of the region: its municipalities with their wijken and buurten, dwellings and places."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import isnan, nan

import geopandas as gpd

from transition.domain.areas import Level, gemeente_of
from transition.store import Snapshot

YEAR = 2022
"""The year of the newest drawn boundaries; they are the same ones until now."""
CODES_OF = 2025
BEFORE_MERGER = 2021
COUNTED_IN = "2024"
MEASURED_IN = "2022"


@dataclass(frozen=True)
class Spot:
    """A wijk or buurt: its dwellings, surface in km2, a point in it (latitude, longitude), m3 of gas per dwelling in 2020 (0: hidden)."""

    code: str
    name: str
    dwellings: int
    km2: float
    point: tuple[float, float]
    gas: float

    @property
    def is_open(self) -> bool:
        """Whether there is room for turbines and fields of panels."""
        return self.km2 > 2 and self.dwellings / self.km2 < 60


@dataclass(frozen=True)
class Town:
    """A municipality as it is now: dwellings, % of them without gas in 2022, gas per dwelling, all panels and those in fields (kWp)."""

    code: str
    name: str
    res: str
    provincie: str
    dwellings: int
    gas_free_pct: float
    gas: float
    solar_kwp: float
    field_kwp: float
    wijken: tuple[Spot, ...]
    buurten: tuple[Spot, ...]

    @cached_property
    def by_name(self) -> Mapping[str, Spot]:
        """Wijken and buurten by name; a wijk and a buurt of one name: the wijk."""
        return {spot.name: spot for spot in (*self.buurten, *self.wijken)}


@dataclass(frozen=True)
class Land:
    """The region. `former`: wijken of before the merger by name, `shapes`: the polygons of buurten and wijken in degrees."""

    towns: Mapping[str, Town]
    former: Mapping[str, Spot]
    shapes: Mapping[str, object] = field(repr=False)


def land_of(snapshot: Snapshot) -> Land:
    """The region as the snapshot of the example has it."""
    layers = {(one.level, one.year): snapshot.shapes(one) for one in snapshot.layers.values() if one.level in _SMALL}
    now = [_spots(snapshot, layers[level, YEAR], level) for level in _SMALL]
    figures = (
        _figures(snapshot, Level.GEMEENTE, "dwellings_count"),
        _figures(snapshot, Level.GEMEENTE, "heating_gas_free_pct", year=MEASURED_IN),
        _figures(snapshot, Level.GEMEENTE, "gas_use_m3_per_dwelling"),
        _figures(snapshot, Level.GEMEENTE, "solar_capacity_kwp"),
        _figures(snapshot, Level.GEMEENTE, "solar_capacity_kwp", "large_field"),
    )
    towns = {}
    for area in sorted(snapshot.areas_at[Level.GEMEENTE], key=lambda area: area.code):
        if not area.exists_in(CODES_OF):
            continue
        wijken, buurten = (tuple(s for s in spots if gemeente_of(s.code) == area.code) for spots in now)
        dwellings, gas_free, gas, solar, field_kwp = (found.get(area.code, nan) for found in figures)
        towns[area.code] = Town(
            area.code,
            area.name,
            area.res,
            area.provincie,
            round(dwellings),
            gas_free,
            gas,
            solar,
            field_kwp,
            wijken,
            buurten,
        )
    before = _spots(snapshot, layers[Level.WIJK, BEFORE_MERGER], Level.WIJK)
    former = {spot.name: spot for spot in before if gemeente_of(spot.code) not in towns}
    shapes = {code: shape for level in _SMALL for code, shape in _by_code(layers[level, YEAR])}
    return Land(towns, former, shapes)


_SMALL = (Level.WIJK, Level.BUURT)


def _by_code(layer: gpd.GeoDataFrame) -> list[tuple[str, object]]:
    return list(zip(layer["code"], layer.geometry, strict=True))


def _or_0(value: float | None) -> float:
    return 0.0 if value is None or isnan(value) else value


def _figures(
    snapshot: Snapshot, level: Level, indicator: str, breakdown: str = "", year: str = COUNTED_IN
) -> dict[str, float]:
    column = snapshot.column(str(level), indicator, breakdown, year)
    return dict(zip(column.codes.tolist(), column.values.tolist(), strict=True)) if column else {}


def _spots(snapshot: Snapshot, layer: gpd.GeoDataFrame, level: Level) -> list[Spot]:
    points = layer.representative_point()
    km2 = layer.to_crs(28992).area / 1e6
    homes = _figures(snapshot, level, "dwellings_count")
    gas = _figures(snapshot, level, "gas_use_m3_per_dwelling", year="2020")
    return [
        Spot(
            code,
            name,
            round(homes.get(code, 0)),
            float(size),
            (round(point.y, 4), round(point.x, 4)),
            _or_0(gas.get(code)),
        )
        for code, name, point, size in zip(layer["code"], layer["name"], points, km2, strict=True)
    ]
