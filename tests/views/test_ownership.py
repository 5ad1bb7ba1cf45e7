"""Whose the production is, in words: the unknown said first, every edge with its own sentence, and nothing typed does anything."""

from datetime import date
from typing import Any

import pytest

from tests.hostile_register import PAYLOADS
from tests.metrics.ownership.test_local import TODAY, gathered
from tests.metrics.ownership.test_shares import WAY, owner
from tests.metrics.register_tables import table
from tests.metrics.steering.places import projects
from transition.metrics.band import Band
from transition.metrics.ownership.local import assuming, counting
from transition.metrics.ownership.published_years import published_years
from transition.metrics.ownership.shares import Definition, owned
from transition.metrics.scope import Scope, Sort
from transition.metrics.steering.goal import Goal
from transition.published import published_figures, quantities
from transition.views import (
    ownership_answer,
    ownership_bars,
    ownership_coops,
    ownership_figures,
    ownership_known,
    ownership_policy,
    ownership_projects,
    ownership_published,
    ownership_say,
    ownership_way,
)
from transition.views import ownership_words as words

BROAD, STRICT = Definition.BROAD, Definition.STRICT
Rows = dict[str, dict[str, Any]]
UNKNOWN_SIZE = {"share_residents": 1.0}


def spaced(said: str) -> str:
    """With ordinary spaces: a number and its unit stay on one line by another one."""
    return said.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("rows", "definition", "said"),
    [
        ({"a": owner(0.2, 0.1, 0.04, 0.66)}, BROAD, "Van de opwek in X is 34% van de omgeving."),
        ({"a": owner(0.2, 0.1, 0.04, 0.66)}, STRICT, "Van de opwek in X is 20% van bewoners en lokale partners samen."),
        ({"a": owner(0.2, 0.1, 0, 0.58, 0.12)}, BROAD,
         "Van 12% van de opwek in X weten wij niet van wie die is. Van de rest is 34% van de omgeving."),
        ({"a": owner(0.3, 0.1, 0, 0.2, 0.4)}, BROAD,
         "Van 40% van de opwek in X weten wij niet van wie die is. "
         "Daarom is er geen percentage: minstens 40% en hoogstens 80% is van de omgeving."),
        ({"a": {"expected_mwh": 10}}, BROAD, "Van geen enkele opwek in X is vastgelegd van wie die is."),
        ({"a": owner(0.5, 0, 0, 0.498, 0.002)}, BROAD,
         "Van minder dan 1% van de opwek in X weten wij niet van wie die is. Van de rest is 50% van de omgeving."),
        ({"a": UNKNOWN_SIZE}, BROAD,
         "Van wie de opwek in X is, weten wij niet: van geen enkel project is bekend hoeveel het opwekt."),
        ({"a": owner(1, 0, 0, 0, status="permitted")}, BROAD,
         "In X staat nog geen windpark of zonnepark dat is vastgelegd. Er is 1 project in voorbereiding."),
        ({}, BROAD, "Van wie de opwek in X is, weten wij niet: er is geen windpark of zonnepark vastgelegd."),
        ({"a": owner(1, 0, 0, 0, technology="solar_roof")}, BROAD,
         "Van wie de opwek in X is, weten wij niet: er is geen windpark of zonnepark vastgelegd."),
    ],
)  # fmt: skip
def test_the_answer_says_what_is_unknown_first(rows: Rows, definition: Definition, said: str) -> None:
    assert ownership_answer.answer(gathered(rows), "X", definition) == said


def test_the_answer_changes_when_a_number_changes_and_rests_on_named_projects() -> None:
    rows = {"a": owner(1, 0, 0, 0, expected_mwh=None, capacity=2, capacity_unit="MW"), "b": UNKNOWN_SIZE}
    assert ownership_answer.basis(gathered(rows), TODAY) == (
        "Van 1 van de 2 projecten die er staan is de opbrengst niet vastgelegd; dat telt niet mee. "
        "Stand van het register op 23 november 2026, 1 project die er staat. "
        "De opbrengst daarvan is geschat uit het vermogen."
    )


