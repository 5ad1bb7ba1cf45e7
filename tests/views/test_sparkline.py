"""The small trend beside a figure."""

import math

from transition.views.sparkline import sparkline


def series(*values: float) -> list[tuple[str, float, str]]:
    return [(str(2015 + at), value, "final") for at, value in enumerate(values)]


def test_a_gap_breaks_the_line_and_never_becomes_zero() -> None:
    drawn = sparkline(series(1, 2, math.nan, 3, 4), "stijgt")
    assert drawn.count("<polyline") == 2
    assert "nan" not in drawn


def test_fewer_than_three_values_are_no_trend() -> None:
    assert sparkline(series(1, math.nan, 2), "x") == ""


def test_a_flat_series_lies_in_the_middle() -> None:
    assert ",18.0" in sparkline(series(5, 5, 5), "vlak")


def test_what_a_name_says_never_becomes_markup() -> None:
    assert "<script>" not in sparkline(series(1, 2, 3), 'a"><script>alert(1)</script>')
