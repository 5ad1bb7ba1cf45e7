"""What the goal side of the page about steering says: each sentence only when its figures support it, and marked when assumed."""

from datetime import date
from typing import Any

import pytest

from tests.metrics.steering.places import GWH, goal, projects
from transition.domain.values import Gap, Missing
from transition.domain.what_if import WhatIf
from transition.metrics.band import Band
from transition.metrics.no_number import Why, no_number
from transition.metrics.steering.cascade import Cascade, Promise, cascade, of_codes
from transition.metrics.steering.hardness import hardness
from transition.metrics.steering.outcome import Outcome, Series, assumed_goal, outcome
from transition.views import (
    steering_answer,
    steering_bar,
    steering_cascade,
    steering_chart,
    steering_figures,
    steering_path,
)
from transition.views import steering_words as words
from transition.views.decision_marks import Mark
from transition.views.steering_path import Drawn

POINTS = [("2021", 20.0, "final"), ("2022", 25.0, "final"), ("2023", 30.0, "final"), ("2024", 35.0, "provisional")]
SERIES = Series(POINTS)
NOT_TRIED = Gap(Missing.NOT_APPLICABLE, "niet getoetst")


def spaced(said: str) -> str:
    """With plain spaces, as a test writes them."""
    return said.replace("\u00a0", " ")


def made(value: float | None = 95.0, series: Series = SERIES, assumed: WhatIf = WhatIf(), **more: Any) -> Outcome:  # noqa: B008
    own = no_number(Why.NO_GOAL, indicator=GWH) if value is None else goal(value, **more)
    nothing = no_number(Why.NOT_RECORDED)
    return outcome(GWH, assumed_goal(own, assumed, GWH), series, nothing, assumed=assumed, today=date(2026, 11, 24))


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (made(), "Dorp haalt het doel van 95 GWh in 2030 niet als het zo doorgaat: het tempo is 0,5 keer wat nodig is."),
        (made(70.0), "Dorp haalt het doel van 70 GWh in 2030 net niet als het zo doorgaat: het tempo is 0,9 keer wat nodig is."),
        (made(65.0), "Dorp ligt op schema voor het doel van 65 GWh in 2030: het tempo is 1,0 keer wat nodig is."),
        (made(30.0), "In Dorp is het doel van 30 GWh in 2030 al behaald: 35 GWh in 2024 (voorlopig)."),
        (made(70.0, year=2022), "In Dorp is 50% bereikt van het doel van 70 GWh in 2022. De termijn is verstreken. "
         "Het doel is niet gehaald."),
        (made(95.0, year=2025), "Het doel voor Dorp was 95 GWh in 2025; dat jaar is voorbij. Het nieuwste cijfer is van 2024: "
         "toen was 37% bereikt, en het tempo was 0,1 keer wat nodig was."),
        (made(70.0, Series([*POINTS[:3], ("2024", 19.0, "final")])), "In Dorp is 27% bereikt van het doel van 70 GWh in 2030. "
         "De laatste 3 jaar kwam het niet dichterbij."),
        (made(70.0, Series(POINTS[2:])), "In Dorp is 50% bereikt van het doel van 70 GWh in 2030. "
         "Of dat op tijd is, is niet te bepalen."),
        (made(95.0, Series(POINTS, is_lower_bound=True, wind_count=0)), "In Dorp is ten minste 37% bereikt "
         "van het doel van 95 GWh in 2030. "
         "Of dat op tijd is, weten wij niet: wind is hier niet vastgelegd."),
        (made(95.0, Series()), "Het doel voor Dorp is 95 GWh in 2030. Hoe ver het nu is, is niet vastgelegd."),
        (made(None), "Voor Dorp is geen eigen doel vastgelegd voor zon en wind op land."),
        (made(assumed=WhatIf(pace=20.0)), "Wat als: Dorp ligt op schema voor het doel van 95 GWh in 2030: "
         "het tempo is 2,0 keer wat nodig is."),
    ],
)  # fmt: skip
def test_the_answer_of_the_page(found: Outcome, said: str) -> None:
    assert spaced(steering_answer.answer(found, "Dorp")) == said


def test_without_own_goal_it_says_whose_goal_holds() -> None:
    said = steering_answer.answer(made(None), "Dorp", [("Zilverkust", goal(720.0, code="ES91"))])
    assert spaced(said).endswith("Wel is er het doel van Zilverkust: 720 GWh in 2030.")


def test_nothing_recorded_is_never_on_schedule() -> None:
    for found in (made(None, Series()), made(95.0, Series()), made(None)):
        said = steering_answer.answer(found, "Dorp") + steering_figures.html(found)
        assert "op schema" not in said
        assert "niet vastgelegd" in said


def test_a_verdict_has_a_form_and_a_word_and_the_status_of_its_figures() -> None:
    assert "▼ loopt achter (voorlopig)" in steering_figures.html(made())


