"""The report of the backtest, in Markdown: what holds, what does not, and every number behind it."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from transition.metrics.forecast.backtest import pooled, ratios

LOWEST, HIGHEST, WORST = 0.76, 0.84, 0.60
TOP = """# What the forecasts would have been worth

Made by `python -m bench backtest` on the downloaded figures; do not edit. Why it is done this way, and what it cannot do:
[ADR 15](adr/0015-forecast-by-path-and-deviation.md).

All municipalities on the newest boundaries; every origin that leaves three or more years to learn from; one to five years ahead;
never across a break in the definition; years that are not complete left out. At every origin all is made anew from what was known
then. **Figures as they are published now**, not as they were then: revisions are not in it.

- *Error*: absolute error divided by the mean absolute yearly change the municipality had seen by then (MASE), the same cells for all
  candidates. The tables give it in times that of *drift* (from its first value to its last, and on); below 1 is better.
- *Local band*: holds eight in ten deviations from the national path, given what the country really did.
  Goal: 76 to 84 % per look-ahead over all years together, at least 60 % in every target year.
- *Total band*: the same band around one assumed national path. It is no forecast of the country, and these columns show why.
"""


def report(everything: Sequence[Any]) -> str:
    """everything: what `bench.backtest.found` found per group, in order."""
    parts = [TOP, "## What holds\n", _table(_verdicts(everything))]
    for one in everything:
        parts += [f"## {one.group.name}\n", _about(one), _errors(one), *_bands(one), *_variants(one)]
    return "\n".join(parts).rstrip() + "\n"


def _verdicts(everything: Sequence[Any]) -> list[list[str]]:
    rows = [
        [
            "series",
            "error: never worse than drift",
            "largest ratio",
            "band 76-84 % per look-ahead",
            "shares",
            "every year >= 60 %",
            "lowest",
        ]
    ]
    for one in everything:
        if not one.group.is_offered:
            continue
        chosen = ratios(one.scaled).loc[one.group.family.method].dropna()
        rows.append(
            [one.group.name, _yes(chosen.max() <= 1 + 1e-9), f"{chosen.max():.3f}", *_band_verdict(one.covered)]
        )
        if len(one.years) > 1:
            for name, covered in one.covered.groupby("series", sort=False):
                mine = ratios(one.scaled[one.scaled["series"] == name]).loc[one.group.family.method].dropna()
                row = [f"- {name}", _yes(mine.max() <= 1 + 1e-9), f"{mine.max():.3f}", *_band_verdict(covered)]
                rows.append(row)
    return rows


def _band_verdict(covered: pd.DataFrame) -> list[str]:
    if covered.empty:
        return ["no band", "", "", ""]
    shares, cells = pooled(covered, ["ahead"]), pooled(covered, ["target", "ahead"])
    told = " ".join(f"{share * 100:.1f}" for share in shares)
    return [_yes(shares.between(LOWEST, HIGHEST).all()), told, _yes(cells.min() >= WORST), f"{cells.min() * 100:.1f}"]


def _about(one: Any) -> str:
    years = "; ".join(f"{name} {span}" for name, span in one.years.items())
    used = (
        ""
        if one.group.chosen_on or not one.group.is_offered
        else " These series were not looked at when the method was chosen."
    )
    cells = one.scaled.groupby("candidate").size().max()
    method = f"Method: **{one.group.family.method}**." if one.group.is_offered else "No forecast is made of it."
    return (
        f"{years}.{used}\n\n{method} {cells} cells; left out: {one.flat} of municipalities that had never "
        f"changed (their usual change is 0), {one.silent} on which a candidate says nothing.\n"
    )


def _errors(one: Any) -> str:
    table = ratios(one.scaled)
    rows = [["candidate", *(f"{ahead} y" for ahead in table.columns)]]
    for name, line in table.iterrows():
        label = f"**{name}**" if name == one.group.family.method and one.group.is_offered else str(name)
        rows.append([label, *("" if pd.isna(ratio) else f"{ratio:.3f}" for ratio in line)])
    return "Error in times that of drift, the best on average first:\n\n" + _table(rows)


def _bands(one: Any) -> list[str]:
    if one.covered.empty:
        return ["No band: in no year enough municipalities to learn one from.\n"]
    pieces = []
    for column, heading in (
        (
            "local",
            "Local band: share held per target year and look-ahead (in brackets: learnt from so many past years)",
        ),
        ("continued", "Total band around 'doorgaan', without polish"),
        ("scenarios", "Total band from the lowest to the highest scenario"),
    ):
        cells = pooled(one.covered, ["target", "ahead"], column).unstack()
        checks = one.covered.groupby(["target", "ahead"])["checks"].max().unstack()
        rows = [["target year", *(f"{ahead} y" for ahead in cells.columns)]]
        for year in cells.index:
            rows.append([str(year), *(_cell(cells, checks, year, ahead, column) for ahead in cells.columns)])
        total = pooled(one.covered, ["ahead"], column)
        rows.append(["**all years**", *(f"**{total[ahead] * 100:.1f}**" for ahead in cells.columns)])
        pieces.append(f"{heading}, in %:\n\n{_table(rows)}")
    return pieces


def _variants(one: Any) -> list[str]:
    """The bands that were compared, with those that were not chosen; of several series also those about all homes alone."""
    if one.variants.empty:
        return []
    keys = ["method", "widen", "learn_from"]
    rows = [["deviation", "widened", "from year", "shares", "lowest year", "holds"]]
    sets = [one.variants]
    if len(one.years) > 1:
        rows[0] += ["shares of the three totals", "lowest year", "holds"]
        sets.append(one.variants[~one.variants["series"].str.contains(" ")])
    for key in one.variants[keys].drop_duplicates().itertuples(index=False):
        row = [key.method, "yes" if key.widen else "no", str(key.learn_from)]
        for those in sets:
            row += _variant(those[(those[keys] == list(key)).all(axis=1)])
        rows.append(row)
    return ["Bands that were compared:\n\n" + _table(rows)]


def _variant(covered: pd.DataFrame) -> list[str]:
    within, told, above, lowest = _band_verdict(covered)
    return [told, lowest, "yes" if within == above == "yes" else "no"]


def _cell(cells: pd.DataFrame, checks: pd.DataFrame, year: int, ahead: int, column: str) -> str:
    share = cells.loc[year, ahead]
    if pd.isna(share):
        return ""
    return f"{share * 100:.0f}" + (f" ({checks.loc[year, ahead]:.0f})" if column == "local" else "")


def _yes(holds: bool) -> str:
    return "yes" if holds else "**no**"


def _table(rows: Iterable[Sequence[str]]) -> str:
    head, *body = rows
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|", *("| " + " | ".join(row) + " |" for row in body)]
    return "\n".join(lines) + "\n"
