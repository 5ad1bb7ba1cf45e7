"""The page that compares, in words and pictures: never best to worst, unlike years refused, missing said, nothing typed runs."""

from dataclasses import replace

import pandas as pd
import pytest

from transition.domain.areas import Level
from transition.domain.indicators import Direction
from transition.metrics.comparison import change, measures
from transition.metrics.comparison.gate import Measured, Reason, Refusal
from transition.metrics.comparison.measures import Figures, Measure
from transition.metrics.comparison.peer_group import PeerGroup, Sort
from transition.metrics.comparison.spread import Spread, spread
from transition.metrics.no_number import NoNumber
from transition.views import comparison_change, comparison_rows, comparison_standing, comparison_table
from transition.views.comparison_change import Changed
from transition.views.comparison_measures import entry
from transition.views.comparison_standing import Standing

NAN = float("nan")
GAS = Measure("gas_use_m3_per_dwelling")
NAMES = {"GM01": "Aa", "GM02": "<b>Zee</b>", "GM03": "Bos", "GM04": "Duin", "GM05": "Ede", "GM06": "Meer"}
GROUP = PeerGroup(Sort.PROVINCE, Level.GEMEENTE, tuple(NAMES), {"name": "Zuiderbank"})


def figures(*values: float, period: str = "2024", status: str = "final", measure: Measure = GAS) -> Figures:
    table = pd.DataFrame({"value": values, "status": status}, index=list(NAMES))
    known = int(table["value"].notna().sum())
    about = Measured(
        measure.indicator, Level.GEMEENTE, period, 2025, known, len(values), per=measure.per, statuses=frozenset({status})
    )  # fmt: skip
    return Figures(measure, period, table, about)


def standing(found: Figures) -> Standing:
    known = entry(found.measure)
    where = spread(GROUP.members, found.values.tolist(), known.direction)
    assert isinstance(where, Spread)
    return Standing("Aa", GROUP, known, found, where, measures.verdict(found), NAMES)


def test_the_answer_says_how_much_which_place_and_in_which_group() -> None:
    found = standing(figures(900, 1100, 800, 1000, 950, NAN))
    assert comparison_standing.answer(found) == (
        "Gas per woning: Aa had 900\u00a0m³ per woning in 2024. "
        "Dat is nummer 2 van de 5 met een cijfer (laagste eerst), onder gemeenten in Zuiderbank."
    )
    assert "Van 1 is er geen cijfer: Meer." in comparison_standing.reading(found)


def test_others_stand_by_name_never_from_best_to_worst_and_what_is_typed_is_escaped() -> None:
    found = standing(figures(900, 1100, 800, 1000, 950, NAN))
    assert [row.name for row in comparison_standing.rows(found)] == ["Aa", "<b>Zee</b>", "Bos", "Duin", "Ede", "Meer"]
    html = comparison_standing.picture(found)
    assert "<b>Zee" not in html
    assert "geen cijfer" in html


def test_without_a_figure_of_its_own_there_is_no_place() -> None:
    found = standing(figures(NAN, 1100, 800, 1000, 950, 700))
    assert comparison_standing.answer(found) == "Van Aa is er geen cijfer voor ‘Gas per woning’."
    assert "Plaats" not in comparison_standing.figures(found)
    assert isinstance(found.verdict, NoNumber)


def test_a_group_of_which_few_have_a_figure_is_refused_and_shows_no_figures() -> None:
    found = standing(figures(900, 1100, NAN, NAN, NAN, NAN))
    assert isinstance(found.verdict, Refusal)
    assert comparison_standing.answer(found) == (
        "Gas per woning in 2024: niet te vergelijken: er is maar een cijfer van 2 van de 6."
    )
    assert not comparison_standing.figures(found)


def test_an_estimate_beside_measurements_is_refused() -> None:
    found = figures(900, 1100, 800, 1000, 950, 700)
    found.table.loc["GM01", "status"] = "estimated"
    refused = measures.verdict(found)
    assert isinstance(refused, Refusal)
    assert refused.reason is Reason.ESTIMATED


def test_many_areas_become_one_line_of_dots_and_no_rows() -> None:
    few = [comparison_rows.Row(f"G{at}", float(at)) for at in range(comparison_rows.MOST_ROWS)]
    assert comparison_rows.html(few, entry(GAS)).count("<tr") == comparison_rows.MOST_ROWS + 1
    many = comparison_rows.html([*few, comparison_rows.Row("Nog een", 3.0, is_own=True)], entry(GAS))
    assert "<tr" not in many
    assert many.count("<i ") == comparison_rows.MOST_ROWS + 1


def changed(before: Figures, after: Figures) -> Changed | Refusal | NoNumber:
    found = change.change(before, after, entry(after.measure).direction)
    return found if isinstance(found, Refusal | NoNumber) else Changed("Aa", GROUP, entry(GAS), found, NAMES)


def test_a_change_is_of_areas_with_both_figures_and_the_largest_in_the_good_direction_is_first() -> None:
    found = changed(figures(1000, 1100, 900, 1000, 950, NAN, period="2019"), figures(900, 1100, 700, NAN, 940, 800))
    assert isinstance(found, Changed)
    assert comparison_change.heading(found) == (
        "Aa: van 1.000 in 2019 naar 900\u00a0m³ per woning in 2024, nummer 2 van 4 (grootste daling eerst)"
    )
    assert comparison_change.told(found).startswith("Dat is 100 m³ per woning minder.")
    assert "bij minder dan 5 geven we geen midden" in comparison_change.told(found)
    assert "Van 2 is er niet van beide jaren een cijfer op deze grenzen: Duin en Meer." in comparison_change.reading(
        found
    )


def test_a_change_across_another_way_of_measuring_is_refused() -> None:
    use = Measure("electricity_use_kwh_per_dwelling")
    refused = changed(
        figures(1, 2, 3, 4, 5, 6, period="2021", measure=use), figures(1, 2, 3, 4, 5, 6, period="2022", measure=use)
    )
    assert isinstance(refused, Refusal)
    assert refused.reason is Reason.DEFINITION_BREAK


@pytest.mark.parametrize("direction", [Direction.UP, Direction.DOWN])
def test_the_middle_of_a_change_is_that_of_the_changes(direction: Direction) -> None:
    before, after = figures(10, 20, 30, 40, 50, 60, period="2019"), figures(11, 22, 33, 44, 55, 66)
    found = change.change(before, after, direction)
    assert not isinstance(found, Refusal | NoNumber)
    assert found.spread.median == 3.5
    assert found.spread.rank == (6 if direction is Direction.UP else 1)


def test_the_table_has_a_row_per_measure_and_says_what_is_left_out() -> None:
    there, little = figures(900, 1100, 800, 1000, 950, NAN), figures(1, 2, NAN, NAN, NAN, NAN)
    little = replace(little, measure=Measure("electricity_use_kwh_per_dwelling"))
    found = [(one, measures.verdict(one)) for one in (there, little)]
    made = comparison_table.table(found, GROUP, NAMES)
    assert made["Cijfer"].tolist() == ["Gas per woning"]
    assert made["Midden van de groep"].tolist() == [950.0]
    assert made["Aa"].tolist() == [900.0]
    assert comparison_table.left_out(found) == [
        "Elektriciteit per woning: niet te vergelijken: er is maar een cijfer van 2 van de 6."
    ]
