"""The sentences of the overview, said from figures by rules."""

import math
from dataclasses import replace

import pytest

from transition import catalog
from transition.domain.areas import Level
from transition.domain.indicators import Direction
from transition.domain.values import Missing, Status
from transition.metrics.headlines import ORDER, Headline
from transition.views import sentences, text

SERIES = tuple((str(year), float(year - 2015), "final") for year in range(2018, 2025))


def made(indicator: str, **changed: object) -> Headline:
    plain = Headline(
        indicator=catalog.indicator(indicator),
        period="2024",
        measured_until="",
        value=9.0,
        status=Status.PROVISIONAL_REVISED,
        source="one",
        vintage=2024,
        series=SERIES,
        redrawn=(),
        rank=math.nan,
        of=math.nan,
        group="",
        is_last=False,
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def test_the_answer_of_the_overview_is_a_sentence() -> None:
    assert sentences.where_we_stand("Nederland", made("solar_capacity_kwp")) == (
        "In Nederland was het vermogen van zonnepanelen 9\u00a0kWp in 2024 (nader voorlopig). Dat was 12% meer dan in 2023."
    )


@pytest.mark.parametrize("indicator", ORDER)
def test_every_main_figure_has_a_sentence(indicator: str) -> None:
    said = sentences.where_we_stand("de gemeente Utrecht", made(indicator))
    assert said.startswith("In de gemeente Utrecht ")
    assert " 9" in said
    assert "in 2024 (nader voorlopig)." in said


def test_a_municipality_that_is_no_more_says_that_this_was_its_last_year() -> None:
    last = made("solar_capacity_kwp", is_last=True)
    assert "in 2024 (nader voorlopig), het laatste jaar van Boxmeer." in sentences.where_we_stand("Boxmeer", last)
    assert sentences.last_year("Boxmeer", last) == "het laatste jaar van Boxmeer"
    assert sentences.last_year("Boxmeer", made("solar_capacity_kwp")) == ""


def test_a_status_that_is_not_sure_is_said_in_plain_words_once() -> None:
    found = [
        made("solar_capacity_kwp"),
        made("gas_use_m3_per_dwelling", status=Status.PROVISIONAL),
        made("electricity_use_kwh_per_dwelling", status=Status.PROVISIONAL),
        made("population_count", status=Status.FINAL),
    ]
    assert sentences.what_statuses_say(found) == (
        "Nader voorlopig betekent: het cijfer is al een keer bijgesteld en kan nog veranderen. "
        "Voorlopig betekent: het cijfer kan nog veranderen."
    )
    assert sentences.what_statuses_say(found[-1:]) == ""


def test_every_status_has_a_meaning() -> None:
    assert set(text.MEANINGS) == set(text.STATUSES) == {*Status, *Missing}


def test_the_bars_begin_at_the_year_in_which_the_measuring_or_the_land_changed() -> None:
    assert [year for year, _, _ in sentences.unbroken(made("solar_capacity_kwp"))] == [year for year, _, _ in SERIES]
    electricity = made("electricity_use_kwh_per_dwelling")
    assert [year for year, _, _ in sentences.unbroken(electricity)] == ["2022", "2023", "2024"]
    before = replace(electricity, period="2020")
    assert [year for year, _, _ in sentences.unbroken(before)] == ["2018", "2019", "2020"]
    redrawn = made("solar_capacity_kwp", redrawn=("2019", "2021"))
    assert [year for year, _, _ in sentences.unbroken(redrawn)] == ["2021", "2022", "2023", "2024"]


def test_two_shares_from_two_tables_say_that_they_are_not_to_be_compared() -> None:
    district = made("district_heating_pct")
    free = made("heating_gas_free_pct", period="2022", source="other")
    found = [made("solar_capacity_kwp", source="third"), district, free]
    assert sentences.not_to_compare(district, found) == (
        "Niet te vergelijken met Zonder aardgas: andere tabel, ander jaar, andere telling"
    )
    assert "met Stadsverwarming: andere tabel" in sentences.not_to_compare(free, found)
    assert sentences.not_to_compare(found[0], found) == ""
    assert "ander jaar" not in sentences.not_to_compare(district, [district, replace(free, period="2024")])
    assert sentences.not_to_compare(district, [district]) == ""
    assert sentences.not_to_compare(free, [replace(district, value=math.nan), free]) == "", (
        "there is nothing to compare"
    )


@pytest.mark.parametrize(
    ("size", "level", "words"),
    [
        (13.0, Level.GEMEENTE, "nummer 1 van de 13 gemeenten met een cijfer in Noord-Holland (hoogste eerst)"),
        (12.0, Level.PROVINCIE, "nummer 1 van de 12 provincies met een cijfer in Noord-Holland (hoogste eerst)"),
        (1.0, Level.GEMEENTE, "als enige gemeente met een cijfer in Noord-Holland"),
        (math.nan, Level.GEMEENTE, ""),
    ],
)
def test_a_rank_says_among_which_areas(size: float, level: Level, words: str) -> None:
    rank = math.nan if math.isnan(size) else 1.0
    assert text.nth(rank, size, level, "Noord-Holland", Direction.UP) == words
