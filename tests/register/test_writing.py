"""Records are written all together or not at all, never over somebody else's change, and whatever was can be brought back."""

from datetime import date

import pytest

from tests.register.entries import AREA, MILESTONE, PARTY, PROJECT, ROLE, area, new
from transition.domain.register.fields import Edit
from transition.register.actor import SINGLE_USER, Actor
from transition.register.answers import NOT_KEPT
from transition.register.register import Conflict, Refused, Register, RegisterError

ANNE, BEA = Actor("anne", "Anne"), Actor("bea", "Bea")


def test_what_is_written_is_read_back_with_every_type_as_it_was(register: Register) -> None:
    polygon = {"type": "Polygon", "coordinates": [[[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.0]]]}
    edit = area(polygon=polygon, start=date(2024, 2, 29), dwellings_count=1200, note="Eén 'ding'; {x} <b>")
    register.apply(ANNE, [edit, new("project", "wind", PROJECT, capacity=4.2, capacity_unit="MW", area="haven")])
    stored = register.record(ANNE, "area_process", "haven")
    assert stored is not None
    assert {name: value for name, value in stored.values.items() if value is not None} == edit.changes
    table = register.table(ANNE, "area_process")
    assert table.loc["haven", "start"].date() == date(2024, 2, 29)
    assert (table.loc["haven", "municipalities"], table.loc["haven", "polygon"]) == (("GM9003",), polygon)
    assert table["community"].isna().all()
    assert register.table(ANNE, "project").loc["wind", "capacity"] == 4.2


def test_an_empty_kind_is_a_table_with_the_same_columns(sqlite_register: Register) -> None:
    empty = sqlite_register.table(ANNE, "project")
    sqlite_register.apply(ANNE, [new("project", "wind", PROJECT, expected_on=date(2030, 1, 1), owners=())])
    filled = sqlite_register.table(ANNE, "project")
    assert empty.dtypes.to_dict() == filled.dtypes.to_dict()
    assert empty.index.name == filled.index.name == "id"


def test_an_edit_that_changes_nothing_writes_nothing(register: Register) -> None:
    first = register.apply(ANNE, [area()])
    again = register.apply(ANNE, [area()])
    assert (again.number, again.changed) == (None, ())
    same = register.apply(BEA, [Edit("area_process", "haven", 7, {"name": " Havenkwartier ", "note": ""})])
    assert same.number is None
    assert register.number() == first.number


def test_one_edit_that_does_not_hold_and_nothing_is_written(register: Register) -> None:
    with pytest.raises(Refused) as refused:
        register.apply(ANNE, [area(), new("milestone", "haven.w3", MILESTONE, code=None)])
    assert [(one.id, one.field) for one in refused.value.problems] == [("haven.w3", "code")]
    assert register.number() == 1
    assert register.record(ANNE, "area_process", "haven") is None


def test_the_second_of_two_editors_is_shown_what_the_first_changed(register: Register) -> None:
    register.apply(ANNE, [area()])
    register.apply(ANNE, [Edit("area_process", "haven", 1, {"state": "paused", "note": "Wacht op het net"})])
    register.apply(ANNE, [Edit("area_process", "haven", 2, {"note": "Wacht op de raad"})])
    with pytest.raises(Conflict) as conflict:
        register.apply(BEA, [Edit("area_process", "haven", 1, {"name": "Haven"}), new("party", "zon", PARTY)])
    (clash,) = conflict.value.clashes
    assert clash.theirs == {"state": ("running", "paused"), "note": (None, "Wacht op de raad")}
    assert clash.who == "Anne"
    assert clash.current == register.record(BEA, "area_process", "haven")
    assert register.record(BEA, "party", "zon") is None
    assert clash.current is not None
    register.apply(BEA, [Edit("area_process", "haven", clash.current.version, {"name": "Haven"})])


def test_a_new_record_whose_id_is_taken_and_one_that_was_removed_meanwhile_are_conflicts_too(
    register: Register,
) -> None:
    register.apply(ANNE, [area()])
    with pytest.raises(Conflict) as taken:
        register.apply(BEA, [area(name="Ander gebied")])
    assert taken.value.clashes[0].theirs["name"] == (None, "Havenkwartier")
    register.apply(ANNE, [Edit("area_process", "haven", 1, remove=True)])
    with pytest.raises(Conflict) as gone:
        register.apply(BEA, [Edit("area_process", "haven", 1, {"note": "Nog iets"})])
    assert gone.value.clashes[0].current is None
    assert gone.value.clashes[0].theirs == {"": (True, False)}
    with pytest.raises(Conflict):
        register.apply(BEA, [Edit("area_process", "never-there", 3, {"note": "Uit een ander register"})])


