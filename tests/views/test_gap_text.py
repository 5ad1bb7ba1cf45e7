"""Every reason for no number has a plain sentence, with its facts in it."""

import pytest

from transition.domain.values import Gap, Missing
from transition.metrics.no_number import Why, no_number
from transition.views import gap_text


@pytest.mark.parametrize("why", list(Why))
def test_every_reason_has_a_sentence_even_without_facts(why: Why) -> None:
    said = gap_text.sentence(no_number(why))
    assert said.endswith(".")
    assert "{" not in said
    assert gap_text.short(no_number(why))


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (
            no_number(Why.NO_GOAL, indicator="renewable_on_land_gwh"),
            "Er is geen doel vastgelegd voor zon en wind op land.",
        ),
        (no_number(Why.TERM_PASSED, year=2020), "De termijn is verstreken: het doel was voor 2020."),
        (
            no_number(Why.TOO_FEW_POINTS, found=1, needed=4),
            "Er is 1 jaar met een cijfer dat te vergelijken is; 4 jaren op een rij zijn nodig.",
        ),
        (
            no_number(Why.TOO_FEW_POINTS, found=2, needed=4),
            "Er zijn 2 jaren met een cijfer dat te vergelijken is; 4 jaren op een rij zijn nodig.",
        ),
        (
            no_number(Why.BOUNDARY_BREAK, period="2022", because="Boxmeer"),
            "Sinds 2022 gaat het over een ander stuk land (Boxmeer).",
        ),
        (
            no_number(Why.UNKNOWN_TOO_LARGE, unknown=0.42, most=0.3),
            "Van 42% is onbekend van wie het is. Boven 30% geven we geen deel.",
        ),
        (
            no_number(Why.MIXED_PRICE_LEVELS, years=(2024, 2025)),
            "De bedragen zijn in prijzen van verschillende jaren: 2024 en 2025. Die tellen we niet op.",
        ),
        (Gap(Missing.SUPPRESSED), "Geen cijfer: geheim of te onzeker."),
    ],
)
def test_the_facts_are_in_the_sentence(gap: Gap, said: str) -> None:
    assert gap_text.sentence(gap) == said


def test_not_recorded_is_never_said_to_be_on_schedule() -> None:
    assert gap_text.short(no_number(Why.NOT_RECORDED)) == "niet vastgelegd"
