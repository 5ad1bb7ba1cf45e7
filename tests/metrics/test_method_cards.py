"""Method cards: a card as a whole, a community's own edition of it, and what differs between two."""

from dataclasses import replace
from datetime import date

import pytest

from transition.domain.register.choices import LADDER
from transition.domain.register.fields import Edit, Record
from transition.metrics import method_cards
from transition.metrics.method_cards import Card, Line, Phase, Role
from transition.metrics.method_changes import Difference, RoleChange, difference
from transition.metrics.method_derivation import adapted, derived, edits, problems, warnings

PHASES = (
    Phase("W0", "Gebied gekozen", 1, "explore"),
    Phase("W1", "Startnotitie vastgesteld", 2, "organise"),
    Phase("W5", "Uitvoeringsplan vastgesteld", 3, "decide", "always"),
    Phase("W7", "Aanwijzing", 4, "decide", "if_needed"),
)
ROLES = (
    Role("frames", {"council": "A", "executive": "R", "local_lead": "C"}),
    Role("design", {"executive": "C", "local_lead": "RA"}),
)
LINES = (Line("cost", "Onderzoek"), Line("cover", "Bijdrage van het Rijk"))
SHARED = Card(
    "wijkuitvoeringsplan-1", "Wijkuitvoeringsplan", "neighbourhood_plan", 1, phases=PHASES, roles=ROLES, lines=LINES
)


def recorded(*found: Edit) -> dict[str, dict[str, Record]]:
    """The records that edits of new things make, by kind."""
    made: dict[str, dict[str, Record]] = {
        "method_card": {},
        "method_phase": {},
        "method_role": {},
        "method_finance_line": {},
    }
    for edit in found:
        assert edit.base is None
        assert edit.id not in made[edit.kind], "two records under one id"
        made[edit.kind][edit.id] = Record(edit.kind, edit.id, 1, edit.changes)
    return made


def test_a_card_comes_back_from_the_register_as_it_went_in() -> None:
    card = replace(SHARED, valid_from=date(2026, 1, 1), scale_version="1", note="Voorstel")
    found = method_cards.cards(*recorded(*edits(card)).values())
    assert found == {card.id: card}


def test_steps_stand_in_order_whatever_the_order_of_the_records() -> None:
    heads, phases, roles, lines = recorded(*edits(SHARED)).values()
    shuffled = dict(reversed(phases.items()))
    assert method_cards.cards(heads, shuffled, roles, lines)[SHARED.id].phases == PHASES


def test_every_step_of_the_ladder_is_told_also_one_without_steps() -> None:
    assert list(SHARED.by_ladder) == list(LADDER)
    assert SHARED.by_ladder["build"] == ()
    assert [phase.code for phase in SHARED.by_ladder["decide"]] == ["W5", "W7"]


def test_a_community_makes_its_own_card_as_a_new_edition_and_the_old_one_is_not_touched() -> None:
    known = {SHARED.id: SHARED}
    own = derived(SHARED, known, "warme-wijken", "Zo doen wij het ", None, "")
    assert (own.name, own.edition, own.community, own.derived_from) == ("Zo doen wij het", 1, "warme-wijken", SHARED.id)
    changed = adapted(own, [replace(PHASES[1], label=" Startbesluit "), PHASES[0]], ROLES, LINES)
    assert [(phase.label, phase.place) for phase in changed.phases] == [("Startbesluit", 1), ("Gebied gekozen", 2)]
    made = edits(changed)
    assert all(edit.base is None and SHARED.id not in edit.id for edit in made)
    assert not problems(changed, known)


def test_the_next_own_edition_counts_on_and_keeps_pointing_at_the_one_before() -> None:
    first = derived(SHARED, {SHARED.id: SHARED}, "warme-wijken", "Zo doen wij het", None, "")
    known = {card.id: card for card in (SHARED, first)}
    second = derived(first, known, "warme-wijken", "zo doen wij het", None, "")
    assert (second.edition, second.derived_from) == (2, first.id)
    assert second.id != first.id
    assert method_cards.newest({**known, second.id: second}, first) == second
    assert method_cards.newest(known, SHARED) == SHARED


