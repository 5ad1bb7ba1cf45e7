"""A forecast: the national path in scenarios, an area's own deviation with a band, and when there is none."""

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.metrics.forecast_panels import FAMILIES, NAN, PACE, POINTS, RATIO, SHARED, panels, table, with_values
from transition.domain.values import Gap
from transition.metrics.forecast.candidates import predicted
from transition.metrics.forecast.families import Family, Kind, family_of
from transition.metrics.forecast.forecast import Forecast, forecast
from transition.metrics.forecast.learned import learn
from transition.metrics.forecast.panel import Panel
from transition.metrics.forecast.path import Scenario

CONTINUED, SLOWER, SHOCK = Scenario
FALLING = {"a": [100.0, 90.0, 81.0, 72.9, 65.61], "b": [200.0, 180.0, 162.0, 145.8, 131.22], "c": [50.0] * 5}
GROWING = {"a": [10.0, 20, 30, 40, 50], "b": [5.0, 25, 45, 65, 85], "c": [1.0, 2, 3, 4, 5]}
SHARES = {"a": [90.0, 92, 94, 96, 99.5], "b": [10.0, 12, 14, 16, 18], "c": [40.0, 42, 44, 46, 48]}
JUMP = {code: [1000.0, 990.0, 980.1, 686.07, 679.2] for code in ("a", "b", "c")}


@pytest.mark.parametrize(
    ("rows", "family", "area", "ahead", "scenario", "expected"),
    [
        # use per home: the middle municipality lost 10 % a year; every area does so from where it is
        (FALLING, SHARED, "a", 1, CONTINUED, 59.049),
        (FALLING, SHARED, "a", 2, CONTINUED, 53.1441),
        (FALLING, SHARED, "c", 1, CONTINUED, 45.0),
        (FALLING, SHARED, "c", 2, SLOWER, 45.0),  # half the pace: two years do what one did
        # capacity: each at its own pace (10, 20 and 1 a year)
        (GROWING, PACE, "a", 1, CONTINUED, 60.0),
        (GROWING, PACE, "b", 3, CONTINUED, 145.0),
        (GROWING, PACE, "b", 3, SLOWER, 115.0),
        # a share: two points a year, never more than 100
        (SHARES, replace(POINTS, method="shared"), "b", 1, CONTINUED, 20.0),
        (SHARES, replace(POINTS, method="shared"), "a", 1, CONTINUED, 100.0),
        # the year most unlike the others (2019: three tenths less) comes once more, then usual years
        (JUMP, SHARED, "a", 1, SHOCK, 679.2 * 0.7),
        (JUMP, SHARED, "a", 2, SHOCK, 679.2 * 0.7 * (679.2 / 1000) ** (1 / 4)),
    ],
)
def test_what_an_area_becomes(rows, family, area, ahead, scenario, expected) -> None:  # type: ignore[no-untyped-def]
    found = forecast(learn(table(rows), family), area, 2030)
    assert isinstance(found, Forecast)
    assert found.years[ahead - 1].scenarios[scenario].total == pytest.approx(expected, rel=1e-4)


def test_the_shock_year_is_named_and_absent_from_a_short_record() -> None:
    assert learn(table(JUMP), SHARED).path.shock == 2019
    short = learn(table({code: row[:3] for code, row in JUMP.items()}), SHARED)
    assert short.path.shock is None


@pytest.mark.parametrize(
    ("row", "until", "reason"),
    [
        ([NAN, 90.0, 81.0, 72.9, 65.61], 2022, "over maar 4 jaren een cijfer"),
        ([NAN] * 5, 2022, "over geen enkel jaar"),
        ([100.0, 90.0, 81.0, 72.9, 65.61, NAN], 2022, "over 2021, het laatste jaar van de reeks, is er geen cijfer"),
        ([100.0, 90.0, 81.0, 72.9, 65.61], 2020, "over 2020 is al een cijfer"),
        ([100.0, 90.0, 81.0, 72.9, 0.0], 2022, "cijfer van 0"),
    ],
)
def test_without_enough_to_go_on_there_is_a_reason(row: list[float], until: int, reason: str) -> None:
    others = {code: [*values, 60.0][: len(row)] for code, values in FALLING.items()}
    found = forecast(learn(table({**others, "z": row}), SHARED), "z", until)
    assert isinstance(found, Gap)
    assert reason in found.detail
    unknown = forecast(learn(table(others), SHARED), "elders", until)
    assert isinstance(unknown, Gap)


def test_a_band_is_shown_only_when_its_look_ahead_was_checked_three_times() -> None:
    found = forecast(replace(learn(table(GROWING), PACE), held={}), "a", 2026)
    assert isinstance(found, Forecast)
    first, second, *rest = (year.band for year in found.years)
    assert not isinstance(first, Gap)
    assert first.checks == 3
    assert isinstance(second, Gap)
    assert "(2 jaar) is in deze reeks 2 keer na te gaan" in second.detail
    assert "(5 jaar) is in deze reeks niet na te gaan" in rest[2].detail  # type: ignore[union-attr]
    assert "verder dan 5 jaar" in rest[-1].detail  # type: ignore[union-attr]
    assert math.isnan(found.years[1].scenarios[CONTINUED].low)
    assert found.years[1].held is None


