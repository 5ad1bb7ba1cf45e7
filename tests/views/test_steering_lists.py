"""The lists of the page on steering: what they say, in which order, and that what people typed stays text."""

from datetime import date

import pandas as pd
import pytest

from tests.metrics.register_tables import table, tables
from transition.domain.areas import Area, Level
from transition.domain.register.choices import ACTIVITIES, NORMS
from transition.metrics import area_steps
from transition.metrics.area_money import money
from transition.metrics.ownership import ladder
from transition.metrics.steering import lead_time
from transition.metrics.steering.area_signals import area_signals
from transition.metrics.steering.checklist import checklist
from transition.metrics.steering.decisions_needed import Asked, Urgency, decisions_needed
from transition.metrics.steering.finance import finance
from transition.metrics.steering.open_steps import open_steps
from transition.metrics.steering.roles import role_checks
from transition.metrics.steering.stalled import stalled
from transition.views import (
    areas_on_time,
    checklist_text,
    cooperation_text,
    decision_log,
    decision_marks,
    finance_cover,
    ladder_text,
    phase_days,
    step_lanes,
)
from transition.views import (
    decisions_needed as needed,
)
from transition.views import (
    role_checks as roles,
)
from transition.views.area_names import AreaNames

TODAY = date(2026, 11, 23)
SCRIPT = "<script>alert(1)</script>"
PLACES = {"GM9003": Area("GM9003", "Havenstad", Level.GEMEENTE)}


@pytest.fixture(scope="module")
def found() -> dict[str, pd.DataFrame]:
    return tables()


def names(found: dict[str, pd.DataFrame], **called: str) -> AreaNames:
    areas = found["area_process"]["name"].to_dict() | called
    return AreaNames(
        areas,
        {"haven": "confidential"},
        {("haven", "W5"): "Dekking rond"},
        PLACES,
        lambda id: f"area_processes?gebied={id}",
    )


def asked(found: dict[str, pd.DataFrame]) -> list[Asked]:
    ids = list(found["area_process"].index)
    return decisions_needed(found, area_signals(found, TODAY), TODAY, areas=ids, municipalities=["GM9003"])


def test_what_asks_for_a_decision_says_what_when_where_and_who(found: dict[str, pd.DataFrame]) -> None:
    made = needed.html(asked(found), names(found), TODAY)
    assert made.index("Kader") < made.index("Krediet") < made.index("W5 Dekking rond wacht op ruimte op het stroomnet")
    assert "Gepland op 1 december 2026, wie besluit is niet vastgelegd" in made
    assert '<a href="area_processes?gebied=haven" target="_self">Havenkwartier</a>' in made
    assert "Heel Havenstad" in made
    assert needed.heading(asked(found)) == "3 dingen vragen een besluit; niets daarvan ligt stil of is over de datum"
    assert needed.heading([]) == "Er is niets vastgelegd dat nu een besluit vraagt"


def test_what_is_not_public_is_not_in_the_table(found: dict[str, pd.DataFrame]) -> None:
    hidden = {**found, "decision": found["decision"].assign(visibility=["confidential", None, "public"])}
    assert needed.table(asked(hidden), names(found))["Wat"].tolist() == [
        "Kader",
        "W5 Dekking rond wacht op ruimte op het stroomnet",
    ]


def test_the_order_of_the_list_is_that_of_the_metric(found: dict[str, pd.DataFrame]) -> None:
    urgencies = [one.urgency for one in asked(found)]
    assert urgencies == sorted(urgencies)
    assert Urgency.SOON in urgencies


