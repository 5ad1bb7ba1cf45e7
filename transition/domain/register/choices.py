"""The lists people choose from: code -> Dutch label. A code never changes its meaning; a label may be worded better."""

THEMES = {
    "energy_hub": "Energiehub",
    "neighbourhood_plan": "Wijkuitvoeringsplan",
    "energy_community": "Energiegemeenschap",
    "other": "Ander thema",
}
PARTY_TYPES = {
    "residents": "Bewonerscollectief",
    "cooperative": "Energiecoöperatie",
    "business_association": "Ondernemersvereniging",
    "company": "Bedrijf",
    "farmer": "Agrariër",
    "housing_corporation": "Woningcorporatie",
    "owners_association": "Vereniging van eigenaars",
    "grid_operator": "Netbeheerder",
    "municipality": "Gemeente",
    "province": "Provincie",
    "regional_body": "Regionale samenwerking",
    "development_company": "Ontwikkelingsmaatschappij",
    "water_board": "Waterschap",
    "heat_company": "Warmtebedrijf",
    "other": "Anders",
}
LOCAL_PARTY_TYPES = frozenset(
    ("residents", "cooperative", "business_association", "company", "farmer", "owners_association")
)
"""Kinds of parties that can be a local lead; a municipality or a grid operator cannot."""
YES_NO_UNKNOWN = {"yes": "Ja", "no": "Nee", "unknown": "Onbekend"}
COMMUNITY_STATES = {"preparing": "In voorbereiding", "active": "Actief", "ended": "Afgerond"}
AREA_STATES = {"running": "Loopt", "paused": "Stilgelegd", "stopped": "Gestopt", "finished": "Afgerond"}
LEAD_STATES = {"lead": "Er is een trekker", "no_lead": "Geen trekker", "unknown": "Niet vastgelegd"}
BLOCKAGES = {
    "grid": "Stroomnet",
    "permit": "Vergunning",
    "decision": "Besluit",
    "money": "Geld",
    "support": "Draagvlak",
    "lead": "Geen trekker",
    "capacity": "Te weinig mensen",
    "other": "Iets anders",
}
DECIDERS = {
    "council": "Gemeenteraad",
    "executive": "College van burgemeester en wethouders",
    "province": "Provincie",
    "local": "Lokale trekker of leden",
    "grid_operator": "Netbeheerder",
    "region": "Gemeenten, provincie en waterschappen samen",
    "state": "Het Rijk",
    "other": "Iemand anders",
}
ACTORS = {
    "council": "Raad",
    "executive": "College of wethouder",
    "team": "Ambtelijk team",
    "local_lead": "Lokale trekker of collectief",
    "grid_operator": "Netbeheerder",
    "region": "Provincie of energieregio",
    "companies": "Woningcorporatie of bedrijven",
    "state": "Rijk",
}
ACTIVITIES = {
    "frames": "Kaders en doelen",
    "area_choice": "Gebied kiezen",
    "design": "Oplossing ontwerpen",
    "plan": "Uitvoeringsplan",
    "designation": "Aanwijzen in het omgevingsplan",
    "investment": "Investeren in het gebied",
    "grid": "Ruimte op het stroomnet",
    "monitoring": "Resultaat en snelheid volgen",
}
LETTERS = {
    "A": "A: eindverantwoordelijk",
    "R": "R: voert uit",
    "RA": "R/A: voert uit en is eindverantwoordelijk",
    "S": "S: helpt mee",
    "C": "C: geeft advies",
    "I": "I: wordt geïnformeerd",
}
FINANCE_KINDS = {"cost": "Kosten", "cover": "Dekking"}
CERTAINTIES = {"committed": "Toegezegd, met besluit", "applied": "Aangevraagd", "expected": "Verwacht"}
SIDES = {"municipality": "Gemeente", "local": "Lokale partij"}
OWNERSHIP_LEVELS = {
    "0": "0 Geen trekker",
    "1": "1 Betrokken",
    "2": "2 Mede-ontwerper",
    "3": "3 Mede-eigenaar",
    "4": "4 Eigenaar",
}
SCORES = {"1": "1 Slecht", "2": "2 Matig", "3": "3 Voldoende", "4": "4 Goed", "5": "5 Uitstekend"}
PARTICIPATION_STEPS = {
    "1": "1 Informeren",
    "2": "2 Raadplegen",
    "3": "3 Adviseren",
    "4": "4 Samen maken",
    "5": "5 Meebeslissen",
    "6": "6 Zelf organiseren",
}
DECISION_STATES = {"planned": "Gepland", "taken": "Genomen"}
TECHNOLOGIES = {
    "wind": "Wind op land",
    "solar_field": "Zon op veld",
    "solar_water": "Zon op water",
    "solar_roof": "Collectief zonnedak",
    "heat": "Warmte",
    "storage": "Opslag",
    "other": "Anders",
}
COUNTED_TECHNOLOGIES = frozenset(("wind", "solar_field", "solar_water"))
"""What counts for local ownership: generation on land and water. Roofs and heat do not."""
CAPACITY_UNITS = {"MW": "MW", "kWp": "kWp"}
PROJECT_STATES = {
    "developing": "In ontwikkeling",
    "permitted": "Vergund",
    "building": "In aanbouw",
    "realised": "Gerealiseerd",
    "cancelled": "Gestopt",
}
TARGET_SCOPES = {"national": "Landelijk", "regional": "Regionaal", "municipal": "Gemeentelijk", "area": "Gebied"}
TARGET_INDICATORS = {
    "renewable_on_land_gwh": "Zon en wind op land (GWh per jaar)",
    "solar_capacity_kwp": "Zonnevermogen (kWp)",
    "gas_free_dwellings_count": "Woningen zonder aardgas (aantal)",
    "gas_use_m3_per_dwelling": "Gasverbruik per woning (m³)",
    "district_heating_pct": "Woningen op een warmtenet (%)",
    "local_ownership_pct": "Lokaal eigendom van de opwek (%)",
}
ANCHORING_TECHNOLOGIES = {"solar": "Zon", "wind": "Wind"}
ANCHORING_CLASSES = {"0": "0 Niet", "1": "1 Zwak", "2": "2 Goed", "3": "3 Optimaal"}
ANSWERS = {"yes": "Ja", "partly": "Deels", "no": "Nee", "unknown": "Onbekend"}
NORMS = {
    "goal_decided": "Het doel is vastgesteld, met een jaar en een getal",
    "areas_add_up": "De plannen van de gebieden tellen op tot het doel",
    "lead_named": "Elk gebied heeft een trekker, of er staat dat die er niet is",
    "roles_agreed": "Wie wat doet en beslist is afgesproken",
    "milestones_dated": "Elk gebied heeft mijlpalen met een datum",
    "money_covered": "De kosten en de dekking zijn bekend",
    "grid_checked": "Met de netbeheerder is besproken wat er op het stroomnet kan",
    "participation_planned": "Vooraf is bepaald waarover inwoners meebeslissen",
    "measured": "De voortgang wordt elk jaar gemeten",
    "council_informed": "De raad krijgt elk jaar een verslag van resultaat en snelheid",
    "adjusted": "Als het achterloopt, volgt er een besluit",
    "evaluated": "De aanpak is met de lokale partijen geëvalueerd",
}
LADDER = {
    "explore": "Verkennen",
    "organise": "Organiseren",
    "design": "Ontwerpen",
    "decide": "Besluiten",
    "finance": "Geld rondmaken",
    "build": "Uitvoeren",
    "operate": "In bedrijf",
}
"""The common ladder: every method's phases map to one of these steps, so that areas of unlike themes can be compared."""
PHASE_NEEDS = {"always": "Altijd", "if_needed": "Als het nodig is"}
SCALE_VERSIONS = {"1": "Schaal 1 (niveaus 0 tot en met 4)"}
