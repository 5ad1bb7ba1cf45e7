"""The hidden sheet with the lists that the drop-downs offer."""

from collections.abc import Mapping, Sequence
from typing import Any

from transition.domain.register.fields import Field, Type
from transition.domain.register.kinds import KINDS
from transition.register.workbook import template
from transition.register.workbook.scope import Records


class Lists:
    """Gives each field its list, once per different list."""

    def __init__(self, records: Records, codes: Sequence[str]) -> None:
        self._records, self._codes = records, tuple(codes)
        self._columns: list[tuple[str, Sequence[str]]] = []
        self._at: dict[str, str] = {}

    def source(self, field: Field) -> str:
        """The range a drop-down takes its words from; '' for a field without a list (also one that takes several words)."""
        if field.choices:
            return self._choices(field.choices)
        if field.type is Type.REFERENCE:
            return self._range(KINDS[field.refers_to].plural, sorted(self._records.get(field.refers_to, {})))
        if field.type is Type.CODE and field.name in ("municipality", "code"):
            return self._range("Gemeenten", self._codes)
        return ""

    def _choices(self, choices: Mapping[str, str]) -> str:
        head = template.LIST_OF_CHOICES + ",".join(choices)
        if head not in self._at:
            self._range(head, list(choices.values()))
            self._columns.append(("", list(choices)))  # the codes, beside their labels
        return self._at[head]

    def _range(self, head: str, words: Sequence[str]) -> str:
        if not words:
            return ""
        if head not in self._at:
            column = _letters(len(self._columns))
            self._at[head] = f"={template.LISTS}!${column}$2:${column}${len(words) + 1}"
            self._columns.append((head, words))
        return self._at[head]

    def write(self, book: Any) -> None:
        """Adds the sheet."""
        sheet = book.add_worksheet(template.LISTS)
        sheet.hide()
        for column, (head, words) in enumerate(self._columns):
            sheet.write_string(0, column, head)
            for row, word in enumerate(words, start=1):
                sheet.write_string(row, column, template.unmarked(word))


def _letters(column: int) -> str:
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
