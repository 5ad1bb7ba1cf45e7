"""Reads an .xlsx workbook as a stream of cells: values as saved, never formulas; with what a formula without a saved result is."""

import math
import posixpath
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from transition.door import formats
from transition.door.collect import Collector
from transition.door.grid import MOST_CELLS, Book, Box, Kind, Sheet, address, position
from transition.door.parts import elements, stream
from transition.door.preflight import broken
from transition.door.trouble import NotTaken, Trouble, shown

_MOST_TEXTS = 2_000_000
_MOST_SIGNS = 100_000_000
_ESCAPED = re.compile("_x((?!D[89A-F])[0-9A-F]{4})_", re.IGNORECASE)


@dataclass
class _Workbook:
    """What the sheets of one workbook share."""

    package: zipfile.ZipFile
    texts: list[str]
    kinds: list[Kind]
    from_1904: bool


def read(file: Path, most_cells: int = MOST_CELLS) -> Book:
    """All sheets with their cells. Raises NotTaken."""
    try:
        package = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise NotTaken(broken()) from error
    with package:
        main = _part(package, "", "officeDocument") or "xl/workbook.xml"
        if main not in package.namelist():
            raise NotTaken(broken())
        targets = _targets(package, main)
        settings = elements(package, main, "workbookPr")
        from_1904 = bool(settings) and settings[0].get("date1904", "0") in ("1", "true")
        workbook = _Workbook(package, _texts(package, main), _kinds(package, main), from_1904)
        collector = Collector(most_cells)
        for entry in elements(package, main, "sheet"):
            kind, target = targets.get(entry.get("id", ""), ("", ""))
            if kind == "worksheet":  # the others are charts and macro sheets
                if target not in package.namelist():
                    raise NotTaken(broken())
                name, hidden = entry.get("name", ""), entry.get("state", "visible") != "visible"
                _SheetReader(workbook, collector, name).read(target, hidden)
    return Book("xlsx", tuple(collector.sheets))


def _targets(package: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Relation id -> (kind, part) of what `part` refers to inside the workbook."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package.namelist():
        return {}
    found = {}
    for relation in elements(package, relations, "Relationship"):
        if relation.get("TargetMode") == "External":
            continue
        target = relation.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], path)
    return found


def _part(package: zipfile.ZipFile, of: str, kind: str) -> str:
    return next((path for found, path in _targets(package, of).values() if found == kind), "")


def _texts(package: zipfile.ZipFile, main: str) -> list[str]:
    """The shared texts; phonetic guides (rPh) left out."""
    part = _part(package, main, "sharedStrings")
    if part not in package.namelist():
        return []
    texts: list[str] = []
    pieces: list[str] = []
    state = {"reading": False, "aside": False, "signs": 0}

    def start(tag: str, _: dict[str, str]) -> None:
        if tag == "si":
            pieces.clear()
        elif tag == "rPh":
            state["aside"] = True
        elif tag == "t":
            state["reading"] = not state["aside"]

    def end(tag: str) -> None:
        if tag == "t":
            state["reading"] = False
        elif tag == "rPh":
            state["aside"] = False
        elif tag == "si":
            texts.append(_unescaped("".join(pieces)))
            state["signs"] += len(texts[-1])
            if len(texts) > _MOST_TEXTS or state["signs"] > _MOST_SIGNS:
                raise NotTaken(Trouble("de werkmap heeft te veel tekst om te lezen", "Haal weg wat niet nodig is"))

    def text(content: str) -> None:
        if state["reading"]:
            pieces.append(content)

    stream(package, part, start, end, text)
    return texts


def _kinds(package: zipfile.ZipFile, main: str) -> list[Kind]:
    """The kind of cell each style makes."""
    part = _part(package, main, "styles")
    if part not in package.namelist():
        return []
    codes = {int(e["numFmtId"]): e.get("formatCode", "") for e in elements(package, part, "numFmt") if "numFmtId" in e}
    kinds: list[Kind] = []
    state = {"inside": False}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "cellXfs":
            state["inside"] = True
        elif tag == "xf" and state["inside"]:
            number = int(attributes.get("numFmtId", 0))
            kinds.append(formats.kind_of(number, codes.get(number, "")))

    def end(tag: str) -> None:
        if tag == "cellXfs":
            state["inside"] = False

    stream(package, part, start, end, lambda _: None)
    return kinds


