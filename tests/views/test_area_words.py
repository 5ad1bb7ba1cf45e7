"""What is said about area processes."""

from datetime import date

import pandas as pd
import pytest

from tests.metrics.register_tables import tables
from transition.metrics import area_processes
from transition.views import area_sentences, area_words


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    changed = pd.DataFrame({"at": pd.to_datetime(["2026-11-13T09:00:00Z"]), "who": ["Gemeente"]}, index=["haven"])
    return area_processes.overview(tables(), changed, date(2026, 11, 23))


def test_what_is_not_known_is_said_first(found: pd.DataFrame) -> None:
    assert area_sentences.overview(found, "Doggerland") == (
        "Van 1 van de 5 gebieden in Doggerland is niets vastgelegd behalve de naam. Van de andere 4: bij 1 houdt iets een stap "
        "tegen, bij 1 is de geplande dag van de volgende stap voorbij en bij 1 is er geen trekker."
    )


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        ([], "In Assen is nog geen gebied vastgelegd."),
        (["leeg"], "In Assen is één gebied vastgelegd. Van Akkers zijn alleen de naam en het thema vastgelegd."),
        (["molen", "oud"], "Van alle 2 gebieden in Assen is iets vastgelegd. Nergens staat dat iets tegenhoudt, "
         "en geen geplande dag is voorbij."),
        (["leeg", "oud"], "Van 1 van de 2 gebieden in Assen is niets vastgelegd behalve de naam. Van het andere: nergens staat "
         "dat iets tegenhoudt, en geen geplande dag is voorbij."),
    ],
)  # fmt: skip
def test_few_areas_have_sentences_of_their_own(found: pd.DataFrame, ids: list[str], said: str) -> None:
    assert area_sentences.overview(found.loc[ids], "Assen") == said


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("haven", "Havenkwartier maakt het geld rond. Het laatst gehaald: W3 Uitvoeringsplan vastgesteld, op 1 mei 2025. "
         "De volgende stap is W5 Dekking rond, gepland op 1 februari 2027. Wat tegenhoudt: stroomnet (Pas in 2029 ruimte)."),
        ("dorp", "Élst-dorp wordt verkend. De volgende stap is W0 Gebied gekozen, was gepland op 24 oktober 2026: 30 dagen geleden."),
        ("molen", "Molenwijk is afgerond. Het laatst gehaald: W6 Gas eruit, op 1 juli 2025."),
        ("leeg", "Van Akkers zijn alleen de naam en het thema vastgelegd."),
        ("oud", "Op welke trede Zuid staat, is niet vastgelegd. Het laatst gehaald: X1, op 1 april 2025."),
    ],
)  # fmt: skip
def test_one_sentence_says_where_an_area_stands(found: pd.DataFrame, id: str, said: str) -> None:
    assert area_sentences.where_it_stands(found.loc[id]) == said


@pytest.mark.parametrize(
    ("say", "words"),
    [
        (area_words.lead, ["Coöperatie De Eendracht", "geen trekker", "niet vastgelegd"]),
        (area_words.covered, ["40% toegezegd van 10\u00a0miljoen euro", "kosten niet vastgelegd", "niet vastgelegd"]),
        (area_words.changed, ["13 november 2026 (10 dagen geleden)", "onbekend", "onbekend"]),
        (area_words.blocked, ["Stroomnet", "", ""]),
    ],
)  # fmt: skip
def test_what_is_not_recorded_is_never_zero_nor_none(found: pd.DataFrame, say: object, words: list[str]) -> None:
    assert [say(found.loc[id]) for id in ("haven", "dorp", "leeg")] == words  # type: ignore[operator]


def test_what_is_missing_is_named(found: pd.DataFrame) -> None:
    assert area_sentences.not_recorded(found.loc["haven"]) == "Nog niet vastgelegd: wie wat doet."
    assert area_words.missing(found.loc["leeg"]) == list(area_words.TOPIC_WORDS.values())


@pytest.mark.parametrize(
    ("amount", "words"),
    [(950_000, "950.000\u00a0euro"), (1_250_000, "1,25\u00a0miljoen euro"), (0, "0\u00a0euro"), (None, "niet vastgelegd")],
)  # fmt: skip
def test_an_amount_is_written_as_people_say_it(amount: float | None, words: str) -> None:
    assert area_words.euros(amount) == words