def test_a_card_comes_from_the_one_before_it_and_from_the_first_one_of_others() -> None:
    own = [replace(SHARED, id=f"zo-{n}", edition=n, community="warm", derived_from=f"zo-{n - 1}") for n in (1, 2, 3)]
    own[0] = replace(own[0], derived_from=SHARED.id)
    known = {card.id: card for card in (SHARED, *own)}
    assert method_cards.origins(known, own[2]) == (own[1], SHARED)
    assert method_cards.origins(known, own[0]) == (SHARED,)
    assert method_cards.origins(known, SHARED) == ()
    assert method_cards.origins({"zo-2": own[1]}, own[1]) == ()
    round_about = replace(own[0], derived_from="zo-2")
    assert method_cards.origins({"zo-1": round_about, "zo-2": own[1]}, own[1]) == (round_about,)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"name": "  "}, "geen naam"),
        ({"name": "wijkuitvoeringsplan"}, "van iedereen"),
        ({"phases": ()}, "geen enkele stap"),
        ({"phases": (*PHASES, Phase("w5", "Nog een", 9, "build"))}, "'W5' staat er 2 keer"),
        ({"phases": (Phase(" ", "Zonder code", 1, "build"),)}, "geen code"),
        ({"lines": (Line("cost", "Onderzoek"), Line("cost", "onderzoek"))}, "staat er 2 keer"),
        ({"lines": (Line("cost", ""),)}, "geen naam"),
    ],
)
def test_what_cannot_become_records_is_told(change: dict[str, object], says: str) -> None:
    own = derived(SHARED, {SHARED.id: SHARED}, "warme-wijken", "Zo doen wij het", None, "")
    found = problems(replace(own, **change), {SHARED.id: SHARED})  # type: ignore[arg-type]
    assert [says in one.what for one in found] == [True]


def test_a_local_lead_that_carries_out_nothing_is_worth_a_warning() -> None:
    assert warnings(SHARED) == []
    assert warnings(replace(SHARED, roles=())) == [], "who does what is not recorded: that is something else"
    found = warnings(replace(SHARED, roles=ROLES[:1]))
    assert [(one.is_warning, "lokale trekker" in one.what) for one in found] == [(True, True)]


def test_a_card_does_not_differ_from_itself() -> None:
    assert difference(SHARED, replace(SHARED, id="x", name="Anders", edition=4)) == Difference()


def test_each_kind_of_difference_is_told_once() -> None:
    new = replace(
        SHARED,
        phases=(
            Phase("W0", "Gebied samen gekozen", 1, "explore"),
            Phase("W5", "Uitvoeringsplan vastgesteld", 2, "finance", "always"),
            Phase("S1", "Startnotitie vastgesteld", 3, "organise"),
            Phase("W9", "Klaar", 4, "operate"),
        ),
        roles=(ROLES[0], Role("design", {"executive": "A", "local_lead": "R"})),
        lines=(Line("cost", "onderzoek"), Line("cover", "Eigen geld")),
    )
    found = difference(SHARED, new)
    assert [phase.code for phase in found.added] == ["W9"]
    assert [phase.code for phase in found.removed] == ["W7"]
    assert [(a.label, b.label) for a, b in found.renamed] == [("Gebied gekozen", "Gebied samen gekozen")]
    assert [(a.code, b.code) for a, b in found.recoded] == [("W1", "S1")]
    assert [(a.ladder, b.ladder) for a, b in found.moved] == [("decide", "finance")]
    assert found.reordered
    assert found.roles == (RoleChange("design", "executive", "C", "A"), RoleChange("design", "local_lead", "RA", "R"))
    assert (found.lines_added, found.lines_removed) == ((Line("cover", "Eigen geld"),), (LINES[1],))
    assert not difference(SHARED, replace(SHARED, phases=PHASES[1:])).reordered


def test_areas_keep_the_edition_they_use_until_somebody_moves_them() -> None:
    own = replace(SHARED, id="zo-2", edition=2, name="Zo", phases=PHASES[:2], community="warme-wijken")
    used = method_cards.used_by({"a": SHARED.id, "b": own.id, "c": "", "d": SHARED.id})
    assert used == {SHARED.id: ("a", "d"), own.id: ("b",)}
    known = {SHARED.id: SHARED, own.id: own}
    assert method_cards.of_community(known, "warme-wijken", {SHARED.id}) == (own, SHARED)
    assert method_cards.of_community(known, "andere", ()) == ()
    assert method_cards.move("a", 3, own) == Edit("area_process", "a", 3, {"method_card": "zo-2"})


def test_milestones_without_a_step_in_the_new_card_are_named() -> None:
    assert method_cards.without_step(["W0", "W7", "X1"], replace(SHARED, phases=PHASES[:3])) == ("W7", "X1")
