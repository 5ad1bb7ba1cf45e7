"""Goal against path: what was measured, what the goal asks, and how it may go on, as one Plotly figure with its heading and table."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from transition.domain.values import Gap, Status
from transition.metrics.forecast.forecast import Forecast
from transition.metrics.forecast.path import Scenario
from transition.metrics.no_number import NoNumber
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.outcome import USUAL_YEAR, Outcome
from transition.metrics.steering.pace import Pace
from transition.metrics.steering.result import Realised, Result
from transition.views import forecast_text, gap_text, text, theme
from transition.views import steering_words as words
from transition.views.decision_marks import Mark
from transition.views.what_if_text import MARK

_SURE = (Status.FINAL, Status.RECALCULATED)
_SHORT = {Scenario.CONTINUED: "Zoals het ging", Scenario.SLOWER: "Half zo snel", Scenario.SHOCK: "Eerst als {year}"}
_DASHES = {Scenario.CONTINUED: "solid", Scenario.SLOWER: "dash", Scenario.SHOCK: "dot"}
Label = tuple[float, float, str, str]
"""(x, y, words, colour) of a direct label, right of where its line ends."""
_ROOM = 122
"""Pixels for the labels right of the picture."""


@dataclass(frozen=True)
class Drawn:
    """What a figure is made of. ahead: the forecast or why there is none."""

    found: Outcome
    ahead: Forecast | Gap
    marks: Sequence[Mark] = ()


def heading(drawn: Drawn) -> str:
    """The message of the picture."""
    found = drawn.found
    said = _heading(found, drawn.ahead)
    return f"{MARK}: {said[0].lower()}{said[1:]}" if found.is_assumed else said


def _heading(found: Outcome, ahead: Forecast | Gap) -> str:
    if isinstance(found.goal, NoNumber):
        return _without_goal(found, ahead)
    if isinstance(found.result, Result) and found.result.remaining <= 0:
        return "Het doel is al behaald"
    if isinstance(found.pace, NoNumber):
        return "Of het op tijd is, is niet te bepalen"
    if isinstance(found.pace.light, NoNumber):
        needed = found.pace.needed
        if isinstance(needed, NoNumber):
            return f"Het doel is niet gehaald: {gap_text.short(needed)}"
        return (
            f"Nodig is {words.rate(found.indicator, needed, _goal_value(found))} erbij; of dat lukt, is niet te bepalen"
        )
    return f"Het tempo is {words.factor(found.pace.light.factor)} keer wat nodig is"


def _without_goal(found: Outcome, ahead: Forecast | Gap) -> str:
    if isinstance(ahead, Gap):
        return "Er is geen doel om het tempo mee te vergelijken"
    last = ahead.years[-1]
    coming = words.amount(found.indicator, last.scenarios[Scenario.CONTINUED].total)
    return f"Zonder doel: gaat het door zoals het ging, dan is het ongeveer {coming} in {last.year}"


def _goal_value(found: Outcome) -> float:
    return found.goal.value if isinstance(found.goal, Goal) else 0.0


def figure(drawn: Drawn, dark: bool) -> go.Figure:
    """Measured points (hollow: can still change, or estimated), the goal dashed, the way to it, and how it may go on."""
    colours, found = theme.palette(dark), drawn.found
    made = go.Figure(layout={"template": theme.plotly_template(dark), "height": 380})
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
    made.update_layout(
        hovermode="closest",
        margin={"l": 8, "r": _ROOM if labels else 12, "t": 20, "b": 8},
        yaxis={"rangemode": "tozero"},
    )
    made.update_yaxes(tickformat=",.0f", ticksuffix="", nticks=6)
    made.update_xaxes(tickformat="d", tickangle=0, nticks=5, range=[min(_years(drawn)) - 0.4, last + 0.2])
    return made


def _years(drawn: Drawn) -> list[int]:
    measured = [int(period) for period, value, _ in drawn.found.series.points if not math.isnan(value)]
    ahead = [one.year for one in drawn.ahead.years] if isinstance(drawn.ahead, Forecast) else []
    return [*measured, *ahead] or [USUAL_YEAR - 1, USUAL_YEAR]


def _measured(made: go.Figure, found: Outcome, colours: theme.Palette) -> None:
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
        text=[_hover(found, point) for point in points],
        hovertemplate="%{text}<extra></extra>",
        line={"color": colours.accent, "width": 2.5},
        marker={
            "color": [colours.accent if status in _SURE else colours.paper for _, _, status in points],
            "symbol": ["diamond" if status == Status.RECALCULATED else "circle" for _, _, status in points],
            "size": 8,
            "line": {"color": colours.accent, "width": 2},
        },
    )


def _hover(found: Outcome, point: tuple[str, float, str]) -> str:
    period, value, status = point
    if math.isnan(value):
        return ""
    told = f" ({text.STATUSES[status]})" if status in text.STATUSES else ""
    return f"{period}: {words.amount(found.indicator, value)}{told}"


def _goal(made: go.Figure, found: Outcome, goal: Goal, colours: theme.Palette) -> list[Label]:
    first = min([int(period) for period, _, _ in found.series.points] or [goal.year - 1])
    made.add_scatter(
        x=[first, goal.year], y=[goal.value, goal.value], mode="lines", hoverinfo="skip",
        line={"color": colours.ink, "width": 1.5, "dash": "dash"},
    )  # fmt: skip
    made.add_scatter(
        x=[goal.year], y=[goal.value], mode="markers", hovertemplate=f"{_goal_name(found, goal)}<extra></extra>",
        marker={"color": colours.ink, "symbol": "x", "size": 10},
    )  # fmt: skip
    if isinstance(found.realised, Realised) and isinstance(found.result, Result) and found.result.remaining > 0:
        since = int(found.realised.period)
        if since < goal.year:
            made.add_scatter(
                x=[since, goal.year], y=[found.realised.value, goal.value], mode="lines", hoverinfo="skip",
                line={"color": colours.muted, "width": 1.5, "dash": "dot"},
            )  # fmt: skip
    return [(goal.year, goal.value, _goal_name(found, goal).replace(": ", "<br>"), colours.ink)]


def _goal_name(found: Outcome, goal: Goal) -> str:
    own = found.assumed.target is not None or found.assumed.year is not None
    return f"{MARK if own else 'Doel'} {goal.year}: {words.amount(goal.indicator, goal.value)}"


def same_pace(found: Outcome) -> float | None:
    """What is there in the goal's year when the pace goes on; None where no pace or no goal is known, or the goal is reached."""
    pace = found.pace
    if not isinstance(found.goal, Goal) or not isinstance(pace, Pace) or isinstance(pace.actual, NoNumber):
        return None
    if not isinstance(found.realised, Realised) or int(found.realised.period) >= found.goal.year:
        return None
    forward = pace.actual * (found.goal.year - int(found.realised.period))
    up = found.goal.still_to_go(found.goal.value - 1) > 0
    return found.realised.value + (forward if up else -forward)


