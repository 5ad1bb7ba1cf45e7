"""Charts as Plotly figures, in one theme. The message is in the heading beside it, not in the picture."""

import math
from collections.abc import Sequence

import plotly.graph_objects as go

from transition.domain.indicators import Indicator
from transition.domain.values import Status
from transition.views import text, theme

Point = tuple[str, float, str]
"""(period, value or NaN, status) as the store gives a series."""


def trend(
    indicator: Indicator,
    breakdown: str,
    lines: Sequence[tuple[str, Sequence[Point]]],
    dark: bool,
    redrawn: Sequence[str] = (),
) -> go.Figure:
    """One line per area over the years; the first in the accent colour, the others grey, each named at its end.

    A point that is not final is hollow; one that was converted to other boundaries is a diamond. A line stops where a value is
    missing or the way of measuring changes; the first one also in the periods `redrawn`, where its area became another.
    """
    colours = theme.palette(dark)
    figure = go.Figure(layout={"template": theme.plotly_template(dark), "height": 280})
    breaks = [b.period for b in indicator.breaks if not b.breakdowns or breakdown in b.breakdowns]
    for place, (name, points) in reversed(list(enumerate(lines))):
        colour = colours.accent if place == 0 else colours.muted
        stops = breaks if place else [*breaks, *redrawn]
        _add_line(figure, indicator, name, _with_breaks(points, stops), colour, colours.paper)
    figure.update_layout(
        hovermode="x", yaxis={"rangemode": "tozero", "tickformat": ",.0f" if indicator.decimals == 0 else ",.1f"}
    )
    years = {point[0] for _, points in lines for point in points}
    figure.update_xaxes(tickformat="d", tickangle=0, **({"dtick": 1} if len(years) < 7 else {"nticks": 6}))
    return figure


def _with_breaks(points: Sequence[Point], breaks: Sequence[str]) -> list[Point]:
    broken: list[Point] = []
    for place, point in enumerate(points):
        if point[0] in breaks and place:
            broken.append((point[0], math.nan, ""))
        broken.append(point)
    return broken


def _add_line(
    figure: go.Figure, indicator: Indicator, name: str, points: Sequence[Point], colour: str, paper: str
) -> None:
    known = [p for p in points if not math.isnan(p[1])]
    if not known:
        return
    fill = [colour if p[2] in (Status.FINAL, Status.RECALCULATED) else paper for p in points]
    forms = ["diamond" if p[2] == Status.RECALCULATED else "circle" for p in points]
    shown = [
        text.quantity(p[1], indicator.unit, indicator.decimals) + f" ({text.STATUSES.get(p[2], '')})" for p in points
    ]
    figure.add_scatter(
        x=[int(p[0]) for p in points],
        y=[None if math.isnan(p[1]) else p[1] for p in points],
        mode="lines+markers",
        name=name,
        text=shown,
        hovertemplate=f"{name}: %{{text}}<extra></extra>",
        line={"color": colour, "width": 2.5},
        marker={"color": fill, "symbol": forms, "size": 8, "line": {"color": colour, "width": 2}},
    )
    figure.add_annotation(
        x=int(known[-1][0]),
        y=known[-1][1],
        text=name,
        showarrow=False,
        yshift=14,
        xanchor="right",
        font={"color": colour, "size": 14},
    )
