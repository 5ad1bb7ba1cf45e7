"""The workbook in LibreOffice: what it edits comes in, exactly that, and once."""

from datetime import date
from pathlib import Path

import pytest

from tests.register_workbook.libreoffice import edited, program
from tests.register_workbook.world import AREA, PARK, W3, Sheets, change, exported, seen, taken
from transition.door.grid import address
from transition.register.actor import SINGLE_USER
from transition.register.register import Register

pytestmark = pytest.mark.slow


def test_saved_without_a_change_nothing_changes(register: Register, tmp_path: Path) -> None:
    program()
    texts = [
        "=1+1",
        "+31 6",
        "twee\nregels",
        "<script>alert(1)</script>",
        "1-5",
        "007",
        "50%",
        "'aanhaling",
        "één",
    ]
    for at, words in enumerate(texts):
        change(register, "milestone", W3, blockage_note=words, revised_because=str(at))
        change(register, "project", PARK, note=" ".join([words, *texts]), latitude=52.1 + at / 7, longitude=4 + at / 3)
    file = tmp_path / "register.xlsx"
    file.write_bytes(exported(register))
    found = seen(register, edited(file, tmp_path, {}))
    assert (found.troubles, found.comparison.notes, found.comparison.changes) == ((), (), ())


def test_exactly_the_cells_edited_in_libreoffice_change_and_a_second_import_changes_nothing(
    register: Register, sheets: Sheets, tmp_path: Path
) -> None:
    program()
    before = exported(register)

    def place(sheet: str, id: str, head: str) -> tuple[str, str]:
        return sheet, address(sheets.row(sheet, id), sheets.at(sheet, head))

    new = {"Gebied": AREA, "Stap": "W9", "Wie besluit": "Gemeenteraad"}
    cells = {
        place("Mijlpalen", W3, "Gehaald"): (date(2026, 11, 3) - date(1899, 12, 30)).days,
        place("Mijlpalen", W3, "Wat houdt tegen"): None,
        place("Gebieden", AREA, "Toelichting"): '=HYPERLINK("x")\nen nog een regel',
        place("Gebieden", AREA, "Stand"): "Stilgelegd",
        place("Projecten", PARK, "Aandeel onbekend"): 0.5,
        place("Projecten", PARK, "Aandeel bewoners en lokale partners samen"): 0.5,
        place("Geld", f"{AREA}.cost-net", "Bedrag"): 1300000.25,
        place("Mijlpalen", f"{AREA}.w4", "Verwijderen"): "ja",
        **{place("Mijlpalen", "", head): value for head, value in new.items()},
    }
    file = edited(tmp_path / "voor.xlsx", tmp_path, cells)
    found = seen(register, file)
    assert found.troubles == ()
    assert {one.place: one.new for one in found.comparison.changes} == {
        ("milestone", W3, "actual"): date(2026, 11, 3),
        ("milestone", W3, "blockage"): None,
        ("area_process", AREA, "note"): '=HYPERLINK("x")\nen nog een regel',
        ("area_process", AREA, "state"): "paused",
        ("project", PARK, "share_unknown"): 0.5,
        ("project", PARK, "share_residents"): 0.5,
        ("finance_line", f"{AREA}.cost-net", "amount"): 1300000.25,
        ("milestone", f"{AREA}.w4", ""): None,
        ("milestone", f"{AREA}.w9", "area"): AREA,
        ("milestone", f"{AREA}.w9", "code"): "W9",
        ("milestone", f"{AREA}.w9", "decided_by"): "council",
    }
    number = taken(register, found).number
    assert number is not None
    assert seen(register, file).comparison.changes_nothing
    assert taken(register, seen(register, file)).number is None
    register.undo(SINGLE_USER, number)
    assert exported(register) == before