@pytest.mark.parametrize(
    ("about", "said"),
    [
        (Scope(Sort.PLACE, "GM0106", "Assen", None, ("GM0106",), ()), "Assen"),
        (Scope(Sort.AREA_PROCESS, "haven", "Haven", None, ("GM0106",), ("haven",)), "het gebied Haven"),
        (Scope(Sort.COMMUNITY, "warm", "Warm", None, ("GM0106",), ("haven",)), "de gebieden van community Warm"),
    ],
)
def test_what_a_scope_is_called(about: Scope, said: str) -> None:
    assert ownership_answer.place(about, about.name) == said


STANDS, OPEN = owner(0.25, 0, 0, 0.75, expected_mwh=4000), {"status": "developing", "expected_mwh": 4000}


@pytest.mark.parametrize(
    ("rows", "heading", "card"),
    [
        (WAY, "Van de rest moet 50% tot 60% lokaal worden voor 50% in 2030", "50% tot 60%"),
        ({"a": STANDS, "b": OPEN}, "Van de rest moet 75% lokaal worden voor 50% in 2030", "75%"),
        ({"a": owner(0, 0, 0, 1, expected_mwh=9000), "b": OPEN},
         "Ook als alles wat nog open is lokaal wordt, komt X in 2030 niet op 50%", "alles is niet genoeg"),
        ({"a": owner(1, 0, 0, 0, expected_mwh=9000), "b": OPEN},
         "Van de rest hoeft niets meer lokaal te worden voor 50% in 2030", "niets meer"),
        ({"a": owner(0, 0, 0, 0.5, 0.5, expected_mwh=8000), "b": OPEN},
         "Van de rest moet minstens 50% lokaal worden voor 50% in 2030", "minstens 50%"),
        ({"a": owner(0, 0, 0, 0, 1, expected_mwh=9000), "b": OPEN},
         "Hoeveel van de rest lokaal moet worden voor 50% in 2030, hangt af van wat nu onbekend is", "niet te zeggen"),
        ({"a": STANDS, "b": {"status": "developing"}},
         "Hoeveel van de rest lokaal moet worden, is niet te zeggen: de opbrengst is niet vastgelegd", "–"),
        ({"a": STANDS}, "Er is geen project in voorbereiding zonder afspraak over eigendom", "–"),
        ({}, "Er is geen windpark of zonnepark vastgelegd", "–"),
    ],
)  # fmt: skip
def test_what_the_rest_must_be_for_half_in_2030(rows: Rows, heading: str, card: str) -> None:
    found = gathered(rows)
    assert ownership_way.heading(found.broad, "X") == heading
    assert f"<dd>{card}<small>" in ownership_figures.html(found, BROAD).rpartition("<dt>")[2]


def test_an_assumption_is_marked_wherever_it_is_shown() -> None:
    found = assuming(gathered(WAY), owned(projects(WAY)), {"developing": 1.0}, 0.6)
    said = ownership_way.heading(found.broad, "X", is_assumed=True)
    assert said == "Wat als: dan is in 2030 50% tot 55% van de opwek in X lokaal"
    assert "Wat als: 60% van 5,0 GWh (1 project) wordt lokaal" in spaced(ownership_way.html(found.broad, 0.6))
    assert "uw aanname" in ownership_way.reading(0.6)
    assert "Wat als: Nodig van de rest" in ownership_figures.html(found, BROAD, is_assumed=True)


def test_the_steps_of_the_way_begin_where_the_one_before_ends() -> None:
    drawn = ownership_way.html(gathered(WAY).broad)
    assert 'own-local" style="left:0.00%;width:10.00%"' in drawn, "1,000 of 10,000"
    assert 'own-unknown" style="left:10.00%;width:5.00%"' in drawn
    assert 'own-local" style="left:10.00%;width:10.00%"' in drawn, "what was agreed begins after what stands"
    assert 'own-needed" style="left:25.00%;width:25.00%"' in drawn, "from what may be local already up to half"


