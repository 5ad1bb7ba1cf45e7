"""The example's register as it was made and as it lies in its database, once for all tests of it."""

from pathlib import Path

import pytest

from data.example.register import built
from data.example.register.build import content
from data.example.register.content import Content
from data.example.register.land import Land, land_of
from data.example.register.rounds import rounds
from transition.domain.register.fields import Problem
from transition.places import Places
from transition.register.known import Known
from transition.register.register import Register
from transition.store import Snapshot, open_served


@pytest.fixture(scope="session")
def where(example_data: Path) -> Places:
    return Places(example_data).example


@pytest.fixture(scope="session")
def snapshot(where: Places) -> Snapshot:
    opened = open_served(where)
    assert opened is not None
    return opened.snapshot


@pytest.fixture(scope="session")
def land(snapshot: Snapshot) -> Land:
    return land_of(snapshot)


@pytest.fixture(scope="session")
def made(land: Land) -> Content:
    return content(land)


@pytest.fixture(scope="session")
def register(where: Places) -> Register:
    return Register.open(where.register_url, is_example=True)


@pytest.fixture(scope="session")
def warnings(tmp_path_factory: pytest.TempPathFactory, snapshot: Snapshot, made: Content) -> list[Problem]:
    """What the register warned of when all of it was written; an error would refuse it."""
    fresh = Register.open(f"sqlite:///{tmp_path_factory.mktemp('register') / 'fresh.db'}", is_example=True)
    found: list[Problem] = []
    for why, edits in rounds(made):
        found += fresh.apply(built.MAKER, edits, why=why, known=Known(snapshot.areas)).warnings
    fresh.close()
    return found
