"""The example region's register: built with its figures, the same each time, and never mixed with real areas."""

import re
from pathlib import Path

import pytest

from data.example.register import built
from data.example.register.build import content
from data.example.register.content import Content
from data.example.register.land import Land
from data.example.register.rounds import rounds
from transition.domain.register.fields import Problem
from transition.domain.register.kinds import KINDS
from transition.places import Places
from transition.register.actor import SINGLE_USER
from transition.register.register import Register, RegisterError
from transition.store import Snapshot

pytestmark = pytest.mark.slow


def test_it_has_a_full_register_beside_its_figures(register: Register) -> None:
    count = {kind: len(register.records(SINGLE_USER, kind)) for kind in KINDS}
    assert 110 <= count["area_process"] <= 130
    assert 140 <= count["project"] <= 170
    assert count["community"] == 6
    assert all(count.values()), [kind for kind, many in count.items() if not many]
    assert all(one.values["co_hosts"] for one in register.records(SINGLE_USER, "community").values())


def test_what_lies_in_the_register_is_what_was_made(register: Register, made: Content) -> None:
    for kind in KINDS:
        lying = register.records(SINGLE_USER, kind)
        for id, values in made.of(kind).items():
            assert {name: value for name, value in lying[id].values.items() if value is not None} == values, id


def test_the_example_never_opens_as_real_nor_real_as_the_example(where: Places, tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="fictieve voorbeeldregio"):
        Register.open(where.register_url)
    real = f"sqlite:///{tmp_path / 'real.db'}"
    Register.open(real).close()
    with pytest.raises(RegisterError, match="echte gebieden"):
        Register.open(real, is_example=True)


def test_a_second_time_it_is_the_same_to_the_last_word(land: Land, made: Content) -> None:
    assert list(rounds(content(land))) == list(rounds(made))


def test_it_is_built_once_and_again_when_it_is_gone(tmp_path: Path, snapshot: Snapshot) -> None:
    where = Places(tmp_path / "example" / "built")
    where.root.mkdir(parents=True)
    built.build(where, snapshot)
    file = where.root / "register.db"
    first = file.stat().st_mtime_ns
    built.build(where, snapshot)
    assert file.stat().st_mtime_ns == first
    file.unlink()
    built.build(where, snapshot)
    assert file.exists()


def test_its_history_has_a_round_per_quarter(register: Register) -> None:
    reasons = [one.why for one in register.change_sets(SINGLE_USER) if one.who == "Voorbeeld"]
    assert len(reasons) == 5
    assert sum("kwartaal" in why for why in reasons) == 3


def test_the_register_warns_only_of_what_is_meant(warnings: list[Problem]) -> None:
    said = {re.sub(r"'.*'|\d+ \w+ \d{4}|\d[\d.]*\d", "…", one.what) for one in warnings}
    assert said == {
        "Het besluit … staat nog op ….",  # a step that slipped, and nobody moved its decision along
        "Deze dekking is toegezegd, maar de datum van het besluit ontbreekt.",
        "De trekker is geen lokale partij, maar: woningcorporatie.",
        "In … voert de lokale trekker volgens de rollen niets uit.",
        "In … is de dekking … euro. Dat is meer dan de kosten: … euro.",
    }
