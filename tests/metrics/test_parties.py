"""Parties that are recorded twice."""

import pytest

from transition.metrics.parties import look_alikes


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Coöperatie De Eendracht U.A.", "De Eendracht", True),
        ("Energie Eendracht", "Eendracht energie", True),
        ("Stichting Warm Havenstad", "Warm Havenstadt", True),
        ("Netbeheer Noord B.V.", "netbeheer noord bv", True),
        ("Energiehub Haven 1", "Energiehub Haven 2", False),
        ("Gemeente Utrecht", "Provincie Utrecht", False),
        ("Zon", "Son", False),
        ("Bewoners Oost", "Bewoners West", False),
        ("De Stichting", "Het", False),
    ],
)
def test_names_that_read_alike_are_probably_one_party(one: str, other: str, alike: bool) -> None:
    assert look_alikes({"a": one, "b": other}) == ([("a", "b")] if alike else [])


def test_three_of_a_kind_are_three_pairs() -> None:
    names = {"c": "Warm Oost bv", "a": "Warm Oost", "b": "Warm Oost B.V."}
    assert look_alikes(names) == [("a", "b"), ("a", "c"), ("b", "c")]
