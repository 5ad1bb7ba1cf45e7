"""What communities beside each other rest on, kept per state of the register."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import pandas as pd

from transition.metrics.comparison import communities, methods
from transition.metrics.comparison.communities import Beside, Topic
from transition.metrics.comparison.methods import Method
from transition.metrics.comparison.side_by_side import Stands, side_by_side
from transition.metrics.steering import lead_time
from transition.store import Snapshot
from transition.ui import area_data, area_names, community_data, registered


def found(snapshot: Snapshot, ids: Sequence[str], public_only: bool = False) -> list[Beside]:
    """Of each community what it is compared on. public_only: what may leave in a file; a community that may not is not in it."""
    there = community_data.overview(snapshot, public_only).index
    number, day = registered.number(snapshot), area_data.today()
    return [_beside(snapshot, number, day, id, public_only) for id in ids if id in there]


def stands(snapshot: Snapshot, ids: Sequence[str], topic: Topic) -> dict[str, Stands]:
    """Which of these may stand beside each other on a topic."""
    day = area_data.today()
    return side_by_side({one.id: communities.measured(one, topic, day) for one in found(snapshot, ids)})


def method(snapshot: Snapshot, ids: Sequence[str], public_only: bool = False) -> list[Method]:
    """Of each community the method it works with."""
    there = community_data.overview(snapshot, public_only).index
    number = registered.number(snapshot)
    return [_method(snapshot, number, id, public_only) for id in ids if id in there]


def names(snapshot: Snapshot) -> dict[str, str]:
    """Community -> its name, by name; read-only."""
    return _names(snapshot, registered.number(snapshot))


# In all of these the number, of the register's last change, is a key: another change is another entry.


@lru_cache(maxsize=4)
def _names(snapshot: Snapshot, number: int) -> dict[str, str]:  # noqa: ARG001
    listed: dict[str, str] = community_data.overview(snapshot)["name"].to_dict()
    return listed


@lru_cache(maxsize=256)
def _beside(snapshot: Snapshot, number: int, day: date, id: str, public_only: bool) -> Beside:
    areas = community_data.areas_of(snapshot, id, public_only)
    tables = {}
    for kind in communities.NEEDED:
        table = registered.table(snapshot, kind, public_only)
        tables[kind] = table[table["area"].isin(areas.index)]
    return communities.beside(id, areas, _spells(snapshot, number, day, public_only), tables, day)


@lru_cache(maxsize=4)
def _spells(snapshot: Snapshot, number: int, day: date, public_only: bool) -> pd.DataFrame:  # noqa: ARG001
    areas = registered.table(snapshot, "area_process", public_only)
    return lead_time.spells(area_names.steps(snapshot, public_only), areas, day)


@lru_cache(maxsize=256)
def _method(snapshot: Snapshot, number: int, id: str, public_only: bool) -> Method:  # noqa: ARG001
    used = community_data.areas_of(snapshot, id, public_only)["method_card"].to_dict()
    return methods.method(community_data.cards(snapshot), id, used)
