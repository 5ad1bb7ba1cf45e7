"""What the pictures of a comparison share: names beside points that do not lie over each other, and a figure put together at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from transition.views import theme

_WIDE, _HIGH = 0.3, 0.07
"""A name takes so much of the width and height of a picture on a phone; closer than this two would lie over each other."""


@dataclass(frozen=True)
class Point:
    """One area in a picture; x and y from 0 to 1, from left to right and from bottom to top. colour: of its name."""

    name: str
    x: float
    y: float
    at: tuple[float, float]
    colour: str


def names(points: Iterable[Point], most: int) -> list[dict[str, Any]]:
    """Annotations for the first points, in the order of what matters most; one that would lie over another name is left out.

    at: where the point lies in the figure's own units.
    """
    placed: list[Point] = []
    for point in points:
        if len(placed) < most and not any(_over(point, other) for other in placed):
            placed.append(point)
    return [
        {
            "x": one.at[0], "y": one.at[1], "text": one.name, "showarrow": False,
            "xanchor": "right" if one.x > 0.6 else "left", "xshift": -7 if one.x > 0.6 else 7,
            "yshift": -9 if one.y > 0.92 else 9, "font": {"color": one.colour, "size": theme.SIZES[-1]},
        }
        for one in placed
    ]  # fmt: skip


def _over(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < _WIDE and abs(one.y - other.y) < _HIGH


def figure(traces: Sequence[dict[str, Any]], dark: bool, **layout: Any) -> go.Figure:
    """In our theme. All at once: Plotly checks a figure piece by piece, which takes four times as long."""
    whole = {"template": theme.plotly_template(dark), "hovermode": "closest", **layout}
    return go.Figure(data=[{"type": "scatter", **trace} for trace in traces], layout=whole)
