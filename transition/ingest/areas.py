"""One table of areas out of what the sources and the hand-kept table of changed municipalities say."""

import unicodedata
from collections.abc import Sequence

import pandas as pd

from transition import catalog, tables
from transition.domain.areas import Level, is_not_assignable, level_of

COLUMNS = ("code", "name", "level", "valid_from", "valid_to", "provincie", "res", "subres")
_SMALL = (Level.GEMEENTE, Level.WIJK, Level.BUURT)


def together(described: Sequence[pd.DataFrame], observed: pd.DataFrame) -> pd.DataFrame:
    """One row per area: `COLUMNS`; valid_from and valid_to are Int64 years, <NA> when open.

    described: tables of `tables.AREAS`; observed: all observations with their `level`. The newest name and parents win. An area
    nobody names gets its code for a name: a name is never invented.
    """
    rows = pd.concat([*described, _only_observed(observed)], ignore_index=True)
    rows = rows[~rows["code"].map(is_not_assignable)]
    rows = rows.sort_values(["code", "year"])
    columns = ["name", "provincie", "res", "subres"]
    newest = rows[["code", *columns]].replace("", pd.NA).groupby("code")[columns].last().fillna("")
    newest["name"] = _best_spelling(rows, newest["name"])
    newest = newest.reset_index()
    newest["level"] = [str(level_of(code)) for code in newest["code"]]
    newest["name"] = newest["name"].where(newest["name"] != "", newest["code"])
    years = _years(observed)
    newest["valid_from"] = newest["code"].map(years["valid_from"]).astype("Int64")
    newest["valid_to"] = newest["code"].map(years["valid_to"]).astype("Int64")
    return _with_changed_gemeenten(newest)[list(COLUMNS)].sort_values("code").reset_index(drop=True)


def _best_spelling(rows: pd.DataFrame, newest: pd.Series) -> list[str]:
    """The newest name; where another source writes that same name with its accents (Fryslân), that spelling."""
    accented = {code: name for code, name in zip(rows["code"], rows["name"], strict=True) if not name.isascii()}
    same = {code for code, name in accented.items() if _without_accents(name) == _without_accents(newest[code])}
    return [accented[code] if code in same else name for code, name in newest.items()]


def _without_accents(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()


def _only_observed(observed: pd.DataFrame) -> pd.DataFrame:
    codes = pd.Series(observed["area"].unique(), dtype=str)
    empty = {column: "" for column in tables.AREAS if column != "code"}
    return pd.DataFrame({"code": codes}).assign(**empty).assign(year=0)[list(tables.AREAS)]


def _years(observed: pd.DataFrame) -> pd.DataFrame:
    """Per small area the years it was seen in, open at the side where its level's figures begin or end."""
    rows = observed[observed["level"].isin([str(level) for level in _SMALL])]
    if rows.empty:
        return pd.DataFrame({"valid_from": [], "valid_to": []}, dtype="Int64")
    seen = rows.drop_duplicates(["area", "period"]).assign(year=lambda t: t["period"].astype(int))
    span = seen.groupby(["level", "area"])["year"].agg(["min", "max"]).reset_index("level")
    edges = seen.groupby("level")["year"].agg(["min", "max"])
    first, last = span["level"].map(edges["min"]), span["level"].map(edges["max"])
    return pd.DataFrame(
        {
            "valid_from": span["min"].where(span["min"] > first).astype("Int64"),
            "valid_to": (span["max"] + 1).where(span["max"] < last).astype("Int64"),
        }
    )


def _with_changed_gemeenten(areas: pd.DataFrame) -> pd.DataFrame:
    """The hand-kept dates win, and for an ended municipality its name and regions, where it occurs in the figures."""
    changed = catalog.changed_gemeenten()
    indexed = areas.set_index("code")
    for code in indexed.index.intersection(list(changed)):
        entry = changed[code]
        if entry.valid_to is not None:
            told = [entry.name, entry.provincie, entry.res, entry.subres]
            indexed.loc[code, ["name", "provincie", "res", "subres"]] = told
        indexed.loc[code, "valid_from"] = pd.NA if entry.valid_from is None else entry.valid_from
        indexed.loc[code, "valid_to"] = pd.NA if entry.valid_to is None else entry.valid_to
    return indexed.reset_index()
