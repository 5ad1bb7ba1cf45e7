"""What CBS says each year of every wijk and buurt: the same as the year before, another code, or another outline."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from transition import tables
from transition.domain.areas import Level, level_of
from transition.ingest.contract import Parsed, Refused
from transition.ingest.odata import Table

COLUMN = "IndelingswijzigingWijkenEnBuurten"
_WORDS = ("1", "2", "3")
_SAYS_NOTHING = ("", ".")
_DESCRIBES_AN_AREA = (COLUMN, "Gemeentenaam", "SoortRegio", "Codering")
"""v3 has these columns; v4 has none of them."""


def marks(table: Table, codes: "pd.Series[str]", year: str) -> pd.DataFrame:
    """`tables.REDRAWN` of one table; without rows when it came in v4, which does not tell. codes: the area of every row of the table.

    Raises `Refused` when v3 lacks the column, or for a word that is none of CBS's.
    """
    if not any(str(column).startswith(_DESCRIBES_AN_AREA) for column in table.left):
        return _empty()
    words = table.text(COLUMN)
    strange = sorted(set(words) - {*_WORDS, *_SAYS_NOTHING})
    if strange:
        raise Refused(f"Tabel {table.id}: '{strange[0]}' is geen indelingswijziging; verwacht is 1, 2 of 3.")
    small = {code: bool(code) and level_of(code) in (Level.WIJK, Level.BUURT) for code in codes.unique()}
    rows = pd.DataFrame({"code": codes, "year": int(year), "change": words.where(words.isin(_WORDS), "")})
    return rows[codes.map(small)].drop_duplicates("code").reset_index(drop=True)[list(tables.REDRAWN)]


def kept(parsed: Parsed, stored: pd.DataFrame | None) -> Parsed:
    """With what was told before about years the new answer is silent on: it came in v4, and no year's outline changes afterwards."""
    if parsed.redrawn is None or stored is None:
        return parsed
    silent = stored[~stored["year"].isin(parsed.redrawn["year"])]
    return replace(parsed, redrawn=together([parsed.redrawn, silent])) if len(silent) else parsed


def together(told: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """One row per area and year out of what several sources say; where they differ, the largest change counts."""
    rows = [table for table in told if len(table)]
    if not rows:
        return _empty()
    both = pd.concat(rows, ignore_index=True).sort_values(["year", "code", "change"], ignore_index=True)
    return both.drop_duplicates(["year", "code"], keep="last", ignore_index=True)[list(tables.REDRAWN)]


def _empty() -> pd.DataFrame:
    return pd.DataFrame({"code": pd.Series(dtype=str), "year": pd.Series(dtype=int), "change": pd.Series(dtype=str)})
