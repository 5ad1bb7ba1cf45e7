"""What the reader looks at. Bound to the address, so that a copy of it shows the same."""

from dataclasses import dataclass

from transition.domain.areas import Level


@dataclass(frozen=True)
class Selection:
    """One choice of area, indicator, period and level. `period` '' means: the newest complete year.

    boundaries: 'toen', each year on its own, or 'nu', all years on those of the newest.
    """

    area: str
    indicator: str = "solar_capacity_kwp"
    breakdown: str = ""
    period: str = ""
    level: Level = Level.GEMEENTE
    per: str = ""
    classes: str = "quantile"
    boundaries: str = "toen"
