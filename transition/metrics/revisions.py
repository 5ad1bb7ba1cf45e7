"""What a figure was before a newer edition changed it."""

import math
from dataclasses import dataclass
from functools import lru_cache

from transition.store import Snapshot


@dataclass(frozen=True)
class Replaced:
    """One value that was replaced: what stood there, in which edition, and what came in its place, and when.

    value and value_old are NaN where there was none; then the status beside it is the reason.
    """

    value_old: float
    status_old: str
    edition_old: str
    value: float
    status: str
    edition: str
    on: str
    source: str

    @property
    def is_reading(self) -> bool:
        """Whether the publisher's edition stayed the same, so that the way it was read or filled in changed."""
        return self.edition_old == self.edition


@lru_cache(maxsize=1024)
def replaced(snapshot: Snapshot, area: str, indicator: str, breakdown: str, period: str) -> tuple[Replaced, ...]:
    """The values that stood in the place of one figure before, the oldest first; empty when it never changed."""
    rows = snapshot.revisions_of(area)
    rows = rows[(rows["indicator"] == indicator) & (rows["breakdown"] == breakdown) & (rows["period"] == period)]
    columns = ["value_old", "status_old", "edition_old", "value", "status", "edition", "revised_on", "source"]
    return tuple(Replaced(*row) for row in rows[columns].itertuples(index=False, name=None))


@lru_cache(maxsize=256)
def replaced_periods(snapshot: Snapshot, area: str, indicator: str, breakdown: str = "") -> tuple[str, ...]:
    """The periods of one series whose value was replaced at some time, in order."""
    rows = snapshot.revisions_of(area)
    rows = rows[(rows["indicator"] == indicator) & (rows["breakdown"] == breakdown)]
    return tuple(sorted({str(period) for period in rows["period"]}))


def replaced_areas(snapshot: Snapshot, indicator: str, breakdown: str, period: str) -> frozenset[str]:
    """The areas whose figure of one series and period was replaced at some time: for a map or a table."""
    rows = snapshot.revisions
    rows = rows[(rows["indicator"] == indicator) & (rows["breakdown"] == breakdown) & (rows["period"] == period)]
    return frozenset(str(code) for code in rows["area"])


def difference(one: Replaced) -> tuple[float, float]:
    """New minus old, and the same in percent of the old; NaN where there is no such number."""
    absolute = one.value - one.value_old
    return absolute, absolute / abs(one.value_old) * 100 if one.value_old else math.nan
