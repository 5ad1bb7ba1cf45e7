"""Writes the workbook of a municipality or community. Its bytes depend on its content alone: no clock, no order of chance."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter

from transition.domain.register.fields import Field, Kind, Type
from transition.domain.register.kinds import KINDS
from transition.register.workbook import kept, read_me, template
from transition.register.workbook.cell_content import content
from transition.register.workbook.lists import Lists
from transition.register.workbook.scope import SHEETS, Records, Scope, selected
from transition.register.workbook.steps import Steps

_PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_MADE_ON = datetime(2000, 1, 1)
"""Stands in the file as the moment it was made; the same always, so that the same content gives the same bytes."""
_FORMATS: dict[Type, dict[str, object]] = {
    Type.DATE: {"num_format": "dd-mm-yyyy", "align": "left"},
    Type.MONEY: {"num_format": "#,##0.00"},
    Type.SHARE: {"num_format": "0.0%"},
    Type.INTEGER: {"num_format": "0"},
    Type.NUMBER: {"num_format": "General"},
}
_AS_TEXT: dict[str, object] = {"num_format": "@", "text_wrap": True}
_WIDTHS = {
    Type.LONG_TEXT: 50,
    Type.TEXT: 30,
    Type.LINK: 30,
    Type.CHOICE: 24,
    Type.REFERENCE: 28,
    Type.REFERENCES: 34,
    Type.CODES: 22,
}
_NARROW, _KEY_WIDTH, _REMOVE_WIDTH = 13, 30, 13
_HINTS = {
    Type.DATE: "Een datum, bijvoorbeeld 3-11-2026.",
    Type.SHARE: "Een percentage, bijvoorbeeld 25%.",
    Type.MONEY: "Een bedrag, bijvoorbeeld 1.234,50.",
    Type.INTEGER: "Een heel getal.",
    Type.NUMBER: "Een getal; decimalen na een komma.",
    Type.CHOICE: "Kies een woord uit de lijst.",
    Type.CODE: "De naam mag ook, als die maar één keer voorkomt.",
    Type.REFERENCE: "Kies een kenmerk uit de lijst. De naam mag ook, als die maar één keer voorkomt.",
}


@dataclass(frozen=True)
class Told:
    """What a workbook is about, in words. `name`: of the municipality or community; `codes`: the municipalities it may name."""

    name: str
    codes: Sequence[str]
    is_example: bool


def workbook(scope: Scope, records: Records, told: Told) -> bytes:
    """The workbook as bytes. Contact data is not in it."""
    mine = selected(scope, records)
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, _PLAIN) as book:
        book.set_properties({"title": f"Register van {told.name}", "author": template.AUTHOR, "created": _MADE_ON})
        looks = _looks(book)
        read_me.write(book, scope, told.name, told.is_example)
        lists = Lists(records, told.codes)
        for kind in (KINDS[id] for id in SHEETS[scope.about]):
            _Sheet(book, kind, looks, lists).write(mine)
        lists.write(book)
        hidden = book.add_worksheet(template.KEPT)
        hidden.very_hidden()
        stamp = kept.Stamp(template.EDITION, scope, told.is_example)
        for number, row in enumerate(kept.rows(stamp, mine)):
            for column, text in enumerate(row):
                hidden.write_string(number, column, text)
    return made.getvalue()


def _looks(book: Any) -> dict[Type | str, Any]:
    top = {"valign": "top"}
    looks: dict[Type | str, Any] = {type: book.add_format(top | _FORMATS.get(type, _AS_TEXT)) for type in Type}
    looks[Type.POLYGON] = looks["key"] = book.add_format(top | _AS_TEXT | {"italic": True})
    head = {"text_wrap": True, "valign": "top", "bottom": 2}
    looks["head"] = book.add_format(head)
    looks["required"] = book.add_format(head | {"bold": True})
    return looks


class _Sheet:
    """Writes the sheet of one kind."""

    def __init__(self, book: Any, kind: Kind, looks: Mapping[Type | str, Any], lists: Lists) -> None:
        self.sheet, self.kind, self.looks, self.lists = book.add_worksheet(kind.plural), kind, looks, lists

    def write(self, records: Records) -> None:
        steps = Steps(records)
        rows = steps.in_order(records[self.kind.id]) if self.kind.id == "milestone" else records[self.kind.id]
        last = len(rows) + template.EMPTY_ROWS
        self.sheet.freeze_panes(1, 2)
        self._head(
            0, template.KEY, "Hoort bij deze rij. Laat leeg bij een nieuwe rij, en wijzig het niet.", _KEY_WIDTH, "key"
        )
        column = 0
        for field in self.kind.exported:
            column += 1
            self._head(column, field.label, _note(field), _WIDTHS.get(field.type, _NARROW), field.type, field.required)
            self._drop_down(column, last, field)
            for number, record in enumerate(rows.values(), start=1):
                self._cell(number, column, field, content(field, record.values.get(field.name)))
            if head := template.BESIDE.get((self.kind.id, field.name)):
                column += 1
                self._beside(column, head, [steps.name(one) for one in rows.values()])
        for number, id in enumerate(rows, start=1):
            self.sheet.write_string(number, 0, id, self.looks["key"])
        column += 1
        self._head(column, template.REMOVE, "Zet hier 'ja' als deze rij weg moet.", _REMOVE_WIDTH, Type.TEXT)
        self.sheet.data_validation(1, column, last, column, {"validate": "list", "source": [template.YES]})
        self.sheet.autofilter(0, 0, max(len(rows), 1), column)
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})

    def _head(self, column: int, label: str, note: str, width: int, look: Type | str, required: bool = False) -> None:
        self.sheet.set_column(column, column, width, self.looks[look])
        self.sheet.write_string(0, column, label, self.looks["required" if required else "head"])
        if note:
            self.sheet.write_comment(0, column, note, {"author": template.AUTHOR, "width": 260, "height": 90})

    def _beside(self, column: int, head: str, words: Sequence[str]) -> None:
        """What the codes in the column before it mean."""
        self._head(column, head, "Alleen om te lezen: wat u hier wijzigt, lezen we niet.", _WIDTHS[Type.TEXT], "key")
        for number, word in enumerate(words, start=1):
            self.sheet.write_string(number, column, template.unmarked(word), self.looks["key"])

    def _drop_down(self, column: int, last: int, field: Field) -> None:
        source = self.lists.source(field)
        if source:
            strict = bool(field.choices)
            other = "De naam mag ook." if field.type is Type.CODE else "Is het iets nieuws?"
            words = "Kies een woord uit de lijst." if strict else f"Dit staat niet in de lijst. {other}"
            rule = {"validate": "list", "source": source, "error_title": field.label[:32], "error_message": words}
            self.sheet.data_validation(
                1, column, last, column, rule | {"error_type": "stop" if strict else "information"}
            )

    def _cell(self, number: int, column: int, field: Field, found: object) -> None:
        look = self.looks[field.type]
        if isinstance(found, date):
            self.sheet.write_datetime(number, column, datetime(found.year, found.month, found.day), look)
        elif isinstance(found, int | float):
            self.sheet.write_number(number, column, found, look)
        elif found is not None:
            self.sheet.write_string(number, column, template.unmarked(str(found)), look)


def _note(field: Field) -> str:
    words = ["Verplicht." if field.required else "", field.note, _HINTS.get(field.type, "")]
    return " ".join(word for word in words if word)
