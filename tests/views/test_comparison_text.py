"""Comparing in Dutch: every code has words, both figures stand in the sentence, and nothing is claimed that was not shown."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.metrics.comparison.test_gate import UNLIKE
from tests.metrics.comparison.test_neighbours import found, places
from tests.metrics.register_tables import tables
from transition import catalog
from transition.domain.areas import Level
from transition.domain.indicators import Direction
from transition.metrics.band import Band
from transition.metrics.comparison import better, funnel, gate, interval, neighbours, peer_group
from transition.metrics.comparison.better import doing, recorded
from transition.metrics.comparison.ownership_speed import OwnershipAndSpeed
from transition.metrics.comparison.peer_group import PeerGroup, Sort
from transition.metrics.comparison.spread import Spread, spread
from transition.metrics.comparison.traits import ALL
from transition.metrics.no_number import Why, no_number
from transition.metrics.scope import Scope
from transition.metrics.scope import Sort as ScopeSort
from transition.views import comparison_findings, comparison_text, neighbour_text

GEMEENTE, NAN = Level.GEMEENTE, np.nan
GAS = catalog.indicator("gas_use_m3_per_dwelling")
PAIR = ("GM0001", "GM0002")


def test_every_code_has_words() -> None:
    assert set(neighbour_text.TRAITS) == {trait.id for trait in ALL}
    assert set(neighbour_text.CHOICES) == set(neighbours.Choice)
    assert set(comparison_text.SORTS) == set(peer_group.Sort)
    assert set(comparison_text.DROPPED) == set(peer_group.Dropped)
    assert set(comparison_text.REMARKS) == set(gate.Remark)
    assert set(comparison_text._REFUSED) == set(gate.Reason)
    assert set(comparison_findings.PLACES) == set(funnel.Place)


def test_a_neighbour_is_explained_with_the_own_figure_and_the_others() -> None:
    nearest = found(places(), "GM01", n=3).found
    said = neighbour_text.alike(nearest[0], "Assen", "Velsen")
    assert said.startswith("Assen lijkt op Velsen in ")
    assert "inwoners per huishouden (2,20 tegenover 2,20)" in said
    assert neighbour_text.unlike(nearest[2]) == "Anders is: gas per woning (900 tegenover 1.300\u00a0m³)."
    assert neighbour_text.unknown(nearest[1], "Boxtel") == "Van Boxtel is niet bekend: inwoners per huishouden."


def test_what_was_not_weighed_is_said_with_its_reason() -> None:
    said = " ".join(neighbour_text.basis(found(places(), "GM06", n=3, about="gas_use_m3_per_dwelling"), "Boxtel"))
    assert "van Boxtel niet bekend: inwoners per km² land en inwoners per huishouden." in said
    assert "want dat is wat u vergelijkt: gas per woning." in said
    assert "er zijn geen cijfers van: inkomen, bouwjaar van woningen, aandeel koopwoningen en stedelijkheid." in said


def test_that_nobody_is_really_alike_is_said() -> None:
    far = found(places(), "GM05", n=3)
    assert neighbour_text.alike(far.found[0], "Wad", "Velsen").startswith("Wad en Velsen verschillen het minst in ")
    assert "Geen van deze gemeenten lijkt echt op Wad" in " ".join(
        neighbour_text.basis(found(places(), "GM05", n=3), "Wad")
    )


@pytest.mark.parametrize(
    ("group", "said"),
    [
        (PeerGroup(Sort.NEIGHBOURS, GEMEENTE, PAIR, {"choice": "homes"}), "gemeenten die op Assen lijken (woningen)"),
        (PeerGroup(Sort.PROVINCE, GEMEENTE, PAIR, {"name": "Drenthe"}), "gemeenten in Drenthe"),
        (PeerGroup(Sort.RES, GEMEENTE, PAIR, {"name": "Twente"}), "gemeenten in de energieregio Twente"),
        (PeerGroup(Sort.COMMUNITY, GEMEENTE, PAIR, {"name": "Warm"}), "gemeenten in de community Warm"),
        (
            PeerGroup(Sort.SIZE, GEMEENTE, PAIR, {"least": 5e4, "below": 1e5}),
            "gemeenten met 50.000 tot 100.000 inwoners",
        ),
        (PeerGroup(Sort.SIZE, GEMEENTE, PAIR, {"least": 0.0, "below": 5e3}), "gemeenten met minder dan 5.000 inwoners"),
        (
            PeerGroup(Sort.SIZE, GEMEENTE, PAIR, {"least": 2.5e5, "below": 0.0}),
            "gemeenten met 250.000 inwoners of meer",
        ),
        (PeerGroup(Sort.OWN, GEMEENTE, PAIR), "gemeenten die u koos"),
        (PeerGroup(Sort.EACH_OTHER, Level.RES, ("ES01", "ES02")), "energieregio's in het land"),
    ],
)
def test_a_group_has_a_name(group: PeerGroup, said: str) -> None:
    assert comparison_text.group(group, "Assen") == said


def seen(values: tuple[float, ...]) -> Spread:
    made = spread("abcdefgh"[: len(values)], values, Direction.DOWN)
    assert isinstance(made, Spread)
    return made


def test_a_place_names_its_group_how_many_have_a_figure_and_which_end_is_first() -> None:
    made = seen((900, 800, 1000, 1100, 950, NAN))
    assert comparison_text.place(made, GEMEENTE, "gemeenten in Drenthe") == (
        "nummer 2 van de 5 met een cijfer (laagste eerst), onder gemeenten in Drenthe"
    )
    assert comparison_text.middle(made, GAS).startswith(
        "Het midden is 950\u00a0m³ per woning. De helft zit tussen 900 en 1.000\u00a0m³"
    )
    assert comparison_text.missing(made, {"f": "Vught"}) == "Van 1 is er geen cijfer: Vught."
    assert comparison_text.place(seen((NAN, 1)), GEMEENTE, "gemeenten in Drenthe").startswith(
        "zonder cijfer, en dus zonder plaats"
    )


def test_of_few_no_middle_is_given() -> None:
    assert comparison_text.middle(seen((900, 800)), GAS).startswith(
        "Er zijn 2 met een cijfer; bij minder dan 5 geven we geen midden."
    )


@pytest.mark.parametrize("row", UNLIKE, ids=lambda row: row[3].value)
def test_every_refusal_is_one_sentence_without_codes(row: Any) -> None:
    ask, one, has, _, _ = row
    refusal = gate.compared(one, replace(one, **has), ask)
    assert isinstance(refusal, gate.Refusal)
    said = comparison_text.refused(refusal)
    assert said.startswith("Niet te vergelijken: ")
    assert said.count(".") == 1
    assert "_" not in said
    assert len(said.split()) <= 20


def test_a_link_says_what_it_rests_on_and_never_a_cause() -> None:
    said = comparison_findings.link(interval.Link(0.62, Band(0.2, 0.84), 14, 20), "eigenaarschap", "snelheid")
    assert said[0].startswith("Dit rust op 14 van de 20 gebieden")
    assert said[1] == "Gebieden met meer eigenaarschap hebben vaak ook meer snelheid."
    assert said[-1] == comparison_findings.NO_CAUSE
    unclear = comparison_findings.link(interval.Link(0.2, Band(-0.3, 0.6), 14, 14), "eigenaarschap", "snelheid")
    assert unclear[1] == "Er is geen duidelijk verband te zien tussen eigenaarschap en snelheid."
    assert unclear[-1] == "Dat wil niet zeggen dat er geen verband is."
    few = comparison_findings.link(
        no_number(Why.TOO_FEW_CASES, found=1, needed=10, open=0), "eigenaarschap", "snelheid"
    )
    assert few == ["Er is 1 gebied met zowel eigenaarschap als snelheid. Onder de 10 kan elk verband toeval zijn."]


def test_a_share_of_few_is_said_with_what_chance_makes_of_it() -> None:
    band = interval.share(3, 8)
    assert comparison_findings.share(3, 8, band, "gebieden met een trekker") == (
        "3 van de 8 gebieden met een trekker. Bij zo weinig gevallen past door toeval alles van 14% tot 69% daarbij."
    )


def test_who_does_better_is_counted_in_the_group_and_nobody_is_called_worst() -> None:
    words = [
        comparison_findings.better(one, GAS, "gemeenten in Drenthe")
        for one in (
            better.Better(better.Found.SOME, ("a",), 1, 10),
            better.Better(better.Found.NOBODY, (), 0, 10),
            better.Better(better.Found.NO_FIGURE),
            better.Better(better.Found.NO_DIRECTION, known=3),
        )
    ]
    assert words[0] == "Onder gemeenten in Drenthe doet 1 van de 10 andere met een cijfer het beter."
    assert words[1] == "Onder gemeenten in Drenthe doet geen van de 10 andere met een cijfer het beter."
    assert not any(word in " ".join(words) for word in ("slechtst", "laatste", "onderaan"))


def test_what_a_better_one_does_is_said_with_on_how_much_it_rests() -> None:
    made = doing(recorded({**tables()}, {}), scope("haven", "dorp", "leeg"), date(2026, 12, 24))
    assert comparison_findings.doing(made) == [
        "Van 2 van de 3 gebieden is bekend hoe ver: 1 bij verkennen en 1 bij geld rondmaken.",
        "Trekker: 1 met een lokale trekker, 1 zonder en 1 niet vastgelegd.",
        "Wie wat doet, is niet vastgelegd.",
        "Dekking: niet te bepalen.",
        "Laatste besluit: Startnotitie (10 september 2023).",
        "Volgende besluit: Krediet (20 januari 2027).",
        "1 gepland besluit is over de datum.",
    ]
    nothing = doing(recorded({**tables(), "decision": tables()["decision"].iloc[:0]}, {}), scope(), date(2026, 12, 24))
    assert comparison_findings.doing(nothing) == [
        "Van Haven is niets vastgelegd. Dat zegt niet dat daar niets gebeurt."
    ]


def scope(*areas: str) -> Scope:
    return Scope(ScopeSort.PLACE, "GM9003", "Haven", GEMEENTE, ("GM9003",), areas)


def test_ownership_against_speed_says_whose_view_it_is_and_that_the_other_way_round_is_possible_too() -> None:
    pairs = pd.DataFrame()
    shown = OwnershipAndSpeed("local", pairs, interval.Link(0.22, Band(0.01, 0.41), 86, 126), ("1",))
    said = comparison_findings.ownership_and_speed(shown)
    assert "volgens de lokale partij" in said[0]
    assert "Gebieden met meer eigenaarschap hebben iets vaker ook meer snelheid." in said
    assert said[-2:] == [comparison_findings.NO_CAUSE, comparison_findings.NOT_WHICH_FIRST]
    unclear = OwnershipAndSpeed("local", pairs, interval.Link(0.1, Band(-0.1, 0.3), 86, 86), ("1",))
    assert comparison_findings.NOT_WHICH_FIRST not in comparison_findings.ownership_and_speed(unclear)


def test_a_funnel_says_when_areas_differ_more_than_chance_can_make_them() -> None:
    chance, sizes = np.random.default_rng(5), np.full(40, 10_000.0)
    for spread_out, word in ((0.05, "meer dan door toeval kan"), (0.0, "kan door toeval verschillen")):
        counts = chance.binomial(10_000, np.clip(chance.normal(0.3, spread_out, 40), 0, 1)).astype(float)
        made = funnel.funnel([str(at) for at in range(40)], counts, sizes, funnel.Kind.PROPORTION)
        assert isinstance(made, funnel.Funnel)
        assert word in " ".join(comparison_findings.funnel(made))
