"""What the overview rests on, kept per state of the register and what it is about."""

from datetime import date
from functools import lru_cache

from transition import catalog
from transition.metrics import council, council_peers
from transition.metrics.council import Council
from transition.metrics.council_peers import Group, SolarBeside
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ownership import shares
from transition.metrics.ownership.shares import Definition
from transition.metrics.scope import Scope
from transition.metrics.steering.goal import Goal
from transition.store import Snapshot
from transition.ui import ownership_data, registered, scoped, steering_data
from transition.ui.area_data import today
from transition.views import areas, council_words
from transition.views.council_words import Speaker


def council_of(snapshot: Snapshot, about: Scope) -> Council:
    """All that the ten sentences rest on, as recorded today; nothing in it is assumed."""
    return _council(snapshot, registered.number(snapshot), today(), about)


def speaker(snapshot: Snapshot, about: Scope) -> Speaker:
    """Who speaks of whom."""
    peers = group(snapshot, about)
    province = peers.province if isinstance(peers, Group) else ""
    return council_words.speaker(
        about,
        areas.called(snapshot, about.id) if about.is_place else about.name,
        [snapshot.areas[code].name for code in about.municipalities if code in snapshot.areas],
        areas.called(snapshot, province) if province else "",
    )


def group(snapshot: Snapshot, about: Scope) -> Group | NoNumber:
    """With whom it is compared."""
    if not about.is_place:
        return no_number(Why.TOO_FEW_CASES, found=0, needed=council_peers.FEWEST, open=0)
    return council_peers.group(snapshot, about.id)


# The number, of the register's last change, is a key: another change is another entry.


@lru_cache(maxsize=128)
def _council(snapshot: Snapshot, number: int, day: date, about: Scope) -> Council:  # noqa: ARG001
    tables = {kind: registered.table(snapshot, kind, public_only=True) for kind in council.NEEDED}
    standing = shares.realised(ownership_data.counting(snapshot, about, public_only=True))
    indicator = steering_data.main_indicator(snapshot, about, public_only=True)
    outcome = steering_data.outcome(snapshot, about, indicator, public_only=True)
    local_goal = steering_data.goal(snapshot, about, steering_data.ELSEWHERE, public_only=True)
    return Council(
        about=about,
        outcome=outcome,
        recorded=council.recorded(
            tables,
            scoped.signals(snapshot),
            day,
            areas=about.areas,
            municipalities=() if about.is_part else about.municipalities,
            called={code: snapshot.areas[code].name for code in about.municipalities if code in snapshot.areas},
            became=catalog.successors(),
        ),
        broad=shares.share(standing, Definition.BROAD),
        strict=shares.share(standing, Definition.STRICT),
        peers=_peers(snapshot, about),
        day=day,
        local_goal=local_goal if isinstance(local_goal, Goal) else None,
        above=() if isinstance(outcome.goal, Goal) else _above(snapshot, about, indicator),
        hidden_projects=scoped.hidden_projects(snapshot, about),
    )


def _above(snapshot: Snapshot, about: Scope, indicator: str) -> tuple[tuple[str, Goal], ...]:
    found = steering_data.goals_above(snapshot, about, indicator, public_only=True)
    return tuple((areas.in_full(snapshot, one.code), one) for one in found)


def _peers(snapshot: Snapshot, about: Scope) -> SolarBeside | NoNumber:
    if not about.is_place:
        return no_number(Why.TOO_FEW_CASES, found=0, needed=council_peers.FEWEST, open=0)
    return council_peers.solar_beside(snapshot, about.id)
