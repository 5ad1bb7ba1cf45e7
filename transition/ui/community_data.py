"""What the page of communities rests on, kept per state of the register: the overview, the method cards, and names."""

from datetime import date
from functools import lru_cache

import pandas as pd

from transition import catalog
from transition.metrics import communities, method_cards, parties
from transition.metrics.method_cards import Card
from transition.store import Snapshot
from transition.ui import area_data, registered
from transition.views import areas, method_difference

OF_CARDS = ("method_card", "method_phase", "method_role", "method_finance_line")
"""The kinds of records a method card is kept in."""


def overview(snapshot: Snapshot, public_only: bool = False) -> pd.DataFrame:
    """`metrics.communities.overview` of today; read-only. public_only: what may leave in a file."""
    return _overview(snapshot, _numbers(snapshot, communities.NEEDED), area_data.today(), public_only)


@lru_cache(maxsize=4)
def _overview(snapshot: Snapshot, numbers: tuple[int, ...], day: date, public_only: bool) -> pd.DataFrame:  # noqa: ARG001 - the numbers are the key
    return communities.overview(tables(snapshot, public_only), snapshot.areas, catalog.successors(), day)


def tables(snapshot: Snapshot, public_only: bool = False) -> dict[str, pd.DataFrame]:
    """The register's tables of `metrics.communities.NEEDED`."""
    return {kind: registered.table(snapshot, kind, public_only) for kind in communities.NEEDED}


def areas_of(snapshot: Snapshot, community: str, public_only: bool = False) -> pd.DataFrame:
    """The areas of a community, as in `metrics.area_processes.overview`."""
    found = area_data.search(snapshot, public_only).overview
    return found[found["community"] == community]


def cards(snapshot: Snapshot) -> dict[str, Card]:
    """Every method card, whole, by id; read-only."""
    return _cards(snapshot, _numbers(snapshot, OF_CARDS))


@lru_cache(maxsize=4)
def _cards(snapshot: Snapshot, numbers: tuple[int, ...]) -> dict[str, Card]:  # noqa: ARG001 - the numbers are the key
    register, actor = registered.register(snapshot), registered.actor()
    return method_cards.cards(*(register.records(actor, kind) for kind in OF_CARDS))


def called(snapshot: Snapshot) -> dict[str, str]:
    """Card -> 'Wijkuitvoeringsplan, versie 2'."""
    return {id: method_difference.called(card) for id, card in cards(snapshot).items()}


def look_alikes(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Pairs of parties that read alike."""
    return _look_alikes(snapshot, _numbers(snapshot, ("party",)))


@lru_cache(maxsize=4)
def _look_alikes(snapshot: Snapshot, numbers: tuple[int, ...]) -> list[tuple[str, str]]:  # noqa: ARG001 - the numbers are the key
    return parties.look_alikes(registered.table(snapshot, "party")["name"].to_dict())


@lru_cache(maxsize=3)
def names(snapshot: Snapshot) -> dict[str, str]:
    """Code -> name of the municipalities, regions and provinces of all years."""
    return {code: areas.label(snapshot, code) for code in areas.searchable(snapshot)}


def _numbers(snapshot: Snapshot, kinds: tuple[str, ...]) -> tuple[int, ...]:
    register = registered.register(snapshot)
    return tuple(register.number(kind) for kind in kinds)