def test_with_few_municipalities_there_are_scenarios_and_the_reason_why_there_is_no_band() -> None:
    found = forecast(learn(table(GROWING), replace(PACE, least_areas=100)), "a", 2021)
    assert isinstance(found, Forecast)
    assert found.years[0].scenarios[CONTINUED].total == 60
    assert isinstance(band := found.years[0].band, Gap)
    assert "maar 3 gemeenten hebben dit cijfer" in band.detail


def test_an_area_outside_the_table_goes_along_but_has_no_band() -> None:
    own = dict(zip(range(2016, 2021), [1000.0, 900, 810, 729, 656.1], strict=True))
    found = forecast(learn(table(FALLING), SHARED), "", 2022, own)
    assert isinstance(found, Forecast)
    assert found.years[0].scenarios[CONTINUED].total == pytest.approx(590.49)
    assert isinstance(found.years[0].band, Gap)


def test_what_does_not_grow_has_no_band_of_growth() -> None:
    found = forecast(learn(table({**GROWING, "z": [10.0] * 5}), PACE), "z", 2021)
    assert isinstance(found, Forecast)
    assert found.years[0].scenarios[CONTINUED].total == 10
    assert isinstance(found.years[0].band, Gap)


def test_only_series_that_were_judged_have_a_family() -> None:
    assert isinstance(family_of("population_count"), Gap)
    assert isinstance(family_of("solar_capacity_kwp"), Family)


@settings(max_examples=10)
@given(one=panels(), family=st.sampled_from(FAMILIES), random=st.randoms())
def test_the_order_of_the_rows_never_matters(one: Panel, family: Family, random) -> None:  # type: ignore[no-untyped-def]
    order = list(range(len(one.codes)))
    random.shuffle(order)
    _same(one, with_values(one, one.values[order], one.codes[order]), family)


@settings(max_examples=10)
@given(one=panels(), family=st.sampled_from(FAMILIES))
def test_a_municipality_without_values_changes_nothing(one: Panel, family: Family) -> None:
    empty = np.full((1, len(one.years)), NAN)
    _same(one, with_values(one, np.vstack([empty, one.values]), np.array(["GM9999", *one.codes])), family)


@settings(max_examples=10)
@given(one=panels(), family=st.sampled_from((RATIO, SHARED, PACE)), times=st.sampled_from((0.001, 3.0, 1000.0)))
def test_other_units_change_nothing_but_the_unit(one: Panel, family: Family, times: float) -> None:
    _same(one, with_values(one, one.values * times), family, times)


@settings(max_examples=10)
@given(one=panels(gaps=False), family=st.sampled_from(FAMILIES))
def test_what_never_changed_stays_as_it_is(one: Panel, family: Family) -> None:
    still = with_values(one, np.repeat(one.values[:, -1:], len(one.years), axis=1))
    found = forecast(learn(still, family), one.codes[0], one.last + 8)
    assert isinstance(found, Forecast)
    for year in found.years:
        for outlook in year.scenarios.values():
            assert outlook.total == pytest.approx(one.values[0, -1])


@settings(max_examples=10)
@given(one=panels(), family=st.sampled_from(FAMILIES))
def test_parts_make_the_whole_inside_a_band_that_never_gets_surer(one: Panel, family: Family) -> None:
    learned = learn(one, family)
    shown = [band for horizon in range(1, 6) if not isinstance(band := learned.band(horizon), Gap)]
    assert all(far.low <= near.low and far.high >= near.high for near, far in pairwise(shown))
    for code in one.codes:
        found = forecast(learned, code, one.last + 5)
        if isinstance(found, Gap):
            continue
        for year in found.years:
            for outlook in year.scenarios.values():
                assert outlook.national + outlook.local == pytest.approx(outlook.total)
                if family.kind is Kind.POINTS:
                    assert 0 <= outlook.total <= 100
                if not isinstance(year.band, Gap) and family.kind is not Kind.PACE:
                    assert outlook.low <= outlook.total + 1e-9
                    assert outlook.total <= outlook.high + 1e-9


@pytest.mark.slow
@settings(max_examples=25)
@given(one=panels(), family=st.sampled_from(FAMILIES), ahead=st.integers(1, 5))
def test_the_forecast_is_the_candidate_that_the_backtest_judged(one: Panel, family: Family, ahead: int) -> None:
    said = predicted(one, family, family.method, ahead)
    learned = learn(one, family)
    for code, value in zip(one.codes, said, strict=True):
        found = forecast(learned, code, one.last + ahead)
        if isinstance(found, Forecast):
            assert found.years[-1].scenarios[CONTINUED].total == pytest.approx(max(value, 0.0))


def _same(one: Panel, other: Panel, family: Family, times: float = 1.0) -> None:
    """All areas of `one` have the same forecast in `other`, in a unit `times` as small; the shock year may be another of equals."""
    learned, again = learn(one, family), learn(other, family)
    for code in one.codes:
        first, second = forecast(learned, code, one.last + 5), forecast(again, code, one.last + 5)
        if isinstance(first, Gap):
            assert first == second
            continue
        assert isinstance(second, Forecast)
        for before, after in zip(first.years, second.years, strict=True):
            for scenario in (CONTINUED, SLOWER):
                a, b = before.scenarios[scenario], after.scenarios[scenario]
                assert [b.total, b.low, b.high] == pytest.approx(
                    [a.total * times, a.low * times, a.high * times], nan_ok=True
                )
