"""Reads what is kept by hand in data/reference, and fails with the file and the entry when it does not hold."""

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from transition.domain.areas import Area, Level
from transition.domain.indicators import AddsUp, Break, Direction, Indicator

REFERENCE = Path(__file__).parent.parent / "data" / "reference"


class CatalogError(Exception):
    """A hand-kept table does not hold. Names the file and the entry."""


@cache
def indicators(folder: Path = REFERENCE) -> dict[str, Indicator]:
    """All indicators by id, in the order of the file. Raises CatalogError."""
    file = folder / "indicators.toml"
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["indicator"]
    found: dict[str, Indicator] = {}
    for entry in entries:
        try:
            indicator = _indicator(entry)
        except (KeyError, ValueError, TypeError) as error:
            raise CatalogError(f"{file.name}, indicator '{entry.get('id', '?')}': {error!r}") from error
        if indicator.id in found:
            raise CatalogError(f"{file.name}: indicator '{indicator.id}' staat er twee keer in")
        found[indicator.id] = indicator
    for indicator in found.values():
        unknown = [other for other in (indicator.weight, *indicator.per) if other and other not in found]
        if unknown:
            raise CatalogError(f"{file.name}, indicator '{indicator.id}': verwijst naar onbekende indicator {unknown}")
    return found


def indicator(id: str) -> Indicator:
    """One indicator. Raises KeyError with the known ids in its text."""
    known = indicators()
    if id not in known:
        raise KeyError(f"onbekende indicator '{id}'; bekend zijn: {', '.join(known)}")
    return known[id]


def _indicator(entry: dict[str, Any]) -> Indicator:
    return Indicator(
        id=entry["id"],
        name=entry["name"],
        short=entry["short"],
        unit=entry["unit"],
        decimals=int(entry["decimals"]),
        direction=Direction(entry["direction"]),
        adds_up=AddsUp(entry["adds_up"]),
        weight=entry.get("weight", ""),
        levels=tuple(Level(level) for level in entry["levels"]),
        definition=entry["definition"],
        limits=entry["limits"],
        theme=entry["theme"],
        breakdowns=dict(entry.get("breakdowns", {})),
        plausible={
            Level(level): (float(low), float(high)) for level, (low, high) in entry.get("plausible", {}).items()
        },
        per=tuple(entry.get("per", ())),
        policy_bounds=tuple(float(bound) for bound in entry.get("policy_bounds", ())),
        breaks=tuple(
            Break(item["period"], item["because"], tuple(item.get("breakdowns", ())))
            for item in entry.get("breaks", ())
        ),
    )


@cache
def ended_and_new_gemeenten(folder: Path = REFERENCE) -> dict[str, Area]:
    """Municipalities that began or ended since 2019, with their years and regions. Raises CatalogError.

    Every municipality not in here exists in all years the figures cover.
    """
    file = folder / "gemeenten_changed.csv"
    with file.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    found: dict[str, Area] = {}
    for number, row in enumerate(rows, start=2):
        try:
            found[row["code"]] = Area(
                code=row["code"],
                name=row["name"],
                level=Level.GEMEENTE,
                valid_from=int(row["valid_from"]) if row["valid_from"] else None,
                valid_to=int(row["valid_to"]) if row["valid_to"] else None,
                provincie=row["provincie"],
                res=row["res"],
            )
        except (KeyError, ValueError) as error:
            raise CatalogError(f"{file.name}, regel {number}: {error!r}") from error
    return found


@cache
def boundary_changes(folder: Path = REFERENCE) -> dict[str, tuple[int, ...]]:
    """Per municipality the years on whose 1 January its boundary is another one than before."""
    with (folder / "gemeenten_changed.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    found: dict[str, set[int]] = {}
    for row in rows:
        for code in (row["code"], *row["successors"].split()):
            found.setdefault(code, set()).add(int(row["valid_to"] or row["valid_from"]))
    return {code: tuple(sorted(years)) for code, years in found.items()}


@cache
def successors(folder: Path = REFERENCE) -> dict[str, tuple[str, ...]]:
    """Per ended municipality the codes it went into."""
    with (folder / "gemeenten_changed.csv").open(encoding="utf-8", newline="") as handle:
        return {row["code"]: tuple(row["successors"].split()) for row in csv.DictReader(handle) if row["successors"]}


@cache
def aliases(folder: Path = REFERENCE) -> dict[str, tuple[str, ...]]:
    """Per area the other names people look for it by."""
    found: dict[str, tuple[str, ...]] = {}
    with (folder / "aliases.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            found[row["code"]] = (*found.get(row["code"], ()), row["alias"])
    return found
