"""The six communities: who leads them, which areas are in them, when they met and what they learned."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.example.register.areas import Area
from data.example.register.chance import happens
from data.example.register.content import Content
from data.example.register.land import Land
from data.example.register.parties import GRID_OPERATORS, PROVINCES, REGIONS
from data.example.register.plans import Plan
from transition.domain.register.fields import slug


@dataclass(frozen=True)
class Community:
    """One community, decided by hand. It takes areas of its theme in its `regions`."""

    key: str
    name: str
    theme: str
    region: str
    regions: tuple[str, ...]
    start: date
    state: str
    co_hosts: tuple[str, ...]
    note: str


COMMUNITIES = (
    Community(
        "hubs_west", "Hubkring Zilverkust", "energy_hub", "ES91", ("ES91",), date(2024, 3, 14), "active",
        (GRID_OPERATORS["ES91"], PROVINCES["PV90"]),
        "Bedrijventerreinen, kassen en havens die samen ruimte zoeken op het stroomnet.",
    ),
    Community(
        "hubs_north", "Stroom op Eigen Terrein", "energy_hub", "PV91", ("ES92", "ES93"), date(2024, 9, 19), "active",
        ("Ontwikkelingsmaatschappij Dogger", GRID_OPERATORS["ES93"]),
        "Van agrohub tot industriehaven; opgezet door de ontwikkelingsmaatschappij.",
    ),
    Community(
        "heat_west", "Warmte langs de Kust", "neighbourhood_plan", "ES91", ("ES91",), date(2023, 10, 5), "active",
        (REGIONS["ES91"], "Woonstichting De Vuurboei"),
        "Wijken die van het gas gaan, en de vraag wie daarin de leiding heeft.",
    ),
    Community(
        "heat_east", "Wijkwarmte Barnsteen", "neighbourhood_plan", "ES92", ("ES92",), date(2022, 11, 17), "active",
        (REGIONS["ES92"],),
        "Begonnen in Barnsteen, nu in heel Midden-Dogger. Werkt met gelote bewonerspanels.",
    ),
    Community(
        "villages_north", "Dorpskracht Noorderbank", "energy_community", "ES93", ("ES93",), date(2023, 3, 16), "active",
        (PROVINCES["PV91"], "Noorderbank Lokaal"),
        "Dorpen met een eigen molen, zonneveld of warmtenet, en gemeenten die hun ruimte willen geven.",
    ),
    Community(
        "villages_east", "Lokaal aan Zet Midden-Dogger", "energy_community", "ES92", ("ES92",), date(2027, 1, 21), "preparing",
        ("Waterschap Dogger en Duin", REGIONS["ES92"]),
        "Begint in januari 2027. De eerste lessen zijn verzameld bij de voorbereiding.",
    ),
)  # fmt: skip
_MEMBERS = {
    "neighbourhood_plan": ("Wonen Barnsteen", "Woningstichting Noordwal"),
    "energy_hub": ("Zuivelfabriek De Roompot", "Koelhuis Noordervis"),
    "energy_community": ("Waterschap Noorderbank", "Waterschap Dogger en Duin"),
}
"""Who takes part beside municipalities and the leads of areas, by theme."""


def members_of(plans: Sequence[Plan], land: Land) -> dict[Plan, str]:
    """The community (its id) of each plan that is in one. Not every area joins."""
    found = {}
    for plan in plans:
        region = land.towns[plan.municipality].res
        for one in COMMUNITIES:
            part = 0.35 if one.state == "preparing" else 0.86
            fits = one.theme == plan.theme and region in one.regions
            if fits and (plan.name in _taught(one.key) or happens(part, "joins", plan.municipality, plan.name)):
                found[plan] = slug(one.name)
    return found


def _rows(file: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def _taught(key: str) -> set[str]:
    """The areas this community learned from."""
    return {row["area"] for row in _rows("lessons.csv") if row["community"] == key}


def add_communities(content: Content, communities: Mapping[Plan, str]) -> None:
    """Adds the communities, with the municipalities and leads of their areas."""
    for one in COMMUNITIES:
        plans = [plan for plan, id in communities.items() if id == slug(one.name)]
        towns = sorted({code for plan in plans for code in plan.municipalities})
        leads = sorted({slug(plan.lead_name) for plan in plans if plan.lead_name})
        others = [slug(name) for name in _MEMBERS[one.theme] if happens(0.5, "member", one.key, name)]
        content.add(
            "community",
            name=one.name,
            theme=one.theme,
            region=one.region,
            start=one.start,
            state=one.state,
            co_hosts=tuple(slug(name) for name in one.co_hosts),
            municipalities=tuple(towns),
            members=tuple(sorted({*leads, *others})),
            note=one.note,
            visibility="public",
        )


def add_sessions_and_lessons(content: Content, areas: Sequence[Area]) -> None:
    """Adds what the communities did together and learned."""
    ids = {one.key: slug(one.name) for one in COMMUNITIES}
    for row in _rows("sessions.csv"):
        content.add(
            "session",
            community=ids[row["community"]],
            held_on=date.fromisoformat(row["held_on"]),
            title=row["title"],
            participants_count=int(row["participants"]),
            summary=row["summary"],
            link=f"https://voorbeeld.example/communities/{ids[row['community']]}/{row['held_on']}"
            if happens(0.75, "report", row["title"])
            else None,
        )
    by_name = {(area.plan.name, area.community): area.id for area in areas}
    for row in _rows("lessons.csv"):
        community = ids[row["community"]]
        content.add(
            "lesson",
            community=community,
            area=by_name[row["area"], community] if row["area"] else None,
            learned_on=date.fromisoformat(row["learned_on"]),
            title=row["title"],
            text=row["text"],
            visibility=row["visibility"],
        )
