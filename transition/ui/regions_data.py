"""What energy regions beside each other rest on, kept per state of the register: only what may be told outside."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from transition import catalog
from transition.domain.areas import Level
from transition.domain.register.choices import ANCHORING_TECHNOLOGIES
from transition.metrics.comparison import regions
from transition.metrics.comparison.regions import Region, Topic
from transition.metrics.comparison.side_by_side import Stands, side_by_side
from transition.metrics.ownership import policy, shares
from transition.metrics.ownership.shares import Definition
from transition.metrics.steering import cascade, stated
from transition.metrics.steering.goal import Goal, goals
from transition.metrics.steering.outcome import USUAL_YEAR
from transition.store import Snapshot
from transition.ui import area_data, ownership_data, registered, scoped, steering_data


@lru_cache(maxsize=3)
def names(snapshot: Snapshot) -> dict[str, str]:
    """Code -> name of the energy regions there are now, in the order of the alphabet."""
    found = {one.code: one.name for one in snapshot.areas_at.get(Level.RES, ()) if one.valid_to is None}
    return dict(sorted(found.items(), key=lambda one: one[1].casefold()))


def region(snapshot: Snapshot, code: str) -> Region:
    """All that is compared of one region."""
    return _region(snapshot, registered.number(snapshot), area_data.today(), code)


def stands(snapshot: Snapshot, codes: Sequence[str], topic: Topic) -> dict[str, Stands]:
    """Which of these may stand beside each other on a topic."""
    return side_by_side({code: regions.measured(region(snapshot, code), topic) for code in codes})


@lru_cache(maxsize=128)
def _region(snapshot: Snapshot, number: int, day: date, code: str) -> Region:  # noqa: ARG001 - the number is a key
    about, indicator = scoped.of_place(snapshot, code), stated.ON_LAND
    found = steering_data.outcome(snapshot, about, indicator, public_only=True)
    counted = ownership_data.counting(snapshot, about, public_only=True)
    standing = shares.realised(counted)
    anchored = registered.table(snapshot, "policy_anchoring", public_only=True)
    promised = goals(registered.table(snapshot, "target", public_only=True))
    year = found.goal.year if isinstance(found.goal, Goal) else USUAL_YEAR
    became = catalog.successors()
    now = {after for one in counted["municipality"].dropna().unique() for after in became.get(one, (one,))}
    return Region(
        code=code,
        outcome=found,
        broad=shares.share(standing, Definition.BROAD),
        strict=shares.share(standing, Definition.STRICT),
        policy={one: policy.spread(anchored, about.municipalities, one, day) for one in ANCHORING_TECHNOLOGIES},
        cascade=cascade.of_codes(code, found.goal, indicator, year, about.municipalities, promised, "municipality"),
        with_projects=len(now.intersection(about.municipalities)),
        of=len(about.municipalities),
    )
