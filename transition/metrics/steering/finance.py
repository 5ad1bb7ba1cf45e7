"""What areas cost together and how far that is covered: only what was promised counts, and prices of unlike years do not mix."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypedDict

import pandas as pd

from transition.metrics.area_money import SURENESS, money
from transition.metrics.no_number import NoNumber, Why, no_number


class _Cover(TypedDict):
    cover: dict[str, float]
    covered: float | NoNumber
    open: float | NoNumber
    gap: float | NoNumber


@dataclass(frozen=True)
class Finance:
    """Euros. cost: of the `with_cost` areas whose cost is known, of `of`; with fewer it is a lower bound.

    What follows is of the `with_cover` of these for which any cover is recorded, together `cost_with_cover`: a cost without a line
    of cover is not recorded as uncovered. cover: per certainty (`area_money.SURENESS`) what is recorded of it. covered: committed
    as a part of cost. open: what is not committed yet. gap: what nobody promised, was asked for or expects. Both per area, so that
    too much in one area fills no hole in another. Left out are cover_without_cost: areas with cover and no cost; and
    unlike_prices: areas of which cost and cover are in prices of unlike years. price_levels: the years of the prices in the sums;
    more than one has to be said (`is_mixed`).
    """

    cost: float | NoNumber
    cover: Mapping[str, float]
    covered: float | NoNumber
    open: float | NoNumber
    gap: float | NoNumber
    cost_with_cover: float
    with_cost: int
    with_cover: int
    of: int
    cover_without_cost: int
    unlike_prices: int
    price_levels: tuple[int, ...]
    is_recalculated: bool

    @property
    def is_lower_bound(self) -> bool:
        return self.with_cost < self.of

    @property
    def is_mixed(self) -> bool:
        return len(self.price_levels) > 1


def finance(
    lines: pd.DataFrame, areas: Collection[str], index: Mapping[int, float] | None = None, to: int | None = None
) -> Finance:
    """The finance lines of some areas, or of one. lines: the register's table.

    index: price index per year; with `to`, amounts are brought to the prices of that year and the result is recalculated. Without it, or
    with a year the index does not know, the lines of one area are not added up over unlike years.
    """
    own, is_recalculated = _converted(lines[lines["area"].isin(list(areas))], index, to)
    found = money(own) if len(own) else pd.DataFrame(columns=["cost", *SURENESS, "gap", "price_levels"], dtype=object)
    unlike = found["price_levels"].map(len) > 1
    known = found[found["cost"].notna() & ~unlike]
    both = known[known[list(SURENESS)].notna().any(axis=1)]
    why = _no_cost(found, unlike) if known.empty else no_number(Why.NOT_RECORDED)
    return Finance(
        cost=math.fsum(known["cost"]) if len(known) else why,
        **(_cover(both) if len(both) else _no_cover(why)),
        cost_with_cover=math.fsum(both["cost"]),
        with_cost=len(known),
        with_cover=len(both),
        of=len(set(areas)),
        cover_without_cost=int((found["cost"].isna() & ~unlike).sum()),
        unlike_prices=int(unlike.sum()),
        price_levels=_levels(known),
        is_recalculated=is_recalculated,
    )


def _converted(own: pd.DataFrame, index: Mapping[int, float] | None, to: int | None) -> tuple[pd.DataFrame, bool]:
    """The lines in prices of `to` where the index knows all their years, and whether any amount became another."""
    years = {int(year) for year in own["price_level"].dropna()}
    if index is None or to is None or not {to, *years} <= index.keys():
        return own, False
    factors = own["price_level"].map({year: index[to] / index[year] for year in years}).astype(float)
    return own.assign(amount=own["amount"] * factors.fillna(1.0), price_level=float(to)), bool(years - {to})


def _no_cover(why: NoNumber) -> _Cover:
    return {"cover": {}, "covered": why, "open": why, "gap": why}


def _cover(both: pd.DataFrame) -> _Cover:
    """both: the areas of which cost and cover are recorded."""
    cost = math.fsum(both["cost"])
    cover = {one: math.fsum(both[one].dropna()) for one in SURENESS if both[one].notna().any()}
    return {
        "cover": cover,
        "covered": cover.get("committed", 0.0) / cost if cost > 0 else no_number(Why.NO_COST),
        "open": math.fsum((both["cost"] - both["committed"].fillna(0)).clip(lower=0)),
        "gap": math.fsum(both["gap"]),
    }


def _no_cost(found: pd.DataFrame, unlike: pd.Series) -> NoNumber:
    return no_number(Why.MIXED_PRICE_LEVELS, years=_levels(found)) if unlike.any() else no_number(Why.NO_COST)


def _levels(found: pd.DataFrame) -> tuple[int, ...]:
    return tuple(sorted({year for levels in found["price_levels"] for year in levels}))
