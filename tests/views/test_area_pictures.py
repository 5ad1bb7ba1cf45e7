"""The pictures and lists of one area process: what they say without their colours, and that what people typed stays text."""

import re

import pandas as pd
import pytest

from tests.metrics.register_tables import table, tables
from transition.domain.areas import Area, Level
from transition.domain.register import choices
from transition.metrics import area_processes, area_steps
from transition.metrics.area_roles import by_letter
from transition.views import (
    area_decisions,
    area_evidence,
    area_facts,
    area_history,
    area_lanes,
    area_list,
    area_map,
    area_money,
    area_projects,
    area_roles,
    area_table,
    area_words,
)
from transition.views import area_steps as steps_view

TODAY = pd.Timestamp("2026-11-23")
NOBODY = pd.DataFrame({"at": pd.to_datetime([], utc=True), "who": []}, index=pd.Index([], name="id", dtype="str"))
AREAS = {"GM9003": Area("GM9003", "Havenstad", Level.GEMEENTE)}
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def found() -> pd.DataFrame:
    return area_processes.overview(tables(), NOBODY, TODAY.date())


def steps_of(id: str) -> pd.DataFrame:
    register = tables()
    every = area_steps.steps(register["area_process"], register["milestone"], register["method_phase"])
    return every[every["area"] == id]


def test_steps_are_in_the_order_of_the_card_and_say_what_nobody_recorded() -> None:
    made = steps_view.html(steps_of("haven"), "W5")
    assert re.findall(r"<h4>(W\d)", made) == ["W0", "W1", "W2", "W3", "W4", "W5", "W6"]
    assert made.count("niet vastgelegd") == 3
    assert "alleen als het nodig is" in made
    assert "nieuwe planning 1 februari 2027" in made
    assert "Herzien: Later aangesloten" in made
    assert "Bewijs ontbreekt" in made
    assert steps_view.heading(steps_of("haven")) == "3 van de 7 stappen zijn gehaald; van 2 is niets vastgelegd"


def test_of_an_area_without_milestones_it_is_said_once_that_nothing_is_recorded() -> None:
    bare = steps_of("haven").assign(is_recorded=False, actual=None)
    assert steps_view.heading(bare) == "Geen van de 7 stappen is gehaald; van geen enkele is iets vastgelegd"


def test_a_step_says_how_many_days_after_the_first_plan_it_was_achieved() -> None:
    assert "(348 dagen voor de eerste planning)" in steps_view.html(steps_of("haven"), "W5")
    assert "(472 dagen na de eerste planning)" in steps_view.html(steps_of("haven"), "W5")


def test_the_bar_of_money_tells_everything_in_words_too(found: pd.DataFrame) -> None:
    made = area_money.html(found.loc["haven"], dark=False)
    label = re.search(r'aria-label="([^"]+)"', made)
    assert label
    for part in (
        "40% van de kosten is toegezegd",
        "aangevraagd 1,5\u00a0miljoen euro",
        "gat: nog geen dekking 4\u00a0miljoen euro",
    ):
        assert part in label.group(1)
    widths = [float(width) for width in re.findall(r"width:([\d.]+)%", made)]
    assert sum(widths) == pytest.approx(100)
    assert len(set(re.findall(r"<i style=\"([^\"]+)\"", made))) == 4, "each part has a pattern of its own"


def test_what_has_no_cost_has_no_gap_in_its_bar(found: pd.DataFrame) -> None:
    assert "Gat" not in area_money.html(found.loc["dorp"], dark=False)
    assert area_money.heading(found.loc["dorp"]) == "Wat het kost, is niet vastgelegd"
    assert "Zonder kosten is niet te zeggen hoe groot het gat is." in area_money.limits(found.loc["dorp"])
    assert "nog geen bedragen" in area_money.html(found.loc["leeg"], dark=False), (
        "Streamlit does not take an empty picture"
    )


def test_prices_of_several_years_are_said_to_be_added_without_conversion(found: pd.DataFrame) -> None:
    assert area_money.limits(found.loc["haven"]) == [
        "De bedragen hebben prijspeil 2025 en 2026 en zijn zo opgeteld, zonder omrekenen."
    ]
    assert "500.000\u00a0euro meer dekking dan kosten" in " ".join(area_money.limits(found.loc["molen"]))


def test_two_sides_that_differ_are_both_shown_and_never_averaged() -> None:
    given = area_lanes.judgements(tables()["ownership_assessment"], "assessed_on", "level")
    assert area_lanes.message(given, choices.OWNERSHIP_LEVELS, "") == (
        "De twee kanten zeggen iets anders. Gemeente: 3 Mede-eigenaar. Lokale partij: 1 Betrokken"
    )
    made = area_lanes.html(given, choices.OWNERSHIP_LEVELS, "Eigenaarschap")
    assert made.count("●") == 2
    assert made.count("◆") == 1
    assert area_lanes.html(given.iloc[:0], choices.OWNERSHIP_LEVELS, "Eigenaarschap") == ""


def test_roles_are_read_in_words_and_what_is_not_recorded_is_said() -> None:
    rows = {
        "a": {"activity": "frames", "council": "A", "executive": "A", "team": "S"},
        "b": {"activity": "design", "executive": "RA"},
    }
    roles = by_letter(table("role", rows))
    assert roles["design"]["A"] == roles["design"]["R"] == ["executive"]
    assert area_roles.heading(roles) == "In wat is vastgelegd, voert de lokale trekker niets uit"
    assert area_roles.not_recorded(roles).startswith("Niet vastgelegd wie het doet: gebied kiezen,")


