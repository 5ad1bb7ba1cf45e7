"""What asks for attention, in Dutch: every code has words, and the figures behind a signal are in its sentence."""

from datetime import date

import pytest

from tests.metrics.register_tables import tables
from transition.domain.register.choices import BLOCKAGES
from transition.metrics.steering.area_signals import Schedule, Sign, Signal, area_signals
from transition.metrics.steering.decisions_needed import Ask, Urgency
from transition.metrics.steering.signals import signals
from transition.views import areas_on_time, sign_counts, sign_text

TODAY = date(2026, 11, 23)
FACTS = {
    Sign.OVERDUE: ({"step": "W5", "days": 602}, "Stap W5 is 602 dagen over de geplande dag."),
    Sign.STALLED: (
        {"days": 801, "limit": 331.0, "n": 30},
        "Al 801 dagen in deze fase; drie van de vier vergelijkbare gebieden (30 in totaal) zijn er binnen 331 dagen door.",
    ),
    Sign.BLOCKED: ({"step": "W5", "cause": "grid"}, "Stap W5 wacht op ruimte op het stroomnet."),
    Sign.SLIPPED: ({"step": "W5", "days": 1948}, "Stap W5 is 1.948 dagen verschoven sinds de eerste planning."),
    Sign.NO_LEAD: ({}, "Er is geen lokale trekker."),
    Sign.NOT_ONE_ACCOUNTABLE: (
        {"activities": ("plan", "grid")},
        "Niet precies één eindverantwoordelijke bij: uitvoeringsplan en ruimte op het stroomnet.",
    ),
    Sign.WORLD_A: ({}, "De lokale trekker voert bij geen enkel onderwerp iets uit."),
    Sign.UNCOVERED: ({"gap": 17_120_000.0}, "Voor 17,12\u00a0miljoen euro is nog geen dekking."),
    Sign.OWNERSHIP_FELL: (
        {"side": "local", "before": 3, "after": 1},
        "Volgens de lokale partij is het eigenaarschap gedaald van 3 Mede-eigenaar naar 1 Betrokken.",
    ),
    Sign.SIDES_DIFFER: (
        {"municipality": 3, "local": 1},
        "De gemeente ziet 3 Mede-eigenaar, de lokale partij 1 Betrokken.",
    ),
}


def test_every_code_has_words() -> None:
    assert set(sign_text.SIGNS) == set(FACTS) == set(Sign)
    assert set(sign_text.SCHEDULES) == set(Schedule)
    assert set(sign_text.ASKS) == set(Ask)
    assert set(sign_text.URGENCIES) == set(Urgency)
    assert set(sign_text.WAITS_FOR) == set(BLOCKAGES)


@pytest.mark.parametrize("sign", Sign)
def test_a_signal_says_the_figures_behind_it(sign: Sign) -> None:
    facts, sentence = FACTS[sign]
    assert sign_text.said(Signal(sign, facts)) == sentence


def test_what_nobody_recorded_is_said_first_and_is_never_on_schedule() -> None:
    found = area_signals(tables(), TODAY)
    assert areas_on_time.heading(signals(found, ["leeg"])) == "Dit gebied heeft geen datum voor de volgende stap"
    assert areas_on_time.heading(signals(found, ["haven"])) == "Dit gebied vraagt aandacht"
    assert areas_on_time.heading(signals(found, ["molen"])) == "Er loopt hier op dit moment geen gebied"
    assert areas_on_time.heading(signals(found, ["leeg", "oud"])) == (
        "Van geen van de 2 gebieden is vastgelegd wanneer de volgende stap komt"
    )
    assert areas_on_time.heading(signals(found, list(found))) == (
        "Van 2 van de 4 gebieden is niet vastgelegd wanneer de volgende stap komt. "
        "Van de andere 2 loopt er 1 achter en vraagt er 1 aandacht"
    )


def test_the_counts_say_in_how_many_areas_nobody_can_tell() -> None:
    told = signals(area_signals(tables(), TODAY), tables()["area_process"].index)
    rows = sign_counts.table(told).set_index("Wat er speelt")
    assert rows.loc["Er is geen trekker"].tolist() == [1, 2, 2]
    assert sign_counts.heading(told).endswith(f"in 1 van de {rows.iloc[0, 1]} gebieden waar dat te zeggen is")
