"""Statistical neighbours: recomputed by hand, with what makes them so, with what is not known, and steady."""

import numpy as np
import pytest

from transition.metrics.comparison.neighbours import (
    ALIKE,
    UNLIKE,
    WEIGHTS,
    Choice,
    Neighbours,
    Sort,
    distances,
    neighbours,
    weights,
)
from transition.metrics.comparison.stability import kept
from transition.metrics.comparison.traits import (
    ELECTRICITY_PER_HOME,
    GAS_PER_HOME,
    HOUSEHOLD,
    PEOPLE_PER_KM2,
    POPULATION,
    Scale,
    Traits,
    of_table,
    traits,
)
from transition.metrics.no_number import NoNumber, Why
from transition.store import Snapshot

NAN = np.nan
PLACES = {
    #        inhabitants, per km², household, gas, electricity
    "GM01": (34_000, 400, 2.2, 900, 2500),
    "GM02": (36_000, 420, 2.2, 910, 2520),
    "GM03": (33_000, 390, 2.2, 1300, 2500),
    "GM04": (900_000, 5200, 1.8, 600, 2000),
    "GM05": (1_000, 25, 2.1, 1400, 3000),
    "GM06": (35_000, NAN, NAN, 905, 2510),
    "GM07": (35_000, 410, NAN, 905, 2510),
}


def places(**other: tuple[float, ...]) -> Traits:
    rows = {**PLACES, **other}
    columns = np.array(list(rows.values()), dtype=float).T
    known = (POPULATION, PEOPLE_PER_KM2, HOUSEHOLD, GAS_PER_HOME, ELECTRICITY_PER_HOME)
    return of_table(tuple(rows), dict(zip(known, columns, strict=True)), {})


def found(of: Traits, code: str, **more: object) -> Neighbours:
    made = neighbours(of, code, **more)  # type: ignore[arg-type]
    assert isinstance(made, Neighbours)
    return made


def test_the_most_alike_comes_first_with_the_traits_that_make_it_so_and_those_that_do_not() -> None:
    nearest = found(places(), "GM01", n=3)
    assert [one.code for one in nearest.found] == ["GM02", "GM07", "GM03"]
    assert {one.trait: (one.own, one.other) for one in nearest.found[0].of(Sort.ALIKE)}["population"] == (
        34_000,
        36_000,
    )
    third = nearest.found[2]
    assert [(one.trait, one.own, one.other) for one in third.of(Sort.UNLIKE)] == [("gas_m3_per_dwelling", 900, 1300)]


def test_not_knowing_a_trait_is_never_nearness() -> None:
    """GM07 differs less in all that is known than GM02, yet stands behind it; the trait is named."""
    nearest = found(places(), "GM01", n=3)
    assert nearest.found[1].unknown == ("people_per_household",)
    assert "people_per_household" not in {one.trait for one in nearest.found[1].likenesses}


def test_with_less_than_half_of_the_weight_known_one_is_nobodys_neighbour_and_has_none() -> None:
    thin = places(GM06=(NAN, NAN, NAN, 905, 2510))
    assert "GM06" not in {one.code for one in found(thin, "GM01", n=6).found}
    made = neighbours(thin, "GM06")
    assert isinstance(made, NoNumber)
    assert (made.why, made.facts) == (Why.INCOMPLETE, {"recorded": 2.0, "of": 5.0})


def test_what_the_area_itself_lacks_is_left_out_and_said() -> None:
    own = found(places(), "GM06", n=3)
    assert own.unknown == ("people_per_km2", "people_per_household")
    assert own.weighed == ("population", "gas_m3_per_dwelling", "electricity_kwh_per_dwelling")


def test_what_is_compared_is_no_reason_to_be_alike() -> None:
    about_gas = found(places(), "GM01", n=3, about="gas_use_m3_per_dwelling")
    assert about_gas.same == ("gas_m3_per_dwelling",)
    assert "gas_m3_per_dwelling" not in about_gas.weighed
    assert about_gas.found[0].code == "GM03"


def test_traits_nobody_has_a_figure_of_are_named_as_absent() -> None:
    assert found(places(), "GM01", choice=Choice.SPACE, n=3).absent == ("land_km2", "large_solar_kwp_per_km2")


def test_an_unknown_municipality_has_no_neighbours() -> None:
    assert isinstance(neighbours(places(), "GM99"), NoNumber)


def by_hand(raw: np.ndarray, is_log: np.ndarray, weight: np.ndarray, at: int) -> np.ndarray:
    """Distances from one row, written out trait by trait and area by area."""
    columns = [np.log(1 + one) if log else one for one, log in zip(raw.T, is_log, strict=True)]
    means = [sum(known) / len(known) for known in (one[~np.isnan(one)] for one in columns)]
    spread = [
        (sum((one[~np.isnan(one)] - mean) ** 2) / sum(~np.isnan(one))) ** 0.5
        for one, mean in zip(columns, means, strict=True)
    ]
    away = []
    for other in range(len(raw)):
        total = used = 0.0
        for trait, column in enumerate(columns):
            own, its = ((column[who] - means[trait]) / spread[trait] for who in (at, other))
            if np.isnan(own):
                continue
            used += weight[trait]
            total += weight[trait] * (own**2 + 1 if np.isnan(its) else (own - its) ** 2)
        is_known = sum(w for w, one in zip(weight, raw[other], strict=True) if not np.isnan(one)) >= sum(weight) / 2
        away.append((total / used) ** 0.5 if is_known and other != at else np.inf)
    return np.array(away)


