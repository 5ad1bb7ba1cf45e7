"""Which area a cell means: a code in any of its spellings, or a name in any of its variants. What fits two areas is asked."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from transition.domain.areas import Area, Level, is_code, tidy_code
from transition.door.cells import Doubt, plain
from transition.door.grid import Cell, Kind

_LEVEL_WORDS = {
    "gemeente": Level.GEMEENTE,
    "provincie": Level.PROVINCIE,
    "res": Level.RES,
    "res regio": Level.RES,
    "energieregio": Level.RES,
    "wijk": Level.WIJK,
    "buurt": Level.BUURT,
}
_COUNTRY = ("nederland", "land", "totaal nederland", "nl")
_BARE_CODE = re.compile(r"\d{1,4}")
_PREFIXED = re.compile(r"(GM|PV|ES|NL)\s?(\d{1,4})")
_DIGITS = {"GM": 4, "PV": 2, "ES": 2, "NL": 2}
_NAMED = (Level.GEMEENTE, Level.PROVINCIE, Level.RES, Level.LAND)
"""Names of wijken and buurten repeat: those go by code alone."""


@dataclass(frozen=True)
class KnownAreas:
    """The areas of the served snapshot, old ones included, and how they are written."""

    areas: Mapping[str, Area]
    by_name: Mapping[str, tuple[str, ...]]

    def find(self, cell: Cell | None, levels: Iterable[Level]) -> str | Doubt:
        """The code of the area a cell means, among `levels`; or what is wrong."""
        levels = tuple(levels)
        if cell is None or (isinstance(cell.value, str) and not plain(cell.value)):
            return Doubt("hier ontbreekt het gebied", "Vul een naam of een code in, bijvoorbeeld GM0106")
        if cell.kind in (Kind.ERROR, Kind.NO_RESULT, Kind.DATE, Kind.YES_NO, Kind.PERCENT):
            return Doubt("hier hoort een naam of code van een gebied", "Typ de naam of de code, bijvoorbeeld GM0106")
        text = f"{cell.value:g}" if isinstance(cell.value, float | int) else plain(cell.value)
        code = _as_code(text)
        return self._by_code(code, levels) if code else self._by_name(text, levels)

    def _by_code(self, code: str, levels: tuple[Level, ...]) -> str | Doubt:
        area = self.areas.get(code)
        if area is None:
            return Doubt(f"er is geen gebied met code {code}", "Controleer de code, of schrijf de naam")
        if area.level not in levels:
            return Doubt(f"{code} is een {area.level}; hier hoort een {_or(levels)}", f"Vul een {_or(levels)} in")
        return code

    def _by_name(self, text: str, levels: tuple[Level, ...]) -> str | Doubt:
        wanted = spelling(text)
        if wanted in _COUNTRY and Level.LAND in levels:
            return next(code for code, area in self.areas.items() if area.level is Level.LAND)
        for word, level in _LEVEL_WORDS.items():
            if wanted.startswith(f"{word} ") and level in levels:
                wanted, levels = wanted.removeprefix(f"{word} "), (level,)
                break
        found = [code for code in self.by_name.get(wanted, ()) if self.areas[code].level in levels]
        if len(found) > 1:
            current = [code for code in found if self.areas[code].valid_to is None]
            found = current if len(current) == 1 else found
        if not found:
            return Doubt(
                f"we kennen geen {_or(levels)} met deze naam", "Controleer de naam, of schrijf de code (zoals GM0106)"
            )
        if len(found) > 1:
            names = " of ".join(f"{self.areas[code].name} ({self.areas[code].level}, {code})" for code in found[:4])
            return Doubt(f"dit kan {names} zijn", "Schrijf de code in plaats van de naam")
        return found[0]

    def boundaries_year(self, codes: Iterable[str], year: int) -> int | tuple[str, str]:
        """The year on whose boundaries all these municipalities exist: `year` if it can be, else the newest one after it.

        Nobody publishes a year on boundaries that were gone by then. When there is no such year: a code that had ended, and one that
        began later ('' when it is the ended one alone).
        """
        small: list[Area] = [self.areas[code] for code in codes if self.areas[code].level is Level.GEMEENTE]
        newest = int(max([year, *(area.valid_from for area in small if area.valid_from is not None)]))
        for candidate in (year, *range(newest, year, -1)):
            if all(area.exists_in(candidate) for area in small):
                return int(candidate)
        ended = min((area for area in small if area.valid_to is not None), key=lambda area: area.valid_to or 0)
        later = [area for area in small if area.valid_from is not None and area.valid_from > year]
        return ended.code, max(later, key=lambda area: area.valid_from or 0).code if later else ""


def known_areas(listed: Iterable[Area], aliases: Mapping[str, tuple[str, ...]]) -> KnownAreas:
    """Names with and without what stands in brackets ('Bergen (NH)'), and the other names people use."""
    areas = {area.code: area for area in listed}
    found: dict[str, list[str]] = {}
    for code, area in areas.items():
        if area.level in _NAMED:
            for name in (area.name, *aliases.get(code, ())):
                for variant in {spelling(name), spelling(re.sub(r"\([^)]*\)", "", name))}:
                    codes = found.setdefault(variant, [])
                    if code not in codes:
                        codes.append(code)
    return KnownAreas(areas, {name: tuple(codes) for name, codes in found.items()})


def spelling(name: str) -> str:
    """A name without accents, capitals and signs: "'s-Gravenhage" is 's gravenhage'."""
    bare = unicodedata.normalize("NFKD", plain(name)).encode("ascii", "ignore").decode().lower()
    return " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"(?<=\w)\.(?=\w|\))", "", bare)).split())


def _as_code(text: str) -> str:
    """'34', '0034', 'GM34' and 'gm0034' are GM0034; '' for a text that is no code."""
    if _BARE_CODE.fullmatch(text):
        return f"GM{int(text):04}"
    upper = text.upper()
    prefixed = _PREFIXED.fullmatch(upper)
    if prefixed and len(prefixed[2]) <= _DIGITS[prefixed[1]]:
        return tidy_code(prefixed[1] + prefixed[2].zfill(_DIGITS[prefixed[1]]))
    tidy = tidy_code(upper)
    return tidy if is_code(tidy) else ""


def _or(levels: tuple[Level, ...]) -> str:
    words = ["land" if level is Level.LAND else "RES-regio" if level is Level.RES else str(level) for level in levels]
    return " of ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]
