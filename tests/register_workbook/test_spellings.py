"""What people type in a cell, as the register understands it; and workbooks that look otherwise but are good."""

from datetime import date
from typing import Any

import pytest

from tests.register_workbook.world import AREA, PARK, W3, Sheets, change, exported, seen, taken
from transition.domain.register.fields import Value
from transition.domain.register.kinds import KINDS
from transition.door.cells import Doubt
from transition.door.grid import Cell, Kind
from transition.register.register import Register
from transition.register.workbook import cell_reading, template
from transition.register.workbook.cell_reading import Lookup

NO_LOOKUP = Lookup(lambda _, text: text, lambda cell, _: str(cell.value), {"Een oude naam": "paused"})


def read(kind: str, name: str, value: Any, cell: Kind = Kind.TEXT) -> Value | Doubt:
    return cell_reading.value(KINDS[kind].by_name[name], Cell(2, 2, cell, value), NO_LOOKUP)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.234,5", 1234.5),
        ("€ 1.234,50", 1234.5),
        ("1 234\u00a0567,00 euro", 1234567.0),
        ("€\u00a012,-", 12.0),
        ("\u22123,5", -3.5),
        ("1.234.567", 1234567.0),
        ("n.v.t.", None),
        ("  ", None),
    ],
)
def test_amounts(typed: str, meant: float | None) -> None:
    assert read("finance_line", "amount", typed) == meant


@pytest.mark.parametrize(
    "typed", ["3-11-2026", "2026-11-03", "3/11/2026", "03.11.2026", "3 november 2026", "\u00a03-11-2026"]
)
def test_dates(typed: str) -> None:
    assert read("milestone", "actual", typed) == date(2026, 11, 3)
    assert read("milestone", "actual", 46329.0, Kind.NUMBER) == date(2026, 11, 3), "a serial number"


@pytest.mark.parametrize(
    ("typed", "kind", "meant"),
    [
        (0.25, Kind.PERCENT, 0.25),
        (0.25, Kind.NUMBER, 0.25),
        ("25%", Kind.TEXT, 0.25),
        ("12,5 %", Kind.TEXT, 0.125),
        ("0,25", Kind.TEXT, 0.25),
        (1.0, Kind.PERCENT, 1.0),
        (0.0, Kind.NUMBER, 0.0),
    ],
)
def test_shares(typed: str | float, kind: Kind, meant: float) -> None:
    assert read("project", "share_public", typed, kind) == meant


@pytest.mark.parametrize("typed", ["Stilgelegd", "STILGELEGD", " stil\u200bgelegd\u00a0", "paused", "een oude naam"])
def test_words_of_a_list(typed: str) -> None:
    assert read("area_process", "state", typed) == "paused"


def test_yes_no_and_levels_in_few_signs() -> None:
    assert read("project", "agreement_signed", "WAAR", Kind.YES_NO) == "yes"
    assert read("checklist_item", "answer", "n") == "no"
    assert read("ownership_assessment", "level", 3.0, Kind.NUMBER) == "3"
    assert read("milestone", "code", 7.0, Kind.NUMBER) == "7"
    assert read("area_process", "note", " a \r\n\tb\u00a0 c ") == "a\nb c"


@pytest.mark.slow
def test_codes_and_references_by_code_or_name(register: Register, sheets: Sheets) -> None:
    sheets.put("Projecten", PARK, "Eigenaren", "duinstroom;\nNoorderwind").put("Projecten", PARK, "Gemeente", "9003")
    sheets.put("Gebieden", AREA, "Gemeenten", "havenstad; GM 9004").put("Gebieden", AREA, "Wie trekt", "DUINSTROOM")
    found = seen(register, sheets.save())
    assert found.troubles == ()
    assert {one.place[1:]: one.new for one in found.comparison.changes} == {
        (PARK, "owners"): ("duinstroom", "noorderwind"),
        (AREA, "municipalities"): ("GM9003", "GM9004"),
        (AREA, "lead"): "duinstroom",
    }


