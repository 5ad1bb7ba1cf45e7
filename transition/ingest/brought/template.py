"""Fill-in templates: one row per area and year, with where each figure comes from. The template that is given out is the one read."""

from collections.abc import Sequence
from dataclasses import dataclass

from transition import catalog
from transition.domain.areas import Level
from transition.domain.values import Status
from transition.door import cells
from transition.door.cells import Doubt, plain
from transition.door.grid import Book, Cell, Sheet
from transition.ingest.brought.columns import Columns, columns, header_row
from transition.ingest.brought.reading import Key, Reading, Situation, level_words

AREA_TITLES = ("gebied", "gemeente", "gemeentenaam", "naam", "regio", "res_regio", "res-regio", "provincie")
CODE_TITLES = ("gebiedscode", "gemeentecode", "code", "gemeente code", "gm_code", "buurtcode", "wijkcode")
_STATUSES = {
    "definitief": Status.FINAL,
    "nader voorlopig": Status.PROVISIONAL_REVISED,
    "voorlopig": Status.PROVISIONAL,
    "geschat": Status.ESTIMATED,
}
_ORIGIN = ("bron_url", "peildatum", "ingevoerd_door")
FIRST_YEAR = 1990


@dataclass(frozen=True)
class ValueColumn:
    """One column with figures; its unit is the indicator's. `meaning` explains it to who fills it in."""

    title: str
    indicator: str
    breakdown: str = ""
    meaning: str = ""


@dataclass(frozen=True)
class Template:
    """What a template asks. years_ahead: how far beyond this year a figure may lie (a bid is about 2030)."""

    values: tuple[ValueColumn, ...]
    levels: tuple[Level, ...]
    years_ahead: int = 0

    @property
    def _names(self) -> dict[str, Sequence[str]]:
        own = {column.title: (column.title,) for column in self.values}
        rest = ("jaar", "status", "toelichting", *_ORIGIN)
        return {"gebied": AREA_TITLES, "gebiedscode": CODE_TITLES, **{name: (name,) for name in rest}, **own}

    @property
    def _required(self) -> tuple[str, ...]:
        return ("jaar", *_ORIGIN)

    def fits(self, book: Book) -> bool:
        """Whether a file looks like this template: its own value columns tell."""
        return any(self._has_titles(sheet) for sheet in book.visible)

    def _has_titles(self, sheet: Sheet) -> bool:
        return any(header_row(sheet, self._names, [column.title]) is not None for column in self.values)

    def read(self, book: Book, situation: Situation) -> Reading:
        """All figures of all visible sheets."""
        reading = Reading()
        filled = [sheet for sheet in book.visible if sheet.cells]
        titled = [sheet for sheet in filled if self._has_titles(sheet)]
        for sheet in titled or filled[:1]:
            found = columns(sheet, self._names, self._required, reading)
            if found:
                self._sheet(found, situation, reading)
        for sheet in filled:
            if titled and sheet not in titled:
                reading.note(f"Blad '{sheet.name}' heeft geen kolomnamen van het invulblad en is overgeslagen.")
        for sheet in book.sheets:
            if sheet.hidden and sheet.cells:
                reading.note(f"Verborgen blad '{sheet.name}' is niet gelezen.")
        return reading

    def _sheet(self, found: Columns, situation: Situation, reading: Reading) -> None:
        values = [column for column in self.values if column.title in found.at]
        if not values or not {"gebied", "gebiedscode"} & set(found.at):
            missing = "'gebied'" if values else " of ".join(f"'{column.title}'" for column in self.values)
            doubt = Doubt(f"kolom {missing} ontbreekt", "Voeg de kolom toe, met deze naam")
            reading.doubt(doubt, found.sheet, found.row, min(found.at.values()))
            return
        columns_with_figures = {found.at[column.title] for column in values}
        empty = [number for number, row in found.rows() if not columns_with_figures & set(row)]
        if empty:
            reading.note(
                f"{len(empty)} rij{'en' if len(empty) > 1 else ''} zonder cijfer overgeslagen (vanaf rij {empty[0]})."
            )
        without = [
            number for number, row in found.rows() if columns_with_figures & set(row) and not _has_status(found, row)
        ]
        if without:
            where = (
                f"rij {without[0]} staat"
                if len(without) == 1
                else f"{len(without)} rijen (vanaf rij {without[0]}) staat"
            )
            reading.note(
                f"Bij {where} geen status. Deze cijfers krijgen de status 'voorlopig'. Klopt dat niet? "
                f"Vul dan in de kolom 'status' in: {', '.join(_STATUSES)}."
            )
        for number, row in found.rows():
            if columns_with_figures & set(row):
                self._row(found, number, row, values, situation, reading)

    def _row(
        self,
        found: Columns,
        number: int,
        row: dict[int, Cell],
        values: list[ValueColumn],
        situation: Situation,
        reading: Reading,
    ) -> None:
        area = _area(found, number, row, situation, self.levels, reading)
        column = found.at["jaar"]
        year = cells.year(row.get(column), FIRST_YEAR, situation.this_year + self.years_ahead)
        if isinstance(year, Doubt):
            reading.doubt(year, found.sheet, number, column)
        status = _origin(found, number, row, reading)
        for value in values:
            column = found.at[value.title]
            entry = catalog.indicator(value.indicator)
            content = cells.number(row.get(column), entry.unit)
            if isinstance(content, Doubt):
                reading.doubt(content, found.sheet, number, column)
            elif area and not isinstance(year, Doubt) and (column in row):
                key = Key(area, value.indicator, value.breakdown, year)
                reading.figure(key, content, found.sheet, (number, column), status)

    def lines(self, title: str) -> list[list[str]]:
        """The empty template: what to fill in, and the column titles."""
        meanings = [f"{column.title}: {column.meaning}" for column in self.values if column.meaning]
        explanation = [
            f"Invulblad voor: {title}",
            f"Eén regel per gebied en jaar. gebied: naam of code ({level_words(self.levels)}). Onbekend: ? Niet van toepassing: n.v.t.",
            "bron_url: adres van de publicatie. peildatum: dag-maand-jaar. status: definitief, voorlopig of geschat (leeg is voorlopig).",
            *meanings,
        ]
        titles = ["gebied", "jaar", *(column.title for column in self.values), "status", *_ORIGIN, "toelichting"]
        return [*([line] for line in explanation), titles]


