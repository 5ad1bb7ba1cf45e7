"""Our reader of workbooks beside another one: the same cells, from what two other programs write."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from transition.door import child, xlsx
from transition.door.grid import Kind

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff_"),
    min_size=1,
    max_size=20,
)
NUMBERS = st.floats(-1e12, 1e12, allow_nan=False) | st.integers(-(10**9), 10**9)
DAYS = st.dates(datetime.date(1901, 1, 1), datetime.date(2199, 12, 31))
TABLES = st.lists(
    st.lists(st.none() | TEXTS.filter(str.strip) | NUMBERS | DAYS | st.booleans(), max_size=5), max_size=6
)


def by_openpyxl(file: Path, rows: list[list[Any]], from_1904: bool) -> None:
    book = openpyxl.Workbook()
    if from_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                book.active.cell(number, column).value = value
                if isinstance(value, str):
                    book.active.cell(number, column).data_type = "s"
    book.save(file)


def by_xlsxwriter(file: Path, rows: list[list[Any]], from_1904: bool) -> None:
    options = {"strings_to_formulas": False, "strings_to_urls": False, "date_1904": from_1904}
    with xlsxwriter.Workbook(str(file), options) as book:
        sheet, day = book.add_worksheet("Blad"), book.add_format({"num_format": "d mmm yyyy"})
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, datetime.date):
                    sheet.write_datetime(number, column, value, day)
                elif isinstance(value, str):
                    sheet.write_string(number, column, value)
                elif value is not None:
                    sheet.write(number, column, value)


def ours(file: Path) -> dict[str, Any]:
    return {cell.address: cell.value for cell in xlsx.read(file).sheets[0].cells}


def theirs(file: Path) -> dict[str, Any]:
    found = {}
    for row in openpyxl.load_workbook(file, data_only=True).worksheets[0].iter_rows():
        for cell in row:
            value = cell.value
            if isinstance(value, bool):
                value = "WAAR" if value else "ONWAAR"
            elif isinstance(value, datetime.datetime):
                value = value.date().isoformat()
            if value not in (None, ""):
                found[cell.coordinate] = value
    return found


@pytest.mark.parametrize("write", [by_openpyxl, by_xlsxwriter], ids=["openpyxl", "xlsxwriter"])
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(rows=TABLES, from_1904=st.booleans())
def test_any_table_reads_the_same(
    write: Callable[[Path, list[list[Any]], bool], None], rows: list[list[Any]], from_1904: bool, tmp_path: Path
) -> None:
    safe = [[None if from_1904 and isinstance(v, datetime.date) and v.year < 1904 else v for v in row] for row in rows]
    file = tmp_path / "x.xlsx"
    write(file, safe, from_1904)
    assert ours(file) == theirs(file)


def test_rich_text_is_one_text_and_a_formula_without_result_is_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = CellRichText("Súdwest-", TextBlock(InlineFont(b=True), "Fryslân"))
    sheet["A2"], sheet["A3"] = "=SUM(B1:B9)", 0.125
    sheet["A3"].number_format = "0.0%"
    sheet.merge_cells("C1:D2")
    sheet["C1"] = "samen"
    sheet.sheet_state = "hidden"
    book.create_sheet("Zicht")
    book.save(tmp_path / "x.xlsx")
    (first, second) = xlsx.read(tmp_path / "x.xlsx").sheets
    assert [(cell.address, cell.kind, cell.value) for cell in first.cells] == [
        ("A1", Kind.TEXT, "Súdwest-Fryslân"),
        ("C1", Kind.TEXT, "samen"),
        ("A2", Kind.NO_RESULT, "formule zonder uitkomst"),
        ("A3", Kind.PERCENT, 0.125),
    ]
    assert (first.hidden, second.hidden) == (True, False)
    assert first.merged == ((1, 3, 2, 4),)
    assert "book" in child.main(tmp_path / "x.xlsx")
