"""Makes workbooks for tests: as other programs write them, and by hand where no program would."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
import xlwt

Rows = Sequence[Sequence[Any]]
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx(
    file: Path, sheets: Mapping[str, Rows], *, hidden: Sequence[str] = (), merged: Mapping[str, str] | None = None
) -> Path:
    """A workbook as Excel writes it: shared texts, styles. merged: sheet -> range such as 'B1:D1'."""
    with xlsxwriter.Workbook(str(file), {"strings_to_formulas": False, "default_date_format": "dd-mm-yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value is not None:
                        sheet.write(number, column, value)
            if name in hidden:
                sheet.hide()
            if merged and name in merged:
                first = merged[name].split(":")[0]
                row, column = int(first[1:]) - 1, ord(first[0]) - 65
                sheet.merge_range(merged[name], rows[row][column])
    return file


def xls(file: Path, sheets: Mapping[str, Rows]) -> Path:
    """An old workbook (Excel 97-2003)."""
    book = xlwt.Workbook()
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(number, column, value)
    book.save(str(file))
    return file


def text(file: Path, lines: Sequence[str], *, encoding: str = "utf-8") -> Path:
    """A CSV."""
    file.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
    return file


def by_hand(
    file: Path,
    cells: str,
    *,
    before: str = "",
    after: str = "",
    top: str = "",
    workbook: str = "",
    state: str = "visible",
    more: Mapping[str, bytes] | None = None,
) -> Path:
    """A workbook with one sheet 'Blad1' whose XML is given: `cells` are its rows; `top` stands before the XML of the sheet."""
    sheet = f"{top}<worksheet {_MAIN}>{before}<sheetData>{cells}</sheetData>{after}</worksheet>"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_RELATIONS}">{workbook}'
        f'<sheets><sheet name="Blad1" sheetId="1" state="{state}" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package_file:
        for name, content in parts.items():
            package_file.writestr(name, content)
        for name, body in (more or {}).items():
            package_file.writestr(name, body)
    return file


def cell(address: str, content: Any) -> str:
    """The XML of one cell, its text inside it."""
    if isinstance(content, str):
        return f'<c r="{address}" t="inlineStr"><is><t>{escape(content)}</t></is></c>'
    return f'<c r="{address}"><v>{content}</v></c>'


def far_cell(file: Path) -> Path:
    """A valid 1-kB workbook with a filled cell at the far corner: 17 thousand million cells, to a reader that makes a table."""
    return by_hand(
        file,
        f'<row r="1">{cell("A1", "gemeente")}</row><row r="1048576">{cell("XFD1048576", 1)}</row>',
        before='<dimension ref="A1:XFD1048576"/>',
    )


def zip_bomb(file: Path, megabytes: int = 600) -> Path:
    """A sheet that unpacks a thousand times as large."""
    block = b" " * 10_000_000
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(megabytes // 10):
                part.write(block)
    return file


def billion_laughs(file: Path) -> Path:
    """Ten entities, each ten times the one before: 3 GB of text out of a kilobyte."""
    steps = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    top = f'<!DOCTYPE lolz [<!ENTITY l0 "haha">{steps}]>'
    return by_hand(file, '<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>', top=top)


def entity_from_outside(file: Path) -> Path:
    """Asks the reader to read a file of this machine (XXE)."""
    top = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    return by_hand(file, '<row r="1"><c r="A1" t="inlineStr"><is><t>&secret;</t></is></c></row>', top=top)


def with_password(file: Path) -> Path:
    """What Excel makes of a workbook with a password: an OLE file with an encrypted package. Only its outside is made here."""
    names = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") for name in ("Root Entry", "EncryptionInfo", "EncryptedPackage")
    )
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + names + b"\x7f" * 2000)
    return file


def with_macros(file: Path) -> Path:
    """A workbook that carries a program."""
    return by_hand(
        file, f'<row r="1">{cell("A1", "x")}</row>', more={"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub Auto_Open()"}
    )


def cut_off(file: Path, whole: Path) -> Path:
    """The first half of another file."""
    content = whole.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    return file


def packed_bytes() -> bytes:
    """A zip that is no workbook."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("lees_mij.txt", "hallo")
    return held.getvalue()
