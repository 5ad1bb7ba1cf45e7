"""Reads the published figures that are kept by hand in data/reference, and fails with file and line when one does not hold.

Each was read in a publication (tag V: the publisher's own page; V2: another page about it). Two publications that say something
else stay two figures; nobody chooses between them here.
"""

import csv
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from transition.catalog import REFERENCE, CatalogError
from transition.domain.areas import is_code

QUANTITIES, FIGURES = "published_quantities.toml", "published_figures.csv"
COLUMNS = (
    "id", "quantity", "part", "area", "area_name", "period", "value", "low", "high", "approximate",
    "unit", "edition", "source", "address", "tag", "note",
)  # fmt: skip
TAGS = ("V", "V2")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_PERIOD = re.compile(r"\d{4}(-\d{4})?")
_MUST_HAVE = ("id", "quantity", "area", "area_name", "unit", "edition", "source", "address", "tag")


@dataclass(frozen=True)
class Quantity:
    """What a published figure is about. `decimals`: how precise publishers are at most."""

    id: str
    name: str
    unit: str
    decimals: int
    theme: str
    definition: str
    limits: str


@dataclass(frozen=True)
class PublishedFigure:
    """One figure as one publication gives it, in the quantity's unit.

    part: '' for the whole. period: a year, 'from-to', or '' when the publication does not say. value: None when only the
    bounds `low` and `high` are given. approximate: the publisher says 'about'. edition: of which publication, or which date.
    """

    id: str
    quantity: str
    part: str
    area: str
    area_name: str
    period: str
    value: float | None
    low: float | None
    high: float | None
    approximate: bool
    unit: str
    edition: str
    source: str
    address: str
    tag: str
    note: str

    @property
    def subject(self) -> tuple[str, str, str, str]:
        """What it is a figure of: quantity, part, area, period."""
        return (self.quantity, self.part, self.area, self.period)

    @property
    def amount(self) -> tuple[float | None, float | None, float | None]:
        """The value and its bounds."""
        return (self.value, self.low, self.high)


@dataclass(frozen=True)
class Disagreement:
    """Figures of the same subject that differ. `is_conflict`: within one edition; else a later edition says something else."""

    figures: tuple[PublishedFigure, ...]
    is_conflict: bool


@cache
def quantities(folder: Path = REFERENCE) -> dict[str, Quantity]:
    """All quantities by id, in the order of the file. Raises CatalogError."""
    entries = tomllib.loads((folder / QUANTITIES).read_text(encoding="utf-8"))["quantity"]
    found: dict[str, Quantity] = {}
    for entry in entries:
        try:
            made = Quantity(**entry)
        except TypeError as error:
            raise CatalogError(f"{QUANTITIES}, '{entry.get('id', '?')}': {error}") from error
        if made.id in found:
            raise CatalogError(f"{QUANTITIES}: '{made.id}' staat er twee keer in")
        found[made.id] = made
    return found


@cache
def published_figures(folder: Path = REFERENCE) -> tuple[PublishedFigure, ...]:
    """All published figures, in the order of the file. Raises CatalogError with file, line, what was found and what was expected."""
    known = quantities(folder)
    with (folder / FIGURES).open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise CatalogError(f"{FIGURES}, regel 1: kolommen {reader.fieldnames}; verwacht: {', '.join(COLUMNS)}")
        found: dict[str, PublishedFigure] = {}
        for row in reader:
            try:
                made = _figure(row, known)
            except ValueError as error:
                raise CatalogError(f"{FIGURES}, regel {reader.line_num}: {error}") from error
            if made.id in found:
                raise CatalogError(f"{FIGURES}, regel {reader.line_num}: '{made.id}' staat er twee keer in")
            found[made.id] = made
    _unused(known, found.values())
    return tuple(found.values())


def _figure(row: dict[str, Any], known: dict[str, Quantity]) -> PublishedFigure:
    """One row. Raises ValueError saying what was found and what was expected."""
    if None in row or None in row.values():
        raise ValueError(
            f"een ander aantal cellen dan de {len(COLUMNS)} kolommen; zet tekst met een komma tussen aanhalingstekens"
        )
    text = {name: row[name] for name in COLUMNS}
    untidy = [name for name, cell in text.items() if cell != cell.strip()]
    empty = [name for name in _MUST_HAVE if not text[name]]
    if untidy or empty:
        raise ValueError(f"kolom {', '.join(untidy or empty)} {'heeft spaties aan de rand' if untidy else 'is leeg'}")
    quantity = known.get(text["quantity"])
    if quantity is None:
        raise ValueError(f"onbekende grootheid '{text['quantity']}'; verwacht: een id uit {QUANTITIES}")
    if text["unit"] != quantity.unit:
        raise ValueError(f"eenheid '{text['unit']}'; verwacht: '{quantity.unit}', zoals in {QUANTITIES}")
    if text["tag"] not in TAGS:
        raise ValueError(
            f"merk '{text['tag']}'; verwacht: {' of '.join(TAGS)}. Wat niet in een publicatie is gelezen, hoort hier niet"
        )
    if not is_code(text["area"]):
        raise ValueError(f"'{text['area']}' is geen gebiedscode")
    if text["period"] and not _PERIOD.fullmatch(text["period"]):
        raise ValueError(f"periode '{text['period']}'; verwacht: een jaar (2030), jaren (2023-2025) of leeg")
    if text["approximate"] not in ("", "ja"):
        raise ValueError(f"'{text['approximate']}' in kolom approximate; verwacht: ja of leeg")
    value, low, high = (_number(name, text[name]) for name in ("value", "low", "high"))
    if value is None and low is None and high is None:
        raise ValueError("geen waarde en geen onder- of bovengrens; een van de drie is nodig")
    bounds = [number for number in (low, value, high) if number is not None]
    if bounds != sorted(bounds):
        raise ValueError(f"ondergrens, waarde en bovengrens staan niet op volgorde: {low}, {value}, {high}")
    return PublishedFigure(
        **{name: text[name] for name in COLUMNS if name not in ("value", "low", "high", "approximate")},
        value=value, low=low, high=high, approximate=text["approximate"] == "ja",
    )  # fmt: skip


def _number(column: str, cell: str) -> float | None:
    if cell and not _NUMBER.fullmatch(cell):
        raise ValueError(f"'{cell}' in kolom {column}; verwacht: een getal met een punt als decimaalteken, of leeg")
    return float(cell) if cell else None


def _unused(known: dict[str, Quantity], figures: Any) -> None:
    unused = known.keys() - {figure.quantity for figure in figures}
    if unused:
        raise CatalogError(f"{QUANTITIES}: '{min(unused)}' heeft geen enkel cijfer in {FIGURES}")


def disagreements(figures: Sequence[PublishedFigure]) -> list[Disagreement]:
    """Where publications say different things about the same; conflicts first, in the order of the file."""
    by_subject: dict[tuple[str, str, str, str], list[PublishedFigure]] = {}
    for figure in figures:
        by_subject.setdefault(figure.subject, []).append(figure)
    found = [
        Disagreement(tuple(group), _conflict(group))
        for group in by_subject.values()
        if len({figure.amount for figure in group}) > 1
    ]
    return sorted(found, key=lambda one: not one.is_conflict)


def _conflict(group: Sequence[PublishedFigure]) -> bool:
    editions = {figure.edition for figure in group}
    return any(len({f.amount for f in group if f.edition == edition}) > 1 for edition in editions)
