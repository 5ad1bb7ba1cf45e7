"""The guarded door: what comes in becomes plain cells or words, whatever the file does, and the caller never swells."""

import datetime
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tests.door import workbooks
from transition.door import child
from transition.door.grid import MOST_COLUMNS, MOST_ROWS, Book, Kind, address, packed, position, unpacked
from transition.door.opened import opened
from transition.door.trouble import NotTaken, Trouble

MOST_SECONDS = 2.0
MOST_GROWTH_BYTES = 50_000_000


def refusal(file: Path) -> Trouble:
    with pytest.raises(NotTaken) as caught:
        opened(file)
    return caught.value.troubles[0]


def contents(book: Book) -> list[tuple[str, Kind, str | float]]:
    return [(cell.address, cell.kind, cell.value) for sheet in book.sheets for cell in sheet.cells]


@pytest.mark.slow
@pytest.mark.parametrize(
    "make", [workbooks.far_cell, workbooks.zip_bomb, workbooks.billion_laughs], ids=lambda m: m.__name__
)
def test_an_attack_is_answered_within_two_seconds_and_the_caller_does_not_grow(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    file = make(tmp_path / "aanval.xlsx")
    process = psutil.Process()
    before, began = process.memory_info().rss, time.monotonic()
    trouble = refusal(file)
    took, grown = time.monotonic() - began, process.memory_info().rss - before
    assert took < MOST_SECONDS
    assert grown < MOST_GROWTH_BYTES
    assert trouble.what
    assert trouble.remedy


def test_a_far_cell_is_named(tmp_path: Path) -> None:
    trouble = refusal(workbooks.far_cell(tmp_path / "ver.xlsx"))
    assert (trouble.sheet, trouble.cell) == ("Blad1", "XFD1048576")


def test_an_entity_from_outside_is_not_read(tmp_path: Path) -> None:
    trouble = refusal(workbooks.entity_from_outside(tmp_path / "xxe.xlsx"))
    assert "ENTITY" in trouble.what
    assert "root:" not in trouble.sentence("xxe.xlsx")


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "leeg": (lambda f: _bytes(f, b""), "leeg"),
    "wit": (lambda f: _bytes(f, b" \r\n\r\n"), "leeg"),
    "html_als_xls": (lambda f: _bytes(f, b"<html><table><tr><td>Assen</td></tr></table></html>"), "webpagina"),
    "xml_2003": (lambda f: _bytes(f, b'<?xml version="1.0"?><Workbook/>'), "webpagina of XML"),
    "pdf": (lambda f: _bytes(f, b"%PDF-1.7 x"), "PDF"),
    "plaatje": (lambda f: _bytes(f, b"\x89PNG\r\n\x1a\n"), "plaatje"),
    "zip": (lambda f: _bytes(f, workbooks.packed_bytes()), "ingepakt bestand"),
    "wachtwoord": (workbooks.with_password, "wachtwoord"),
    "macros": (workbooks.with_macros, "macro"),
    "te_groot": (lambda f: _bytes(f, b"a;b\n" * 2_600_000), "10,4 MB"),
    "nul": (lambda f: _bytes(f, b"gemeente;jaar\nAssen;20\x0024\n"), "nulteken"),
    "geen_tekst": (lambda f: _bytes(f, b"gemeente;\x81\x8d\xff\n"), "geen teken"),
    "zonder_scheidingsteken": (lambda f: _bytes(f, b"gemeente\nAssen\n"), "scheidingsteken"),
    "open_aanhalingsteken": (lambda f: _bytes(f, b'a;b\nx;"open\ny;2\n'), "aanhalingsteken"),
    "halve_ole": (
        lambda f: _bytes(f, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")),
        "beschadigd",
    ),
    "kapotte_xml": (lambda f: workbooks.by_hand(f, "<row r='1'><c r='A1'>"), "beschadigd"),
    "blad_ontbreekt": (lambda f: _without(workbooks.far_cell(f), "xl/worksheets/sheet1.xml"), "beschadigd"),
    "celadres_zonder_zin": (lambda f: workbooks.by_hand(f, '<row r="1"><c r="?!"><v>1</v></c></row>'), "beschadigd"),
    "getal_is_geen_getal": (lambda f: workbooks.by_hand(f, '<row r="1"><c r="A1"><v>abc</v></c></row>'), "geen getal"),
    "oneindig": (lambda f: workbooks.by_hand(f, '<row r="1"><c r="A1"><v>1e999</v></c></row>'), "geen getal"),
    "tekst_te_lang": (
        lambda f: workbooks.by_hand(f, f'<row r="1">{workbooks.cell("A1", "ab" * 20_000)}</row>'),
        "tekens",
    ),
}


def _without(file: Path, part: str) -> Path:
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist() if name != part}
    with zipfile.ZipFile(file, "w") as package:
        for name, body in parts.items():
            package.writestr(name, body)
    return file


