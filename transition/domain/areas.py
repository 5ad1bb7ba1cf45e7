"""Areas and their codes, as Statistics Netherlands (CBS) writes them."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The levels at which a figure can stand, from the country down to the neighbourhood."""

    LAND = "land"
    PROVINCIE = "provincie"
    RES = "res"
    SUBRES = "subres"
    GEMEENTE = "gemeente"
    WIJK = "wijk"
    BUURT = "buurt"


NOT_ASSIGNABLE = "niet_in_te_delen"
"""What stands in the level column of a figure that CBS could not give to any area ('niet in te delen')."""

_PATTERNS = {
    Level.LAND: re.compile(r"(NL|DG)\d{2}"),
    Level.PROVINCIE: re.compile(r"PV\d{2}"),
    Level.RES: re.compile(r"ES\d{2}"),
    Level.SUBRES: re.compile(r"ET\d{4}"),
    Level.GEMEENTE: re.compile(r"GM\d{4}"),
    Level.WIJK: re.compile(r"WK\d{4}[0-9A-Z]{2}"),
    Level.BUURT: re.compile(r"BU\d{4}[0-9A-Z]{4}"),
}
_NOT_ASSIGNABLE_CODES = frozenset({"GM0000", "GM9999", "WK999999", "BU99999999", "ES99", "ET9999", "PV99"})
_ABROAD = re.compile(r"(GM|WK|BU)099[789]\w*")
_SAME_COUNTRY = {"NL00": "NL01"}
"""CBS writes the country as NL00 in some tables and as NL01 in others."""


@dataclass(frozen=True)
class Area:
    """One area. `valid_from` and `valid_to` are years; `valid_to` is the first year in which it no longer exists."""

    code: str
    name: str
    level: Level
    valid_from: int | None = None
    valid_to: int | None = None
    provincie: str = ""
    res: str = ""
    subres: str = ""

    def exists_in(self, year: int) -> bool:
        """Whether the area existed on 1 January of `year`; an unknown date counts as 'always'."""
        return (self.valid_from is None or self.valid_from <= year) and (self.valid_to is None or year < self.valid_to)


def tidy_code(text: str) -> str:
    """The code without CBS's padding, and with one spelling for the country."""
    code = text.strip()
    return _SAME_COUNTRY.get(code, code)


def is_code(code: str) -> bool:
    """Whether `code` has the shape of a code of any level (it need not exist)."""
    return any(pattern.fullmatch(code) for pattern in _PATTERNS.values())


def level_of(code: str) -> Level:
    """The level a code belongs to. Raises ValueError naming the code when it has no known shape."""
    for level, pattern in _PATTERNS.items():
        if pattern.fullmatch(code):
            return level
    raise ValueError(f"'{code}' is geen gebiedscode: verwacht NL, PV, ES, ET, GM, WK of BU met het vaste aantal tekens")


def is_not_assignable(code: str) -> bool:
    """Whether CBS uses the code for what it could not give to an area. It is no area, and its figures are not lost."""
    return code in _NOT_ASSIGNABLE_CODES


def is_abroad(code: str) -> bool:
    """Whether the code stands for foreign territory ('Buitenland'), which no figure of ours is about."""
    return _ABROAD.fullmatch(code) is not None


def gemeente_of(code: str) -> str:
    """The municipality a wijk or buurt lies in; by prefix, never by name. Raises ValueError at another level."""
    if level_of(code) not in (Level.WIJK, Level.BUURT):
        raise ValueError(f"'{code}' is geen wijk of buurt")
    return f"GM{code[2:6]}"


def wijk_of(code: str) -> str:
    """The wijk a buurt lies in. Raises ValueError at another level."""
    if level_of(code) is not Level.BUURT:
        raise ValueError(f"'{code}' is geen buurt")
    return f"WK{code[2:8]}"
