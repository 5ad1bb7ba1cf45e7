"""Borging in beleid: how firmly a municipality has laid down local ownership, per technology. LE5. Policy is not yet a project."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from transition.domain.register.choices import ANCHORING_CLASSES, ANCHORING_TECHNOLOGIES
from transition.metrics.cells import day, text
from transition.metrics.no_number import NoNumber, Why, no_number


@dataclass(frozen=True)
class Anchoring:
    """Class 0 (none) to 3 (optimal) for solar or wind, with the decision behind it."""

    level: int
    decided_on: date | None
    document: str


@dataclass(frozen=True)
class Spread:
    """How many of the `of` municipalities are in each class; those not recorded are in none."""

    counts: dict[int, int]
    recorded: int
    of: int


def anchoring(records: pd.DataFrame, municipality: str, today: date) -> dict[str, Anchoring | NoNumber]:
    """Solar and wind -> the class of the newest decision that was taken by `today`. records: the register's table."""
    own = records[records["municipality"].eq(municipality)]
    if own.empty:
        return dict.fromkeys(ANCHORING_TECHNOLOGIES, no_number(Why.NOT_RECORDED))
    own = own[own["decided_on"] <= pd.Timestamp(today)]
    found: dict[str, Anchoring | NoNumber] = {}
    for technology in ANCHORING_TECHNOLOGIES:
        rows = own[own["technology"].eq(technology)].sort_values("decided_on", kind="stable")
        if rows.empty:
            found[technology] = no_number(Why.NOT_RECORDED)
            continue
        last = rows.iloc[-1]
        found[technology] = Anchoring(int(last["level"]), day(last["decided_on"]), text(last["document"]))
    return found


def spread(records: pd.DataFrame, municipalities: Sequence[str], technology: str, today: date) -> Spread:
    """The classes of several municipalities, for a region or the country."""
    own = records[records["technology"].eq(technology) & (records["decided_on"] <= pd.Timestamp(today))]
    own = own[own["municipality"].isin(list(municipalities))].sort_values("decided_on", kind="stable")
    levels = own.drop_duplicates("municipality", keep="last")["level"].astype(int).tolist()
    of = len(dict.fromkeys(municipalities))
    return Spread({int(one): levels.count(int(one)) for one in ANCHORING_CLASSES}, len(levels), of)
