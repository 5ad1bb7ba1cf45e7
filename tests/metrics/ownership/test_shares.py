"""Lokaal eigendom weighted by production: strict and broad, the unknown as a band, and the way to half of it in 2030."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.metrics.steering.places import projects
from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ownership.aim import Required, required
from transition.metrics.ownership.published_years import published_years
from transition.metrics.ownership.shares import (
    OWNERS,
    Definition,
    Distance,
    Share,
    Side,
    agreed_pipeline,
    by_owner,
    distance,
    owned,
    realised,
    share,
)
from transition.metrics.production import Estimate, full_load_hours, hours_with, municipal_gwh
from transition.published import published_figures

BROAD, STRICT = Definition.BROAD, Definition.STRICT
NAMES = ("share_residents", "share_public", "share_local_business", "share_not_local", "share_unknown")


def owner(a: float, b: float, c: float, d: float, unknown: float = 0.0, **more: Any) -> dict[str, Any]:
    """Shares in the order A, B, C, D, unknown; 1000 MWh unless said otherwise."""
    return {"expected_mwh": 1000, **dict(zip(NAMES, (a, b, c, d, unknown), strict=True)), **more}


def of(rows: dict[str, dict[str, Any]], definition: Definition = BROAD) -> Share:
    return share(realised(owned(projects(rows))), definition)


@pytest.mark.parametrize(
    ("rows", "strict", "broad", "strict_band", "broad_band", "unknown"),
    [
        # one park, all known
        ({"a": owner(0.2, 0.1, 0.3, 0.4)}, 0.2, 0.6, Band(0.2, 0.2), Band(0.6, 0.6), 0.0),
        # weighted by production: 3000 MWh not local against 1000 of residents
        ({"a": owner(1, 0, 0, 0), "b": owner(0, 0, 0, 1, expected_mwh=3000)}, 0.25, 0.25, Band(0.25, 0.25), Band(0.25, 0.25), 0.0),
        # a fifth unknown: left out of the share, all of it in the band
        ({"a": owner(0.4, 0, 0, 0.4, 0.2)}, 0.5, 0.5, Band(0.4, 0.6), Band(0.4, 0.6), 0.2),
        # exactly 30 % unknown still gives a share
        ({"a": owner(0.1, 0.1, 0.1, 0.4, 0.3)}, 1 / 7, 3 / 7, Band(0.1, 0.4), Band(0.3, 0.6), 0.3),
        # also where 1 - 0.7 is a hair more than 0.3 to a computer
        ({"a": owner(0.7, 0, 0, 0, 0.3)}, 1.0, 1.0, Band(0.7, 1.0), Band(0.7, 1.0), 0.3),
        # all local, at the top
        ({"a": owner(0.5, 0.25, 0.25, 0)}, 0.5, 1.0, Band(0.5, 0.5), Band(1.0, 1.0), 0.0),
    ],
)  # fmt: skip
def test_worked_examples(
    rows: dict[str, dict[str, Any]], strict: float, broad: float, strict_band: Band, broad_band: Band, unknown: float
) -> None:
    for definition, expected, band in ((STRICT, strict, strict_band), (BROAD, broad, broad_band)):
        found = of(rows, definition)
        assert found.share == pytest.approx(expected)
        assert isinstance(found.band, Band)
        assert (found.band.low, found.band.high) == pytest.approx((band.low, band.high))
        assert found.unknown == pytest.approx(unknown)


def test_above_30_percent_unknown_there_is_a_band_and_no_percentage() -> None:
    found = of({"a": owner(0.6, 0, 0, 0, 0.4)})
    assert found.share == no_number(Why.UNKNOWN_TOO_LARGE, unknown=0.4, most=0.3)
    assert found.band == Band(0.6, 1.0)
    far = distance(found)
    assert isinstance(far, Distance)
    assert (far.side, far.points) == (Side.THERE, found.share)
    assert (far.band.low, far.band.high) == pytest.approx((-50, -10))


def test_shares_that_nobody_recorded_are_unknown_and_never_not_local() -> None:
    found = of({"a": {"expected_mwh": 1000}})
    assert (found.unknown, found.band) == (1.0, Band(0, 1))
    part = owned(projects({"a": {"expected_mwh": 1000, "share_residents": 0.25}}))
    assert by_owner(part) == {"residents": 250, "public": 0, "local_business": 0, "not_local": 0, "unknown": 750}


def test_only_wind_and_solar_on_land_and_water_that_stand_count() -> None:
    rows = {
        "wind": owner(1, 0, 0, 0),
        "field": owner(0, 0, 0, 1, technology="solar_field"),
        "water": owner(0, 0, 0, 1, technology="solar_water"),
        "roof": owner(1, 0, 0, 0, technology="solar_roof", expected_mwh=99_000),
        "heat": owner(1, 0, 0, 0, technology="heat", expected_mwh=99_000),
        "coming": owner(1, 0, 0, 0, status="building", expected_mwh=99_000),
        "gone": owner(1, 0, 0, 0, status="cancelled", expected_mwh=99_000),
    }
    found = of(rows)
    assert (found.share, found.of) == (pytest.approx(1 / 3), 3)


def test_a_project_of_unknown_production_weighs_nothing_and_is_counted() -> None:
    found = of({"a": owner(1, 0, 0, 0), "b": owner(0, 0, 0, 1, expected_mwh=None)})
    assert (found.share, found.n, found.of) == (1.0, 1, 2)
    none = of({"b": owner(0, 0, 0, 1, expected_mwh=None)})
    assert none.share == none.band == no_number(Why.NO_PRODUCTION, count=1)
    assert of({}).share == no_number(Why.NOT_RECORDED)


def test_production_from_capacity_is_marked_as_an_estimate() -> None:
    found = of({"a": owner(1, 0, 0, 0, expected_mwh=None, capacity=2, capacity_unit="MW")})
    assert (found.mwh, found.estimated) == (2 * 2355, 1)
    recorded = of({"a": owner(1, 0, 0, 0, expected_mwh=5000, capacity=2, capacity_unit="MW")})
    assert (recorded.mwh, recorded.estimated) == (5000, 0)


def test_the_agreed_pipeline_stands_apart() -> None:
    rows = {
        "stands": owner(0, 0, 0, 1),
        "agreed": owner(1, 0, 0, 0, status="permitted", agreement_signed="yes"),
        "wished": owner(1, 0, 0, 0, status="developing", agreement_signed="no"),
    }
    found = owned(projects(rows))
    assert share(realised(found), BROAD).share == 0.0
    coming = share(agreed_pipeline(found), BROAD)
    assert (coming.share, coming.of) == (1.0, 1)


def test_the_distance_to_half_in_percentage_points() -> None:
    made = distance(of({"a": owner(0.4, 0, 0, 0.4, 0.2)}))
    assert isinstance(made, Distance)
    assert (made.points, made.band.low, made.band.high) == pytest.approx((0.0, -10.0, 10.0))
    assert made.side is Side.UNSURE, "the unknown decides"
    over = distance(of({"a": owner(0.8, 0, 0, 0.2)}))
    assert isinstance(over, Distance)
    assert (over.side, over.points) == (Side.THERE, pytest.approx(-30))


WAY = {
    # realised 4000 MWh of which 1000 local and 500 unknown; agreed 1000 all local; 5000 open
    "stands": owner(0.25, 0, 0, 0.625, 0.125, expected_mwh=4000),
    "agreed": owner(1, 0, 0, 0, status="permitted", agreement_signed="yes", expected_mwh=1000),
    "open": owner(1, 0, 0, 0, status="developing", expected_mwh=5000, expected_on="2029-01-01"),
    "late": owner(1, 0, 0, 0, status="developing", expected_mwh=7000, expected_on="2031-01-01"),
}


def way(rows: dict[str, dict[str, Any]] = WAY, **more: Any) -> Required:
    return required(owned(projects(rows)), BROAD, **more)


def test_the_part_the_rest_of_the_pipeline_must_have_for_half_in_2030() -> None:
    """(0.5 x 10,000 - 2,000) / 5,000 = 0.6 when nothing of the unknown is local, 0.5 when all of it is."""
    made = way()
    assert made.share == Band(0.5, 0.6)
    assert (made.answer, made.late, made.undated, made.unweighted) == ("needed", 1, 1, 0)
    assert [(one.name, one.mwh, one.local, one.unknown) for one in made.steps] == [
        ("realised", 4000, 1000, 500),
        ("building", 0, 0, 0),
        ("permitted", 1000, 1000, 0),
        ("developing", 0, 0, 0),
        ("open", 5000, 0, 5000),
    ]


@pytest.mark.parametrize(
    ("stands", "open_mwh", "answer"),
    [
        (owner(0, 0, 0, 1, expected_mwh=10_000), 5_000, "out_of_reach"),  # 7500 asked of 5000
        (owner(0, 0, 0, 1, expected_mwh=5_000), 5_000, "needed"),  # all of it
        (owner(1, 0, 0, 0, expected_mwh=10_000), 5_000, "none"),
        (owner(0, 0, 0, 0.5, 0.5, expected_mwh=10_000), 5_000, "needed"),  # depends on the unknown: from 0.5 to 1.5
    ],
)
def test_when_nothing_is_needed_and_when_all_of_it_is_not_enough(
    stands: dict[str, Any], open_mwh: float, answer: str
) -> None:
    rows = {"stands": stands, "open": owner(0, 0, 0, 1, status="developing", expected_mwh=open_mwh)}
    assert way(rows).answer == answer


def test_without_an_open_pipeline_there_is_no_required_part() -> None:
    made = way({"stands": owner(0, 0, 0, 1)})
    assert (made.share, made.answer) == (no_number(Why.NO_PIPELINE), "no_pipeline")
    assert way({}).answer == Why.NOT_RECORDED


def test_another_chance_another_aim() -> None:
    made = way(chances={"developing": 0.5}, aim=0.4)
    assert isinstance(made.share, Band)
    assert (made.share.low, made.share.high) == pytest.approx(((0.4 * 7500 - 2500) / 2500, (0.4 * 7500 - 2000) / 2500))


def test_estimated_municipal_production_at_the_hours_of_its_sub_region() -> None:
    """Achterhoek 2023: 439 GWh of 531,907 kWp is 825 hours; a municipality of 50,000 kWp there made about 41 GWh."""
    hours = full_load_hours(439, 531_907)
    assert isinstance(hours, Estimate)
    assert round(hours.value) == 825
    made = municipal_gwh(50_000, 439, 531_907)
    assert isinstance(made, Estimate)
    assert made.value == pytest.approx(41.27, abs=0.01)
    land = full_load_hours(19_960, 23_943_429)
    assert isinstance(land, Estimate)
    assert round(land.value) == 834
    assert isinstance(municipal_gwh(50_000, float("nan"), 531_907), NoNumber)
    assert isinstance(full_load_hours(1, 0), NoNumber)
    assert (hours_with(solar=825)["solar_field"], hours_with(solar=825)["wind"]) == (825, 2355)


def test_the_published_parts_of_2020_make_the_published_strict_and_broad_share() -> None:
    """Participatiemonitor 2020, solar parks: A 4.4 + B 4.2 + C 15.2 = 23.8."""
    by_part = {
        one.part: one.value
        for one in published_figures()
        if one.quantity == "local_ownership_solar_parks_pct" and one.part
    }
    a, b, c = (
        (by_part[name] or 0) / 100
        for name in ("bewonerscollectieven en lokale partners", "publiek", "lokale bedrijven")
    )
    rows = {"parks": owner(a, b, c, 1 - a - b - c, technology="solar_field")}
    assert (of(rows, STRICT).share, of(rows, BROAD).share) == (pytest.approx(0.044), pytest.approx(0.238))


def test_all_published_figures_of_local_ownership_come_out_and_conflicts_stay_two_values() -> None:
    figures = published_figures()
    solar = {
        one.period: (one.values, one.is_conflict, one.is_restated)
        for one in published_years(figures, "local_ownership_solar_parks_pct")
    }
    assert solar == {
        "2019": ((22.1, 21.5), False, True),
        "2020": ((22.9, 23.8), False, True),
        "2021": ((22.9,), False, False),
        "2022": ((20.3, 22.8), True, False),
    }
    wind = {one.period: one.values for one in published_years(figures, "local_ownership_wind_pct")}
    assert wind == {"2019": (53.4,), "2020": (32.9,), "2021": (32.2,), "2022": (36.1,)}
    policy = {
        kind: [one.values for one in published_years(figures, f"policy_anchoring_{kind}_pct")]
        for kind in ("solar", "wind")
    }
    assert policy == {"solar": [(31.0,), (36.0,)], "wind": [(20.0,), (26.0,)]}
    assert [one.values for one in published_years(figures, "financial_participation_solar_pct")] == [(20.5,), (24.3,)]


def bare(mwh: list[int], shares: list[list[float]]) -> pd.DataFrame:
    """Turbines that stand, with only what shares are made of: a whole table for every example takes too long."""
    rows = pd.DataFrame(shares, columns=list(NAMES), index=[f"p{at}" for at in range(len(mwh))])
    usual = {"technology": "wind", "status": "realised", "capacity": float("nan"), "capacity_unit": None}
    return rows.assign(expected_mwh=[float(one) for one in mwh], **usual)


@st.composite
def parks(draw: st.DrawFn) -> pd.DataFrame:
    """Parks with shares in tenths and whole MWh."""
    cuts = draw(st.lists(st.lists(st.integers(0, 10), min_size=4, max_size=4).map(sorted), min_size=1, max_size=4))
    shares = [[(after - before) / 10 for before, after in zip([0, *cut], [*cut, 10], strict=True)] for cut in cuts]
    return bare([draw(st.integers(1, 10_000)) for _ in cuts], shares)


def band(found: pd.DataFrame, definition: Definition) -> Band:
    made = share(owned(found), definition).band
    assert isinstance(made, Band)
    return made


@settings(max_examples=12)
@given(parks(), st.integers(1, 10_000), st.integers(0, 3))
def test_adding_an_unknown_share_never_narrows_the_band(found: pd.DataFrame, mwh: int, at: int) -> None:
    more = pd.concat([found, bare([mwh], [[0, 0, 0, 0, 1]]).rename(index={"p0": "x"})])
    name = NAMES[at]
    forgotten = found.assign(**{"share_unknown": found["share_unknown"] + found[name], name: 0.0})
    for definition in Definition:
        before = band(found, definition)
        assert band(more, definition).width >= before.width - 1e-9
        after = band(forgotten, definition)
        assert after.low <= before.low + 1e-9
        assert after.high >= before.high - 1e-9


@settings(max_examples=12)
@given(parks(), st.randoms())
def test_parts_make_the_whole_broad_is_never_below_strict_and_order_does_not_matter(
    found: pd.DataFrame, random: object
) -> None:
    made = owned(found)
    assert sum(by_owner(made).values()) == pytest.approx(made["mwh"].sum())
    assert set(by_owner(made)) == set(OWNERS)
    strict, broad = share(made, STRICT), share(made, BROAD)
    if isinstance(strict.share, float) and isinstance(broad.share, float) and isinstance(broad.band, Band):
        assert strict.share <= broad.share + 1e-9
        assert broad.band.low - 1e-9 <= broad.share <= broad.band.high + 1e-9
    order = list(found.index)
    random.shuffle(order)  # type: ignore[attr-defined]
    assert share(owned(found.loc[order]), BROAD) == broad
