"""How hard the pipeline is: what stands, what is permitted or being built, what is still only wanted; and what may come of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from transition.metrics.band import Band, total
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.production import NATIONAL_HOURS, SOLAR, exact_sum, megawatts, yearly_mwh

HARD, SOFT = ("building", "permitted"), ("developing",)
STATES = ("realised", *HARD, *SOFT)
CERTAIN = Band(1.0, 1.0)
STARTING_CHANCES: Mapping[str, Band] = {
    "building": Band(0.95, 1.0),
    "permitted": Band(0.6, 0.9),
    "developing": Band(0.1, 0.4),
}
"""Where a reader begins: our assumption, nobody's measurement (ADR 16). Always shown with what it gives, always to be changed."""
_LARGE_ROOF_MW = 0.015
"""Only installations above 15 kWp count for the regional energy strategy."""


@dataclass(frozen=True)
class Stock:
    """The projects in one state. amount: of those it is known of, in the goal's unit; expected: that times its chance.

    count: all of them, of which `unknown` have no known amount (they are not zero) and `estimated` one from full-load hours.
    """

    state: str
    count: int
    amount: float
    expected: Band
    unknown: int
    estimated: int


@dataclass(frozen=True)
class Hardness:
    """One stock per state of `STATES`, in that order.

    realised_since: finished after the day the measured figure is of; it is not in that figure yet, and comes for certain. too_late:
    projects expected after the goal's year, left out of the pipeline. undated: projects of the pipeline of which nobody says when.
    """

    indicator: str
    stocks: tuple[Stock, ...]
    realised_since: Stock
    too_late: int
    undated: int

    def of(self, *states: str) -> float:
        """The known amount in these states, in the goal's unit."""
        return sum(stock.amount for stock in self.stocks if stock.state in states)

    @property
    def pipeline(self) -> Band:
        """What may still come, beside what the measured figure holds."""
        return total([self.realised_since.expected, *(one.expected for one in self.stocks if one.state != "realised")])

    @property
    def unknown(self) -> int:
        """Projects of the pipeline without a known amount: the pipeline is larger than it says."""
        return self.realised_since.unknown + sum(one.unknown for one in self.stocks if one.state != "realised")

    @property
    def is_estimated(self) -> bool:
        return any(one.estimated for one in (self.realised_since, *self.stocks))


def hardness(
    projects: pd.DataFrame,
    indicator: str,
    *,
    chances: Mapping[str, Band] = STARTING_CHANCES,
    hours: Mapping[str, float] = NATIONAL_HOURS,
    counted_until: date | None = None,
    by: int | None = None,
) -> Hardness | NoNumber:
    """The projects of a place towards a goal. projects: the register's table, already of that place.

    chances: low and high probability (0 to 1) per state of the pipeline. counted_until: the day of the measured figure, so that
    what was finished later counts as certain pipeline. by: the goal's year; what is expected later does not count for it. Without any
    project that counts nothing is recorded, which is no pipeline of zero.
    """
    found = amounts(projects, indicator, hours)
    if isinstance(found, NoNumber):
        return found
    if found.empty:
        return no_number(Why.NOT_RECORDED)
    since = found["status"].eq("realised") & (found["realised_on"] > pd.Timestamp(counted_until or date.max))
    coming = found["status"].isin([*HARD, *SOFT])
    late = coming & (found["expected_on"].dt.year > (by or date.max.year))
    kept = found[~late & ~since]
    return Hardness(
        indicator,
        tuple(_stock(kept[kept["status"] == one], one, chances.get(one, CERTAIN)) for one in STATES),
        _stock(found[since], "realised_since", CERTAIN),
        int(late.sum()),
        int((coming & found["expected_on"].isna()).sum()),
    )


def amounts(projects: pd.DataFrame, indicator: str, hours: Mapping[str, float]) -> pd.DataFrame | NoNumber:
    """The projects that count towards a goal, with amount (in its unit) and is_estimated."""
    size = megawatts(projects)
    if indicator == "renewable_on_land_gwh":
        small_roof = projects["technology"].eq("solar_roof") & ~(size > _LARGE_ROOF_MW)
        counts = projects["technology"].isin(["wind", *SOLAR]) & ~small_roof
        energy = yearly_mwh(projects, hours)
        amount, estimated = energy["mwh"] / 1000, energy["is_estimated"]
    elif indicator == "solar_capacity_kwp":
        counts = projects["technology"].isin(SOLAR)
        amount, estimated = size * 1000, projects["capacity_unit"].eq("MW") & size.notna()
    else:
        return no_number(Why.PROJECTS_DO_NOT_COUNT, indicator=indicator)
    return projects.assign(amount=amount, is_estimated=estimated)[counts]


def _stock(found: pd.DataFrame, state: str, chance: Band) -> Stock:
    amount = exact_sum(found["amount"])
    expected = Band(amount * chance.low, amount * chance.high)
    estimated = int(found["is_estimated"].sum())
    return Stock(state, len(found), amount, expected, int(found["amount"].isna().sum()), estimated)
