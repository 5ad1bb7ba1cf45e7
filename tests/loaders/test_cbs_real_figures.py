"""The downloaded tables of CBS, where they are present: published totals, and that the parts make the whole."""

import importlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from tests.loaders.recorded_answers import figure
from transition import catalog
from transition.domain.areas import is_not_assignable
from transition.ingest import archive
from transition.ingest.contract import Parsed

SOURCES = [
    "cbs_solar_regions",
    "cbs_energy_dwellings",
    "cbs_heating",
    "cbs_solar_neighbourhoods",
    "cbs_key_figures",
    "cbs_regions",
]


Read = Callable[[str], Parsed]


@pytest.fixture(scope="module")
def parsed(real_data: Path) -> Read:
    """What the loader of a source reads from the folder; read once."""

    @cache
    def read(source: str) -> Parsed:
        loader = importlib.import_module(f"loaders.{source}")
        raw = archive.downloaded(loader.SOURCE, real_data)
        if raw is None:
            pytest.skip(f"geen bestanden van {source} in {real_data.name}")
        return loader.parse(raw)

    return read


@pytest.fixture(scope="module")
def capacity(parsed: Read) -> pd.DataFrame:
    """Solar capacity: the observations with the prefix of the code as `kind`; 'none' for what no area got."""
    rows = parsed("cbs_solar_regions").observations
    rows = rows[rows["indicator"] == "solar_capacity_kwp"]
    return rows.assign(kind=rows["area"].str[:2].where(~rows["area"].map(is_not_assignable), "none"))


@pytest.mark.parametrize(
    ("area", "period", "kwp", "installations"),
    [
        ("NL01", "2024", 27979732, 3167299),
        ("GM0000", "2024", 212671, 448),
        ("GM0363", "2024", 318170, 48116),
        ("GM0363", "2019", 89583, 14872),
        ("GM0363", "2022", 208180, 33257),
        ("GM1680", "2019", 20968, 2922),
        ("GM1680", "2021", 33382, 4392),
        ("GM0358", "2021", 34473, 3093),
        ("ES07", "2021", 328553, 39599),
        ("PV24", "2021", 585708, 46201),
    ],
)
def test_published_solar_power_is_found(parsed: Read, area: str, period: str, kwp: int, installations: int) -> None:
    solar = parsed("cbs_solar_regions")
    assert figure(solar, area, "solar_capacity_kwp", period)[0] == kwp
    assert figure(solar, area, "solar_installations_count", period)[0] == installations


def test_the_municipalities_of_2024_sum_to_what_is_published(capacity: pd.DataFrame) -> None:
    rows = capacity
    rows = rows[(rows["kind"] == "GM") & (rows["breakdown"] == "") & (rows["period"] == "2024")]
    assert len(rows) == 342
    assert rows["value"].sum() == 27767056


def test_no_municipality_of_a_year_is_missing_or_doubled(capacity: pd.DataFrame) -> None:
    rows = capacity
    rows = rows[(rows["kind"] == "GM") & (rows["breakdown"] == "")]
    assert not rows.duplicated(["area", "period"]).any()
    counts = rows[rows["value"].notna()].groupby("period").size()
    assert counts.loc["2019":"2024"].tolist() == [355, 355, 352, 345, 342, 342]


def test_sizes_and_sectors_make_the_whole(capacity: pd.DataFrame) -> None:
    wide = capacity.pivot(index=["area", "period"], columns="breakdown", values="value")
    for parts, whole in (
        (["small_up_to_15_kwp", "large_over_15_kwp"], ""),
        (["homes", "businesses"], ""),
        (["large_field", "large_roof"], "large_over_15_kwp"),
    ):
        gap = (wide[parts].sum(axis=1, skipna=False) - wide[whole]).abs().dropna()
        assert len(gap) > 400
        assert gap.max() <= 2, f"{parts} maken {whole or 'het geheel'} niet: {gap.idxmax()}"


