"""Files carry every figure to the last digit, say where it comes from, and never a live formula."""

import io
import json
import math

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transition.views import export
from transition.views.explanation import Explanation, beside
from transition.views.text import EXAMPLE

SOURCE = "Bron: CBS, een tabel (StatLine 00000NED), 2024 (definitief), uitgave 1 januari 2026, CC BY 4.0"
PAYLOADS = (
    "=1+1",
    '=HYPERLINK("http://example.org","klik")',
    '=cmd|"/C calc"!A0',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "\uff1d1+1",
    "<script>alert(1)</script>",
    "http://example.org/",
    "javascript:alert(1)",
    'tekst"; =1+1',
    "';=1+1",
    "'s-Gravenhage",
    "Súdwest-Fryslân",
    "regel een\r\n=regel twee",
    "<r><t>opgemaakt</t></r>",
    "<r>kapot</x></r>",
)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def hostile() -> pd.DataFrame:
    """Payloads as names, statuses and the name of a column; numbers beside them, negative and missing ones too."""
    numbers = [-1234.5, 0.1, math.nan, 29_426_451.0, -0.0001] * len(PAYLOADS)
    table = pd.DataFrame({"Code": "GM0000", "Gebied": PAYLOADS, "kWp": numbers[: len(PAYLOADS)], "Jaar": "2024"})
    return table.assign(**{"=A1": PAYLOADS})


def read_csv(made: bytes) -> pd.DataFrame:
    text = {"Code": str, "Gebied": str, "Status": str, "Jaar": str, "'=A1": str, export.SOURCE_COLUMN: str}
    return pd.read_csv(
        io.BytesIO(made),
        sep=";",
        decimal=",",
        encoding="utf-8-sig",
        dtype=text,
        keep_default_na=False,
        na_values={"kWp": [""]},
    )


def test_no_text_in_a_csv_starts_a_formula_and_every_number_stays_a_number() -> None:
    table = hostile()
    made = export.dutch_csv(table, '=HYPERLINK("bron")')
    assert made.startswith(b"\xef\xbb\xbf")
    found = read_csv(made)
    for column in found.select_dtypes("str"):
        assert not [cell for cell in found[column] if cell.lstrip(" \u00a0").startswith(FORMULA_STARTS)], column
    assert not [name for name in found.columns if name.startswith(FORMULA_STARTS)]
    pd.testing.assert_series_equal(found["kWp"], table["kWp"])
    assert [cell.removeprefix("'").replace("\r\n", "\n") for cell in found["Gebied"][:3]] == list(PAYLOADS[:3])


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    made = export.workbook(hostile(), Explanation("=1+1", (("=woord", '=HYPERLINK("x")'),)))
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == ["Gegevens", "Toelichting"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert len(cells) > len(PAYLOADS) * 4
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell.coordinate for cell in cells if cell.hyperlink] == []
    assert [row[1] for row in book["Gegevens"].iter_rows(min_row=2, values_only=True)][:3] == list(PAYLOADS[:3])


def test_a_missing_number_is_an_empty_cell_and_never_zero() -> None:
    table = pd.DataFrame({"Gebied": ["A", "B"], "kWp": [math.nan, 0.0], "Status": ["geheim", "definitief"]})
    assert read_csv(export.dutch_csv(table))["kWp"].tolist()[1:] == [0.0]
    assert math.isnan(read_csv(export.dutch_csv(table))["kWp"][0])
    sheet = openpyxl.load_workbook(io.BytesIO(export.workbook(table, beside(SOURCE))))["Gegevens"]
    assert [cell.value for cell in sheet["B"]] == ["kWp", None, 0]
    assert math.isnan(pd.read_parquet(io.BytesIO(export.parquet(table, beside(SOURCE))))["kWp"][0])


@given(
    st.lists(
        st.tuples(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), st.floats(allow_infinity=False)),
        min_size=1,
        max_size=20,
    )
)
def test_a_csv_comes_back_as_it_was_whatever_is_in_it(rows: list[tuple[str, float]]) -> None:
    table = pd.DataFrame(rows, columns=["Gebied", "kWp"])
    found = read_csv(export.dutch_csv(table, SOURCE))
    assert len(found) == len(table)
    assert set(found[export.SOURCE_COLUMN]) == {SOURCE}
    pd.testing.assert_series_equal(found["kWp"].astype(float), table["kWp"], check_exact=True)
    for there, was in zip(found["Gebied"], table["Gebied"], strict=True):
        assert not there.startswith(FORMULA_STARTS)
        assert _lines(there) in (_lines(was), _lines(f"'{was}"))


def _lines(cell: str) -> str:
    """pandas reads any end of line inside a cell as one kind, and stops at a NUL."""
    return cell.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


@pytest.mark.parametrize("source", [SOURCE, f"{EXAMPLE}. {SOURCE}"])
def test_every_form_names_its_source_and_whether_it_is_an_example(source: str) -> None:
    table = pd.DataFrame({"Code": ["GM0001"], "kWp": [-1.5]})
    explained = beside(source, "solar_capacity_kwp")
    book = openpyxl.load_workbook(io.BytesIO(export.workbook(table, explained)))
    words = {row[0]: row[1] for row in book["Toelichting"].iter_rows(values_only=True)}
    schema = pq.read_schema(io.BytesIO(export.parquet(table, explained)))
    about = json.loads(schema.metadata[b"regiemonitor"])
    is_example = source.startswith(EXAMPLE)
    assert words["Bron"] == about["bron"] == source
    assert ("Voorbeeld" in words) == about["voorbeeldgegevens"] == is_example
    assert (EXAMPLE in export.dutch_csv(table, source).decode()) == is_example
    assert "Status 'nader voorlopig' (provisional_revised)" in words
    assert {line["woord"] for line in about["toelichting"]} >= {
        "Cijfer",
        "Eenheid",
        "Zo wordt het gemeten",
        "Lege cellen",
    }


def test_a_workbook_and_a_parquet_file_hold_the_table_to_the_last_digit() -> None:
    table = hostile().assign(teller=range(len(PAYLOADS)))
    pd.testing.assert_frame_equal(pd.read_parquet(io.BytesIO(export.parquet(table, beside(SOURCE)))), table)
    sheet = openpyxl.load_workbook(io.BytesIO(export.workbook(table, beside(SOURCE))))["Gegevens"]
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == list(table.columns)
    for column, name in enumerate(table.columns):
        for row, value in zip(rows[1:], table[name], strict=True):
            if isinstance(value, str) and "\r" in value:
                continue  # openpyxl leaves Excel's own way of writing it (_x000D_)
            mark = (
                " " if isinstance(value, str) and value.endswith("</r>") else ""
            )  # else its writer takes it for mark-up
            expected = f"{value}{mark}" if mark else value
            assert row[column] == (None if isinstance(value, float) and math.isnan(value) else expected)
