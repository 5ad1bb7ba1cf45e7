"""Which figures measure the progress towards a goal, for a place, and for a part of one from its recorded projects."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from transition import catalog
from transition.domain.areas import Level
from transition.domain.values import Status
from transition.metrics.no_number import NoNumber
from transition.metrics.production import NATIONAL_HOURS, exact_sum
from transition.metrics.scope import Scope, Sort
from transition.metrics.steering import stated
from transition.metrics.steering.hardness import amounts
from transition.metrics.steering.on_land import on_land
from transition.metrics.steering.outcome import Series
from transition.metrics.steering.yearly import yearly
from transition.metrics.vintages import newest
from transition.published import PublishedFigure
from transition.store import Snapshot

GAS_FREE = "gas_free_dwellings_count"
_MEASURED_ON = (Level.LAND, Level.PROVINCIE, Level.RES, Level.SUBRES, Level.GEMEENTE)


def series_of(
    snapshot: Snapshot,
    about: Scope,
    indicator: str,
    projects: pd.DataFrame,
    day: date,
    published: Sequence[PublishedFigure] = (),
) -> Series:
    """The yearly figures of a scope; without points where nothing is measured. projects: the register's, already of that scope.

    A municipality is measured on its outline of now; what was put together for that is marked as recalculated.
    """
    if about.level not in _MEASURED_ON:
        return _of_projects(about, indicator, projects, day)
    vintage = _vintage(snapshot, about)
    if indicator == stated.ON_LAND:
        return _on_land(snapshot, about, projects, vintage, published)
    if indicator == GAS_FREE:
        return _gas_free(snapshot, about.id, vintage)
    if indicator not in catalog.indicators():
        return Series()
    found = yearly(snapshot, about.id, catalog.indicator(indicator), vintage=vintage)
    return Series(found.points, found.breaks, found.redrawn, found.left_out)


def _vintage(snapshot: Snapshot, about: Scope) -> int | None:
    ended = about.id in snapshot.areas and snapshot.areas[about.id].valid_to is not None
    return newest(snapshot, Level.GEMEENTE) if about.level is Level.GEMEENTE and not ended else None


def _on_land(
    snapshot: Snapshot, about: Scope, projects: pd.DataFrame, vintage: int | None, published: Sequence[PublishedFigure]
) -> Series:
    """Of a country of which no wind is recorded the newest monitor counts: solar alone would be half of it."""
    found = on_land(snapshot, about.id, projects, vintage=vintage)
    recorded = not isinstance(found, NoNumber) and found.wind_count > 0
    if about.level is Level.LAND and not recorded and (said := stated.of_country(published, about.id)):
        return said.series
    if isinstance(found, NoNumber):
        return Series()
    return Series(
        found.points,
        found.breaks,
        found.redrawn,
        found.left_out,
        is_lower_bound=found.is_lower_bound,
        wind_count=found.wind_count,
        wind_unknown=found.wind_unknown,
    )


def _gas_free(snapshot: Snapshot, code: str, vintage: int | None) -> Series:
    """Dwellings without gas: the share of the dwellings times the dwellings of the same year; an estimate."""
    share = yearly(snapshot, code, catalog.indicator("heating_gas_free_pct"), vintage=vintage)
    stock = yearly(snapshot, code, catalog.indicator("dwellings_count"), vintage=vintage)
    homes = {period: value for period, value, _ in stock.points}
    points = [
        (period, value / 100 * homes[period], str(Status.ESTIMATED))
        for period, value, _ in share.points
        if period in homes
    ]
    return Series(points, share.breaks, {**share.redrawn, **stock.redrawn}, share.left_out)


def _of_projects(about: Scope, indicator: str, projects: pd.DataFrame, day: date) -> Series:
    """Of an area process or community no figures are published: what its finished projects bring, as recorded today."""
    if about.sort is Sort.PLACE:
        return Series()
    found = amounts(projects, indicator, NATIONAL_HOURS)
    if isinstance(found, NoNumber) or found.empty:
        return Series()
    there = found[found["status"].eq("realised")]
    unknown = int(there["amount"].isna().sum())
    point = (str(day.year), exact_sum(there["amount"]), str(Status.ESTIMATED))
    return Series([point], is_lower_bound=unknown > 0)
