"""What areas cost together and how far that is covered: only what was promised counts, and prices of unlike years do not mix."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from transition.metrics.area_money import SURENESS, money
from transition.metrics.no_number import NoNumber, Why, no_number


@dataclass(frozen=True)
class Finance:
    """Euros. cost and what follows are of the `with_cost` areas whose cost is known, of `of`; with fewer they are a lower bound.

    cover: per certainty (`area_money.SURENESS`) what is recorded of it, of those areas. covered: committed as a part of cost. open: what
    is not committed yet. gap: what nobody promised, was asked for or expects. Both per area, so that too much in one area fills no hole
    in another. Left out are cover_without_cost: areas with cover and no cost; and unlike_prices: areas of which cost and cover are in
    prices of unlike years. price_levels: the years of the prices in the sums; more than one has to be said (`is_mixed`).
    """

    cost: float | NoNumber
    cover: Mapping[str, float]
    covered: float | NoNumber
    open: float | NoNumber
    gap: float | NoNumber
    with_cost: int
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
    own = lines[lines["area"].isin(list(areas))]
    years = {int(year) for year in own["price_level"].dropna()}
    can_convert = index is not None and to in index and years <= index.keys()
    if can_convert and index is not None and to is not None:
        factors = own["price_level"].map({year: index[to] / index[year] for year in years}).astype(float)
        own = own.assign(amount=own["amount"] * factors.fillna(1.0), price_level=float(to))
    found = money(own) if len(own) else pd.DataFrame(columns=["cost", *SURENESS, "gap", "price_levels"], dtype=object)
    unlike = found["price_levels"].map(len) > 1
    known = found[found["cost"].notna() & ~unlike]
    recalculated = can_convert and bool(years - {to})
    counts = {
        "with_cost": len(known),
        "of": len(set(areas)),
        "cover_without_cost": int((found["cost"].isna() & ~unlike).sum()),
        "unlike_prices": int(unlike.sum()),
    }
    if known.empty:
        why = no_number(Why.MIXED_PRICE_LEVELS, years=_levels(found)) if unlike.any() else no_number(Why.NO_COST)
        return Finance(why, {}, why, why, why, price_levels=(), is_recalculated=recalculated, **counts)
    cost = math.fsum(known["cost"])
    cover = {one: math.fsum(known[one].dropna()) for one in SURENESS if known[one].notna().any()}
    still_open = (known["cost"] - known["committed"].fillna(0)).clip(lower=0)
    return Finance(
        cost=cost,
        cover=cover,
        covered=cover.get("committed", 0.0) / cost if cost > 0 else no_number(Why.NO_COST),
        open=math.fsum(still_open),
        gap=math.fsum(known["gap"]),
        price_levels=_levels(known),
        is_recalculated=recalculated,
        **counts,
    )


def _levels(found: pd.DataFrame) -> tuple[int, ...]:
    return tuple(sorted({year for levels in found["price_levels"] for year in levels}))
