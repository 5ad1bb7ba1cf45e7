"""One measure over the years, a small picture per area on one scale: its message, the picture and the table."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from transition.domain.indicators import Indicator
from transition.domain.values import Status
from transition.metrics.comparison.years import Years
from transition.views import text, theme
from transition.views.comparison_drawing import figure

MOST = 12
"""So many small pictures stand on the page at once."""
READING = (
    "Elk plaatje is een gebied, alle op dezelfde schaal. De grijze lijn is in elk plaatje hetzelfde: het midden van de groep. "
    "Een open punt kan nog veranderen of is geschat."
)
_COLUMNS = 2
_ROW, _TITLE = 128, 30
"""Pixels of a row of pictures, and of these for the name above it."""
_UNSURE = (Status.PROVISIONAL, Status.PROVISIONAL_REVISED, Status.ESTIMATED)


@dataclass(frozen=True, eq=False)
class Drawn:
    """names: of every member. place: the area as it stands in a sentence. within: of `comparison_text.group`. many: 'gemeenten'."""

    found: Years
    indicator: Indicator
    names: Mapping[str, str]
    place: str
    within: str
    many: str


def heading(drawn: Drawn) -> str:
    """How many went up or down since the first year that can be compared, and what the area itself did."""
    found = drawn.found
    if not found.since:
        return f"Van {drawn.place} is er te weinig om over de jaren te vergelijken"
    change = (found.table[found.until] - found.table[found.since]).dropna()
    up, down, own = int((change > 0).sum()), int((change < 0).sum()), float(change.iloc[0])
    most, verb = (up, "hoger") if up >= down else (down, "lager")
    own_word = "hoger" if own > 0 else "lager" if own < 0 else "gelijk"
    same = own_word == verb
    here = f"ook bij {drawn.place}" if same else f"bij {drawn.place} is het {own_word}"
    of = f"{most} van de {len(change)}" if most < len(change) else f"alle {len(change)}"
    both = "" if len(change) == len(found.table) else " met beide jaren"
    return f"In {found.until} is het bij {of} {drawn.many}{both} {verb} dan in {found.since}, {here}"


def told(drawn: Drawn) -> list[str]:
    """What is left out or cannot be followed; a sentence each."""
    found, said = drawn.found, []
    because = {stop.period: stop.because for stop in drawn.indicator.breaks}
    for stop in found.breaks:
        said.append(f"Vanaf {stop} wordt anders gemeten; daar breekt elke lijn. {because.get(stop, '')}".strip())
    if found.partial:
        said.append(f"Niet getekend, want nog niet compleet: {text.enumeration(list(found.partial))}.")
    missing = [drawn.names.get(code, code) for code in found.table.index[found.table.isna().all(axis=1).to_numpy()]]
    if missing:
        left = [*missing[:4], *([f"{len(missing) - 4} andere"] if len(missing) > 4 else [])]
        said.append(f"Zonder cijfer: {text.enumeration(left)}.")
    return said


def what(drawn: Drawn) -> str:
    """What is drawn, of whom and when."""
    years = drawn.found.table.columns
    return f"{drawn.indicator.name}, in {drawn.indicator.unit}, {years[0]} tot en met {years[-1]}, {drawn.within}"


def alternative(drawn: Drawn, codes: Sequence[str]) -> str:
    """The message, and of each area its first and last figure."""
    said = []
    for code in codes:
        known = drawn.found.table.loc[code].dropna()
        ends = (
            [f"{_say(drawn, float(known[year]))} in {year}" for year in dict.fromkeys(known.index[[0, -1]])]
            if len(known)
            else []
        )
        said.append(f"{drawn.names.get(code, code)}: {' en '.join(ends) or 'geen cijfer'}")
    return f"{heading(drawn)}. {'; '.join(said)}."  # fmt: skip


def pages(drawn: Drawn) -> list[tuple[str, ...]]:
    """The areas of each sheet of small pictures; the area itself is the first of every one."""
    own, *others = [str(code) for code in drawn.found.table.index]
    step = MOST - 1
    return [(own, *others[at : at + step]) for at in range(0, max(len(others), 1), step)]


def picture(drawn: Drawn, codes: Sequence[str], dark: bool) -> go.Figure:
    """Two beside each other, so that a phone can show them; the scale is that of the whole group."""
    colours, found = theme.palette(dark), drawn.found
    rows = math.ceil(len(codes) / _COLUMNS)
    years = [int(year) for year in found.table.columns]
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    for place, code in enumerate(codes):
        number = str(place + 1) if place else ""
        left, top = place % _COLUMNS * 0.52, 1 - place // _COLUMNS / rows
        is_last = place + _COLUMNS >= len(codes)
        axes[f"xaxis{number}"] = _across(years, left, number, is_last)
        axes[f"yaxis{number}"] = _upwards(found, top, rows, number, named=not left)
        colour = colours.accent if code == found.table.index[0] else colours.ink
        on = {"xaxis": f"x{number}", "yaxis": f"y{number}"}
        traces += [_middle(found, years, colours) | on, _own(drawn, code, years, colour, colours.paper) | on]
        notes.append(
            {"x": left, "y": top, "xref": "paper", "yref": "paper", "text": _title(drawn, code), "showarrow": False,
             "xanchor": "left", "yanchor": "top", "font": {"color": colour, "size": theme.SIZES[-1]}}
        )  # fmt: skip
    margin = {"l": 8, "r": 8, "t": 4, "b": 20}
    return figure(traces, dark, height=rows * _ROW + 24, annotations=notes, margin=margin, **axes)


def _across(years: Sequence[int], left: float, number: str, is_last: bool) -> dict[str, Any]:
    ends = [years[0], years[-1]] if years[0] < years[-1] else [years[0]]
    said = [str(year) if is_last else "" for year in ends]
    return {
        "domain": [left, left + 0.48], "anchor": f"y{number}", "range": [years[0] - 0.6, years[-1] + 0.6], "tickvals": ends,
        "ticktext": said, "tickangle": 0, "showline": True,
    }  # fmt: skip


def _upwards(found: Years, top: float, rows: int, number: str, named: bool) -> dict[str, Any]:
    values = found.table.to_numpy()
    low, high = min(0.0, float(np.nanmin(values))), float(np.nanmax(values)) * 1.12 or 1.0
    line = _round(high)
    return {
        "domain": [max(top - 1 / rows, 0.0), top - _TITLE / _ROW / rows], "anchor": f"x{number}", "range": [low, high],
        "tickvals": [0, line], "ticktext": [text.number(0), text.number(line, 1 if line < 1 else 0)] if named else ["", ""],
    }  # fmt: skip


def table(drawn: Drawn) -> pd.DataFrame:
    """An area a row, a year a column; the group's middle last."""
    found = drawn.found
    made = found.table.round(max(drawn.indicator.decimals, 0)).reset_index(names="Code")
    made.insert(0, "Gebied", [drawn.names.get(str(code), str(code)) for code in made["Code"]])
    made.loc[len(made)] = ["Midden van de groep", "", *found.middle]
    return made


