"""What has to hold for what people record; each rule says in Dutch what was found and how to mend it."""

from datetime import date, datetime
from types import MappingProxyType

import pytest

from tests.register.entries import (
    AREA,
    COMMUNITY,
    COST,
    COVER,
    DECISION,
    MILESTONE,
    PARTY,
    PROJECT,
    ROLE,
    TARGET,
    TODAY,
    area,
    new,
)
from transition.domain.areas import Area, Level
from transition.domain.register.fields import Edit, Problem
from transition.register.actor import SINGLE_USER
from transition.register.known import Known
from transition.register.register import Refused, Register

KNOWN = Known(
    MappingProxyType(
        {
            "GM9003": Area("GM9003", "Nieuwhaven", Level.GEMEENTE, 2010),
            "GM9001": Area("GM9001", "Oudhaven", Level.GEMEENTE, 2010, 2023),
            "WK900301": Area("WK900301", "Havenkwartier", Level.WIJK, 2023),
            "ES91": Area("ES91", "Doggerland", Level.RES),
        }
    )
)


def told(register: Register, *edits: Edit, known: Known | None = KNOWN) -> list[Problem]:
    """What the register says of these edits; each with a remedy."""
    found = register.problems(SINGLE_USER, edits, known)
    assert all(one.what.endswith(".") and one.remedy.endswith((".", "…")) for one in found)
    return found