def test_what_belongs_to_a_removed_area_goes_with_it_and_comes_back_with_it(register: Register) -> None:
    register.apply(ANNE, [area(), new("milestone", "haven.w3", MILESTONE), new("role", "haven.plan", ROLE)])
    removal = register.apply(ANNE, [Edit("area_process", "haven", 1, remove=True)], why="Dubbel")
    assert "Mijlpalen (1) en Rollen (1)" in removal.warnings[0].what
    assert not register.records(ANNE, "milestone")
    assert removal.number
    register.undo(ANNE, removal.number)
    assert set(register.records(ANNE, "milestone")) == {"haven.w3"}
    family = register.history(ANNE, "area_process", "haven", with_children=True)
    assert {(one.kind, one.field, one.old, one.new) for one in family if one.number == removal.number} == {
        ("area_process", "", True, False),
        ("milestone", "", True, False),
        ("role", "", True, False),
    }


def test_what_others_refer_to_cannot_be_removed_and_the_reader_is_told_by_what(register: Register) -> None:
    register.apply(ANNE, [new("party", "zon", PARTY), area(lead_state="lead", lead="zon")])
    register.apply(ANNE, [new("project", "wind", PROJECT, owners=("zon",))])
    with pytest.raises(Refused) as refused:
        register.apply(ANNE, [Edit("party", "zon", 1, remove=True)])
    assert refused.value.problems[0].what == "Dit wordt nog gebruikt door gebied 'Havenkwartier' en project 'Windpark'."
    freed = [
        Edit("area_process", "haven", 1, {"lead": None, "lead_state": "no_lead"}),
        Edit("project", "wind", 1, {"owners": None}),
    ]
    register.apply(ANNE, [*freed, Edit("party", "zon", 1, remove=True)])
    assert not register.records(ANNE, "party")


def test_a_removed_record_can_be_entered_anew(register: Register) -> None:
    register.apply(ANNE, [area(note="Oud")])
    register.apply(ANNE, [Edit("area_process", "haven", 1, remove=True)])
    anew = register.apply(BEA, [area()])
    stored = register.record(ANNE, "area_process", "haven")
    assert stored is not None
    assert (stored.version, stored.values["note"]) == (3, None)
    assert anew.number
    register.undo(BEA, anew.number)
    assert register.record(ANNE, "area_process", "haven") is None
    register.restore(BEA, "area_process", "haven", 2)
    restored = register.record(ANNE, "area_process", "haven")
    assert restored is not None
    assert restored.values["note"] == "Oud"


def test_undo_of_a_change_that_somebody_built_on_is_refused_and_says_by_whom(register: Register) -> None:
    first = register.apply(ANNE, [area()])
    second = register.apply(ANNE, [Edit("area_process", "haven", 1, {"state": "paused", "note": "Net"})])
    third = register.apply(BEA, [Edit("area_process", "haven", 2, {"note": "Raad"})])
    assert first.number
    assert second.number
    assert third.number
    with pytest.raises(Conflict) as conflict:
        register.undo(ANNE, second.number)
    assert conflict.value.clashes[0].theirs == {"note": ("Net", "Raad")}
    assert conflict.value.clashes[0].who == "Bea"
    register.undo(ANNE, third.number)
    register.undo(ANNE, second.number)  # what Bea built on it is gone again
    assert register.table(ANNE, "area_process").loc["haven", "state"] == "running"
    with pytest.raises(RegisterError, match="bestaat niet"):
        register.undo(ANNE, 99)


def test_a_removal_is_taken_back_after_what_came_in_its_place_was_taken_back(register: Register) -> None:
    register.apply(ANNE, [area(note="Oud")])
    removal = register.apply(ANNE, [Edit("area_process", "haven", 1, remove=True)])
    instead = register.apply(BEA, [area(note="Nieuw", dwellings_count=40)])
    assert removal.number
    assert instead.number
    register.undo(BEA, instead.number)
    register.undo(ANNE, removal.number)
    stored = register.record(ANNE, "area_process", "haven")
    assert stored is not None
    assert (stored.values["note"], stored.values["dwellings_count"]) == ("Oud", None)


