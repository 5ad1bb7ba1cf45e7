"""The forecast of one area: the national path per scenario, its own deviation with a band, and both together."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from transition.domain.values import STATUS_CODES, Gap, Missing, Status
from transition.metrics.forecast.band import Band, Held
from transition.metrics.forecast.deviation import local_of, total
from transition.metrics.forecast.families import LEAST_POINTS, Family, Kind, in_unit, on_scale
from transition.metrics.forecast.learned import Learned
from transition.metrics.forecast.path import Scenario

FURTHEST = 10
"""Nothing is said about more years ahead."""
_NOT_SURE_YET = (Status.PROVISIONAL, Status.PROVISIONAL_REVISED, Status.ESTIMATED)


@dataclass(frozen=True)
class Known:
    """One year the forecast rests on, in the indicator's unit; `status` as in `STATUS_CODES`, '' when nobody told."""

    year: int
    value: float
    status: str


@dataclass(frozen=True)
class Outlook:
    """One year ahead in one scenario, in the indicator's unit: `national` + `local` = `total`, wherever no bound is met.

    national: what the area would have if it moved from its last value as the country does. local: what its own course adds;
    local_low to local_high holds eight in ten municipalities, given that the country goes this way. low to high: the same
    around the total. NaN where there is no band (`Ahead.band` says why).
    """

    national: float
    local: float
    local_low: float
    local_high: float
    total: float
    low: float
    high: float


@dataclass(frozen=True)
class Ahead:
    """One year ahead. scenarios: without the shock year when the record has none. held: how often such bands held before;
    None when that could not be checked. band: the band that was used, or why there is none."""

    year: int
    horizon: int
    scenarios: dict[Scenario, Outlook]
    band: Band | Gap
    held: Held | None


@dataclass(frozen=True)
class Forecast:
    """method: the name of the point forecast among the candidates of the backtest. shock_year: the year that SHOCK repeats."""

    method: str
    rests_on: tuple[Known, ...]
    years: tuple[Ahead, ...]
    shock_year: int | None

    @property
    def recalculated(self) -> int:
        """On how many values it rests that were put together to the newest boundaries."""
        return sum(known.status == Status.RECALCULATED for known in self.rests_on)

    @property
    def unsure(self) -> tuple[int, ...]:
        """The years whose value may still change."""
        return tuple(known.year for known in self.rests_on if known.status in _NOT_SURE_YET)


def forecast(learned: Learned, area: str, until_year: int, own: Mapping[int, float] | None = None) -> Forecast | Gap:
    """The forecast of one area from the last year of the record to `until_year` (at most FURTHEST years).

    own: the yearly values of an area that is no row of the panel, such as a region; it gets no band, because bands are
    learnt from municipalities. A Gap when the area has too few comparable years, or no value in the last one.
    """
    panel, place = learned.panel, learned.panel.place(area) if own is None else None
    if own is None and place is None:
        return Gap(Missing.NOT_MEASURED, "dit gebied heeft geen cijfers op de grenzen van nu")
    known = _known(learned, place) if place is not None else _given(learned, own or {})
    if (gap := _too_little(known, panel.last)) is not None:
        return gap
    if place is None:
        local = local_of(panel, learned.family, _values(known, panel.years))
    else:
        local = float(learned.local.level[place]), float(learned.local.pace[place])
    if math.isnan(local[0]):
        return Gap(Missing.NOT_APPLICABLE, "met een cijfer van 0 is niet verder te rekenen")
    last = min(until_year, panel.last + FURTHEST)
    ahead = tuple(
        _ahead(learned, known[-1].value, local, year, own is None) for year in range(panel.last + 1, last + 1)
    )
    if not ahead:
        return Gap(Missing.NOT_APPLICABLE, f"over {until_year} is al een cijfer; vooruitkijken begint na {panel.last}")
    return Forecast(learned.family.method, known, ahead, learned.path.shock)


def _too_little(known: tuple[Known, ...], last: int) -> Gap | None:
    if len(known) < LEAST_POINTS:
        jaren = {0: "over geen enkel jaar", 1: "over maar 1 jaar"}.get(len(known), f"over maar {len(known)} jaren")
        detail = f"er is {jaren} een cijfer dat te vergelijken is; om vooruit te kijken zijn er minstens {LEAST_POINTS} nodig"
        return Gap(Missing.NOT_APPLICABLE, detail)
    if known[-1].year != last:
        return Gap(Missing.NOT_MEASURED, f"over {last}, het laatste jaar van de reeks, is er geen cijfer")
    return None


def _ahead(learned: Learned, value: float, local: tuple[float, float], year: int, is_row: bool) -> Ahead:
    horizon = year - learned.panel.last
    band = learned.band(horizon) if is_row else Gap(Missing.NOT_APPLICABLE, "de bandbreedte is getoetst op gemeenten")
    if learned.family.kind is Kind.PACE and local[1] <= 0:
        band = Gap(Missing.NOT_APPLICABLE, "er is hier nog geen groei geweest om mee verder te rekenen")
    scenarios = {
        scenario: _outlook(learned, value, local, scenario, horizon, band)
        for scenario in Scenario
        if scenario is not Scenario.SHOCK or learned.path.shock is not None
    }
    return Ahead(year, horizon, scenarios, band, None if isinstance(band, Gap) else learned.held.get(horizon))


def _outlook(
    learned: Learned, value: float, local: tuple[float, float], scenario: Scenario, horizon: int, band: Band | Gap
) -> Outlook:
    move = learned.path.ahead(scenario, horizon)
    low, high = (math.nan, math.nan) if isinstance(band, Gap) else (band.low, band.high)
    national = _national(learned.family, value, local, move)
    own = np.array(local[0]), np.array(local[1])
    found = [float(total(learned.family, own, move, horizon, beside)) for beside in (0.0, low, high)]
    return Outlook(national, *(one - national for one in found), *found)


def _national(family: Family, value: float, local: tuple[float, float], move: float) -> float:
    if family.kind is Kind.PACE:
        return value + local[1] * move
    return float(in_unit(family.kind, on_scale(family.kind, np.array(value)) + move))


def _known(learned: Learned, place: int) -> tuple[Known, ...]:
    panel = learned.panel
    return tuple(
        Known(year, float(value), STATUS_CODES[status])
        for year, value, status in zip(panel.years, panel.values[place], panel.statuses[place], strict=True)
        if not math.isnan(value)
    )


def _given(learned: Learned, own: Mapping[int, float]) -> tuple[Known, ...]:
    return tuple(
        Known(year, own[year], "") for year in learned.panel.years if year in own and not math.isnan(own[year])
    )


def _values(known: tuple[Known, ...], years: tuple[int, ...]) -> np.ndarray:
    by_year = {one.year: one.value for one in known}
    return np.array([by_year.get(year, math.nan) for year in years])
