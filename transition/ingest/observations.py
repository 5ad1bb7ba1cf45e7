"""From the columns of one CBS table to observations: one row a value, every empty cell with its reason."""

from collections.abc import Collection, Mapping

import numpy as np
import pandas as pd

from transition import tables
from transition.domain.areas import is_abroad, is_not_assignable, level_of, tidy_code
from transition.domain.values import Missing
from transition.ingest.contract import Refused
from transition.ingest.odata import EMPTY, Numbers, Table

_KEY = ["area", "indicator", "breakdown", "period"]


def areas(table: Table, name: str, ignore: Collection[str] = ()) -> "pd.Series[str]":
    """The tidy area codes of column `name`; '' for foreign territory and for codes that start with one of `ignore`.

    Raises `Refused` naming a code without a known shape.
    """
    found = table.text(name)
    tidy = {code: _tidy(code, table.id, tuple(ignore)) for code in found.unique()}
    return found.map(tidy).astype("str")


def _tidy(text: str, table: str, ignore: tuple[str, ...]) -> str:
    code = tidy_code(text)
    if is_abroad(code) or (ignore and code.startswith(ignore)):
        return ""
    try:
        level_of(code)
    except ValueError as error:
        raise Refused(f"Tabel {table}: {error}.") from error
    return code


def categories(table: Table, name: str, meanings: Mapping[str, str]) -> "pd.Series[str]":
    """The breakdown of each row, by CBS's code. Raises `Refused` when the code list is not the one we know."""
    found = table.text(name)
    there = set(found.unique())
    if there != meanings.keys():
        new, gone = ", ".join(sorted(there - meanings.keys())), ", ".join(sorted(meanings.keys() - there))
        raise Refused(
            f"Tabel {table.id}: de indeling '{name}' is veranderd (nieuw: {new or 'geen'}; verdwenen: {gone or 'geen'}); "
            f"verwacht zijn {len(meanings)} bekende codes."
        )
    return found.map(meanings).astype("str")


def years(table: Table, name: str = "Perioden") -> "pd.Series[str]":
    """The year of each row ('2024JJ00' is 2024); '' for a month, quarter or half year, which `repairs` counts."""
    found = table.text(name)
    tidy = {code: code[:4] if code.endswith("JJ00") else "" for code in found.unique()}
    for code in tidy:
        if len(code) != 8 or not code[:4].isdigit():
            raise Refused(f"Tabel {table.id}: '{code}' is geen periode; verwacht is bijvoorbeeld 2024JJ00.")
    period = found.map(tidy).astype("str")
    if not period.all():
        table.repairs.append(
            f"Tabel {table.id}: {int((period == '').sum())} rijen over een deel van een jaar overgeslagen."
        )
    return period


def observations(
    table: Table,
    keys: pd.DataFrame,
    measures: Mapping[str, Numbers],
    *,
    since: Mapping[str, str] | None = None,
    all_exist: bool = False,
) -> pd.DataFrame:
    """The rows of `tables.OBSERVATIONS`; the boundaries are those of the year itself.

    keys: area, breakdown and period of every row of the table; a row with an area or period '' is left out. measures: by
    indicator. since: the first year in which an indicator was measured; before it there are no rows. all_exist: the table
    lists only areas of its year. Three rules make the rest: in a table of more years, an area without any value in a year
    did not exist then, and has no rows; a cell that came empty without a word was not published when no area of its level
    has it that year, and is suppressed when others do; where the country comes under two codes, the filled one counts.
    """
    parts = []
    for indicator, numbers in measures.items():
        part = keys.assign(indicator=indicator, value=numbers.value, status=numbers.reason)
        parts.append(part[part["period"] >= (since or {}).get(indicator, "")])
    rows = pd.concat(parts, ignore_index=True)
    rows = rows[(rows["area"] != "") & (rows["period"] != "")].astype(dict.fromkeys(_KEY, "category"))
    if not all_exist:
        rows = rows[rows["value"].notna().groupby([rows["area"], rows["period"]], observed=True).transform("any")]
    rows = _once(rows, table.id)
    if not rows["value"].notna().any():
        raise Refused(f"Tabel {table.id} bevat geen enkel getal; verwacht zijn cijfers.")
    rows["status"] = _statuses(rows, table)
    rows["vintage"] = rows["period"].astype("int64")
    return rows.astype(dict.fromkeys((*_KEY, "status"), "str"))[list(tables.OBSERVATIONS)].reset_index(drop=True)


def _once(rows: pd.DataFrame, table: str) -> pd.DataFrame:
    """Every key once: of two, the filled one. Raises `Refused` when both are filled and differ."""
    twice = rows[rows.duplicated(_KEY, keep=False)]
    if twice.empty:
        return rows.copy()
    differ = twice.groupby(_KEY, observed=True)["value"].nunique() > 1
    if differ.any():
        raise Refused(f"Tabel {table} geeft twee verschillende cijfers voor {differ.idxmax()}; verwacht is er één.")
    return rows.sort_values("value", na_position="last", kind="stable").drop_duplicates(_KEY).sort_index()


def _statuses(rows: pd.DataFrame, table: Table) -> "pd.Series[str]":
    """The period's status beside a value; beside an empty cell its reason."""
    known = {
        period: str(status)
        for period, status in table.period_statuses(
            rows["period"].cat.remove_unused_categories().cat.categories
        ).items()
    }
    codes = rows["area"].cat.categories
    level = rows["area"].map({code: "" if is_not_assignable(code) else str(level_of(code)) for code in codes})
    group = [level, rows["indicator"], rows["breakdown"], rows["period"]]
    published = rows["value"].notna().groupby(group, observed=True).transform("any") | (level == "")
    silent = rows["status"] == EMPTY
    words = np.select(
        [rows["value"].notna(), silent & ~published, silent],
        [rows["period"].astype("str").map(known), str(Missing.NOT_PUBLISHED), str(Missing.SUPPRESSED)],
        rows["status"],
    )
    return pd.Series(words, index=rows.index, dtype="str")
