"""Reads what is kept by hand in data/reference, and fails with the file and the entry when it does not hold."""

import csv
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from transition.domain.areas import Area, Level
from transition.domain.changes import AreaChange, Kind
from transition.domain.indicators import AddsUp, Break, Direction, Indicator

REFERENCE = Path(__file__).parent.parent / "data" / "reference"
FIRST_BOUNDARIES, LAST_BOUNDARIES = 2010, 2026
"""Between the boundaries of 1 January of these years, area_changes.csv has every municipality that ended."""


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
        measured=entry["measured"],
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
def area_changes(folder: Path = REFERENCE) -> tuple[AreaChange, ...]:
    """Every municipality that ended since 2010, and those that are planned to; one entry per municipality it went into.

    Those of the fictional region are here too: its codes are of no real place. Raises CatalogError.
    """
    fictional = folder.parent / "example" / "area_changes.csv"
    return tuple(change for file in (folder / "area_changes.csv", fictional) for change in _changes(file))


def _changes(file: Path) -> list[AreaChange]:
    found: dict[tuple[str, str], AreaChange] = {}
    for number, row in enumerate(_rows(file), start=2):
        try:
            key = (row["before"], row["after"])
            change = AreaChange(*key, date.fromisoformat(row["date"]), Kind(row["kind"]), _is_planned(row["state"]))
            change = found.setdefault(key, change)
            if row["share"]:
                change.shares[row["basis"]] = _share(row, change.kind)
        except (KeyError, ValueError) as error:
            raise CatalogError(f"{file.name}, regel {number}: {error!r}") from error
    for before in {change.before for change in found.values() if change.kind is Kind.SPLIT}:
        _check_shares(file, [change for change in found.values() if change.before == before])
    return list(found.values())


def _is_planned(state: str) -> bool:
    if state not in ("done", "planned"):
        raise ValueError(f"state '{state}'; verwacht: done of planned")
    return state == "planned"


def _share(row: dict[str, str], kind: Kind) -> float:
    share = float(row["share"])
    if kind is not Kind.SPLIT or not row["share_source"] or row["basis"] not in indicators() or not 0 <= share <= 1:
        raise ValueError(
            "een aandeel hoort bij een split, heeft een bron en een indicator als basis, en is 0 tot en met 1"
        )
    return share


def _check_shares(file: Path, parts: list[AreaChange]) -> None:
    """Of a municipality that was divided, the shares by one basis make the whole: 1."""
    for basis in {basis for part in parts for basis in part.shares}:
        total = sum(part.shares.get(basis, 0.0) for part in parts)
        if abs(total - 1) > 1e-6:
            raise CatalogError(
                f"{file.name}, {parts[0].before}: de aandelen naar {basis} zijn samen {total:g}, verwacht: 1"
            )


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@cache
def changed_gemeenten(folder: Path = REFERENCE) -> dict[str, Area]:
    """Municipalities that ended since 2010, with name and regions, and those that began, with the year alone.

    Every municipality not in here exists in all years the figures cover. The energy region of one that ended before there were
    any is the one its land lies in now. Raises CatalogError.
    """
    changes = [change for change in _changes(folder / "area_changes.csv") if not change.is_planned]
    ended = {change.before: change.vintage for change in changes}
    began = {change.after: change.vintage for change in changes if change.kind in (Kind.MERGE, Kind.NEW_NAME)}
    named = {row["code"]: row for row in _rows(folder / "gemeenten_ended.csv")}
    if set(named) != set(ended):
        odd = sorted(set(named) ^ set(ended))
        raise CatalogError(f"gemeenten_ended.csv en area_changes.csv noemen niet dezelfde gemeenten: {', '.join(odd)}")
    return {
        code: Area(
            code=code,
            name=named.get(code, {}).get("name", ""),
            level=Level.GEMEENTE,
            valid_from=began.get(code),
            valid_to=ended.get(code),
            provincie=named.get(code, {}).get("provincie", ""),
            res=named.get(code, {}).get("res", ""),
            subres=named.get(code, {}).get("subres", ""),
        )
        for code in sorted({*ended, *began})
    }


@cache
def boundary_changes(folder: Path = REFERENCE) -> dict[str, tuple[int, ...]]:
    """Per municipality the years on whose 1 January its boundary is another one than before. A new name is none."""
    found: dict[str, set[int]] = {}
    for change in area_changes(folder):
        if change.kind is not Kind.NEW_NAME and not change.is_planned:
            for code in (change.before, change.after):
                found.setdefault(code, set()).add(change.vintage)
    return {code: tuple(sorted(years)) for code, years in found.items()}


@cache
def successors(folder: Path = REFERENCE) -> dict[str, tuple[str, ...]]:
    """Per ended municipality the ones its land lies in now, however many changes ago it ended."""
    into: dict[str, list[str]] = {}
    for change in area_changes(folder):
        if not change.is_planned:
            into.setdefault(change.before, []).append(change.after)

    def now(code: str) -> list[str]:
        return [end for after in into[code] for end in now(after)] if code in into else [code]

    return {code: tuple(dict.fromkeys(now(code))) for code in into}


@cache
def aliases(folder: Path = REFERENCE) -> dict[str, tuple[str, ...]]:
    """Per area the other names people look for it by."""
    found: dict[str, tuple[str, ...]] = {}
    with (folder / "aliases.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            found[row["code"]] = (*found.get(row["code"], ()), row["alias"])
    return found
