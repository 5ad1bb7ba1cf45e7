"""What a page says about a brought file: Dutch numbers and words, and nothing from the file that could be taken for markup."""

import pytest

from transition.views import brought
from transition.views.trace_text import way

TROUBLE = {
    "sheet": "B<1>",
    "cell": "A2",
    "value": "<img src=x>",
    "what": "dit is geen getal",
    "remedy": "Typ een getal",
}
ANSWER = {
    "title": "Monitor RES (invulblad)",
    "edition": "2025-12-15",
    "series": [{"id": "res_bid_twh", "level": "res", "indicator": "Bod", "breakdown": "", "period": "2030", "figures": 1200}],
    "counts": {"added": 1200, "removed": 0, "revised": 3, "filled": 0, "emptied": 0, "status": 0},
    "examples": [
        {"kind": "revised", "area": "ES07", "indicator": "Bod", "breakdown": "wind", "period": "2030", "old": 1.35, "new": 1234.5,
         "unit": "TWh", "status": "final"},
        {"kind": "emptied", "area": "ES99", "indicator": "Bod", "breakdown": "", "period": "2030", "old": 2.0, "new": None,
         "unit": "TWh", "status": "suppressed"},
    ],
}  # fmt: skip


def test_a_table_of_troubles_shows_what_is_in_the_file_and_never_runs_it() -> None:
    table = brought.troubles_table([TROUBLE])
    assert "<img" not in table
    assert "&lt;img src=x&gt;" in table
    assert "Dit is geen getal." in table
    assert brought.troubles([TROUBLE]).iloc[0].tolist()[:3] == ["B<1>", "A2", "<img src=x>"]


@pytest.mark.parametrize("number", [1, 3, 1200])
def test_a_refusal_counts_what_is_wrong_and_says_that_nothing_changed(number: int) -> None:
    said = brought.refusal({"troubles": [TROUBLE], "more_troubles": number - 1})
    assert said.startswith({1: "Eén ding klopt", 3: "3 dingen kloppen", 1200: "1.200 dingen kloppen"}[number])
    assert "niets overgenomen" in said


def test_what_was_understood_and_what_would_change_is_said_in_dutch() -> None:
    assert "1.200 cijfers" in brought.understood(ANSWER)
    assert "15 december 2025" in brought.understood(ANSWER)
    assert brought.change(ANSWER) == "Er komen 1.200 nieuwe cijfers bij. 3 cijfers veranderen."
    nothing = {**ANSWER, "counts": dict.fromkeys(ANSWER["counts"], 0)}  # type: ignore[call-overload]
    assert brought.change(nothing) == "Deze cijfers zijn er al. Er verandert niets."


@pytest.mark.parametrize("kind", ANSWER["counts"])
def test_one_change_is_told_in_a_sentence_for_one(kind: str) -> None:
    said = brought.change({**ANSWER, "counts": {kind: 1}})
    assert "1 " in said
    assert "cijfers" not in said


def test_after_a_file_is_taken_its_newest_figures_are_one_click_away() -> None:
    series = [{**ANSWER["series"][0], "period": period} for period in ("2030", "2025")]  # type: ignore[dict-item, index]
    said = brought.places({**ANSWER, "series": series})
    assert (
        said == "U vindt de cijfers op de pagina Kaart: [Bod, 2030](map?indicator=res_bid_twh&level=res&period=2030)."
    )


def test_a_year_that_is_in_the_name_is_not_said_twice() -> None:
    series = [{**ANSWER["series"][0], "indicator": "Bod voor 2030"}]  # type: ignore[dict-item, index]
    assert "[Bod voor 2030](map?" in brought.places({**ANSWER, "series": series})


def test_a_form_has_a_dutch_file_name() -> None:
    assert (
        brought.form_name("Stand van de warmteprogramma's (invulblad)") == "invulblad-stand-van-de-warmteprogrammas.csv"
    )


def test_an_example_shows_both_values_and_a_reason_where_there_is_none() -> None:
    rows = brought.examples(ANSWER, {}).to_dict(orient="records")
    assert (rows[0]["Nu"], rows[0]["Straks"]) == ("1,35\u00a0TWh", "1.234,5\u00a0TWh")
    assert rows[1]["Straks"] == "– (geheim of te onzeker)"


def test_a_text_from_a_file_is_no_markup() -> None:
    assert brought.plain("![x](http://x.nl/a.png) **b**").startswith("\\!\\[x\\]\\(http")


def test_where_a_brought_figure_came_from_is_said_in_words() -> None:
    assert way("bestand res.csv") == "uit het gebrachte bestand res.csv"
