"""Co-operatives and their members, and what they generate together, per inhabitant. LE6 and LE7."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from transition.domain.register.choices import COUNTED_TECHNOLOGIES
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.parties import look_alikes
from transition.metrics.production import SOLAR, exact_sum, megawatts


@dataclass(frozen=True)
class Cooperatives:
    """Co-operatives of some municipalities. count per 10,000 inhabitants; members per 1,000.

    members: of the `counted` co-operatives that have a number (a lower bound when that is not all). regional: ids of those without
    a municipality, and of those recorded as not from here: left out, else their members would be in every municipality. alike: pairs
    of ids that read as one co-operative recorded twice; both are in the count until somebody says which.
    """

    count: int
    per_10000: float | NoNumber
    members: int | NoNumber
    members_per_1000: float | NoNumber
    counted: int
    regional: tuple[str, ...]
    alike: tuple[tuple[str, str], ...]

    @property
    def is_lower_bound(self) -> bool:
        return self.counted < self.count


@dataclass(frozen=True)
class CollectiveSolar:
    """Solar capacity in collective hands that stands. watts: Wp per inhabitant, at least; kwp: together.

    unknown: projects of which capacity, or for a field the residents' part, is not recorded; they are not in it.
    """

    watts: float | NoNumber
    kwp: float | NoNumber
    n: int
    unknown: int


def cooperatives(parties: pd.DataFrame, municipalities: Collection[str], inhabitants: float | None) -> Cooperatives:
    """LE6. parties: the register's table. A co-operative counts once, in the municipality it is recorded in."""
    every = parties[parties["type"].eq("cooperative")].sort_index()
    elsewhere = every["municipality"].isna() | every["is_local"].eq("no")
    own = every[every["municipality"].isin(list(municipalities)) & ~elsewhere]
    known = own["members_count"].dropna()
    members: int | NoNumber = int(known.sum()) if len(known) else no_number(Why.NOT_RECORDED)
    in_reach = every["municipality"].isna() | every["municipality"].isin(list(municipalities))
    return Cooperatives(
        count=len(own),
        per_10000=_per(float(len(own)), inhabitants, 10_000),
        members=members,
        members_per_1000=members if isinstance(members, NoNumber) else _per(float(members), inhabitants, 1_000),
        counted=len(known),
        regional=tuple(str(id) for id in every.index[elsewhere & in_reach]),
        alike=tuple(look_alikes({str(id): str(name) for id, name in own["name"].items()})),
    )


def collective_solar(projects: pd.DataFrame, inhabitants: float | None) -> CollectiveSolar:
    """LE7: Wp per inhabitant. A collective roof counts whole; of solar on land or water the residents' part."""
    solar = projects[projects["technology"].isin(SOLAR) & projects["status"].eq("realised")]
    part = solar["share_residents"].astype(float).where(solar["technology"].isin(sorted(COUNTED_TECHNOLOGIES)), 1.0)
    kwp = megawatts(solar) * 1000 * part
    known = kwp.dropna()
    if known.empty:
        return CollectiveSolar(no_number(Why.NOT_RECORDED), no_number(Why.NOT_RECORDED), 0, len(kwp))
    total = exact_sum(known)
    return CollectiveSolar(_per(total, inhabitants, 1_000), total, len(known), len(kwp) - len(known))


def _per(amount: float, inhabitants: float | None, scale: int) -> float | NoNumber:
    if inhabitants is None or not inhabitants > 0:
        return no_number(Why.NO_INHABITANTS)
    return amount * scale / inhabitants
