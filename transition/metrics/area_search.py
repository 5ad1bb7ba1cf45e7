"""Finds area processes: by words, by what is recorded of them, and by where they lie; and puts them in order."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from transition.domain.areas import Area
from transition.metrics.area_scope import Places

ANY = "any"
"""A filter on what holds up: anything at all."""
NOTHING = "none"
"""A filter on what is not recorded."""
PAST, AHEAD = "past", "ahead"
"""Filters on the planned day of the next step."""
ORDERS = ("name", "next", "decision", "reached", "idle", "phase", "gap")


@dataclass(frozen=True)
class Filters:
    """What a reader looks for; '' leaves a question open.

    phase and community may be `NOTHING`, blocked may be `ANY`; planning is `PAST`, `AHEAD` (today counts) or `NOTHING`.
    """

    words: str = ""
    theme: str = ""
    phase: str = ""
    state: str = ""
    lead_state: str = ""
    community: str = ""
    blocked: str = ""
    planning: str = ""


_GOING_ON = ("running", "paused")
_COLUMNS = {"theme": "theme", "phase": "phase", "state": "state", "lead_state": "lead_state", "community": "community"}


class Search:
    """An overview made ready for searching: nothing is computed per row when a reader changes a filter."""

    def __init__(
        self,
        overview: pd.DataFrame,
        areas: Mapping[str, Area],
        became: Mapping[str, Sequence[str]],
        ladder: Sequence[str],
        parties: Mapping[str, str],
    ) -> None:
        """overview: of `area_processes.overview`. parties: per area more names it can be found by. ladder: the phases in order."""
        self.overview = overview
        self._places = Places(overview, areas, became)
        self._texts = [
            folded(" · ".join(str(word) for word in (*row, parties.get(id, "")) if isinstance(word, str)))
            for id, *row in zip(
                overview.index,
                overview["name"],
                overview["lead_name"],
                overview["community_name"],
                overview["municipalities"].map(lambda codes: _names(codes, areas)),
                strict=True,
            )
        ]
        self._values = {name: overview[column].fillna("").to_numpy(dtype=str) for name, column in _COLUMNS.items()}
        due = overview["due_in"].to_numpy(dtype=float)
        self._values["planning"] = np.select([due < 0, due >= 0], [PAST, AHEAD], "")
        self._blocked = overview["blockage"].fillna("").to_numpy(dtype=str)
        steps = overview["phase"].map({phase: place for place, phase in enumerate(ladder)})
        self._ranks = {
            "name": np.arange(len(overview)),
            "next": _rank(overview["next_due"]),
            "decision": _rank(pd.to_datetime(overview["decision_on"])),
            "reached": _rank(
                overview["last_on"].where(overview["state"].isin(_GOING_ON) & overview["next_code"].notna())
            ),
            "idle": _rank(-overview["idle"]),
            "phase": _rank(-steps.astype(float)),
            "gap": _rank(-overview["gap"].astype(float)),
        }

    def within(self, code: str) -> np.ndarray:
        """The rows of all area processes that lie in an area."""
        return self._places.within(code)

    def find(self, filters: Filters, code: str, order: str) -> np.ndarray:
        """The rows that fit, in one of `ORDERS`: by name, soonest step, soonest decision, longest since a step was reached,
        longest unchanged, furthest phase, largest gap.

        What is not known comes last (for 'reached' also what ended or has no step to go); ties are in order of name.
        """
        rows = self._places.within(code)
        keep = np.ones(len(rows), dtype=bool)
        for name, values in self._values.items():
            asked = getattr(filters, name)
            if asked:
                keep &= values[rows] == ("" if asked == NOTHING else asked)
        if filters.blocked:
            keep &= self._blocked[rows] != "" if filters.blocked == ANY else self._blocked[rows] == filters.blocked
        rows = rows[keep]
        for word in folded(filters.words).split():
            rows = np.array([row for row in rows.tolist() if word in self._texts[row]], dtype=int)
        return rows[np.argsort(self._ranks[order][rows], kind="stable")]


def folded(text: str) -> str:
    """A text as it is compared: without accents and capitals."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()


def _names(codes: object, areas: Mapping[str, Area]) -> str:
    return " · ".join(areas[code].name for code in codes if code in areas) if isinstance(codes, tuple) else ""


def _rank(values: pd.Series) -> np.ndarray:
    return values.rank(method="dense", na_option="bottom").to_numpy()
