"""Steps on a line of time: the first plan, the plan of now and the day it was achieved. As a chart, and all of them as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from transition.domain.register import choices
from transition.metrics.cells import days
from transition.metrics.steering.open_steps import OpenStep
from transition.views import area_words, sign_text, text, theme
from transition.views.area_names import AreaNames

READING = (
    "○ is de eerste planning, ● de planning van nu, ◆ gehaald. De lijn ertussen is de verschuiving. "
    "Links van de streep 'vandaag' en niet gehaald: over de datum."
)
_LANE = 46


@dataclass(frozen=True)
class Lane:
    """One step. label: plain text. due: the day planned now; None when nobody planned it, or when it is achieved."""

    label: str
    planned: date | None
    due: date | None
    actual: date | None

    @property
    def moved(self) -> int | None:
        """Days later than first planned; None without both days."""
        last = self.actual or self.due
        return (last - self.planned).days if last and self.planned else None


def next_steps(coming: Mapping[str, Sequence[OpenStep]], areas: Sequence[str], names: AreaNames) -> list[Lane]:
    """Of each area its first step that is still to come and has a day; the furthest moved first."""
    found = []
    for id in areas:
        step = next((one for one in coming.get(id, ()) if one.is_coming), None)
        if step and step.due:
            found.append(Lane(f"{names.area(id)}: {names.step(id, step.code)}", step.planned, step.due, None))
    return sorted(found, key=lambda lane: (-(lane.moved or 0), lane.label))


def of_area(steps: pd.DataFrame, names: AreaNames) -> list[Lane]:
    """The steps of one area that have any day, in the order of its method. steps: of `area_steps.STEPS`."""
    columns = (steps["area"], steps["code"], *(days(steps[name]) for name in ("planned", "due", "actual")))
    lanes = [
        Lane(names.step(area, code), planned, None if actual else due, actual)
        for area, code, planned, due, actual in zip(*columns, strict=True)
    ]
    return [lane for lane in lanes if lane.planned or lane.due or lane.actual]


def heading_of_area(lanes: Sequence[Lane], today: date) -> str:
    """The message about one area: what was achieved, how much later than planned, and what is past its day."""
    achieved = [lane for lane in lanes if lane.actual]
    late = sum((lane.moved or 0) > 0 for lane in achieved)
    past = sum(lane.due is not None and lane.due < today for lane in lanes)
    are = "is" if len(lanes) == 1 or len(achieved) == 1 else "zijn"
    said = f"Van de stappen met een datum {are} {text.number(len(achieved))} van de {text.number(len(lanes))} gehaald"
    if len(lanes) == 1:
        said = f"De enige stap met een datum is {'gehaald' if achieved else 'nog niet gehaald'}"
    said += f", {text.number(late)} daarvan later dan gepland" if late else ""
    return f"{said}; van {text.number(past)} is de dag voorbij" if past else said


def heading(lanes: Sequence[Lane], today: date) -> str:
    """The message: how many have moved, how far the furthest, and how many are past their day."""
    moved = [lane for lane in lanes if (lane.moved or 0) > 0]
    past = sum(lane.due is not None and lane.due < today for lane in lanes)
    if not moved:
        said = f"Bij {text.part_of(0, len(lanes), 'gebied', 'gebieden')} is de volgende stap verschoven"
    else:
        far = sign_text.days(max(lane.moved or 0 for lane in moved))
        where = text.part_of(len(moved), len(lanes), "gebied", "gebieden")
        said = f"Bij {where} is de volgende stap verschoven, het verst {far}"
    return f"{said}; bij {text.number(past)} is de dag voorbij" if past else said


def figure(lanes: Sequence[Lane], today: date, dark: bool) -> go.Figure:
    """A lane per step, in the order given from the top."""
    colours = theme.palette(dark)
    days_shown = [day for lane in lanes for day in (lane.planned, lane.due, lane.actual, today) if day]
    edge = timedelta(days=max(30, (max(days_shown) - min(days_shown)).days // 20))
    first, last = min(days_shown) - edge, max(days_shown) + edge
    # Few traces and no annotation per lane: each costs a millisecond.
    return go.Figure(
        data=[_moved(lanes, colours.muted), *_marks(lanes, colours), _labels(lanes, first)],
        layout={
            "template": theme.plotly_template(dark),
            "height": _LANE * len(lanes) + 60,
            "margin": {"t": 26},
            "yaxis": {"visible": False, "range": [-0.5, len(lanes) - 0.2], "fixedrange": True},
            "xaxis": {"range": [first, last], "tickformat": "%Y", "dtick": "M12", "fixedrange": True},
            "shapes": [{
                "type": "line", "x0": today, "x1": today, "y0": 0, "y1": 1, "yref": "paper",
                "line": {"color": colours.ink, "width": 1, "dash": "dot"},
            }],
            "annotations": [{
                "x": today, "y": 1, "yref": "paper", "yshift": 14, "text": "vandaag", "showarrow": False,
                "xanchor": "right" if today - first > 0.8 * (last - first) else "center",
            }],
        },
    )  # fmt: skip


def _height(lanes: Sequence[Lane], place: int) -> int:
    return len(lanes) - 1 - place


def _moved(lanes: Sequence[Lane], colour: str) -> dict[str, object]:
    """From the first plan to what became of it, as one line with gaps."""
    x: list[date | None] = []
    y: list[int | None] = []
    for place, lane in enumerate(lanes):
        last = lane.actual or lane.due
        if lane.planned and last:
            x += [lane.planned, last, None]
            y += [_height(lanes, place), _height(lanes, place), None]
    return {
        "type": "scatter",
        "x": x,
        "y": y,
        "mode": "lines",
        "line": {"color": colour, "width": 2},
        "hoverinfo": "skip",
    }


def _marks(lanes: Sequence[Lane], colours: theme.Palette) -> list[dict[str, object]]:
    kinds = (
        ("eerste planning", [lane.planned for lane in lanes], "circle-open", colours.muted),
        ("planning van nu", [lane.due for lane in lanes], "circle", colours.accent),
        ("gehaald", [lane.actual for lane in lanes], "diamond", colours.ink),
    )
    made: list[dict[str, object]] = []
    for name, moments, symbol, colour in kinds:
        there = [(day, _height(lanes, place)) for place, day in enumerate(moments) if day]
        made.append({
            "type": "scatter", "mode": "markers", "name": name,
            "x": [day for day, _ in there], "y": [at for _, at in there],
            "text": [text.day(day.isoformat()) for day, _ in there], "hovertemplate": f"{name}: %{{text}}<extra></extra>",
            "marker": {"symbol": symbol, "size": 11, "color": colour, "line": {"width": 2, "color": colour}},
        })  # fmt: skip
    return made


def _labels(lanes: Sequence[Lane], first: date) -> dict[str, object]:
    """Above each lane what it is, from the left edge."""
    return {
        "type": "scatter", "mode": "text", "x": [first] * len(lanes), "hoverinfo": "skip",
        "y": [_height(lanes, place) + 0.34 for place in range(len(lanes))], "text": [_html(lane.label) for lane in lanes],
        "textposition": "middle right", "textfont": {"size": theme.SIZES[-1]}, "cliponaxis": False,
    }  # fmt: skip


def _html(label: str) -> str:
    """What people typed, so that Plotly shows it as it stands; cut where a phone has no room for it."""
    short = label if len(label) <= 40 else f"{label[:39]}…"
    return short.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def table(steps: pd.DataFrame, names: AreaNames) -> pd.DataFrame:
    """All steps of these areas. steps: of `area_steps.STEPS`, those that are public."""
    made = {
        "Gebied": [names.area(id) for id in steps["area"]],
        "Stap": [area_words.step(code, label) for code, label in zip(steps["code"], steps["label"], strict=True)],
        "Trede": steps["ladder"].map(choices.LADDER).fillna(""),
    }
    for name, column in (("Eerst gepland", "planned"), ("Herzien", "revised"), ("Gehaald", "actual")):
        made[name] = steps[column].dt.strftime("%Y-%m-%d").fillna("")
    made["Waarom herzien"] = steps["revised_because"].fillna("")
    made["Wat houdt tegen"] = steps["blockage"].map(choices.BLOCKAGES).fillna("")
    made["Vastgelegd"] = steps["is_recorded"].map({True: "ja", False: "niet vastgelegd"})
    return pd.DataFrame(made).reset_index(drop=True)
