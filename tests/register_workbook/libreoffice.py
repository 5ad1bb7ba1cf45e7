"""Edits a workbook in LibreOffice itself, without a screen: it opens the file, changes cells, and saves it as .xlsx again."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

MOST_SECONDS = 120
Cell = tuple[str, str]
"""Name of the sheet, and address ('B7')."""
_OF = "http://openoffice.org/2000"
_DOCTYPE = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {0}:{1} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{1}.dtd">\n'


def program() -> str:
    """Where LibreOffice is; without it the test is skipped, by name."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("geen LibreOffice gevonden (soffice op het PATH; zie setup/libreoffice.sh)")
    return found


def edited(file: Path, folder: Path, cells: Mapping[Cell, str | float | None]) -> Path:
    """The file after LibreOffice loaded it, set these cells and saved it. None empties a cell."""
    saved, profile = folder / f"{file.stem}-libreoffice.xlsx", folder / "profile"
    saved.unlink(missing_ok=True)
    start = [program(), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]
    if not profile.exists():  # the first start fills a profile, and would write over a macro
        subprocess.run([*start, "--terminate_after_init"], capture_output=True, timeout=MOST_SECONDS, check=False)
    _keep(profile / "user" / "basic" / "Standard", _macro(file, saved, cells))
    done = subprocess.run(
        [*start, "macro:///Standard.Edit.Main"], capture_output=True, timeout=MOST_SECONDS, check=False, text=True
    )
    assert saved.exists(), f"LibreOffice bewaarde niets: {done.stdout} {done.stderr}"
    return saved


def _macro(file: Path, saved: Path, cells: Mapping[Cell, str | float | None]) -> str:
    lines = []
    for (sheet, address), value in cells.items():
        cell = f'doc.Sheets.getByName("{sheet}").getCellRangeByName("{address}")'
        if isinstance(value, float | int):
            lines.append(f"{cell}.setValue({value!r})")
        else:
            lines.append(f"{cell}.setString({_text(value or '')})")
    return "\n".join(
        [
            "Sub Main",
            "Dim how(0) As New com.sun.star.beans.PropertyValue",
            'how(0).Name = "Hidden"',
            "how(0).Value = True",
            f'doc = StarDesktop.loadComponentFromURL("{file.as_uri()}", "_blank", 0, how())',
            *lines,
            'how(0).Name = "FilterName"',
            'how(0).Value = "Calc MS Excel 2007 XML"',
            f'doc.storeToURL("{saved.as_uri()}", how())',
            "doc.close(True)",
            "StarDesktop.terminate()",
            "End Sub",
        ]
    )


def _text(value: str) -> str:
    """A text of the macro language: quotes doubled, line ends put together."""
    return " & Chr(10) & ".join('"' + part.replace('"', '""') + '"' for part in value.split("\n"))


def _keep(library: Path, macro: str) -> None:
    """Puts the macro in the profile's standard library."""
    (library / "Edit.xba").write_text(
        _DOCTYPE.format("script", "module") + f'<script:module xmlns:script="{_OF}/script" script:name="Edit" '
        f'script:language="StarBasic">{escape(macro)}</script:module>'
    )
    (library / "script.xlb").write_text(
        _DOCTYPE.format("library", "library")
        + f'<library:library xmlns:library="{_OF}/library" library:name="Standard" '
        'library:readonly="false" library:passwordprotected="false"><library:element library:name="Edit"/></library:library>'
    )
