"""The backtest: what was known then and nothing later, the same cells for all, and bands that hold what they say."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.metrics.forecast_panels import FAMILIES, NAN, PACE, POINTS, RATIO, panels, table, with_values
from transition.metrics.forecast import backtest
from transition.metrics.forecast.band import bands, past_errors
from transition.metrics.forecast.deviation import Local, errors, similar_pace, total
from transition.metrics.forecast.families import Family
from transition.metrics.forecast.learned import learn
from transition.metrics.forecast.panel import Panel


@pytest.mark.parametrize(
    ("family", "level", "pace", "outcome", "ahead", "expected"),
    [
        # grown 10, 5 and 20 where 10 was expected: the country did as expected, one half of it, one twice
        (PACE, [100, 100, 100], [10, 10, 10], [110, 105, 120], 1, [0, -0.5, 1]),
        # the country at half its pace: who did half was no exception
        (PACE, [100, 100, 100], [10, 10, 10], [105, 105, 110], 1, [0, 0, 1]),
        (PACE, [100, 100, 100], [10, 10, 0], [120, 110, 100], 2, [2 / 3, -2 / 3, NAN]),
        # points: all fell by 3; the last one 2 more
        (POINTS, [50, 40, 30], [0, 0, 0], [47, 37, 25], 1, [0, 0, -2]),
        (POINTS, [50, 40, 30], [0, 0, -1], [47, 37, 25], 2, [0, 0, 0]),
        # a fifth less everywhere is no deviation; a tenth more than that is
        (RATIO, np.log([1000, 500, 100]).tolist(), [0, 0, 0], [800, 400, 88], 1, [0, 0, np.log(1.1)]),
    ],
)
def test_how_far_a_deviation_came_out(family, level, pace, outcome, ahead, expected) -> None:  # type: ignore[no-untyped-def]
    then = Local(np.array(level, dtype=float), np.array(pace, dtype=float))
    np.testing.assert_allclose(errors(family, then, np.array(outcome, dtype=float), ahead), expected, atol=1e-9)


def test_a_family_that_widens_does_so_by_the_number_of_years_it_learnt_from() -> None:
    found = {(2020, 1): np.array([-1.0, 0, 1]), (2021, 1): np.array([-2.0, 0, 2])}
    narrow, wide = (bands(found, replace(POINTS, widen=widen), 2022)[1] for widen in (False, True))
    assert (wide.low, wide.high) == pytest.approx((narrow.low * 1.5**0.5, narrow.high * 1.5**0.5))
    assert narrow == bands({**found, (2022, 1): np.array([9.0, 9, 9])}, replace(POINTS, widen=False), 2022)[1]


def test_growth_far_below_what_was_expected_stops_at_none() -> None:
    own = np.array([100.0]), np.array([10.0])
    assert [float(total(PACE, own, 2.0, 2, beside)[0]) for beside in (-9, -1, 0, 2)] == [100, 110, 120, 140]


def test_those_at_the_same_distance_as_the_last_of_fifty_all_count() -> None:
    levels = np.array([0.0, *([1.0] * 60), 9.0])
    paces = np.array([5.0, *range(60), 100.0])
    found = similar_pace(levels, paces)
    assert found[0] == np.median(range(60))
    assert similar_pace(np.array([1.0, NAN]), np.array([1.0, 2.0])).tolist() == [0.0, 0.0]


@pytest.mark.slow
@settings(max_examples=25)
@given(one=panels(), family=st.sampled_from(FAMILIES), data=st.data())
def test_another_future_changes_nothing_that_was_said_before(one: Panel, family: Family, data: st.DataObject) -> None:
    year = data.draw(st.integers(2016, 2023), label="known until")
    later = np.array(one.years) > year
    other = with_values(one, np.where(later, data.draw(st.floats(0.1, 90)), one.values))
    before, after = (backtest.coverage(p, family, "") for p in (one, other))
    np.testing.assert_array_equal(before[before["target"] <= year], after[after["target"] <= year])
    errors_before, errors_after = (backtest.scaled_errors(p, family, "").errors for p in (one, other))
    known = [
        frame[frame["origin"] + frame["ahead"] <= year]["error"].to_numpy() for frame in (errors_before, errors_after)
    ]
    np.testing.assert_array_equal(*known)
    first, second = (bands(past_errors(p, family), family, year) for p in (one, other))
    assert first == second


def test_the_present_does_count() -> None:
    one = table({"a": [10.0, 20, 30], "b": [5.0, 25, 45], "c": [1.0, 2, 3]})
    changed = one.values.copy()
    changed[1:, -1] = 35, 9
    assert learn(one, PACE).bands[1] != learn(with_values(one, changed), PACE).bands[1]


@pytest.mark.slow
@settings(max_examples=25)
@given(one=panels(), family=st.sampled_from(FAMILIES))
def test_how_often_it_held_is_what_the_backtest_says(one: Panel, family: Family) -> None:
    covered = backtest.coverage(one, family, "")
    held = learn(one, family).held
    assert sorted(held) == sorted(covered["ahead"].unique())
    for ahead, share in backtest.pooled(covered, ["ahead"]).items() if len(covered) else ():
        assert held[ahead].share == pytest.approx(share)
        assert held[ahead].worst == pytest.approx(covered.loc[covered["ahead"] == ahead, "local"].min())


def test_all_candidates_are_judged_on_the_same_cells_and_what_never_changed_is_counted_apart() -> None:
    rows = {f"GM{n:04}": [100.0 + n + (3 * n * year) % 11 for year in range(7)] for n in range(1, 9)}
    found = backtest.scaled_errors(table({**rows, "still": [50.0] * 7}), RATIO, "x")
    sizes = found.errors.groupby(["candidate", "ahead"]).size().unstack()
    assert (sizes == sizes.iloc[0]).all().all()
    assert found.flat == 4 + 3 + 2 + 1  # origins with an outcome, one to four years ahead
    table_of_ratios = backtest.ratios(found.errors)
    assert (table_of_ratios.loc["drift"] == 1).all()


def test_the_band_holds_eight_in_ten_of_what_behaves_as_it_always_did() -> None:
    random = np.random.default_rng(5)
    noise = np.cumsum(random.normal(0, 0.02, (342, 15)), axis=1)
    shocks = np.cumsum(random.normal(-0.03, 0.1, 15))
    values = 1500 * np.exp(random.normal(0, 0.2, (342, 1)) + noise + shocks)
    one = table({f"GM{n:04}": row.tolist() for n, row in enumerate(values)}, first=2010)
    family = replace(RATIO, method="shared", least_areas=100)
    covered = backtest.coverage(one, family, "")
    assert backtest.pooled(covered, ["ahead"]).between(0.76, 0.84).all()
    assert covered["continued"].min() < 0.3  # around one national path nothing is sure
