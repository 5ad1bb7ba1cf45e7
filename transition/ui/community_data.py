"""What the page of communities rests on, kept per state of the register: the overview, the method cards, and names."""

from datetime import date
from functools import lru_cache

import pandas as pd

from transition import catalog
from transition.metrics import communities, method_cards, parties
from transition.metrics.area_search import Search, folded
from transition.metrics.method_cards import Card
from transition.store import Snapshot
from transition.ui import area_data, registered
from transition.views import areas, community_tables, method_difference

OF_CARDS = ("method_card", "method_phase", "method_role", "method_finance_line")
"""The kinds of records a method card is kept in."""


def overview(snapshot: Snapshot, public_only: bool = False) -> pd.DataFrame:
    """`metrics.communities.overview` of today; read-only. public_only: what may leave in a file."""
    return _overview(snapshot, _number(snapshot), area_data.today(), public_only)


@lru_cache(maxsize=4)
def _overview(snapshot: Snapshot, number: int, day: date, public_only: bool) -> pd.DataFrame:  # noqa: ARG001 - the number is the key
    return communities.overview(tables(snapshot, public_only), snapshot.areas, catalog.successors(), day)


def tables(snapshot: Snapshot, public_only: bool = False) -> dict[str, pd.DataFrame]:
    """The register's tables of `metrics.communities.NEEDED`."""
    return {kind: registered.table(snapshot, kind, public_only) for kind in communities.NEEDED}


def areas_of(snapshot: Snapshot, community: str, public_only: bool = False) -> pd.DataFrame:
    """The areas of a community, as in `metrics.area_processes.overview`; read-only."""
    return _areas_of(area_data.search(snapshot, public_only), community)


@lru_cache(maxsize=256)
def _areas_of(search: Search, community: str) -> pd.DataFrame:
    return search.overview[search.overview["community"] == community]


def cards(snapshot: Snapshot) -> dict[str, Card]:
    """Every method card, whole, by id; read-only."""
    return _cards(snapshot, _number(snapshot))


@lru_cache(maxsize=4)
def _cards(snapshot: Snapshot, number: int) -> dict[str, Card]:  # noqa: ARG001 - the number is the key
    register, actor = registered.register(snapshot), registered.actor()
    return method_cards.cards(*(register.records(actor, kind) for kind in OF_CARDS))


def called(snapshot: Snapshot) -> dict[str, str]:
    """Card -> 'Wijkuitvoeringsplan, versie 2'."""
    return {id: method_difference.called(card) for id, card in cards(snapshot).items()}


def look_alikes(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Pairs of parties that read alike."""
    return _look_alikes(snapshot, _number(snapshot))


@lru_cache(maxsize=4)
def _look_alikes(snapshot: Snapshot, number: int) -> list[tuple[str, str]]:  # noqa: ARG001 - the number is the key
    return parties.look_alikes(registered.table(snapshot, "party")["name"].to_dict())


@lru_cache(maxsize=3)
def names(snapshot: Snapshot) -> dict[str, str]:
    """Code -> name of the municipalities, regions and provinces of all years."""
    return {code: areas.label(snapshot, code) for code in areas.searchable(snapshot)}


def described(snapshot: Snapshot) -> dict[str, str]:
    """Party -> its name with what kind it is; read-only."""
    return _described(snapshot, _number(snapshot))


@lru_cache(maxsize=4)
def _described(snapshot: Snapshot, number: int) -> dict[str, str]:  # noqa: ARG001 - the number is the key
    found = community_tables.described(registered.table(snapshot, "party"))
    return dict(sorted(found.items(), key=lambda one: folded(one[1])))


def users(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """Card -> the areas that use it; read-only."""
    return _users(snapshot, _number(snapshot))


@lru_cache(maxsize=4)
def _users(snapshot: Snapshot, number: int) -> dict[str, tuple[str, ...]]:  # noqa: ARG001 - the number is the key
    return method_cards.used_by(registered.table(snapshot, "area_process")["method_card"].dropna().to_dict())


def sessions(snapshot: Snapshot, community: str, public_only: bool = False) -> pd.DataFrame:
    """`metrics.communities.sessions` of one community; read-only."""
    return _sessions(snapshot, _number(snapshot), community, public_only)


@lru_cache(maxsize=64)
def _sessions(snapshot: Snapshot, number: int, community: str, public_only: bool) -> pd.DataFrame:  # noqa: ARG001 - the number is the key
    return communities.sessions(tables(snapshot, public_only), community)


def lessons(snapshot: Snapshot, community: str, words: str = "", public_only: bool = False) -> pd.DataFrame:
    """`metrics.communities.lessons` of one community; read-only."""
    return _lessons(snapshot, _number(snapshot), community, words, public_only)


@lru_cache(maxsize=64)
def _lessons(snapshot: Snapshot, number: int, community: str, words: str, public_only: bool) -> pd.DataFrame:  # noqa: ARG001
    return communities.lessons(tables(snapshot, public_only), community, words)


def all_lessons(snapshot: Snapshot, public_only: bool = False) -> pd.DataFrame:
    """`metrics.communities.all_lessons`; read-only."""
    return _all_lessons(snapshot, _number(snapshot), public_only)


@lru_cache(maxsize=4)
def _all_lessons(snapshot: Snapshot, number: int, public_only: bool) -> pd.DataFrame:  # noqa: ARG001 - the number is the key
    return communities.all_lessons(tables(snapshot, public_only))


def _number(snapshot: Snapshot) -> int:
    return registered.number(snapshot)
