"""How areas changed between two years: one measure of the same areas twice, on the boundaries of now."""

from dataclasses import dataclass

import pandas as pd

from transition.domain.indicators import Direction
from transition.metrics.comparison.gate import Ask, Comparable, Refusal, compared
from transition.metrics.comparison.measures import Figures
from transition.metrics.comparison.spread import Spread, spread
from transition.metrics.no_number import NoNumber, Why, no_number


@dataclass(frozen=True, eq=False)
class Change:
    """table: index the codes, the area itself first; since, until (NaN: none), changed (NaN unless both are known), status: of until.

    spread: of `changed`; rank 1 is the largest change for the better, or the largest rise where neither is better.
    """

    since: Figures
    until: Figures
    table: pd.DataFrame
    spread: Spread
    verdict: Comparable


def change(since: Figures, until: Figures, direction: Direction) -> Change | Refusal | NoNumber:
    """since, until: of the same areas in the same order. A refusal says for which reason the years are not alike."""
    verdict = may_follow(since, until)
    if isinstance(verdict, Refusal):
        return verdict
    changed = until.table["value"] - since.table["value"]
    if not changed.notna().any():
        return no_number(Why.NO_FIGURE)
    found = spread(tuple(until.table.index), changed.tolist(), direction)
    if isinstance(found, NoNumber):
        return found
    table = pd.DataFrame(
        {
            "since": since.table["value"],
            "until": until.table["value"],
            "changed": changed,
            "status": until.table["status"],
        }
    )
    return Change(since, until, table, found, verdict)


def may_follow(since: Figures, until: Figures) -> Comparable | Refusal:
    """Whether the two years of these areas may be put beside each other."""
    return compared(since.about, until.about, Ask.CHANGE)
