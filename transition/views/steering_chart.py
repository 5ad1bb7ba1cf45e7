"""Goal against path as one Plotly figure: what was measured, what the goal asks, and how it may go on. Its words: `steering_path`."""

import math
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from transition.domain.values import Gap, Status
from transition.metrics.forecast.forecast import Forecast
from transition.metrics.forecast.path import Scenario
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.outcome import USUAL_YEAR, Outcome
from transition.metrics.steering.result import Realised, Result
from transition.views import forecast_text, theme
from transition.views import steering_words as words
from transition.views.decision_marks import Mark
from transition.views.steering_path import Drawn, goal_name, measured, same_pace
from transition.views.what_if_text import MARK

_SURE = (Status.FINAL, Status.RECALCULATED)
_SHORT = {Scenario.CONTINUED: "Zoals het ging", Scenario.SLOWER: "Half zo snel", Scenario.SHOCK: "Eerst als {year}"}
_DASHES = {Scenario.CONTINUED: "solid", Scenario.SLOWER: "dash", Scenario.SHOCK: "dot"}
Label = tuple[float, float, str, str]
"""(x, y, words, colour) of a direct label, right of where its line ends."""
_ROOM = 122
"""Pixels for the labels right of the picture."""
_APART, _ROW = 1.2, 0.065
"""Years between two numbers in one row, so that they stay apart on a phone; and the height of a row, as a part of the picture."""


class _Picture:
    """What is drawn, put together first: Plotly checks a figure piece by piece, which takes four times as long.

    size: so many of the goal's unit go into one of the axis.
    """

    def __init__(self, size: float = 1.0) -> None:
        self.size = size
        self.lines: list[dict[str, Any]] = []
        self.notes: list[dict[str, Any]] = []
        self.ticks: list[dict[str, Any]] = []

    def add_scatter(self, y: Sequence[float | None], **line: Any) -> None:
        """y: in the goal's unit."""
        self.lines.append({"type": "scatter", "y": [None if at is None else at / self.size for at in y], **line})

    def add_annotation(self, **note: Any) -> None:
        self.notes.append({"showarrow": False, **note})

    def top(self) -> float:
        """The highest value that is drawn."""
        return max(max((y for line in self.lines for y in line["y"] if y is not None), default=1.0), 1e-9)


