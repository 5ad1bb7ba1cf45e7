"""The map of area processes on a page: all that were found, or the one the page is about."""

import gzip
import json
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from typing import Any

import pandas as pd
import streamlit as st

from transition.domain.areas import Level
from transition.metrics import area_outlines
from transition.store import Layer, Snapshot
from transition.ui import area_data, area_parts, mode, registered
from transition.ui.area_links import turn
from transition.views import area_list, area_map, text
from transition.views.area_map import Box
from transition.views.choropleth import static_file
from transition.views.record_words import is_nothing

_MOST_OUTLINES = 200
"""With more areas on the map an outline is too small to see; the badges stay."""
_MOST_PARTS = 12
_SCRIPT = """
export default function ({ data, parentElement, setTriggerValue }) {
  const place = parentElement.querySelector(".gebieden-kaart");
  import(new URL("SCRIPT", document.baseURI).href)
    .then(({ draw }) => draw(place, data, (id) => setTriggerValue("gebied", id)))
    .catch(() => { place.textContent = "De kaart kwam niet aan. Vernieuw de pagina."; });
}
"""


def section(drawing: bytes, found: int, known: int) -> None:
    """All areas found; a click turns the page to one of them. drawing: of `packed`; known: of how many the place is."""
    if not drawing:
        st.info("Van deze gebieden zijn geen grenzen bekend. De lijst toont ze wel.")
        return
    _draw(drawing, key="areas_map")
    st.html(area_map.legend())
    st.caption(
        f"**Zo leest u dit.** De vorm zegt het thema, het cijfer de fase. Van {text.number(known)} van de "
        f"{text.number(found)} gebieden is vastgelegd waar ze liggen. Klik op een gebied om het te openen."
    )


def place(snapshot: Snapshot, id: str, row: pd.Series) -> None:
    """Where one area process lies: its outline, and the wijken and buurten it is made of."""
    drawing, known = _place_of(snapshot, registered.number(snapshot), id, mode.is_dark())
    if not known:
        area_parts.nothing("de plek", "Teken een omtrek, of kies de wijken en buurten.")
    st.subheader("Waar het ligt")
    if drawing:
        _draw(drawing, key="area_map")
    st.text(_where(snapshot, row))


@lru_cache(maxsize=64)
def _place_of(snapshot: Snapshot, number: int, id: str, dark: bool) -> tuple[bytes, bool]:  # noqa: ARG001 - the number is the key
    found = area_data.search(snapshot).overview.loc[[id]]
    gemeente = found["municipalities"].iloc[0][0]
    spec, known = specification(snapshot, found, dark, gemeente, is_close=True)
    return packed(spec, f"Kaart met de plek van {found['name'].iloc[0]}."), bool(known)


def packed(spec: Mapping[str, Any], label: str) -> bytes:
    """A specification as it travels: JSON, compressed once, so that a run has little to compare; empty for none.

    label: what a reader who does not see the map gets to hear.
    """
    if not spec:
        return b""
    words = json.dumps({**spec, "label": label}, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return gzip.compress(words.encode(), compresslevel=6, mtime=0)


def _where(snapshot: Snapshot, row: pd.Series) -> str:
    said = [f"Gemeente: {area_list.places(row['municipalities'], snapshot.areas)}."]
    codes = row["location_codes"]
    if isinstance(codes, tuple) and codes:
        names = [snapshot.areas[code].name if code in snapshot.areas else code for code in codes]
        more = len(names) - _MOST_PARTS
        rest = f" en {text.number(more)} andere" if more > 0 else ""
        year = "" if is_nothing(row["location_year"]) else f" (grenzen van {int(row['location_year'])})"
        said.append(f"Wijken en buurten: {', '.join(names[:_MOST_PARTS])}{rest}{year}.")
    if isinstance(row["polygon"], Mapping):
        said.append("De omtrek is getekend of ingelezen.")
    return " ".join(said)


def specification(
    snapshot: Snapshot, found: pd.DataFrame, dark: bool, code: str = "", is_close: bool = False
) -> tuple[dict[str, Any], int]:
    """What static/gebieden.js draws, {} when no area can be placed; and of how many areas the place is recorded.

    code: of the area they lie in; where that is a municipality or smaller, it is in view whole, with the wijken. is_close: then
    only what lies right around them is in view.
    """
    spots = area_map.spots(found, _boxes(snapshot))
    known = sum(spot.is_known for spot in spots.values())
    if not spots:
        return {}, 0
    is_small = code in snapshot.areas and snapshot.areas[code].level in (Level.GEMEENTE, Level.WIJK, Level.BUURT)
    layers = [_newest(snapshot, level) for level in (Level.GEMEENTE, *([Level.WIJK] if is_small else []))]
    made = area_map.specification(
        found, spots, _outlines(snapshot, found) if len(found) <= _MOST_OUTLINES else {},
        borders=[f"/kaart/{snapshot.id}/{layer.file.removesuffix('.gz')}" for layer in layers if layer],
        credit="Grenzen: verzonnen" if snapshot.is_example else "Grenzen: CBS / Kadaster",
        dark=dark, around=_boxes(snapshot).get(code) if is_small and not is_close else None, is_close=is_close,
    )  # fmt: skip
    return made, known


def _draw(drawing: bytes, *, key: str) -> None:
    _component()(data=drawing, key=key, on_gebied_change=partial(turn, key))


@cache
def _component() -> Callable[..., Any]:
    css = static_file("vendor/leaflet-1.9.4/leaflet.css")
    html = (
        f'<link rel="stylesheet" href="{css}"><div class="gebieden-kaart" role="application" aria-label="Kaart"></div>'
    )
    script = _SCRIPT.replace("SCRIPT", static_file("gebieden.js"))
    return st.components.v2.component("area_map", html=html, js=script, isolate_styles=False)


def _newest(snapshot: Snapshot, level: Level) -> Layer | None:
    return max((one for one in snapshot.layers.values() if one.level is level), key=lambda one: one.year, default=None)


@lru_cache(maxsize=3)
def _boxes(snapshot: Snapshot) -> dict[str, Box]:
    """Code -> the box around it, of the newest boundaries that have the code."""
    found: dict[str, Box] = {}
    for layer in sorted(snapshot.layers.values(), key=lambda one: one.year):
        found |= zip(map(str, layer.codes), map(tuple, layer.boxes.tolist()), strict=True)
    return found


def _outlines(snapshot: Snapshot, found: pd.DataFrame) -> dict[str, Mapping[str, Any]]:
    """Id -> the outline that was drawn, else the wijken and buurten as one."""
    drawn = {id: polygon for id, polygon in found["polygon"].items() if isinstance(polygon, Mapping)}
    parts = found.loc[[id for id in found.index if id not in drawn], "location_codes"]
    asked = tuple((str(id), codes) for id, codes in parts.items() if isinstance(codes, tuple) and codes)
    return {**_joined(snapshot, asked), **drawn}


@lru_cache(maxsize=64)
def _joined(snapshot: Snapshot, asked: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, Any]:
    """Reads the newest boundaries that have these codes, and makes one shape of each set."""
    missing = {code for _, codes in asked for code in codes}
    layers = []
    for layer in sorted(snapshot.layers.values(), key=lambda one: -one.year):
        if here := missing & _codes(snapshot, layer.id):
            layers.append(layer)
            missing -= here
    return area_outlines.joined([snapshot.topology(layer) for layer in layers], dict(asked))


@lru_cache(maxsize=64)
def _codes(snapshot: Snapshot, layer: str) -> frozenset[str]:
    return frozenset(map(str, snapshot.layers[layer].codes))
