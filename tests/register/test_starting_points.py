"""A new register begins with the method cards, once."""

from transition.domain.register.choices import ACTIVITIES, ACTORS, LADDER
from transition.register.actor import SINGLE_USER
from transition.register.register import Register


def test_a_new_register_begins_with_three_method_cards_and_says_who_put_them_there(register: Register) -> None:
    cards = register.records(SINGLE_USER, "method_card")
    assert list(cards) == ["energiegemeenschap-1", "energiehub-1", "wijkuitvoeringsplan-1"]
    (change_set,) = register.change_sets(SINGLE_USER)
    assert (change_set.who, change_set.why, change_set.counts["method_card"]) == ("Regiemonitor", "Uitgangspunt", 3)


def test_every_phase_has_a_place_on_the_ladder_and_every_card_reaches_its_end(register: Register) -> None:
    phases = register.table(SINGLE_USER, "method_phase").sort_values(["card", "place"])
    steps = list(LADDER)
    for card, some in phases.groupby("card"):
        on_ladder = [steps.index(step) for step in some["ladder"]]
        assert on_ladder == sorted(on_ladder), card
        assert {steps[0], steps[-1]} <= set(some["ladder"]), card
    assert phases.groupby("card").size().to_dict() == {
        "energiegemeenschap-1": 7,
        "energiehub-1": 8,
        "wijkuitvoeringsplan-1": 11,
    }


def test_each_activity_of_a_card_has_exactly_one_who_is_accountable(register: Register) -> None:
    roles = register.table(SINGLE_USER, "method_role")
    assert len(roles) == 3 * len(ACTIVITIES)
    assert (roles[list(ACTORS)].isin(["A", "RA"]).sum(axis="columns") == 1).all()
    assert roles.set_index(["card", "activity"]).loc[("energiehub-1", "design"), "local_lead"] == "RA"


def test_opening_again_adds_nothing(register: Register, register_url: str) -> None:
    number = register.number()
    again = Register.open(register_url)
    assert again.number() == number
    again.close()
