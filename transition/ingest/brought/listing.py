"""Lists with one row per project (RVO's SDE and SCE lists) become figures per municipality; never of fewer than ten projects.

Addresses, postcodes and names of applicants are not read, so that they stand in no figure and in no message.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from transition.domain.areas import Level
from transition.domain.values import Missing
from transition.door import cells
from transition.door.cells import Doubt, plain
from transition.door.grid import Book, Cell, Kind, Sheet
from transition.door.known_areas import spelling
from transition.ingest.brought.columns import Columns, columns, has_all, header_row
from transition.ingest.brought.reading import Key, Reading, Situation
from transition.ingest.brought.template import CODE_TITLES, FIRST_YEAR

LEAST_IN_A_FIGURE = 10
"""A figure about fewer projects could tell about one person or address (domain: personal data)."""
_UNIT = re.compile(r"\b(MW|kW)p?\b", re.IGNORECASE)
_YES = frozenset(("ja", "j", "gerealiseerd", "in productie", "waar", "1", "yes"))
_NO = frozenset(("nee", "n", "niet gerealiseerd", "in beheer", "in ontwikkeling", "onwaar", "0", "no", ""))


@dataclass(frozen=True)
class Listing:
    """How one list is read. parts: breakdown id -> words that stand in its technique column; the rest is `other`."""

    count: str
    granted: str
    realised: str
    unit: str
    parts: Mapping[str, Sequence[str]]
    power_titles: Sequence[str]
    technique_titles: Sequence[str] = ("thema", "technologie", "techniek", "categorie", "hoofdcategorie")
    realised_titles: Sequence[str] = (
        "realisatie",
        "gerealiseerd",
        "realisatie ja nee",
        "gerealiseerd ja nee",
        "status",
    )

    @property
    def _names(self) -> dict[str, Sequence[str]]:
        return {
            "gemeente": ("gemeente", "gemeentenaam", "locatie gemeente", "naam gemeente"),
            "gebiedscode": CODE_TITLES,
            "vermogen": self.power_titles,
            "technologie": self.technique_titles,
            "gerealiseerd": self.realised_titles,
        }

    def fits(self, book: Book) -> bool:
        """Whether a file has this list's columns."""
        return any(has_all(sheet, self._names, ("vermogen", "gerealiseerd", "technologie")) for sheet in book.visible)

    def read(self, book: Book, situation: Situation) -> Reading:
        """The figures per municipality, in the year of the list's date."""
        reading, projects = Reading(), _Projects()
        for sheet in book.visible:
            if sheet.cells and header_row(sheet, self._names, ("vermogen", "gerealiseerd")):
                self._sheet(sheet, situation, reading, projects)
            elif sheet.cells:
                reading.note(f"Blad '{sheet.name}' is geen lijst van projecten en is overgeslagen.")
        if not projects.rows and not reading.troubles:
            columns(book.visible[0], self._names, ("gemeente", "vermogen", "gerealiseerd"), reading)
        day = _list_day(book, situation.file)
        if not day:
            where = book.visible[0]
            reading.doubt(
                Doubt(
                    "de datum van de lijst is niet gevonden",
                    "Zet boven de tabel een regel zoals 'Peildatum: 1 oktober 2025'",
                ),
                where,
                next(iter(where.rows), 1),
                1,
            )
        elif not reading.troubles:
            reading.edition = day
            self._figures(projects, day[:4], reading)
        return reading

    def _sheet(self, sheet: Sheet, situation: Situation, reading: Reading, projects: "_Projects") -> None:
        found = columns(sheet, self._names, ("vermogen", "gerealiseerd"), reading)
        if found is None:
            return
        if not {"gemeente", "gebiedscode"} & set(found.at):
            doubt = Doubt(
                "kolom 'gemeente' ontbreekt; uit een postcode of woonplaats is de gemeente niet zeker af te leiden",
                "Voeg een kolom 'gemeente' of 'gemeentecode' toe",
            )
            reading.doubt(doubt, sheet, found.row, min(found.at.values()), private=True)
            return
        factor = self._factor(sheet, found, reading)
        for number, row in found.rows():
            if len(row) > 2:
                self._project(found, number, row, factor, situation, reading, projects)

    def _factor(self, sheet: Sheet, found: Columns, reading: Reading) -> float:
        """By how much the power in the list is multiplied to be in our unit: the unit stands in the column's title."""
        cell = sheet.rows[found.row][found.at["vermogen"]]
        said = _UNIT.search(plain(str(cell.value)))
        if said is None:
            doubt = Doubt(
                "de eenheid van het vermogen staat niet in de kolomnaam",
                "Noem de kolom 'Vermogen (MW)' of 'Vermogen (kW)'",
            )
            reading.doubt(doubt, sheet, found.row, found.at["vermogen"])
            return 0.0
        in_kw = 1000.0 if said[1].lower() == "mw" else 1.0
        return in_kw / (1000.0 if self.unit == "MW" else 1.0)

    def _project(
        self,
        found: Columns,
        number: int,
        row: dict[int, Cell],
        factor: float,
        situation: Situation,
        reading: Reading,
        projects: "_Projects",
    ) -> None:
        code, name = found.at.get("gebiedscode"), found.at.get("gemeente")
        column = code if code is not None and (code in row or name is None) else name
        if column is None:
            return
        area = situation.areas.find(row.get(column), (Level.GEMEENTE,))
        power = cells.number(row.get(found.at["vermogen"]), self.unit)
        word = spelling(str(row[found.at["gerealiseerd"]].value)) if found.at["gerealiseerd"] in row else ""
        if isinstance(area, Doubt):
            reading.doubt(area, found.sheet, number, column)
        if isinstance(power, float) and power < 0:
            power = Doubt("een vermogen is niet kleiner dan nul", "Controleer het getal")
        if isinstance(power, Doubt):
            reading.doubt(power, found.sheet, number, found.at["vermogen"])
        if word not in _YES | _NO:
            doubt = Doubt("dit zegt niet of het project er staat", "Vul ja of nee in")
            reading.doubt(doubt, found.sheet, number, found.at["gerealiseerd"])
        if isinstance(area, str) and not isinstance(power, Doubt):
            technique = row.get(found.at.get("technologie", -1))
            part = self._part(spelling(str(technique.value)) if technique else "")
            known = power * factor if isinstance(power, float) else None
            projects.rows[area].append(_Project(part, word in _YES, known))

    def _part(self, technique: str) -> str:
        return next((part for part, words in self.parts.items() if any(word in technique for word in words)), "other")

    def _figures(self, projects: "_Projects", period: str, reading: Reading) -> None:
        for area, listed in projects.rows.items():
            by_part: dict[str, list[_Project]] = {part: [] for part in (*self.parts, "other")}
            for project in listed:
                by_part[project.part].append(project)
            built = [project for project in listed if project.is_realised]
            told = _may_be_told([len(listed)])
            parts_told = told and _may_be_told([len(group) for group in by_part.values()])
            built_told = told and _may_be_told([len(built), len(listed) - len(built)])
            self._write(reading, Key(area, self.count, "", period), float(len(listed)), told)
            self._write(reading, Key(area, self.granted, "", period), _power(listed), told)
            self._write(reading, Key(area, self.realised, "", period), _power(built), built_told)
            for part, group in by_part.items() if self.parts else ():
                self._write(reading, Key(area, self.granted, part, period), _power(group), parts_told)
        reading.note(
            f"Van minder dan {LEAST_IN_A_FIGURE} projecten in een gemeente staat er geen cijfer, maar 'geheim'. "
            "Adressen, postcodes en namen zijn niet gelezen."
        )

    def _write(self, reading: Reading, key: Key, value: float | None, told: bool) -> None:
        if not told:
            reading.figures[key] = (None, str(Missing.SUPPRESSED))
        elif value is None:
            reading.figures[key] = (None, str(Missing.NOT_MEASURED))
        else:
            reading.figures[key] = (value, "provisional")


