"""Who takes part: governments, companies and grid operators by hand; the leads of areas as the plans name them."""

from datetime import date

from data.example.register.chance import chance, one_of
from data.example.register.content import Content
from data.example.register.land import Land
from data.example.register.plans import Plan
from transition.domain.register.fields import slug

PROVINCES = {"PV90": "Provincie Zuiderbank", "PV91": "Provincie Noorderbank"}
REGIONS = {
    "ES91": "Energieregio Zilverkust",
    "ES92": "Energieregio Midden-Dogger",
    "ES93": "Energieregio Noorderbank en Eilanden",
}
GRID_OPERATORS = {"ES91": "Dogger Net Zuid", "ES92": "Dogger Net Zuid", "ES93": "Noorderbank Net"}
OF_WIND = ("Wiekenland Ontwikkeling", "Noordbries Energie")
OF_SUN = ("Zilverzon Projecten", "Helder Veld Zonneparken", "Noordbries Energie")
PUBLIC_ENERGY = "Doggerse Energie (van de gemeenten)"
HEAT_COMPANIES = {"ES91": "Kustwarmte", "ES92": "Warmtebedrijf Midden-Dogger", "ES93": "Warmtebedrijf Midden-Dogger"}
_OTHERS = (
    ("Ontwikkelingsmaatschappij Dogger", "development_company"),
    ("Waterschap Dogger en Duin", "water_board"),
    ("Waterschap Noorderbank", "water_board"),
    ("Noorderbank Lokaal", "other"),
    ("Woonstichting De Vuurboei", "housing_corporation"),
    ("Wonen Barnsteen", "housing_corporation"),
    ("Woningstichting Noordwal", "housing_corporation"),
    ("Zuivelfabriek De Roompot", "company"),
    ("Koelhuis Noordervis", "company"),
)
_NOTES = {
    "Noorderbank Lokaal": "Koepel van de coöperaties op de Noorderbank.",
    PUBLIC_ENERGY: "Een bedrijf dat helemaal van de gemeenten in Midden-Dogger is.",
}
_LOCAL = ("cooperative", "residents", "business_association", "farmer", "owners_association", "company")
_MEMBERS = {
    "cooperative": (90, 680),
    "residents": (15, 70),
    "business_association": (12, 85),
    "farmer": (5, 24),
    "owners_association": (3, 14),
}
_COUNTED = (date(2025, 12, 31), date(2026, 6, 30), date(2024, 12, 31))


def add_parties(content: Content, land: Land, plans: list[Plan]) -> None:
    """Adds everyone whom an area, a community or a project names."""
    for town in land.towns.values():
        content.add("party", name=f"Gemeente {town.name}", type="municipality", municipality=town.code, is_local="no")
    for names, type in ((PROVINCES, "province"), (REGIONS, "regional_body"), (GRID_OPERATORS, "grid_operator")):
        for name in dict.fromkeys(names.values()):
            content.add("party", name=name, type=type, is_local="no", website=website(name))
    for name in dict.fromkeys(HEAT_COMPANIES.values()):
        content.add("party", name=name, type="heat_company", is_local="no", website=website(name))
    for name in dict.fromkeys((*OF_WIND, *OF_SUN, PUBLIC_ENERGY)):
        content.add("party", name=name, type="company", is_local="no", website=website(name), note=_NOTES.get(name))
    for name, type in _OTHERS:
        content.add("party", name=name, type=type, is_local="no", website=website(name), note=_NOTES.get(name))
    for plan in plans:
        if plan.lead_name:
            _add_lead(content, plan)


def _add_lead(content: Content, plan: Plan) -> None:
    name, type = plan.lead_name, plan.lead_type
    draw = chance("party", name)
    least, most = _MEMBERS.get(type, (0, 0))
    knows_members = most > 0 and draw.random() < 0.8
    is_cooperative = type == "cooperative"
    content.add(
        "party",
        name=name,
        type=type,
        municipality=plan.municipality,
        is_local="yes" if type in _LOCAL else "no",
        is_energy_community=one_of(("yes", "unknown", "unknown", "no"), "law", name) if is_cooperative else None,
        members_count=draw.randint(least, most) if knows_members else None,
        members_on=one_of(_COUNTED, "counted", name) if knows_members else None,
        website=website(name) if is_cooperative or draw.random() < 0.4 else None,
    )


def website(name: str) -> str:
    """An address that goes nowhere."""
    return f"https://voorbeeld.example/{slug(name)}"
