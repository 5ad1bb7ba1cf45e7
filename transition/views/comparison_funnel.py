"""A funnel: the rates of areas beside how large these are, within the limits of chance. Its message, picture, words and table."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from transition.metrics.comparison.funnel import Funnel, Place, bounds
from transition.metrics.comparison.small_area_rates import Counted, SmallRate
from transition.views import comparison_findings, text, theme
from transition.views.comparison_drawing import Point, figure, names

RATES = {
    "solar_homes_installations_count": ("Zonnepanelen bij woningen", "installaties", ""),
    "solar_installations_count": ("Zonnepanelen", "installaties", ""),
    "heating_gas_free_pct": ("Woningen zonder aardgas", "zonder aardgas", "% van de woningen"),
    "district_heating_pct": ("Woningen met stadsverwarming", "met stadsverwarming", "% van de woningen"),
    "sce_projects_count": ("Projecten met SCE-subsidie", "projecten", ""),
    "sde_projects_count": ("Projecten met SDE-subsidie", "projecten", ""),
}
"""Of what is counted: its name, the counted ones themselves, and the unit where it is published as a percentage."""
SIZES = {"dwellings_count": "woningen", "households_count": "huishoudens", "population_count": "inwoners"}
READING = (
    f"{comparison_findings.READING} Elk punt is een gebied; hoe verder naar rechts, hoe groter. "
    "De doorgetrokken lijn is het midden, de streepjes zijn de binnenste grenzen, de stippen de buitenste."
)
_LINE_POINTS = 48
_NAMED, _LABELLED = 8, 6
_OUTSIDE = (Place.BELOW_998, Place.BELOW_95, Place.ABOVE_95, Place.ABOVE_998)


@dataclass(frozen=True, eq=False)
class Drawn:
    """names: of every code. own: the code of the area the page is about, '' when it is not one of them. many: 'buurten in Assen'."""

    found: Funnel
    counted: Counted
    names: Mapping[str, str]
    own: str
    many: str

    @property
    def rate(self) -> SmallRate:
        return self.counted.rate


def heading(drawn: Drawn) -> str:
    """How many stand out, said as a fact."""
    found, count = drawn.found, len(_outside(drawn.found))
    explained = "toeval en gewone verschillen verklaren" if found.differs_more_than_chance else "toeval verklaart"
    of = f"de {text.number(found.known)} {drawn.many}"
    if not count:
        return f"Geen van {of} wijkt verder af dan {explained}"
    return f"{text.number(count)} van {of} {'wijkt' if count == 1 else 'wijken'} verder af dan {explained}"


def told(drawn: Drawn) -> list[str]:
    """Where the area itself lies, who lies outside and what the limits mean; a sentence each. Named by name, in no order of merit."""
    found = drawn.found
    said = []
    if drawn.own in found.codes:
        place = found.places[found.codes.index(drawn.own)]
        name = drawn.names[drawn.own]
        said.append(
            f"Van {name} is er geen cijfer."
            if place is Place.UNKNOWN
            else f"{name} ligt {comparison_findings.PLACES[place]}."
        )
    if outside := _outside(found):
        some = sorted(outside, key=lambda one: drawn.names[one[0]])[:_NAMED]
        listed = [f"{drawn.names[code]} ({comparison_findings.PLACES[place]})" for code, place in some]
        left = len(outside) - len(some)
        listed += [f"{text.number(left)} andere, die in de tabel staan"] if left else []
        said.append(f"Meer dan toeval verklaart: {text.enumeration(listed)}.")
    said += comparison_findings.funnel(found)[1:]
    if odd := drawn.counted.odd:
        who = text.enumeration([drawn.names[code] for code in odd[:3]])
        more = f" en {len(odd) - 3} andere" if len(odd) > 3 else ""
        said.append(f"Niet getekend: {who}{more}. Daar zijn er meer geteld dan er {_size(drawn)} zijn.")
    return said


def what(drawn: Drawn) -> str:
    """What is drawn, of whom and when."""
    return f"{RATES[drawn.rate.count][0]}, {unit(drawn.rate)}, {drawn.counted.period}, {drawn.many}"


def unit(rate: SmallRate) -> str:
    """'installaties per 100 huishoudens', '% van de woningen'."""
    _, counted, percentage = RATES[rate.count]
    return percentage or f"{counted} per {text.number(rate.told)} {SIZES[rate.size]}"


def middle(drawn: Drawn) -> str:
    """'31,4', per so many as it is told."""
    return text.number(drawn.found.centre * drawn.rate.told, 1)


def alternative(drawn: Drawn) -> str:
    """The message and the figures, for who cannot see the picture."""
    middle_is = text.quantity(drawn.found.centre * drawn.rate.told, unit(drawn.rate), 1)
    return f"{heading(drawn)}. Het midden is {middle_is}. {' '.join(told(drawn))}"


def picture(drawn: Drawn, dark: bool) -> go.Figure:
    """Points by size, on a scale on which ten times as large is the same step everywhere, within four limits."""
    colours, found, told_per = theme.palette(dark), drawn.found, drawn.rate.told
    sizes, rates = found.sizes, found.rates * told_per
    known = [at for at in range(len(found.codes)) if not math.isnan(rates[at])]
    low, high = float(np.nanmin(sizes)), float(np.nanmax(sizes))
    along = np.geomspace(max(low * 0.9, 1), high * 1.1, _LINE_POINTS)
    limits = bounds(found.centre, along, found.kind, found.between) * told_per
    top = max(float(np.nanmax(rates)) * 1.08, float(np.median(limits[:, 2])))
    lines = [
        _line(along, limits[:, at], colours.muted, dash) for at, dash in ((0, "dot"), (1, "dash"), (2, "dash"), (3, "dot"))
    ]  # fmt: skip
    middle_line = _line(along, np.full(len(along), found.centre * told_per), colours.ink, "solid")
    points = _points(drawn, known, colours)
    labels = _labels(drawn, known, colours, (low, high, top))
    labels.append(
        {"x": math.log10(high * 1.1), "y": found.centre * told_per, "text": f"midden {middle(drawn)}", "showarrow": False,
         "xanchor": "right", "yanchor": "bottom", "font": {"color": colours.ink, "size": theme.SIZES[-1]}}
    )  # fmt: skip
    ticks = _ticks(low, high)
    axis = {
        "type": "log",
        "range": [math.log10(along[0]), math.log10(along[-1])],
        "tickvals": ticks,
        "ticktext": [text.number(one) for one in ticks],
        "tickangle": 0,
        "title": {"text": f"{_size(drawn)} in het gebied"},
    }
    return figure(
        [*lines, middle_line, *points],
        dark,
        height=420,
        annotations=labels,
        xaxis=axis,
        yaxis={"range": [0, top], "tickformat": ",.0f" if top > 10 else ",.1f", "nticks": 6},
        margin={"l": 8, "r": 8, "t": 12, "b": 8},
    )


def table(drawn: Drawn) -> pd.DataFrame:
    """Every area by name, with its limits."""
    found, told_per = drawn.found, drawn.rate.told
    counted, per = RATES[drawn.rate.count][1], unit(drawn.rate)
    rows = {
        "Gebied": [drawn.names[code] for code in found.codes],
        "Code": list(found.codes),
        counted.capitalize(): drawn.counted.counts.round(),
        _size(drawn).capitalize(): drawn.counted.sizes,
        per[:1].upper() + per[1:]: found.rates * told_per,
        "Grens onder (95%)": found.limits[:, 1] * told_per,
        "Grens boven (95%)": found.limits[:, 2] * told_per,
        "Waar": [comparison_findings.PLACES[place] for place in found.places],
    }
    return pd.DataFrame(rows).sort_values("Gebied", kind="stable", ignore_index=True)


def _size(drawn: Drawn) -> str:
    return SIZES[drawn.rate.size]


def _outside(found: Funnel) -> list[tuple[str, Place]]:
    return [(code, place) for code, place in zip(found.codes, found.places, strict=True) if place in _OUTSIDE]


def _line(x: np.ndarray, y: np.ndarray, colour: str, dash: str) -> dict[str, Any]:
    return {
        "x": x.round(2).tolist(), "y": y.round(4).tolist(), "mode": "lines", "hoverinfo": "skip",
        "line": {"color": colour, "width": 1.5, "dash": dash},
    }  # fmt: skip


def _points(drawn: Drawn, known: list[int], colours: theme.Palette) -> list[dict[str, Any]]:
    """Inside the limits small and grey, outside larger and open, the area itself in the accent."""
    found = drawn.found
    inside = [at for at in known if found.places[at] is Place.INSIDE and found.codes[at] != drawn.own]
    outside = [at for at in known if found.places[at] in _OUTSIDE and found.codes[at] != drawn.own]
    own = [at for at in known if found.codes[at] == drawn.own]
    looks: list[tuple[list[int], dict[str, Any]]] = [
        (inside, {"color": colours.muted, "size": 6, "opacity": 0.55}),
        (outside, {"color": colours.paper, "size": 9, "line": {"color": colours.ink, "width": 2}}),
        (own, {"color": colours.accent, "size": 13}),
    ]
    return [
        {
            "x": found.sizes[rows].tolist(), "y": (found.rates[rows] * drawn.rate.told).round(4).tolist(),
            "mode": "markers", "marker": marker, "text": [_hover(drawn, at) for at in rows],
            "hovertemplate": "%{text}<extra></extra>",
        }
        for rows, marker in looks if rows
    ]  # fmt: skip


def _hover(drawn: Drawn, at: int) -> str:
    found, counted = drawn.found, drawn.counted
    name, size = drawn.names[found.codes[at]], text.quantity(float(counted.sizes[at]), _size(drawn))
    rate = text.quantity(float(found.rates[at]) * drawn.rate.told, unit(drawn.rate), 1)
    return f"{name}: {rate}<br>{size}, {comparison_findings.PLACES[found.places[at]]}"


def _labels(
    drawn: Drawn, known: list[int], colours: theme.Palette, ends: tuple[float, float, float]
) -> list[dict[str, Any]]:
    """The area itself, and those furthest outside."""
    found, (low, high, top) = drawn.found, ends
    away = {
        at: abs(float(found.rates[at]) - found.centre) for at in known if found.places[at] in _OUTSIDE
    }  # fmt: skip
    order = [at for at in known if found.codes[at] == drawn.own]
    order += [at for at in sorted(away, key=lambda at: -away[at]) if at not in order]
    width = math.log10(high / low) or 1.0
    points = []
    for at in order:
        x, y = math.log10(found.sizes[at]), float(found.rates[at]) * drawn.rate.told
        colour = colours.accent if found.codes[at] == drawn.own else colours.ink
        name = drawn.names[found.codes[at]]
        points.append(Point(name, (x - math.log10(low)) / width, y / top, (x, y), colour))
    return names(points, _LABELLED)


def _ticks(low: float, high: float) -> list[int]:
    """Round sizes: 10, 100, 1.000; between them 2 and 5 when there are few."""
    decades = [10**power for power in range(8) if low <= 10**power <= high]
    if len(decades) > 2:
        return decades
    return [step * 10**power for power in range(8) for step in (1, 2, 5) if low <= step * 10**power <= high]
