"""What was read out of a brought file: figures, what is wrong, and what was passed over. One trouble, and nothing is taken."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd

from transition import catalog, tables
from transition.domain.areas import Level, level_of
from transition.domain.values import Missing, Status
from transition.door.cells import Doubt
from transition.door.grid import Cell, Sheet, address
from transition.door.known_areas import KnownAreas
from transition.door.trouble import NotTaken, Trouble, harmless, shown

MOST_NOTES = 40


@dataclass(frozen=True)
class Situation:
    """What a reader knows beside the cells. `file` is the name the file was brought under; `this_year` bounds the years."""

    file: str
    areas: KnownAreas
    this_year: int


@dataclass(frozen=True)
class Key:
    """What a figure is about."""

    area: str
    indicator: str
    breakdown: str
    period: str


@dataclass
class Reading:
    """Collects figures and troubles while a file is read."""

    figures: dict[Key, tuple[float | None, str]] = field(default_factory=dict)
    troubles: list[Trouble] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    """Where the file says its figures come from (bron_url)."""
    edition: str = ""
    _found_at: dict[Key, tuple[str, str]] = field(default_factory=dict)

    def doubt(self, doubt: Doubt, sheet: Sheet, row: int, column: int, *, private: bool = False) -> None:
        """A cell is not taken. private: its content stands in no message."""
        cell = sheet.at.get((row, column))
        value = "" if cell is None or private else shown(_as_text(cell))
        self.troubles.append(Trouble(doubt.what, doubt.remedy, sheet.name, address(row, column), value))

    def note(self, sentence: str) -> None:
        """Something a reader should know, that is not wrong."""
        sentence = harmless(sentence)
        if sentence not in self.notes and len(self.notes) < MOST_NOTES:
            self.notes.append(sentence)

    def figure(
        self, key: Key, value: float | Missing, sheet: Sheet, cell: tuple[int, int], status: Status = Status.PROVISIONAL
    ) -> None:
        """Keeps one figure after looking whether it can be true and stands there once."""
        if key in self._found_at:
            where = "!".join(part for part in self._found_at[key] if part)
            twice = Doubt(f"dit cijfer staat er twee keer (ook in {where})", "Haal er één weg")
            self.doubt(twice, sheet, *cell)
            return
        self._found_at[key] = sheet.name, address(*cell)
        if isinstance(value, Missing):
            self.figures[key] = (None, str(value))
            return
        odd = _implausible(key, value)
        if odd:
            self.doubt(odd, sheet, *cell)
        else:
            self.figures[key] = (value, str(status))

    def place_of(self, area: str, period: str) -> tuple[str, str]:
        """Sheet and cell of the first figure of an area in a period; two empty texts when it is not known."""
        found = (place for key, place in self._found_at.items() if (key.area, key.period) == (area, period))
        return next(found, ("", ""))

    def refuse_if_wrong(self) -> None:
        """Raises NotTaken with all troubles; also when there is not one figure."""
        if self.troubles:
            raise NotTaken(*self.troubles)
        if not any(value is not None for value, _ in self.figures.values()):
            raise NotTaken(
                Trouble("er staat geen enkel cijfer in", "Vul ten minste één getal in, of kies een ander bestand")
            )

    def table(self) -> pd.DataFrame:
        """The rows of `tables.OBSERVATIONS`, their vintage still the year itself."""
        rows = [
            (key.area, key.indicator, key.breakdown, key.period, value, status, int(key.period))
            for key, (value, status) in self.figures.items()
        ]
        table = pd.DataFrame(rows, columns=list(tables.OBSERVATIONS))
        return table.astype({"value": "float64", "vintage": "int64"} | dict.fromkeys(_TEXTS, "str"))


_TEXTS = ("area", "indicator", "breakdown", "period", "status")
Reader = Callable[..., Reading]


def _as_text(cell: Cell) -> str:
    return f"{cell.value:.10g}".replace(".", ",") if isinstance(cell.value, float | int) else cell.value


def _implausible(key: Key, value: float) -> Doubt | None:
    entry = catalog.indicator(key.indicator)
    level = level_of(key.area)
    if level not in entry.levels:
        return Doubt(f"'{entry.short}' bestaat niet per {level}", "Haal deze regel weg")
    low, high = entry.plausible[level]
    if key.breakdown:
        low = min(low, 0.0)  # a part may be far less than the whole
    if low <= value <= high:
        if entry.id.endswith("_class") and value != int(value):
            return Doubt(f"'{entry.short}' is een heel getal", "Vul het nummer van de klasse in")
        return None
    unit = entry.unit if entry.unit.startswith("%") else f" {entry.unit}"
    return Doubt(
        f"'{entry.short}' kan niet {_short(value)}{unit} zijn; geloofwaardig is {_short(low)} tot en met {_short(high)}",
        "Controleer het getal en de eenheid",
    )


def _short(value: float) -> str:
    if abs(value) >= 1e12:
        return f"{value:g}".replace("-", "−")
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.-", ".,−"))


def level_words(levels: tuple[Level, ...]) -> str:
    """For a sentence: 'gemeente, provincie'."""
    return ", ".join(str(level) for level in levels)