def test_regions_agree_with_the_sum_of_their_municipalities(parsed: Read, capacity: pd.DataFrame) -> None:
    rows = capacity
    rows = rows[rows["breakdown"] == ""]
    areas = parsed("cbs_regions").areas
    region = dict(zip(areas["code"], areas["res"], strict=True))
    region |= {code: area.res for code, area in catalog.changed_gemeenten().items() if area.valid_to}
    gemeenten = rows[rows["kind"] == "GM"]
    sums = gemeenten.groupby([gemeenten["area"].map(region).rename("area"), "period"])["value"].sum()
    stated = rows[rows["kind"] == "ES"].set_index(["area", "period"])["value"]
    assert len(stated) == len(sums) == 30 * 7
    members = gemeenten.groupby([gemeenten["area"].map(region).rename("area"), "period"]).size()
    assert ((sums - stated).abs() <= members).all()  # each gemeente is rounded by itself


def test_half_of_2025_is_provisional(parsed: Read, capacity: pd.DataFrame) -> None:
    assert parsed("cbs_solar_regions").partial_periods == {"2025": "2025-06-30"}
    rows = capacity
    assert set(rows.loc[(rows["period"] == "2025") & rows["value"].notna(), "status"]) == {"provisional"}


def test_published_figures_of_homes_are_found(parsed: Read) -> None:
    energy, heating = parsed("cbs_energy_dwellings"), parsed("cbs_heating")
    assert figure(energy, "GM1728", "gas_use_m3_per_dwelling", "2023") == (960, "provisional_revised")
    assert figure(energy, "GM1728", "electricity_net_use_kwh_per_dwelling", "2023") == (1930, "provisional_revised")
    assert figure(energy, "GM0518", "district_heating_pct", "2023") == (10, "provisional_revised")
    assert figure(heating, "GM0080", "heating_gas_free_pct", "2022") == (7.2, "provisional")
    assert figure(heating, "GM0080", "heating_unknown_pct", "2022") == (3.1, "provisional")


@pytest.mark.parametrize(
    ("source", "indicator", "since", "counts"),
    [
        ("cbs_energy_dwellings", "gas_use_m3_per_dwelling", "2017", [388, 380, 355, 355, 352, 345, 342, 342]),
        ("cbs_heating", "heating_gas_boiler_pct", "2017", [388, 380, 355, 355, 352, 345]),
        ("cbs_solar_neighbourhoods", "solar_homes_capacity_kwp", "2019", [355, 355, 352, 345]),
    ],
)
def test_other_tables_have_the_municipalities_too(
    parsed: Read, source: str, indicator: str, since: str, counts: list[int]
) -> None:
    rows = parsed(source).observations
    rows = rows[(rows["indicator"] == indicator) & (rows["breakdown"] == "") & rows["area"].str.startswith("GM")]
    rows = rows[~rows["area"].map(is_not_assignable) & (rows["period"] >= since)]
    assert rows.groupby("period").size().tolist() == counts


def test_the_population_of_the_municipalities_is_that_of_the_country(parsed: Read) -> None:
    assert parsed("cbs_regions").observations["value"].sum() == 17942942
    rows = parsed("cbs_key_figures").observations
    people = rows[rows["indicator"] == "population_count"].set_index("area")["value"]
    assert people[people.index.str.startswith("GM")].sum() == people["NL01"] == 17407585


def test_the_regions_are_all_there(parsed: Read) -> None:
    levels = parsed("cbs_regions").areas["level"].value_counts().to_dict()
    assert levels == {"gemeente": 342, "subres": 40, "res": 30, "provincie": 12}


@pytest.mark.parametrize("source", SOURCES)
def test_every_table_gives_unique_observations_of_known_indicators(parsed: Read, source: str) -> None:
    rows = parsed(source).observations
    assert not rows.duplicated(["area", "indicator", "breakdown", "period"]).any()
    assert set(rows["indicator"]) <= catalog.indicators().keys()
    assert (rows["value"].isna() == rows["status"].isin(["suppressed", "not_published", "not_applicable"])).all()
    assert (
        len(rows) + len(pd.DataFrame(parsed(source).areas))
        >= importlib.import_module(f"loaders.{source}").SOURCE.minimum_rows
    )
