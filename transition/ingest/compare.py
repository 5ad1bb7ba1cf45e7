"""What a new edition changes beside the stored one: counts, the largest revisions, and the values that were replaced."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from transition import catalog, tables
from transition.domain.areas import Level
from transition.domain.indicators import AddsUp
from transition.domain.values import Missing
from transition.ingest.check import levels_of

LARGEST = 10
"""How many of the largest revisions a report names."""
COUNTED = ("added", "removed", "revised", "filled", "emptied", "status")
"""The kinds of change a report counts; see `beside`."""
_KEY = ["area", "indicator", "breakdown", "period"]
_COLUMNS = [*_KEY, "value", "status"]
_NEVER_SHOWN_AGAIN = str(Missing.SUPPRESSED)
"""A value the publisher now keeps secret is not kept by us either."""


def beside(new: pd.DataFrame | None, old: pd.DataFrame | None) -> pd.DataFrame:
    """Both editions side by side: key, value, status, value_old, status_old, and `kind`.

    Rows are those of `tables.OBSERVATIONS`; an absent table counts as empty. kind: 'added' and 'removed' (the row is in one of
    them), 'revised' (another value), 'filled' and 'emptied' (a value where there was a reason, and the other way round),
    'status' (the same, only another status), 'same'.
    """
    new = new[_COLUMNS] if new is not None else pd.DataFrame(columns=_COLUMNS)
    old = old[_COLUMNS] if old is not None else pd.DataFrame(columns=_COLUMNS)
    both = new.merge(old, on=_KEY, how="outer", suffixes=("", "_old"), indicator=True)
    value, before = both["value"].astype(float), both["value_old"].astype(float)
    kind = np.select(
        [
            both["_merge"] == "left_only",
            both["_merge"] == "right_only",
            before.isna() & value.notna(),
            before.notna() & value.isna(),
            (value != before) & value.notna(),
            both["status"] != both["status_old"],
        ],
        ["added", "removed", "filled", "emptied", "revised", "status"],
        "same",
    )
    return both.drop(columns="_merge").assign(value=value, value_old=before, kind=kind)


def changes(new: pd.DataFrame | None, old: pd.DataFrame | None) -> dict[str, Any]:
    """The report of one source (see `report`), from its two tables."""
    return report(beside(new, old), is_first=old is None)


def report(found: pd.DataFrame, *, is_first: bool = False) -> dict[str, Any]:
    """Counts per kind of change, new periods, areas that are gone and the largest revisions; plain values, for JSON.

    found: of `beside`. is_first: nothing was stored before, so that every row is new.
    """
    counts = found["kind"].value_counts()
    result: dict[str, Any] = {kind: int(counts.get(kind, 0)) for kind in COUNTED}
    now, before = found[found["kind"] != "removed"], found[found["kind"] != "added"]
    result["new_periods"] = sorted(set(now["period"]) - set(before["period"]))
    result["areas_gone"] = sorted(set(before["area"]) - set(now["area"]))
    result["first"] = is_first
    result["largest"] = largest(found)
    return result


def largest(found: pd.DataFrame, number: int = LARGEST) -> list[dict[str, Any]]:
    """The revisions that matter most, the largest first; of one area, indicator and period only the largest.

    A percentage alone would name hamlets that went from 2 to 4, a difference alone would name the country ten times, and
    differences in kWp and in percentage points cannot be compared at all. So both count: a figure that adds up weighs with the
    difference relative to the figure, times the square root of how many times larger it is than the median area of its level;
    a share or a mean with the difference relative to the median of its level. `weight` is that number, without a unit.
    """
    revised = found[found["kind"] == "revised"]
    if revised.empty:
        return []
    size = revised[["value_old", "value"]].abs().max(axis=1)
    group = [levels_of(revised["area"]), revised["indicator"]]
    typical = _typical(found).reindex(pd.MultiIndex.from_arrays(group)).to_numpy()
    difference = (revised["value"] - revised["value_old"]).abs()
    sums = revised["indicator"].map(lambda id: catalog.indicator(id).adds_up is AddsUp.SUM)
    weight = np.where(sums, np.sqrt(size * typical), typical)
    ordered = revised.assign(weight=difference / weight).sort_values(["weight", *_KEY], ascending=[False, *[True] * 4])
    first = ordered.drop_duplicates(["area", "indicator", "period"]).head(number)
    columns = [*_KEY, "value_old", "status_old", "value", "status", "weight"]
    rows: list[dict[str, Any]] = first[columns].to_dict(orient="records")  # type: ignore[assignment]
    return rows


def _typical(found: pd.DataFrame) -> "pd.Series[float]":
    """The median size of the totals that were stored, per level and indicator; of the parts where there is no total; never 0."""
    stored = found[found["value_old"].notna()]
    stored = stored.assign(size=stored[["value_old", "value"]].abs().max(axis=1), level=levels_of(stored["area"]))
    medians: pd.Series[float] = stored[stored["breakdown"] == ""].groupby(["level", "indicator"])["size"].median()
    of_parts: pd.Series[float] = stored.groupby(["level", "indicator"])["size"].median()
    both = medians.reindex(of_parts.index).fillna(of_parts)
    return both.where(both > 0, 1.0)


def is_nothing(report: Mapping[str, Any]) -> bool:
    """Whether a report tells of no change at all."""
    return not any(
        report[name] for name in (*COUNTED, "new_periods", "areas_gone", "new_layers", "layers_gone", "first")
    )


def in_words(report: Mapping[str, Any]) -> str:
    """The counts of a report as one plain Dutch phrase: what was added, removed, revised; new years; areas that are gone."""
    if report["first"]:
        return f"voor het eerst geladen: {report['added']} cijfers" if report["added"] else "voor het eerst geladen"
    counted = {
        "nieuw": "added",
        "weg": "removed",
        "herzien": "revised",
        "voor het eerst ingevuld": "filled",
        "niet meer gegeven": "emptied",
        "alleen een andere status": "status",
    }
    named = {
        "nieuwe jaren": report["new_periods"],
        "gebieden weg": report["areas_gone"],
        "nieuwe grenzen": report["new_layers"],
        "grenzen weg": report["layers_gone"],
    }
    parts = [
        f"{report[key]} {word}"
        for word, key in counted.items()
        if report[key] or key in ("added", "removed", "revised")
    ]
    parts += [f"{word}: {_few(names)}" for word, names in named.items() if names]
    return ", ".join(parts)


def _few(names: Sequence[str]) -> str:
    return " ".join(names[:8]) + (f" en nog {len(names) - 8}" if len(names) > 8 else "")


def replaced(found: pd.DataFrame, *, source: str, edition_old: str, edition: str, on: str) -> pd.DataFrame:
    """The values that were replaced, as `tables.REVISIONS`. on: the ISO date of the refresh.

    Values that appear where there was a reason are in it too; `carried` keeps those only where a value stood before.
    """
    changed = found[found["kind"].isin(("revised", "emptied", "filled")) & (found["status"] != _NEVER_SHOWN_AGAIN)]
    facts = {"edition_old": edition_old, "edition": edition, "revised_on": on, "source": source}
    return changed.assign(**facts)[list(tables.REVISIONS)].astype(_TYPES)


_TYPES = {name: "float64" if name.startswith("value") else "str" for name in tables.REVISIONS}


def became_secret(found: pd.DataFrame) -> pd.DataFrame:
    """The keys (area, indicator, breakdown, period) whose value the publisher keeps secret from now on."""
    return found.loc[(found["kind"] == "emptied") & (found["status"] == _NEVER_SHOWN_AGAIN), _KEY]


def carried(before: pd.DataFrame | None, new: Sequence[pd.DataFrame], secret: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """All replaced values until now, each once, the oldest first per value: those of the stored snapshot and the new ones.

    What was filled in for the first time has no predecessor and is left out; the history of what became secret (keys of
    `became_secret`) is forgotten.
    """
    parts = [part for part in (before, *new) if part is not None and len(part)]
    if not parts:
        return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in _TYPES.items()})
    together = pd.concat(parts, ignore_index=True).drop_duplicates(ignore_index=True)
    for keys in secret:
        gone = pd.MultiIndex.from_frame(together[_KEY]).isin(pd.MultiIndex.from_frame(keys))
        together = together[~gone]
    had_value = together["value_old"].notna().groupby([together[column] for column in _KEY]).cummax()
    return together[had_value.astype(bool)].sort_values(_KEY, kind="stable", ignore_index=True)


def layers_beside(new: Mapping[tuple[Level, int], Any], stored: Mapping[str, int] | None) -> dict[str, list[str]]:
    """Boundary layers ('gemeente-2026') that are new, and those that are gone."""
    now = {f"{level}-{year}" for level, year in new}
    return {"new_layers": sorted(now - set(stored or ())), "layers_gone": sorted(set(stored or ()) - now)}
