"""From a snapshot and a choice to the description of one painted map."""

from dataclasses import dataclass

import numpy as np

from transition import catalog
from transition.domain.areas import Level, gemeente_of, wijk_of
from transition.domain.indicators import Indicator
from transition.domain.selection import Selection
from transition.domain.values import STATUS_CODES, Missing
from transition.metrics import classes, rates
from transition.metrics.map_values import MapValues, inside
from transition.store import Layer, Snapshot
from transition.views import choropleth, text

_DEPTH = {
    Level.LAND: 0,
    Level.PROVINCIE: 1,
    Level.RES: 1,
    Level.SUBRES: 2,
    Level.GEMEENTE: 3,
    Level.WIJK: 4,
    Level.BUURT: 5,
}
_STATUS_NAMES = np.array([str(status) for status in STATUS_CODES])
_STATUS_WORDS = tuple(text.STATUSES[status] for status in STATUS_CODES)


@dataclass(frozen=True)
class Scale:
    """What holds for all years of a series: class bounds and the width of the histogram, in the unit shown."""

    bounds: tuple[float, ...]
    span: tuple[float, float]


@dataclass(frozen=True)
class Scope:
    """Which area fills the map (`within`) and which one is outlined ('' for none)."""

    within: str
    outlined: str


def is_below(level: Level, other: Level) -> bool:
    """Whether areas of `level` are smaller than those of `other`."""
    return _DEPTH[level] > _DEPTH[other]


def scope(snapshot: Snapshot, selection: Selection) -> Scope:
    """A level below the chosen area shows what lies inside it; any other level outlines that area inside the one above it."""
    area = snapshot.areas[selection.area]
    if _DEPTH[selection.level] > _DEPTH[area.level]:
        return Scope(area.code, "")
    outlined = _ancestor(snapshot, area.code, selection.level)
    return Scope(_above(snapshot, outlined) or snapshot.country, outlined)


def _above(snapshot: Snapshot, code: str) -> str:
    """The province of a municipality, the municipality of a wijk, the wijk of a buurt; '' for what has no such area."""
    area = snapshot.areas.get(code)
    if area is None:
        return ""
    above = {Level.GEMEENTE: area.provincie, Level.WIJK: f"GM{code[2:6]}", Level.BUURT: f"WK{code[2:8]}"}.get(
        area.level, ""
    )
    return above if above in snapshot.areas else ""


def _ancestor(snapshot: Snapshot, code: str, level: Level) -> str:
    area = snapshot.areas[code]
    if area.level is level:
        return code
    if area.level is Level.BUURT and level is Level.WIJK:
        return wijk_of(code)
    gemeente = snapshot.areas.get(gemeente_of(code)) if area.level in (Level.WIJK, Level.BUURT) else area
    if gemeente is None or level is Level.GEMEENTE:
        return gemeente.code if gemeente else ""
    return {Level.PROVINCIE: gemeente.provincie, Level.RES: gemeente.res, Level.SUBRES: gemeente.subres}.get(level, "")


def scale(values_of_all_years: np.ndarray, indicator: Indicator, method: str, per: str) -> Scale:
    """Bounds by the reader's choice; policy bounds only where the catalog has them and the figure is no rate.

    A place on a scale always has the steps of that scale.
    """
    chosen: classes.Method = "natural" if method == "natural" else "quantile"
    if (method == "policy" or indicator.is_scale) and indicator.policy_bounds and not per:
        bounds = classes.bounds(values_of_all_years, "policy", policy_bounds=indicator.policy_bounds)
    else:
        bounds = classes.bounds(values_of_all_years, chosen)
    return Scale(bounds, classes.span(values_of_all_years))


def unit_of(indicator: Indicator, per: str) -> str:
    """The unit as shown: 'kWp per 1.000 inwoners', 'kWp per woning', or the indicator's own."""
    if not per:
        return indicator.unit
    below = {"population_count": "1.000 inwoners", "households_count": "huishouden", "dwellings_count": "woning"}
    return f"{indicator.unit} per {below[per]}"


