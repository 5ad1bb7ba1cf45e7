"""The table of sources: few columns on the page, dates and whole numbers in the file, one word per thing."""

from typing import Any

import pandas as pd
import pytest

from transition.metrics.freshness import Freshness, freshness
from transition.store import Snapshot
from transition.views import change_table, source_table, wrapped_table


def entry(**more: Any) -> Freshness:
    facts: dict[str, Any] = {
        "title": "Grenzen van de buurten", "publisher": "CBS", "url": "https://www.example.org", "licence": "CC BY 4.0",
        "rhythm": "jaarlijks", "edition": "2019", "rows": 27_188, "came_from": "live", "partial_periods": {},
        "fetched_at": "2026-11-23T15:54:02+00:00", "repairs": [],
    }  # fmt: skip
    return Freshness("boundaries_buurt", facts | more, 0, "vernieuwd", "27.188 rijen, uitgave 2019")


def test_the_file_has_the_date_of_loading_and_rows_as_whole_numbers() -> None:
    made = source_table.table([entry()])
    assert made["Geladen"].tolist() == ["23 november 2026"], "'vandaag' is wrong tomorrow"
    (rows,) = (name for name in made.columns if name.startswith("Rijen"))
    assert made[rows].tolist() == [27_188]
    assert pd.api.types.is_integer_dtype(made[rows])


def test_the_page_shows_state_and_edition_and_the_rest_is_in_the_details(real_snapshot: Snapshot) -> None:
    assert source_table.SHOWN == ["Bron", "Uitgave", "Laatste verversing"]
    for one in freshness(real_snapshot, ""):
        said = "\n".join(source_table.details(one))
        for word in ("Uitgever:", "Uitgave:", "Geladen:", "Gelezen:", "Licentie:", "Laatste verandering:"):
            assert word in said
        assert one.facts["licence"] in said
        assert one.facts["rhythm"] in said


@pytest.mark.parametrize(("came_from", "known"), [("live", True), ("map real", False), ("bestand mijn.xlsx", True)])
def test_of_a_downloaded_file_nobody_knows_when_it_was_downloaded(came_from: str, known: bool) -> None:
    said = "\n".join(source_table.details(entry(came_from=came_from)))
    assert ("weten we niet" in said) is not known
    assert "UTC" not in said


def test_a_wrapped_table_shows_hostile_text_as_text_and_numbers_the_dutch_way() -> None:
    made = wrapped_table.html(pd.DataFrame({"Bron": ["<b>x</b>"], "Nieuw": [120_158]}), 'een "naam"')
    assert "&lt;b&gt;x&lt;/b&gt;" in made
    assert '<td class="number">120.158</td>' in made
    assert 'aria-label="een &quot;naam&quot;"' in made


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((16, 0, 2), "Van de 18 controles kloppen er 16. 2 konden we nog niet doen."),
        ((16, 1, 1), "Van de 18 controles kloppen er 16 en klopt er 1 niet. 1 konden we nog niet doen."),
        ((18, 0, 0), "Van de 18 controles kloppen er 18."),
        ((1, 2, 0), "Van de 3 controles klopt er 1 en kloppen er 2 niet."),
    ],
)
def test_checks_are_counted_in_the_words_of_their_outcome(counts: tuple[int, int, int], expected: str) -> None:
    assert change_table.counted(*counts) == expected
