"""What area processes cost and what is paid: sums per certainty, never over different things, never a missing amount as zero."""

import pandas as pd

UNSURE = "unsure"
"""Cover of which nobody recorded how sure it is."""
SURENESS = ("committed", "applied", "expected", UNSURE)
"""The kinds of cover, the surest first."""


def money(lines: pd.DataFrame) -> pd.DataFrame:
    """Per area with finance lines, in euros as they were typed; index 'area'. lines: the register's table of finance lines.

    cost: NaN when no cost is recorded. committed, applied, expected, unsure: cover; NaN when there is none of it. gap: cost minus
    all cover, at least 0. excess: what the cover is more than the cost. covered: committed as a part of cost. These three are NaN
    where no cost is recorded or no cover at all; covered also where the cost is 0. price_levels: the years of the prices, in
    order. Nothing is converted to another year.
    """
    kind = lines["kind"].where(lines["kind"].eq("cost"), lines["certainty"].fillna(UNSURE))
    sums = lines.assign(_kind=kind).pivot_table("amount", "area", "_kind", aggfunc="sum", observed=True)
    sums = sums.reindex(columns=["cost", *SURENESS]).astype(float).rename_axis(columns=None)
    rest = sums["cost"] - sums[list(SURENESS)].sum(axis=1, min_count=1)
    years = lines.dropna(subset="price_level").groupby("area")["price_level"]
    return sums.assign(
        gap=rest.clip(lower=0),
        excess=(-rest).clip(lower=0),
        covered=(sums["committed"].fillna(0) / sums["cost"]).where((sums["cost"] > 0) & rest.notna()),
        price_levels=years.agg(lambda found: tuple(sorted({int(year) for year in found}))),
    )
