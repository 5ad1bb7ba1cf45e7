"""A small register to look at pages with: parties, two communities with areas, sessions and lessons, and a card of one's own."""

from datetime import date
from typing import Any

from transition.domain.register.fields import Edit, id_of
from transition.domain.register.kinds import KINDS
from transition.metrics import method_cards
from transition.metrics.method_cards import Card
from transition.metrics.method_derivation import adapted, derived, edits
from transition.register.actor import SINGLE_USER
from transition.register.register import Register

SHARED = "wijkuitvoeringsplan-1"
WARM = "warme-wijken-noord"
HUBS = "energiehubs-zuid"
PARTIES = {
    "provincie-noorderbank": {"name": "Provincie Noorderbank", "type": "province"},
    "netbeheer-doggerland": {"name": "Netbeheer Doggerland", "type": "grid_operator"},
    "cooperatie-de-eendracht": {"name": "Coöperatie De Eendracht", "type": "cooperative", "members_count": 1250},
    "de-eendracht-ua": {"name": "De Eendracht U.A.", "type": "cooperative"},
}


def new(kind: str, **values: Any) -> Edit:
    """A record that is not there yet."""
    return Edit(kind, id_of(KINDS[kind], values), None, values)


def cards(register: Register) -> dict[str, Card]:
    """All method cards of a register."""
    kinds = ("method_card", "method_phase", "method_role", "method_finance_line")
    return method_cards.cards(*(register.records(SINGLE_USER, kind) for kind in kinds))


def fill(register: Register, municipalities: tuple[str, ...] = ("GM9001", "GM9002", "GM9003")) -> None:
    """Writes everything in one go; `municipalities` exist in the figures that are shown."""
    first, *_, last = municipalities
    card = cards(register)[SHARED]
    own = derived(card, cards(register), WARM, "Zo doen wij het", date(2025, 1, 1), "Bewoners beginnen eerder.")
    steps = [phase for phase in card.phases if phase.code != "W7"]
    own = adapted(own, steps, card.roles, card.lines)
    register.apply(
        SINGLE_USER,
        [
            *(new("party", **values) for values in PARTIES.values()),
            new(
                "community", name="Warme wijken noord", theme="neighbourhood_plan", state="active", start=date(2024, 5, 30),
                municipalities=municipalities, co_hosts=("provincie-noorderbank", "netbeheer-doggerland"),
                members=("cooperatie-de-eendracht",), note="Tien keer per jaar bij elkaar.",
            ),
            new("community", name="Energiehubs zuid", theme="energy_hub", state="preparing", municipalities=(last,)),
            *edits(own),
            area("Havenkwartier", first, own.id),
            area("Molenwijk", first, SHARED),
            area("Oude dorp", last, SHARED),
            *(milestone(f"{first.lower()}-molenwijk", code, year) for code, year in (("W0", 2023), ("W1", 2024), ("W7", 2025))),
            new("session", community=WARM, held_on=date(2026, 3, 12), title="Wie doet wat", participants_count=24),
            new("session", community=WARM, held_on=date(2026, 9, 10), title="Rond met het geld"),
            new(
                "lesson", community=WARM, area=f"{first.lower()}-molenwijk", learned_on=date(2026, 3, 12),
                title="Vraag de netbeheerder vóór u een plan maakt", text="Anders begint u twee keer.",
            ),
            new("lesson", community=WARM, title="Laat bewoners de eerste bijeenkomst leiden"),
        ],
    )  # fmt: skip


def area(name: str, municipality: str, card: str) -> Edit:
    """An area process of the first community."""
    return new(
        "area_process", name=name, theme="neighbourhood_plan", municipalities=(municipality,), community=WARM,
        method_card=card, state="running", lead_state="no_lead",
    )  # fmt: skip


def milestone(area: str, code: str, year: int) -> Edit:
    """A milestone that was achieved."""
    return new("milestone", area=area, code=code, planned=date(year, 1, 1), actual=date(year, 2, 1))
