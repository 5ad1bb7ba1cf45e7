"""What the register says of a place, as figures that can be compared: of what is public; kept per state of the register."""

import math
from datetime import date
from functools import lru_cache

from transition import catalog
from transition.domain.values import Gap
from transition.metrics.comparison.measures import OfRegister
from transition.metrics.no_number import Why, no_number
from transition.metrics.ownership import shares
from transition.metrics.ownership.shares import Definition
from transition.metrics.scope import projects_in
from transition.metrics.steering import stated
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import Hardness
from transition.metrics.steering.pace import Pace
from transition.metrics.steering.result import Result
from transition.store import Snapshot
from transition.ui import ownership_data, registered, scoped, steering_data
from transition.ui.area_data import today


def value(snapshot: Snapshot, code: str, what: OfRegister) -> float:
    """One figure of one place as of today; NaN where there is none."""
    found = figure(snapshot, code, what)
    return found if isinstance(found, float) else math.nan


def figure(snapshot: Snapshot, code: str, what: OfRegister) -> float | Gap:
    """As `value`, or why there is none."""
    found = (_of_goal if what in (OfRegister.REACH, OfRegister.PACE) else _local)(
        snapshot, registered.number(snapshot), today(), code
    )
    return found[what]


# The number, of the register's last change, is a key: another change is another entry.


@lru_cache(maxsize=1024)
def _of_goal(snapshot: Snapshot, number: int, day: date, code: str) -> dict[OfRegister, float | Gap]:  # noqa: ARG001
    about = scoped.of_place(snapshot, code)
    goal = steering_data.goal(snapshot, about, stated.ON_LAND, public_only=True)
    if not isinstance(goal, Goal):
        return {OfRegister.REACH: goal, OfRegister.PACE: goal}
    found = steering_data.outcome(snapshot, about, stated.ON_LAND, public_only=True)
    reach = found.result.reach if isinstance(found.result, Result) else found.result
    if found.series.is_lower_bound and not isinstance(found.hardness, Hardness):  # solar alone: nobody recorded wind
        reach = no_number(Why.LOWER_BOUND)
    factor = found.pace.factor if isinstance(found.pace, Pace) else found.pace
    return {OfRegister.REACH: _percent(reach), OfRegister.PACE: factor}


@lru_cache(maxsize=1024)
def _local(snapshot: Snapshot, number: int, day: date, code: str) -> dict[OfRegister, float | Gap]:  # noqa: ARG001
    # Of the whole country at once, and of that the part: a group has many places.
    everything = ownership_data.counting(snapshot, scoped.of_place(snapshot, snapshot.country), public_only=True)
    own = projects_in(scoped.of_place(snapshot, code), everything, catalog.successors())
    if own.empty:
        nothing = no_number(Why.NOT_RECORDED)
        return {OfRegister.LOCAL_BROAD: nothing, OfRegister.LOCAL_STRICT: nothing}
    standing = shares.realised(own)
    broad, strict = (shares.share(standing, one).share for one in (Definition.BROAD, Definition.STRICT))
    return {OfRegister.LOCAL_BROAD: _percent(broad), OfRegister.LOCAL_STRICT: _percent(strict)}


def _percent(value: float | Gap) -> float | Gap:
    return value if isinstance(value, Gap) else 100 * value
