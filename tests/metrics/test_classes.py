from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transition.metrics import classes

numbers = st.lists(st.just(float("nan")) | st.floats(-1e9, 1e9, width=32) | st.integers(-5, 5).map(float), max_size=80)
methods = st.sampled_from(["quantile", "natural"])


@given(numbers, methods, st.integers(1, 6))
def test_bounds_rise_and_no_class_is_empty(values, method, count):
    bounds = classes.bounds(values, method, count)
    assert all(low < high for low, high in pairwise(bounds))
    assert len(bounds) < count or not bounds
    finite = np.array(values, dtype=float)
    finite = finite[np.isfinite(finite)]
    if len(finite):
        assert set(classes.class_of(finite, bounds)) == set(range(len(bounds) + 1))


@given(numbers, methods)
def test_every_value_has_one_class_in_the_order_of_the_values_and_a_missing_one_has_none(values, method):
    bounds = classes.bounds(values, method)
    found = classes.class_of(values, bounds)
    missing = np.isnan(np.array(values, dtype=float))
    assert ((found == -1) == missing).all()
    assert sum(classes.counts(found, bounds)) == int((~missing).sum())
    order = np.argsort(np.array(values, dtype=float)[~missing], kind="stable")
    assert (np.diff(found[~missing][order]) >= 0).all()


@given(numbers, methods, st.randoms())
def test_the_order_of_the_rows_never_matters(values, method, random):
    shuffled = list(values)
    random.shuffle(shuffled)
    assert classes.bounds(values, method) == classes.bounds(shuffled, method)


@given(numbers)
def test_the_histogram_counts_every_value_once(values):
    drawn = classes.histogram(values, classes.span(values))
    assert sum(drawn.counts) == int(np.isfinite(np.array(values, dtype=float)).sum())
    assert len(drawn.counts) == classes.BINS


def test_bounds_are_numbers_one_can_read():
    capacity = np.random.default_rng(7).lognormal(10, 1, 5_000)
    for method in ("quantile", "natural"):
        found = classes.bounds(capacity, method)
        assert len(found) == 5
        assert all(float(f"{bound:.3g}") == bound for bound in found), found


def test_a_bound_belongs_to_the_class_above_it():
    assert list(classes.class_of([9.9, 10, 20, np.nan], (10, 20))) == [0, 1, 2, -1]


@pytest.mark.parametrize(
    ("values", "expected"), [([], ()), ([5, 5, 5], ()), ([0, 0, 1], (1,)), ([0, 3, 120], (2.5, 100))]
)
def test_few_distinct_values_make_few_classes(values, expected):
    assert classes.bounds(values) == expected


def test_many_zeros_do_not_make_an_empty_class():
    bounds = classes.bounds([0] * 90 + list(range(1, 11)))
    assert classes.counts(classes.class_of([0] * 90 + list(range(1, 11)), bounds), bounds)[0] >= 90


def test_quantile_classes_hold_about_as_many_values_each():
    values = np.random.default_rng(3).lognormal(3, 1, 6_000)
    bounds = classes.bounds(values)
    held = classes.counts(classes.class_of(values, bounds), bounds)
    assert min(held) > 600
    assert max(held) < 1_400


def test_policy_bounds_stay_as_they_were_decided():
    assert classes.bounds([1, 2, 3], "policy", policy_bounds=(50, 25)) == (25, 50)
    with pytest.raises(ValueError, match="beleidsgrenzen"):
        classes.bounds([1, 2, 3], "policy")


def test_too_many_classes_are_refused():
    with pytest.raises(ValueError, match="aantal klassen is 7"):
        classes.bounds([1, 2], count=7)
