"""The ten sentences of an alderman: what they say, why they say nothing, and that each changes with its own number alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.council import GOAL, PARKS, PLACE, council, register
from tests.metrics.register_tables import tables
from transition.metrics.band import Band
from transition.metrics.council import Council, recorded
from transition.metrics.council_peers import Beside
from transition.metrics.no_number import Why, no_number
from transition.metrics.scope import Sort
from transition.metrics.steering.result import Result, expected
from transition.views import council_list, council_sentences, overview_figures, overview_sentences
from transition.views.council_register import Said
from transition.views.council_sentences import as_text
from transition.views.council_words import speaker
from transition.views.overview_card import Peers

WHO = speaker(PLACE, "Kreeftenpolder", ["Kreeftenpolder"], "")
NONE = no_number(Why.TOO_FEW_CASES, found=0, needed=3, open=0)
NO_PEERS = Peers(NONE, NONE, NONE, NONE, NONE)


def ten(found: Council | None = None) -> list[Said]:
    return council_sentences.ten(found or council(), WHO, NONE)


def words(found: Council | None = None) -> list[str]:
    """With common spaces where ours do not break."""
    return [one.words.replace("\u00a0", " ") for one in ten(found)]


SAID = {
    1: "Ons doel is 100 GWh stroom per jaar uit zon en wind op land in 2030. Dat is vastgesteld op 4 juni 2021 door de gemeenteraad.",
    2: "We staan op 40 GWh stroom per jaar uit zon en wind op land (2024). Dat is 40% van het doel.",
    3: "In de laatste 3 jaar kwam er 2,0 GWh per jaar bij. Nodig is 10 GWh per jaar. Het tempo is 0,2 keer wat nodig is. "
    "Met dit tempo halen we het doel in 2054, niet in 2030.",
    4: "In 1 van de 4 gebieden houdt iets een stap tegen. "
    "Wachten op ruimte op het stroomnet (1 gebied): wie over die stap beslist, is niet vastgelegd.",
    5: "In 1 gebied hebben bewoners of ondernemers zelf de leiding: Havenkwartier. In 1 gebied is er nog geen trekker: Élst-dorp.",
    6: "Van de opwek van windparken en zonneparken (zonder daken) is 38% lokaal eigendom; 15% is van bewoners en lokale partners samen. "
    "Van alles is de eigenaar bekend. "
    "Het streven is 50% in 2030; dat is een ambitie, geen verplichting.",
    8: "Het volgende besluit van uw raad is 'Krediet' in Havenkwartier, op 20 januari 2027.",
    9: "Bij ons staat 1.500 kWp aan zonnepanelen per 1.000 inwoners. In het midden van de andere gemeenten met 20.000 tot 50.000 "
    "inwoners is dat 2.000 kWp. Bij 2 van de 6 andere is het minder.",
}


@pytest.mark.parametrize("place", SAID)
def test_a_sentence_says_what_is_recorded_with_its_year(place: int) -> None:
    assert words()[place - 1] == SAID[place]


def test_what_nobody_recorded_is_listed_with_of_how_many_areas() -> None:
    assert "Van 3 van de 4 gebieden: het eigenaarschap volgens de gemeente" in words()[9]
    assert "Het definitieve cijfer over 2024: het is nu geschat." in words()[9]


CHANGES: dict[str, tuple[dict[str, Any], set[int]]] = {
    "the goal": ({"aim": replace(GOAL, value=110.0)}, {1, 2, 3}),
    "the day of its decision": ({"aim": replace(GOAL, decided_on=date(2022, 6, 4))}, {1}),
    "the newest figure": ({"realised": (34.0, 36.0, 38.0, 41.0)}, {2, 3}),
    "a figure of three years ago": ({"realised": (31.0, 36.0, 38.0, 40.0)}, {3}),
    "what holds up": ({"said": register(**{"milestone__haven.w5": {"blockage": "permit"}})}, {4}),
    "who decides on it": ({"said": register(**{"milestone__haven.w5": {"decided_by": "grid_operator"}})}, {4}),
    "who leads": ({"said": register(area_process__leeg={"lead_state": "no_lead"})}, {5, 10}),
    "a share": ({"parks": {**PARKS, "weide": {**PARKS["weide"], "share_not_local": 0.5, "share_public": 0.5}}}, {6}),
    "the day of a decision": ({"said": register(decision__d1={"decided_on": "2027-02-20"})}, {8}),
}


@pytest.mark.parametrize("what", CHANGES)
def test_another_number_changes_its_own_sentences_and_no_other(what: str) -> None:
    changed, expected = CHANGES[what]
    before, after = words(), words(council(**changed))
    assert {place for place, (a, b) in enumerate(zip(before, after, strict=True), start=1) if a != b} == expected


def test_money_that_is_not_promised_is_said_beside_what_has_no_money_at_all() -> None:
    lines = {f"finance_line__haven.{one}": {"price_level": 2025.0} for one in "abcd"}
    assert words(council(said=register(**lines)))[6] == (
        "De 4 gebieden kosten samen ten minste 10 miljoen euro. Toegezegd is 40%. Nog niet toegezegd is 6 miljoen euro; "
        "voor 4 miljoen euro is nog geen geld in zicht."
    )


def empty() -> Council:
    nothing = {kind: table.iloc[:0] for kind, table in tables().items()}
    none = recorded(nothing, {}, date(2026, 11, 23), areas=())
    return council(no_number(Why.NO_GOAL, indicator="renewable_on_land_gwh"), (), said=none, parks={}, peers=NONE)


def test_without_anything_recorded_every_sentence_says_why_and_none_is_a_zero() -> None:
    found = ten(empty())
    assert [one.is_known for one in found] == [False] * 9 + [True]
    assert all(one.words for one in found)
    assert not any("0%" in one.words or "op schema" in one.words for one in found)


def test_a_goal_that_is_reached_asks_for_no_pace() -> None:
    assert words(council(realised=(80.0, 90.0, 100.0, 120.0)))[2].startswith("Het doel is al gehaald.")
    assert overview_sentences.answer(council(realised=(80.0, 90.0, 100.0, 120.0)), WHO) == (
        "Kreeftenpolder heeft het doel voor 2030 al gehaald: 120% (2024, geschat)."
    )


def test_a_pace_that_is_not_judged_gets_no_year_and_stands_not_in_the_answer() -> None:
    found = council()
    pace = found.outcome.pace
    unjudged = replace(found, outcome=replace(found.outcome, pace=replace(pace, light=no_number(Why.LOWER_BOUND))))  # type: ignore[type-var]
    assert "Daarom geven we geen oordeel" in words(unjudged)[2]
    assert "2054" not in words(unjudged)[2]
    assert "tempo" not in overview_sentences.answer(unjudged, WHO)
    assert "0,2 keer wat nodig is" in overview_sentences.answer(found, WHO)


def test_a_decision_of_which_the_day_went_by_is_no_next_one() -> None:
    assert words(council(said=register(decision__d1={"decided_on": "2026-01-20"})))[7] == (
        "Er is geen volgend besluit van de raad vastgelegd met een datum. "
        "Van 1 eerder besluit is de geplande dag voorbij; of het is genomen, is niet vastgelegd."
    )


def test_a_community_has_no_goal_and_a_part_of_a_municipality_sends_there() -> None:
    nothing = empty()
    community = replace(nothing, about=replace(PLACE, sort=Sort.COMMUNITY, level=None))
    assert "geen eigen doel" in words(community)[0]
    part = replace(PLACE, sort=Sort.AREA_PROCESS, level=None)
    who = speaker(part, "Havenkwartier", ["Kreeftenpolder"], "")
    assert "kijk bij Kreeftenpolder" in council_sentences.ten(replace(nothing, about=part), who, NONE)[0].todo


def test_without_a_goal_of_its_own_it_says_whose_goal_holds_in_the_words_of_the_page_about_steering() -> None:
    region = replace(GOAL, value=300.0, code="RES91")
    assert words(replace(empty(), above=(("de energieregio Zilverkust", region),)))[0] == (
        "Voor Kreeftenpolder is geen eigen doel vastgelegd voor zon en wind op land. "
        "Wel is er het doel van de energieregio Zilverkust: 300 GWh in 2030."
    )


def test_what_an_alderman_reads_aloud_asks_nobody_to_fill_in_a_form() -> None:
    found = ten(empty())
    assert not [one.words for one in found if "pagina" in one.words or "Leg " in one.words]
    assert sum("pagina" in one.todo for one in found) == 5
    assert "pagina" not in as_text(found, "X")


UNSURE = {
    "p": {"expected_mwh": 10_000.0, "share_residents": 0.2, "share_local_business": 0.29, "share_not_local": 0.47}
}


def test_a_share_of_what_is_known_is_said_as_one_with_between_what_it_lies_over_all() -> None:
    assert words(council(parks=UNSURE))[5] == (
        "Van 4% van de opwek van windparken en zonneparken (zonder daken) is de eigenaar onbekend. "
        "Van de opwek waarvan wij de eigenaar kennen, is 51% lokaal eigendom; 21% is van bewoners en lokale partners samen. "
        "Over alle opwek ligt lokaal eigendom tussen 49% en 53%. "
        "Het streven is 50% in 2030; dat is een ambitie, geen verplichting."
    )


@pytest.mark.parametrize(
    ("not_local", "mark"),
    [
        (0.47, "niet te zeggen of het streven is gehaald"),  # 49% to 53%
        (0.35, "op of boven het streven"),  # 61% to 65%
        (0.67, "17 tot 21 procentpunt onder het streven"),
        (0.51, "1 tot 5 procentpunt onder het streven"),  # 45% to 49%
    ],
)
def test_no_verdict_on_half_where_what_is_unknown_decides_it(not_local: float, mark: str) -> None:
    made = council(
        parks={"p": {**UNSURE["p"], "share_local_business": 0.96 - 0.2 - not_local, "share_not_local": not_local}}
    )
    drawn = overview_figures.html(made, NO_PEERS)
    assert mark in drawn
    assert "over alles " in drawn, "between what it lies"


def test_an_own_goal_for_local_ownership_is_said_instead_of_what_the_country_strives_for() -> None:
    made = council(local_goal=replace(GOAL, indicator="local_ownership_pct", value=60.0, year=2032))
    assert words(made)[5].endswith("Ons eigen doel is 60% in 2032.")
    assert "Eigen doel: 60% in 2032" in overview_figures.html(made, NO_PEERS)


def test_a_year_that_is_past_is_said_in_the_past() -> None:
    fast = council(realised=(40.0, 60.0, 80.0, 90.0))
    assert words(fast)[2].endswith(
        "Ging het zo door, dan is het doel in 2025 gehaald. Het cijfer over dat jaar is er nog niet."
    )
    over = words(council(replace(GOAL, year=2025)))
    assert over[0].startswith(
        "Ons doel was 100 GWh stroom per jaar uit zon en wind op land in 2025; dat jaar is voorbij."
    )
    assert over[2].endswith(
        "Nodig was 60 GWh per jaar. De termijn, 2025, is voorbij; het cijfer over dat jaar is er nog niet."
    )


def test_what_was_finished_after_the_figure_is_said_beside_it() -> None:
    parks = {**PARKS, "new": {"expected_mwh": 58_000.0, "realised_on": "2025-05-01"}}
    assert words(council(parks=parks))[1].endswith("Na 2024 kwam 1 project klaar (58 GWh); dat zit hier nog niet in.")


def test_progress_towards_the_own_goal_is_compared_where_enough_others_have_one() -> None:
    said = council_sentences.ten(council(), WHO, Beside(0.4, 0.35, 3, 6, 1))[8]
    assert said.words == (
        "We staan op 40% van ons doel. In het midden van de andere gemeenten met 20.000 tot 50.000 inwoners is dat 35%. "
        "Bij 1 van de 3 andere is het minder."
    )
    assert "kWp" in council_sentences.ten(council(), WHO, Beside(0.4, 0.35, 2, 6, 1))[8].words


def test_a_missing_lead_is_not_said_to_be_up_to_that_lead() -> None:
    lead = {"blockage": "lead", "decided_by": "local"}
    assert words(council(said=register(**{"milestone__haven.w5": lead})))[3].endswith(
        "Wachten op een trekker (1 gebied): wie over die stap beslist, is niet vastgelegd."
    )


def test_one_publication_without_a_range_gives_no_verdict() -> None:
    made = council(parks={})
    result = made.outcome.result
    assert isinstance(result, Result)
    sure = replace(made, outcome=replace(made.outcome, expected=expected(result, Band(62.0, 62.0))))
    drawn = overview_figures.html(sure, NO_PEERS)
    assert "102%" in drawn
    assert "geen oordeel: één publicatie, zonder marge" in drawn
    assert "Dat is genoeg" not in " ".join(overview_sentences.three(sure, WHO))


def test_what_people_typed_is_shown_as_it_stands() -> None:
    named = register(area_process__haven={"name": "<script>alert(1)</script>"})
    assert "<script>" not in council_list.html(ten(council(said=named)))
    assert "&lt;script&gt;" in council_list.html(ten(council(said=named)))


def test_the_text_to_copy_has_all_ten_with_what_they_rest_on() -> None:
    lines = as_text(ten(), "Kreeftenpolder").splitlines()
    assert lines[0] == "Kreeftenpolder"
    assert [line.split(".")[0] for line in lines[2:]] == [str(place) for place in range(1, 11)]
    assert lines[3].endswith("(Cijfer over 2024, geschat, met zonnedaken boven 15 kWp.)")


def test_each_headline_figure_has_a_verdict_in_words_also_when_nothing_is_recorded() -> None:
    full, bare = (overview_figures.html(one, NO_PEERS) for one in (council(), empty()))
    assert full.count("overview-mark") == bare.count("overview-mark") == 5
    assert "loopt achter" in full
    assert "0,2 keer" in full
    assert "op schema" not in bare
    assert bare.count("○") == 4  # that there is no figure is no matter of recording


def test_the_outlook_and_the_planning_are_told_what_is_not_recorded_first() -> None:
    three = [one.replace("\u00a0", " ") for one in overview_sentences.three(council(), WHO)]
    assert three[0].startswith("Met wat er nog aankomt, komt Kreeftenpolder op 52 GWh tot 58 GWh in 2030.")
    assert three[1].startswith("Van 2 van de 4 gebieden is geen planning vastgelegd. Van de andere 2 gebieden")
