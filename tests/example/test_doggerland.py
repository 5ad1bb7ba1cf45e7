"""The fictional region: complete, consistent, the same each time, and not to be mistaken for a real place."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from data.example import doggerland, figures, models, names
from data.example.geography import Geography, geography
from data.example.municipalities import LAND, MERGED, MERGED_INTO, MERGER_YEAR, MUNICIPALITIES
from transition import catalog, tables
from transition.domain.areas import Level, gemeente_of, is_code, is_not_assignable, level_of, wijk_of
from transition.domain.indicators import AddsUp, Direction, Indicator
from transition.domain.sources import Source
from transition.domain.values import Missing, Status
from transition.ingest.check import check
from transition.ingest.contract import Parsed

NEW_MUNICIPALITIES = {m.code for m in MUNICIPALITIES} - set(MERGED) | {MERGED_INTO[0]}


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def parsed() -> dict[Source, Parsed]:
    return doggerland.parsed()


@pytest.fixture(scope="module")
def observations(parsed: dict[Source, Parsed]) -> pd.DataFrame:
    """All observations, with their level ('' for what could not be given to an area)."""
    rows = pd.concat([p.observations for p in parsed.values() if p.observations is not None], ignore_index=True)
    level = {code: "" if is_not_assignable(code) else str(level_of(code)) for code in rows["area"].unique()}
    return rows.assign(level=rows["area"].map(level))


@pytest.fixture(scope="module")
def areas(parsed: dict[Source, Parsed]) -> pd.DataFrame:
    found = parsed[doggerland.BOUNDARIES].areas
    assert found is not None
    return found


@pytest.fixture(scope="module")
def shapes(parsed: dict[Source, Parsed]) -> dict[tuple[Level, int], gpd.GeoDataFrame]:
    return dict(parsed[doggerland.BOUNDARIES].shapes)


def test_every_source_says_that_it_is_fictional_and_has_no_address(parsed: dict[Source, Parsed]) -> None:
    for source in parsed:
        assert "fictief" in source.title
        assert "fictief" in source.publisher
        assert "fictief" in source.licence
        assert (source.url, source.hosts, source.files) == ("", (), ())


def test_every_table_passes_the_check_that_real_answers_pass(parsed: dict[Source, Parsed]) -> None:
    for source, answer in parsed.items():
        check(answer, source, None)


def test_it_has_two_provinces_three_energy_regions_24_municipalities_200_wijken_and_1000_buurten(
    areas: pd.DataFrame,
) -> None:
    count = areas[areas["year"] == 2024].groupby("level")["code"].nunique().to_dict()
    expected = {"land": 1, "provincie": 2, "res": 3, "subres": 5, "gemeente": 24, "wijk": 200, "buurt": 1000}
    assert count == expected


def test_two_municipalities_merge_and_one_takes_their_place(areas: pd.DataFrame) -> None:
    per_year = {y: set(rows["code"]) for y, rows in areas[areas["level"] == "gemeente"].groupby("year")}
    assert per_year[MERGER_YEAR] - per_year[MERGER_YEAR - 1] == {MERGED_INTO[0]}
    assert per_year[MERGER_YEAR - 1] - per_year[MERGER_YEAR] == set(MERGED)
    assert len(per_year[MERGER_YEAR - 1]) == 25


def test_boundaries_of_every_level_leave_no_gap_and_no_overlap(
    shapes: dict[tuple[Level, int], gpd.GeoDataFrame],
) -> None:
    assert {level for level, _ in shapes} == set(Level) - {Level.LAND}
    for found in shapes.values():
        assert tuple(found.columns) == tables.SHAPES
        assert found.crs.to_epsg() == 28992
        assert found.geometry.is_valid.all()
        assert shapely.coverage_is_valid(found.geometry.values)


def test_boundaries_of_all_levels_cover_the_same_land(shapes: dict[tuple[Level, int], gpd.GeoDataFrame]) -> None:
    surface = {key: found.area.sum() / 1e6 for key, found in shapes.items()}
    assert max(surface.values()) - min(surface.values()) < 0.001
    west, south, east, north = shapes[Level.RES, 2022].to_crs(4326).total_bounds
    assert 2.1 < west < east < 3.7
    assert 54.1 < south < north < 55.3


def test_every_buurt_lies_in_its_wijk_and_every_wijk_in_its_municipality(
    shapes: dict[tuple[Level, int], gpd.GeoDataFrame],
) -> None:
    for year in doggerland.VINTAGES:
        wijken = shapes[Level.WIJK, year].set_index("code").geometry
        gemeenten = shapes[Level.GEMEENTE, year].set_index("code").geometry
        buurten = shapes[Level.BUURT, year]
        points = buurten.representative_point()
        assert all(wijken[wijk_of(code)].contains(point) for code, point in zip(buurten["code"], points, strict=True))
        inner = wijken.representative_point()
        assert all(gemeenten[gemeente_of(code)].contains(point) for code, point in inner.items())


def test_towns_have_small_dense_buurten_and_the_country_large_ones(
    shapes: dict[tuple[Level, int], gpd.GeoDataFrame],
) -> None:
    km2 = shapes[Level.BUURT, 2022].area / 1e6
    assert km2.quantile(0.1) < 1
    assert km2.quantile(0.9) > 8


def test_every_municipality_has_its_regions(areas: pd.DataFrame) -> None:
    rows = areas[areas["level"] == "gemeente"]
    for column in ("provincie", "res", "subres"):
        assert set(rows[column]) <= set(areas.loc[areas["level"] == column, "code"])


def test_every_indicator_has_figures_at_every_level_and_breakdown_it_declares(observations: pd.DataFrame) -> None:
    present = set(map(tuple, observations[["indicator", "level", "breakdown"]].drop_duplicates().to_numpy()))
    has_value = set(
        map(tuple, observations[observations["value"].notna()][["indicator", "level"]].drop_duplicates().to_numpy())
    )
    for indicator in doggerland.published():
        for level in indicator.levels:
            assert (indicator.id, str(level)) in has_value
            assert all((indicator.id, str(level), breakdown) in present for breakdown in indicator.breakdowns)


def test_every_area_of_a_year_has_a_row_in_every_series_of_that_year(
    observations: pd.DataFrame, areas: pd.DataFrame
) -> None:
    exist = areas.groupby(["level", "year"])["code"].agg(set).to_dict()
    rows = observations[observations["level"] != ""]
    for (_, _, level, period), found in rows.groupby(["indicator", "breakdown", "level", "period"])["area"]:
        assert set(found) == exist[level, int(period)]


def test_ten_years_of_figures_and_half_a_year_of_solar_panels(
    observations: pd.DataFrame, parsed: dict[Source, Parsed]
) -> None:
    years = {str(year) for year in range(2015, 2025)}
    assert all(years <= set(rows) for _, rows in observations.groupby("indicator")["period"])
    partial = {source.id: dict(answer.partial_periods) for source, answer in parsed.items()}
    assert partial == {"example_generation": {"2025": "2025-06-30"}, "example_statistics": {}, "example_boundaries": {}}
    solar = observations[(observations["indicator"] == "solar_capacity_kwp") & (observations["period"] == "2025")]
    assert solar["value"].notna().all()
    assert set(solar["status"]) == {"provisional"}


def test_parts_add_up_to_the_whole_with_what_could_not_be_assigned(observations: pd.DataFrame) -> None:
    not_assigned = {"gemeente": "GM0000", "subres": "ET9999", "res": "ES99", "provincie": "PV99"}
    for indicator in doggerland.published():
        if indicator.adds_up is not AddsUp.SUM:
            continue
        rows = observations[observations["indicator"] == indicator.id]
        whole = rows[rows["area"] == LAND[0]].set_index(["breakdown", "period"])["value"]
        for level in set(map(str, indicator.levels)) - {"land"}:
            parts = rows[(rows["level"] == level) | (rows["area"] == not_assigned.get(level, ""))]
            complete = parts.groupby(["breakdown", "period"])["value"].agg(
                lambda v: v.sum() if v.notna().all() else np.nan
            )
            both = pd.concat([complete, whole], axis=1, keys=["parts", "whole"]).dropna()
            assert np.allclose(both["parts"], both["whole"]), (indicator.id, level)
            if level in ("gemeente", "subres"):
                assert len(both), (indicator.id, level)


def test_homes_and_businesses_are_all_solar_panels(observations: pd.DataFrame) -> None:
    rows = observations[observations["indicator"] == "solar_capacity_kwp"]
    wide = rows.pivot(index=["area", "period"], columns="breakdown", values="value")
    assert (wide["homes"] + wide["businesses"] == wide[""]).all()
    assert (wide["small_up_to_15_kwp"] + wide["large_over_15_kwp"] == wide[""]).all()
    assert (wide["large_field"] + wide["large_roof"] == wide["large_over_15_kwp"]).all()


def test_a_rate_of_the_whole_is_the_mean_of_the_parts_weighted_by_what_the_catalog_names(
    observations: pd.DataFrame,
) -> None:
    total = observations[(observations["breakdown"] == "") & (observations["period"] == "2024")]
    value = total.set_index(["indicator", "area"])["value"]
    codes = sorted(NEW_MUNICIPALITIES)
    weight = value["dwellings_count"][codes]
    mean = np.average(value["gas_use_m3_per_dwelling"][codes], weights=weight)
    assert mean == pytest.approx(value["gas_use_m3_per_dwelling", LAND[0]], abs=1)


def test_the_merged_municipality_goes_on_where_its_parts_stopped(observations: pd.DataFrame) -> None:
    people = observations[observations["indicator"] == "population_count"].set_index(["area", "period"])["value"]
    before = sum(people[code, str(MERGER_YEAR - 1)] for code in MERGED)
    assert people[MERGED_INTO[0], str(MERGER_YEAR)] == pytest.approx(before, rel=0.02)


def test_people_households_and_dwellings_are_never_missing(observations: pd.DataFrame) -> None:
    for id in ("population_count", "households_count", "dwellings_count"):
        assert observations.loc[observations["indicator"] == id, "value"].notna().all()


def test_all_kinds_of_sure_and_all_kinds_of_nothing_occur(observations: pd.DataFrame) -> None:
    everything = {*Status, *Missing}
    assert set(observations["status"]) == {str(word) for word in everything}


def test_small_buurten_are_hidden_and_the_newest_year_is_provisional(observations: pd.DataFrame) -> None:
    rows = observations[(observations["indicator"] == "solar_homes_capacity_kwp") & (observations["period"] == "2024")]
    dwellings = observations[(observations["indicator"] == "dwellings_count") & (observations["period"] == "2024")]
    rows = rows.merge(dwellings[["area", "value"]], on="area", suffixes=("", "_dwellings"))
    hidden = rows["status"] == "suppressed"
    assert 20 < hidden.sum() < 300
    assert rows.loc[hidden, "value_dwellings"].max() < 25
    assert set(rows.loc[rows["value"].notna(), "status"]) == {"provisional"}


def test_gas_use_dips_in_the_year_of_the_shock(observations: pd.DataFrame) -> None:
    gas = observations[(observations["indicator"] == "gas_use_m3_per_dwelling") & (observations["area"] == LAND[0])]
    value = gas[gas["breakdown"] == ""].set_index("period")["value"]
    assert value["2022"] < 0.85 * value["2021"]


def test_growth_differs_by_kind_of_municipality(observations: pd.DataFrame) -> None:
    people = observations[observations["indicator"] == "population_count"].set_index(["area", "period"])["value"]
    growth = {m.kind: people[m.code, "2021"] / people[m.code, "2015"] for m in MUNICIPALITIES}
    assert growth["new_town"] > 1.08
    assert growth["rural"] < 1.02


def test_two_runs_give_the_same_to_the_last_digit(parsed: dict[Source, Parsed]) -> None:
    again = doggerland.parsed()
    for source, answer in parsed.items():
        if answer.observations is not None:
            pd.testing.assert_frame_equal(answer.observations, again[source].observations, check_exact=True)
        for key, found in answer.shapes.items():
            assert list(found.to_wkb()["geometry"]) == list(again[source].shapes[key].to_wkb()["geometry"])


def test_wijken_and_buurten_change_only_where_municipalities_merge(parsed: dict[Source, Parsed]) -> None:
    marks = parsed[doggerland.BOUNDARIES].redrawn
    assert marks is not None
    changed = marks[marks["change"] != "1"]
    assert set(changed["year"]) == {MERGER_YEAR}
    assert set(changed["code"].str[2:6]) == {MERGED_INTO[0][2:]}


def test_all_codes_have_the_shape_of_a_code(observations: pd.DataFrame, areas: pd.DataFrame) -> None:
    codes = {*observations["area"], *areas["code"]}
    assert [code for code in codes if not is_code(code)] == []
    assert any(code[6:].isalpha() for code in codes if code.startswith("WK"))


def test_no_municipality_has_the_name_or_code_of_a_real_one(areas: pd.DataFrame) -> None:
    real = catalog.changed_gemeenten()
    ours = areas[areas["level"] == "gemeente"]
    assert not {name.casefold() for name in ours["name"]} & {area.name.casefold() for area in real.values()}
    assert not set(ours["code"]) & set(real)
    assert ours["code"].str.match(r"GM90\d\d").all()


def test_names_try_what_software_stumbles_over(areas: pd.DataFrame) -> None:
    found = " ".join(areas.loc[areas["level"] == "gemeente", "name"])
    assert all(form in found for form in ("'s-", "'t ", "ë", "â", "-"))
    assert areas["name"].str.len().max() > 40
    assert (areas["name"] != "").all()


@pytest.fixture(scope="module")
def land() -> Geography:
    return geography(doggerland.SEED)


@pytest.mark.parametrize(
    ("id", "adds_up", "unit"),
    [("heat_pumps_count", AddsUp.SUM, "warmtepompen"), ("label_a_pct", AddsUp.WEIGHTED_MEAN, "%")],
)
def test_an_indicator_that_is_new_in_the_catalog_gets_figures_without_a_change_here(
    land: Geography, id: str, adds_up: AddsUp, unit: str
) -> None:
    new = Indicator(
        id=id,
        name=id,
        short=id,
        unit=unit,
        decimals=1,
        direction=Direction.UP,
        adds_up=adds_up,
        weight="" if adds_up is AddsUp.SUM else "dwellings_count",
        levels=(Level.LAND, Level.GEMEENTE, Level.BUURT),
        definition="",
        limits="",
        theme="Warmte",
        breakdowns={"new": "nieuw", "old": "oud"},
        plausible={Level.LAND: (100, 1e6), Level.GEMEENTE: (0, 100), Level.BUURT: (0, 100)},
    )
    rows = figures.observations([new], land, models.base(land.table, doggerland.SEED))
    assert set(rows["breakdown"]) == {"", "new", "old"}
    assert rows["value"].notna().mean() > 0.8
    values = rows[(rows["area"] == LAND[0]) & (rows["period"] == "2024")].set_index("breakdown")["value"]
    assert values[""] > 0
    if adds_up is AddsUp.SUM:
        assert values["new"] + values["old"] == pytest.approx(values[""], rel=0.05)


def test_a_municipality_gives_each_name_only_once() -> None:
    given = names.Names(np.random.default_rng(1))
    given.start_municipality()
    wijken = given.wijken("Dorp", [0.1, 0.5, 0.2], large=False)
    buurten = [name for wijk in wijken for name in given.buurten(wijk, [0.05, 0.2, 0.02], [9.0, 1.0, 12.0])]
    assert wijken[1] == "Dorp"
    assert len(set(wijken + buurten)) == len(wijken + buurten)
