"""Exports of Swing, the program behind Klimaatmonitor and many other monitors: areas down the side, years or subjects along the top.

Title rows stand above, footers below, years in the titles or one sheet a year; unknown is '?'; often names without codes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from transition import catalog
from transition.domain.areas import Level
from transition.domain.values import Status
from transition.door import cells
from transition.door.cells import Doubt, plain
from transition.door.grid import Book, Kind, Sheet
from transition.door.known_areas import spelling
from transition.ingest.brought.columns import title
from transition.ingest.brought.reading import Key, Reading, Situation

_LEVELS = (Level.GEMEENTE, Level.PROVINCIE, Level.RES, Level.LAND, Level.WIJK, Level.BUURT)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_LONG_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{3,4})(?!\d)")
_UNIT = re.compile(r"[\[(]([^\])]+)[\])]")
_CODES = frozenset(("code", "gebiedscode", "gemeentecode", "gm code"))
_DESCRIBES = _CODES | {
    *("gebied", "gebieden", "gemeente", "gemeenten", "gemeentenaam", "naam", "regio", "provincie", "niveau"),
    *(
        "provincies",
        "res",
        "res regio",
        "res regios",
        "res regio s",
        "energieregio",
        "energieregios",
        "wijken",
        "buurten",
    ),
    *("gebiedsniveau", "periode", "perioden", "jaar", "land", "nederland"),
}
_LEVEL_TITLES = {
    "gemeente": Level.GEMEENTE,
    "provincie": Level.PROVINCIE,
    "res": Level.RES,
    "energieregio": Level.RES,
    "wijk": Level.WIJK,
    "buurt": Level.BUURT,
}
_ABOUT_THE_EDITION = ("bron", "peildatum", "bijgewerkt", "gedownload", "geëxporteerd")
_MOST_AREA_COLUMNS = 6


@dataclass(frozen=True)
class Subject:
    """A subject as the monitor names it. units: the unit in the title -> how many of our unit one is."""

    indicator: str
    names: tuple[str, ...]
    units: Mapping[str, float]


@dataclass(frozen=True)
class Export:
    """How to read one monitor's exports. Beside its own names, a title may be an indicator's name or id in our catalogue."""

    subjects: tuple[Subject, ...]

    def fits(self, book: Book) -> bool:
        """Whether any title in the file is a subject of this monitor."""
        return any(
            self._subject([plain(str(cell.value))]) is not None
            for sheet in book.visible
            for row in list(sheet.rows.values())[:15]
            for cell in row.values()
        )

    def read(self, book: Book, situation: Situation) -> Reading:
        """All figures of all visible sheets; sheets without areas are passed over and named."""
        reading = Reading()
        for sheet in book.visible:
            if sheet.cells:
                _SheetReader(self, sheet, situation, reading).read()
        for sheet in book.sheets:
            if sheet.hidden and sheet.cells:
                reading.note(f"Verborgen blad '{sheet.name}' is niet gelezen.")
        return reading

    def _subject(self, texts: list[str]) -> tuple[Subject, str] | None:
        """What the texts above a column are about, and the text that says so."""
        known = {spelling(name): subject for subject in self.subjects for name in subject.names}
        for text in texts:
            bare = _UNIT.sub("", _YEAR.sub("", text))
            wanted = spelling(bare)
            if wanted in known:
                return known[wanted], text
            for entry in catalog.indicators().values():
                if wanted and wanted in (spelling(entry.name), spelling(entry.short), spelling(entry.id)):
                    return Subject(entry.id, (), {entry.unit: 1.0}), text
        return None


class _SheetReader:
    """Reads one sheet: first where the areas are, then what each column is about, then the cells."""

    def __init__(self, export: Export, sheet: Sheet, situation: Situation, reading: Reading) -> None:
        self.export, self.sheet, self.situation, self.reading = export, sheet, situation, reading
        self.areas: dict[int, str] = {}

    def read(self) -> None:
        column = self._area_column()
        if column is None:
            self.reading.note(f"Blad '{self.sheet.name}' heeft geen kolom met gebieden en is overgeslagen.")
            return
        first, last = min(self.areas), max(self.areas)
        measured = self._value_columns(column)
        for at in measured:
            self._column(at, first)
        self._strangers(column, first, last, measured)
        self._edition()

    def _edition(self) -> None:
        """The newest date in a line about the source: 'Bron: …, 1 oktober 2025'. Without one the edition is not known."""
        for number, row in self.sheet.rows.items():
            text = " ".join(plain(str(cell.value)) for cell in row.values())
            if number not in self.areas and any(word in text.lower() for word in _ABOUT_THE_EDITION):
                days = [cells.day_within(cell) for cell in row.values()]
                self.reading.edition = max([self.reading.edition, *days])

    def _area_column(self) -> int | None:
        """The column with most areas; a column with codes before one with names. Fills `areas`: row -> code."""
        best: int | None = None
        for column in range(1, _MOST_AREA_COLUMNS + 1):
            found = {}
            codes = any(title(row[column]) in _CODES for row in list(self.sheet.rows.values())[:15] if column in row)
            for number, row in self.sheet.rows.items():
                cell = row.get(column)
                if cell is not None and (codes or not title(cell).isdigit()) and cell.kind in (Kind.TEXT, Kind.NUMBER):
                    code = self._area(cell.row, column, _LEVELS)
                    if isinstance(code, str):
                        found[number] = code
            if len(found) > len(self.areas):
                best, self.areas = column, found
        if best is not None:
            self._same_level(best)
        return best

    def _area(self, row: int, column: int, levels: tuple[Level, ...]) -> str | Doubt:
        """Names that are of two levels (Utrecht) count as found: which level it is, the other rows tell."""
        found = self.situation.areas.find(self.sheet.at.get((row, column)), levels)
        if isinstance(found, Doubt) and len(levels) > 1:
            for level in levels:
                one = self.situation.areas.find(self.sheet.at.get((row, column)), (level,))
                if isinstance(one, str):
                    return one
        return found

    def _same_level(self, column: int) -> None:
        known = self.situation.areas.areas
        counts: dict[Level, int] = {}
        for code in self.areas.values():
            counts[known[code].level] = counts.get(known[code].level, 0) + 1
        level = self._level_said(column) or max(counts, key=lambda one: counts[one])
        for row in self.areas:
            again = self._area(row, column, (level,))
            if isinstance(again, str):
                self.areas[row] = again

    def _level_said(self, column: int) -> Level | None:
        """The level that a title above the areas names: 'Gemeenten', 'RES-regio'."""
        for text in self._titles(column, min(self.areas)):
            for word, level in _LEVEL_TITLES.items():
                if spelling(text).startswith(word):
                    return level
        return None

    def _value_columns(self, area_column: int) -> list[int]:
        found = set()
        for row in self.areas:
            for column, cell in self.sheet.rows[row].items():
                looks = cell.kind is not Kind.TEXT or not isinstance(cells.number(cell, "%"), Doubt)
                if column != area_column and (looks or self._titles(column, min(self.areas))):
                    found.add(column)
        described = {column for column in found if self._is_description(column)}
        return sorted(found - described)

    def _is_description(self, column: int) -> bool:
        above = [
            self.sheet.rows[row][column]
            for row in self.sheet.rows
            if row < min(self.areas) and column in self.sheet.rows[row]
        ]
        return bool(above) and title(above[-1]) in _DESCRIBES

    def _titles(self, column: int, first: int) -> list[str]:
        """The texts above a column, nearest first."""
        texts = []
        for number in sorted((row for row in self.sheet.rows if row < first), reverse=True):
            cell = self.sheet.rows[number].get(column)
            if cell is not None:
                texts.append(f"{cell.value:g}" if isinstance(cell.value, float | int) else plain(str(cell.value)))
        return texts

    def _column(self, column: int, first: int) -> None:
        titles = self._titles(column, first)
        general = self._general(column, first)
        subject = self.export._subject([*titles, *general, self.sheet.name])
        place = max((row for row in self.sheet.rows if row < first), default=first)
        if not titles:
            self.reading.doubt(
                Doubt("boven deze kolom staat geen titel", "Zet er een titel boven"), self.sheet, first, column
            )
            return
        if subject is None:
            self.reading.note(f"Niet gebruikt: kolom '{titles[0]}'{self._on_sheet()}. Dit onderwerp kennen we niet.")
            return
        period = self._period(titles, general, place, column)
        factor = self._factor(*subject, [*titles, *general], place, column)
        if period and factor:
            self._cells(column, subject[0].indicator, period, factor, any("definitief" in t.lower() for t in titles))

    def _general(self, column: int, first: int) -> list[str]:
        """The texts above and to the left, without the row of titles itself: a group of columns, or the whole table."""
        above = sorted((row for row in self.sheet.rows if row < first), reverse=True)[1:]
        cells_left = [self.sheet.rows[row].get(at) for row in above for at in range(column - 1, 0, -1)]
        return [plain(str(cell.value)) for cell in cells_left if cell is not None]

    def _on_sheet(self) -> str:
        return f" op blad '{self.sheet.name}'" if self.sheet.name else ""

    def _period(self, titles: list[str], general: list[str], row: int, column: int) -> str:
        last = self.situation.this_year + 30
        for text in (*titles, self.sheet.name, *general):
            odd = _LONG_YEAR.search(text)
            found = _YEAR.search(text)
            if odd or (found and not 1990 <= int(found[1]) <= last):
                doubt = Doubt("dit is geen jaar", "Typ het jaar met vier cijfers, bijvoorbeeld 2024")
                self.reading.doubt(doubt, self.sheet, row, column)
                return ""
            if found:
                return found[1]
        doubt = Doubt(
            "boven deze kolom, in de titel en in de naam van het blad staat geen jaar", "Zet het jaar boven de kolom"
        )
        self.reading.doubt(doubt, self.sheet, row, column)
        return ""

    def _factor(self, subject: Subject, said: str, texts: list[str], row: int, column: int) -> float:
        """By how much a cell is multiplied to be in our unit; 0 after telling that the unit is missing or unknown."""
        known = {unit.lower(): factor for unit, factor in subject.units.items()}
        named = [unit.strip() for text in (said, *texts) for unit in _UNIT.findall(text)]
        for unit in named:
            if unit.lower() in known:
                return known[unit.lower()]
        entry = catalog.indicator(subject.indicator)
        if not named and len(known) == 1 and entry.unit.lower() in known:
            return 1.0
        what = f"de eenheid is '{named[0]}'" if named else "de eenheid staat er niet bij"
        remedy = f"Zet de eenheid tussen haakjes in de titel: {' of '.join(subject.units)}"
        self.reading.doubt(Doubt(f"{what}; verwacht: {' of '.join(subject.units)}", remedy), self.sheet, row, column)
        return 0.0

    def _cells(self, column: int, indicator: str, period: str, factor: float, final: bool) -> None:
        unit = catalog.indicator(indicator).unit
        for row, area in self.areas.items():
            cell = self.sheet.rows[row].get(column)
            value = cells.number(cell, unit)
            if isinstance(value, Doubt):
                self.reading.doubt(value, self.sheet, row, column)
            elif cell is not None:
                scaled = round(value * factor, 9) if isinstance(value, float) else value
                status = Status.FINAL if final else Status.PROVISIONAL  # nobody said that it is final
                self.reading.figure(Key(area, indicator, "", period), scaled, self.sheet, (row, column), status)

    def _strangers(self, column: int, first: int, last: int, measured: list[int]) -> None:
        """Rows that are no area we know: with figures something is wrong; without, it is a footer or a heading."""
        footers = 0
        for number, row in self.sheet.rows.items():
            if number < first or number in self.areas:
                continue
            filled = [at for at in measured if at in row and not isinstance(cells.number(row[at], "%"), Doubt)]
            if filled and (number < last or len(filled) > 1 or len(measured) == 1):
                doubt = self.situation.areas.find(row.get(column), _LEVELS)
                wrong = doubt if isinstance(doubt, Doubt) else Doubt("hier hoort een gebied", "Controleer deze rij")
                self.reading.doubt(wrong, self.sheet, number, column)
            else:
                footers += 1
        if footers:
            self.reading.note(
                f"{footers} rij{'en' if footers > 1 else ''} met voetnoten{self._on_sheet()} overgeslagen."
            )
