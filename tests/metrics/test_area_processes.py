"""Where area processes stand: from the register's tables to facts per area."""

from datetime import date

import pandas as pd
import pytest

from tests.metrics.register_tables import tables
from transition.metrics import area_processes, area_steps

TODAY = date(2026, 11, 23)
CHANGED = pd.DataFrame(
    {"at": pd.to_datetime(["2026-11-13T09:00:00Z"]), "who": ["Gemeente"]}, index=pd.Index(["haven"], name="id")
)


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    return area_processes.overview(tables(), CHANGED, TODAY)


def test_the_phase_is_that_of_the_first_step_not_achieved_after_the_last_one_that_is(found: pd.DataFrame) -> None:
    assert found.loc["haven", ["last_code", "next_code", "phase"]].tolist() == ["W3", "W5", "finance"]
    assert found.loc["dorp", ["next_code", "phase"]].tolist() == ["W0", "explore"]


def test_a_step_that_is_only_there_if_needed_is_passed_over_unless_it_is_recorded() -> None:
    found = tables()
    found["milestone"].loc["haven.w4"] = {**dict.fromkeys(found["milestone"]), "area": "haven", "code": "W4"}
    standing = area_processes.overview(found, CHANGED, TODAY)
    assert standing.loc["haven", "next_code"] == "W4"


def test_when_all_is_achieved_the_phase_is_that_of_the_last_step(found: pd.DataFrame) -> None:
    assert found.loc["molen", "phase"] == "operate"
    assert pd.isna(found.loc["molen", "next_code"])


def test_an_area_of_which_nothing_is_recorded_has_no_phase(found: pd.DataFrame) -> None:
    assert pd.isna(found.loc["leeg", "phase"])
    assert found.loc["leeg", "is_bare"]
    assert not found.loc["haven", "is_bare"]


def test_a_step_of_an_area_without_a_method_card_stands_by_its_code_and_on_no_ladder() -> None:
    register = tables()
    steps = area_steps.steps(register["area_process"], register["milestone"], register["method_phase"])
    own = steps[steps["area"] == "oud"]
    assert own["label"].tolist() == ["X1"]
    assert own["ladder"].isna().all()


def test_the_revised_day_counts_and_a_day_that_has_passed_is_negative(found: pd.DataFrame) -> None:
    assert found.loc["haven", "next_due"] == pd.Timestamp("2027-02-01")
    assert found.loc["haven", "due_in"] == 70
    assert found.loc["dorp", "due_in"] == -30


def test_days_since_the_last_change_are_unknown_where_nobody_told(found: pd.DataFrame) -> None:
    assert found.loc["haven", "idle"] == 10
    assert pd.isna(found.loc["leeg", "idle"])


def test_cover_is_summed_by_how_sure_it_is_and_what_nobody_said_is_a_kind_of_its_own(found: pd.DataFrame) -> None:
    haven = found.loc["haven"]
    assert haven[["cost", "committed", "applied", "unsure", "gap"]].tolist() == [10e6, 4e6, 1.5e6, 0.5e6, 4e6]
    assert pd.isna(haven["expected"])
    assert haven["covered"] == pytest.approx(0.4)
    assert haven["price_levels"] == (2025, 2026)


def test_more_cover_than_cost_is_no_negative_gap(found: pd.DataFrame) -> None:
    assert found.loc["molen", ["gap", "excess"]].tolist() == [0, 500_000]


def test_without_a_cost_there_is_no_gap_and_no_part_covered(found: pd.DataFrame) -> None:
    assert found.loc["dorp", ["cost", "gap", "covered"]].isna().all()
    assert found.loc["leeg", ["cost", "committed", "gap"]].isna().all()


def test_a_cost_without_any_cover_recorded_is_not_zero_covered() -> None:
    register = tables()
    lines = register["finance_line"]
    register["finance_line"] = lines[~(lines["area"].eq("molen") & lines["kind"].eq("cover"))]
    found = area_processes.overview(register, CHANGED, TODAY)
    assert found.loc["molen", "cost"] == 2_000_000
    assert found.loc["molen", ["covered", "gap", "excess"]].isna().all()


def test_each_side_keeps_its_own_last_level(found: pd.DataFrame) -> None:
    assert found.loc["haven", ["level_municipality", "level_local"]].tolist() == ["3", "1"]
    assert found.loc["dorp", ["level_municipality", "level_local"]].isna().all()


def test_the_next_decision_is_the_first_planned_one_of_the_area_itself(found: pd.DataFrame) -> None:
    assert found.loc["haven", "decision_title"] == "Krediet"
    assert pd.isna(found.loc["dorp", "decision_title"])


def test_what_holds_up_is_that_of_an_open_step(found: pd.DataFrame) -> None:
    assert found.loc["haven", ["blockage", "blockage_note"]].tolist() == ["grid", "Pas in 2029 ruimte"]
    assert found["blockage"].count() == 1


def test_no_lead_is_something_recorded_and_unknown_is_not(found: pd.DataFrame) -> None:
    assert found["has_lead"].to_dict() == {"leeg": False, "dorp": True, "haven": True, "molen": False, "oud": False}


def test_no_figure_depends_on_the_order_of_the_rows(found: pd.DataFrame) -> None:
    shuffled = {kind: table.sample(frac=1, random_state=4) for kind, table in tables().items()}
    again = area_processes.overview(shuffled, CHANGED, TODAY)
    pd.testing.assert_frame_equal(found, again, check_dtype=False)


def test_an_empty_register_gives_an_empty_overview() -> None:
    empty = {kind: table.iloc[:0] for kind, table in tables().items()}
    assert area_processes.overview(empty, CHANGED, TODAY).empty
