"""Limits for the rates of small areas: printed tables, scipy, and areas that differ more than chance can make them."""

import numpy as np
import pytest

from transition.metrics.comparison.funnel import PARTS, Funnel, Kind, Place, bounds, funnel
from transition.metrics.no_number import NoNumber, Why

NAN = np.nan


def made(counts: list[float], sizes: list[float], kind: Kind = Kind.PROPORTION) -> Funnel:
    codes = [f"GM{at:04}" for at in range(len(counts))]
    found = funnel(codes, np.array(counts, dtype=float), np.array(sizes, dtype=float), kind)
    assert isinstance(found, Funnel)
    return found


def test_binomial_limits_are_those_of_the_printed_table() -> None:
    """20 cases at one half. P(X <= 5) = 0.0207, P(X <= 6) = 0.0577; P(X <= 2) = 0.0002, P(X <= 3) = 0.0013."""
    low998, low95, high95, high998 = 20 * bounds(0.5, np.array([20.0]), Kind.PROPORTION)[0]
    assert low95 == pytest.approx(6 - (0.0577 - 0.025) / (0.0577 - 0.0207), abs=0.01)
    assert low998 == pytest.approx(3 - (0.0013 - 0.001) / (0.0013 - 0.0002), abs=0.03)
    assert (high95, high998) == pytest.approx((20 - low95, 20 - low998), abs=0.05)


def test_poisson_limits_are_those_of_the_printed_table() -> None:
    """10 expected: P(X <= 3) = 0.0103, P(X <= 4) = 0.0293; P(X <= 16) = 0.9730, P(X <= 17) = 0.9857."""
    low95, high95 = bounds(0.01, np.array([1000.0]), Kind.RATE)[0, 1:3] * 1000
    assert low95 == pytest.approx(4 - (0.0293 - 0.025) / (0.0293 - 0.0103), abs=0.01)
    assert high95 == pytest.approx(18 - (0.9857 - 0.975) / (0.9857 - 0.9730), abs=0.01)


@pytest.mark.slow
@pytest.mark.parametrize("centre", [0.001, 0.03, 0.2, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("kind", Kind)
def test_limits_are_those_of_scipy_for_small_and_large_areas(centre: float, kind: Kind) -> None:
    stats = pytest.importorskip("scipy.stats")
    sizes = np.array([1, 3, 10, 40, 150, 390, 410, 1_000, 5_000, 20_000, 90_000, 900_000], dtype=float)
    for row, size in zip(bounds(centre, sizes, kind), sizes, strict=True):
        spread = stats.binom(size, centre) if kind is Kind.PROPORTION else stats.poisson(size * centre)
        for limit, part in zip(row, PARTS, strict=True):
            at = spread.ppf(part)
            exact = at - (spread.cdf(at) - part) / spread.pmf(at) + (part > 0.5)
            highest = size if kind is Kind.PROPORTION else np.inf
            assert limit * size == pytest.approx(np.clip(exact, 0, highest), abs=0.06), (size, part)


def test_the_smaller_the_area_the_wider_its_limits_and_the_same_rate_stands_out_only_in_a_large_one() -> None:
    found = made([8, 800, 200, 2000, 210, 190], [20, 2000, 1000, 10000, 1000, 1000])
    assert found.centre == pytest.approx(3408 / 15020)
    assert found.rates[0] == found.rates[1]
    alone = bounds(found.centre, found.sizes, Kind.PROPORTION)
    assert found.rates[0] < alone[0, 2]
    assert found.rates[1] > alone[1, 3]


def test_what_chance_makes_is_called_chance() -> None:
    chance = np.random.default_rng(3)
    sizes = np.exp(chance.uniform(3, 9, 342)).round()
    found = made(chance.binomial(sizes.astype(int), 0.1).tolist(), sizes.tolist())
    assert not found.differs_more_than_chance
    assert found.dispersion == pytest.approx(1, abs=0.25)
    assert 0.01 < found.outside_chance / found.known < 0.09
    assert found.places.count(Place.ABOVE_998) + found.places.count(Place.BELOW_998) <= 3


def test_where_areas_really_differ_the_limits_leave_room_and_only_the_odd_one_stands_out() -> None:
    chance = np.random.default_rng(5)
    sizes = np.exp(chance.uniform(8, 12, 342)).round()
    true = chance.normal(0.3, 0.05, 342)
    true[7] = 0.7
    found = made((true * sizes).round().tolist(), sizes.tolist())
    assert found.differs_more_than_chance
    assert found.outside_chance > 250
    assert found.between == pytest.approx(0.05, rel=0.15)
    assert found.places[7] is Place.ABOVE_998
    assert sum(place in (Place.ABOVE_998, Place.BELOW_998) for place in found.places) <= 4


@pytest.mark.parametrize("kind", Kind)
def test_limits_make_no_jump_where_adding_up_gives_way_to_the_expansion(kind: Kind) -> None:
    sizes = np.arange(480.0, 640.0)  # a variance of 100 lies at 500 and at 625
    counts = bounds(0.2, sizes, kind) * sizes[:, None]
    steps = np.diff(counts, axis=0)
    assert steps.min() > 0
    assert steps.max() < 0.45


@pytest.mark.parametrize("centre", [0.004, 0.1, 0.63])
def test_having_it_and_not_having_it_give_the_same_limits(centre: float) -> None:
    sizes = np.array([12.0, 80, 4000])
    turned = 1 - bounds(1 - centre, sizes, Kind.PROPORTION)[:, ::-1]
    np.testing.assert_allclose(bounds(centre, sizes, Kind.PROPORTION), turned, atol=1e-9)


def test_an_area_without_a_figure_lies_nowhere_and_does_not_move_the_middle() -> None:
    found = made([NAN, 10, 10, 10, 10, 10, 3], [50, 100, 100, 100, 100, 100, 0])
    assert (found.places[0], found.places[6]) == (Place.UNKNOWN, Place.UNKNOWN)
    assert (found.centre, found.known) == (0.1, 5)
    assert np.isnan(found.limits[0]).all()


@pytest.mark.parametrize(
    ("counts", "sizes", "why"),
    [
        ([1, 2, 3, 4], [10, 10, 10, 10], Why.TOO_FEW_CASES),
        ([0, 0, 0, 0, 0], [10, 10, 10, 10, 10], Why.NO_FIGURE),
        ([9, 9, 9, 9, 9], [9, 9, 9, 9, 9], Why.NO_FIGURE),
    ],
)
def test_too_few_areas_or_nobody_or_everybody_makes_no_funnel(
    counts: list[float], sizes: list[float], why: Why
) -> None:
    found = funnel("abcde"[: len(counts)], np.array(counts, float), np.array(sizes, float), Kind.PROPORTION)
    assert isinstance(found, NoNumber)
    assert found.why is why


def test_more_than_all_is_a_mistake_that_names_the_area() -> None:
    with pytest.raises(ValueError, match="b: 12 of 10"):
        funnel("abcde", np.array([1.0, 12, 1, 1, 1]), np.full(5, 10.0), Kind.PROPORTION)
