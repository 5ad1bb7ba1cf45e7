"""Collects the cells of one file within its limits, so that no file can make a reader swell."""

from transition.door.grid import (
    LONGEST_TEXT,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    Box,
    Cell,
    Kind,
    Sheet,
    address,
)
from transition.door.trouble import NotTaken, Trouble, shown

_MOST_SIGNS = 60_000_000
_MOST_MERGED_CELLS = 200_000


class Collector:
    """Takes cells sheet by sheet. Raises NotTaken at the first that goes beyond a limit."""

    def __init__(self, most_cells: int = MOST_CELLS) -> None:
        self._most_cells = most_cells
        self.sheets: list[Sheet] = []
        self._cells: list[Cell] = []
        self._count = self._signs = self._merged = 0

    def cell(self, sheet: str, row: int, column: int, kind: Kind, value: str | float) -> None:
        """Keeps one filled cell of the sheet that is being read."""
        if row > MOST_ROWS or column > MOST_COLUMNS:
            limit = f"rij {MOST_ROWS:,} en kolom {address(1, MOST_COLUMNS)[:-1]}".replace(",", ".")
            raise NotTaken(
                Trouble(
                    f"deze cel staat ver buiten de tabel; gelezen wordt tot en met {limit}",
                    "Maak de cel leeg (selecteer in Excel de rijen en kolommen naast de tabel en verwijder ze), en bewaar opnieuw",
                    sheet,
                    address(row, column),
                    shown(value),
                )
            )
        if isinstance(value, str):
            self._signs += len(value)
            if len(value) > LONGEST_TEXT:
                raise NotTaken(
                    Trouble(
                        f"deze cel heeft {len(value)} tekens; hoogstens {LONGEST_TEXT} past in een cel",
                        "Maak de tekst korter. In een CSV kan ook een aanhalingsteken ontbreken",
                        sheet,
                        address(row, column),
                        shown(value),
                    )
                )
        self._count += 1
        if self._count > self._most_cells or self._signs > _MOST_SIGNS:
            raise NotTaken(
                Trouble(
                    f"het bestand heeft meer dan {self._most_cells:,} gevulde cellen of te veel tekst".replace(
                        ",", "."
                    ),
                    "Haal bladen en kolommen weg die niet nodig zijn, of verdeel het over meer bestanden",
                    sheet,
                )
            )
        self._cells.append(Cell(row, column, kind, value))

    def end_sheet(self, name: str, hidden: bool, merged: list[Box]) -> None:
        """The sheet is complete."""
        if len(self.sheets) >= MOST_SHEETS:
            raise NotTaken(
                Trouble(f"de werkmap heeft meer dan {MOST_SHEETS} bladen", "Haal de bladen weg die niet nodig zijn")
            )
        kept = []
        for box in merged:
            within = box[2] <= MOST_ROWS and box[3] <= MOST_COLUMNS
            self._merged += (box[2] - box[0] + 1) * (box[3] - box[1] + 1) if within else 0
            if within and self._merged <= _MOST_MERGED_CELLS:
                kept.append(box)
        self.sheets.append(Sheet(name, hidden, self._cells, tuple(kept)))
        self._cells = []
