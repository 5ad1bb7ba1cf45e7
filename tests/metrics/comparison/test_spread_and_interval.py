"""'x of n', middle and quartiles inside a group; intervals for few: against textbook figures, and scipy where it is there."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transition.domain.indicators import Direction
from transition.metrics.band import Band
from transition.metrics.comparison.interval import Link, Shows, link, ranked, share
from transition.metrics.comparison.spread import Spread, spread, spreads
from transition.metrics.no_number import NoNumber, Why

NAN = np.nan
ABC = tuple("abcdefgh")


def seen(values: tuple[float, ...], direction: Direction = Direction.UP) -> Spread:
    made = spread(ABC[: len(values)], values, direction)
    assert isinstance(made, Spread)
    return made


@pytest.mark.parametrize(
    ("values", "direction", "rank", "of", "missing"),
    [  # the area itself first
        ((30, 10, 20, 40), Direction.UP, 2, 4, ()),
        ((30, 10, 20, 40), Direction.DOWN, 3, 4, ()),
        ((30, 30, 40, 10), Direction.UP, 2, 4, ()),  # equal figures share the best place
        ((30, NAN, 40, NAN), Direction.UP, 2, 2, ("b", "d")),
        ((0, 0, 0), Direction.UP, 1, 3, ()),
    ],
)
def test_a_place_counts_only_those_with_a_figure(
    values: tuple[float, ...], direction: Direction, rank: int, of: int, missing: tuple[str, ...]
) -> None:
    made = seen(values, direction)
    assert (made.rank, made.of, made.missing) == (rank, of, missing)


def test_quartiles_are_those_of_the_textbook() -> None:
    """7, 15, 36, 39, 40, 41: 20.25, 37.5 and 39.75, as in a spreadsheet."""
    made = seen((36, 40, 7, 41, 39, 15, NAN))
    assert (made.low_quartile, made.median, made.high_quartile) == (20.25, 37.5, 39.75)
    assert (made.least, made.most) == (7, 41)


def test_under_five_figures_there_is_no_middle_only_points() -> None:
    made = seen((1, 2, 3, 4, NAN, NAN))
    assert made.is_few
    assert isinstance(made.median, NoNumber)
    assert (made.median.why, made.median.facts["found"]) == (Why.TOO_FEW_CASES, 4)


def test_without_a_figure_of_its_own_an_area_has_no_place_but_the_group_has_its_middle() -> None:
    made = seen((NAN, 1, 2, 3, 4, 5))
    assert isinstance(made.rank, NoNumber)
    assert (made.median, made.of, made.missing) == (3, 5, ("a",))


def test_a_measure_nobody_has_is_no_number() -> None:
    made = spread("ab", (NAN, NAN), Direction.UP)
    assert isinstance(made, NoNumber)
    assert made.why is Why.NO_FIGURE


@settings(max_examples=25)
@given(st.lists(st.floats(-1e6, 1e6) | st.just(NAN), min_size=1, max_size=30))
def test_all_measures_at_once_give_what_numpy_gives_for_each(values: list[float]) -> None:
    members = [str(at) for at in range(len(values))]
    both = spreads(members, np.array([values, values[::-1]]), [Direction.UP, Direction.DOWN])
    for made, row in zip(both, (values, values[::-1]), strict=True):
        known = [one for one in row if not np.isnan(one)]
        if len(known) >= 5:
            assert isinstance(made, Spread)
            wanted = np.percentile(known, (25, 50, 75))
            assert [made.low_quartile, made.median, made.high_quartile] == pytest.approx(list(wanted), abs=1e-6)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [  # Newcombe 1998, Statistics in Medicine 17, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_share_is_that_of_newcombes_table(count: int, of: int, low: float, high: float) -> None:
    made = share(count, of)
    assert isinstance(made, Band)
    assert (made.low, made.high) == pytest.approx((low, high), abs=5e-5)
    turned = share(of - count, of)
    assert isinstance(turned, Band)
    assert (turned.low, turned.high) == pytest.approx((1 - high, 1 - low), abs=5e-5)


def test_a_share_of_nothing_has_no_interval_and_more_than_all_is_a_mistake() -> None:
    assert isinstance(share(0, 0), NoNumber)
    with pytest.raises(ValueError, match="7 of 5"):
        share(7, 5)


IQ = np.array([106, 100, 86, 101, 99, 103, 97, 113, 112, 110], dtype=float)
HOURS = np.array([7, 27, 2, 50, 28, 29, 20, 12, 6, 17], dtype=float)


def test_a_rank_correlation_is_that_of_the_textbook() -> None:
    """Hours of television beside intelligence, ten people: rho = -29/165, which shows nothing."""
    made = link(IQ, HOURS)
    assert isinstance(made, Link)
    assert made.rho == pytest.approx(-29 / 165)
    assert made.shows is Shows.NOT_CLEAR
    assert (made.band.low, made.band.high) == pytest.approx((-0.728, 0.515), abs=5e-4)  # tanh(-0.1776 ± 1.96 · 0.3809)


def test_only_pairs_count_and_fewer_than_ten_say_nothing() -> None:
    missing = IQ.copy()
    missing[0] = NAN
    made = link(missing, HOURS)
    assert isinstance(made, NoNumber)
    assert (made.why, made.facts["found"]) == (Why.TOO_FEW_CASES, 9)


def test_equal_values_share_the_mean_of_their_ranks() -> None:
    assert ranked(np.array([3.0, 1, 3, 7, 3])).tolist() == [3, 1, 3, 5, 3]


def test_levels_that_are_all_the_same_cannot_be_linked() -> None:
    assert isinstance(link(np.full(12, 2.0), np.arange(12.0)), NoNumber)


def test_a_link_without_exception_is_not_shown_as_certain() -> None:
    made = link(np.arange(10.0), np.arange(10.0))
    assert isinstance(made, Link)
    assert (made.rho, made.shows) == (pytest.approx(1.0), Shows.TOGETHER)
    assert 0.5 < made.band.low < 0.95


@pytest.mark.slow
def test_spearman_and_its_ranks_are_those_of_scipy() -> None:
    stats = pytest.importorskip("scipy.stats")
    chance = np.random.default_rng(2)
    for _ in range(20):
        one, other = chance.integers(0, 5, 24).astype(float), chance.integers(0, 9, 24).astype(float)
        made = link(one, other)
        assert isinstance(made, Link)
        assert made.rho == pytest.approx(stats.spearmanr(one, other).statistic)
        assert ranked(one).tolist() == stats.rankdata(one).tolist()


def test_the_interval_of_a_link_holds_the_truth_about_as_often_as_it_says() -> None:
    """Six hundred drawings of 20 pairs with a known link; seeded."""
    chance, true, held = np.random.default_rng(7), 0.5, 0
    spearman = 6 / np.pi * np.arcsin(true / 2)
    for _ in range(600):
        one = chance.normal(size=20)
        other = true * one + (1 - true**2) ** 0.5 * chance.normal(size=20)
        made = link(one, other)
        assert isinstance(made, Link)
        held += made.band.low <= spearman <= made.band.high
    assert 0.92 < held / 600 < 0.98
