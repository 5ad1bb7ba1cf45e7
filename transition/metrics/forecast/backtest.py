"""What each way of looking ahead would have been worth: made anew in every past year, with what was known then."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from transition.metrics.forecast.band import JUDGED_FROM, MOST_CHECKED, within
from transition.metrics.forecast.candidates import BENCHMARK, names, predicted
from transition.metrics.forecast.deviation import errors, total
from transition.metrics.forecast.families import Family
from transition.metrics.forecast.learned import Learned, learn
from transition.metrics.forecast.panel import Panel
from transition.metrics.forecast.path import Scenario

SCALED = ("series", "origin", "ahead", "candidate", "error")
"""A row = one candidate's absolute error for one municipality, divided by the mean absolute yearly change it had seen by then."""
COVERED = ("series", "target", "ahead", "checks", "outcomes", "local", "continued", "scenarios")
"""A row = one target year and look-ahead. checks: from how many past years the band was learnt. local, continued and scenarios:
the share of outcomes within the band of the local deviation, within that band around 'doorgaan', and between the lowest and
highest bound of all scenarios."""


@dataclass(frozen=True)
class Scaled:
    """`errors`: as SCALED. flat: cells left out because the municipality had never changed; silent: because a candidate was silent."""

    errors: pd.DataFrame
    flat: int
    silent: int


def scaled_errors(panel: Panel, family: Family, series: str) -> Scaled:
    """All candidates of the family on the same cells: every origin with JUDGED_FROM values or more, every look-ahead."""
    found: list[pd.DataFrame] = []
    flat = silent = 0
    wanted = names(family)
    for past, ahead, outcome in _origins(panel):
        seen = np.abs(np.diff(past.values, axis=1))
        moves = (~np.isnan(seen)).sum(axis=1)
        usual = np.where(np.isnan(seen), 0.0, seen).sum(axis=1) / np.maximum(moves, 1)
        judged = _judged(past) & ~np.isnan(outcome) & (moves > 0)
        said = np.stack([predicted(past, family, name, ahead) for name in wanted])
        counted = judged & (usual > 0) & ~np.isnan(said).any(axis=0)
        flat += int((judged & (usual == 0)).sum())
        silent += int((judged & (usual > 0)).sum() - counted.sum())
        error = np.abs(said - outcome)[:, counted] / usual[counted]
        cells = pd.DataFrame(error.T, columns=wanted).melt(var_name="candidate", value_name="error")
        found.append(cells.assign(series=series, origin=past.last, ahead=ahead))
    empty = pd.DataFrame(columns=list(SCALED))
    return Scaled(pd.concat(found)[list(SCALED)] if found else empty, flat, silent)


def ratios(scaled: pd.DataFrame) -> pd.DataFrame:
    """Candidate x look-ahead: the mean scaled error in times that of drift; best on average first."""
    mean = scaled.groupby(["candidate", "ahead"])["error"].mean().unstack()
    table = mean / mean.loc[BENCHMARK]
    return table.loc[table.mean(axis=1).sort_values(kind="stable").index]


def coverage(panel: Panel, family: Family, series: str) -> pd.DataFrame:
    """How often each band held what came (COVERED); years with too few municipalities are left out."""
    rows = []
    learnt: dict[int, Learned] = {}
    for past, ahead, outcome in _origins(panel):
        then = learnt.setdefault(past.last, learn(past, family))
        band = then.bands.get(ahead)
        error = errors(family, then.local, outcome, ahead)
        judged = _judged(past) & ~np.isnan(error)
        if band is None or judged.sum() < family.least_areas:
            continue
        inside = within(error[judged], band.low, band.high).mean()
        bounds = {s: _bounds(then, s, ahead, judged) for s in Scenario if s is not Scenario.SHOCK or then.path.shock}
        around, came = bounds[Scenario.CONTINUED], outcome[judged]
        lowest, highest = (
            np.min([low for low, _ in bounds.values()], axis=0),
            np.max([high for _, high in bounds.values()], axis=0),
        )
        continued, widest = within(came, *around).mean(), within(came, lowest, highest).mean()
        rows.append((series, past.last + ahead, ahead, band.checks, int(judged.sum()), inside, continued, widest))
    return pd.DataFrame(rows, columns=list(COVERED))


def pooled(covered: pd.DataFrame, by: list[str], column: str = "local") -> pd.Series:
    """The share of all outcomes together, per group."""
    held = (covered[column] * covered["outcomes"]).groupby([covered[key] for key in by]).sum()
    share: pd.Series = held / covered.groupby(by)["outcomes"].sum()
    return share


def _origins(panel: Panel) -> Iterator[tuple[Panel, int, np.ndarray]]:
    """(what was known, years ahead, what came) for every year from the third on; the panel given away has nothing later."""
    for year in panel.years[JUDGED_FROM - 1 :]:
        for ahead in range(1, MOST_CHECKED + 1):
            outcome = panel.outcome(year + ahead)
            if outcome is not None:
                yield panel.until(year), ahead, outcome


def _judged(past: Panel) -> np.ndarray:
    known = ~np.isnan(past.values)
    enough: np.ndarray = (known.sum(axis=1) >= JUDGED_FROM) & known[:, -1]
    return enough


def _bounds(then: Learned, scenario: Scenario, ahead: int, judged: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Per judged area the lowest and highest total of a scenario, in the indicator's unit."""
    move, band = then.path.ahead(scenario, ahead), then.bands[ahead]
    own = then.local.level[judged], then.local.pace[judged]
    return total(then.family, own, move, ahead, band.low), total(then.family, own, move, ahead, band.high)
