"""From the cells of an opened file to rows of the register: which workbook it is, which rows and columns it has. Values are read later."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from transition.domain.register.fields import Field, Kind
from transition.domain.register.kinds import KINDS
from transition.door.cells import Doubt
from transition.door.grid import Book, Cell, Sheet, address
from transition.door.known_areas import spelling
from transition.door.trouble import NotTaken, Trouble, shown
from transition.register.workbook import kept, template
from transition.register.workbook.cell_content import tidy
from transition.register.workbook.cell_reading import removal
from transition.register.workbook.scope import SHEETS
from transition.register.workbook.template import KEPT, KEY, REMOVE

_DOWNLOAD = "Download de werkmap opnieuw, en vul die in"
_LOOKED_AT = 20
"""The heads stand within the first so many filled rows."""


@dataclass(frozen=True)
class Row:
    """One row. `id` is '' for a new record; `cells` has an entry for every field that has a column, None where it is empty."""

    kind: str
    sheet: str
    number: int
    id: str
    cells: Mapping[str, Cell | None]
    columns: Mapping[str, int]
    """Field name -> column number; '' is the column of the id."""
    remove: bool = False

    def address(self, name: str) -> str:
        """Where the field stands: 'B7'; of a field without a column, where the row begins."""
        return address(self.number, self.columns.get(name, self.columns[""]))


@dataclass(frozen=True)
class Brought:
    """A workbook that was read. Nothing of it is taken while there are troubles; `notes` are said."""

    stamp: kept.Stamp
    kept: kept.Kept
    rows: tuple[Row, ...]
    labels: Mapping[str, str]
    troubles: tuple[Trouble, ...]
    notes: tuple[str, ...]


@dataclass
class _Found:
    """What is said while the sheets are read."""

    rows: list[Row] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def doubt(self, doubt: Doubt, sheet: Sheet, cell: Cell) -> None:
        self.troubles.append(Trouble(doubt.what, doubt.remedy, sheet.name, cell.address, shown(cell.value)))


def read(
    book: Book, changes: tuple[template.Change, ...] = template.CHANGES, edition: int = template.EDITION
) -> Brought:
    """The rows of a workbook. Raises NotTaken when it is not one of ours, or of an edition that is not read."""
    stamp, values = _stamp(book)
    names = template.names_of(stamp.edition, changes, edition)
    if isinstance(names, str):
        raise NotTaken(Trouble(names, f"{_DOWNLOAD}. Neem uw wijzigingen over"))
    found = _Found()
    sheets = {names.sheet(tidy(sheet.name)): sheet for sheet in book.sheets}
    for kind in (KINDS[id] for id in SHEETS[stamp.scope.about]):
        sheet = sheets.pop(kind.plural, None)
        if sheet is None:
            found.notes.append(f"Blad '{kind.plural}' ontbreekt. Daar verandert niets.")
        else:
            if sheet.hidden:
                found.notes.append(f"Blad '{kind.plural}' is verborgen. We lezen het wel.")
            _SheetRows(kind, sheet, names, found).read()
    if stamp.edition < edition:
        found.notes.append(f"Deze werkmap is van versie {stamp.edition}. We lezen hem als versie {edition}.")
    _other_sheets(sheets, found)
    return Brought(stamp, values, tuple(found.rows), _labels(book), tuple(found.troubles), tuple(found.notes))


def _stamp(book: Book) -> tuple[kept.Stamp, kept.Kept]:
    sheet = next((sheet for sheet in book.sheets if sheet.name == KEPT), None)
    if sheet is None:
        raise NotTaken(
            Trouble("dit is geen werkmap die de Regiemonitor heeft gemaakt", "Download eerst de werkmap, en vul die in")
        )
    try:
        return kept.read(sheet)
    except ValueError as error:
        raise NotTaken(
            Trouble("de verborgen bijlage van de werkmap is beschadigd", f"{_DOWNLOAD}. Neem uw wijzigingen over")
        ) from error


def _labels(book: Book) -> dict[str, str]:
    """The labels of choices as they were at export: label -> code."""
    sheet = next((sheet for sheet in book.sheets if sheet.name == template.LISTS), None)
    found: dict[str, str] = {}
    for (row, column), cell in (sheet.at if sheet else {}).items():
        head = sheet.at.get((1, column)) if sheet else None
        code = sheet.at.get((row, column + 1)) if sheet else None
        if row > 1 and head is not None and str(head.value).startswith(template.LIST_OF_CHOICES) and code is not None:
            found[" ".join(tidy(str(cell.value)).split())] = str(code.value)
    return found


def _other_sheets(sheets: Mapping[str, Sheet], found: _Found) -> None:
    """Sheets that are not ours: one that looks like ours was renamed; another is the officer's own."""
    for name, sheet in sheets.items():
        if name in (template.READ_ME, template.LISTS, KEPT) or not sheet.cells:
            continue
        first = next(iter(sheet.rows.values()))
        if any(spelling(str(cell.value)) == spelling(KEY) for cell in first.values()):
            trouble = Doubt("een blad met deze naam is er niet", "Geef het blad weer zijn eigen naam, of haal het weg")
            found.doubt(trouble, sheet, next(iter(first.values()))._replace(value=name))
        else:
            found.notes.append(f"Blad '{shown(name)}' is niet van de werkmap. We lezen het niet.")


