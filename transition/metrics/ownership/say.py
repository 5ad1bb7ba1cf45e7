"""What ownership brings beside production: votes, money for the surroundings, and how far people took part. LE8, LE9 and PP1."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from transition.metrics.cells import day, text
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.production import exact_sum

VOTES = ("half_or_more", "quarter_to_half", "below_quarter", "none", "unknown")
"""Classes of the part of the votes that local parties have. Votes are not capital."""


@dataclass(frozen=True)
class Fund:
    """What goes to the surroundings. per_mwh: euros, weighted by production; per_year: euros, at least.

    Both rest on `n` of `of` projects: those whose payment is recorded (0 is recorded too) and whose production is known.
    """

    per_mwh: float | NoNumber
    per_year: float | NoNumber
    n: int
    of: int


@dataclass(frozen=True)
class Step:
    """The highest step of the participation ladder that was reached about a decision, 1 to 6, with the evidence for it."""

    area: str
    about: str
    step: int
    held_on: str
    evidence: str


def votes(found: pd.DataFrame) -> dict[str, int]:
    """LE8: projects per class of `VOTES`. found: rows of `shares.owned`, mostly those realised."""
    part = found["vote_local"].astype(float)
    bounds = {"half_or_more": part >= 0.5, "quarter_to_half": part.ge(0.25) & (part < 0.5)}
    bounds |= {"below_quarter": (part > 0) & (part < 0.25), "none": part.eq(0), "unknown": part.isna()}
    return {name: int(bounds[name].sum()) for name in VOTES}


def fund(found: pd.DataFrame) -> Fund:
    """LE9: euros per MWh and per year for the surroundings. found: rows of `shares.owned`, mostly those realised."""
    known = found[found["fund_eur_per_mwh"].notna() & found["mwh"].notna()]
    mwh, euros = exact_sum(known["mwh"]), exact_sum(known["mwh"] * known["fund_eur_per_mwh"])
    none = no_number(Why.NOT_RECORDED)
    if known.empty:
        return Fund(none, none, 0, len(found))
    per_mwh = euros / mwh if mwh > 0 else no_number(Why.NO_PRODUCTION, count=len(known))
    return Fund(per_mwh, euros, len(known), len(found))


def participation(records: pd.DataFrame) -> tuple[dict[tuple[str, str], Step], int]:
    """PP1: (area, decision) -> the highest step with evidence; and how many records have none, which therefore do not count."""
    proven = records[records["evidence"].map(text).ne("")]
    found: dict[tuple[str, str], Step] = {}
    order = proven.assign(step=proven["step"].astype(int)).sort_index()
    for row in order.sort_values(["step", "held_on"], kind="stable").to_dict("records"):
        key = (text(row["area"]), text(row["about"]))
        found[key] = Step(*key, int(row["step"]), str(day(row["held_on"]) or ""), text(row["evidence"]))
    return dict(sorted(found.items())), len(records) - len(proven)


def shares_of(counts: Mapping[str, int]) -> dict[str, float] | NoNumber:
    """Each class as a part of what is known (parts of 1); 'unknown' is left out of both."""
    known = {name: count for name, count in counts.items() if name != "unknown"}
    if not sum(known.values()):
        return no_number(Why.NOT_RECORDED)
    return {name: count / sum(known.values()) for name, count in known.items()}
