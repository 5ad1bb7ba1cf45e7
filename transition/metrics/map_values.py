"""What a map shows: per area of a layer the value, its status and its rank inside a named group."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from transition import catalog
from transition.domain.areas import Level, gemeente_of
from transition.domain.values import STATUS_CODES, Missing
from transition.metrics import rates
from transition.metrics.ranking import ranks
from transition.metrics.vintages import column_shown
from transition.store import Layer, Snapshot

NOT_APPLICABLE = STATUS_CODES.index(Missing.NOT_APPLICABLE)
NOT_MEASURED = STATUS_CODES.index(Missing.NOT_MEASURED)


@dataclass(frozen=True)
class MapValues:
    """Side by side, in the layer's order: `values` (NaN where missing) and `statuses` (numbers of STATUS_CODES).

    lost: codes that have a figure but no shape in this layer. denominator_years: of a rate.
    """

    values: np.ndarray
    statuses: np.ndarray
    lost: tuple[str, ...] = ()
    denominator_years: tuple[str, ...] = ()


def on_layer(
    snapshot: Snapshot,
    layer: Layer,
    indicator: str,
    breakdown: str,
    period: str,
    per: str = "",
    vintage: int | None = None,
) -> MapValues:
    """The figures of one series and period laid on a layer's areas; per 1,000 inhabitants or per dwelling when `per` is given.

    vintage: the boundaries the figures are put on first; None for those of their own year.
    """
    codes = layer.codes
    values = np.full(len(codes), np.nan)
    statuses = np.full(len(codes), NOT_MEASURED, dtype=np.uint8)
    column = column_shown(snapshot, layer.level, indicator, breakdown, period, vintage)
    if column is None:
        return MapValues(values, statuses)
    at = np.searchsorted(column.codes, codes)
    at[at == len(column.codes)] = 0
    found = column.codes[at] == codes
    values[found], statuses[found] = column.values[at[found]], column.statuses[at[found]]
    for place in np.flatnonzero(~found):
        if not _exists(snapshot, str(codes[place]), str(vintage or period)):
            statuses[place] = NOT_APPLICABLE
    lost = tuple(str(code) for code in column.codes[~np.isin(column.codes, codes)])
    if not per:
        return MapValues(values, statuses, lost)
    made = rates.rate(snapshot, layer.level, codes, values, period, per, vintage)
    statuses[np.isnan(made.values) & ~np.isnan(values)] = NOT_MEASURED
    return MapValues(made.values, statuses, lost, made.years)


def _exists(snapshot: Snapshot, code: str, period: str) -> bool:
    area = snapshot.areas.get(code)
    return area is None or area.exists_in(int(period))


def for_tooltips(snapshot: Snapshot, layer: Layer, indicator: str, shown: MapValues) -> dict[str, Any]:
    """`shown` with ranks, for the browser: values, status, rank, of, group (place in `groups`); null where there is nothing."""
    groups = np.array([group_of(snapshot, code, layer.level) for code in layer.codes], dtype=str)
    rank, of = ranks(shown.values, groups, catalog.indicator(indicator).direction)
    names, places = np.unique(groups, return_inverse=True)
    return {
        "values": [None if np.isnan(v) else float(f"{v:.10g}") for v in shown.values],
        "status": shown.statuses.tolist(),
        "rank": [None if np.isnan(v) else int(v) for v in rank],
        "of": [None if np.isnan(v) else int(v) for v in of],
        "groups": names.tolist(),
        "group": places.tolist(),
    }


def group_of(snapshot: Snapshot, code: str, level: Level) -> str:
    """The name of the group an area is ranked in; '' without one."""
    found = snapshot.areas.get(group_code(snapshot, code, level))
    return found.name if found else ""


def group_code(snapshot: Snapshot, code: str, level: Level) -> str:
    """The area inside which an area is ranked: its province, its municipality for a wijk or buurt, else the country."""
    if level in (Level.WIJK, Level.BUURT):
        return gemeente_of(code)
    if level is Level.GEMEENTE:
        area = snapshot.areas.get(code)
        return area.provincie if area else ""
    return snapshot.country


def layer_for(
    snapshot: Snapshot, level: Level, period: str, indicator: str, breakdown: str, vintage: int | None = None
) -> Layer | None:
    """The boundaries that suit the figures of one year: the layer that has most of their areas, the nearest year first."""
    candidates = [layer for layer in snapshot.layers.values() if layer.level is level]
    if not candidates:
        return None
    column = column_shown(snapshot, level, indicator, breakdown, period, vintage)
    year = column.vintage if column else int(period or max(layer.year for layer in candidates))
    wanted = set(column.codes.tolist()) if column else set()

    def fit(layer: Layer) -> tuple[int, int, int]:
        return (len(wanted.intersection(layer.codes)), -abs(layer.year - year), layer.year)

    return max(candidates, key=fit)


def inside(snapshot: Snapshot, layer: Layer, chosen: str) -> np.ndarray:
    """Per area of the layer whether it lies in the chosen area, or is it (bool)."""
    area = snapshot.areas[chosen]
    if area.level is Level.LAND:
        return np.ones(len(layer.codes), dtype=bool)
    is_small = layer.level in (Level.WIJK, Level.BUURT)
    if is_small and area.level in (Level.GEMEENTE, Level.WIJK, Level.BUURT):
        same: np.ndarray = np.strings.slice(layer.codes, 2, len(chosen)) == chosen[2:]
        return same
    candidates = snapshot.areas_at[Level.GEMEENTE if is_small else layer.level]
    members = [a.code for a in candidates if chosen in (a.code, a.provincie, a.res, a.subres)]
    if is_small:
        return np.isin(np.strings.slice(layer.codes, 2, 6), [code[2:] for code in members])
    return np.isin(layer.codes, members)
