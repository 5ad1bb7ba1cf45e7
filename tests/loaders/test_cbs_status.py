"""How sure CBS says it is, in its own sentences."""

import pytest

from transition.domain.values import Status
from transition.ingest.cbs_status import at_most_provisional, partial_periods, stated_statuses, word_status

F, R, P = Status.FINAL, Status.PROVISIONAL_REVISED, Status.PROVISIONAL

SOLAR = "De gegevens van 2019 tot en met 2023 zijn definitief, de gegevens voor 2024 en de eerste helft van 2025 zijn nader voorlopig."
ENERGY = (
    "De cijfers over de jaren 2010 tot en met 2021 zijn definitief. "
    "De cijfers over 2022 en 2023 zijn nader voorlopig en 2024 is voorlopig."
)
HEATING = """Deze tabel wordt niet meer geüpdatet. De cijfers voor 2022 en 2023* zijn te vinden op de maatwerkpagina.
De cijfers voor 2021 worden niet meer geüpdatet en zijn daarmee definitief geworden.

Wijzigingen per september 2023:
De voorlopige cijfers over 2022 zijn toegevoegd. Cijfers over 2021 hebben de nader voorlopige status gekregen."""


def description(sentence: str) -> str:
    return f"\nDeze tabel gaat over iets. In 2018 was dat voorlopig.\n\nStatus van de cijfers:\n{sentence}\n\nWijzigingen per mei:\nGeen.\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (SOLAR, {"2019": F, "2023": F, "2024": R, "2025": R}),
        (ENERGY, {"2010": F, "2021": F, "2022": R, "2023": R, "2024": P}),
        (HEATING, {"2017": F, "2021": F, "2022": P}),
        ("De cijfers in deze tabel zijn definitief", {"2016": F}),
        ("De cijfers in de tabellen zijn definitief.", {"2021": F}),
        (
            "Definitief, tenzij in de toelichting bij het onderwerp is vermeld dat het voorlopige cijfers betreft.",
            {"2020": F},
        ),
        ("De cijfers in deze tabel zijn voorlopig.", {"2023": P}),
        (
            "Definitieve cijfers over 2021, nader voorlopige over 2022 en voorlopige over 2023.",
            {"2021": F, "2022": R, "2023": P},
        ),
        ("De cijfers van 2019-2021 zijn definitief.", {"2019": F, "2020": F, "2021": F}),
    ],
)
def test_the_sentence_under_the_heading_gives_each_year_its_status(sentence: str, expected: dict[str, Status]) -> None:
    assert stated_statuses(description(sentence), expected) == expected


def test_a_year_the_sentence_does_not_name_is_left_out() -> None:
    assert stated_statuses(description("De cijfers over 2021 zijn definitief."), ["2021", "2022"]) == {"2021": F}


def test_a_year_before_a_final_one_is_final() -> None:
    assert stated_statuses(description("De cijfers over 2021 zijn definitief."), ["2018"]) == {"2018": F}


def test_without_the_heading_nothing_is_known() -> None:
    assert stated_statuses("De cijfers zijn definitief.", ["2021"]) == {}


@pytest.mark.parametrize(
    ("coverage", "sentence", "expected"),
    [
        ("2019 - 2025 (t/m Q2)", SOLAR, {"2025": "2025-06-30"}),
        ("2019 - 2025 (t/m Q3)", "", {"2025": "2025-09-30"}),
        ("2019 - 2025 (t/m Q4)", "", {}),
        ("2019-2025", SOLAR, {"2025": "2025-06-30"}),
        ("2010-2024", ENERGY, {}),
    ],
)
def test_a_year_that_is_not_complete_is_known(coverage: str, sentence: str, expected: dict[str, str]) -> None:
    assert partial_periods(coverage, description(sentence)) == expected


@pytest.mark.parametrize("said", list(Status)[:3])
def test_a_period_that_is_not_complete_is_provisional_whatever_is_said(said: Status) -> None:
    assert at_most_provisional({"2024": F, "2025": said}, ["2025"]) == {"2024": F, "2025": P}


@pytest.mark.parametrize(
    ("word", "status"),
    [("Definitief", F), ("NaderVoorlopig", R), ("Nader voorlopig", R), ("Voorlopig", P), ("Onbekend", None)],
)
def test_the_words_of_both_interfaces_mean_the_same(word: str, status: Status | None) -> None:
    assert word_status(word) is status