def test_a_planned_decision_whose_day_has_passed_says_that_nobody_recorded_the_outcome() -> None:
    made = area_decisions.html(tables()["decision"].assign(decided_on=pd.Timestamp("2026-10-24")), TODAY)
    assert "30 dagen geleden; niet vastgelegd of het is genomen" in made


def test_the_unknown_part_of_a_project_is_named() -> None:
    one = table(
        "project",
        {
            "p": {
                "name": "Park",
                "technology": "wind",
                "status": "realised",
                "share_residents": 0.25,
                "share_unknown": 0.75,
            }
        },
    )
    assert area_projects.owned(one.iloc[0]) == "25% bewoners en lokale partners, 75% onbekend"
    assert area_projects.heading(one) == "1 project: 1 gerealiseerd"


def test_history_is_newest_first_and_what_is_planned_is_marked(found: pd.DataFrame) -> None:
    register = {kind: t[t["area"] == "haven"] if "area" in t else t for kind, t in tables().items()}
    events = area_history.events(found.loc["haven"], steps_of("haven"), register)
    assert [one.day for one in events] == sorted((one.day for one in events), reverse=True)
    assert {one.words for one in events if one.is_planned} == {"W5 Dekking rond", "Krediet"}
    assert area_history.table(events)["Gepland of gebeurd"].value_counts().to_dict() == {"gebeurd": 7, "gepland": 2}


def test_evidence_counts_what_has_none() -> None:
    register = {kind: t[t["area"] == "haven"] if "area" in t else t for kind, t in tables().items()}
    claims = area_evidence.claims(steps_of("haven"), register)
    assert area_evidence.heading(claims) == "Bij 0 van de 8 regels staat bewijs"
    assert area_evidence.html(claims).count("bewijs ontbreekt") == 8


def test_the_map_tells_theme_by_form_and_phase_by_digit(found: pd.DataFrame) -> None:
    boxes = {"BU90030101": (4.0, 52.0, 4.2, 52.2), "GM9003": (4.0, 52.0, 5.0, 53.0)}
    spots = area_map.spots(found, boxes)
    assert set(spots) == {"haven", "dorp", "leeg", "oud"}, "of the municipality of molen no boundaries are known"
    assert spots["haven"].is_known
    assert not spots["dorp"].is_known
    assert len({(spot.latitude, spot.longitude) for spot in spots.values()}) == 4, "none hides another"
    spec = area_map.specification(found, spots, {}, borders=(), credit="", dark=False)
    badges = {area["name"]: area["badge"] for area in spec["areas"]}
    assert badges["Havenkwartier"] == {"form": "circle", "sign": "5", "held": True, "placed": True}
    assert badges["Élst-dorp"]["form"] == "square"
    assert badges["Akkers"]["sign"] == "?"


def test_a_planned_decision_whose_day_has_passed_is_no_coming_one(found: pd.DataFrame) -> None:
    row = found.loc["haven"].copy()
    assert "was gepland op" not in area_facts.html(row, AREAS)
    row["decision_in"] = -1.0
    assert f"was gepland op {area_words.day(row['decision_on'])}" in area_facts.html(row, AREAS)


def test_the_list_says_the_next_decision_and_what_holds_up(found: pd.DataFrame) -> None:
    said = area_list.html(area_list.columns(found.assign(blockage="lead").loc[["haven"]]), [0], AREAS, str)
    assert f"Volgend besluit: Krediet, {area_words.day(found.loc['haven', 'decision_on'])}" in said
    assert "Houdt tegen: geen trekker<" in said
    assert "Volgend besluit: " not in area_list.html(area_list.columns(found.loc[["dorp"]]), [0], AREAS, str)


def test_no_planned_decision_is_said_in_words() -> None:
    taken = tables()["decision"].assign(state="taken")
    assert area_decisions.heading(taken).endswith("genomen, geen staat gepland")


def test_what_people_typed_stays_text_everywhere(found: pd.DataFrame) -> None:
    hostile = found.assign(name=SCRIPT, lead_state="lead", lead_name=SCRIPT, theme="other", theme_note=SCRIPT,
                           decision_title=SCRIPT, community_name=SCRIPT, next_label=SCRIPT)  # fmt: skip
    steps = steps_of("haven").assign(
        label=SCRIPT, revised_because=SCRIPT, blockage_note=SCRIPT, evidence=SCRIPT, link=SCRIPT
    )
    decisions = tables()["decision"].assign(title=SCRIPT, signal=SCRIPT, effect=SCRIPT, link=SCRIPT)
    made = [
        area_list.html(area_list.columns(hostile), range(len(hostile)), {}, lambda id: f'?gebied="{SCRIPT}'),
        *(area_facts.html(row, AREAS) for _, row in hostile.iterrows()),
        steps_view.html(steps, "W5"),
        area_decisions.html(decisions, TODAY),
    ]
    for html in made:
        assert "<script" not in html
        assert "&lt;script&gt;" in html


def test_a_table_to_keep_has_amounts_as_numbers_and_says_what_is_not_recorded(found: pd.DataFrame) -> None:
    made = area_table.table(found, AREAS).set_index("Kenmerk")
    assert made.loc["haven", "Toegezegd (euro)"] == 4_000_000
    assert pd.isna(made.loc["leeg", "Toegezegd (euro)"])
    assert made.loc["haven", "Gemeenten"] == "Havenstad"
    assert made.loc["leeg", "Fase"] == "niet vastgelegd"
    assert made.loc["dorp", "Trekker"] == "geen trekker"
