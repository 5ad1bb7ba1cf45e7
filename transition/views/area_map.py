"""The map of area processes as a description that static/gebieden.js draws: where each lies, its form, its digit, its outline."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from transition.domain.register import choices
from transition.views import area_words as words
from transition.views import theme
from transition.views.choropleth import static_file

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""
FORMS = {"energy_hub": "square", "neighbourhood_plan": "circle", "energy_community": "triangle", "other": "diamond"}
SIGNS = {"square": "■", "circle": "●", "triangle": "▲", "diamond": "◆"}
_TURN = 2.4
"""Radians between two areas of which only the municipality is known: a sunflower around its middle, so that none hides another."""
_APART = 0.006


@dataclass(frozen=True)
class Spot:
    """Where an area process lies. is_known: that somebody recorded it; else it is put near the middle of its municipality."""

    latitude: float
    longitude: float
    is_known: bool


def spots(found: pd.DataFrame, boxes: Mapping[str, Box]) -> dict[str, Spot]:
    """Id -> spot, of every area process with an outline, wijken or buurten, or a municipality of which the boundaries are known."""
    placed: dict[str, Spot] = {}
    crowd: dict[str, int] = {}
    for id, polygon, parts, gemeenten in zip(
        found.index, found["polygon"], found["location_codes"], found["municipalities"], strict=True
    ):
        box = _around(polygon) if isinstance(polygon, Mapping) else _joined(_several(parts), boxes)
        if box:
            placed[id] = Spot((box[1] + box[3]) / 2, (box[0] + box[2]) / 2, True)
            continue
        box = _joined(_several(gemeenten)[:1], boxes)
        if box:
            number = crowd[str(box)] = crowd.get(str(box), -1) + 1
            away = _APART * math.sqrt(number)
            middle = ((box[1] + box[3]) / 2, (box[0] + box[2]) / 2)
            placed[id] = Spot(
                middle[0] + away * math.sin(number * _TURN), middle[1] + 1.6 * away * math.cos(number * _TURN), False
            )
    return placed


def _several(cell: object) -> tuple[str, ...]:
    return cell if isinstance(cell, tuple) else ()


def _joined(codes: Sequence[str], boxes: Mapping[str, Box]) -> Box | None:
    found = [boxes[code] for code in codes if code in boxes]
    if not found:
        return None
    west, south, east, north = zip(*found, strict=True)
    return (min(west), min(south), max(east), max(north))


def _around(geometry: Mapping[str, Any]) -> Box | None:
    points = list(_points(geometry.get("coordinates", ())))
    if not points:
        return None
    east, north = zip(*points, strict=True)
    return (min(east), min(north), max(east), max(north))


def _points(nested: Any) -> Iterator[tuple[float, float]]:
    for one in nested:
        if one and isinstance(one[0], int | float):
            yield (float(one[0]), float(one[1]))
        else:
            yield from _points(one)


def specification(
    found: pd.DataFrame,
    placed: Mapping[str, Spot],
    outlines: Mapping[str, Mapping[str, Any]],
    *,
    borders: Sequence[str],
    credit: str,
    dark: bool,
    around: Box | None = None,
    is_close: bool = False,
) -> dict[str, Any]:
    """All that static/gebieden.js needs. borders: addresses of TopoJSON, the strongest lines first.

    around: a box that is in view too, so that a reader sees where it is. is_close: as much again is in view on every side.
    """
    areas = [
        _area(str(id), row, placed[str(id)], outlines.get(str(id))) for id, row in found.iterrows() if id in placed
    ]
    colours = theme.palette(dark)
    named = ("paper", "quiet", "line", "ink", "muted", "accent", "attention")
    return {
        "areas": areas,
        "view": _view([placed[id] for id in found.index if id in placed], outlines.values(), around, is_close),
        "borders": list(borders),
        "leaflet": static_file("vendor/leaflet-1.9.4/leaflet.js"),
        "credit": credit,
        "colours": {name: getattr(colours, name) for name in named} | {"font": theme.FONT_STACK},
    }


def _area(id: str, row: pd.Series, spot: Spot, outline: Mapping[str, Any] | None) -> dict[str, Any]:
    place, held = words.phase_place(row), words.blocked(row)
    lines = [
        f"{choices.THEMES[str(row['theme'])]}, fase {words.phase(row)}",
        f"Volgende stap: {words.next_step(row)}",
        *([f"Wat tegenhoudt: {held.lower()}"] if held else []),
        *([] if spot.is_known else ["De plek is niet vastgelegd: dit is het midden van de gemeente."]),
    ]
    return {
        "id": id,
        "name": str(row["name"]),
        "lines": lines,
        "latitude": round(spot.latitude, 5),
        "longitude": round(spot.longitude, 5),
        "outline": outline,
        "badge": {
            "form": FORMS[str(row["theme"])],
            "sign": str(place) if place else "?",
            "held": bool(held),
            "placed": spot.is_known,
        },
    }


def _view(placed: Sequence[Spot], outlines: Any, around: Box | None, is_close: bool) -> Box:
    boxes = [box for one in outlines if (box := _around(one))] + ([around] if around else [])
    boxes += [(one.longitude - 0.01, one.latitude - 0.01, one.longitude + 0.01, one.latitude + 0.01) for one in placed]
    west, south, east, north = zip(*boxes, strict=True)
    box = (min(west), min(south), max(east), max(north))
    wide, high = (box[2] - box[0], box[3] - box[1]) if is_close else (0.0, 0.0)
    return (box[0] - wide, box[1] - high, box[2] + wide, box[3] + high)


def legend() -> str:
    """What the forms and digits mean, as HTML."""
    forms = [
        f"<li><b aria-hidden='true'>{SIGNS[form]}</b>{escape(choices.THEMES[name])}</li>"
        for name, form in FORMS.items()
    ]
    digits = [f"<li><b>{at}</b>{escape(label)}</li>" for at, label in enumerate(choices.LADDER.values(), start=1)]
    more = ["<li><b>?</b>fase niet vastgelegd</li>", "<li>gestreepte rand: iets houdt een stap tegen</li>",
            "<li>open vorm: de plek is niet vastgelegd, u ziet het midden van de gemeente</li>"]  # fmt: skip
    return f'<ul class="area-legend" aria-label="Legenda">{"".join([*forms, *digits, *more])}</ul>'
