"""A line over the years stops where its area became another piece of land, and on other boundaries where a value is not known."""

import math

import pandas as pd
import pytest

from transition import catalog, tables
from transition.domain.areas import Level
from transition.domain.sources import Source
from transition.domain.values import Gap, Missing
from transition.ingest import run
from transition.ingest.contract import Parsed
from transition.metrics import vintages
from transition.metrics.headlines import headline
from transition.metrics.trend import trend
from transition.places import Places
from transition.store import Snapshot, open_served
from transition.views import boundaries, sentences

SOURCE = Source("tiny", "Een kleine tabel", "CBS", "", "CC BY 4.0", "jaarlijks", 1, (), ())
SOLAR, HOMES = catalog.indicator("solar_capacity_kwp"), catalog.indicator("solar_homes_capacity_kwp")
VALUES = [
    *[("GM0363", SOLAR.id, year, 1000.0 * year - 2_000_000.0) for year in range(2021, 2025)],
    *[("GM0457", SOLAR.id, year, 500.0) for year in (2021, 2022)],
    *[("GM0757", SOLAR.id, year, 3000.0) for year in range(2020, 2025)],
    *[("GM0788", SOLAR.id, 2020, 800.0)],
    *[(code, HOMES.id, year, 60.0) for year in range(2019, 2023) for code in ("BU03630001", "BU03630002")],
    *[("BU03630003", HOMES.id, year, 60.0) for year in (2019, 2020, 2021)],
    *[("ES27", SOLAR.id, year, 9000.0) for year in (2020, 2021)],
]
MARKS = [
    *[("BU03630001", year, "1") for year in range(2020, 2023)],
    *[("BU03630002", 2020, "1"), ("BU03630002", 2021, "3"), ("BU03630002", 2022, "1")],
    *[("BU03630003", 2020, "1"), ("BU03630003", 2021, "1")],
]
REGIONS = {"GM0363": "ES16", "GM0757": "ES27", "GM0824": "ES25", "GM0855": "ES25", "GM0865": "ES27"}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    where = Places(tmp_path_factory.mktemp("data"))
    rows = pd.DataFrame(VALUES, columns=["area", "indicator", "vintage", "value"])
    rows = rows.assign(breakdown="", status="final", period=rows["vintage"].astype(str))
    names = {"GM0363": "Amsterdam", "GM0757": "Boxtel", "GM0824": "Oisterwijk", "GM0855": "Tilburg", "GM0865": "Vught"}
    areas = pd.DataFrame({"code": list(names), "name": list(names.values()), "level": "gemeente", "year": 2024})
    areas = areas.assign(provincie="", res=areas["code"].map(REGIONS), subres="")[list(tables.AREAS)]
    marks = pd.DataFrame(MARKS, columns=list(tables.REDRAWN))
    parsed = Parsed("2025-01-01", rows[list(tables.OBSERVATIONS)], areas, marks)
    run.serve_parsed(where, {SOURCE: parsed}, origin="real", came_from="test")
    opened = open_served(where)
    assert opened is not None
    return opened.snapshot


def test_on_the_boundaries_of_then_the_values_are_as_published_and_the_line_stops(snapshot: Snapshot) -> None:
    found = trend(snapshot, "GM0363", SOLAR)
    assert list(found.points) == snapshot.series("GM0363", SOLAR.id)
    assert [when.period for when in found.redrawn] == ["2023"]
    assert boundaries.under_chart(snapshot.areas["GM0363"], found) == [
        "Vanaf 2023 loopt de lijn niet door: Weesp hoort er sindsdien bij."
    ]


def test_on_the_boundaries_of_now_the_line_runs_through(snapshot: Snapshot) -> None:
    now = vintages.newest(snapshot, Level.GEMEENTE)
    found = trend(snapshot, "GM0363", SOLAR, vintage=now)
    assert now == 2024
    assert found.redrawn == ()
    assert found.points[0] == ("2021", 21_500.0, "recalculated")
    assert found.points[-1] == ("2024", 24_000.0, "final")
    assert boundaries.under_chart(snapshot.areas["GM0363"], found) == [
        "Alle jaren staan op de grenzen van 1 januari 2024.",
        "Een ruitje is een cijfer dat is herrekend naar die grenzen.",
    ]


def test_years_whose_changes_are_not_kept_have_no_value_on_other_boundaries(snapshot: Snapshot) -> None:
    late = vintages.column_on(snapshot, Level.GEMEENTE, SOLAR.id, "", "2024", catalog.LAST_BOUNDARIES + 1)
    assert late is not None
    assert set(late.gaps) == set(late.codes)
    assert "niet bijgehouden" in late.gaps["GM0363"].detail
    newest = vintages.column_on(snapshot, Level.GEMEENTE, SOLAR.id, "", "2024", catalog.LAST_BOUNDARIES)
    assert newest is not None
    assert not newest.gaps


