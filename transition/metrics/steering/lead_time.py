"""How many days areas spend in each phase, the running ones included; and how long each cause makes them wait."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from transition.metrics.cells import days
from transition.metrics.no_number import NoNumber
from transition.metrics.steering.survival import FEWEST_CLOSED, Median, median

SPELLS = ("area", "theme", "phase", "begin", "end", "days", "is_open")
"""One row = one area in one phase. end: NaT while it is still in it; then `days` is until today. The days are not negative."""
_RUNNING = ("running", "paused")


@dataclass(frozen=True)
class LeadTime:
    """Days in a phase of one theme; n cases, of which `open` still last. median: by Kaplan and Meier, or why there is none."""

    theme: str
    phase: str
    median: Median | NoNumber
    n: int
    open: int


@dataclass(frozen=True)
class Waiting:
    """How many days later than first planned steps are that something holds up; open ones are late until today.

    n: such steps, of which `open` are not achieved. longest: the most days among them, None without any. undated: steps that are
    not in n, because nobody recorded when they were planned.
    """

    cause: str
    median: Median | NoNumber
    n: int
    open: int
    longest: int | None
    undated: int


def spells(steps: pd.DataFrame, areas: pd.DataFrame, today: date, phase: str = "ladder") -> pd.DataFrame:
    """`SPELLS`, by area and phase. steps: of `area_steps.steps`. areas: the register's table. phase: 'ladder', or 'code' for each step.

    An area enters a phase when the last achieved step of an earlier one was achieved, the first phase when the area began; it leaves
    it with its last achieved step once that phase is over: nothing of it that is needed is open, or a later one has begun. A phase of which
    one of these days is not recorded, or that would end before it begins, gives no row. Only areas that go on have an open phase.
    """
    begun = dict(zip(areas.index, days(areas["start"]), strict=True))
    state, theme = areas["state"].to_dict(), areas["theme"].to_dict()
    rows = []
    for area, phases in _phases(steps[steps["area"].isin(areas.index)], phase).items():
        for name, begin, end in _spells(phases, begun[area]):
            lasted = ((end or today) - begin).days
            if lasted >= 0 and (end or state[area] in _RUNNING):
                rows.append((area, theme[area], name, begin, end, lasted, end is None))
    found = pd.DataFrame(rows, columns=list(SPELLS))
    return found.assign(begin=pd.to_datetime(found["begin"]), end=pd.to_datetime(found["end"]))


def _phases(steps: pd.DataFrame, phase: str) -> dict[str, dict[str, list[date | None]]]:
    """Area -> phase, in the order of the method -> when each of its steps was achieved, of the steps that are asked for."""
    asked = steps[(steps["is_recorded"] | steps["needed"].ne("if_needed")) & steps[phase].notna()]
    found: dict[str, dict[str, list[date | None]]] = {}
    for area, name, actual in zip(asked["area"], asked[phase], days(asked["actual"]), strict=True):
        found.setdefault(str(area), {}).setdefault(str(name), []).append(actual)
    return dict(sorted(found.items()))


def _spells(phases: Mapping[str, list[date | None]], begin: date | None) -> Iterator[tuple[str, date, date | None]]:
    """(phase, begin, end or None) of the phases whose days are known, up to the first one the area is still in."""
    reached = max((at for at, achieved in enumerate(phases.values()) if any(achieved)), default=-1)
    for at, (name, achieved) in enumerate(phases.items()):
        is_over = at < reached or all(achieved)
        end = max(filter(None, achieved), default=None) if is_over else None
        if begin and (end or not is_over):
            yield name, begin, end
        if not is_over:
            return
        begin = end


def lead_times(found: pd.DataFrame, fewest: int = FEWEST_CLOSED) -> list[LeadTime]:
    """Per theme and phase of `SPELLS`, in order of these names."""
    made = []
    for (theme, phase), own in found.groupby(["theme", "phase"], sort=True):
        cases = list(zip(own["days"].astype(float), own["is_open"].astype(bool), strict=True))
        made.append(LeadTime(str(theme), str(phase), median(cases, fewest), len(own), int(own["is_open"].sum())))
    return made


def waiting(
    milestones: pd.DataFrame, areas: pd.DataFrame, causes: Mapping[str, str], today: date, fewest: int = FEWEST_CLOSED
) -> list[Waiting]:
    """Per cause in the order of `causes` (only those that occur). milestones, areas: the register's tables.

    The days count from the first plan, so that a revised date hides no waiting. A step that is not due yet waits 0 days so far.
    Steps of areas that were stopped or finished are left out while they are open.
    """
    held = milestones[milestones["blockage"].notna() & milestones["area"].isin(areas.index)]
    goes_on = held["area"].map(areas["state"]).isin(_RUNNING)
    held = held[held["actual"].notna() | goes_on]
    until = held["actual"].fillna(pd.Timestamp(today))
    held = held.assign(late=(until - held["planned"]).dt.days.clip(lower=0), is_open=held["actual"].isna())
    made = []
    for cause in causes:
        own = held[held["blockage"].eq(cause)]
        dated = own[own["late"].notna()]
        cases = list(zip(dated["late"].astype(float), dated["is_open"].astype(bool), strict=True))
        if len(own):
            still, undated = int(dated["is_open"].sum()), len(own) - len(dated)
            longest = int(dated["late"].max()) if len(dated) else None
            made.append(Waiting(cause, median(cases, fewest), len(dated), still, longest, undated))
    return made
