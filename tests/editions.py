"""Publishes a next edition of the example region: every figure of its sources a little higher, under another date."""

import shutil
from pathlib import Path

from data.example import doggerland
from transition import store
from transition.ingest import run, snapshot
from transition.ingest.contract import Parsed
from transition.places import Places

NEXT = "2026-06-12"


def copied(example_data: Path, to: Path) -> Path:
    """A data folder of its own with the example region in it, to publish next editions in."""
    shutil.copytree(example_data, to, ignore=shutil.ignore_patterns("*.log", "*.lock"))
    return to


def publish_next(data: Path, edition: str = NEXT, factor: float = 1.05) -> str:
    """Serves an edition in which all figures of the served one are `factor` times as high, rounded; returns the snapshot's id."""
    where = Places(data).example
    served = store.open_served(where)
    assert served is not None
    tables = {}
    for source in (doggerland.GENERATION, doggerland.STATISTICS):
        rows = snapshot.stored_observations(where, source.id)
        assert rows is not None
        decimals = 1 if source is doggerland.STATISTICS else 0
        higher = (rows["value"] * factor).round(decimals).where(~rows["indicator"].str.endswith("_pct"), rows["value"])
        partial = served.snapshot.sources[source.id]["partial_periods"]
        tables[source] = Parsed(edition, rows.assign(value=higher), partial_periods=partial)
    return run.serve_parsed(where, tables, origin="example", came_from="voorbeeld")
