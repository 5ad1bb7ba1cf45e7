"""Communities beside each other as cards: few as dots and never as a percentage, and what people typed stays text."""

from dataclasses import replace

import pytest

from tests.metrics.comparison.test_communities_beside import lines, one
from transition.metrics.comparison.gate import Reason, Refusal
from transition.views import beside, communities_levels, communities_money, communities_phases
from transition.views.beside import Card

NAMES = {"warm": "Warm", "b": "Buur", "c": "Cel", "d": "Dorp"}


def test_fewer_than_five_areas_are_dots_and_five_are_a_bar() -> None:
    assert "●●○○" in beside.count("Niveau 3", 2, 4)
    assert "width:40.0%" in beside.count("Niveau 3", 2, 5)


def test_of_few_areas_money_is_told_in_euros_and_dots_never_as_a_percentage() -> None:
    paid = lines(("a", "cost", 10e6, "", 2025), ("a", "cover", 2e6, "committed", 2025))
    shown = communities_money.body(one(finance_line=paid))
    assert "2,0 van 10,0" in shown
    assert "%" not in shown.replace("left:20.0%", "")
    assert "%" not in communities_money.heading([one(finance_line=paid)], NAMES)


def test_what_may_not_stand_beside_the_others_is_grey_and_says_why() -> None:
    why = beside.because(Refusal(Reason.LITTLE_COVERAGE, {"known": 4.0, "of": 9.0}))
    shown = beside.html([Card("A", "4 van 9", "", why)], "Communities")
    assert "beside-grey" in shown
    assert "er is maar een cijfer van 4 van de 9" in shown


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (2, "Gebieden die uitvoeren of verder zijn: 1 van de 3 in Warm en 1 van de 3 in Buur"),
        (4, "In alle 4 communities is minstens één gebied aan het uitvoeren of verder"),
    ],
)
def test_up_to_three_are_named_in_the_message_and_more_are_counted(count: int, said: str) -> None:
    found = [replace(one(), id=id) for id in list(NAMES)[:count]]
    assert communities_phases.heading(found, NAMES) == said


def test_what_is_not_judged_is_said_and_no_zero() -> None:
    found = one()
    assert communities_levels.rests(found) == "0 van 4 gebieden hebben een beoordeling"
    assert communities_levels.body(found) == ""
    assert "geen van deze communities" in communities_levels.heading([found], NAMES)


def test_what_people_typed_is_no_html() -> None:
    assert "<script>" not in beside.count("<script>", 1, 2, "<script>") + beside.said("<script>", "<script>")
    assert "<script>" not in beside.html([Card("A", "<script>", "", "<script>")], '"><script>')
