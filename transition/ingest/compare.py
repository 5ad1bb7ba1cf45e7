"""What a new edition changes beside the stored one."""

from typing import Any

import pandas as pd

_KEY = ["area", "indicator", "breakdown", "period"]


def changes(new: pd.DataFrame | None, old: pd.DataFrame | None) -> dict[str, Any]:
    """Counts of rows added, removed and revised (another value or status), new periods, and areas that are gone.

    Rows are those of `tables.OBSERVATIONS`; an absent table counts as empty.
    """
    columns = [*_KEY, "value", "status"]
    new = new[columns] if new is not None else pd.DataFrame(columns=columns)
    old = old[columns] if old is not None else pd.DataFrame(columns=columns)
    if old.empty:
        return {
            "added": len(new),
            "removed": 0,
            "revised": 0,
            "new_periods": sorted(new["period"].unique()),
            "areas_gone": [],
        }
    both = new.merge(old, on=_KEY, how="outer", suffixes=("", "_old"), indicator=True)
    kept = both[both["_merge"] == "both"]
    same = (kept["value"] == kept["value_old"]) | (kept["value"].isna() & kept["value_old"].isna())
    return {
        "added": int((both["_merge"] == "left_only").sum()),
        "removed": int((both["_merge"] == "right_only").sum()),
        "revised": int((~same | (kept["status"] != kept["status_old"])).sum()),
        "new_periods": sorted(set(new["period"]) - set(old["period"])),
        "areas_gone": sorted(set(old["area"]) - set(new["area"])),
    }
