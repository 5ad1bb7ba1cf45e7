"""Everything of one area beside its group: each headline measure with the group's middle and spread, or why it cannot be compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from transition.domain.indicators import Direction
from transition.domain.values import Gap
from transition.metrics.comparison.gate import Comparable, Refusal
from transition.metrics.comparison.measures import Figures, Measure, OfRegister
from transition.metrics.comparison.spread import Spread, spreads
from transition.metrics.no_number import NoNumber

HEADLINES = (
    "solar_capacity_kwp",
    "solar_homes_installations_count",
    "gas_use_m3_per_dwelling",
    "electricity_use_kwh_per_dwelling",
    "heating_gas_free_pct",
    "district_heating_pct",
    "heating_electric_pct",
    "local_ownership_solar_parks_pct",
    "local_ownership_wind_pct",
    str(OfRegister.REACH),
    str(OfRegister.PACE),
    str(OfRegister.LOCAL_BROAD),
    "population_density_per_km2",
)
"""What is looked at, in this order: indicators, and ids of what the register says."""


def headlines(offered: Iterable[Measure]) -> list[Measure]:
    """Of the measures of a level the first of each of `HEADLINES`; no totals: of these the largest area always has most."""
    found: dict[str, Measure] = {}
    for measure in offered:
        if not measure.is_total:
            found.setdefault(measure.indicator or measure.id, measure)
    return [found[one] for one in HEADLINES if one in found]


@dataclass(frozen=True)
class Row:
    """One measure of the area and its group. ahead: whether the area is on the better side of the group's middle; None when that
    cannot be said: no figure, no middle, no better side, or just on it."""

    found: Figures
    spread: Spread
    verdict: Comparable

    @property
    def ahead(self) -> bool | None:
        value, middle = self.spread.value, self.spread.median
        if isinstance(value, NoNumber) or isinstance(middle, NoNumber) or value == middle:
            return None
        if self.spread.direction is Direction.NONE:
            return None
        return (value > middle) is (self.spread.direction is Direction.UP)

    @property
    def has_side(self) -> bool:
        """Whether it can be said on which side of the middle the area is, and which side is better."""
        known = not isinstance(self.spread.value, NoNumber) and not isinstance(self.spread.median, NoNumber)
        return known and self.spread.direction is not Direction.NONE


def rows(
    found: Sequence[tuple[Figures, Direction, Comparable | Refusal | Gap]],
) -> tuple[list[Row], list[tuple[Figures, Refusal | Gap]]]:
    """The measures that may be compared, and the others with why not. All figures are of the same areas, the area itself first."""
    alike = [(one, way, verdict) for one, way, verdict in found if isinstance(verdict, Comparable)]
    refused = [(one, verdict) for one, _, verdict in found if not isinstance(verdict, Comparable)]
    if not alike:
        return [], refused
    members = [str(code) for code in alike[0][0].table.index]
    made = spreads(members, np.array([one.values for one, _, _ in alike]), [way for _, way, _ in alike])
    return [
        Row(one, spread, verdict)
        for (one, _, verdict), spread in zip(alike, made, strict=True)
        if isinstance(spread, Spread)
    ], refused