def test_a_part_of_a_divided_municipality_is_named_in_both(snapshot: Snapshot) -> None:
    then, now = trend(snapshot, "GM0757", SOLAR), trend(snapshot, "GM0757", SOLAR, vintage=2024)
    assert boundaries.under_chart(snapshot.areas["GM0757"], then) == [
        "Vanaf 2021 loopt de lijn niet door: een deel van Haaren hoort er sindsdien bij."
    ]
    assert math.isnan(now.points[0][1])
    assert boundaries.under_chart(snapshot.areas["GM0757"], now)[-1] == (
        "Geen cijfer over 2020: hoe Haaren is verdeeld over andere gemeenten, is niet bekend."
    )


def test_a_municipality_that_ended_has_no_line_on_the_boundaries_of_now(snapshot: Snapshot) -> None:
    assert trend(snapshot, "GM0457", SOLAR, vintage=2024).points == ()
    assert len(trend(snapshot, "GM0457", SOLAR).points) == 2


def test_the_line_of_a_buurt_stops_at_change_code_3_and_says_why(snapshot: Snapshot) -> None:
    found = trend(snapshot, "BU03630002", HOMES)
    assert [when.period for when in found.redrawn] == ["2021"]
    assert boundaries.under_chart(snapshot.areas["BU03630002"], found) == [
        "Vanaf 2021 loopt de lijn niet door: de grens van deze buurt is veranderd."
    ]
    assert trend(snapshot, "BU03630001", HOMES).redrawn == ()


def test_a_buurt_on_the_boundaries_of_now_has_values_only_since_its_last_change(snapshot: Snapshot) -> None:
    found = trend(snapshot, "BU03630002", HOMES, vintage=2022)
    assert [status for _, _, status in found.points] == [Missing.NOT_MEASURED, Missing.NOT_MEASURED, "final", "final"]
    assert trend(snapshot, "BU03630001", HOMES, vintage=2022).gaps == {}


@pytest.mark.parametrize("year", range(2019, 2023))
def test_one_buurt_and_all_buurten_give_the_same(snapshot: Snapshot, year: int) -> None:
    for period in ("2019", "2020", "2021", "2022"):
        column = vintages.column_on(snapshot, Level.BUURT, HOMES.id, "", period, year)
        assert column is not None
        for code in ("BU03630001", "BU03630002"):
            points, gaps = vintages.series_on(snapshot, code, HOMES.id, "", year)
            at = column.codes.tolist().index(code)
            value = next(v for p, v, _ in points if p == period)
            assert math.isnan(value) == math.isnan(float(column.values[at]))
            assert gaps.get(period) == column.gaps.get(code)


def test_without_a_word_of_cbs_a_buurt_is_not_taken_for_the_same(snapshot: Snapshot) -> None:
    found = vintages.column_on(snapshot, Level.BUURT, HOMES.id, "", "2022", 2019)
    assert found is not None
    assert "BU03630001" not in found.gaps  # told for 2020, 2021 and 2022
    beyond = vintages.column_on(snapshot, Level.BUURT, HOMES.id, "", "2022", 2025)
    assert beyond is not None
    assert set(beyond.gaps) == {"BU03630001", "BU03630002"}
    assert "is niet bekend" in beyond.gaps["BU03630001"].detail


def test_a_buurt_that_is_no_more_has_no_line_on_the_boundaries_of_now(snapshot: Snapshot) -> None:
    column = vintages.column_on(snapshot, Level.BUURT, HOMES.id, "", "2020", 2022)
    assert column is not None
    assert column.codes.tolist() == ["BU03630001", "BU03630002"]
    assert trend(snapshot, "BU03630003", HOMES, vintage=2022).points == ()
    assert len(trend(snapshot, "BU03630003", HOMES, vintage=2021).points) == 3


def test_a_region_that_lost_land_has_a_gap_and_its_line_stops(snapshot: Snapshot) -> None:
    found = trend(snapshot, "ES27", SOLAR, vintage=2021)
    assert math.isnan(found.points[0][1])
    assert found.gaps["2020"].detail == "de grens veranderde door Haaren"
    assert [when.period for when in trend(snapshot, "ES27", SOLAR).redrawn] == ["2021"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("GM0457", "Weesp is op 24 maart 2022 opgegaan in Amsterdam."),
        ("GM0788", "Haaren is op 1 januari 2021 verdeeld over Boxtel, Oisterwijk, Tilburg en Vught."),
        ("GM0363", ""),
    ],
)
def test_an_old_name_says_what_became_of_it(snapshot: Snapshot, code: str, sentence: str) -> None:
    assert boundaries.became(snapshot, code) == sentence


def test_a_sentence_never_compares_across_a_change_of_boundaries(snapshot: Snapshot) -> None:
    before, after = (headline(snapshot, "GM0363", SOLAR, period) for period in ("2023", "2024"))
    assert not isinstance(before, Gap)
    assert not isinstance(after, Gap)
    assert "dan in 2022" not in sentences.where_we_stand("Amsterdam", before)  # Weesp came with it in between
    assert "dan in 2023" in sentences.where_we_stand("Amsterdam", after)
    assert sentences.growth("Amsterdam", after).endswith("in 2024 dan in 2023")
