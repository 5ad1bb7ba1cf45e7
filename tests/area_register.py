"""A register to look at the page of area processes with: areas of which much, little and nothing is recorded. Invented, all of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from transition.domain.register.fields import Edit, id_of
from transition.domain.register.kinds import KINDS
from transition.register.actor import SINGLE_USER
from transition.register.register import Register

CARD = "wijkuitvoeringsplan-1"
HOSTILE = '<img src=x onerror="window.hacked=1"> **[klik](javascript:alert(1))** $x^2$ {{ 7*7 }} \'s-Dorp'
SQUARE = {
    "type": "Polygon",
    "coordinates": [[[4.10, 55.10], [4.30, 55.10], [4.30, 55.22], [4.10, 55.22], [4.10, 55.10]]],
}
AREA = {"theme": "neighbourhood_plan", "state": "running", "lead_state": "unknown"}
RACI = {
    "frames": {"council": "A", "executive": "R", "team": "S", "local_lead": "C"},
    "design": {"council": "I", "executive": "C", "team": "S", "local_lead": "RA"},
    "plan": {"council": "A", "executive": "R", "local_lead": "R"},
}


def new(kind: str, values: Mapping[str, Any]) -> Edit:
    """A record that is not there yet."""
    return Edit(kind, id_of(KINDS[kind], values), None, values)


def area_id(name: str, municipality: str) -> str:
    """The id an area process of this name has."""
    return id_of(KINDS["area_process"], {"municipalities": (municipality,), "name": name})


def fill(register: Register, first: str, second: str, parts: tuple[str, ...], year: int, polygon: Any = None) -> None:
    """Writes everything. first, second: municipalities; parts: wijken or buurten of the first one, on the boundaries of `year`."""
    register.apply(SINGLE_USER, [*_around(first), *_areas(first, second, parts, year, polygon)], why="Begin")
    register.apply(SINGLE_USER, _rich(area_id("Havenkwartier", first), first), why="Ingevuld na de bijeenkomst")


def _around(first: str) -> list[Edit]:
    return [
        new(
            "party",
            {"name": "Coöperatie De Eendracht", "type": "cooperative", "municipality": first, "is_local": "yes"},
        ),
        new("community", {"name": "Warme wijken", "theme": "neighbourhood_plan", "state": "active"}),
    ]


def _areas(first: str, second: str, parts: tuple[str, ...], year: int, polygon: Any) -> list[Edit]:
    here, there = {**AREA, "municipalities": (first,)}, {**AREA, "municipalities": (second,)}
    named = [
        {
            **here, "name": "Havenkwartier", "lead_state": "lead", "lead": "cooperatie-de-eendracht", "method_card": CARD,
            "community": "warme-wijken", "start": date(2022, 9, 1), "dwellings_count": 1250, "companies_count": 40,
            "location_codes": parts, "location_year": year, "aim": "Van het gas af in 2035.",
        },
        {**here, "name": "Bedrijvenpark Oost", "theme": "energy_hub", "lead_state": "no_lead", "polygon": polygon},
        {**here, "name": "Molenwijk", "state": "paused"},
        {**there, "name": HOSTILE, "theme": "energy_community"},
        {**there, "name": "Geheim plan", "visibility": "confidential"},
        {**there, "name": "Nog een idee", "visibility": "draft"},
    ]  # fmt: skip
    return [new("area_process", values) for values in named]


def _rich(id: str, first: str) -> list[Edit]:
    link = "https://raad.example.org/besluit/12"
    steps = [
        {"code": "W0", "planned": date(2022, 10, 1), "actual": date(2022, 9, 20), "evidence": link},
        {"code": "W1", "planned": date(2023, 3, 1), "actual": date(2023, 6, 15), "decided_by": "council", "link": link},
        {"code": "W2", "planned": date(2023, 9, 1), "actual": date(2023, 11, 1)},
        {
            "code": "W3", "planned": date(2025, 1, 1), "revised": date(2026, 6, 1), "revised_because": "Het net is vol",
            "blockage": "grid", "blockage_note": "Pas in 2029 ruimte <b>op het net</b>", "decided_by": "executive",
        },
        {"code": "W5", "planned": date(2027, 3, 1)},
    ]  # fmt: skip
    money = [
        {"kind": "cost", "label": "Warmtenet", "amount": 12_500_000, "price_level": 2025},
        {"kind": "cover", "label": "Rijk", "amount": 5_000_000, "price_level": 2025, "certainty": "committed", "financier": "Rijk",
         "decided_on": date(2025, 5, 1)},
        {"kind": "cover", "label": "Provincie", "amount": 2_000_000, "price_level": 2026, "certainty": "applied"},
        {"kind": "cover", "label": "Bewoners", "amount": 1_000_000, "price_level": 2026, "certainty": "expected"},
    ]  # fmt: skip
    judged = [("2023-05-01", "municipality", "1"), ("2024-05-01", "municipality", "2"), ("2026-03-01", "municipality", "3"),
              ("2024-06-01", "local", "1"), ("2026-03-01", "local", "1")]  # fmt: skip
    project = {
        "name": "Zonnepark Kade", "municipality": first, "area": id, "technology": "solar_field", "status": "permitted",
        "capacity": 12.5, "capacity_unit": "MW", "share_residents": 0.3, "share_public": 0.2, "share_unknown": 0.5,
        "permitted_on": date(2026, 2, 1), "owners": ("cooperatie-de-eendracht",),
    }  # fmt: skip
    decision = {"area": id, "municipality": first, "decided_by": "council"}
    return [
        *(new("milestone", {"area": id, **one}) for one in steps),
        *(new("role", {"area": id, "activity": activity, **letters}) for activity, letters in RACI.items()),
        *(new("finance_line", {"area": id, **one}) for one in money),
        *(
            new("ownership_assessment", {"area": id, "assessed_on": date.fromisoformat(day), "side": side, "level": level,
                                         "scale_version": "1", "assessor": "Projectgroep"})
            for day, side, level in judged
        ),
        new("cooperation_score", {"area": id, "scored_on": date(2026, 3, 1), "side": "municipality", "score": "4"}),
        new("cooperation_score", {"area": id, "scored_on": date(2026, 3, 1), "side": "local", "score": "2"}),
        new("participation", {"area": id, "held_on": date(2023, 2, 1), "about": "Startnotitie", "step": "3"}),
        new("decision", {**decision, "title": "Krediet warmtenet", "state": "planned", "decided_on": date(2027, 1, 20),
                         "signal": "De kosten zijn hoger dan gedacht", "effect": "Start van de bouw in 2028"}),
        new("decision", {**decision, "title": "Startnotitie", "state": "taken", "decided_on": date(2023, 6, 15), "link": link}),
        new("decision", {**decision, "title": "Geheim onderhandelingsmandaat", "state": "planned",
                         "decided_on": date(2026, 12, 1), "visibility": "confidential"}),
        new("project", project),
        new("lesson", {"community": "warme-wijken", "area": id, "title": "Begin met de bewoners", "learned_on": date(2024, 2, 1)}),
    ]  # fmt: skip