@dataclass(frozen=True)
class _Project:
    part: str
    is_realised: bool
    power: float | None


@dataclass
class _Projects:
    rows: dict[str, list[_Project]] = field(default_factory=lambda: defaultdict(list))


def _may_be_told(sizes: Sequence[int]) -> bool:
    """Whether no part is so small that it could be told apart, also not as 'all minus the rest'."""
    return any(sizes) and all(size == 0 or size >= LEAST_IN_A_FIGURE for size in sizes)


def _power(projects: Sequence[_Project]) -> float | None:
    """Their power together; None when it is not known of all: a sum of some would pass for a sum of all."""
    known = [project.power for project in projects]
    return None if None in known else round(sum(power for power in known if power is not None), 6)


def _list_day(book: Book, file: str) -> str:
    """The date of the list: a real date or words above the table, or a date in the file's name; '' when nowhere."""
    for sheet in book.visible:
        for row in list(sheet.rows.values())[:10]:
            words = [cell for cell in row.values() if "peildatum" in plain(str(cell.value)).lower()]
            for cell in (*words, *(row.values() if words else ())):
                found = cells.day_within(cell)
                if found and int(found[:4]) >= FIRST_YEAR:
                    return found
    return cells.day_within(Cell(1, 1, Kind.TEXT, file.replace("_", "-")))