def test_title_rows_other_order_own_columns_own_sheets_and_hidden_ones_are_no_trouble(
    register: Register, sheets: Sheets
) -> None:
    found = sheets.put("Mijlpalen", W3, "Waarom herzien", "Net vol").cells["Mijlpalen"]
    turned = {(row + 2, 40 - column): value for (row, column), value in found.items()}
    sheets.cells["Mijlpalen"] = turned | {(1, 1): "Onze mijlpalen", (3, 41): "Eigen kolom", (4, 41): "van ons"}
    sheets.cells["Eigen blad"] = {(1, 1): "iets"}
    sheets.hidden.add("Projecten")
    file = sheets.put("Projecten", PARK, "Vermogen", 13.0).save()
    seen_now = seen(register, file)
    assert seen_now.troubles == ()
    assert {one.place for one in seen_now.comparison.changes} == {
        ("milestone", W3, "revised_because"),
        ("project", PARK, "capacity"),
    }
    said = " ".join(seen_now.comparison.notes)
    assert all(
        words in said for words in ("'Eigen kolom' is niet van de werkmap", "'Eigen blad'", "'Projecten' is verborgen")
    )


@pytest.mark.slow
def test_a_missing_column_or_sheet_changes_nothing_and_is_said(register: Register, sheets: Sheets) -> None:
    column = sheets.at("Mijlpalen", "Wat houdt tegen")
    sheets.cells["Mijlpalen"] = {at: value for at, value in sheets.cells["Mijlpalen"].items() if at[1] != column}
    del sheets.cells["Projecten"]
    found = seen(register, sheets.save())
    assert (found.troubles, found.comparison.changes) == ((), ())
    assert "Blad 'Mijlpalen': kolom 'Wat houdt tegen' ontbreekt. Daar verandert niets." in found.comparison.notes
    assert "Blad 'Projecten' ontbreekt. Daar verandert niets." in found.comparison.notes


@pytest.mark.slow
def test_an_outline_is_not_changed_by_a_workbook_and_that_is_said(register: Register, sheets: Sheets) -> None:
    found = seen(register, sheets.put("Gebieden", AREA, "Omtrek", None).save())
    assert found.comparison.changes == ()
    assert "'Omtrek' wijzigt u op de kaart, niet hier." in found.comparison.notes[0]


@pytest.mark.slow
def test_a_record_that_somebody_removed_meanwhile_is_told(register: Register, sheets: Sheets) -> None:
    removing = Sheets(exported(register), sheets.folder).put("Mijlpalen", W3, template.REMOVE, "x").save("weg.xlsx")
    taken(register, seen(register, removing))
    found = seen(register, sheets.put("Mijlpalen", W3, "Waarom herzien", "Net vol").save())
    assert found.comparison.changes == ()
    assert "is intussen weggehaald. Uw wijziging gaat niet mee." in found.comparison.notes[0]


@pytest.mark.slow
def test_removing_what_somebody_else_changed_meanwhile_is_a_choice(register: Register, sheets: Sheets) -> None:
    file = sheets.put("Mijlpalen", W3, template.REMOVE, "ja").save()
    change(register, "milestone", W3, blockage="money")
    found = seen(register, file)
    assert [one.place for one in found.comparison.clashes] == [("milestone", W3, "")]
    assert found.comparison.edits() == []
    assert [one.remove for one in found.comparison.edits([("milestone", W3, "")])] == [True]


@pytest.mark.slow
def test_who_refers_to_a_new_row_that_is_wrong_hears_that_and_not_that_it_is_not_there(
    register: Register, sheets: Sheets
) -> None:
    new = {"Naam": "Oude Haven", "Thema": "iets", "Gemeenten": "Havenstad", "Stand": "Loopt", "Trekker": "Geen trekker"}
    sheets.add("Gebieden", new).add("Mijlpalen", {"Gebied": "Oude haven", "Stap": "H1"})
    found = seen(register, sheets.save())
    assert [(one.sheet, one.remedy) for one in found.troubles][1] == ("Mijlpalen", "Verbeter eerst die rij")


def test_a_choice_that_is_worded_better_by_now_is_still_understood(register: Register, sheets: Sheets) -> None:
    lists = sheets.cells[template.LISTS]
    place = next(place for place, value in lists.items() if value == "Loopt")
    lists[place] = "Is bezig"
    assert seen(register, sheets.put("Gebieden", AREA, "Stand", "Is bezig").save()).comparison.changes == ()