def test_marks_are_what_weighs_most_numbered_by_date() -> None:
    rows = {
        "a": {
            "area": "haven",
            "title": "Krediet",
            "state": "taken",
            "decided_on": "2024-07-01",
            "decided_by": "council",
        },
        "b": {
            "municipality": "GM9003",
            "title": "Kader",
            "state": "taken",
            "decided_on": "2025-01-01",
            "decided_by": "executive",
        },
        "c": {
            "municipality": "GM9003",
            "title": "Visie",
            "state": "planned",
            "decided_on": "2026-12-01",
            "decided_by": "council",
        },
        "d": {
            "municipality": "GM9003",
            "title": "Oud",
            "state": "taken",
            "decided_on": "2012-01-01",
            "decided_by": "council",
        },
    }
    decisions = table("decision", rows)
    assert [(one.number, one.title) for one in decision_marks.marks(decisions, 2018, 2030)] == [
        (1, "Krediet"),
        (2, "Kader"),
        (3, "Visie"),
    ]
    two = decision_marks.marks(decisions, 2018, 2030, most=2)
    assert [one.title for one in two] == ["Kader", "Visie"]
    assert [one.year for one in two] == [2025.0, pytest.approx(2026 + 334 / 365)]
    assert decision_marks.note(two, 3) == "De genummerde streepjes zijn 2 van de 3 besluiten in deze jaren."
    assert decision_marks.note([], 0) == ""
    assert decision_marks.marks(decisions.iloc[:0], 2018, 2030) == []


def test_what_people_typed_stays_text(found: dict[str, pd.DataFrame]) -> None:
    typed = names(found, haven=SCRIPT, dorp=SCRIPT)
    decisions = found["decision"].assign(title=SCRIPT, signal=SCRIPT, effect=SCRIPT, link="javascript:alert(1)")
    bad = {**found, "decision": decisions}
    signals, coming = (
        area_signals(bad, TODAY),
        open_steps(area_steps.steps(*(found[kind] for kind in lead_time_kinds()))),
    )
    both = ladder.both_sides(found["ownership_assessment"], ["haven"], TODAY)
    made = (
        needed.html(asked(bad), typed, TODAY),
        decision_log.html(decisions, typed, pd.Timestamp(TODAY)),
        decision_marks.html(decision_marks.marks(decisions, 2020, 2030), typed),
        areas_on_time.html(list(signals.values()), typed),
        ladder_text.areas_html(list(both.values()), {"municipality": {}, "local": {}}, typed),
        roles.areas_html(["haven"], role_checks(found["role"], ["haven"]), {}, typed),
        finance_cover.areas_html(money(found["finance_line"]), typed),
        step_lanes.figure(step_lanes.next_steps(coming, ["haven"], typed), TODAY, dark=False).to_json(),
    )
    for one in made:
        assert "<script" not in one
        assert "javascript:" not in one.replace("Lees het besluit: javascript:", "")
        assert "alert(1)" in one


def lead_time_kinds() -> tuple[str, str, str]:
    return ("area_process", "milestone", "method_phase")


def test_the_next_step_says_how_far_it_moved(found: dict[str, pd.DataFrame]) -> None:
    coming = open_steps(area_steps.steps(*(found[kind] for kind in lead_time_kinds())))
    lanes = step_lanes.next_steps(coming, ["haven", "dorp", "leeg"], names(found))
    assert [(lane.label, lane.moved) for lane in lanes] == [
        ("Havenkwartier: W5 Dekking rond", 337),
        ("Élst-dorp: W0", 0),
    ]
    assert step_lanes.heading(lanes, TODAY) == (
        "Bij 1 van de 2 gebieden is de volgende stap verschoven, het verst 337 dagen; bij 1 is de dag voorbij"
    )


def test_days_in_a_phase_stand_beside_comparable_areas_with_how_many(found: dict[str, pd.DataFrame]) -> None:
    areas, begun = found["area_process"], {"start": pd.Timestamp("2023-01-01")}
    spells = lead_time.spells(
        area_steps.steps(*(found[kind] for kind in lead_time_kinds())), areas.assign(**begun), TODAY
    )
    here = phase_days.in_phase(stalled(spells), lead_time.lead_times(spells), ["haven"])
    assert [one.stands for one in here] == ["niet te zeggen"]
    assert "te weinig vergelijkbare gebieden" in phase_days.heading(here, 1)
    assert phase_days.table(here, names(found)).loc[0, "Dagen in deze fase"] == 571


