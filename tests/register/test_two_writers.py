"""Two writers at once never overwrite each other silently, whether they are threads of one server or processes of their own."""

import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from tests.register.entries import area
from transition.domain.register.fields import Edit
from transition.register import rules, writing
from transition.register.actor import SINGLE_USER, Actor
from transition.register.proposal import Proposal
from transition.register.register import Conflict, Register
from transition.register.schema import TABLES

PROJECT = Path(__file__).parents[2]
WRITERS, ROUNDS = 3, 10
COUNTING = """
import sys
from transition.domain.register.fields import Edit
from transition.register import rules, writing
from transition.register.actor import Actor
from transition.register.register import Conflict, Register
register, done = Register.open(sys.argv[1]), 0
while done < int(sys.argv[2]):
    now = register.record(Actor("p", "p"), "area_process", "haven")
    more = {"dwellings_count": now.values["dwellings_count"] + 1}
    try:
        done += bool(register.apply(Actor("p", "p"), [Edit("area_process", "haven", now.version, more)]).number)
    except Conflict:
        pass
"""


def test_of_two_who_save_at_the_same_moment_one_gets_the_others_change_to_choose_from(register: Register) -> None:
    register.apply(SINGLE_USER, [area()])
    start = threading.Barrier(2)

    def save(name: str) -> str:
        start.wait()
        try:
            register.apply(Actor(name, name), [Edit("area_process", "haven", 1, {"note": name})])
        except Conflict as conflict:
            return str(conflict.clashes[0].theirs["note"][1])
        return "saved"

    with ThreadPoolExecutor(2) as both:
        outcomes = dict(zip(("anne", "bea"), both.map(save, ("anne", "bea")), strict=True))
    winner = next(name for name, outcome in outcomes.items() if outcome == "saved")
    assert sorted(outcomes.values()) == sorted(["saved", winner])
    assert register.table(SINGLE_USER, "area_process").loc["haven", "note"] == winner


def test_of_two_who_add_the_same_record_one_is_told(register: Register) -> None:
    start = threading.Barrier(2)

    def add(name: str) -> bool:
        start.wait()
        try:
            register.apply(Actor(name, name), [area(note=name)])
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(add, ("anne", "bea"))) == [False, True]


@pytest.mark.slow
def test_processes_that_add_one_to_the_same_number_lose_none(register: Register, register_url: str) -> None:
    register.apply(SINGLE_USER, [area(dwellings_count=0)])
    command = [sys.executable, "-c", COUNTING, register_url, str(ROUNDS)]
    running = [subprocess.Popen(command, cwd=PROJECT) for _ in range(WRITERS)]
    assert [process.wait(timeout=60) for process in running] == [0] * WRITERS
    record = register.record(SINGLE_USER, "area_process", "haven")
    assert record is not None
    assert (record.values["dwellings_count"], record.version) == (WRITERS * ROUNDS, WRITERS * ROUNDS + 1)
    assert [one.number for one in register.change_sets(SINGLE_USER, 100)] == list(range(WRITERS * ROUNDS + 2, 0, -1))


def test_a_reader_goes_on_while_somebody_writes(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    writes, may_go_on = threading.Event(), threading.Event()
    write: Callable[..., int] = writing.write

    def slowly(*given: object, **about: str) -> int:
        number = write(*given, **about)
        writes.set()
        assert may_go_on.wait(10)
        return number

    monkeypatch.setattr(writing, "write", slowly)
    with ThreadPoolExecutor(1) as other:
        writing_now = other.submit(register.apply, SINGLE_USER, [area()])
        assert writes.wait(10)
        assert register.records(SINGLE_USER, "area_process") == {}
        may_go_on.set()
        assert writing_now.result(10).number == 2
    assert len(register.records(SINGLE_USER, "area_process")) == 1


def test_of_several_who_open_a_new_register_at_once_one_fills_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    with ThreadPoolExecutor(4) as openers:
        opened = list(openers.map(lambda _: Register.open(url), range(4)))
    assert {one.number() for one in opened} == {1}
    for one in opened:
        one.close()


def test_a_record_that_changes_after_the_rules_looked_is_not_overwritten_either(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock prevents this; a program that goes around the lock does not."""
    register.apply(SINGLE_USER, [area()])
    judge = rules.problems

    def judged_too_early(proposal: Proposal, *others: Any) -> object:
        proposal._connection.execute(sa.update(TABLES["area_process"]).values(version=9))
        return judge(proposal, *others)

    monkeypatch.setattr(rules, "problems", judged_too_early)
    with pytest.raises(Conflict):
        register.apply(SINGLE_USER, [Edit("area_process", "haven", 1, {"note": "Over een ander heen"})])
    assert register.table(SINGLE_USER, "area_process").loc["haven", "version"] == 1
    assert register.number() == 2
