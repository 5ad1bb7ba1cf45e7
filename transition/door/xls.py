"""Reads an old .xls workbook (Excel 97-2003). That form always holds the results of its formulas."""

import io
from pathlib import Path
from typing import Any

import xlrd

from transition.door import formats
from transition.door.collect import Collector
from transition.door.grid import MOST_CELLS, Book, Kind
from transition.door.preflight import broken, locked
from transition.door.trouble import NotTaken, Trouble


def read(file: Path, most_cells: int = MOST_CELLS) -> Book:
    """All sheets with their cells. Raises NotTaken."""
    try:
        workbook = xlrd.open_workbook(
            file_contents=file.read_bytes(), formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
    except xlrd.XLRDError as error:
        raise NotTaken(locked() if "ncrypt" in str(error) else broken()) from error
    except MemoryError:
        raise
    except Exception as error:  # xlrd stumbles over a damaged file in whatever way the damage makes it
        raise NotTaken(broken()) from error
    if not workbook.sheets():
        raise NotTaken(Trouble("de werkmap heeft geen enkel blad met cellen", "Kies de goede werkmap"))
    collector = Collector(most_cells)
    for sheet in workbook.sheets():
        for row in range(sheet.nrows):
            for column in range(sheet.row_len(row)):
                kind, value = _content(workbook, sheet, row, column)
                if value != "":
                    collector.cell(sheet.name, row + 1, column + 1, kind, value)
        merged = [(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]
        collector.end_sheet(sheet.name, sheet.visibility != 0, merged)
    return Book("xls", tuple(collector.sheets))


def _content(workbook: Any, sheet: Any, row: int, column: int) -> tuple[Kind, str | float]:
    of, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if of == xlrd.XL_CELL_TEXT:
        return Kind.TEXT, value
    if of == xlrd.XL_CELL_NUMBER:
        number = workbook.xf_list[sheet.cell_xf_index(row, column)].format_key
        found = workbook.format_map.get(number)
        kind = formats.kind_of(number, found.format_str if found else "")
        return (kind if kind is Kind.PERCENT else Kind.NUMBER), value
    if of == xlrd.XL_CELL_DATE:
        day = formats.day(value, bool(workbook.datemode))
        return (Kind.DATE, day) if day else (Kind.NUMBER, value)
    if of == xlrd.XL_CELL_BOOLEAN:
        return Kind.YES_NO, "WAAR" if value else "ONWAAR"
    if of == xlrd.XL_CELL_ERROR:
        return Kind.ERROR, xlrd.error_text_from_code.get(value, "#FOUT")
    return Kind.TEXT, ""
