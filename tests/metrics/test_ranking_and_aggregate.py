"""Ranks inside a group, and wholes from parts."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transition import catalog
from transition.domain.indicators import Direction
from transition.domain.values import Gap
from transition.metrics.aggregate import whole
from transition.metrics.ranking import ranks

SOLAR = catalog.indicator("solar_capacity_kwp")
GAS = catalog.indicator("gas_use_m3_per_dwelling")
DENSITY = catalog.indicator("population_density_per_km2")
NAN = math.nan


@pytest.mark.parametrize(
    ("values", "groups", "direction", "rank", "of"),
    [
        ([10, 30, 20], ["a", "a", "a"], Direction.UP, [3, 1, 2], [3, 3, 3]),
        ([10, 30, 20], ["a", "a", "a"], Direction.DOWN, [1, 3, 2], [3, 3, 3]),
        ([10, 30, NAN], ["a", "a", "a"], Direction.UP, [2, 1, NAN], [2, 2, NAN]),
        ([10, 30, 30], ["a", "a", "a"], Direction.UP, [3, 1, 1], [3, 3, 3]),
        ([10, 30, 20], ["a", "b", ""], Direction.UP, [1, 1, NAN], [1, 1, NAN]),
    ],
    ids=["high-first", "low-first", "missing", "equal", "groups"],
)
def test_a_rank_stands_inside_its_group(values, groups, direction, rank, of) -> None:  # type: ignore[no-untyped-def]
    found = ranks(np.array(values, dtype=float), np.array(groups), direction)
    np.testing.assert_array_equal(found[0], rank)
    np.testing.assert_array_equal(found[1], of)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=30), st.randoms())
def test_the_order_of_the_rows_never_matters_to_a_rank(values: list[int], random) -> None:  # type: ignore[no-untyped-def]
    order = list(range(len(values)))
    random.shuffle(order)
    group = np.array(["a"] * len(values))
    straight, _ = ranks(np.array(values, dtype=float), group, Direction.UP)
    shuffled, _ = ranks(np.array(values, dtype=float)[order], group, Direction.UP)
    np.testing.assert_array_equal(straight[order], shuffled)


def test_a_sum_is_the_sum_of_all_its_parts() -> None:
    assert whole(SOLAR, {"GM1": 1.5, "GM2": 2.5}, ["GM1", "GM2"]) == 4.0


def test_a_sum_with_a_missing_part_is_a_gap_that_says_how_many_are_missing() -> None:
    found = whole(SOLAR, {"GM1": 1.5, "GM2": NAN}, ["GM1", "GM2", "GM3"])
    assert isinstance(found, Gap)
    assert "2 van de 3" in found.detail


def test_a_rate_is_rebuilt_from_its_weights_and_never_averaged() -> None:
    found = whole(GAS, {"GM1": 1000, "GM2": 500}, ["GM1", "GM2"], {"GM1": 100, "GM2": 300})
    assert found == 625.0


def test_a_rate_without_weights_is_a_gap() -> None:
    assert isinstance(whole(GAS, {"GM1": 1000, "GM2": 500}, ["GM1", "GM2"]), Gap)
    assert isinstance(whole(GAS, {"GM1": 1000}, ["GM1"], {"GM1": 0}), Gap)


def test_what_never_adds_up_is_refused() -> None:
    assert isinstance(whole(DENSITY, {"GM1": 10}, ["GM1"], {"GM1": 1}), Gap)


@given(st.dictionaries(st.sampled_from([f"GM{n}" for n in range(9)]), st.floats(0, 1e6), min_size=1))
def test_a_weighted_mean_lies_between_its_parts(parts: dict[str, float]) -> None:
    found = whole(GAS, parts, list(parts), dict.fromkeys(parts, 2.0))
    assert isinstance(found, float)
    assert min(parts.values()) - 1e-6 <= found <= max(parts.values()) + 1e-6
