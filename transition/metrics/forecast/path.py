"""The national path: how the middle municipality moved year by year, and named ways in which it may go on."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from transition.metrics.forecast.families import Family, Kind, on_scale
from transition.metrics.forecast.panel import Panel, own_pace


class Scenario(StrEnum):
    """A named way in which the country may go on. No chance belongs to it: it is an assumption, shown as such."""

    CONTINUED = "doorgaan"
    SLOWER = "langzamer"
    SHOCK = "schokjaar"


@dataclass(frozen=True)
class Path:
    """moves: year -> how the middle municipality moved in that one year, on the family's scale; of a
    PACE family in times its pace until then.

    pace: the move of a usual year. shock: the year of the record that differed most from it, the newest of equals; None with
    fewer than three moves.
    """

    moves: dict[int, float]
    pace: float
    shock: int | None

    def ahead(self, scenario: Scenario, horizon: int) -> float:
        """The move over the next `horizon` years together; NaN when there is no shock year to repeat.

        SLOWER: half the usual pace. SHOCK: the next year is as the shock year was, the others are usual.
        """
        if scenario is Scenario.SHOCK:
            first = self.moves[self.shock] if self.shock is not None else float("nan")
            return first + (horizon - 1) * self.pace
        return self.pace * horizon * (0.5 if scenario is Scenario.SLOWER else 1.0)


def path(panel: Panel, family: Family) -> Path:
    """The path the municipalities of a panel had in common."""
    if family.kind is Kind.PACE:
        return _with_shock(_factors(panel), 1.0)
    scaled, years = on_scale(family.kind, panel.values), np.array(panel.years)
    steps = zip(years[1:], np.diff(years), np.diff(scaled, axis=1).T, strict=True)
    moves = {int(year): middle(step) for year, gap, step in steps if gap == 1}
    known = {year: move for year, move in moves.items() if not np.isnan(move)}
    return _with_shock(known, usual_pace(scaled, years))


def usual_pace(scaled: np.ndarray, years: np.ndarray) -> float:
    """The change per year of the middle municipality, from its first value to the last column; 0 when none has two values.

    Not the sum of yearly medians: with rounded figures those differ from what municipalities did over the years.
    """
    pace = middle(own_pace(scaled, years))
    return 0.0 if np.isnan(pace) else pace


def common(scaled: np.ndarray) -> np.ndarray:
    """The national path beside its last point: per column how far the middle municipality then was from where it is now.

    NaN for a column that has no municipality in common with the last one.
    """
    return np.array([middle(column) for column in (scaled - scaled[:, -1:]).T])


def middle(values: np.ndarray) -> float:
    """The median of what is known; NaN of nothing."""
    known = values[~np.isnan(values)]
    return float(np.median(known)) if len(known) else float("nan")


def _factors(panel: Panel) -> dict[int, float]:
    """Per year the middle municipality's growth, in times its own pace until then; from the third year on."""
    found: dict[int, float] = {}
    for at in range(2, len(panel.years)):
        if panel.years[at] - panel.years[at - 1] != 1:
            continue
        pace = own_pace(panel.values[:, :at], np.array(panel.years[:at]))
        growing = pace > 0
        grown = panel.values[growing, at] - panel.values[growing, at - 1]
        factor = middle(grown / pace[growing])
        if not np.isnan(factor):
            found[panel.years[at]] = factor
    return found


def _with_shock(moves: dict[int, float], pace: float) -> Path:
    differing = max(moves, key=lambda year: (round(abs(moves[year] - pace), 9), year), default=None)
    return Path(moves, pace, differing if len(moves) >= 3 else None)
