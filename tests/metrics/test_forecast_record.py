"""What a forecast learns from: years measured alike, cut at every break."""

import numpy as np

from transition.domain.indicators import Break
from transition.domain.values import STATUS_CODES, Missing, Status
from transition.metrics.forecast.record import cut
from transition.store import Column


def column(values: dict[str, float]) -> Column:
    statuses = np.full(len(values), STATUS_CODES.index(Status.FINAL), dtype=np.int8)
    return Column(np.array(list(values)), np.array(list(values.values())), statuses, "test", 2025)


YEARS = {2019: {"a": 1.0}, 2020: {"a": 2.0, "b": 5.0}, 2021: {"a": 3.0, "b": 6.0}, 2022: {"b": 60.0}}
COLUMNS = {year: column(values) for year, values in YEARS.items()}


def test_no_line_runs_through_a_break() -> None:
    changed = Break("2021", "anders gemeten")
    before, after = cut(COLUMNS, [changed])
    assert (before.panel.years, before.ends) == ((2019, 2020), changed)
    assert (after.panel.years, after.ends) == ((2021, 2022), None)


def test_a_break_after_the_last_year_ends_the_series_and_one_before_the_first_does_not_matter() -> None:
    stopped = Break("2023", "gestopt")
    (found,) = cut(COLUMNS, [Break("2010", "lang geleden"), stopped])
    assert found.ends == stopped
    assert found.panel.last == 2022


def test_an_area_without_a_row_has_no_value_and_says_so() -> None:
    (found,) = cut(COLUMNS, [])
    row = found.panel.values[found.panel.place("b")]
    np.testing.assert_array_equal(row, [np.nan, 5, 6, 60])
    assert STATUS_CODES[found.panel.statuses[found.panel.place("b"), 0]] == Missing.NOT_MEASURED
    assert cut({}, []) == []


def test_a_year_in_which_nobody_has_a_value_is_left_out() -> None:
    (found,) = cut({**COLUMNS, 2023: column({"a": np.nan, "b": np.nan})}, [])
    assert found.panel.last == 2022