def test_strict_and_broad_stand_side_by_side_and_the_aim_is_no_obligation() -> None:
    drawn = ownership_figures.html(gathered({"a": owner(0.2, 0.1, 0.1, 0.5, 0.1)}), STRICT)
    for said in ("Lokaal eigendom, breed", "44%", "40% tot 50%", "Lokaal eigendom, strikt", "22%", "28 procentpunt", "strikt geteld",
                 "50% in 2030 is een ambitie, geen verplichting."):  # fmt: skip
        assert said in drawn


@pytest.mark.parametrize(
    ("rows", "card"),
    [
        ({"a": owner(0.44, 0, 0, 0.46, 0.1)}, "niet te zeggen<small>breed geteld; het ligt tussen 44% en 54%."),
        ({"a": owner(0.1, 0, 0, 0.5, 0.4)}, "niet te zeggen<small>breed geteld; het ligt tussen 10% en 50%."),
        ({"a": owner(0.1, 0, 0, 0.55, 0.35)}, "5 tot 40 procentpunt<small>breed geteld; het ligt tussen 10% en 45%."),
        ({"a": owner(0.6, 0, 0, 0, 0.4)}, "10 tot 50 procentpunt erboven<small>breed geteld; het ligt tussen 60% en 100%."),
        ({"a": owner(0.8, 0, 0, 0.2)}, "30 procentpunt erboven<small>breed geteld."),
        ({"a": owner(0.498, 0, 0, 0.502)}, "minder dan 1 procentpunt<small>breed geteld."),
        ({"a": owner(0.5, 0, 0, 0.5)}, "50% gehaald<small>breed geteld."),
    ],
)  # fmt: skip
def test_there_is_no_distance_to_half_where_the_unknown_decides(rows: Rows, card: str) -> None:
    assert f"<dt>Afstand tot 50%</dt><dd>{card}" in ownership_figures.html(gathered(rows), BROAD)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({"a": owner(0.6, 0, 0.1, 0.2, 0.1)}, "De grootste groep eigenaren is bewoners en lokale partners samen: 60% van de opwek"),
        ({"a": owner(0.4, 0, 0.1, 0.3, 0.2)}, "Voor zover vastgelegd heeft geen groep eigenaren meer dan 40% van de opwek"),
        ({"a": owner(0.5, 0, 0, 0.5)}, "Voor zover vastgelegd heeft geen groep eigenaren meer dan 50% van de opwek"),
        ({"a": owner(0.3, 0, 0, 0.1, 0.6)},
         "Van 60% van de opwek is niet vastgelegd van wie die is; dat is meer dan van elke groep eigenaren"),
    ],
)  # fmt: skip
def test_no_group_is_named_the_largest_while_the_unknown_or_a_tie_decides(rows: Rows, said: str) -> None:
    assert spaced(ownership_bars.heading(gathered(rows))) == said


def test_the_unknown_has_a_place_of_its_own_in_the_bars_and_is_never_spread() -> None:
    found = gathered({"a": owner(0.5, 0, 0, 0, 0.5), "b": owner(0, 0.5, 0, 0.5, technology="solar_field")})
    drawn = ownership_bars.html(found)
    assert 'own-unknown" style="width:25.00%"' in drawn
    assert "Onbekend van wie: 0,5 GWh (25%)" in spaced(drawn)
    assert "Lokale bedrijven: niets vastgelegd" in drawn
    assert "Niet-lokaal: geen" in ownership_bars.html(gathered({"a": owner(1, 0, 0, 0)}))
    whole = ownership_bars.table(found)
    assert whole[whole["Techniek"] == "Alles samen"]["Opbrengst (MWh per jaar)"].sum() == 2000


def test_legal_ownership_and_eigenaarschap_are_never_named_alike() -> None:
    found = gathered(WAY)
    said = ownership_bars.html(found) + ownership_figures.html(found, BROAD) + ownership_answer.COUNTS
    said += ownership_way.html(found.broad) + ownership_way.READING + ownership_bars.READING
    assert "eigenaarschap" not in said.lower()


