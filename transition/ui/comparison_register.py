"""What the register says of a place, as figures that can be compared; kept per state of the register."""

import math
from datetime import date
from functools import lru_cache

from transition.metrics.comparison.measures import OfRegister
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership import shares
from transition.metrics.ownership.shares import Definition
from transition.metrics.steering import stated
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.pace import Pace
from transition.metrics.steering.result import Result
from transition.store import Snapshot
from transition.ui import ownership_data, registered, scoped, steering_data
from transition.ui.area_data import today


def value(snapshot: Snapshot, code: str, what: OfRegister) -> float:
    """One figure of one place as of today; NaN where nobody recorded what it takes."""
    found = (_of_goal if what in (OfRegister.REACH, OfRegister.PACE) else _local)(
        snapshot, registered.number(snapshot), today(), code
    )
    return found.get(what, math.nan)


# The number, of the register's last change, is a key: another change is another entry.


@lru_cache(maxsize=1024)
def _of_goal(snapshot: Snapshot, number: int, day: date, code: str) -> dict[OfRegister, float]:  # noqa: ARG001
    about = scoped.of_place(snapshot, code)
    if not isinstance(steering_data.goal(snapshot, about, stated.ON_LAND), Goal):
        return {}
    found = steering_data.outcome(snapshot, about, stated.ON_LAND)
    reach = found.result.reach if isinstance(found.result, Result) else math.nan
    factor = found.pace.factor if isinstance(found.pace, Pace) else math.nan
    return {OfRegister.REACH: 100 * _number(reach), OfRegister.PACE: _number(factor)}


@lru_cache(maxsize=1024)
def _local(snapshot: Snapshot, number: int, day: date, code: str) -> dict[OfRegister, float]:  # noqa: ARG001
    about = scoped.of_place(snapshot, code)
    if scoped.projects(snapshot, about).empty:
        return {}
    standing = shares.realised(ownership_data.counting(snapshot, about))
    broad, strict = (shares.share(standing, one).share for one in (Definition.BROAD, Definition.STRICT))
    return {OfRegister.LOCAL_BROAD: 100 * _number(broad), OfRegister.LOCAL_STRICT: 100 * _number(strict)}


def _number(value: float | NoNumber) -> float:
    return math.nan if isinstance(value, NoNumber) else value
