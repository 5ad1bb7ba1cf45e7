"""Finds the row with column titles in a sheet, below any title rows and whatever the order of the columns."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from transition.door.cells import Doubt, plain
from transition.door.grid import Cell, Sheet
from transition.door.known_areas import spelling
from transition.door.trouble import shown
from transition.ingest.brought.reading import Reading

_LOOKED_AT = 40
"""A row with titles stands within the first so many filled rows."""
_NAMED = 8
"""How many columns that are not recognised are named."""
_IS_DATA = re.compile(r"^[\d.,\s-]+$|\b\d{4}\s?[A-Za-z]{2}\b|@")
"""A number, a postcode, a mail address."""


@dataclass(frozen=True)
class Columns:
    """Where the columns of a table are. `at`: our name -> column number."""

    sheet: Sheet
    row: int
    at: Mapping[str, int]

    def rows(self) -> list[tuple[int, dict[int, Cell]]]:
        """The filled rows below the titles."""
        return [(number, row) for number, row in self.sheet.rows.items() if number > self.row]


def title(cell: Cell) -> str:
    """A column title without capitals, accents, signs and hard spaces."""
    return spelling(plain(str(cell.value)).replace("_", " "))


def titles(row: Mapping[int, Cell]) -> str:
    """The column titles in a row that may be no row of titles: a row with figures or postcodes is not repeated, it may be about people."""
    words = [plain(str(cell.value)) for cell in row.values()]
    if (
        not words
        or any(isinstance(cell.value, int | float) for cell in row.values())
        or any(map(_IS_DATA.search, words))
    ):
        return "geen kolomnamen"
    return ", ".join(f"'{shown(word)}'" for word in words[:_NAMED]) + (" …" if len(words) > _NAMED else "")


def header_row(sheet: Sheet, names: Mapping[str, Collection[str]], required: Collection[str]) -> int | None:
    """The row that has most of the wanted titles, if it has two or more (or all that are required)."""
    wanted = {spelling(spelled): name for name, spellings in names.items() for spelled in spellings}
    best, most = None, 0
    for number, row in list(sheet.rows.items())[:_LOOKED_AT]:
        found = {wanted[title(cell)] for cell in row.values() if title(cell) in wanted}
        if len(found & set(required)) > most:
            best, most = number, len(found & set(required))
    return best if most >= min(2, len(required)) else None


def has_all(sheet: Sheet, names: Mapping[str, Collection[str]], required: Collection[str]) -> bool:
    """Whether one row has every wanted title."""
    row = header_row(sheet, names, required)
    if row is None:
        return False
    there = {title(cell) for cell in sheet.rows[row].values()}
    return all(there & {spelling(spelled) for spelled in names[name]} for name in required)


def columns(
    sheet: Sheet, names: Mapping[str, Collection[str]], required: Collection[str], reading: Reading
) -> Columns | None:
    """Our columns in this sheet; None after telling in `reading` what is missing or doubled.

    names: our name -> how it may be written. Unknown columns are passed over and named in a note.
    """
    row = header_row(sheet, names, required)
    if row is None:
        first = next(iter(sheet.rows), 1)
        expected = ", ".join(f"'{next(iter(names[name]))}'" for name in required)
        reading.doubt(
            Doubt(
                f"de rij met kolomnamen is niet gevonden; verwacht: {expected}; er staat: {titles(sheet.rows.get(first, {}))}",
                "Zet de kolomnamen boven de cijfers",
            ),
            sheet,
            first,
            next(iter(sheet.rows.get(first, {1: None}))),
        )
        return None
    wanted = {spelling(spelled): name for name, spellings in names.items() for spelled in spellings}
    at: dict[str, int] = {}
    unused = []
    for column, cell in sheet.rows[row].items():
        name = wanted.get(title(cell))
        if name is None:
            unused.append(plain(str(cell.value)))
        elif name in at:
            reading.doubt(
                Doubt("deze kolomnaam staat er twee keer", "Haal één van de kolommen weg"), sheet, row, column
            )
        else:
            at[name] = column
    missing = [f"'{next(iter(names[name]))}'" for name in required if name not in at]
    if missing:
        has = ", ".join(f"'{plain(str(cell.value))}'" for cell in list(sheet.rows[row].values())[:8])
        reading.doubt(
            Doubt(f"kolom {' en '.join(missing)} ontbreekt; er staat wel: {has}", "Voeg de kolom toe, met deze naam"),
            sheet,
            row,
            next(iter(sheet.rows[row])),
        )
    if unused:
        reading.note(
            f"Niet gebruikt: {', '.join(f'kolom {name!r}' for name in unused[:12])}{' …' if len(unused) > 12 else ''}."
        )
    _untitled(sheet, row, reading)
    return None if missing else Columns(sheet, row, at)


def _untitled(sheet: Sheet, header: int, reading: Reading) -> None:
    """A filled cell outside the titled columns: a shifted row, or a column whose title is gone."""
    titled = set(sheet.rows[header])
    for number, row in sheet.rows.items():
        if number > header and len(row) > 1:
            for column in row:
                if column not in titled:
                    doubt = Doubt("deze cel staat onder geen kolomnaam", "Geef de kolom een naam, of maak de cel leeg")
                    reading.doubt(doubt, sheet, number, column)
                    return