def test_every_figure_and_heading_under_an_assumption_is_marked() -> None:
    found = made(assumed=WhatIf(target=80.0))
    assert steering_figures.html(found).count("<em>Wat als</em>") == steering_figures.html(found).count("<dt>") == 5
    assert steering_path.heading(Drawn(found, NOT_TRIED)).startswith("Wat als: ")
    assert steering_bar.heading(found).startswith("Wat als: ")
    assert set(steering_path.table(Drawn(found, NOT_TRIED))["Status"]) >= {"Wat als"}


def test_the_picture_says_its_message_and_has_every_point_in_its_table() -> None:
    drawn = Drawn(made(), NOT_TRIED)
    assert steering_path.heading(drawn) == "Het tempo is 0,5 keer wat nodig is"
    assert spaced(steering_path.alternative(drawn)).endswith(
        "Gemeten van 2021 (20 GWh) tot 2024: 35 GWh (voorlopig). Doel 2030: 95 GWh."
    )
    assert list(steering_path.table(drawn)["Wat"]) == ["Gemeten"] * 4 + ["Doel", "Bij dit tempo"]
    assert steering_path.same_pace(drawn.found) == 65.0


def test_a_break_is_a_gap_in_the_line_and_a_provisional_point_is_hollow() -> None:
    figure = steering_chart.figure(Drawn(made(95.0, Series(POINTS, breaks={"2023": "Anders."})), NOT_TRIED), dark=False)
    line = next(trace for trace in figure.data if trace.mode == "lines+markers")
    assert list(line.y) == [20.0, 25.0, None, 30.0, 35.0]
    assert line.marker.color[-1] != line.marker.color[0]


def test_the_bar_adds_up_to_the_goal() -> None:
    rows = {
        "a": {"status": "permitted", "expected_mwh": 10_000.0},
        "b": {"status": "developing", "expected_mwh": 5_000.0},
    }
    found = outcome(GWH, goal(95.0), SERIES, hardness(projects(rows), GWH))
    parts = {one.name: one.amount for one in steering_bar.parts(found)}
    assert parts == pytest.approx({"there": 35.0, "hard": 6.0, "soft": 0.5, "maybe": 4.5, "gap": 49.0})
    assert steering_bar.heading(found) == "Met de projecten erbij is het niet genoeg: 44 tot 48% van het doel"


def test_a_place_without_any_part_says_so() -> None:
    found = of_codes("ES91", goal(100.0), GWH, 2030, [], [], "municipality")
    assert isinstance(found, Cascade)
    assert steering_cascade.heading(found) == "Er is niets vastgelegd om op te tellen"
    assert "geen gebied en geen project" in steering_cascade.html(found, lambda part, _: part)


def test_what_promises_something_is_listed_before_what_does_not_and_names_by_the_alphabet() -> None:
    names = {"GM1": "Élst", "GM2": "Zwolle", "GM3": "'s-Gravenhage", "GM4": "Hoorn"}
    known = [goal(40.0, code="GM2", id="x"), goal(50.0, code="GM4", id="y")]
    found = of_codes("ES91", goal(100.0), GWH, 2030, list(names), known, "municipality")
    assert isinstance(found, Cascade)
    found = steering_cascade.by_name(found, lambda part, _: names[part])
    listed = steering_cascade.html(found, lambda part, _: names[part])
    order = ["Hoorn", "Zwolle", "Élst", "'s-Gravenhage"]
    assert [listed.index(name) for name in order] == sorted(listed.index(name) for name in order)
    assert steering_cascade.table(found, lambda part, _: names[part])["Deel"].tolist() == order
    assert spaced(steering_cascade.heading(found)) == (
        "Van 2 gemeenten is niets vastgelegd. De andere gemeenten dekken samen ten minste 90% van het doel"
    )


def test_areas_and_projects_are_added_up_without_the_roofs_that_are_there() -> None:
    promise = Promise("haven", "area", Band(40.0, 40.0))
    found = cascade("GM1", goal(100.0), GWH, 2030, [promise])
    assert isinstance(found, Cascade)
    assert steering_cascade.heading(found) == "Het ene gebied dekt 40% van het doel, zonder de daken die er al zijn"
    assert spaced(steering_cascade.told(found)[-1]) == "Nog door niemand beloofd: hoogstens 60 GWh."
    assert "panelen op daken" in steering_cascade.reading(found)


def test_the_cascade_says_first_who_promises_nothing() -> None:
    found = of_codes("ES91", goal(100.0), GWH, 2030, ["GM1", "GM2"], [goal(40.0, code="GM1", id="x")], "municipality")
    assert isinstance(found, Cascade)
    assert (
        steering_cascade.heading(found)
        == "Van 1 gemeente is niets vastgelegd. De andere gemeente dekt ten minste 40% van het doel"
    )
    assert spaced(steering_cascade.told(found)[-1]) == "Nog door niemand beloofd: hoogstens 60 GWh."
    assert found.promises[0] == Promise("GM1", "municipality", Band(40.0, 40.0), ("x",))