def _unescaped(text: str) -> str:
    """A sign that XML cannot hold is written as _x0001_; half of a sign of two halves stays as it is."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class _SheetReader:
    """The handlers that make cells of one sheet's elements."""

    def __init__(self, workbook: _Workbook, collector: Collector, name: str) -> None:
        self.workbook, self.collector, self.name = workbook, collector, name
        self.row = self.column = 0
        self.merged: list[Box] = []
        self.attributes: dict[str, str] = {}
        self.pieces: list[str] = []
        self.inside = self.is_formula = self.has_value = self.reading = self.aside = False

    def read(self, part: str, hidden: bool) -> Sheet:
        stream(self.workbook.package, part, self._start, self._end, self._text)
        self.collector.end_sheet(self.name, hidden, self.merged)
        return self.collector.sheets[-1]

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self.row, self.column = self._number(attributes.get("r", ""), self.row + 1), 0
        elif tag == "c":
            self.attributes, self.inside, self.is_formula, self.has_value = attributes, True, False, False
            self.pieces = []
            if "r" in attributes:
                self.row, self.column = self._position(attributes["r"])
            else:
                self.column += 1
        elif tag == "f":
            self.is_formula = self.inside
        elif tag == "v":
            self.has_value = self.reading = self.inside
        elif tag == "rPh":
            self.aside = True
        elif tag == "t" and self.inside:
            self.has_value, self.reading = True, not self.aside
        elif tag == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            self.merged.append((*self._position(first), *self._position(last or first)))

    def _end(self, tag: str) -> None:
        if tag in ("v", "t"):
            self.reading = False
        elif tag == "rPh":
            self.aside = False
        elif tag == "c":
            self.inside = False
            self._cell()

    def _text(self, content: str) -> None:
        if self.reading:
            self.pieces.append(content)

    def _position(self, text: str) -> tuple[int, int]:
        try:
            return position(text)
        except ValueError as error:
            raise NotTaken(broken()) from error

    def _number(self, text: str, otherwise: int) -> int:
        try:
            return int(text) if text else otherwise
        except ValueError as error:
            raise NotTaken(broken()) from error

    def _cell(self) -> None:
        kind, value = self._content("".join(self.pieces))
        if value != "":
            self.collector.cell(self.name, self.row, self.column, kind, value)

    def _content(self, text: str) -> tuple[Kind, str | float]:
        if self.is_formula and not self.has_value:
            return Kind.NO_RESULT, "formule zonder uitkomst"
        match self.attributes.get("t", "n"):
            case "s":
                content: tuple[Kind, str | float] = Kind.TEXT, self._shared(text)
            case "str" | "inlineStr":
                content = Kind.TEXT, _unescaped(text)
            case "b":
                content = Kind.YES_NO, "WAAR" if text.strip() == "1" else "ONWAAR"
            case "e":
                content = Kind.ERROR, text
            case "d":
                content = Kind.DATE, text[:10]
            case _:
                content = self._measured(text.strip())
        return content

    def _shared(self, text: str) -> str:
        place = self._number(text, -1)
        if text and not 0 <= place < len(self.workbook.texts):
            raise NotTaken(broken())
        return self.workbook.texts[place] if text else ""

    def _measured(self, text: str) -> tuple[Kind, str | float]:
        if not text:
            if self.is_formula:
                return Kind.NO_RESULT, "formule zonder uitkomst"
            return Kind.NUMBER, ""
        try:
            number = float(text)
            if not math.isfinite(number):
                raise ValueError(text)
        except ValueError as error:
            raise NotTaken(
                Trouble(
                    "hier staat geen getal, maar de werkmap zegt van wel",
                    "Typ het getal opnieuw",
                    self.name,
                    address(self.row, self.column),
                    shown(text),
                )
            ) from error
        style = self._number(self.attributes.get("s", ""), 0)
        kind = self.workbook.kinds[style] if 0 <= style < len(self.workbook.kinds) else Kind.NUMBER
        if kind is not Kind.DATE:
            return kind, number
        day = formats.day(number, self.workbook.from_1904)
        return (Kind.DATE, day) if day else (Kind.NUMBER, number)
