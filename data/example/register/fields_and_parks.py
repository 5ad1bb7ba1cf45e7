"""The projects that no area process is behind: wind farms, fields of panels, roofs and batteries of developers, farmers and governments."""

from collections.abc import Iterator

from data.example.register.chance import chance, happens, one_of
from data.example.register.content import Content
from data.example.register.land import Land, Spot, Town
from data.example.register.parties import OF_SUN, OF_WIND, PUBLIC_ENERGY
from data.example.register.projects import Draft, add_project
from transition.domain.register.fields import slug

_WIND = {
    "GM9001": 2, "GM9002": 1, "GM9003": 2, "GM9007": 1, "GM9009": 1, "GM9011": 1, "GM9013": 1, "GM9014": 1, "GM9015": 2, "GM9016": 1,
    "GM9017": 2, "GM9018": 2, "GM9019": 1, "GM9022": 3, "GM9026": 2,
}  # fmt: skip
"""How many wind farms each municipality has or plans, beside the turbines of villages."""
_FIELDS_PER_TOWN = 2
_NO_RECORDS = ("GM9012", "GM9025")
_STATES = {
    "wind": (
        "realised",
        "realised",
        "realised",
        "realised",
        "realised",
        "building",
        "permitted",
        "developing",
        "cancelled",
    ),
    "later": ("permitted", "building", "developing", "developing", "permitted", "developing", "cancelled"),
}
_WHO = {
    "wind": ("developer", "developer", "farmers", "farmers", "mixed", "half", "unknown", "partly known"),
    "solar_field": ("developer", "developer", "developer", "half", "mixed", "farmers", "unknown", "partly known"),
}
_CANCELLED = (
    "Gestopt: de rechter vernietigde de vergunning.",
    "Gestopt: er kwam voor 2030 geen aansluiting.",
    "Gestopt: de grondeigenaar trok zich terug.",
    "Gestopt: de provincie wees het gebied aan als weidevogelgebied.",
)
_KNOWN_OF_OLD = {
    "GM9026": "Begonnen toen dit nog de gemeente Wulkmeer was.",
}
_FIELD_NAMES = ("Zonnepark {}", "Zonneveld {}", "Zonneweide {}", "Zonnepark {}")
_ROOFS = (
    ("GM9001", "Sporthal De Schelp", 140, 260),
    ("GM9008", "Scholengroep De Baken", 220, 480),
    ("GM9002", "Distributiecentrum Noordkade", 1_400, 3_200),
    ("GM9002", "Veilinghal Glaswaard", 900, 2_200),
    ("GM9009", "Zwembad De Branding", 180, 320),
    ("GM9013", "Gemeentewerf", 120, 300),
    ("GM9016", "Visafslag", 350, 700),
    ("GM9017", "Parkeerdak Stationsplein", 300, 650),
    ("GM9022", "Melkveebedrijven", 600, 1_300),
    ("GM9004", "Zorgcentrum Helmgras", 110, 220),
)
"""Large roofs, with the least and most panels (kWp) such a roof holds."""


def parks(land: Land, taken: list[Draft]) -> Iterator[Draft]:
    """All of them. `taken`: the projects of areas, whose fields of panels count in what a municipality has."""
    for town in land.towns.values():
        if town.code in _NO_RECORDS:
            continue
        yield from _wind(town)
        yield from _fields(town, taken)
    yield from _others(land)


def _open_spots(town: Town, subject: str) -> list[Spot]:
    """Places with room, each with its own name, in an order of chance."""
    found = {_bare(spot.name): spot for spot in town.buurten if spot.is_open}
    order = list(found.values())
    chance("spots", subject, town.code).shuffle(order)
    return order


def _bare(name: str) -> str:
    for word in ("Verspreide huizen ", "Polder ", "Buitengebied ", "Dorpskern "):
        name = name.removeprefix(word)
    return name


def _note(town: Town, status: str, *key: object) -> str | None:
    if status == "cancelled":
        return one_of(_CANCELLED, "cancelled", *key)
    return _KNOWN_OF_OLD.get(town.code) if happens(0.6, "old", *key) and status == "realised" else None


def _owners(division: str, technology: str, *key: object) -> tuple[str, ...]:
    """The companies that own it, as far as they are in the register."""
    if division == "public":
        return (slug(PUBLIC_ENERGY),)
    if division in ("unknown", "farmers", "companies", "not recorded"):
        return ()
    return (slug(one_of(OF_WIND if technology == "wind" else OF_SUN, "developer", *key)),)


