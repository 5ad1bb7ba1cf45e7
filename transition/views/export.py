"""Tables as files that say where their figures come from, and that never carry a live formula."""

import io
import json
import math
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import pandas as pd

from transition.register.workbook.template import unmarked
from transition.views.explanation import Explanation


class Format(StrEnum):
    """The files a table can be downloaded as; the value is the file's suffix."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    GEOJSON = "geojson"


NAMES = {Format.CSV: "CSV", Format.XLSX: "Excel (XLSX)", Format.PARQUET: "Parquet", Format.GEOJSON: "GeoJSON"}
"""On the buttons."""
MIME = {
    Format.CSV: "text/csv",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.PARQUET: "application/vnd.apache.parquet",
    Format.GEOJSON: "application/geo+json",
}
SOURCE_COLUMN = "Bron en licentie"
"""Added to a CSV: every row keeps its source when rows are copied, and the file stays one plain table."""

# What a spreadsheet takes for a formula, also behind blanks, and in the full-width signs of Asian keyboards.
_STARTS_A_FORMULA = re.compile("^[\\s\u00a0\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]")
_WIDEST_COLUMN = 60


def dutch_csv(table: pd.DataFrame, about: str = "", above: Sequence[str] = ()) -> bytes:
    """Semicolons, decimal comma, UTF-8 with a mark at the start; `about` (source, licence) in a last column; `above`: lines on top.

    Numbers are written in full and stay numbers, also negative ones; a missing number is an empty cell.
    """
    safe = without_formulas(table.assign(**{SOURCE_COLUMN: about}) if about else table)
    text = safe.to_csv(index=False, sep=";", decimal=",", lineterminator="\r\n")
    lines = [[_harmless(line), *[""] * (len(table.columns) - 1)] for line in above]
    top = pd.DataFrame(lines).to_csv(index=False, header=False, sep=";", lineterminator="\r\n") if lines else ""
    return ("\ufeff" + top + text).encode("utf-8")


def without_formulas(table: pd.DataFrame) -> pd.DataFrame:
    """The table with its texts and its column names made harmless for a spreadsheet; numbers are left as they are."""
    safe = table.copy()
    for column in safe.columns:
        if not pd.api.types.is_numeric_dtype(safe[column]):
            safe[column] = safe[column].map({cell: _harmless(cell) for cell in safe[column].unique()})
    safe.columns = pd.Index([_harmless(str(name)) for name in safe.columns])
    return safe


def _harmless(cell: object) -> object:
    """A text that a spreadsheet would calculate gets a quotation mark in front; anything else is passed on."""
    return f"'{cell}" if isinstance(cell, str) and _STARTS_A_FORMULA.search(cell) else cell


def workbook(table: pd.DataFrame, explanation: Explanation | None = None, above: Sequence[str] = ()) -> bytes:
    """An Excel file: a sheet 'Gegevens' with the table, and 'Toelichting' with what it is. Text is text, whatever it looks like.

    Without an explanation there is one sheet: a form, to be filled in and read back. above: lines on top of the table.
    """
    import xlsxwriter

    made = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with xlsxwriter.Workbook(made, plain) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        whole, broken = book.add_format({"num_format": "#,##0"}), book.add_format({"num_format": "#,##0.0##"})
        sheet = book.add_worksheet("Gegevens")
        top = len(above)
        sheet.freeze_panes(top + 1, 0)
        for row, line in enumerate(above):
            sheet.write_string(row, 0, unmarked(line))
        for at, name in enumerate(table.columns):
            values = table[name].tolist()
            shape = whole if all(_is_whole(value) for value in values) else broken
            sheet.set_column(at, at, _width(str(name), values))
            sheet.write_string(top, at, unmarked(str(name)), head)
            for row, value in enumerate(values, start=top + 1):
                _write(sheet, row, at, value, shape)
        if len(table):
            sheet.autofilter(top, 0, top + len(table), len(table.columns) - 1)
            # Years and codes are texts on purpose; without this Excel puts a green corner on each.
            sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{top + len(table) + 1}"})
        if explanation:
            about = book.add_worksheet("Toelichting")
            about.set_column(0, 0, 32)
            about.set_column(1, 1, 100)
            for row, (word, sentence) in enumerate(explanation.all_lines):
                about.write_string(row, 0, unmarked(word), head)
                about.write_string(row, 1, unmarked(sentence), wrap)
    return made.getvalue()


def _write(sheet: Any, row: int, at: int, value: object, shape: Any) -> None:
    if isinstance(value, bool) or value is None or value is pd.NA:
        sheet.write_string(row, at, "" if value is None or value is pd.NA else "ja" if value else "nee")
    elif isinstance(value, int | float):
        if math.isfinite(value):  # a missing number is an empty cell; its status stands beside it
            sheet.write_number(row, at, value, shape)
    else:
        sheet.write_string(row, at, unmarked(str(value)))


def _is_whole(value: object) -> bool:
    return not isinstance(value, float) or not math.isfinite(value) or value.is_integer()


def _width(name: str, values: list[object]) -> int:
    return min(_WIDEST_COLUMN, 2 + max((len(str(value)) for value in (name, *values[:200])), default=8))


def parquet(table: pd.DataFrame, explanation: Explanation) -> bytes:
    """Parquet with the explanation in the schema's metadata, under 'regiemonitor', as JSON: source, is_example, lines."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    made = pa.Table.from_pandas(table, preserve_index=False)
    about = json.dumps(member(explanation), ensure_ascii=False).encode()
    made = made.replace_schema_metadata({**(made.schema.metadata or {}), b"regiemonitor": about})
    buffer = io.BytesIO()
    pq.write_table(made, buffer, compression="zstd")
    return buffer.getvalue()


def member(explanation: Explanation) -> dict[str, Any]:
    """An explanation as JSON, for the formats that have a place for it."""
    return {
        "bron": explanation.source,
        "voorbeeldgegevens": explanation.is_example,
        "toelichting": [{"woord": word, "zin": sentence} for word, sentence in explanation.lines],
    }
