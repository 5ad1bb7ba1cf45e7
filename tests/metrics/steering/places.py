"""Short ways to write projects and goals in the tables of these tests."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from tests.metrics.register_tables import table
from transition.metrics.steering.goal import Goal

GWH = "renewable_on_land_gwh"


def projects(rows: Mapping[str, Mapping[str, Any]]) -> pd.DataFrame:
    """Wind turbines of GM9003 that stand, unless a row says otherwise."""
    usual = {"municipality": "GM9003", "technology": "wind", "status": "realised"}
    return table("project", {id: {"name": id, **usual, **row} for id, row in rows.items()})


def goal(value: float = 100.0, year: int = 2030, **more: Any) -> Goal:
    return Goal(**{"indicator": GWH, "value": value, "year": year, **more})
