"""The roles of an area as one table."""

from transition.domain.register.fields import Edit, Record
from transition.views import role_table

_AREA = "gm9003-oost"
_FRAMES = Record("role", f"{_AREA}.frames", 3, {"area": _AREA, "activity": "frames", "council": "A", "team": "R"})
_RECORDS = {_FRAMES.id: _FRAMES}


def test_the_table_holds_what_the_register_holds() -> None:
    begun = role_table.table(_RECORDS)
    assert begun.at["frames", "council"] == "A"
    assert begun.at["plan", "council"] is None
    assert role_table.edits(_AREA, _RECORDS, begun) == []


def test_a_letter_changes_its_role_alone() -> None:
    filled = role_table.table(_RECORDS)
    filled.at["frames", "team"] = "S"
    assert role_table.edits(_AREA, _RECORDS, filled) == [Edit("role", _FRAMES.id, 3, {"team": "S"})]


def test_a_row_that_is_begun_becomes_a_role_and_one_without_letters_goes() -> None:
    filled = role_table.table(_RECORDS)
    filled.at["plan", "local_lead"] = "RA"
    filled.loc["frames"] = None
    removed, added = role_table.edits(_AREA, _RECORDS, filled)
    assert removed == Edit("role", _FRAMES.id, 3, remove=True)
    assert (added.id, added.base, added.changes["local_lead"]) == (f"{_AREA}.plan", None, "RA")


def test_a_draft_brings_back_the_same_table() -> None:
    begun, filled = role_table.table(_RECORDS), role_table.table(_RECORDS)
    filled.at["frames", "team"] = None
    filled.at["plan", "team"] = "I"
    draft = role_table.as_draft(begun, filled)
    assert draft == {"frames:team": "", "plan:team": "I"}
    again = role_table.table(_RECORDS, draft)
    assert role_table.edits(_AREA, _RECORDS, again) == role_table.edits(_AREA, _RECORDS, filled)
