"""The median of comparable areas for each of the headline figures, kept per state of the register."""

import math
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from transition.domain.areas import Level
from transition.metrics import council_peers
from transition.metrics.band import Band
from transition.metrics.council import Council
from transition.metrics.council_peers import Group
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ownership import shares
from transition.metrics.ownership.ladder import distribution
from transition.metrics.ownership.two_sided import MUNICIPALITY
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import Hardness
from transition.metrics.steering.pace import Pace
from transition.metrics.steering.result import Expected, Result
from transition.store import Snapshot
from transition.ui import overview_data, ownership_data, registered, scoped, steering_data
from transition.views.overview_card import Peers

_NONE = Peers(*(no_number(Why.TOO_FEW_CASES, found=0, needed=council_peers.FEWEST, open=0),) * 5)


def peers(snapshot: Snapshot, found: Council) -> Peers:
    """Beside each figure that of the group the area belongs to; of what is in no group, why not."""
    group = overview_data.group(snapshot, found.about)
    if not isinstance(group, Group):
        return _NONE
    number = registered.number(snapshot)
    return _peers(snapshot, number, found.day, found.about.id, found.outcome.indicator, group)


# The number, of the register's last change, is a key: another change is another entry.


@lru_cache(maxsize=128)
def _peers(snapshot: Snapshot, number: int, day: date, code: str, indicator: str, group: Group) -> Peers:
    others = {one: _of_goal(snapshot, number, day, one, indicator) for one in group.others}
    own = _of_goal(snapshot, number, day, code, indicator)
    reach, pace, cover = (
        council_peers.beside(own[at], {one: values[at] for one, values in others.items()}) for at in range(3)
    )
    local = {one: _local(snapshot, number, day, one) for one in (code, *group.others)}
    return Peers(
        reach=reach,
        pace=pace,
        local=council_peers.beside(local.pop(code), local),
        ladder=_ladder(snapshot, day, group.others),
        cover=cover,
        are_municipalities=group.level is Level.GEMEENTE,
    )


@lru_cache(maxsize=512)
def _of_goal(
    snapshot: Snapshot,
    number: int,  # noqa: ARG001
    day: date,  # noqa: ARG001
    code: str,
    indicator: str,
) -> tuple[float, float, float]:
    """Reach, pace factor and the least part of the goal that is covered; NaN for what cannot be given."""
    about = scoped.of_place(snapshot, code)
    if not isinstance(steering_data.goal(snapshot, about, indicator, public_only=True), Goal):
        return math.nan, math.nan, math.nan
    found = steering_data.outcome(snapshot, about, indicator, public_only=True)
    is_part_of_it = found.series.is_lower_bound and not isinstance(
        found.hardness, Hardness
    )  # solar alone, nobody recorded wind
    reach = found.result.reach if isinstance(found.result, Result) and not is_part_of_it else math.nan
    factor = found.pace.factor if isinstance(found.pace, Pace) else math.nan
    band = found.expected.reach if isinstance(found.expected, Expected) else math.nan
    return _number(reach), _number(factor), band.low if isinstance(band, Band) else math.nan


@lru_cache(maxsize=512)
def _local(snapshot: Snapshot, number: int, day: date, code: str) -> float:  # noqa: ARG001
    about = scoped.of_place(snapshot, code)
    if scoped.projects(snapshot, about).empty:
        return math.nan
    standing = shares.realised(ownership_data.counting(snapshot, about, public_only=True))
    return _number(shares.share(standing, shares.Definition.BROAD).share)


def _ladder(snapshot: Snapshot, day: date, others: Sequence[str]) -> tuple[int, int] | NoNumber:
    """The middle levels of all areas of the others, according to their municipalities."""
    areas = {id for code in others for id in scoped.of_place(snapshot, code).areas}
    table = registered.table(snapshot, "ownership_assessment", public_only=True)
    return distribution(table, areas, MUNICIPALITY, day).middle


def _number(value: float | NoNumber) -> float:
    return math.nan if isinstance(value, NoNumber) else value
