"""A process that is killed while it writes leaves all of what it was writing, or nothing; and the register just goes on."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.register.entries import area
from transition.register.actor import SINGLE_USER
from transition.register.register import Register

PROJECT = Path(__file__).parents[2]
RECORDS = 1000
KILLS = 3
WRITING = f"""
import sys
from tests.register.entries import AREA
from transition.domain.register.fields import Edit
from transition.register.actor import SINGLE_USER
from transition.register.register import Register
register = Register.open(sys.argv[1])
edits = [Edit("area_process", f"a{{i}}", None, {{**AREA, "name": f"Gebied {{i}}"}}) for i in range({RECORDS})]
print("begins", flush=True)
register.apply(SINGLE_USER, edits, why="Alles")
print("done", flush=True)
"""


@pytest.mark.slow
def test_a_killed_import_is_there_whole_or_not_at_all(register: Register, register_url: str) -> None:
    command = [sys.executable, "-c", WRITING, register_url]
    takes = _seconds_to_write(command)
    change_sets = register.change_sets(SINGLE_USER, 1)[0]
    assert change_sets.counts == {"area_process": RECORDS}
    register.undo(SINGLE_USER, change_sets.number)
    for kill in range(KILLS):
        before = register.number()
        writer = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "begins\n"
        time.sleep(takes * (kill + 0.5) / KILLS)
        writer.kill()
        writer.wait()
        _check_whole(register, before)
    assert register.apply(SINGLE_USER, [area()]).number == register.number()


def _seconds_to_write(command: list[str]) -> float:
    writer = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "begins\n"
    began = time.monotonic()
    assert writer.stdout.readline() == "done\n"
    writer.wait()
    return time.monotonic() - began


def _check_whole(register: Register, before: int) -> None:
    there = len(register.records(SINGLE_USER, "area_process"))
    number = register.number()
    assert (there, number) in ((0, before), (RECORDS, before + 1))
    if there:
        register.undo(SINGLE_USER, number)
