"""Eigenaarschap beside speed: whether areas in which local parties lead more also come further in a year. A link, never a cause."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from transition.domain.register.choices import LADDER
from transition.metrics.area_steps import steps
from transition.metrics.cells import days
from transition.metrics.comparison.interval import Link, link
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ownership.two_sided import latest

NEEDED = ("area_process", "milestone", "method_phase", "ownership_assessment")
"""The kinds of records this is made of."""
LEAST_YEARS = 0.5
"""Of an area that began less than half a year ago the speed says nothing yet."""
_YEAR = 365.25
PAIRS = ("area", "theme", "level", "speed", "years")
"""One row = one area process. level: 0 to 4, NaN when this side did not judge it. speed: steps of the common ladder a year, NaN when
its begin or its steps are not recorded or it has just begun. years: since its begin, up to its last step when it ended."""


@dataclass(frozen=True)
class OwnershipAndSpeed:
    """pairs: `PAIRS` of all areas. link: over those that have both, or why there is none; scales: versions of the ladder they were
    judged on. With more than one there is no link."""

    side: str
    pairs: pd.DataFrame
    link: Link | NoNumber
    scales: tuple[str, ...]


def ownership_and_speed(tables: Mapping[str, pd.DataFrame], side: str, today: date) -> OwnershipAndSpeed:
    """side: who judged the level, the municipality or the local party; the two are never put together."""
    areas = tables["area_process"]
    views = latest(tables["ownership_assessment"], value="level", on="assessed_on", until=today)
    known = set(areas.index)
    own = {area: view for (area, by), view in views.items() if by == side and area in known}
    reached = _reached(areas, tables, today)
    rows = []
    for id, theme, start, state in zip(areas.index, areas["theme"], days(areas["start"]), areas["state"], strict=True):
        view, (place, last) = own.get(str(id)), reached.get(str(id), (np.nan, None))
        until = last if state in ("finished", "stopped") else today
        years = (until - start).days / _YEAR if start and until else np.nan
        speed = place / years if years >= LEAST_YEARS else np.nan
        rows.append((str(id), theme, float(view.value) if view else np.nan, speed, years))
    pairs = pd.DataFrame(rows, columns=list(PAIRS)).astype({"level": float, "speed": float, "years": float})
    scales = tuple(sorted({view.scale for view in own.values()}))
    if len(scales) > 1:
        return OwnershipAndSpeed(side, pairs, no_number(Why.OTHER_SCALE, scales=scales), scales)
    return OwnershipAndSpeed(side, pairs, link(pairs["level"].to_numpy(), pairs["speed"].to_numpy()), scales)


def _reached(
    areas: pd.DataFrame, tables: Mapping[str, pd.DataFrame], today: date
) -> dict[str, tuple[float, date | None]]:
    """Area with a recorded step on the ladder -> the highest place it achieved one at (from 1; 0 without any), and when last."""
    found = steps(areas, tables["milestone"], tables["method_phase"])
    found = found[found["is_recorded"] & found["ladder"].notna()]
    place = found["ladder"].map({phase: float(at) for at, phase in enumerate(LADDER, 1)})
    is_done = found["actual"].notna() & (found["actual"] <= pd.Timestamp(today))
    made = pd.DataFrame(
        {"area": found["area"], "place": place.where(is_done, 0.0), "on": found["actual"].where(is_done)}
    )
    summed = made.groupby("area").agg(place=("place", "max"), on=("on", "max"))
    return {
        str(area): (float(at), on)
        for area, at, on in zip(summed.index, summed["place"], days(pd.to_datetime(summed["on"])), strict=True)
    }
