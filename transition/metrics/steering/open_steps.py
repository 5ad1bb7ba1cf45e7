"""The steps of area processes that are not achieved, as plain values: what comes next, and what holds up."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from transition.metrics.cells import day, text


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


def open_steps(steps: pd.DataFrame) -> dict[str, list[OpenStep]]:
    """Area -> its open steps in the order of its method. steps: of `area_steps.steps`."""
    rows: dict[str, list[dict[str, object]]] = {}
    for row in steps.to_dict("records"):
        rows.setdefault(text(row["area"]), []).append({str(name): cell for name, cell in row.items()})
    return {area: _open(area, own) for area, own in sorted(rows.items())}


def _open(area: str, own: list[dict[str, object]]) -> list[OpenStep]:
    last = max((at for at, row in enumerate(own) if day(row["actual"])), default=-1)
    return [
        OpenStep(
            area=area,
            code=text(row["code"]),
            ladder=text(row["ladder"]),
            planned=day(row["planned"]),
            due=day(row["due"]),
            blockage=text(row["blockage"]),
            decided_by=text(row["decided_by"]),
            is_recorded=bool(row["is_recorded"]),
            is_coming=at > last,
        )
        for at, row in enumerate(own)
        if not day(row["actual"]) and (row["is_recorded"] or row["needed"] != "if_needed")
    ]
