"""What areas are compared on: the statistics of their level, as rates where size would decide, and what the register says of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import pandas as pd

from transition import catalog
from transition.domain.areas import Level
from transition.domain.indicators import AddsUp
from transition.domain.values import STATUS_CODES, Missing
from transition.metrics import rates
from transition.metrics.comparison.gate import Ask, Comparable, Measured, Refusal, compared
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.vintages import column_on, newest
from transition.store import Snapshot

USUAL = "solar_capacity_kwp.population_count"
"""The measure a page begins with: nearly every level has it."""


class OfRegister(StrEnum):
    """What can be measured of what people recorded; all about renewable electricity on land."""

    REACH = "register_reach_pct"  # what there is, as a part of the goal
    PACE = "register_pace_factor"  # how fast it goes, as a part of how fast it must
    LOCAL_BROAD = "register_local_broad_pct"
    LOCAL_STRICT = "register_local_strict_pct"


@dataclass(frozen=True)
class Measure:
    """indicator: of a statistic; a rate is made `per` another. of_register: what else it is; then the others are ''.

    id: as it stands in an address.
    """

    indicator: str = ""
    breakdown: str = ""
    per: str = ""
    of_register: OfRegister | None = None

    @property
    def id(self) -> str:
        if self.of_register:
            return str(self.of_register)
        return ".".join(
            [self.indicator, *([f"deel-{self.breakdown}"] if self.breakdown else []), *filter(None, [self.per])]
        )

    @property
    def is_total(self) -> bool:
        """Whether a larger area has more of it because it is larger."""
        return not self.of_register and not self.per and catalog.indicator(self.indicator).adds_up is AddsUp.SUM


@dataclass(frozen=True, eq=False)
class Figures:
    """One measure of some areas in one period. table: index the codes, as asked; value (NaN: none), status (a word of `Status` or
    `Missing`, '' of the register). about: what is known of them all. years: of the denominators. source: id, '' for the register.
    """

    measure: Measure
    period: str
    table: pd.DataFrame
    about: Measured
    years: tuple[str, ...] = ()
    source: str = ""

    @property
    def values(self) -> np.ndarray:
        found: np.ndarray = self.table["value"].to_numpy(dtype=float)
        return found

    @property
    def statuses(self) -> frozenset[str]:
        """Of the figures there are."""
        return self.about.statuses


def statistics(snapshot: Snapshot, level: Level) -> list[Measure]:
    """Of a level, in the order of the catalogue. An amount that can be divided is offered only divided: else size would decide."""
    found: list[Measure] = []
    for entry in catalog.indicators().values():
        if level not in entry.levels:
            continue
        breakdown = next((one for one in ("", *entry.breakdowns) if _has_values(snapshot, level, entry.id, one)), None)
        if breakdown is None:
            continue
        divided = [per for per in entry.per if rates.has_denominator(snapshot, level, per)]
        found += [Measure(entry.id, breakdown, per) for per in divided or [""]]
    return found


def _has_values(snapshot: Snapshot, level: Level, indicator: str, breakdown: str) -> bool:
    there = (snapshot.column(level, indicator, breakdown, at) for at in snapshot.periods(level, indicator, breakdown))
    return any(not np.isnan(one.values).all() for one in there if one)


def periods(snapshot: Snapshot, level: Level, measure: Measure) -> list[str]:
    """The years of a statistic, oldest first."""
    return snapshot.periods(level, measure.indicator, measure.breakdown)


def column(snapshot: Snapshot, level: Level, measure: Measure, period: str) -> Figures | NoNumber:
    """A statistic of all areas of a level on the boundaries of now, by code."""
    vintage = newest(snapshot, level)
    found = column_on(snapshot, level, measure.indicator, measure.breakdown, period, vintage)
    if found is None:
        return no_number(Why.NO_FIGURE)
    values, years = found.values, tuple[str, ...]()
    if measure.per:
        made = rates.rate(snapshot, level, found.codes, found.values, period, measure.per, vintage)
        values, years = made.values, made.years
    statuses = np.array(STATUS_CODES, dtype=object)[found.statuses]
    statuses[np.isnan(values) & ~np.isnan(found.values)] = Missing.NOT_MEASURED
    table = pd.DataFrame({"value": values, "status": [str(one) for one in statuses]}, index=found.codes.tolist())
    about = Measured(
        indicator=measure.indicator,
        level=level,
        period=period,
        vintage=found.vintage,
        known=int(table["value"].notna().sum()),
        of=len(table),
        definition=measure.breakdown,
        per=measure.per,
        statuses=frozenset(table.loc[table["value"].notna(), "status"]),
        until=snapshot.measured_until(found.source, period),
        is_example=snapshot.is_example,
    )
    return Figures(measure, period, table, about, years, found.source)


def of_areas(found: Figures, codes: Sequence[str]) -> Figures:
    """The figures of some areas, in this order; one without a row has no figure."""
    at = found.table.index.get_indexer(pd.Index(list(codes)))
    values = np.where(at >= 0, found.values[at], np.nan)
    statuses = np.where(at >= 0, found.table["status"].to_numpy()[at], str(Missing.NOT_MEASURED))
    table = pd.DataFrame({"value": values, "status": statuses}, index=list(codes))
    known = ~np.isnan(values)
    about = replace(found.about, known=int(known.sum()), of=len(table), statuses=frozenset(statuses[known].tolist()))
    return replace(found, table=table, about=about)


def of_register(snapshot: Snapshot, level: Level, measure: Measure, values: Mapping[str, float], year: int) -> Figures:
    """What the register says of some areas as of today, NaN where nobody recorded it."""
    table = pd.DataFrame({"value": pd.Series(values, dtype=float), "status": ""})
    about = Measured(
        indicator=measure.id,
        level=level,
        period=str(year),
        vintage=newest(snapshot, level),
        known=int(table["value"].notna().sum()),
        of=len(table),
        is_example=snapshot.is_example,
    )
    return Figures(measure, str(year), table, about)


def verdict(found: Figures) -> Comparable | Refusal | NoNumber:
    """Whether the first area may stand beside the others. No number: it has no figure itself, or nobody else has."""
    known = ~np.isnan(found.values)
    if not known[:1].any() or not known[1:].any():
        return no_number(Why.NO_FIGURE)
    statuses = found.table["status"].to_numpy()
    own, others = (
        replace(found.about, statuses=frozenset(statuses[part][known[part]].tolist()))
        for part in (slice(0, 1), slice(1, None))
    )
    # It counts how many of the whole group have a figure; that the one has its own is beside that.
    return compared(own, others, Ask.AREAS)