def test_undo_of_an_undo_brings_the_change_back(register: Register) -> None:
    register.apply(ANNE, [area()])
    change = register.apply(ANNE, [Edit("area_process", "haven", 1, {"state": "paused"})])
    assert change.number
    undone = register.undo(ANNE, change.number)
    assert undone.number
    assert register.table(ANNE, "area_process").loc["haven", "state"] == "running"
    register.undo(ANNE, undone.number)
    assert register.table(ANNE, "area_process").loc["haven", "state"] == "paused"
    assert [one.origin for one in register.change_sets(ANNE, 2)] == ["undo", "undo"]


def test_contact_data_are_in_the_record_alone_and_gone_with_it(register: Register) -> None:
    register.apply(ANNE, [new("party", "zon", PARTY, contact_email="anne@zon.example", contact_name="Anne")])
    register.apply(ANNE, [Edit("party", "zon", 1, {"contact_name": "Bea"})])
    logged = {(one.field, one.old, one.new) for one in register.history(ANNE, "party", "zon") if one.number == 3}
    assert logged == {("contact_name", NOT_KEPT, NOT_KEPT)}
    with pytest.raises(Conflict) as conflict:
        register.apply(BEA, [Edit("party", "zon", 1, {"name": "Zon"})])
    assert conflict.value.clashes[0].theirs == {"contact_name": (NOT_KEPT, NOT_KEPT)}
    removal = register.apply(ANNE, [Edit("party", "zon", 2, remove=True)])
    assert removal.number
    register.undo(ANNE, removal.number)
    back = register.record(ANNE, "party", "zon")
    assert back is not None
    assert (back.values["name"], back.values["contact_email"]) == ("Zonkracht", None)


def test_filling_in_contact_data_can_be_taken_back_and_is_never_lost_by_taking_back_something_else(
    register: Register,
) -> None:
    added = register.apply(ANNE, [new("party", "zon", PARTY)])
    filled = register.apply(BEA, [Edit("party", "zon", 1, {"contact_name": "Bea", "members_count": 5})])
    assert added.number
    assert filled.number
    with pytest.raises(Conflict):
        register.undo(ANNE, added.number)
    register.restore(ANNE, "party", "zon", added.number)
    restored = register.record(ANNE, "party", "zon")
    assert restored is not None
    assert (restored.values["contact_name"], restored.values["members_count"]) == ("Bea", None)
    register.undo(ANNE, register.number())
    register.undo(BEA, filled.number)
    emptied = register.record(ANNE, "party", "zon")
    assert emptied is not None
    assert emptied.values["contact_name"] is None
    register.undo(ANNE, added.number)
    assert register.record(ANNE, "party", "zon") is None


def test_the_log_says_who_when_what_why_and_from_which_file(register: Register) -> None:
    register.apply(
        ANNE, [area()], why="Maandronde", origin="workbook", file_name="gebieden.xlsx", file_sha256="ab" * 32
    )
    newest = register.change_sets(ANNE, 1)[0]
    assert (newest.number, newest.who, newest.why, newest.counts) == (2, "Anne", "Maandronde", {"area_process": 1})
    assert (newest.file_name, newest.file_sha256) == ("gebieden.xlsx", "ab" * 32)
    assert newest.at.utcoffset() is not None
    fields = {one.field: one.new for one in register.history(ANNE, "area_process", "haven")}
    assert fields == {"": True, **AREA}


def test_the_number_of_a_kind_moves_with_its_own_changes_and_with_those_of_what_it_belongs_to(
    register: Register,
) -> None:
    register.apply(ANNE, [area(), new("milestone", "haven.w3", MILESTONE)])
    before = register.number("milestone")
    register.apply(ANNE, [new("party", "zon", PARTY)])
    assert register.number("milestone") == before < register.number("party") == register.number()
    register.apply(ANNE, [Edit("area_process", "haven", 1, {"visibility": "draft"})])
    assert register.number("milestone") == register.number()


def test_the_single_user_is_named_as_such(sqlite_register: Register) -> None:
    sqlite_register.apply(SINGLE_USER, [area()])
    assert sqlite_register.change_sets(SINGLE_USER, 1)[0].who == "Gebruiker van deze computer"