def _wind(town: Town) -> Iterator[Draft]:
    for place, spot in enumerate(_open_spots(town, "wind")[: _WIND.get(town.code, 0)]):
        draw = chance("wind", town.code, place)
        status = one_of(_STATES["wind"], "wind status", town.code, place)
        turbines = draw.choice((3, 4, 4, 5, 6, 7, 9))
        each = draw.choice((2.35, 3.0, 3.6)) if status == "realised" else draw.choice((4.2, 4.5, 5.6))
        division = one_of(_WHO["wind"], "wind owners", town.code, place)
        name = f"Windpark {_bare(spot.name)}"
        yield Draft(
            name,
            town.code,
            "wind",
            status,
            round(turbines * each, 1),
            "MW",
            division,
            _owners(division, "wind", name),
            point=spot.point if happens(0.92, "located", name) else None,
            note=_note(town, status, name) or f"{turbines} turbines van {str(each).replace('.', ',')} MW.",
        )


def _fields(town: Town, taken: list[Draft]) -> Iterator[Draft]:
    """Built fields, together less than the statistics count in this municipality; and some that are still to come."""
    built = sum(
        one.capacity
        for one in taken
        if one.municipality == town.code and one.technology == "solar_field" and one.status == "realised"
    )
    room = town.field_kwp * 0.92 - built
    spots = iter(_open_spots(town, "solar"))
    for place in range(_FIELDS_PER_TOWN):
        draw = chance("field", town.code, place)
        size = float(round(min(room * draw.uniform(0.45, 0.7), 26_000), -2))
        if size < 900:
            break
        room -= size
        yield _field(town, next(spots), place, "realised", size)
    ahead = 0 if town.code in ("GM9006", "GM9023", "GM9024") else chance("ahead", town.code).choice((1, 1, 1, 2))
    for place in range(ahead):
        size = float(round(chance("ahead size", town.code, place).uniform(3_500, 19_000), -2))
        yield _field(town, next(spots), 10 + place, one_of(_STATES["later"], "later", town.code, place), size)


def _field(town: Town, spot: Spot, place: int, status: str, size: float) -> Draft:
    name = one_of(_FIELD_NAMES, "field name", town.code, place).format(_bare(spot.name))
    division = one_of(_WHO["solar_field"], "field owners", town.code, place)
    if status == "developing" and happens(0.3, "not yet", name):
        division = "not recorded"
    return Draft(
        name,
        town.code,
        "solar_field",
        status,
        size,
        "kWp",
        division,
        _owners(division, "solar_field", name),
        point=spot.point if happens(0.9, "located", name) else None,
        note=_note(town, status, name),
        visibility="confidential" if status == "developing" and happens(0.12, "hidden", name) else "public",
    )


def _others(land: Land) -> Iterator[Draft]:
    """Roofs, floating panels, batteries and a few things that are none of these."""
    for place, (town, what, least, most) in enumerate(_ROOFS):
        status = one_of(("realised", "realised", "permitted"), "roof", what)
        size = float(round(chance("roof size", what).uniform(least, most), -1))
        division = one_of(("companies", "public", "members", "unknown"), "roof owners", what)
        spot = land.towns[town].buurten[place]
        owners = _owners(division, "solar_roof", what) if division == "public" else ()
        yield Draft(f"Zonnedak {what}", town, "solar_roof", status, size, "kWp", division, owners, point=spot.point)
    yield _other(land, "GM9011", "Drijvend zonnepark Zandwinplas", "solar_water", "realised", 8_400, "kWp", "mixed")
    yield _other(land, "GM9016", "Drijvend zonnepark Spaarbekken", "solar_water", "permitted", 11_500, "kWp", "public")
    yield _other(land, "GM9001", "Batterij Noorderstation", "storage", "building", 20, "MW", "developer")
    yield _other(land, "GM9018", "Batterij Walviskaap", "storage", "developing", 12, "MW", "unknown")
    yield _other(land, "GM9022", "Vergister De Wierdijk", "other", "realised", 1.8, "MW", "companies")
    yield _other(land, "GM9017", "Getijdenturbine Haringgat", "other", "developing", 0.6, "MW", "mixed")
    yield _other(land, "GM9002", "Aardwarmte Kwelderkerke", "heat", "permitted", 16, "MW", "companies")
    yield _other(land, "GM9005", "Zonnepark Stortplaats Kokkelkerke", "solar_field", "building", 1_900, "kWp", "public")


def _other(
    land: Land, town: str, name: str, technology: str, status: str, size: float, unit: str, division: str
) -> Draft:
    spot = one_of(_open_spots(land.towns[town], name), "other", name)
    return Draft(
        name,
        town,
        technology,
        status,
        float(size),
        unit,
        division,
        _owners(division, technology, name),
        point=spot.point,
    )


def add_parks(content: Content, land: Land, taken: list[Draft]) -> list[Draft]:
    """Adds them, and returns them."""
    found = list(parks(land, taken))
    for draft in found:
        add_project(content, draft)
    return found