def _bytes(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gets_words_and_a_remedy(name: str, tmp_path: Path) -> None:
    make, words = BAD[name]
    trouble = refusal(make(tmp_path / f"{name}.xls"))
    assert words in trouble.what
    sentence = trouble.sentence(f"{name}.xls")
    assert name in sentence
    assert trouble.remedy in sentence
    assert "Traceback" not in sentence


@pytest.mark.parametrize("form", ["xlsx", "xls"])
def test_half_a_workbook_is_not_read(form: str, tmp_path: Path) -> None:
    rows = [["gemeente", "jaar"], *([f"naam {n}", n] for n in range(2000))]
    make = workbooks.xlsx if form == "xlsx" else workbooks.xls
    whole = make(tmp_path / f"heel.{form}", {"Blad1": rows})
    assert refusal(workbooks.cut_off(tmp_path / f"half.{form}", whole)).what


def test_a_folder_and_a_file_that_is_not_there_are_told_apart(tmp_path: Path) -> None:
    assert "map" in refusal(tmp_path).what
    assert "is er niet" in refusal(tmp_path / "weg.xlsx").what


def test_a_workbook_becomes_plain_cells_with_their_addresses(tmp_path: Path) -> None:
    rows = [
        ["gemeente", "jaar", "aandeel"],
        ["'s-Gravenhage", 2024, 12.5],
        [None, None, None],
        ["Súdwest-Fryslân", "2024", True],
    ]
    file = workbooks.xlsx(tmp_path / "goed.xlsx", {"Blad1": rows, "Geheim": [["x"]]}, hidden=["Geheim"])
    book = opened(file)
    assert (book.form, [s.name for s in book.visible]) == ("xlsx", ["Blad1"])
    assert contents(book)[3:6] == [
        ("A2", Kind.TEXT, "'s-Gravenhage"),
        ("B2", Kind.NUMBER, 2024.0),
        ("C2", Kind.NUMBER, 12.5),
    ]
    assert contents(book)[6:9] == [
        ("A4", Kind.TEXT, "Súdwest-Fryslân"),
        ("B4", Kind.TEXT, "2024"),
        ("C4", Kind.YES_NO, "WAAR"),
    ]


def test_an_old_workbook_reads_the_same(tmp_path: Path) -> None:
    rows = [["gemeente", "jaar"], ["Súdwest-Fryslân", 2024]]
    new, old = workbooks.xlsx(tmp_path / "a.xlsx", {"B": rows}), workbooks.xls(tmp_path / "a.xls", {"B": rows})
    assert contents(opened(old)) == contents(opened(new))


def test_merged_cells_all_have_the_content_of_the_first(tmp_path: Path) -> None:
    rows = [["gemeente", "vermogen", None], [None, 2023, 2024]]
    sheet = opened(workbooks.xlsx(tmp_path / "m.xlsx", {"B": rows}, merged={"B": "B1:C1"})).sheets[0]
    assert sheet.rows[1][3].value == "vermogen"
    assert sheet.rows[1][3].address == "C1"


@pytest.mark.parametrize("old", [False, True], ids=["1900", "1904"])
def test_a_date_is_a_date_in_the_calendar_of_the_workbook(old: bool, tmp_path: Path) -> None:
    styles = (
        b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/>'
        b'<xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>'
    )
    relations = b"""<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>"""
    serial = (datetime.date(2024, 12, 31) - (datetime.date(1904, 1, 1) if old else datetime.date(1899, 12, 30))).days
    file = workbooks.by_hand(
        tmp_path / "d.xlsx",
        f'<row r="1"><c r="A1" s="1"><v>{serial}</v></c><c r="B1" s="2"><v>0.112</v></c></row>',
        workbook=f'<workbookPr date1904="{int(old)}"/>',
    )
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts |= {"xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": relations}
    with zipfile.ZipFile(file, "w") as package:
        for name, body in parts.items():
            package.writestr(name, body)
    assert contents(opened(file)) == [("A1", Kind.DATE, "2024-12-31"), ("B1", Kind.PERCENT, 0.112)]


def test_a_formula_without_a_saved_result_is_not_an_empty_cell(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><f>SUM(B1:B9)</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="e"><v>#N/A</v></c></row>'
    found = contents(opened(workbooks.by_hand(tmp_path / "f.xlsx", cells)))
    assert [(where, kind) for where, kind, _ in found] == [
        ("A1", Kind.NO_RESULT),
        ("B1", Kind.NUMBER),
        ("C1", Kind.ERROR),
    ]


LINES = ["gemeente;aandeel", "Súdwest-Fryslân;1,5"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_a_csv_is_read_whatever_its_signs_and_separator(encoding: str, separator: str, tmp_path: Path) -> None:
    lines = [line.replace(";", separator) for line in LINES]
    book = opened(workbooks.text(tmp_path / "c.csv", lines, encoding=encoding))
    assert [value for _, _, value in contents(book)] == ["gemeente", "aandeel", "Súdwest-Fryslân", "1,5"]


def test_a_csv_with_commas_keeps_a_quoted_decimal_comma(tmp_path: Path) -> None:
    book = opened(workbooks.text(tmp_path / "c.csv", ["gemeente,aandeel", 'Assen,"1,5"', 'Emmen,"2,5"']))
    assert [value for _, _, value in contents(book)] == ["gemeente", "aandeel", "Assen", "1,5", "Emmen", "2,5"]


def test_a_csv_that_names_its_separator_keeps_its_row_numbers(tmp_path: Path) -> None:
    book = opened(workbooks.text(tmp_path / "c.csv", ["sep=;", *LINES]))
    assert contents(book)[0][:1] == ("A2",)


def test_a_cell_beyond_the_limits_is_refused_and_one_within_is_read(tmp_path: Path) -> None:
    last, beyond = address(MOST_ROWS, MOST_COLUMNS), address(MOST_ROWS + 1, 1)
    assert (
        contents(opened(workbooks.by_hand(tmp_path / "a.xlsx", f"<row>{workbooks.cell(last, 1)}</row>")))[0][0] == last
    )
    assert refusal(workbooks.by_hand(tmp_path / "b.xlsx", f"<row>{workbooks.cell(beyond, 1)}</row>")).cell == beyond


def test_a_child_that_needs_too_much_memory_is_stopped_and_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = tmp_path / "klein.py"
    small.write_text(
        "import runpy, sys\nfrom transition.door import child\nchild.MOST_MEMORY_BYTES = 60_000_000\n"
        "sys.argv = ['child', sys.argv[-1]]\nchild.limit_itself()\nx = bytearray(200_000_000)\n"
    )
    from transition.door import opened as module

    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nexec {module.sys.executable} {small} "$@"\n')
    python.chmod(0o755)
    monkeypatch.setattr(module.sys, "executable", str(python))
    monkeypatch.setenv("PYTHONPATH", str(child.__file__).split("/transition/")[0])
    assert "geheugen" in refusal(workbooks.text(tmp_path / "c.csv", LINES)).what


def test_a_reader_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from transition.door import opened as module

    slow = tmp_path / "python"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setattr(module, "MOST_SECONDS", 0.3)
    monkeypatch.setattr(module.sys, "executable", str(slow))
    assert "seconden" in refusal(workbooks.text(tmp_path / "c.csv", LINES)).what


def test_cells_survive_the_way_from_child_to_caller(tmp_path: Path) -> None:
    book = opened(workbooks.xlsx(tmp_path / "a.xlsx", {"B": [["x", 1.5]]}))
    assert unpacked(packed(book)) == book


@pytest.mark.parametrize(("row", "column", "text"), [(1, 1, "A1"), (7, 27, "AA7"), (1_048_576, 16_384, "XFD1048576")])
def test_an_address_reads_both_ways(row: int, column: int, text: str) -> None:
    assert address(row, column) == text
    assert position(text) == (row, column)