def _say(drawn: Drawn, value: float) -> str:
    return text.quantity(value, drawn.indicator.unit, drawn.indicator.decimals)


def _title(drawn: Drawn, code: str) -> str:
    known = drawn.found.table.loc[code].dropna()
    last = f": {text.number(float(known.iloc[-1]), drawn.indicator.decimals)}" if len(known) else ": geen cijfer"
    return f"<b>{drawn.names.get(code, code)}</b>{last}"


def _broken(
    found: Years, years: Sequence[int], values: Sequence[float]
) -> tuple[list[float], list[float | None], list[int]]:
    """With an open place before every year from which on it is measured in another way; and where each value stood."""
    x: list[float] = []
    y: list[float | None] = []
    at: list[int] = []
    for place, (year, value) in enumerate(zip(years, values, strict=True)):
        if str(year) in found.breaks and place:
            x.append(year - 0.5)
            y.append(None)
            at.append(place)
        x.append(year)
        y.append(None if math.isnan(value) else value)
        at.append(place)
    return x, y, at  # fmt: skip


def _middle(found: Years, years: Sequence[int], colours: theme.Palette) -> dict[str, Any]:
    x, y, _ = _broken(found, years, found.middle.tolist())
    line = {"color": colours.muted, "width": 1.5, "dash": "dot"}
    return {"x": x, "y": y, "mode": "lines", "line": line, "hoverinfo": "skip"}


def _own(drawn: Drawn, code: str, years: Sequence[int], colour: str, paper: str) -> dict[str, Any]:
    found = drawn.found
    x, y, at = _broken(found, years, found.table.loc[code].tolist())
    status = found.statuses.loc[code].tolist()
    name = drawn.names.get(code, code)
    said = [
        "" if value is None
        else f"{name}, {year}: {_say(drawn, value)} ({text.STATUSES.get(status[place], 'register')})"
        for year, value, place in zip(x, y, at, strict=True)
    ]  # fmt: skip
    fill = [paper if status[place] in _UNSURE else colour for place in at]
    return {
        "x": x, "y": y, "mode": "lines+markers", "text": said, "hovertemplate": "%{text}<extra></extra>",
        "line": {"color": colour, "width": 2}, "marker": {"size": 6, "color": fill, "line": {"color": colour, "width": 1.5}},
    }  # fmt: skip


def _round(top: float) -> float:
    """The roundest value a little below the top of the scale."""
    size = 10 ** math.floor(math.log10(top)) if top > 0 else 1.0
    return float(math.floor(top / size) * size)
