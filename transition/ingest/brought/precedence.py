"""A figure someone brought never stands above, or instead of, one that a publisher gives."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

_SERIES = ["indicator", "breakdown", "level", "period"]


def brought_ids(sources: Mapping[str, Mapping[str, Any]]) -> set[str]:
    """The sources in a snapshot that came as a file someone brought."""
    return {id for id, facts in sources.items() if facts.get("brought")}


def published_first(observed: pd.DataFrame, brought: set[str]) -> pd.DataFrame:
    """All rows, without those of a brought source whose series (same level and period) a publisher gives as well.

    observed: `tables.OBSERVATIONS` with `source` and `level`. What is left out stays stored with its source.
    """
    is_brought = observed["source"].isin(brought)
    if not is_brought.any():
        return observed
    published = pd.MultiIndex.from_frame(observed.loc[~is_brought, _SERIES].drop_duplicates())
    also_published = pd.MultiIndex.from_frame(observed[_SERIES]).isin(published)
    return observed[~(is_brought & also_published)].reset_index(drop=True)
