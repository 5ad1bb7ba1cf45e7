"""No bad workbook gives a traceback or writes anything, and each answer names sheet, cell, value and what to do."""

from pathlib import Path

import pytest

from tests.register_workbook.bad_workbooks import BAD
from tests.register_workbook.world import AREA, W3, Sheets, exported, seen, taken
from transition.door.grid import address
from transition.door.trouble import NotTaken, Trouble
from transition.register.register import Register


def troubles(register: Register, file: Path) -> tuple[Trouble, ...]:
    """What is told about a file that is confirmed all the same."""
    try:
        taken(register, seen(register, file))
    except NotTaken as refusal:
        return refusal.troubles
    return ()


def test_there_are_at_least_forty() -> None:
    assert len(BAD) >= 40


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if at % 25 == 24 else pytest.mark.slow) for at, name in enumerate(BAD)]
)
def test_a_bad_workbook_never_writes_and_says_where_and_what_to_do(
    name: str, register: Register, sheets: Sheets
) -> None:
    bad = BAD[name]
    number, before = register.number(), exported(register)
    file = bad.make(sheets)
    cell = bad.cell
    if "|" in cell:
        id, _, head = cell.partition("|")
        cell = address(sheets.row(bad.sheet, id), sheets.at(bad.sheet, head))
    first, *_ = troubles(register, file)
    assert (register.number(), exported(register)) == (number, before)
    assert bad.words in f"{first.what}. {first.remedy}"
    assert first.remedy
    if bad.sheet:
        assert (first.sheet, first.cell) == (bad.sheet, cell)
    assert bad.value in first.value
    assert "\n" not in first.sentence(file.name)


@pytest.mark.slow
def test_all_that_is_wrong_is_told_at_once_and_nothing_of_the_good_cells_is_taken(
    register: Register, sheets: Sheets
) -> None:
    sheets.put("Mijlpalen", W3, "Gehaald", "morgen").put("Mijlpalen", W3, "Waarom herzien", "goed")
    sheets.put("Gebieden", AREA, "Woningen", "veel").put("Gebieden", AREA, "Naam", None)
    before = exported(register)
    found = troubles(register, sheets.save())
    assert [(one.sheet, one.cell[0]) for one in found] == [("Gebieden", "O"), ("Mijlpalen", "H"), ("Gebieden", "B")]
    assert exported(register) == before
