"""Eigenaarschap against speed of area processes: the message, the picture with the chosen areas named, and the table."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from transition.domain.register.choices import OWNERSHIP_LEVELS, SIDES
from transition.domain.values import Gap
from transition.metrics.comparison.interval import Shows
from transition.metrics.comparison.ownership_speed import OwnershipAndSpeed
from transition.views import text, theme
from transition.views.comparison_drawing import Point, figure, names

READING = (
    "Elk punt is een gebied. Verder naar rechts hebben lokale partijen meer de leiding; verder omhoog gaat het sneller. "
    "Gekleurd zijn de gebieden van uw keuze, grijs is de rest. Punten met hetzelfde niveau staan iets naast elkaar."
)
NEEDED = (
    "Nodig is per gebied: een begindatum, de gehaalde stappen en een oordeel over het eigenaarschap. "
    "Vanaf tien gebieden is er iets te zeggen over samenhang."
)
_LABELLED = 5
_ASIDE = 0.11
"""Points on the same level and about as fast lie so far beside each other."""


@dataclass(frozen=True, eq=False)
class Drawn:
    """chosen: ids of the areas of the place the page is about. names: of every area process. themes: the word of each theme."""

    found: OwnershipAndSpeed
    chosen: Collection[str]
    names: Mapping[str, str]
    themes: Mapping[str, str]


def pairs(drawn: Drawn) -> pd.DataFrame:
    """The areas that have both."""
    return drawn.found.pairs.dropna(subset=["level", "speed"])


def heading(drawn: Drawn) -> str:
    """What is seen, or that nothing can be."""
    link = drawn.found.link
    if isinstance(link, Gap):
        return "Of meer eigenaarschap samengaat met meer snelheid, is nog niet te zeggen"
    return {
        Shows.TOGETHER: "Waar lokale partijen meer de leiding hebben, gaat het vaker sneller",
        Shows.OPPOSITE: "Waar lokale partijen meer de leiding hebben, gaat het vaker langzamer",
        Shows.NOT_CLEAR: "Tussen eigenaarschap en snelheid is geen duidelijk verband te zien",
    }[link.shows]


def alternative(drawn: Drawn) -> str:
    """The message, and per level how many areas and how fast the middle one goes."""
    levels = [
        f"niveau {level:.0f}: {len(rows)} {'gebied' if len(rows) == 1 else 'gebieden'}, midden "
        f"{text.number(rows['speed'].median(), 1)} stappen per jaar"
        for level, rows in pairs(drawn).groupby("level")
    ]
    return f"{heading(drawn)}. {'; '.join(levels).capitalize()}." if levels else f"{heading(drawn)}."


def picture(drawn: Drawn, dark: bool) -> go.Figure:
    """Levels 0 to 4 from left to right; the chosen areas in the accent and by name."""
    colours, rows = theme.palette(dark), pairs(drawn).assign(x=lambda one: beside(one["level"], one["speed"]))
    is_own = rows["area"].isin(list(drawn.chosen))
    top = max(float(rows["speed"].max()) * 1.1, 0.5)
    traces = [
        _dots(drawn, rows[~is_own], {"color": colours.muted, "size": 8, "opacity": 0.5}),
        _dots(drawn, rows[is_own], {"color": colours.accent, "size": 12}),
    ]
    points = [
        Point(drawn.names.get(area, area), (x + 0.5) / 5, speed / top, (x, speed), colours.accent)
        for area, x, speed in zip(*(rows.loc[is_own, one] for one in ("area", "x", "speed")), strict=True)
    ]
    title = {"text": "niveau, van 0 (geen trekker) tot 4 (eigenaar)"}
    axis = {"range": [-0.5, 4.5], "tickvals": list(range(5)), "tickangle": 0, "title": title}
    return figure(
        [trace for trace in traces if trace["x"]],
        dark,
        height=420,
        annotations=names(points, _LABELLED),
        xaxis=axis,
        yaxis={"range": [-0.04 * top, top], "title": {"text": "stappen per jaar"}, "tickformat": ",.1f", "nticks": 6},
        margin={"l": 8, "r": 8, "t": 12, "b": 8},
    )


def table(drawn: Drawn) -> pd.DataFrame:
    """Every area, with what is not known left open."""
    found = drawn.found.pairs
    side = SIDES[drawn.found.side].lower()
    return pd.DataFrame(
        {
            "Gebied": [drawn.names.get(area, area) for area in found["area"]],
            "Thema": [drawn.themes.get(theme, "niet vastgelegd") for theme in found["theme"]],
            f"Eigenaarschap volgens {side}": found["level"],
            "Stappen per jaar": found["speed"],
            "Jaren bezig": found["years"],
        }
    ).sort_values("Gebied", kind="stable", ignore_index=True)


def beside(levels: pd.Series, speeds: pd.Series) -> list[float]:
    """Where on the axis each stands: on its level, and beside it where others are as fast there."""
    taken: dict[tuple[float, float], int] = {}
    made = []
    for level, speed in zip(levels, speeds.round(1), strict=True):
        at = taken[level, speed] = taken.get((level, speed), -1) + 1
        made.append(float(level) + _ASIDE * ((at + 1) // 2) * (1 if at % 2 else -1) if at < 8 else float(level))
    return made


def _dots(drawn: Drawn, rows: pd.DataFrame, marker: dict[str, Any]) -> dict[str, Any]:
    said = [
        f"{drawn.names.get(area, area)}: niveau {OWNERSHIP_LEVELS[str(int(level))].lower()}<br>"
        f"{text.number(speed, 1)} stappen per jaar"
        for area, level, speed in zip(rows["area"], rows["level"], rows["speed"], strict=True)
    ]
    return {
        "x": rows["x"].round(3).tolist(), "y": rows["speed"].round(3).tolist(), "mode": "markers", "marker": marker,
        "text": said, "hovertemplate": "%{text}<extra></extra>",
    }  # fmt: skip
