"""Two measures of the same areas against each other: the message, the picture with the chosen areas named, the words and the table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from transition.domain.values import Gap
from transition.metrics.comparison.interval import Shows
from transition.metrics.comparison.two_measures import Pair
from transition.views import comparison_findings, comparison_text, text, theme
from transition.views.comparison_drawing import Point, figure, names

READING = (
    "Elk punt is een gebied. Verder naar rechts is het ene cijfer hoger, verder omhoog het andere. "
    "De gekleurde stip is het gebied zelf, de open rondjes zijn de groep, grijs is de rest."
)
BOTH_GROW = "Beide cijfers zijn hoger in een groter gebied. Daarom gaan ze vanzelf samen; het zegt weinig."
_LABELLED = 6


@dataclass(frozen=True)
class Axis:
    """A measure in words. name: 'Gas per woning'."""

    name: str
    unit: str
    decimals: int
    period: str

    def say(self, value: float) -> str:
        return text.quantity(value, self.unit, self.decimals)


@dataclass(frozen=True, eq=False)
class Drawn:
    """members: the area itself first, then its group. names: of every code. many: 'gemeenten'. within: 'alle gemeenten'."""

    pair: Pair
    one: Axis
    other: Axis
    members: Sequence[str]
    names: Mapping[str, str]
    many: str
    within: str


def heading(drawn: Drawn) -> str:
    """What the two show together."""
    one, other, found = drawn.one.name, drawn.other.name, drawn.pair.link
    if isinstance(found, Gap):
        return f"Of ‘{one}’ en ‘{other}’ samenhangen, is niet te zeggen"
    return comparison_findings.of_figures(found.shows, found.rho, drawn.many, one, other)


def told(drawn: Drawn) -> list[str]:
    """How sure, on how many it rests, what it does not show, and what has to be said beside it; a sentence each."""
    said = comparison_findings.link_of_figures(drawn.pair.link, drawn.many, drawn.one.name, drawn.other.name)
    shown = not isinstance(drawn.pair.link, Gap) and drawn.pair.link.shows is not Shows.NOT_CLEAR
    if drawn.pair.both_grow and shown:
        said.append(BOTH_GROW)
    return [*said, *(comparison_text.REMARKS[remark] for remark in drawn.pair.verdict.remarks), *_without(drawn)]


def what(drawn: Drawn) -> str:
    """What is drawn, of whom and when."""
    each = [f"{axis.name} ({axis.unit}, {axis.period})" for axis in (drawn.one, drawn.other)]
    return f"{each[0]} en {each[1]}, {drawn.within}"


def alternative(drawn: Drawn) -> str:
    """The message, and where the area itself stands."""
    own = drawn.members[0]
    at = drawn.pair.codes.index(own) if own in drawn.pair.codes else None
    here = f" {_place(drawn, at)}." if at is not None and _is_known(drawn)[at] else ""
    return f"{heading(drawn)}.{here} {' '.join(told(drawn))}"


def picture(drawn: Drawn, dark: bool) -> go.Figure:
    """All areas grey, the group open, the area itself in the accent."""
    colours, pair = theme.palette(dark), drawn.pair
    known, place = _is_known(drawn), {code: at for at, code in enumerate(drawn.pair.codes)}
    group = [place[code] for code in drawn.members if code in place and known[place[code]]]
    own = [at for at in group if pair.codes[at] == drawn.members[0]]
    others = [at for at in group if at not in own]
    rest = [int(at) for at in np.flatnonzero(known) if int(at) not in set(group)]
    traces = [
        _dots(drawn, rest, {"color": colours.muted, "size": 6, "opacity": 0.4}),
        _dots(drawn, others, {"color": colours.paper, "size": 9, "line": {"color": colours.ink, "width": 2}}),
        _dots(drawn, own, {"color": colours.accent, "size": 13}),
    ]
    return figure(
        [trace for trace in traces if trace["x"]],
        dark,
        height=420,
        annotations=_labels(drawn, [*own, *others], known, colours),
        xaxis={"title": {"text": _title(drawn.one)}, "tickformat": ",.0f", "nticks": 6, "zeroline": False},
        yaxis={"title": {"text": _title(drawn.other)}, "tickformat": ",.0f", "nticks": 6, "rangemode": "normal"},
        margin={"l": 8, "r": 8, "t": 12, "b": 8},
    )


def table(drawn: Drawn) -> pd.DataFrame:
    """Every area by name, and whether it is in the group."""
    pair, group = drawn.pair, set(drawn.members)
    rows = {
        "Gebied": [drawn.names.get(code, code) for code in pair.codes],
        "Code": list(pair.codes),
        f"{_title(drawn.one)}, {drawn.one.period}": pair.one,
        f"{_title(drawn.other)}, {drawn.other.period}": pair.other,
        "In de groep": ["ja" if code in group else "nee" for code in pair.codes],
    }
    return pd.DataFrame(rows).sort_values("Gebied", kind="stable", ignore_index=True)


def _without(drawn: Drawn) -> list[str]:
    """Who of the chosen areas is not in the picture."""
    known = {code for code, there in zip(drawn.pair.codes, _is_known(drawn), strict=True) if there}
    missing = [drawn.names.get(code, code) for code in drawn.members if code not in known]
    if not missing:
        return []
    left = [*missing[:4], *([f"{len(missing) - 4} andere"] if len(missing) > 4 else [])]
    return [f"Niet getekend, want een van de twee cijfers is er niet: {text.enumeration(left)}."]


def _is_known(drawn: Drawn) -> np.ndarray:
    known: np.ndarray = ~(np.isnan(drawn.pair.one) | np.isnan(drawn.pair.other))
    return known


def _title(axis: Axis) -> str:
    return f"{axis.name} ({axis.unit})" if axis.unit else axis.name


def _place(drawn: Drawn, at: int) -> str:
    one, other = (axis.say(float(values[at])) for axis, values in _each(drawn))
    return f"{drawn.names.get(drawn.pair.codes[at], drawn.pair.codes[at])}: {one} en {other}"


def _each(drawn: Drawn) -> tuple[tuple[Axis, np.ndarray], tuple[Axis, np.ndarray]]:
    return (drawn.one, drawn.pair.one), (drawn.other, drawn.pair.other)


def _dots(drawn: Drawn, rows: list[int], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "x": drawn.pair.one[rows].round(4).tolist(), "y": drawn.pair.other[rows].round(4).tolist(), "mode": "markers",
        "marker": marker, "text": [_place(drawn, at) for at in rows], "hovertemplate": "%{text}<extra></extra>",
    }  # fmt: skip


def _labels(drawn: Drawn, rows: list[int], known: np.ndarray, colours: theme.Palette) -> list[dict[str, Any]]:
    scaled = []
    for values in (drawn.pair.one, drawn.pair.other):
        low, high = (float(end) for end in (values[known].min(), values[known].max())) if known.any() else (0.0, 1.0)
        scaled.append((low, (high - low) or 1.0))
    points = []
    for at in rows:
        x, y = float(drawn.pair.one[at]), float(drawn.pair.other[at])
        (left, width), (foot, high) = scaled
        code = drawn.pair.codes[at]
        colour = colours.accent if code == drawn.members[0] else colours.ink
        points.append(Point(drawn.names.get(code, code), (x - left) / width, (y - foot) / high, (x, y), colour))
    return names(points, _LABELLED)