def decimals_of(indicator: Indicator, per: str) -> int:
    """A rate per dwelling is small: two decimals; the others as the indicator says."""
    return 2 if per and rates.PER[per] == 1 else indicator.decimals


def title_of(indicator: Indicator, breakdown: str) -> str:
    """The indicator's name, with the part of it that is shown."""
    return f"{indicator.name}, {indicator.breakdowns[breakdown]}" if breakdown else indicator.name


def picture(
    snapshot: Snapshot,
    selection: Selection,
    layer: Layer,
    shown: MapValues,
    scale: Scale,
    *,
    period: str,
    source: str,
    dark: bool,
    base_map: bool = False,
    vintage: int | None = None,
) -> choropleth.Choropleth:
    """The map of `shown` on `layer`. `source` is the line that stands under it and in a picture that is kept.

    vintage: the boundaries all figures were put on; None for those of each year.
    """
    indicator = catalog.indicator(selection.indicator)
    here = scope(snapshot, selection)
    outside = ~inside(snapshot, layer, here.within)
    per_area = classes.class_of(shown.values, scale.bounds)
    unit, decimals = unit_of(indicator, selection.per), decimals_of(indicator, selection.per)
    asked = "&".join(
        f"{name}={value}"
        for name, value in (
            ("layer", layer.id),
            ("indicator", indicator.id),
            ("breakdown", selection.breakdown),
            ("period", period),
            ("per", selection.per),
            ("vintage", vintage or ""),
        )
    )
    address = f"/kaart/{snapshot.id}"
    return choropleth.Choropleth(
        layer_url=f"{address}/{layer.file.removesuffix('.gz')}",
        classes=choropleth.letters(per_area, _STATUS_NAMES[shown.statuses], outside),
        legend=_legend(snapshot, selection, layer, shown, scale, per_area, ~outside, here.outlined, source),
        format=choropleth.Format(decimals, unit, period, _STATUS_WORDS),
        values_url=f"{address}/waarden?{asked}",
        chosen_code=here.outlined or here.within,
        view=_view(layer, ~outside),
        dark=dark,
        base_map=base_map,
        credit="Grenzen: verzonnen" if snapshot.is_example else "Grenzen: CBS / Kadaster",
    )


def _legend(
    snapshot: Snapshot,
    selection: Selection,
    layer: Layer,
    shown: MapValues,
    scale: Scale,
    per_area: np.ndarray,
    visible: np.ndarray,
    outlined: str,
    source: str,
) -> choropleth.Legend:
    indicator = catalog.indicator(selection.indicator)
    decimals = decimals_of(indicator, selection.per)
    nothing = visible & (per_area < 0)
    missing = [
        (choropleth.LETTERS[reason], text.STATUSES[reason], int((nothing & (shown.statuses == number)).sum()))
        for number, reason in enumerate(STATUS_CODES)
        if isinstance(reason, Missing)
    ]
    chosen = None
    at = np.flatnonzero(layer.codes == outlined)
    if len(at):
        value = float(shown.values[at[0]])
        chosen = choropleth.Chosen(snapshot.areas[outlined].name, None if np.isnan(value) else value)
    return choropleth.Legend(
        title=f"{title_of(indicator, selection.breakdown)} per {text.PER_LEVEL[selection.level]}",
        bounds=scale.bounds,
        labels=choropleth.class_labels(scale.bounds, decimals),
        counts=classes.counts(per_area[visible], scale.bounds),
        histogram=classes.histogram(shown.values[visible], scale.span),
        missing=tuple(entry for entry in missing if entry[2]),
        chosen=chosen,
        note="De klassen zijn in alle jaren gelijk.",
        source=source,
    )


def _view(layer: Layer, visible: np.ndarray) -> tuple[float, float, float, float] | None:
    boxes = layer.boxes[visible]
    if not len(boxes):
        return None
    west, south = boxes[:, :2].min(axis=0)
    east, north = boxes[:, 2:].max(axis=0)
    return (float(west), float(south), float(east), float(north))
