"""What was found among the area processes, kept per question and state of the register: nothing is computed per row again."""

from dataclasses import dataclass, replace
from functools import lru_cache, partial

import numpy as np
import pandas as pd

from transition.domain.register.fields import PUBLIC
from transition.domain.selection import Selection
from transition.store import Snapshot
from transition.ui import area_data, area_links, area_map, registered
from transition.ui.area_data import State
from transition.views import area_list, area_sentences, areas
from transition.views.area_address import Asked

A_PAGE = 25
"""Areas on one page of the list."""


@dataclass(frozen=True)
class Found:
    """What fits a question: the rows of the overview in order, of how many, a sentence, and how many may not leave in a file."""

    rows: np.ndarray
    of: int
    sentence: str
    hidden: int

    @property
    def pages(self) -> int:
        """Of the list."""
        return max(1, -(-len(self.rows) // A_PAGE))


@lru_cache(maxsize=4)
def communities(snapshot: Snapshot, now: State) -> dict[str, str]:  # noqa: ARG001 - the state is the key
    """Id -> name, in order of the names."""
    names: dict[str, str] = registered.table(snapshot, "community")["name"].sort_values().to_dict()
    return names


def rows(snapshot: Snapshot, now: State, asked: Asked, code: str) -> pd.DataFrame:
    """The overview of what was found."""
    return area_data.search(snapshot).overview.iloc[found(snapshot, now, asked, code).rows]


def found(snapshot: Snapshot, now: State, asked: Asked, code: str) -> Found:
    """What fits a question within an area, on whichever page of the list; read-only."""
    return _found(snapshot, now, replace(asked, page=1), code)


@lru_cache(maxsize=64)
def _found(snapshot: Snapshot, now: State, asked: Asked, code: str) -> Found:
    search = area_data.search(snapshot)
    here, fits = search.within(code), search.find(asked.filters, code, asked.order)
    is_part = 0 < len(fits) < len(here)
    shown = fits if is_part else here
    told = search.overview if len(shown) == 1 else _counted(snapshot, now)
    sentence = area_sentences.overview(told.iloc[shown], areas.called(snapshot, code), is_part)
    return Found(fits, len(here), sentence, int(_hidden(snapshot, now)[fits].sum()))


@lru_cache(maxsize=2)
def _hidden(snapshot: Snapshot, now: State) -> np.ndarray:  # noqa: ARG001
    return area_data.search(snapshot).overview["visibility"].fillna(PUBLIC).ne(PUBLIC).to_numpy()


@lru_cache(maxsize=2)
def _counted(snapshot: Snapshot, now: State) -> pd.DataFrame:  # noqa: ARG001
    """The few columns that are counted: taking rows of all sixty is most of the work."""
    return area_data.search(snapshot).overview[list(area_sentences.OF_MANY)]


@lru_cache(maxsize=64)
def page(snapshot: Snapshot, now: State, asked: Asked, selection: Selection) -> str:
    """One page of the list as HTML."""
    first = (asked.page - 1) * A_PAGE
    shown = found(snapshot, now, asked, selection.area).rows[first : first + A_PAGE]
    return area_list.html(_columns(snapshot, now), shown, snapshot.areas, partial(area_links.address, selection))


@lru_cache(maxsize=2)
def _columns(snapshot: Snapshot, now: State) -> area_list.Columns:  # noqa: ARG001
    return area_list.columns(area_data.search(snapshot).overview)


@lru_cache(maxsize=8)
def map_of(snapshot: Snapshot, now: State, asked: Asked, code: str, dark: bool) -> tuple[bytes, int]:
    """The map of what was found as it travels (empty when nothing can be placed), and of how many the place is recorded."""
    shown = rows(snapshot, now, asked, code)
    spec, known = area_map.specification(snapshot, shown, dark, code)
    return area_map.packed(spec, f"Kaart met {len(shown)} gebieden. De lijst toont dezelfde gebieden."), known
