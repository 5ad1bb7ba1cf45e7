"""The workbook by command: out, looked at, taken, undone; and killed halfway, all of it is in or nothing."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.door.world import world
from tests.register_workbook.world import Sheets, edit
from transition.__main__ import app
from transition.places import PROJECT, Places
from transition.register.actor import SINGLE_USER
from transition.register.register import Register

pytestmark = pytest.mark.slow
ASSEN = "GM0106"
MILESTONE = "gm0106-kade.w3"
ROWS = 2000


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return world(tmp_path_factory.mktemp("data"))


@pytest.fixture
def register(where: Places) -> Iterator[Register]:
    """A new register beside the figures, with one area."""
    for file in where.root.glob("register.db*"):
        file.unlink()
    opened = Register.open(where.register_url)
    area = edit(
        "area_process", name="Kade", municipalities=(ASSEN,), theme="other", state="running", lead_state="unknown"
    )
    opened.apply(SINGLE_USER, [area, edit("milestone", area=area.id, code="W3", planned=date(2026, 6, 1))])
    yield opened
    opened.close()


def run(where: Places, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["register", *arguments, "--data", str(where.root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result.exit_code, result.output


def test_a_workbook_goes_out_comes_in_and_is_undone(where: Places, register: Register, tmp_path: Path) -> None:
    first = tmp_path / "register.xlsx"
    assert run(where, "export", "--municipality", ASSEN, "--output", str(first))[0] == 0
    edited = str(
        Sheets(first.read_bytes(), tmp_path).put("Mijlpalen", MILESTONE, "Gehaald", "3-11-2026").save("in.xlsx")
    )
    code, said = run(where, "import", edited)
    assert (code, "Er verandert 1 cel." in said) == (0, True)
    assert "blad 'Mijlpalen', cel H2, Mijlpaal W3 (Kade): Gehaald: niet vastgelegd -> 3 november 2026" in said
    assert register.number() == 2, "looking writes nothing"
    code, said = run(where, "import", edited, "--confirm", "--json")
    answer = json.loads(said.partition("\n")[0])
    assert (code, answer["state"], answer["number"]) == (0, "overgenomen", 3)
    assert "in.xlsx" in run(where, "history")[1]
    assert "Gehaald: ingevuld met '3 november 2026'" in run(where, "history", "milestone", MILESTONE)[1]
    assert run(where, "undo", "3")[0] == 0
    again = tmp_path / "weer.xlsx"
    run(where, "export", "--municipality", ASSEN, "--output", str(again))
    assert again.read_bytes() == first.read_bytes()


def test_a_wrong_question_or_workbook_is_answered_in_words(where: Places, register: Register, tmp_path: Path) -> None:
    assert run(where, "export") == (2, "Geef --municipality of --community, één van de twee.\n")
    assert run(where, "export", "--municipality", "GM9999")[0] == 2
    assert run(where, "export", "--community", "geen")[0] == 2
    assert run(where, "history", "fiets")[0] == 2
    assert run(where, "undo", "99")[0] == 1
    nothing = tmp_path / "niets.xlsx"
    nothing.write_bytes(b"")
    code, said = run(where, "import", str(nothing), "--confirm")
    assert (code, "Bestand 'niets.xlsx': het bestand is leeg. Kies het goede bestand" in said) == (1, True)
    assert register.number() == 2


@pytest.fixture
def large(where: Places, register: Register, tmp_path: Path) -> Path:
    """A workbook with 2,000 new rows."""
    file = tmp_path / "leeg.xlsx"
    run(where, "export", "--municipality", ASSEN, "--output", str(file))
    sheets = Sheets(file.read_bytes(), tmp_path)
    start = sheets.row("Projecten", "")
    heads = {
        head: sheets.at("Projecten", head)
        for head in ("Naam", "Gemeente", "Techniek", "Stand", "Vermogen", "Eenheid", "Begonnen op")
    }
    for at in range(ROWS):
        values = (f"Project {at}", ASSEN, "Wind op land", "Vergund", 3.5 + at / 10, "MW", date(2024, 1, 1))
        for column, value in zip(heads.values(), values, strict=True):
            sheets.cells["Projecten"][start + at, column] = value
    assert register.number() == 2
    return sheets.save("groot.xlsx")


def test_two_thousand_rows_are_in_within_ten_seconds(where: Places, register: Register, large: Path) -> None:
    began = sum(os.times()[:4])
    assert run(where, "import", str(large), "--confirm")[0] == 0
    assert sum(os.times()[:4]) - began < 10, (
        "of a processor, its child's too: a clock would also count what else runs here"
    )
    assert len(register.records(SINGLE_USER, "project")) == ROWS


KILLED_AT = """
import os, signal, sys
import sqlalchemy as sa
from transition.__main__ import app

written = 0
def count(connection, cursor, statement, *rest):
    global written
    written += statement.startswith(("INSERT", "UPDATE"))
    if written == {point}:
        os.kill(os.getpid(), signal.SIGKILL)
def commit(connection):
    if written:
        os.kill(os.getpid(), signal.SIGKILL)
sa.event.listen(sa.Engine, "after_cursor_execute", count)
sa.event.listen(sa.Engine, "commit", commit)
app()
"""


@pytest.mark.parametrize("point", [1, 2, 3, 99], ids=["eerste", "tweede", "derde", "vlak_voor_het_vastleggen"])
def test_killed_in_the_middle_of_writing_nothing_is_in_and_afterwards_all_of_it_comes_in(
    point: int, where: Places, register: Register, large: Path
) -> None:
    command = [sys.executable, "-c", KILLED_AT.format(point=point), "register", "import", str(large), "--confirm"]
    done = subprocess.run(
        [*command, "--data", str(where.root)], cwd=PROJECT, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == -signal.SIGKILL, "it was killed while it wrote"
    assert (register.number(), register.records(SINGLE_USER, "project")) == (2, {})
    assert run(where, "import", str(large), "--confirm")[0] == 0
    assert len(register.records(SINGLE_USER, "project")) == ROWS