def test_a_goal_of_the_place_itself() -> None:
    made = Goal("local_ownership_pct", 50.0, 2030, decided_by="council", decided_on=date(2026, 2, 12))
    assert ownership_way.own_goal(made) == (
        "Eigen doel: 50% lokaal eigendom in 2030, vastgesteld op 12 februari 2026 door de gemeenteraad."
    )


def test_what_was_published_keeps_both_values_of_2022() -> None:
    known = quantities()
    years = {id: published_years(published_figures(), id) for id in ownership_published.OWNERSHIP}
    drawn = ownership_published.html(years, known, "Lokaal eigendom")
    assert "20,3% of 22,8%" in drawn
    assert "53,4%" in drawn
    assert "23,8% <small>Participatiemonitor 2020</small>" in drawn
    assert ownership_published.conflicts(years, known) == [
        "Lokaal eigendom van zonneparken in 2022: 20,3% volgens HIER en 22,8% volgens energieparticipatie.nl. Dat spreekt elkaar tegen."
    ]
    assert "publicaties spreken elkaar tegen" in ownership_published.known_sentence(years, known)


def test_a_municipalitys_estimate_says_that_it_is_one() -> None:
    assert "naar schatting 41,3 GWh stroom (geschat)" in spaced(ownership_known.sun(41.27, "2023", "estimated", "X"))
    assert "schatting" not in ownership_known.sun(41.27, "2023", "final", "de provincie X")


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        ({}, "Er staat geen park waarvan de stem is vastgelegd"),
        ({"unknown": 3}, "Welke stem lokale partijen hebben, is van geen enkel project vastgelegd"),
        ({"half_or_more": 1, "none": 1, "unknown": 2},
         "Van 2 projecten is de stem niet vastgelegd; in 1 van de 2 andere hebben lokale partijen de helft of meer van de stemmen"),
        ({"half_or_more": 2}, "In 2 van de 2 projecten hebben lokale partijen de helft of meer van de stemmen"),
    ],
)  # fmt: skip
def test_votes_in_words(votes: dict[str, int], said: str) -> None:
    assert ownership_say.votes_heading(dict.fromkeys(ownership_say.VOTES, 0) | votes) == said


def test_what_was_typed_stands_there_as_text() -> None:
    bad = PAYLOADS[1]
    rows = {"a": owner(1, 0, 0, 0) | {"name": bad, "area": bad, "evidence": "javascript:alert(1)"}}
    found = counting(projects(rows), {})
    parties = table("party", {"p": {"name": bad, "type": "cooperative", "municipality": "GM9003"}})
    held = {"h": {"area": bad, "about": bad, "step": "6", "held_on": "2026-01-01", "evidence": "https://x.example"}}
    policy = {
        "m": {"municipality": "GM9003", "technology": "wind", "level": "3", "decided_on": "2025-01-01", "document": bad}
    }
    made = gathered(rows, participation=held, policy_anchoring=policy)
    drawn = (
        ownership_projects.html(found, {}, lambda _: "", 9)
        + ownership_coops.html(parties, {}, 9)
        + ownership_say.steps_html(made.took_part, lambda _: "", 9)
        + ownership_policy.decisions(made.policy)
    )
    assert drawn.count("&lt;script&gt;") == 4
    assert "<script" not in drawn
    assert 'href="javascript' not in drawn


def test_bands_and_parts_in_words() -> None:
    assert words.between(Band(0.301, 0.349)) == "30% tot 35%"
    assert words.between(Band(0.3, 0.304)) == "30%"
    assert [words.percent(one) for one in (0, 0.001, 0.999, 1)] == ["0%", "minder dan 1%", "bijna 100%", "100%"]
    assert [spaced(words.power(one)) for one in (0, 64, 9_810, 1_240_000)] == [
        "0 GWh",
        "64 MWh",
        "9,8 GWh",
        "1.240 GWh",
    ]
