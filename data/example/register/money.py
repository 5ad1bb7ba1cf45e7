"""What each area costs, and where the money comes from: promised by decision, applied for, or hoped for."""

from datetime import date, timedelta

from data.example.register.areas import Area
from data.example.register.chance import TODAY, chance, rounded, workday
from data.example.register.content import Content
from data.example.register.parties import HEAT_COMPANIES, PROVINCES

_FROM_STEP = {"neighbourhood_plan": 3, "energy_hub": 2, "energy_community": 2}
"""How many steps before anyone knows what it costs."""
_BANK = "Streekbank Dogger"
_BEFORE = {
    "Gemeente": (0.6, 0.0),
    "Provincie": (0.35, 0.45),
    "SpUk Lokale Aanpak Isolatie": (0.5, 0.4),
    "ISDE (subsidie voor woningen en bedrijven)": (0.0, 0.3),
    "WIS (investeringen in warmtenetten)": (0.15, 0.6),
    "Stimuleringsprogramma Energiehubs": (0.4, 0.5),
    "Investering van het warmtebedrijf": (0.1, 0.0),
    "Eigenaren en bewoners": (0.0, 0.0),
    "Deelnemende bedrijven": (0.3, 0.0),
    "Inleg van leden": (0.45, 0.0),
    "Lening van een bank": (0.0, 0.5),
}
"""How often cover is promised, and how often applied for, while the money is not yet together."""
_SCHEMES_SINCE = date(2023, 6, 1)
"""Before, the subsidies of now were not there; the first neighbourhoods were pilots."""
_PILOT = "Proeftuin aardgasvrije wijken"
_TOO_MUCH = ("Schelpenwijk",)
_NO_DATE = ("Oude Haven", "Agrohub Sterntjeswolde", "Dorpsmolen Stormoord")


def add_money(content: Content, areas: list[Area]) -> None:
    """Adds lines of cost and of cover, for areas that are far enough to know."""
    for area in areas:
        if area.plan.pace in ("thin", "new"):
            continue
        if area.place_on_ladder < _FROM_STEP[area.plan.theme]:
            if area.happens(0.6, "process money"):
                _add_process_money(content, area)
            continue
        if not area.happens(0.07, "no money"):
            _add_lines(content, area, *_LINES[area.plan.theme](area))


def _add_process_money(content: Content, area: Area) -> None:
    amount = rounded(chance("process", area.id).uniform(35_000, 140_000), 5_000)
    cost(content, area, "Voorbereiding en begeleiding", amount)
    decided = workday(area.start + timedelta(days=60))
    cover(content, area, "Gemeente", amount, "committed", f"Gemeente {area.town.name}", decided)


def _add_lines(
    content: Content, area: Area, costs: list[tuple[str, float]], covers: list[tuple[str, float, str]]
) -> None:
    """Costs as they are; covers are (label, share of all costs, financier)."""
    total = sum(amount for _, amount in costs)
    for label, amount in costs:
        cost(content, area, label, amount)
    rest = total * (1 - _gap(area))
    for place, (label, share, who) in enumerate(covers):
        is_last = place == len(covers) - 1
        amount = rest if is_last else min(rest, rounded(total * share, 1_000 if total < 2_000_000 else 10_000))
        if amount < 1_000:
            break
        rest -= amount
        certainty = _certainty(area, label)
        decided = _decided(area, label) if certainty == "committed" and area.plan.name not in _NO_DATE else None
        cover(content, area, label, round(amount, -3), certainty, who, decided)


def _gap(area: Area) -> float:
    """The part of the costs for which nobody has found money yet; below zero once, where there is more than needed."""
    if area.plan.name in _TOO_MUCH:
        return -0.12
    short = area.plan.blockage == "money"
    if _is_financed(area):
        return 0.12 if short else 0.0
    return chance("gap", area.id).uniform(0.1, 0.35) + (0.2 if short else 0)


def _is_financed(area: Area) -> bool:
    """Whether the money was together, or the work began; costs may have risen after."""
    done = {moment.step.ladder for moment in area.moments if moment.actual}
    return bool(done & {"finance", "build", "operate"})


def _certainty(area: Area, label: str) -> str:
    """Before the money is together, governments promise first, banks and owners last."""
    if _is_financed(area):
        return "committed"
    promised, asked = _BEFORE.get(label, (0.1, 0.35))
    drawn = chance("certainty", area.id, label).random()
    return "committed" if drawn < promised else "applied" if drawn < promised + asked else "expected"


def _decided(area: Area, label: str = "") -> date:
    """Some weeks after the last step that was reached on the way to the money."""
    on_the_way = ("organise", "design", "decide")
    together = [moment.actual for moment in area.moments if moment.actual and moment.step.ladder == "finance"]
    steps = together[:1] or [one.actual for one in area.moments if one.actual and one.step.ladder in on_the_way]
    day = (steps[-1] if steps else area.start) + timedelta(days=chance("decided", area.id, label).randint(0, 40))
    return workday(min(day, TODAY - timedelta(days=10)))


