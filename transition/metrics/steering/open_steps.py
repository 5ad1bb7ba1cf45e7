"""The steps of area processes that are not achieved, as plain values: what comes next, and what holds up."""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from transition.metrics.cells import days, text


@dataclass(frozen=True)
class OpenStep:
    """One step that is not achieved. due: the revised day, else the planned one. is_coming: it is after the last achieved step.

    ladder: '' for a step the method card does not know. A step that is only there if needed counts once it is recorded.
    """

    area: str
    code: str
    ladder: str
    planned: date | None
    due: date | None
    blockage: str
    decided_by: str
    is_recorded: bool
    is_coming: bool


_TEXTS = ("area", "code", "ladder", "needed", "blockage", "decided_by")
_DAYS = ("planned", "due", "actual")


def open_steps(steps: pd.DataFrame) -> dict[str, list[OpenStep]]:
    """Area -> its open steps in the order of its method. steps: of `area_steps.steps`."""
    last: dict[str, int] = {}
    found: dict[str, list[tuple[int, OpenStep]]] = {}
    columns = [
        *(steps[name].map(text) for name in _TEXTS),
        *(days(steps[name]) for name in _DAYS),
        steps["is_recorded"],
    ]
    for at, row in enumerate(zip(*columns, strict=True)):
        area, code, ladder, needed, blockage, decided_by, planned, due, actual, is_recorded = row
        if actual:
            last[area] = at
        elif is_recorded or needed != "if_needed":
            step = OpenStep(area, code, ladder, planned, due, blockage, decided_by, bool(is_recorded), is_coming=True)
            found.setdefault(area, []).append((at, step))
    return {
        area: [step if at > last.get(area, -1) else replace(step, is_coming=False) for at, step in own]
        for area, own in sorted(found.items())
    }
