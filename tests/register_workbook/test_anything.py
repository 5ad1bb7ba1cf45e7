"""Whatever is done to the cells of a workbook, the answer is what would change or what is wrong, in words; never a fault."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.register_workbook.world import KNOWN, exported
from transition.domain.register.kinds import KINDS
from transition.door.grid import Book, Cell, Kind, Sheet
from transition.door.opened import opened
from transition.door.trouble import NotTaken
from transition.register.actor import SINGLE_USER
from transition.register.register import Register
from transition.register.workbook import bring, reading
from transition.register.workbook.bring import all_records

VALUES: tuple[tuple[Kind, str | float], ...] = (
    (Kind.TEXT, ""),
    (Kind.TEXT, ";;"),
    (Kind.TEXT, "Kenmerk"),
    (Kind.TEXT, "gm9003-kade"),
    (Kind.TEXT, "1.234"),
    (Kind.TEXT, "%"),
    (Kind.TEXT, "€"),
    (Kind.TEXT, "²"),
    (Kind.TEXT, "9" * 400),
    (Kind.TEXT, "\x00\ud800"),
    (Kind.TEXT, '{"edition":1e999,"about":"municipality","id":"GM9003","example":false}'),
    (Kind.TEXT, "[" * 5000),
    (Kind.TEXT, '{"start":"gisteren","polygon":{"a":1},"name":[1],"dwellings_count":NaN}'),
    (Kind.NUMBER, 0.0),
    (Kind.NUMBER, -1e300),
    (Kind.NUMBER, 45000.5),
    (Kind.PERCENT, 250.0),
    (Kind.DATE, "0001-01-01"),
    (Kind.DATE, "9999-12-31"),
    (Kind.YES_NO, "WAAR"),
    (Kind.ERROR, "#REF!"),
    (Kind.NO_RESULT, "formule zonder uitkomst"),
)


def spoiled(book: Book, chance: random.Random) -> Book:
    """The book with a few cells changed, lost, moved or added, on any sheet; the hidden one more than the others."""
    sheets = list(book.sheets)
    for at in (*chance.sample(range(len(sheets)), 2), *chance.choice(([], [], [-1]))):
        cells = list(sheets[at].cells)
        kind, value = chance.choice(VALUES)
        old = chance.choice(cells[:3] if at == -1 else cells)
        row, column = old.row + chance.choice((0, 0, 1, 40)), old.column + chance.choice((0, 0, 0, 1))
        kept = [cell for cell in cells if (cell.row, cell.column) != (row, column) and chance.random() > 0.003]
        sheets[at] = Sheet(sheets[at].name, sheets[at].hidden, sorted([*kept, Cell(row, column, kind, value)]))
    return replace(book, sheets=tuple(sheets))


@pytest.mark.slow
def test_a_spoiled_workbook_gets_an_answer(register: Register, tmp_path: Path) -> None:
    file = tmp_path / "register.xlsx"
    file.write_bytes(exported(register))
    book, records = opened(file), all_records(register, SINGLE_USER)
    code = bring._code_finder(KNOWN)
    answers = {"refused": 0, "wrong": 0, "good": 0}
    for seed in range(300):
        try:
            found = bring.compare(reading.read(spoiled(book, random.Random(seed))), records, code, lambda _: None)
        except NotTaken:
            answers["refused"] += 1
            continue
        assert all(trouble.what and trouble.remedy for trouble in found.troubles)
        register.problems(SINGLE_USER, found.edits([one.place for one in found.clashes]), KNOWN)
        assert {one.kind for one in found.changes} <= set(KINDS)
        answers["wrong" if found.troubles else "good"] += 1
    assert all(answers.values()), "every sort of answer was tried"
