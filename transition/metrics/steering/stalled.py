"""Which areas stand still: longer in their phase than comparable areas, with the number that says so."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from transition.metrics.no_number import NoNumber
from transition.metrics.steering.survival import Median, over_within

SLOWEST = 0.25
"""Longer than all but this part of the comparable areas is standing still."""
FEWEST = 5
"""Of so many comparable areas the phase must be over before anything is said."""


class Stands(StrEnum):
    STILL = "still"
    WITHIN = "within"


@dataclass(frozen=True)
class Stalled:
    """An area in the phase it is in now. days: so far. limit: by when three quarters of the comparable areas had left the phase.

    The limit says on how many other areas of the same theme in the same phase it rests, and how many of these still are in it. Without a
    limit nothing is said about standing still: `stands` is then the reason.
    """

    area: str
    theme: str
    phase: str
    days: int
    limit: Median | NoNumber
    stands: Stands | NoNumber


def stalled(spells: pd.DataFrame, slowest: float = SLOWEST, fewest: int = FEWEST) -> dict[str, Stalled]:
    """Area -> whether it stands still in its phase, of every area that is in one. spells: `lead_time.SPELLS` by ladder phase.

    An area is never compared with itself.
    """
    found = {}
    for (theme, phase), own in spells.groupby(["theme", "phase"], sort=True):
        days, is_open = own["days"].to_numpy(dtype=float), own["is_open"].to_numpy(dtype=bool)
        for at in np.flatnonzero(is_open).tolist():
            area, lasted = str(own["area"].iat[at]), int(days[at])
            limit = over_within(np.delete(days, at), np.delete(is_open, at), 1 - slowest, fewest)
            found[area] = Stalled(area, str(theme), str(phase), lasted, limit, _stands(lasted, limit))
    return dict(sorted(found.items()))


def _stands(days: int, limit: Median | NoNumber) -> Stands | NoNumber:
    if isinstance(limit, NoNumber):
        return limit
    return Stands.STILL if days > limit.days else Stands.WITHIN