def _of_neighbourhood(area: Area) -> tuple[list[tuple[str, float]], list[tuple[str, float, str]]]:
    draw = chance("money", area.id)
    network, insulation, at_home = (draw.uniform(*span) * area.homes for span in area.approach.costs)
    is_heat = area.approach.technology == "heat"
    first = "Warmtenet of andere warmtevoorziening" if is_heat else "Verzwaring van het stroomnet"
    costs = [
        (first, rounded(network, 10_000)),
        ("Isolatie en aanpassing van woningen", rounded(insulation + at_home, 10_000)),
        ("Voorbereiding en begeleiding", rounded(area.homes * draw.uniform(260, 520), 5_000)),
        ("Onvoorzien", rounded((network + insulation + at_home) * 0.06, 10_000)),
    ]
    town, owners = f"Gemeente {area.town.name}", "Bewoners en verhuurders"
    covers = [("Gemeente", 0.05, town)]
    if _decided(area) < _SCHEMES_SINCE and _is_financed(area):
        return costs, [*covers, (_PILOT, 0.27, "Rijk"), ("Eigenaren en bewoners", 0.68, owners)]
    covers.append(("SpUk Lokale Aanpak Isolatie", 0.12, "Rijk"))
    if is_heat:
        covers += [
            ("WIS (investeringen in warmtenetten)", 0.16, "Rijk"),
            ("Lening van een bank", 0.35, _BANK)
            if area.plan.approach == "small_network"
            else ("Investering van het warmtebedrijf", 0.35, HEAT_COMPANIES[area.town.res]),
            ("Eigenaren en bewoners", 0.32, owners),
        ]
    else:
        covers += [
            ("ISDE (subsidie voor woningen en bedrijven)", 0.21, "Rijk"),
            ("Eigenaren en bewoners", 0.62, owners),
        ]
    return costs, covers


def _of_hub(area: Area) -> tuple[list[tuple[str, float]], list[tuple[str, float, str]]]:
    draw = chance("money", area.id)
    equipment, measuring = (rounded(draw.uniform(*span), 10_000) for span in area.approach.costs)
    costs = [
        ("Opslag en opwek", equipment),
        ("Meten en sturen", measuring),
        ("Rechtspersoon en contracten", rounded(draw.uniform(25_000, 60_000), 5_000)),
        ("Voorbereiding en begeleiding", rounded(draw.uniform(45_000, 95_000), 5_000)),
    ]
    return costs, [
        ("Stimuleringsprogramma Energiehubs", 0.08, PROVINCES[area.town.provincie]),
        ("Provincie", 0.14, PROVINCES[area.town.provincie]),
        ("Deelnemende bedrijven", 0.38, "Deelnemende bedrijven"),
        ("Lening van een bank", 0.40, _BANK),
    ]


def _of_community(area: Area) -> tuple[list[tuple[str, float]], list[tuple[str, float, str]]]:
    draw = chance("money", area.id)
    per = draw.uniform(*area.approach.costs[0])
    many = area.homes * 0.8 if area.plan.approach == "village_heat" else area.size or 1
    build = rounded(per * many, 5_000)
    costs = [("Installatie", build), ("Voorbereiding en begeleiding", rounded(min(build * 0.06, 380_000), 1_000))]
    if area.approach.technology in ("wind", "solar_field", "solar_water", "storage"):
        costs.append(("Aansluiting en stroomnet", rounded(build * draw.uniform(0.04, 0.09), 5_000)))
    members, region = area.plan.lead_name or "Leden", PROVINCES[area.town.provincie]
    if area.plan.approach == "village_heat":
        covers = [("WIS (investeringen in warmtenetten)", 0.30, "Rijk"), ("Lening van een bank", 0.62, _BANK)]
    elif area.plan.approach == "sharing":
        covers = [("Provincie", 0.92, region)]
    elif area.plan.approach == "roofs":
        covers = [("Lening van een bank", 0.66, _BANK), ("Gemeente", 0.06, f"Gemeente {area.town.name}")]
    else:
        covers = [("Lening van een bank", 0.74, _BANK), ("Provincie", 0.04, region)]
    rest = round(1 - sum(share for _, share, _ in covers), 2)
    return costs, [("Inleg van leden", rest, members), *covers]


_LINES = {"neighbourhood_plan": _of_neighbourhood, "energy_hub": _of_hub, "energy_community": _of_community}


def cost(content: Content, area: Area, label: str, amount: float) -> None:
    """A line of cost."""
    content.add("finance_line", area=area.id, kind="cost", label=label, amount=amount, price_level=_price_level(area))


def cover(
    content: Content, area: Area, label: str, amount: float, certainty: str, who: str, decided: date | None
) -> None:
    """A line of cover."""
    content.add(
        "finance_line",
        area=area.id,
        kind="cover",
        label=label,
        amount=amount,
        price_level=_price_level(area),
        certainty=certainty,
        financier=who,
        decided_on=decided,
        evidence=f"https://voorbeeld.example/geld/{area.id}" if decided and area.happens(0.6, "proof", label) else None,
    )


def _price_level(area: Area) -> int:
    """The year of the decision on the money; before that, of the last step."""
    return _decided(area).year
