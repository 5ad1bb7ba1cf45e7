"""A method card to read, and what differs between two, in words."""

import re
from dataclasses import replace

from tests.metrics.test_method_cards import LINES, PHASES, ROLES, SHARED
from transition.domain.register.choices import LADDER
from transition.metrics.method_cards import Line, Phase, Role
from transition.metrics.method_changes import Difference, difference
from transition.views import method_card, method_difference

ATTACK = "<img src=x onerror=alert(1)>"


def test_the_steps_stand_by_step_of_the_ladder_and_an_empty_one_is_said() -> None:
    shown = re.sub(r"<style>.*?</style>|<[^>]+>", " ", method_card.ladder(SHARED), flags=re.DOTALL)
    words = " ".join(shown.split())
    assert words.startswith("Verkennen W0 Gebied gekozen Organiseren W1 Startnotitie vastgesteld Ontwerpen Geen stap")
    assert "W7 Aanwijzing (als het nodig is)" in words
    assert [word for word in LADDER.values() if word not in words] == []


def test_what_people_typed_in_a_card_is_no_html() -> None:
    card = replace(SHARED, phases=(Phase(ATTACK, ATTACK, 1, "build"),))
    assert ATTACK not in method_card.ladder(card)
    assert "&lt;img" in method_card.ladder(card)


def test_who_does_what_is_told_without_letters() -> None:
    found = method_card.roles(SHARED).set_index("Onderwerp")
    assert found.loc["Kaders en doelen", "Is eindverantwoordelijk"] == "Raad"
    assert found.loc["Kaders en doelen", "Geeft advies"] == "Lokale trekker of collectief"
    design = found.loc["Oplossing ontwerpen"]
    assert design["Is eindverantwoordelijk"] == design["Voert uit"] == "Lokale trekker of collectief"
    assert design["Helpt mee"] == "–"


def test_steps_and_lines_are_tables_to_download() -> None:
    assert list(method_card.steps(SHARED)["Trede van de ladder"]) == [
        "Verkennen",
        "Organiseren",
        "Besluiten",
        "Besluiten",
    ]
    assert list(method_card.steps(SHARED)["Nodig"]) == [
        "niet vastgelegd",
        "niet vastgelegd",
        "Altijd",
        "Als het nodig is",
    ]
    assert list(method_card.lines(SHARED).itertuples(index=False, name=None)) == [
        ("Kosten", "Onderzoek"),
        ("Dekking", "Bijdrage van het Rijk"),
    ]


def test_a_difference_is_counted_in_one_sentence() -> None:
    new = replace(
        SHARED,
        phases=(*PHASES[:2], replace(PHASES[2], ladder="finance"), Phase("W9", "Klaar", 9, "operate")),
        roles=(ROLES[0], Role("design", {"executive": "A", "local_lead": "R"})),
    )
    found = difference(SHARED, new)
    assert method_difference.summary(found) == (
        "1 stap is erbij, 1 stap is weg, 1 stap staat op een andere trede en 2 rollen zijn anders."
    )
    rows = list(method_difference.table(found).itertuples(index=False, name=None))
    assert rows == [
        ("Stap erbij", "W9 Klaar", "–", "trede In bedrijf"),
        ("Stap weg", "W7 Aanwijzing", "trede Besluiten", "–"),
        ("Andere trede", "W5 Uitvoeringsplan vastgesteld", "Besluiten", "Geld rondmaken"),
        ("Andere rol", "Oplossing ontwerpen: College of wethouder", "C: geeft advies", "A: eindverantwoordelijk"),
        ("Andere rol", "Oplossing ontwerpen: Lokale trekker of collectief",
         "R/A: voert uit en is eindverantwoordelijk", "R: voert uit"),
    ]  # fmt: skip


def test_no_difference_is_said_and_has_an_empty_table() -> None:
    assert method_difference.summary(Difference()) == "Er is geen verschil: de kaarten zeggen hetzelfde."
    assert list(method_difference.table(Difference()).columns) == ["Wat", "Waar", "Was", "Is nu"]


def test_every_kind_of_difference_has_its_row() -> None:
    new = replace(
        SHARED,
        phases=(replace(PHASES[1], label="Startbesluit", needed="always"), replace(PHASES[0], code="V1"), *PHASES[2:]),
        lines=(LINES[0], Line("cover", "Eigen geld")),
    )
    kinds = list(method_difference.table(difference(SHARED, new))["Wat"])
    assert kinds == ["Andere naam", "Andere code", "Anders nodig", "Andere volgorde", "Post erbij", "Post weg"]
