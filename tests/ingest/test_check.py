"""What is judged beside the stored edition: half an answer is not always fewer rows."""

from collections.abc import Callable
from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from tests.ingest.test_refresh import SOURCE
from transition.domain.areas import Level
from transition.ingest.check import check
from transition.ingest.contract import Parsed, Refused

PERIODS = ("2021", "2022", "2023", "2024", "2025")
AREAS = [f"GM{number:04d}" for number in range(1, 21)]


def edition() -> pd.DataFrame:
    """Twenty municipalities in five years, in two breakdowns of one indicator."""
    rows = [
        (area, "solar_capacity_kwp", breakdown, period, 1000.0 + number, "final", int(period))
        for period in PERIODS
        for breakdown in ("", "homes")
        for number, area in enumerate(AREAS)
    ]
    return pd.DataFrame(rows, columns=["area", "indicator", "breakdown", "period", "value", "status", "vintage"])


def in_another_unit(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(value=table["value"].where(table["period"] != "2025", table["value"] * 1000))


def hollow(table: pd.DataFrame) -> pd.DataFrame:
    empty = (table["period"] == "2025") & (table["breakdown"] == "homes")
    return table.assign(value=table["value"].mask(empty), status=table["status"].mask(empty, "suppressed"))


def without_a_breakdown(table: pd.DataFrame) -> pd.DataFrame:
    return table[(table["period"] != "2025") | (table["breakdown"] == "")]


def without_a_period(table: pd.DataFrame) -> pd.DataFrame:
    return table[table["period"] != "2021"]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (in_another_unit, "in 2025 is ineens 1000 keer zo groot"),
        (hollow, r"solar_capacity_kwp \(homes\) per gemeente in 2025: 0 getallen, .* opgeslagen zijn er 20"),
        (without_a_breakdown, r"solar_capacity_kwp \(homes\) per gemeente in 2025: 0 gebieden, opgeslagen zijn er 20"),
        (without_a_period, "per gemeente in 2021: 0 gebieden, opgeslagen zijn er 20"),
    ],
)
def test_a_single_year_or_breakdown_that_is_wrong_is_enough(
    spoil: Callable[[pd.DataFrame], pd.DataFrame], says: str
) -> None:
    check(Parsed("2025", edition()), SOURCE, edition())
    with pytest.raises(Refused, match=says):
        check(Parsed("2025", spoil(edition())), SOURCE, edition())


def test_figures_that_are_gone_altogether_are_refused() -> None:
    with pytest.raises(Refused, match="geen cijfers, opgeslagen zijn er 200"):
        check(Parsed("2025"), replace(SOURCE, minimum_rows=0), edition())


def test_a_year_of_boundaries_that_is_gone_is_refused() -> None:
    shapes = gpd.GeoDataFrame({"code": ["GM0001"], "name": [""]}, geometry=[shapely.box(0, 0, 1, 1)])
    answer = Parsed("2025", shapes={(Level.GEMEENTE, 2025): shapes})
    source = replace(SOURCE, minimum_rows=1)
    check(answer, source, None, {"gemeente-2025": 1})
    with pytest.raises(Refused, match="grenzen gemeente-2019: 0 gebieden, opgeslagen zijn er 355"):
        check(answer, source, None, {"gemeente-2025": 1, "gemeente-2019": 355})


@pytest.mark.parametrize("column", ["name", "provincie", "res", "subres"])
def test_names_and_regions_that_are_told_no_more_are_refused(column: str) -> None:
    told = {"name": "Voorbeeldstad", "provincie": "PV24", "res": "ES07", "subres": "ET0701"}
    areas = pd.DataFrame([{"code": "GM8001", "name": "", "level": "gemeente", "year": 2025} | told])
    source = replace(SOURCE, minimum_rows=1)
    check(Parsed("2025", areas=areas), source, None, previous_areas=areas)
    with pytest.raises(Refused, match=f"'{column}'.*opgeslagen is dat van 1"):
        check(Parsed("2025", areas=areas.assign(**{column: ""})), source, None, previous_areas=areas)
