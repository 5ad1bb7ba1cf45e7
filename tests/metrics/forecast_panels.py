"""Small panels for the tests of the forecast."""

import math
from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from transition.metrics.forecast.families import Family, Kind
from transition.metrics.forecast.panel import Panel, panel

NAN = math.nan
RATIO = Family("ratio", Kind.RATIO, "similar_smoothed", learn_from=1, least_areas=1)
POINTS = Family("points", Kind.POINTS, "similar", widen=True, least_areas=1)
PACE = Family("pace", Kind.PACE, "drift", least_areas=1)
FAMILIES = (RATIO, POINTS, PACE)
SHARED = replace(RATIO, method="shared")


def table(rows: dict[str, list[float]], first: int = 2016) -> Panel:
    """A panel of rows of equal length, beginning in the year `first`."""
    values = np.array(list(rows.values()), dtype=float)
    return panel(np.array(list(rows)), tuple(range(first, first + values.shape[1])), values)


@st.composite
def panels(draw: st.DrawFn, highest: int = 100, gaps: bool = True) -> Panel:
    """Six to nine years of four to eight areas, values 1 to `highest`; with gaps, except in the newest year."""
    years, areas = draw(st.integers(6, 9)), draw(st.integers(4, 8))
    cells = st.integers(1, highest) | st.just(NAN) if gaps else st.integers(1, highest)
    rows = [
        [*draw(st.lists(cells, min_size=years - 1, max_size=years - 1)), draw(st.integers(1, highest))]
        for _ in range(areas)
    ]
    return table({f"GM{number:04}": [float(value) for value in row] for number, row in enumerate(rows)})


def with_values(one: Panel, values: np.ndarray, codes: np.ndarray | None = None) -> Panel:
    """The same years with other values."""
    return panel(one.codes if codes is None else codes, one.years, values)
