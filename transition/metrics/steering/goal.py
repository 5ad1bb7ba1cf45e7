"""Goals with a decision behind them, read from the register's targets; and which of several counts now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from transition.domain.areas import tidy_code
from transition.domain.indicators import Direction
from transition.metrics.cells import day, number, text, whole
from transition.metrics.no_number import NoNumber, Why, no_number

LESS_IS_BETTER = frozenset(("gas_use_m3_per_dwelling",))
"""Goals that are reached by going down."""
ADDS_UP = frozenset(("renewable_on_land_gwh", "solar_capacity_kwp", "gas_free_dwellings_count"))
"""Goals of parts that together make the goal of the whole. Shares and averages do not."""


@dataclass(frozen=True)
class Goal:
    """A value to be reached by the end of `year`, in the indicator's unit. `baseline`: where it began, None when not recorded.

    code: of the country, region or municipality it is of; '' for that of an area process, whose id is in `area`.
    """

    indicator: str
    value: float
    year: int
    code: str = ""
    area: str = ""
    scope: str = ""
    baseline: float | None = None
    baseline_year: int | None = None
    decided_by: str = ""
    decided_on: date | None = None
    document: str = ""
    id: str = ""

    @property
    def direction(self) -> Direction:
        return Direction.DOWN if self.indicator in LESS_IS_BETTER else Direction.UP

    @property
    def adds_up(self) -> bool:
        return self.indicator in ADDS_UP

    def still_to_go(self, value: float) -> float:
        """From `value` to the goal, in the indicator's unit; negative when it is beyond the goal."""
        return value - self.value if self.direction is Direction.DOWN else self.value - value


def goals(targets: pd.DataFrame) -> list[Goal]:
    """All goals of the register's table of targets, by indicator, year and id. What has no value or no year is no goal."""
    found = []
    for id, row in zip(targets.index, targets.to_dict("records"), strict=True):
        value, year = number(row["value"]), whole(row["year"])
        if value is None or year is None:
            continue
        area = text(row["area"])
        found.append(
            Goal(
                indicator=text(row["indicator"]),
                value=value,
                year=year,
                code="" if area else tidy_code(text(row["code"])),
                area=area,
                scope=text(row["scope"]),
                baseline=number(row["baseline"]),
                baseline_year=whole(row["baseline_year"]),
                decided_by=text(row["decided_by"]),
                decided_on=day(row["decided_on"]),
                document=text(row["document"]),
                id=str(id),
            )
        )
    return sorted(found, key=lambda goal: (goal.indicator, goal.year, goal.id))


def goal_of(found: Iterable[Goal], indicator: str, year: int, *, code: str = "", area: str = "") -> Goal | NoNumber:
    """The goal that counts in `year`: the first whose term has not passed, else the last that was set."""
    own = sorted(
        (goal for goal in found if (goal.indicator, goal.code, goal.area) == (indicator, code, area)),
        key=lambda goal: (goal.year, goal.id),
    )
    coming = [goal for goal in own if goal.year >= year]
    if not own:
        return no_number(Why.NO_GOAL, indicator=indicator)
    return coming[0] if coming else own[-1]
