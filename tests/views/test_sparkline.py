"""The small trend beside a figure."""

import math
import re

from transition.views.sparkline import sparkline


def series(*values: float) -> list[tuple[str, float, str]]:
    return [(str(2015 + at), value, "final") for at, value in enumerate(values)]


def test_bars_start_at_zero() -> None:
    assert re.findall(r"height:(\d+)%", sparkline(series(50, 75, 100), "stijgt")) == ["50", "75", "100"]


def test_a_missing_year_is_an_open_place_and_never_a_zero() -> None:
    drawn = sparkline(series(1, 2, math.nan, 4), "stijgt")
    assert drawn.count("<span") == 4
    assert len(re.findall(r"height:\d+%", drawn)) == 3


def test_fewer_than_three_values_are_no_trend() -> None:
    assert sparkline(series(1, math.nan, 2), "x") == ""


def test_what_a_name_says_never_becomes_markup() -> None:
    assert "<script>" not in sparkline(series(1, 2, 3), 'a"><script>alert(1)</script>')
