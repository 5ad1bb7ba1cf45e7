"""What is left of a workbook once it is through the door: sheets of plain cells with their addresses. No formulas, no styles."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

MOST_ROWS = 150_000
MOST_COLUMNS = 500
MOST_CELLS = 2_000_000
MOST_SHEETS = 100
LONGEST_TEXT = 32_767
"""As many signs as Excel allows in a cell."""


class Kind(StrEnum):
    """What kind of content a cell has."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    """A number shown as a percentage: 0.112 is 11.2 %."""
    DATE = "date"
    """ISO text; which calendar the workbook counts in (1900 or 1904) is settled."""
    YES_NO = "yes_no"
    ERROR = "error"
    NO_RESULT = "no_result"
    """A formula whose result was not saved. It is not an empty cell."""


class Cell(NamedTuple):
    """One filled cell; row and column count from 1."""

    row: int
    column: int
    kind: Kind
    value: str | float

    @property
    def address(self) -> str:
        """'B7'."""
        return address(self.row, self.column)


Box = tuple[int, int, int, int]
"""First row, first column, last row, last column of merged cells."""


@dataclass(frozen=True)
class Sheet:
    """One sheet. Empty cells are absent."""

    name: str
    hidden: bool
    cells: Sequence[Cell]
    merged: tuple[Box, ...] = ()

    @cached_property
    def at(self) -> dict[tuple[int, int], Cell]:
        """The cells by (row, column); every cell of a merged box has the content of its first one."""
        found = {(cell.row, cell.column): cell for cell in self.cells}
        for top, left, bottom, right in self.merged:
            first = found.get((top, left))
            if first is not None:
                for row in range(top, bottom + 1):
                    for column in range(left, right + 1):
                        found.setdefault((row, column), first._replace(row=row, column=column))
        return found

    @cached_property
    def rows(self) -> dict[int, dict[int, Cell]]:
        """Row number -> column number -> cell, in order."""
        found: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in sorted(self.at.items()):
            found.setdefault(row, {})[column] = cell
        return found


@dataclass(frozen=True)
class Book:
    """A file that came through the door. `form`: 'xlsx', 'xls' or 'csv'."""

    form: str
    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = field(default=())

    @property
    def visible(self) -> tuple[Sheet, ...]:
        """The sheets a reader of the workbook sees."""
        return tuple(sheet for sheet in self.sheets if not sheet.hidden)


def address(row: int, column: int) -> str:
    """(7, 2) -> 'B7'."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def position(text: str) -> tuple[int, int]:
    """'B7' -> (7, 2). Raises ValueError for a text that is no address."""
    letters = text.rstrip("0123456789")
    if not letters or not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        raise ValueError(f"'{text[:20]}' is geen celadres")
    column = 0
    for letter in letters.upper():
        column = 26 * column + ord(letter) - 64
    return int(text[len(letters) :]), column


def packed(book: Book) -> dict[str, Any]:
    """The book as plain lists, for JSON; `unpacked` reads it back."""
    sheets = [
        {"name": s.name, "hidden": s.hidden, "cells": [list(cell) for cell in s.cells], "merged": s.merged}
        for s in book.sheets
    ]
    return {"form": book.form, "sheets": sheets, "notes": list(book.notes)}


def unpacked(content: dict[str, Any]) -> Book:
    """The book that `packed` made a message of."""
    kinds = {str(kind): kind for kind in Kind}
    sheets = [
        Sheet(
            s["name"],
            s["hidden"],
            [Cell(row, column, kinds[kind], value) for row, column, kind, value in s["cells"]],
            tuple((box[0], box[1], box[2], box[3]) for box in s["merged"]),
        )
        for s in content["sheets"]
    ]
    return Book(content["form"], tuple(sheets), tuple(content["notes"]))