@pytest.mark.parametrize(
    ("edit", "field", "said"),
    [
        (new("party", "zon", PARTY, type=None), "type", "'Soort partij' is niet ingevuld"),
        (new("party", "zon", PARTY, type="bakery"), "type", "staat niet in de lijst"),
        (new("party", "zon", PARTY, members_count=-1), "members_count", "is -1"),
        (new("party", "zon", PARTY, members_count=1.5), "members_count", "geen getal"),
        (new("party", "zon", PARTY, members_count=True), "members_count", "geen getal"),
        (new("party", "zon", PARTY, members_count=2**60), "members_count", "niet kan kloppen"),
        (new("party", "zon", PARTY, members_on="gisteren"), "members_on", "geen datum"),
        (new("party", "zon", PARTY, members_on=datetime(2024, 1, 1)), "members_on", "geen datum"),
        (new("party", "zon", PARTY, members_on=date(20, 1, 1)), "members_on", "1 januari 20"),
        (new("party", "zon", PARTY, website="http://zon.example"), "website", "adres"),
        (new("party", "zon", PARTY, website="https:///pad"), "website", "adres"),
        (new("party", "zon", PARTY, website="https://anne:geheim@zon.example"), "website", "adres"),
        (new("party", "zon", PARTY, website="javascript:alert(1)"), "website", "adres"),
        (new("party", "zon", PARTY, note="a\x00b"), "note", "niet te lezen"),
        (new("party", "zon", PARTY, note="a\ud800b"), "note", "niet te lezen"),
        (new("party", "zon", PARTY, name="x" * 301), "name", "301 tekens"),
        (new("party", "zon", PARTY, colour="green"), "colour", "hoort niet bij Partij"),
        (new("party", "", PARTY), "name", "geen kenmerk"),
        (new("party", "Zon; drop", PARTY), "name", "geen kenmerk"),
        (new("project", "wind", PROJECT, capacity=float("inf"), capacity_unit="MW"), "capacity", "niet kan kloppen"),
        (new("project", "wind", PROJECT, share_unknown=1.2), "share_unknown", "is 120%"),
        (new("project", "wind", PROJECT, latitude=48.9, longitude=5.0), "latitude", "is 48,9"),
        (area(municipalities=("GM9003", 3)), "municipalities", "geen lijst"),
        (area(polygon={"type": "Point", "coordinates": [5, 52]}), "polygon", "geen vlak"),
        (area(polygon="ergens"), "polygon", "geen vlak"),
        (area(polygon={"type": "Polygon", "coordinates": [[[5, 52], [6, 52], [6, 53]]]}), "polygon", "niet gesloten"),
        (
            area(polygon={"type": "Polygon", "coordinates": [[[52, 5], [53, 5], [53, 6], [52, 5]]]}),
            "polygon",
            "niet in Nederland",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and " " not in value else None,
)
def test_a_field_holds_on_its_own(sqlite_register: Register, edit: Edit, field: str, said: str) -> None:
    (problem,) = told(sqlite_register, edit)
    assert (problem.field, problem.is_warning) == (field, False)
    assert said in problem.what


@pytest.mark.parametrize(
    ("edit", "field", "said", "is_warning"),
    [
        (area(municipalities=("GM9999",)), "municipalities", "GM9999 bij 'Gemeenten' bestaat niet", False),
        (area(municipalities=("WK900301",)), "municipalities", "niet de goede code", False),
        (area(municipalities=("9003",)), "municipalities", "niet de goede code", False),
        (area(municipalities=("GM9001",)), "municipalities", "bestaat niet meer sinds 1 januari 2023", True),
        (area(location_codes=("WK900301",), location_year=2020), "location_codes", "bestond niet op 1 januari", False),
        (area(location_codes=("WK900301",)), "location_year", "geen jaar", False),
        (new("community", "kring", COMMUNITY, region="GM9003"), "region", "niet de goede code", False),
        (new("target", "t", TARGET, scope="national"), "code", "niet de goede code", False),
    ],
)
def test_a_code_exists_is_of_the_right_level_and_of_its_year(
    sqlite_register: Register, edit: Edit, field: str, said: str, is_warning: bool
) -> None:
    (problem,) = told(sqlite_register, edit)
    assert (problem.field, problem.is_warning) == (field, is_warning)
    assert said in problem.what


def test_without_figures_only_the_shape_of_a_code_is_looked_at(sqlite_register: Register) -> None:
    assert told(sqlite_register, area(municipalities=("GM9999",)), known=None) == []
    assert told(sqlite_register, area(municipalities=("GM99",)), known=None) != []


@pytest.mark.parametrize(
    ("edit", "field", "said", "is_warning"),
    [
        (new("project", "p", PROJECT, share_residents=0.5, share_public=0.3), "share_unknown", "samen 80%", False),
        (new("project", "p", PROJECT, share_residents=0.7, share_unknown=0.5), "share_residents", "samen 120%", False),
        (
            new(
                "project", "p", PROJECT, status="realised", permitted_on=date(2024, 5, 3), realised_on=date(2023, 1, 1)
            ),
            "realised_on",
            "'Klaar op' (1 januari 2023) is eerder dan 'Vergund op' (3 mei 2024)",
            False,
        ),
        (new("project", "p", PROJECT, capacity=4.0), "capacity_unit", "geen eenheid", False),
        (new("project", "p", PROJECT, latitude=52.0), "longitude", "leeg", False),
        (new("project", "p", PROJECT, status="realised"), "realised_on", "leeg", True),
        (new("project", "p", PROJECT, owners=("zon",)), "owners", "'zon' bij 'Eigenaren' staat niet", False),
        (area(lead_state="lead"), "lead", "niet wie", False),
        (area(method_card="bestaat-niet"), "method_card", "staat niet in het register", False),
        (new("target", "t", TARGET, code=None), "code", "welke gemeente", False),
        (new("target", "t", TARGET, baseline_year=2031), "year", "komt niet na het beginjaar", False),
        (new("target", "t", TARGET, baseline=5.0), "baseline_year", "geen beginjaar", False),
    ],
)
def test_a_record_holds_together(
    sqlite_register: Register, edit: Edit, field: str, said: str, is_warning: bool
) -> None:
    (problem,) = told(sqlite_register, edit)
    assert (problem.field, problem.is_warning) == (field, is_warning)
    assert said in problem.what


@pytest.mark.parametrize(
    ("edit", "field", "said", "is_warning"),
    [
        (new("milestone", "haven.w3", MILESTONE, revised=date(2027, 1, 1)), "revised_because", "niet waarom", False),
        (new("milestone", "haven.x9", MILESTONE, code="X9"), "code", "geen stap van de methodekaart", True),
        (new("role", "haven.plan", ROLE, council="R"), "council", "niemand eindverantwoordelijk", False),
        (new("role", "haven.plan", ROLE, executive="RA"), "council", "2 eindverantwoordelijk: Raad en College", False),
        (new("finance_line", "haven.g", COVER, certainty="committed"), "decided_on", "datum van het besluit", True),
        (new("finance_line", "haven.g", COVER, certainty=None), "certainty", "niet hoe zeker", True),
        (new("finance_line", "haven.g", COVER, amount=1000.5), "", "dekking 1.000,5 euro", True),
        (new("milestone", "haven.dup", {**MILESTONE, "code": "W1"}), "code", "al een mijlpaal", False),
        (Edit("area_process", "haven", 1, {"lead": "zon"}), "lead_state", "iets anders", False),
        (Edit("area_process", "haven", 1, {"lead": "gm", "lead_state": "lead"}), "lead", "geen lokale partij", True),
    ],
)
def test_a_record_holds_beside_those_around_it(
    sqlite_register: Register, edit: Edit, field: str, said: str, is_warning: bool
) -> None:
    start = [
        new("party", "zon", PARTY),
        new("party", "gm", PARTY, name="Gemeente Nieuwhaven", type="municipality"),
        area(),
        new("finance_line", "haven.c", COST),
        new("milestone", "haven.w1", MILESTONE, code="W1"),
    ]
    sqlite_register.apply(SINGLE_USER, start)
    (problem,) = told(sqlite_register, edit)
    assert (problem.field, problem.is_warning) == (field, is_warning)
    assert said in problem.what


_LATER = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (new("milestone", "haven.w0", MILESTONE, code="W0", actual=_LATER), "'Gehaald' is 31 december 2026"),
        (new("project", "p", PROJECT, status="realised", realised_on=_LATER), "bij 'Verwacht klaar op'"),
        (new("project", "p", PROJECT, status="building", building_from=_LATER), "'In aanbouw vanaf'"),
        (new("decision", "d", DECISION, state="taken"), "'Gepland' bij 'Stand'"),
        (new("finance_line", "haven.g", COVER, certainty="committed", decided_on=_LATER), "'Besluit op'"),
    ],
)
def test_what_has_happened_is_not_still_to_come(sqlite_register: Register, edit: Edit, said: str) -> None:
    (problem,) = [one for one in told(sqlite_register, area(), edit) if not one.is_warning]
    assert said in f"{problem.what} {problem.remedy}"
    assert "maar die dag moet nog komen. Vul een dag in tot en met vandaag." in f"{problem.what} {problem.remedy}"