def test_ownership_is_told_by_both_sides_and_what_is_missing_beside_it(found: dict[str, pd.DataFrame]) -> None:
    records, ids = found["ownership_assessment"], ["haven", "molen"]
    by, local = (ladder.distribution(records, ids, side, TODAY) for side in ("municipality", "local"))
    assert (
        ladder_text.heading(by)
        == "In het beoordeelde gebied is een lokale partij volgens de gemeente wel (mede-)eigenaar"
    )
    assert "1 van 2 gebieden" in ladder_text.html([by, local], [])
    moved = ladder.change(records, ids, "municipality", date(2025, 11, 23), TODAY)
    assert ladder_text.changed(moved).endswith(
        "steeg het sinds een jaar in 1, bleef het gelijk in 0 en daalde het in 0 gebieden; 1 is niet twee keer beoordeeld."
    )
    both = ladder.both_sides(records, ids, TODAY)
    assert "de gemeente 2 hoger" in ladder_text.areas_html(
        ladder_text.in_order(both, names(found)), {"municipality": moved.moves, "local": {}}, names(found)
    )
    assert cooperation_text.heading(ladder.cooperation(found["cooperation_score"], ids, TODAY)).startswith(
        "Van geen enkel gebied"
    )


def test_a_local_lead_that_does_nothing_and_two_accountables_are_said() -> None:
    rows = {
        f"a.{one}": {"area": "a", "activity": one, "council": "A", "executive": "R", "local_lead": "C"}
        for one in ACTIVITIES
    }
    rows["a.plan"] |= {"executive": "A"}
    checked = role_checks(table("role", rows), ["a", "b"])
    assert roles.problems(checked["a"]) == [
        "De lokale trekker voert nergens iets uit.",
        "Meer dan één eindverantwoordelijke bij: uitvoeringsplan.",
    ]  # type: ignore[arg-type]
    assert roles.heading(checked) == "In 1 gebied is iets mis met wie wat doet; van 1 is niets vastgelegd"


def test_money_says_on_how_many_areas_it_rests(found: dict[str, pd.DataFrame]) -> None:
    told = finance(found["finance_line"], list(found["area_process"].index))
    assert finance_cover.heading(told) == "Alle kosten, 2,0\u00a0miljoen euro, zijn toegezegd"
    assert "rust op 1 van de 5 gebieden" in finance_cover.reading(told)
    listed = finance_cover.table(finance_cover.in_order(money(found["finance_line"]), names(found)), names(found))
    assert listed.set_index("Gebied")["Gat (euro)"].to_dict() == {
        "Molenwijk": 0.0,
        "Havenkwartier": pytest.approx(float("nan"), nan_ok=True),
        "Élst-dorp": pytest.approx(float("nan"), nan_ok=True),
    }
    assert finance_cover.heading(finance(found["finance_line"], ["leeg"])) == "Wat het kost, is niet vastgelegd"


def test_unknown_and_not_answered_are_neither_yes_nor_no() -> None:
    answers = dict(zip(NORMS, ("yes", "partly", "no", "unknown"), strict=False))
    rows = {
        norm: {"municipality": "GM9003", "norm": norm, "answer": answer, "answered_on": "2026-08-03"}
        for norm, answer in answers.items()
    }
    found = checklist(table("checklist_item", rows), "GM9003")
    assert (
        checklist_text.heading(found)
        == "Op 1 van de 12 punten is het antwoord ja; 1 deels, 1 nee, 1 onbekend en 8 niet ingevuld"
    )
    assert checklist_text.html(found).count("niet ingevuld</span>") == 8 + 1  # and the key of the bar
    assert checklist_text.several_table({"GM9003": found}, {"GM9003": "Havenstad"}).loc[0, "Niet ingevuld"] == 8