def _area(
    found: Columns, number: int, row: dict[int, Cell], situation: Situation, levels: tuple[Level, ...], reading: Reading
) -> str:
    """The code of the row's area: by its code where there is one, else by its name; '' after telling what is wrong."""
    code, name = found.at.get("gebiedscode"), found.at.get("gebied")
    column = code if code is not None and (code in row or name is None) else name
    if column is None:
        return ""
    area = situation.areas.find(row.get(column), levels)
    if isinstance(area, Doubt):
        reading.doubt(area, found.sheet, number, column)
        return ""
    return area


def _origin(found: Columns, number: int, row: dict[int, Cell], reading: Reading) -> Status:
    """Takes the row's address and date; the name of who filled it in must be there, and goes nowhere."""
    link = row.get(found.at["bron_url"])
    address = plain(str(link.value)) if link else ""
    if not address.lower().startswith(("https://", "http://")) or " " in address:
        doubt = Doubt("hier hoort het adres van de publicatie", "Vul een adres in dat met https:// begint")
        reading.doubt(doubt, found.sheet, number, found.at["bron_url"])
    elif address not in reading.addresses:
        reading.addresses.append(address)
    day = cells.day(row.get(found.at["peildatum"]))
    if isinstance(day, Doubt):
        reading.doubt(day, found.sheet, number, found.at["peildatum"])
    else:
        reading.edition = max(reading.edition, day)
    if found.at["ingevoerd_door"] not in row:
        doubt = Doubt("hier ontbreekt wie dit invulde", "Vul een naam of een functie in")
        reading.doubt(doubt, found.sheet, number, found.at["ingevoerd_door"])
    return _status(found, number, row, found.sheet, reading)


def _has_status(found: Columns, row: dict[int, Cell]) -> bool:
    return found.at.get("status", -1) in row


def _status(found: Columns, number: int, row: dict[int, Cell], sheet: Sheet, reading: Reading) -> Status:
    cell = row.get(found.at.get("status", -1))
    word = plain(str(cell.value)).lower() if cell else "voorlopig"
    if word not in _STATUSES:
        reading.doubt(
            Doubt("dit is geen status die we kennen", f"Kies: {', '.join(_STATUSES)}"),
            sheet,
            number,
            found.at["status"],
        )
    return _STATUSES.get(word, Status.PROVISIONAL)
