"""The band of the local deviation: how far eight in ten municipalities came out from what was expected, in years that are over."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from transition.metrics.forecast.deviation import errors, local
from transition.metrics.forecast.families import HOLDS_EACH_YEAR, HOLDS_FROM, HOLDS_TO, LEAST_CHECKS, Family
from transition.metrics.forecast.panel import Panel

COVERS = 0.8
MOST_CHECKED = 5
"""The longest look-ahead, in years, that is checked against what happened."""
JUDGED_FROM = 3
"""An area's error counts as a check of the band when it had so many values by then."""

Errors = Mapping[tuple[int, int], np.ndarray]
"""(year it was made in, years ahead) -> error per area of a panel."""


@dataclass(frozen=True)
class Band:
    """Between `low` and `high`, on the family's scale beside the expected deviation; learnt from `checks` years that are over."""

    low: float
    high: float
    checks: int


@dataclass(frozen=True)
class Held:
    """How often the band, made anew each year from what was known then, held what came: of `outcomes` municipalities' years.

    worst, worst_year: the share in the year in which it held least, and that year. years: in how many years it was checked.
    """

    share: float
    outcomes: int
    worst: float
    worst_year: int
    years: int

    @property
    def is_enough(self) -> bool:
        """Whether it held what a band of eight in ten should hold."""
        return HOLDS_FROM <= self.share <= HOLDS_TO and self.worst >= HOLDS_EACH_YEAR


def past_errors(panel: Panel, family: Family) -> Errors:
    """The errors of all forecasts that could have been made within a panel, and whose outcome it knows."""
    found: dict[tuple[int, int], np.ndarray] = {}
    for year in panel.years[family.learn_from - 1 : -1]:
        then = local(panel.until(year), family)
        for horizon in range(1, MOST_CHECKED + 1):
            outcome = panel.outcome(year + horizon)
            if outcome is not None:
                found[year, horizon] = errors(family, then, outcome, horizon)
    return found


def bands(found: Errors, family: Family, known_until: int) -> dict[int, Band]:
    """Per look-ahead the band from the errors whose outcome was known by then. Of those with LEAST_CHECKS a longer one is never surer.

    Only years with enough municipalities count; without any there is no band.
    """
    made: dict[int, Band] = {}
    low = high = 0.0
    for horizon in range(1, MOST_CHECKED + 1):
        checked = [_known(e) for (year, h), e in found.items() if h == horizon and year + h <= known_until]
        checked = [known for known in checked if len(known) >= family.least_areas]
        if not checked:
            continue
        wider = math.sqrt(1 + 1 / len(checked)) if family.widen else 1.0
        below, above = np.quantile(np.concatenate(checked), [(1 - COVERS) / 2, (1 + COVERS) / 2]) * wider
        if len(checked) >= LEAST_CHECKS:
            below, above = low, high = min(low, float(below)), max(high, float(above))
        made[horizon] = Band(float(below), float(above), len(checked))
    return made


def held(panel: Panel, family: Family, found: Errors) -> dict[int, Held]:
    """Per look-ahead how often the band held, had it been made each year with what was known then."""
    points = np.cumsum(~np.isnan(panel.values), axis=1)
    shares: dict[int, list[tuple[int, int, int]]] = {}
    for at, year in enumerate(panel.years):
        for horizon, band in bands(found, family, year).items():
            error = found.get((year, horizon))
            if error is None:
                continue
            judged = _known(error[points[:, at] >= JUDGED_FROM])
            if len(judged) >= family.least_areas:
                inside = int(within(judged, band.low, band.high).sum())
                shares.setdefault(horizon, []).append((year + horizon, inside, len(judged)))
    return {horizon: _together(cells) for horizon, cells in shares.items()}


def within(values: np.ndarray, low: np.ndarray | float, high: np.ndarray | float) -> np.ndarray:
    """Which values lie between the bounds, or on one of them but for the last digits of a calculation."""
    slack = 1e-9 * np.maximum(1.0, np.abs(values))
    inside: np.ndarray = (values >= low - slack) & (values <= high + slack)
    return inside


def _together(cells: list[tuple[int, int, int]]) -> Held:
    worst_year, inside, of = min(cells, key=lambda cell: cell[1] / cell[2])
    total = sum(cell[2] for cell in cells)
    return Held(sum(cell[1] for cell in cells) / total, total, inside / of, worst_year, len(cells))


def _known(values: np.ndarray) -> np.ndarray:
    known: np.ndarray = values[~np.isnan(values)]
    return known
