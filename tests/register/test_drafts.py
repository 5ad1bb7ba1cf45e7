"""What somebody was filling in is kept for them alone, until they confirm it or throw it away."""

from datetime import date

from tests.register.entries import area
from transition.domain.register.fields import Edit
from transition.register.actor import Actor
from transition.register.register import Register

ANNE, BEA = Actor("anne", "Anne"), Actor("bea", "Bea")
HALF = {"name": "Hav", "start": date(2026, 1, 2), "municipalities": ("GM9003",), "dwellings_count": "twaalf"}


def test_a_draft_comes_back_as_it_was_half_filled_in_and_to_its_writer_alone(register: Register) -> None:
    register.save_draft(ANNE, "area_process", "", {"name": "H"}, None)
    register.save_draft(ANNE, "area_process", "", HALF, None)
    register.save_draft(ANNE, "area_process", "haven", {"note": "Iets"}, 4)
    draft = register.draft(ANNE, "area_process", "")
    assert draft is not None
    assert (draft.values, draft.base) == (HALF, None)
    assert [one.id for one in register.drafts(ANNE)] == ["haven", ""]
    assert register.draft(BEA, "area_process", "") is None
    register.discard_draft(ANNE, "area_process", "")
    assert [one.id for one in register.drafts(ANNE)] == ["haven"]
    assert register.number() == 1


def test_confirming_a_form_ends_the_draft_of_it_and_no_other(register: Register) -> None:
    register.apply(ANNE, [area()])
    for actor in (ANNE, BEA):
        register.save_draft(actor, "area_process", "haven", {"note": "Iets"}, 1)
    register.apply(ANNE, [Edit("area_process", "haven", 1, {"note": "Iets"})])
    assert register.draft(ANNE, "area_process", "haven") is None
    assert register.draft(BEA, "area_process", "haven") is not None