def test_today_has_come_and_a_plan_may_be_later(sqlite_register: Register) -> None:
    reached = new("milestone", "haven.w0", MILESTONE, code="W0", actual=TODAY)
    building = new("project", "p", PROJECT, status="permitted", building_from=_LATER)
    meeting = new("session", "kring.s", {"community": "kring", "held_on": _LATER, "title": "Net"})
    planned = new("decision", "d", DECISION)
    assert (
        told(sqlite_register, area(), reached, building, planned, new("community", "kring", COMMUNITY), meeting) == []
    )
    sqlite_register.apply(SINGLE_USER, [planned])
    (problem,) = told(sqlite_register, Edit("decision", "d", 1, {"state": "taken"}))
    assert problem.field == "decided_on"


def test_a_step_that_is_reached_while_nothing_is_recorded_of_those_before_it_is_pointed_out(
    sqlite_register: Register,
) -> None:
    last = new("milestone", "haven.w10", MILESTONE, code="W10", actual=TODAY)
    (found,) = told(sqlite_register, area(), last)
    assert found.is_warning
    assert found.what == "W10 is gehaald, maar van W0 tot en met W6, W8 en W9 is niets vastgelegd."
    assert not any("W3" in one.what for one in told(sqlite_register, area(), new("milestone", "haven.w3", MILESTONE)))


def test_a_step_that_is_put_off_asks_whether_the_planned_decision_moves_along(sqlite_register: Register) -> None:
    start = [
        area(),
        new("milestone", "haven.w3", MILESTONE, planned=_LATER),
        new("decision", "d", DECISION, area="haven"),
    ]
    sqlite_register.apply(SINGLE_USER, start)
    put_off = Edit("milestone", "haven.w3", 1, {"revised": date(2027, 6, 1), "revised_because": "Het net is vol"})
    (found,) = told(sqlite_register, put_off)
    assert found.is_warning
    assert found.what == "Het besluit 'Plan vaststellen' staat nog op 31 december 2026."
    assert told(sqlite_register, put_off, Edit("decision", "d", 1, {"decided_on": date(2027, 6, 1)})) == []