@pytest.mark.parametrize("choice", Choice)
def test_the_same_neighbours_come_out_by_hand(choice: Choice) -> None:
    of, chance = places(), np.random.default_rng(6)
    raw = np.exp(chance.normal(5, 1, (40, len(of.traits))))
    raw[chance.random(raw.shape) < 0.1] = NAN
    made = of_table(tuple(f"GM{at:02}" for at in range(40)), dict(zip(of.traits, raw.T, strict=True)), {})
    is_log, weight = np.array([t.scale is Scale.LOG for t in made.traits]), weights(made, choice)
    away = distances(made.standard, weight)
    for at in range(0, 40, 7):
        if np.isfinite(away[at]).any():
            np.testing.assert_allclose(away[at], by_hand(raw, is_log, weight, at), atol=1e-6)


def test_342_municipalities_keep_most_neighbours_when_every_figure_is_one_percent_off() -> None:
    chance = np.random.default_rng(4)
    raw = np.exp(chance.normal(0, [1.0, 1.1, 0.08, 0.2, 0.12], (342, 5)) + np.log([40_000, 400, 2.2, 900, 2500]))
    of = places().traits
    made = of_table(tuple(f"GM{at:04}" for at in range(342)), dict(zip(of, raw.T, strict=True)), {})
    steady = kept(made, Choice.GENERAL, runs=1)
    assert np.nanmean(steady) > 0.8
    assert kept(made, Choice.GENERAL, codes=("GM0007", "GM0200"), runs=1).tolist() == [steady[7], steady[200]]
    assert np.nanmean(kept(made, Choice.GENERAL, noise=0.2, runs=1)) < np.nanmean(steady) - 0.2


def test_real_neighbours_agree_with_the_hand_made_ones_and_are_steady(real_snapshot: Snapshot) -> None:
    """Fifty municipalities: neighbours as computed by hand, and every statement about them true of the figures."""
    of = traits(real_snapshot)
    assert len(of.codes) == 342
    is_log = np.array([one.scale is Scale.LOG for one in of.traits])
    drawn = np.random.default_rng(50).choice(342, 50, replace=False)
    for choice, at in zip([*Choice] * 17, drawn, strict=False):
        made = neighbours(of, of.codes[at], choice)
        if isinstance(made, NoNumber):
            continue
        away = by_hand(of.raw, is_log, weights(of, choice), int(at))
        assert [one.distance for one in made.found] == pytest.approx(sorted(away)[:10], abs=1e-6)
        for one in made.found:
            assert away[of.codes.index(one.code)] == pytest.approx(one.distance, abs=1e-6)
            for like in one.likenesses:
                place = [trait.id for trait in of.traits].index(like.trait)
                assert (like.own, like.other) == (of.raw[at, place], of.raw[of.codes.index(one.code), place])
                bounds = {Sort.ALIKE: (0, ALIKE), Sort.BETWEEN: (ALIKE, UNLIKE), Sort.UNLIKE: (UNLIKE, 99)}[like.sort]
                assert bounds[0] <= like.apart <= bounds[1]
    for choice in Choice:
        steady = kept(of, choice, runs=4)
        assert np.nanmean(steady) > 0.75, choice
        assert np.nanpercentile(steady, 5) > 0.5, choice
    assert all(set(weight) <= {*of.traits} | {t for t in weight if t.id in of.absent} for weight in WEIGHTS.values())


def test_no_trait_of_the_real_municipalities_is_left_skewed(real_snapshot: Snapshot) -> None:
    of = traits(real_snapshot)
    skew = dict(zip((one.id for one in of.traits), np.nanmean(of.standard**3, axis=0), strict=True))
    assert all(abs(one) < 1 for one in skew.values()), skew


def test_land_of_merged_municipalities_is_summed_and_that_of_a_split_is_not_guessed(real_snapshot: Snapshot) -> None:
    of = traits(real_snapshot)
    land = dict(zip(of.codes, of.raw[:, [one.id for one in of.traits].index("land_km2")], strict=True))
    cuijk = (
        "GM0756",
        "GM1684",
        "GM0786",
        "GM0815",
        "GM1702",
    )  # Boxmeer, Cuijk, Grave, Mill en Sint Hubert, Sint Anthonis
    people, dense = (
        {code: real_snapshot.series(code, one)[0][1] for code in cuijk}
        for one in ("population_count", "population_density_per_km2")
    )
    assert land["GM1982"] == pytest.approx(sum(people[code] / dense[code] for code in cuijk))
    assert 33_000 < np.nansum(list(land.values())) < 34_000  # the land of the Netherlands is about 33,700 km²
    assert [code for code in of.codes if np.isnan(land[code])] == ["GM0757", "GM0824", "GM0855", "GM0865"]
