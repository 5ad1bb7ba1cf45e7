"""The area processes: the plans made by hand, each with its place on the map, its size and its aim."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import shapely
import shapely.geometry

from data.example.register.approaches import APPROACHES, Approach
from data.example.register.chance import chance, one_of
from data.example.register.content import Content
from data.example.register.land import BEFORE_MERGER, CODES_OF, Land, Town
from data.example.register.method import Card
from data.example.register.plans import Plan
from data.example.register.steps import Moment, add_milestones, moments
from transition.domain.register.fields import Value, slug
from transition.views import text

_PAUSED = ("Stationskwartier", "Visserijkade")
_FIRMS = {"Kassengebied Prielzijl": 13, "Industrieterrein Rietpolder": 12, "Havenhub Doggerhaven": 22}
"""How many companies there are, where a text says something of it."""
_MANY = {1: "Eén molen", 2: "Twee molens", 3: "Drie molens"}
_STOPPED = ("Rendierwerd Verwarmt",)
_HIDDEN = {
    "Datadok Sluiseiland": "confidential",
    "Zeeschuim Deelt": "draft",
    "Meeuwenzand Deelt": "draft",
    "Haven Haringmade": "confidential",
}


@dataclass(frozen=True)
class Area:
    """An area that was recorded, with all that other records need to know of it. `size`: of its project, in the unit of its approach."""

    id: str
    plan: Plan
    town: Town
    approach: Approach
    homes: int
    size: float
    lead: str
    community: str
    card: Card
    moments: Sequence[Moment]
    point: tuple[float, float]
    gas: float
    firms: int

    @property
    def start(self) -> date:
        return self.moments[0].actual or self.moments[0].expected or date.min

    @property
    def place_on_ladder(self) -> int:
        """How many steps were reached, the first one not counted."""
        return sum(1 for moment in self.moments if moment.actual) - 1

    def reached(self, code: str) -> date | None:
        """When the step was reached; None when it was not."""
        return next((one.actual for one in self.moments if one.step.code == code), None)

    def happens(self, part: float, *key: object) -> bool:
        """Chance with this area in its key."""
        return chance(*key, self.id).random() < part


def add_areas(
    content: Content, land: Land, plans: Sequence[Plan], communities: Mapping[Plan, str], cards: Mapping[str, Card]
) -> list[Area]:
    """Adds every area with its milestones. `communities`: of each plan that is in one. `cards`: by community, else by theme."""
    found = []
    for plan in plans:
        community = communities.get(plan, "")
        own = cards.get(community)
        if own and own.valid_from and (moments(plan, own.steps)[0].actual or date.max) < own.valid_from:
            own = None  # this area began before its community had a card of its own
        found.append(_add(content, land, plan, community, own or cards[plan.theme]))
    return found


def _add(content: Content, land: Land, plan: Plan, community: str, card: Card) -> Area:
    found = moments(plan, card.steps)
    town = land.towns[plan.municipality]
    approach = APPROACHES[plan.approach]
    draw = chance("area", plan.municipality, plan.name)
    place = _place(land, plan)
    homes = _homes(land, town, plan)
    firms = _FIRMS.get(plan.name) or draw.randint(*approach.firms) if plan.theme == "energy_hub" else 0
    size = plan.size or _size(approach, draw.random())
    lead = slug(plan.lead_name)
    id = content.add(
        "area_process",
        name=plan.name,
        theme=plan.theme,
        municipalities=plan.municipalities,
        community=community or None,
        method_card=card.id,
        state=_state(plan, found),
        start=found[0].actual,
        lead_state=plan.lead_state,
        lead=lead or None,
        dwellings_count=homes if homes and plan.theme != "energy_hub" else None,
        companies_count=firms or None,
        aim=_aim(plan, approach, homes, firms, size, found) if plan.pace != "thin" else None,
        note=plan.note if plan.note and not plan.blockage else None,
        visibility=_HIDDEN.get(plan.name, "public"),
        **place,
    )
    add_milestones(content, id, plan, found)
    point, gas = _point(town, plan), _gas(town, plan)
    return Area(id, plan, town, approach, homes, size, lead, community, card, found, point, gas, firms)


def _state(plan: Plan, found: Sequence[Moment]) -> str:
    if plan.name in _PAUSED:
        return "paused"
    if plan.name in _STOPPED:
        return "stopped"
    return "finished" if all(moment.actual for moment in found) else "running"


def _size(approach: Approach, between: float) -> float:
    low, high = approach.size
    if approach.technology == "wind":  # whole turbines of 4.2 MW
        return round(low * (1 + round(between * (high / low - 1))), 1)
    size = low + (high - low) * between
    return float(round(size / 10) * 10) if approach.unit == "kWp" else round(size, 1)


def _spot_codes(plan: Plan) -> list[str]:
    """The codes of its places. An end of a code is of the first municipality; of another one the whole code is given."""
    stem, ends = plan.municipality[2:], plan.place.removeprefix("draw ").split(",")
    return [end if end.startswith("BU") else f"{'BU' if len(end) == 4 else 'WK'}{stem}{end}" for end in ends]


def _place(land: Land, plan: Plan) -> dict[str, Value]:
    if plan.place.startswith("former "):
        former = land.former[plan.place.removeprefix("former ")]
        return {"location_codes": (former.code,), "location_year": BEFORE_MERGER}
    if plan.place.startswith("draw "):
        return {"polygon": _drawn(shapely.union_all([land.shapes[code] for code in _spot_codes(plan)]))}
    return {"location_codes": tuple(_spot_codes(plan)), "location_year": CODES_OF}


def _point(town: Town, plan: Plan) -> tuple[float, float]:
    """A point in the area: latitude, longitude."""
    if plan.place.startswith("former "):
        return town.by_name[plan.name].point
    known = {spot.code: spot.point for spot in (*town.wijken, *town.buurten)}
    return known[_spot_codes(plan)[0]]


def _drawn(shape: shapely.Geometry) -> dict[str, object]:
    """What somebody would draw inside this buurt: a simple outline that stays within it."""
    width = shape.area**0.5
    inner = shape.buffer(-0.14 * width).simplify(0.05 * width)
    parts = [part for part in getattr(inner, "geoms", [inner]) if not part.is_empty]
    whole = max(parts or [shape.simplify(0.02 * width)], key=lambda part: part.area)
    ring = [[round(x, 5), round(y, 5)] for x, y in shapely.geometry.Polygon(whole.exterior).exterior.coords]
    return {"type": "Polygon", "coordinates": [ring]}


def _homes(land: Land, town: Town, plan: Plan) -> int:
    towns = [land.towns[code] for code in plan.municipalities]
    known = {spot.code: spot.dwellings for one in towns for spot in (*one.wijken, *one.buurten)}
    if plan.place.startswith("former "):
        return town.by_name[plan.name].dwellings
    return sum(known[code] for code in _spot_codes(plan))


def _gas(town: Town, plan: Plan) -> float:
    """m3 of gas per dwelling in 2020 in the first of its places; 0 when that is hidden."""
    if plan.place.startswith("former "):
        return town.by_name[plan.name].gas
    return {spot.code: spot.gas for spot in (*town.wijken, *town.buurten)}[_spot_codes(plan)[0]]


def _aim(plan: Plan, approach: Approach, homes: int, firms: int, size: float, found: Sequence[Moment]) -> str:
    last = found[-1].expected or found[0].planned
    year = max(2030 if plan.theme == "neighbourhood_plan" else 2027, last.year if last else 2030)
    if found[-1].actual and found[-1].planned:
        year = found[-1].planned.year + 1
    if approach.unit == "kWp" and size >= 1000:
        told = text.quantity(size / 1000, "MWp", 1)
    else:
        told = text.quantity(size, approach.unit, 0 if approach.unit == "kWp" else 1)
    sentence = one_of(approach.aims, "aim", plan.name)
    turbines = _MANY.get(round(size / 4.2), "Enkele molens") if approach.technology == "wind" else ""
    told = told.replace("\u00a0", " ")  # in what people type there are plain spaces
    return sentence.format(
        homes=text.number(homes), place=plan.name, year=year, firms=firms, size=told, turbines=turbines
    )
