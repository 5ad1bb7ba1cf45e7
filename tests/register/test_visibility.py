"""What is a draft or confidential is not in what anyone may see, nor is anything that belongs to it."""

import pytest

from tests.register.entries import COMMUNITY, COST, MILESTONE, PARTY, PROJECT, area, new
from transition.domain.register.fields import Edit
from transition.domain.register.kinds import KINDS, OF_AREA
from transition.register.actor import ANYONE, SINGLE_USER
from transition.register.register import Register, RegisterError


@pytest.mark.parametrize("visibility", ["draft", "confidential"])
def test_what_belongs_to_a_hidden_area_is_hidden_with_it(register: Register, visibility: str) -> None:
    register.apply(
        SINGLE_USER,
        [
            area(visibility=visibility),
            new("area_process", "open", {**area().changes, "name": "Open"}),
            new("milestone", "haven.w3", MILESTONE),
            new("milestone", "open.w3", MILESTONE, area="open"),
            new("project", "wind", PROJECT, area="haven", visibility="public"),
            new("project", "sun", PROJECT, name="Zon", visibility=visibility),
            new("project", "roof", PROJECT, name="Dak", area="open"),
        ],
    )
    for kind, public in {"area_process": ["open"], "milestone": ["open.w3"], "project": ["roof"]}.items():
        assert list(register.records(ANYONE, kind)) == public
        assert list(register.table(SINGLE_USER, kind, public_only=True).index) == public
        assert len(register.table(SINGLE_USER, kind)) > 1
    assert register.record(ANYONE, "milestone", "haven.w3") is None
    assert register.record(SINGLE_USER, "milestone", "haven.w3") is not None


def test_what_belongs_to_a_hidden_community_is_hidden_with_it(sqlite_register: Register) -> None:
    lesson = {"community": "kring", "title": "Begin op tijd"}
    edits = [new("community", "kring", COMMUNITY, visibility="draft"), Edit("lesson", "kring.l", None, lesson)]
    sqlite_register.apply(SINGLE_USER, edits)
    assert sqlite_register.table(ANYONE, "lesson").empty
    sqlite_register.apply(SINGLE_USER, [Edit("community", "kring", 1, {"visibility": "public"})])
    assert len(sqlite_register.table(ANYONE, "lesson")) == 1


def test_every_kind_of_an_area_follows_the_area(sqlite_register: Register) -> None:
    for kind in OF_AREA:
        assert KINDS[kind].by_name["area"].refers_to == "area_process"
        assert sqlite_register.number(kind) <= sqlite_register.number()
    sqlite_register.apply(SINGLE_USER, [area(visibility="draft"), new("finance_line", "haven.c", COST)])
    assert sqlite_register.table(ANYONE, "finance_line").empty
    assert len(sqlite_register.table(SINGLE_USER, "finance_line")) == 1


def test_nobody_in_particular_changes_nothing_and_does_not_see_who_did(sqlite_register: Register) -> None:
    sqlite_register.apply(SINGLE_USER, [area()])
    for change in (
        lambda: sqlite_register.apply(ANYONE, [area(name="Anders")]),
        lambda: sqlite_register.problems(ANYONE, [area()]),
        lambda: sqlite_register.undo(ANYONE, 2),
        lambda: sqlite_register.restore(ANYONE, "area_process", "haven", 1),
        lambda: sqlite_register.save_draft(ANYONE, "area_process", "haven", {}, None),
        lambda: sqlite_register.discard_draft(ANYONE, "area_process", "haven"),
    ):
        with pytest.raises(RegisterError, match="niet wijzigen"):
            change()
    assert sqlite_register.history(ANYONE, "area_process", "haven") == []
    assert sqlite_register.change_sets(ANYONE) == []
    assert sqlite_register.number() == 2


def test_a_card_of_a_hidden_community_is_hidden_and_no_public_record_gives_its_name_away(register: Register) -> None:
    card = {"name": "Aanpak Kring", "theme": "energy_hub", "edition": 1, "community": "kring"}
    phase = {"card": "eigen", "code": "K1", "label": "Eerste stap", "place": 0, "ladder": "explore"}
    edits = [
        new("community", "kring", COMMUNITY, visibility="confidential"),
        new("method_card", "eigen", card),
        new("method_phase", "eigen.k1", phase),
        area(community="kring", method_card="eigen"),
    ]
    register.apply(SINGLE_USER, edits)
    assert "eigen" not in register.table(ANYONE, "method_card").index
    assert "eigen.k1" not in register.records(ANYONE, "method_phase")
    public = register.table(SINGLE_USER, "area_process", public_only=True)
    assert public.loc["haven", ["community", "method_card"]].isna().all()
    seen = register.record(ANYONE, "area_process", "haven")
    assert seen is not None
    assert (seen.values["community"], seen.values["name"]) == (None, "Havenkwartier")
    before = register.number("area_process")
    register.apply(SINGLE_USER, [Edit("community", "kring", 1, {"visibility": "public"})])
    assert register.number("area_process") > before
    assert register.table(ANYONE, "area_process").loc["haven", "community"] == "kring"


def test_contact_data_are_in_no_public_table(register: Register) -> None:
    register.apply(SINGLE_USER, [new("party", "zon", PARTY, contact_email="anne@zon.example")])
    assert register.table(SINGLE_USER, "party", public_only=True)["contact_email"].isna().all()
    assert register.records(ANYONE, "party")["zon"].values["contact_email"] is None
    assert register.table(SINGLE_USER, "party").loc["zon", "contact_email"] == "anne@zon.example"