def _same_pace(made: go.Figure, found: Outcome, colours: theme.Palette) -> list[Label]:
    end = same_pace(found)
    if end is None or not isinstance(found.goal, Goal) or not isinstance(found.realised, Realised):
        return []
    name = f"{MARK}: tempo" if found.assumed.pace is not None else "Bij dit tempo"
    made.add_scatter(
        x=[int(found.realised.period), found.goal.year], y=[found.realised.value, end], mode="lines", hoverinfo="skip",
        line={"color": colours.accent, "width": 2, "dash": "dash"},
    )  # fmt: skip
    return [(found.goal.year, end, f"{name}<br>{words.amount(found.indicator, end)}", colours.accent)]


def _scenarios(made: go.Figure, ahead: Forecast, colours: theme.Palette) -> list[Label]:
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
            hovertemplate=f"{name}, %{{x}}: %{{y:,.0f}}<extra></extra>",
        )  # fmt: skip
        labels.append((ahead.years[-1].year, values[-1], _SHORT[which].format(year=ahead.shock_year), colours.muted))
    return labels


def _marks(made: go.Figure, marks: Sequence[Mark], colours: theme.Palette) -> None:
    """A short numbered line at the foot of the picture; a yearly figure stands at its end, so a day lies a year further left."""
    for mark in marks:
        x = mark.year - 1
        made.add_shape(type="line", x0=x, x1=x, y0=0, y1=0.06, yref="paper", line={"color": colours.ink, "width": 1.5})
        made.add_annotation(
            x=x,
            y=0.06,
            yref="paper",
            yanchor="bottom",
            text=str(mark.number),
            showarrow=False,
            font={"color": colours.ink},
        )


def _labels(made: go.Figure, labels: Sequence[Label]) -> None:
    """Each name at the end of its line, pushed apart where two would lie over each other."""
    if not labels:
        return
    top = max(max((y for trace in made.data for y in trace.y if y is not None), default=1.0), 1e-9)
    at = math.inf
    for x, y, said, colour in sorted(labels, key=lambda one: -one[1]):
        apart = 0.13 if "<br>" in said else 0.075
        at = min(y, at - apart * top)
        made.add_annotation(
            x=x,
            y=at,
            text=said,
            showarrow=False,
            xanchor="left",
            xshift=9,
            align="left",
            font={"color": colour, "size": 14},
        )


def alternative(drawn: Drawn) -> str:
    """The message and the figures, for who cannot see the picture."""
    found = drawn.found
    known = [point for point in found.series.points if not math.isnan(point[1])]
    told = [f"{heading(drawn)}."]
    if known:
        told.append(
            f"Gemeten van {known[0][0]} ({words.amount(found.indicator, known[0][1])}) tot {_hover(found, known[-1])}."
        )
    if isinstance(found.goal, Goal):
        told.append(f"{_goal_name(found, found.goal)}.")
    return " ".join(told)


def table(drawn: Drawn) -> pd.DataFrame:
    """All that is drawn: measured, the goal, and every scenario with its band."""
    found = drawn.found
    rows: list[tuple[str, str, float | None, float | None, float | None, str]] = [
        (period, "Gemeten", value, None, None, text.STATUSES.get(status, ""))
        for period, value, status in found.series.points
    ]
    if isinstance(found.goal, Goal):
        rows.append(
            (str(found.goal.year), "Doel", found.goal.value, None, None, MARK if found.is_assumed else "vastgelegd")
        )
    end = same_pace(found)
    if isinstance(drawn.ahead, Forecast):
        rows += [
            (
                str(one.year),
                forecast_text.scenario(which, drawn.ahead.shock_year),
                out.total,
                out.low,
                out.high,
                "vooruitblik",
            )
            for one in drawn.ahead.years
            for which, out in one.scenarios.items()
        ]
    elif end is not None and isinstance(found.goal, Goal):
        rows.append((str(found.goal.year), "Bij dit tempo", end, None, None, MARK if found.is_assumed else "berekend"))
    return pd.DataFrame(
        rows, columns=["Jaar", "Wat", words.unit(found.indicator) or "Waarde", "Laag", "Hoog", "Status"]
    )