def test_the_first_plan_of_a_milestone_stays_but_undo_may_take_it_back(register: Register) -> None:
    register.apply(SINGLE_USER, [area(), new("milestone", "haven.w3", MILESTONE, planned=None)])
    planned = register.apply(SINGLE_USER, [Edit("milestone", "haven.w3", 1, {"planned": date(2026, 5, 1)})])
    for other in (date(2027, 5, 1), None):
        with pytest.raises(Refused, match="De eerste planning was 1 mei 2026"):
            register.apply(SINGLE_USER, [Edit("milestone", "haven.w3", 2, {"planned": other})])
    revised = {"revised": date(2027, 5, 1), "revised_because": "Het net is vol"}
    register.apply(SINGLE_USER, [Edit("milestone", "haven.w3", 2, revised)])
    assert planned.number
    register.undo(SINGLE_USER, planned.number)
    assert register.table(SINGLE_USER, "milestone")["planned"].isna().all()


def test_a_local_lead_that_does_nothing_is_pointed_out_until_it_has_a_part(sqlite_register: Register) -> None:
    lead = [new("party", "zon", PARTY), area(lead="zon", lead_state="lead")]
    assert told(sqlite_register, *lead) == []  # no roles recorded: nothing to say about them
    found = told(sqlite_register, *lead, new("role", "haven.plan", ROLE, local_lead="C"))
    assert [(one.kind, one.id, one.is_warning) for one in found] == [("area_process", "haven", True)]
    sqlite_register.apply(SINGLE_USER, [*lead, new("role", "haven.plan", ROLE, local_lead="R")])
    later = new("role", "haven.design", ROLE, activity="design", local_lead="I")
    assert told(sqlite_register, later) == []
    assert len(told(sqlite_register, Edit("role", "haven.plan", 1, {"local_lead": "S"}))) == 1
    assert len(told(sqlite_register, Edit("role", "haven.plan", 1, remove=True), later)) == 1


def test_all_that_is_wrong_is_told_at_once_and_one_wrong_record_does_not_silence_another(
    sqlite_register: Register,
) -> None:
    found = told(
        sqlite_register,
        new("party", "zon", PARTY, type=None, members_count=-1),
        new("project", "p", PROJECT, share_residents=0.5),
        area(lead_state="lead", lead="wie"),
    )
    assert {(one.id, one.field) for one in found} == {
        ("zon", "type"),
        ("zon", "members_count"),
        ("p", "share_unknown"),
        ("haven", "lead"),
    }


def test_two_rows_about_one_record_are_told(sqlite_register: Register) -> None:
    found = told(sqlite_register, area(), area(name="Anders"))
    assert "'haven' staat er twee keer in." in [one.what for one in found]


def test_what_was_right_when_it_was_written_does_not_stop_another_change(sqlite_register: Register) -> None:
    sqlite_register.apply(SINGLE_USER, [area(municipalities=("GM9001",))], known=None)
    assert told(sqlite_register, Edit("area_process", "haven", 1, {"note": "Nog bezig"})) == []


def test_a_milestone_cannot_stay_behind_when_its_area_goes(sqlite_register: Register) -> None:
    sqlite_register.apply(SINGLE_USER, [area(), new("milestone", "haven.w3", MILESTONE)])
    gone = [Edit("area_process", "haven", 1, remove=True), Edit("milestone", "haven.w3", 1, {"blockage": "grid"})]
    (problem,) = [one for one in told(sqlite_register, *gone) if not one.is_warning]
    assert "mijlpaal 'W3'" in problem.what


def test_an_area_with_everything_right_has_nothing_said_about_it(sqlite_register: Register) -> None:
    thirds = {"share_residents": 0.333, "share_public": 0.333, "share_not_local": 0.334}
    edits = [
        new("party", "zon", PARTY, website="https://zon.example/wie?a=1#b", contact_email="a@b.example"),
        new("area_process", "haven", AREA, lead="zon", lead_state="lead"),
        new("role", "haven.plan", ROLE, local_lead="R"),
        new("finance_line", "haven.c", COST),
        new("finance_line", "haven.g", COVER, amount=1000.0),
        new("project", "p", PROJECT, owners=("zon",), area="haven", **thirds),
        new("target", "t", TARGET, scope="national", code="NL00"),
    ]
    with_country = Known({**KNOWN.areas, "NL01": Area("NL01", "Nederland", Level.LAND)})
    assert told(sqlite_register, *edits, known=with_country) == []
    sqlite_register.apply(SINGLE_USER, edits, known=with_country)
    assert sqlite_register.table(SINGLE_USER, "target")["code"].tolist() == ["NL01"]