class _SheetRows:
    """Reads the rows of one sheet."""

    def __init__(self, kind: Kind, sheet: Sheet, names: template.Names, found: _Found) -> None:
        self.kind, self.sheet, self.names, self.found = kind, sheet, names, found
        self.columns: dict[str, int] = {}
        self.remove_column = 0
        self.titled: frozenset[int] = frozenset()

    def read(self) -> None:
        if not self.sheet.cells:
            self.found.notes.append(f"Blad '{self.sheet.name}' is leeg. Daar verandert niets.")
            return
        head = self._head_row()
        if head is None or not self._find_columns(head):
            return
        self.titled = frozenset(self.sheet.rows[head])
        for number, row in self.sheet.rows.items():
            if number > head:
                self._untitled(row)
                self._row(number, row)

    def _untitled(self, row: Mapping[int, Cell]) -> None:
        """A filled cell beside the titled columns: a shifted row, or a column whose head is gone."""
        beside = next(
            (cell for column, cell in row.items() if column not in self.titled and tidy(str(cell.value))), None
        )
        if beside is not None:
            doubt = Doubt("deze cel staat onder geen kolomnaam", "Geef de kolom een naam, of maak de cel leeg")
            self.found.doubt(doubt, self.sheet, beside)

    def _head_row(self) -> int | None:
        """The number of the row with the column heads, also below title rows."""
        wanted = spelling(KEY)
        for number, row in list(self.sheet.rows.items())[:_LOOKED_AT]:
            if any(spelling(str(cell.value)) == wanted for cell in row.values()):
                return number
        first = next(iter(next(iter(self.sheet.rows.values())).values()))
        self.found.doubt(
            Doubt(
                f"de kolom '{KEY}' is niet gevonden",
                f"Zet de kolomnamen terug, met '{KEY}' vooraan, of {_DOWNLOAD.lower()}",
            ),
            self.sheet,
            first,
        )
        return None

    def _find_columns(self, head: int) -> bool:
        """Fills `columns`; tells what is missing, doubled or unknown. False: the sheet cannot be read."""
        by_head = {spelling(label): one for label, one in template.fields_by_head(self.kind).items()}
        beside = {spelling(head) for (kind, _), head in template.BESIDE.items() if kind == self.kind.id}
        personal = {spelling(one.label) for one in self.kind.fields if one.personal}
        unknown: list[Cell] = []
        before = len(self.found.troubles)
        for column, cell in self.sheet.rows[head].items():
            title = spelling(self.names.head(self.kind.id, tidy(str(cell.value))))
            name = "" if title == spelling(KEY) else by_head[title].name if title in by_head else None
            if title == spelling(REMOVE):
                self.remove_column = column
            elif title in personal:
                self.found.doubt(
                    Doubt("contactgegevens gaan niet mee in een werkmap", "Haal deze kolom weg"), self.sheet, cell
                )
            elif name is None and title not in beside:
                unknown.append(cell)
            elif name is None:
                continue
            elif name in self.columns:
                self.found.doubt(
                    Doubt("deze kolomnaam staat er twee keer", "Haal één van de kolommen weg"), self.sheet, cell
                )
            else:
                self.columns[name] = column
        self._tell_missing(unknown)
        return len(self.found.troubles) == before

    def _tell_missing(self, unknown: list[Cell]) -> None:
        missing = [one for one in self.kind.exported if one.name not in self.columns]
        for cell in unknown:
            if missing:
                words = ", ".join(f"'{one.label}'" for one in missing[:6])
                doubt = Doubt(
                    f"deze kolom kennen we niet, en er ontbreekt: {words}",
                    "Geef de kolom weer de eigen naam, of haal die weg",
                )
                self.found.doubt(doubt, self.sheet, cell)
            else:
                name = shown(cell.value)
                self.found.notes.append(
                    f"Blad '{self.sheet.name}', kolom '{name}' is niet van de werkmap. We lezen die niet."
                )
        if not unknown:
            self.found.notes.extend(
                f"Blad '{self.sheet.name}': kolom '{one.label}' ontbreekt. Daar verandert niets." for one in missing
            )

    def _row(self, number: int, row: Mapping[int, Cell]) -> None:
        cells: dict[str, Cell | None] = {}
        for name, column in self.columns.items():
            cell = row.get(column)
            cells[name] = cell if cell is not None and tidy(str(cell.value)) else None
        mark = row.get(self.remove_column)
        remove = removal(mark)
        if isinstance(remove, Doubt):
            if mark is not None:
                self.found.doubt(remove, self.sheet, mark)
            return
        key = cells.pop("", None)
        if key is None and not any(cells.values()):
            if remove and mark is not None:
                self.found.doubt(Doubt("deze rij is leeg", "Maak deze cel leeg"), self.sheet, mark)
            return
        id = tidy(str(key.value)) if key else ""
        self.found.rows.append(Row(self.kind.id, self.sheet.name, number, id, cells, self.columns, remove))


def field_of(row: Row, name: str) -> Field:
    """The field a cell of the row is about."""
    return KINDS[row.kind].by_name[name]
