"""The map of one indicator: a folium base map that never changes, and a description of what to paint on it.

Only one character per area travels for a change of indicator or year; `static/kaart.js` keeps the boundaries in the browser
and paints. Works in a notebook with any server that serves `static/` at `STATIC`.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import folium
import numpy as np
import numpy.typing as npt
from branca.element import MacroElement
from folium.template import Template

from transition.domain.values import Missing
from transition.metrics.classes import Histogram
from transition.views import theme

STATIC = "/app/static"
"""Where the server offers the folder `static/`."""
TILES = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png"
"""The grey Dutch base map (PDOK BRT): the one address outside the machine, used only when asked for."""

OUTSIDE = "x"
"""The letter of an area that is not in the chosen area."""
LETTERS = {
    Missing.NOT_MEASURED: "m",
    Missing.SUPPRESSED: "s",
    Missing.NOT_APPLICABLE: "n",
    Missing.NOT_PUBLISHED: "p",
}
"""How `classes` writes each kind of nothing; the script draws them dotted, densely hatched, blank and lightly hatched."""

_FOLDER = Path(__file__).parents[2] / "static"
_CENTRE = (52.2, 5.3)


@dataclass(frozen=True)
class Chosen:
    """The area the page is about: its name, and its value where it has one."""

    name: str
    value: float | None = None


@dataclass(frozen=True)
class Legend:
    """What stands beside the map.

    bounds: between the classes, in the unit; labels and counts: one per class, counts in areas. missing: per kind of nothing
    that occurs its letter, words and number of areas. source: for the picture that is kept.
    """

    title: str
    bounds: tuple[float, ...]
    labels: tuple[str, ...]
    counts: tuple[int, ...]
    histogram: Histogram | None = None
    missing: tuple[tuple[str, str, int], ...] = ()
    chosen: Chosen | None = None
    note: str = ""
    source: str = ""


@dataclass(frozen=True)
class Format:
    """How a value is written: decimals, unit (behind it), period (in words), and the words of each status in cube order."""

    decimals: int
    unit: str
    period: str
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choropleth:
    """One painted map.

    layer_url: TopoJSON, the same bytes for ever at one address. values_url: JSON {values, status, rank, of} in the layer's order,
    and optionally {groups, group} for what a rank is in; '' for none. classes: one character per area in the layer's order, '0'
    to '5', a letter of `LETTERS`, or `OUTSIDE`. view: west, south, east, north in degrees; None leaves the view as it is.
    address: where this very map can be asked as JSON; with it the map gets controls of its own, '' for a map without.
    """

    layer_url: str
    classes: str
    legend: Legend
    format: Format
    values_url: str = ""
    chosen_code: str = ""
    view: tuple[float, float, float, float] | None = None
    dark: bool = False
    base_map: bool = False
    address: str = ""
    credit: str = "Grenzen: CBS / Kadaster"


def letters(
    classes: npt.NDArray[np.int8], missing: npt.NDArray[np.str_], outside: npt.NDArray[np.bool_] | None = None
) -> str:
    """The `classes` of a Choropleth, one character per area.

    classes: -1 where there is no value; missing: there a `Missing`, elsewhere anything. outside: areas that are not in the
    chosen area, whatever they have. Raises ValueError when an area without a value has no reason.
    """
    found = (classes + ord("0")).astype(np.uint8)
    empty = np.flatnonzero(classes < 0)
    reasons = missing[empty]
    unexplained = set(reasons.tolist()) - set(LETTERS)
    if unexplained:
        raise ValueError(
            f"gebieden zonder waarde hebben als reden {sorted(unexplained)}; verwacht {', '.join(LETTERS)}"
        )
    for reason, letter in LETTERS.items():
        found[empty[reasons == str(reason)]] = ord(letter)
    if outside is not None:
        found[outside] = ord(OUTSIDE)
    return found.tobytes().decode("ascii")


def class_labels(bounds: tuple[float, ...], decimals: int) -> tuple[str, ...]:
    """The words of each class, lowest first, in Dutch numbers: 'minder dan 10', '10 tot 20', '20 of meer'."""
    if not bounds:
        return ("alle waarden",)
    written = [_number(bound, decimals) for bound in bounds]
    between = (f"{low} tot {high}" for low, high in pairwise(written))
    return (f"minder dan {written[0]}", *between, f"{written[-1]} of meer")


def _number(value: float, decimals: int) -> str:
    """A bound with as many decimals as it needs, and no fewer than are needed to tell it from its rounding."""
    needed = next((n for n in range(decimals, 12) if round(value, n) == value), 12)
    needed = 0 if value == int(value) else needed
    return f"{value:,.{needed}f}".translate(str.maketrans(",.", ".,")).replace("-", "−")


@cache
def _version(file: str) -> str:
    return hashlib.sha256((_FOLDER / file).read_bytes()).hexdigest()[:8]


def static_file(file: str) -> str:
    """The address of one of our files in `static/`; it changes with the content, so that no browser keeps an old one."""
    return f"{STATIC}/{file}?{_version(file)}"


def base_map() -> folium.Map:
    """The fixed map under every choropleth: no tiles, our own Leaflet, the same for light and dark and for every page.

    Any change to it would make streamlit-folium build the frame anew; everything that varies goes through `painted`.
    """
    made = folium.Map(
        location=_CENTRE, zoom_start=7, tiles=None, prefer_canvas=True, zoom_control=False, zoom_snap=0.25
    )
    scripts = ("vendor/leaflet-1.9.4/leaflet.js", "kaart.js", "kaart-keuzes.js")
    made.default_js = [(file, static_file(file)) for file in scripts]
    made.default_css = [
        ("leaflet", static_file("vendor/leaflet-1.9.4/leaflet.css")),
        ("kaart", static_file("kaart.css")),
    ]
    return made


def painted(choropleth: Choropleth) -> folium.FeatureGroup:
    """What streamlit-folium adds to the base map; it holds no shapes, only the call that paints."""
    group = folium.FeatureGroup(name="kaart")
    group.add_child(_Painted(choropleth))
    return group


class _Painted(MacroElement):
    _template = Template(
        """{% macro script(this, kwargs) %}{{ this.call(this._parent._parent.get_name()) }}{% endmacro %}"""
    )

    def __init__(self, choropleth: Choropleth) -> None:
        super().__init__()
        self._name = "Painted"
        self._choropleth = choropleth

    def call(self, map_name: str) -> str:
        return paint_call(self._choropleth, map_name)


def paint_call(choropleth: Choropleth, map_name: str = "map_div") -> str:
    """The one line of script that paints. Data stands in it as JSON only."""
    return f"Kaart.paint({map_name},{script_json(specification(choropleth))});"


def script_json(content: dict[str, Any] | str) -> str:
    """JSON that is safe inside a script element, and in which folium's templates find nothing to replace."""
    text = json.dumps(content, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    for sign in ("<", ">", "&", "{{", "\u2028", "\u2029"):
        text = text.replace(sign, "".join(f"\\u{ord(character):04x}" for character in sign))
    return text


def follow_call(choropleth: Choropleth, map_name: str = "map_div") -> str:
    """Instead of `paint_call`, for a map that painted this picture itself: it only has to know that the page agrees."""
    return f"Kaart.follow({map_name},{script_json(choropleth.address)});"


def specification(choropleth: Choropleth) -> dict[str, Any]:
    """All that static/kaart.js needs to paint."""
    colours = theme.palette(choropleth.dark)
    names = ("paper", "quiet", "line", "ink", "muted", "accent")
    return {
        "address": choropleth.address,
        "layer": choropleth.layer_url,
        "values": choropleth.values_url,
        "classes": choropleth.classes,
        "chosen": choropleth.chosen_code,
        "view": choropleth.view,
        "tiles": TILES if choropleth.base_map else "",
        "credit": choropleth.credit,
        "colours": {name: getattr(colours, name) for name in names} | {"classes": _class_colours(choropleth, colours)},
        "legend": _legend(choropleth.legend),
        "format": asdict(choropleth.format),
    }


def _legend(legend: Legend) -> dict[str, Any]:
    bars = legend.histogram
    return {
        "title": legend.title,
        "labels": legend.labels,
        "counts": legend.counts,
        "missing": legend.missing,
        "chosen": legend.chosen.name if legend.chosen else "",
        "note": legend.note,
        "source": legend.source,
        "histogram": bars
        and {
            "bars": bars.counts,
            "low": bars.low,
            "high": bars.high,
            "bounds": legend.bounds,
            "at": legend.chosen.value if legend.chosen else None,
        },
    }


def _class_colours(choropleth: Choropleth, colours: theme.Palette) -> list[str]:
    """As many steps of the sequential palette as there are classes, spread over its whole width."""
    steps = colours.sequential
    count = len(choropleth.legend.bounds) + 1
    if count == 1:
        return [steps[2]]
    return [steps[round(at * (len(steps) - 1) / (count - 1))] for at in range(count)]
