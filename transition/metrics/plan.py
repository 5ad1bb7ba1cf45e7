"""Which municipalities make up which, between the boundaries of one year and those of another. Made once per pair of years."""

from dataclasses import dataclass
from functools import lru_cache

from transition import catalog
from transition.domain.changes import AreaChange, Kind

Cuts = tuple[AreaChange, ...]
"""The splits a piece of land went through, one after the other; empty when it is a whole municipality."""


@dataclass(frozen=True)
class Plan:
    """From the boundaries of one year to those of another.

    parts: per municipality that is another one afterwards, or has another code, what it is made of. gone: the codes that have
    no figure of their own afterwards. apart: municipalities asked for that cannot be taken out of a later, larger one.
    """

    parts: dict[str, tuple[tuple[str, Cuts], ...]]
    gone: frozenset[str]
    apart: dict[str, tuple[str, ...]]


@lru_cache(maxsize=256)
def plan(was: int, asked: int) -> Plan:
    """From the boundaries of 1 January of `was` to those of 1 January of `asked`, earlier or later."""
    return _forward(was, asked) if asked >= was else _backward(was, asked)


def changes_between(one: int, other: int) -> list[AreaChange]:
    """What changed after 1 January of the earlier year, up to 1 January of the later one; oldest first."""
    low, high = sorted((one, other))
    found = [c for c in catalog.area_changes() if not c.is_planned and low < c.vintage <= high]
    return sorted(found, key=lambda change: (change.on, change.before, change.after))


def _forward(was: int, asked: int) -> Plan:
    changes = changes_between(was, asked)
    began = {c.after for c in changes if c.kind in (Kind.MERGE, Kind.NEW_NAME)}
    pieces: dict[str, list[tuple[str, Cuts]]] = {}
    for day in sorted({change.on for change in changes}):
        today: dict[str, list[AreaChange]] = {}
        for change in changes:
            if change.on == day:
                today.setdefault(change.before, []).append(change)
        for code in set(today) - began:
            pieces.setdefault(code, [(code, ())])
        pieces = {origin: [end for piece in found for end in _moved(piece, today)] for origin, found in pieces.items()}
    parts: dict[str, list[tuple[str, Cuts]]] = {}
    for origin, found in sorted(pieces.items()):
        for code, cuts in found:
            parts.setdefault(code, []).append((origin, cuts))
    for code, found in parts.items():
        if code not in began and code not in pieces:
            found.insert(0, (code, ()))
    return Plan({code: tuple(found) for code, found in sorted(parts.items())}, frozenset(pieces), {})


def _moved(piece: tuple[str, Cuts], today: dict[str, list[AreaChange]]) -> list[tuple[str, Cuts]]:
    code, cuts = piece
    if code not in today:
        return [piece]
    return [(c.after, (*cuts, c) if c.kind is Kind.SPLIT else cuts) for c in today[code]]


def _backward(was: int, asked: int) -> Plan:
    """Only a new name leads back: what was put together is not taken apart again."""
    there = _forward(asked, was)
    into: dict[str, list[str]] = {}
    for code, found in there.parts.items():
        for origin, _ in found:
            into.setdefault(origin, []).append(code)
    renamed = {found[0][0]: code for code, found in there.parts.items() if len(found) == 1 and not found[0][1]}
    apart = {origin: tuple(codes) for origin, codes in into.items() if origin not in renamed}
    parts: dict[str, tuple[tuple[str, Cuts], ...]] = {origin: ((code, ()),) for origin, code in sorted(renamed.items())}
    return Plan(parts, frozenset(set(there.parts) - set(apart)), apart)
