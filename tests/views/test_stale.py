"""A source whose last refresh failed is out of date, and its figures say so."""

import json

import pytest

from transition.metrics.freshness import stale
from transition.views import text

FACTS = {"publisher": "CBS", "title": "Een tabel", "edition": "2025-11-18", "licence": "CC BY 4.0"}


def test_only_the_sources_that_failed_are_stale() -> None:
    states = {"a": "geweigerd", "b": "vernieuwd", "c": "ongewijzigd", "d": "overgeslagen"}
    last_run = json.dumps({"outcomes": {id: {"state": state} for id, state in states.items()}})
    assert stale(last_run) == {"a"}


@pytest.mark.parametrize("last_run", ["", "{", "{}"])
def test_without_an_account_of_the_last_run_nothing_is_stale(last_run: str) -> None:
    assert stale(last_run) == frozenset()


def test_the_line_under_a_figure_says_of_when_it_is_when_the_last_refresh_failed() -> None:
    fresh = text.source_line(FACTS, "2024", {"final"}, False)
    old = text.source_line(FACTS, "2024", {"final"}, False, stale=True)
    assert fresh == "Bron: CBS, Een tabel, 2024 (definitief), uitgave 18 november 2025, CC BY 4.0"
    assert old == "Bron: CBS, Een tabel, 2024 (definitief), stand van 18 november 2025 (verouderd), CC BY 4.0"


def test_boundaries_whose_edition_is_a_year_say_so_too() -> None:
    assert text.edition({**FACTS, "edition": "2025"}, True) == "stand van 2025 (verouderd)"
