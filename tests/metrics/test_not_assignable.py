"""What the publisher could give to no area is no area of any level, and is not lost."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from transition import cube
from transition.domain.areas import NOT_ASSIGNABLE, Level
from transition.ingest.check import levels_of
from transition.metrics.figures import not_assignable
from transition.store import Snapshot


@pytest.mark.parametrize("code", ["GM0000", "GM9999", "WK999999", "BU99999999", "ES99", "ET9999", "PV99"])
def test_an_unknown_municipality_wijk_or_buurt_is_not_counted_among_the_real_ones(code: str) -> None:
    assert levels_of(pd.Series([code])).tolist() == [NOT_ASSIGNABLE]


@pytest.mark.parametrize(
    ("level", "expected"), [(Level.WIJK, 792.0), (Level.BUURT, 791.0), (Level.GEMEENTE, 790.0), (Level.LAND, None)]
)
def test_what_belongs_to_no_area_is_found_per_level(tmp_path: Path, level: Level, expected: float | None) -> None:
    rows = pd.DataFrame({"area": ["WK999999", "BU99999999", "GM9999"], "value": [792.0, 791.0, 790.0]})
    rows = rows.assign(
        indicator="solar_homes_capacity_kwp", breakdown="", period="2019", status="final", vintage=2019, source="s"
    )
    (tmp_path / "manifest.json").write_text('{"id": "x", "origin": "real", "sources": {}}', encoding="utf-8")
    cube.write(tmp_path / "cube", NOT_ASSIGNABLE, rows)
    found = not_assignable(Snapshot(tmp_path), "solar_homes_capacity_kwp", level, "2019")
    assert found == expected
    assert found is None or not np.isnan(found)