def figure(drawn: Drawn, dark: bool) -> go.Figure:
    """Measured points (hollow: can still change, or estimated), the goal dashed, the way to it, and how it may go on."""
    colours, found = theme.palette(dark), drawn.found
    made = _Picture(words.scale(found).size)
    labels: list[Label] = []
    if isinstance(drawn.ahead, Forecast):
        labels += _scenarios(made, drawn.ahead, colours)
    else:
        labels += _same_pace(made, found, colours)
    if isinstance(found.goal, Goal):
        labels += _goal(made, found, found.goal, colours)
    _measured(made, found, colours)
    _marks(made, drawn.marks, colours)
    _labels(made, labels)
    last = max([found.goal.year if isinstance(found.goal, Goal) else 0, *_years(drawn)])
    layout = {
        "template": theme.plotly_template(dark),
        "height": 380,
        "hovermode": "closest",
        "margin": {"l": 8, "r": _ROOM if labels else 12, "t": 20, "b": 8},
        "yaxis": {"rangemode": "tozero", "tickformat": ",.0f", "nticks": 6},
        "xaxis": {
            "tickformat": "d",
            "tickangle": 0,
            "dtick": -(-(last - min(_years(drawn))) // 5) or 1,
            "tick0": last,
            "range": [min(_years(drawn)) - 0.4, last + 0.2],
        },
        "annotations": made.notes,
        "shapes": made.ticks,
    }
    return go.Figure(data=made.lines, layout=layout)


def _years(drawn: Drawn) -> list[int]:
    measured = [int(period) for period, value, _ in drawn.found.series.points if not math.isnan(value)]
    ahead = [one.year for one in drawn.ahead.years] if isinstance(drawn.ahead, Forecast) else []
    return [*measured, *ahead] or [USUAL_YEAR - 1, USUAL_YEAR]


def _measured(made: _Picture, found: Outcome, colours: theme.Palette) -> None:
    stops = {*found.series.breaks, *found.series.redrawn}
    points: list[tuple[str, float, str]] = []
    for point in found.series.points:
        if point[0] in stops and points:
            points.append((point[0], math.nan, ""))
        points.append(point)
    if not points:
        return
    made.add_scatter(
        x=[int(period) for period, _, _ in points],
        y=[None if math.isnan(value) else value for _, value, _ in points],
        mode="lines+markers",
        text=[measured(found, point) for point in points],
        hovertemplate="%{text}<extra></extra>",
        line={"color": colours.accent, "width": 2.5},
        marker={
            "color": [colours.accent if status in _SURE else colours.paper for _, _, status in points],
            "symbol": ["diamond" if status == Status.RECALCULATED else "circle" for _, _, status in points],
            "size": 8,
            "line": {"color": colours.accent, "width": 2},
        },
    )


def _goal(made: _Picture, found: Outcome, goal: Goal, colours: theme.Palette) -> list[Label]:
    first = min([int(period) for period, _, _ in found.series.points] or [goal.year - 1])
    made.add_scatter(
        x=[first, goal.year], y=[goal.value, goal.value], mode="lines", hoverinfo="skip",
        line={"color": colours.ink, "width": 1.5, "dash": "dash"},
    )  # fmt: skip
    made.add_scatter(
        x=[goal.year], y=[goal.value], mode="markers", hovertemplate=f"{goal_name(found, goal)}<extra></extra>",
        marker={"color": colours.ink, "symbol": "x", "size": 10},
    )  # fmt: skip
    if isinstance(found.realised, Realised) and isinstance(found.result, Result) and found.result.remaining > 0:
        since = int(found.realised.period)
        if since < goal.year:
            made.add_scatter(
                x=[since, goal.year], y=[found.realised.value, goal.value], mode="lines", hoverinfo="skip",
                line={"color": colours.muted, "width": 1.5, "dash": "dot"},
            )  # fmt: skip
    return [(goal.year, goal.value, goal_name(found, goal).replace(": ", "<br>"), colours.ink)]


def _same_pace(made: _Picture, found: Outcome, colours: theme.Palette) -> list[Label]:
    end = same_pace(found)
    if end is None or not isinstance(found.goal, Goal) or not isinstance(found.realised, Realised):
        return []
    name = f"{MARK}: tempo" if found.assumed.pace is not None else "Bij dit tempo"
    made.add_scatter(
        x=[int(found.realised.period), found.goal.year], y=[found.realised.value, end], mode="lines", hoverinfo="skip",
        line={"color": colours.accent, "width": 2, "dash": "dash"},
    )  # fmt: skip
    return [(found.goal.year, end, f"{name}<br>{words.scale(found).amount(end)}", colours.accent)]


def _scenarios(made: _Picture, ahead: Forecast, colours: theme.Palette) -> list[Label]:
    banded = [one for one in ahead.years if not isinstance(one.band, Gap)]
    start = ahead.rests_on[-1]
    if banded:
        outlooks = [one.scenarios[Scenario.CONTINUED] for one in banded]
        years = [start.year, *(one.year for one in banded)]
        made.add_scatter(
            x=[*years, *reversed(years)],
            y=[start.value, *(one.high for one in outlooks), *reversed([one.low for one in outlooks]), start.value],
            fill="toself", mode="lines", line={"width": 0}, fillcolor=colours.accent, opacity=0.18, hoverinfo="skip",
        )  # fmt: skip
    labels = []
    for which in ahead.years[-1].scenarios:
        name = forecast_text.scenario(which, ahead.shock_year)
        values = [one.scenarios[which].total for one in ahead.years]
        made.add_scatter(
            x=[start.year, *(one.year for one in ahead.years)], y=[start.value, *values], mode="lines",
            line={"color": colours.muted, "width": 1.75, "dash": _DASHES[which]},
            hovertemplate=f"{name}, %{{x}}: %{{y:,.{1 if made.size > 1 else 0}f}}<extra></extra>",
        )  # fmt: skip
        labels.append((ahead.years[-1].year, values[-1], _SHORT[which].format(year=ahead.shock_year), colours.muted))
    return labels


def _marks(made: _Picture, marks: Sequence[Mark], colours: theme.Palette) -> None:
    """A short numbered line at the foot of the picture; a yearly figure stands at its end, so a day lies a year further left.

    Marks that lie close stand one above the other, so that each number can be read on a phone.
    """
    rows: list[float] = []  # where the last mark of each row stands, the lowest first
    for mark in marks:
        x = mark.year - 1
        row = next((at for at, last in enumerate(rows) if x - last >= _APART), len(rows))
        rows[row : row + 1] = [x]
        top = _ROW * (row + 1)
        line = {"color": colours.ink, "width": 1.5}
        made.ticks.append({"type": "line", "x0": x, "x1": x, "y0": 0, "y1": top, "yref": "paper", "line": line})
        made.add_annotation(
            x=x,
            y=top,
            yref="paper",
            yanchor="bottom",
            text=str(mark.number),
            font={"color": colours.ink},
            bgcolor=colours.paper,
            borderpad=0,
        )


def _labels(made: _Picture, labels: Sequence[Label]) -> None:
    """Each name at the end of its line, pushed apart where two would lie over each other."""
    if not labels:
        return
    top, at = made.top(), math.inf
    for x, y, said, colour in sorted(labels, key=lambda one: -one[1]):
        apart = 0.13 if "<br>" in said else 0.075
        at = min(y / made.size, at - apart * top)
        made.add_annotation(
            x=x,
            y=at,
            text=said,
            xanchor="left",
            xshift=9,
            align="left",
            font={"color": colour, "size": 14},
        )
