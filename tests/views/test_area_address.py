"""The address of a list of area processes says the same again when it is copied."""

import pytest

from transition.metrics.area_search import NOTHING, Filters
from transition.ui import choice
from transition.views import area_address
from transition.views.area_address import Asked, read

EVERY = [(field, code) for field, labels in area_address.LABELS.items() for code in labels]


@pytest.mark.parametrize(("field", "code"), EVERY)
def test_every_choice_has_a_word_that_means_it_again(field: str, code: str) -> None:
    word = area_address.word_of(field, code)
    assert read({area_address.WORDS[field]: word}, ()) == (Asked(Filters(**{field: code})), [])


def test_the_page_keeps_every_word_of_the_list_in_its_address() -> None:
    assert {*area_address.WORDS.values(), area_address.ORDER, area_address.PAGE} <= {
        *choice.LIST_WORDS,
        *choice.RECORD_WORDS,
    }


def test_an_address_reads_as_dutch() -> None:
    asked, wrong = read(
        {"thema": "energiehub", "fase": "geld-rondmaken", "tegengehouden": "ja", "volgorde": "gat", "blad": "3"}, ()
    )
    assert asked == Asked(Filters(theme="energy_hub", phase="finance", blocked="any"), "gap", 3)
    assert wrong == []


def test_a_community_is_known_by_its_id_and_having_none_by_a_word() -> None:
    assert read({"community": "warm"}, {"warm"})[0].filters.community == "warm"
    assert read({"community": "geen"}, ())[0].filters.community == NOTHING
    assert area_address.word_of("community", NOTHING) == "geen"
    assert read({"community": "koud"}, {"warm"}) == (Asked(), ["community=koud"])


@pytest.mark.parametrize(
    "words", [{"thema": "onzin"}, {"volgorde": "groot"}, {"blad": "0"}, {"blad": "-1"}, {"blad": "²"}, {"blad": "9" * 400}]
)  # fmt: skip
def test_what_means_nothing_is_said_and_changes_nothing(words: dict[str, str]) -> None:
    asked, wrong = read(words, ())
    assert asked == Asked()
    assert len(wrong) == 1
    assert len(wrong[0]) < 40


def test_a_search_of_endless_length_is_cut() -> None:
    assert len(read({"zoek": "x" * 5000}, ())[0].filters.words) == area_address.LONGEST_WORDS