@pytest.mark.parametrize(
    ("value", "largest", "said"),
    [
        (48.2, 100, "48 GWh"),
        (7.44, 100, "7,4 GWh"),
        (0.0, 100, "0 GWh"),
        (3450.0, 3450, "3.450 GWh"),
        (31_400.0, 35_000, "31,4 TWh"),
        (35_000.0, 35_000, "35 TWh"),
        (3_450.0, 35_000, "3,45 TWh"),  # beside a goal in TWh also what is small
        (3_600.0, 35_000, "3,6 TWh"),
    ],
)
def test_amounts_are_in_the_unit_of_the_screen_with_as_many_decimals_as_say_something(
    value: float, largest: float, said: str
) -> None:
    assert spaced(words.scale_of(GWH, largest).amount(value)) == said


def test_the_worked_check_of_the_country_is_said_in_one_unit() -> None:
    """31,4 TWh of 35 in 2030: 3,6 to go, 0,6 a year; with the 4,3 that is certain 35,7."""
    found = outcome(
        GWH,
        goal(35_000.0),
        Series([("2024", 31_400.0, "")], assumed_period="2024"),
        no_number(Why.NOT_RECORDED),
        stated_pipeline=Band(4_300.0, 4_300.0),
    )
    made = spaced(steering_answer.answer(found, "Nederland") + steering_figures.html(found) + steering_bar.html(found))
    for said in (
        "90% bereikt van het doel van 35 TWh in 2030",
        "Nodig: 0,6 TWh per jaar",
        "35,7 TWh: genoeg",
        "31,4 TWh",
    ):
        assert said in made
    assert "GWh" not in made
    assert steering_bar.table(found)["TWh"].tolist() == pytest.approx(
        [31.4, 4.3, 0]
    )  # of what is still developing nothing is stated
    axis = steering_chart.figure(Drawn(found, NOT_TRIED), dark=False)
    assert max(y for line in axis.data for y in line.y) == 35.0


def test_pace_and_pipeline_do_not_contradict_without_a_word() -> None:
    """The pace looks back, the pipeline ahead; where they end differently one sentence says so."""
    said = {}
    for value, low, high in (
        (65.0, 10.0, 40.0),
        (65.0, 1.0, 2.0),
        (95.0, 70.0, 80.0),
        (95.0, 30.0, 80.0),
        (95.0, 1.0, 2.0),
    ):
        found = outcome(GWH, goal(value), SERIES, no_number(Why.NOT_RECORDED), stated_pipeline=Band(low, high))
        said[value, low] = steering_answer.beside(found)
    assert said[65.0, 10.0].endswith("bij de laagste kansen halen de projecten het doel niet, bij de hoogste wel.")
    assert said[65.0, 1.0].endswith("zijn er meer projecten nodig dan er nu zijn vastgelegd.")
    assert said[95.0, 70.0].endswith("gaat door wat al onderweg is, dan komt het doel er toch.")
    assert "bij de hoogste kansen halen de projecten het doel toch" in said[95.0, 30.0]
    assert said[95.0, 1.0] == ""
    assert steering_answer.beside(made()) == ""


def test_where_more_is_there_than_is_counted_what_is_needed_is_at_most() -> None:
    found = made(95.0, Series(POINTS, is_lower_bound=True, wind_count=0))
    shown = spaced(steering_figures.html(found))
    assert "ten minste 37%" in shown
    assert "Nodig: hoogstens 10,0 GWh per jaar. Werkelijk (2021–2024): 5,0 GWh per jaar (alleen zon)." in shown
    assert "0,5 keer" not in shown  # no factor beside 'niet te bepalen'
    assert spaced(steering_path.heading(Drawn(found, NOT_TRIED))).startswith("Nodig is hoogstens 10,0 GWh")


def test_decisions_that_lie_close_stand_above_each_other() -> None:
    days = [date(2024, 1, 1), date(2024, 3, 1), date(2024, 6, 1), date(2026, 1, 1)]
    marks = [
        Mark(number, on, "x", "", "GM1", "council", False, "", "", "public") for number, on in enumerate(days, start=1)
    ]
    figure = steering_chart.figure(Drawn(made(), NOT_TRIED, marks), dark=False)
    heights = [one.y for one in figure.layout.annotations if one.text in ("1", "2", "3", "4")]
    assert heights == pytest.approx([0.065, 0.13, 0.195, 0.065])


def test_what_is_just_under_the_goal_is_not_called_all_of_it() -> None:
    assert (words.share(0.997), words.factor(0.97), words.factor(1.04)) == ("99%", "0,97", "1,0")
