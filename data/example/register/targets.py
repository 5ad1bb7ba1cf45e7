"""The goals: of the land, the regions, the municipalities and areas. In one region they add up, in another they do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.example.register.areas import Area
from data.example.register.chance import chance, council_day, happens, rounded
from data.example.register.content import Content
from data.example.register.land import Land, Town
from transition.domain.register.fields import slug

_ACCORD = date(2019, 6, 28)
_BID_ON = date(2021, 6, 24)
_BIDS = {"ES91": (720, 130), "ES92": (900, 160), "ES93": (980, 170)}
"""Per energy region the bid for 2030 and what there was in 2018, in GWh."""
_ADD_UP_TO = {"ES91": 1.03, "ES92": 0.71, "ES93": 0.94}
"""What the goals of the municipalities are together, as a part of the bid."""
_WITHOUT = ("GM9012", "GM9014", "GM9024", "GM9025")
"""Municipalities that recorded no goal."""
_HELD_BACK = ("GM9023",)


@dataclass(frozen=True)
class Goal:
    """One goal for 2030 of the land, a region or a municipality."""

    scope: str
    code: str
    indicator: str
    value: float
    decided_on: date
    decided_by: str = "council"
    baseline: float | None = None
    baseline_year: int | None = None
    note: str | None = None
    visibility: str = "public"


def add_targets(content: Content, land: Land, areas: Sequence[Area]) -> None:
    """Adds the goals from the land down to areas."""
    for goal in (
        Goal(
            "national",
            "DG01",
            "renewable_on_land_gwh",
            1_700,
            _ACCORD,
            "state",
            460,
            2018,
            "Akkoord van het Rijk en de provincies.",
        ),
        Goal(
            "national", "DG01", "local_ownership_pct", 50, _ACCORD, "state", 24, 2020, "Een streven, geen verplichting."
        ),
    ):
        _add(content, goal)
    for region, (bid, before) in _BIDS.items():
        note = "Bod in de energiestrategie."
        _add(content, Goal("regional", region, "renewable_on_land_gwh", bid, _BID_ON, "region", before, 2018, note))
        towns = [town for town in land.towns.values() if town.res == region and town.code not in _WITHOUT]
        _add_bids(content, towns, bid * _ADD_UP_TO[region], before)
    for town in land.towns.values():
        if town.code not in _WITHOUT:
            _add_others(content, town)
    _add_of_areas(content, areas)


def _weight(town: Town) -> float:
    """A municipality with much room bids more than one with many people."""
    return sum(spot.km2 for spot in town.buurten if spot.is_open) * chance("bid", town.code).uniform(0.75, 1.25)


def _between(first: date, last: date, *key: object) -> date:
    """A day on which a council met."""
    return council_day(first + (last - first) * chance("between", *key).random())


def _add_bids(content: Content, towns: Sequence[Town], together: float, before: float) -> None:
    """What each municipality wants to contribute, in proportion to its room."""
    whole = sum(map(_weight, towns))
    goals = [round(together * _weight(town) / whole) for town in towns]
    goals[0] += round(together) - sum(goals)
    for town, goal in zip(towns, goals, strict=True):
        known = happens(0.8, "baseline", town.code)
        _add(
            content,
            Goal(
                "municipal",
                town.code,
                "renewable_on_land_gwh",
                goal,
                _between(date(2021, 3, 1), date(2022, 12, 1), "goal", town.code),
                baseline=round(before * goal / together * 0.9) if known else None,
                baseline_year=2018 if known else None,
                visibility="draft" if town.code in _HELD_BACK else "public",
            ),
        )


def _add_others(content: Content, town: Town) -> None:
    """Goals for heat and panels, each above what was measured; and for local ownership, in about half of the municipalities."""
    draw = chance("homes", town.code)
    day = _between(date(2021, 10, 1), date(2026, 10, 1), "others", town.code)
    before = round(town.dwellings * town.gas_free_pct / 100)
    goal = rounded(before + town.dwellings * draw.uniform(0.08, 0.17), 50)
    _add(
        content,
        Goal("municipal", town.code, "gas_free_dwellings_count", goal, day, "council", before, 2022, "Met nieuwbouw."),
    )
    if draw.random() < 0.4:
        gas = round(town.gas * draw.uniform(0.72, 0.85), -1)
        _add(content, Goal("municipal", town.code, "gas_use_m3_per_dwelling", gas, day, "executive"))
    if draw.random() < 0.45:
        kwp = rounded(town.solar_kwp * draw.uniform(1.3, 1.7), 1_000)
        note = "Alle panelen, ook op kleine daken."
        _add(content, Goal("municipal", town.code, "solar_capacity_kwp", kwp, day, note=note))
    if draw.random() < 0.5:
        _add(content, Goal("municipal", town.code, "local_ownership_pct", 50, day, note="Voor nieuwe projecten."))


def _add_of_areas(content: Content, areas: Sequence[Area]) -> None:
    """Goals of neighbourhoods: dwellings off gas, or less gas per dwelling. Some areas have none."""
    for area in areas:
        is_told = area.plan.theme == "neighbourhood_plan" and area.plan.pace != "thin"
        is_told &= area.plan.approach != "hybrid" or area.gas > 0
        if not is_told or not area.happens(0.7, "target"):
            continue
        last = next((one.expected or one.actual for one in area.moments if one.step.code == "W10"), None)
        decided = area.reached("W5")
        place = f"{area.town.code.lower()}/raad/uitvoeringsplan-{slug(area.plan.name)}"
        content.add(
            "target",
            scope="area",
            area=area.id,
            **_of_area(area),
            year=2026 if area.plan.pace == "done" else max(2030, last.year) if last else 2032,
            decided_by="council" if decided else None,
            decided_on=decided,
            document=f"https://voorbeeld.example/{place}" if decided else None,
            visibility="public",
        )


def _of_area(area: Area) -> dict[str, str | float]:
    draw = chance("area goal", area.id)
    if area.plan.approach == "hybrid":
        goal = round(area.gas * draw.uniform(0.4, 0.55), -1)
        return {"indicator": "gas_use_m3_per_dwelling", "baseline": area.gas, "baseline_year": 2020, "value": goal}
    part = 1.0 if area.plan.pace == "done" else draw.choice((0.6, 0.7, 0.75, 0.8))
    return {"indicator": "gas_free_dwellings_count", "value": float(round(area.homes * part))}


def _add(content: Content, goal: Goal) -> None:
    subject = goal.indicator.replace("_", "-")
    has_document = happens(0.8, "document", goal.code, goal.indicator)
    content.add(
        "target",
        scope=goal.scope,
        code=goal.code,
        indicator=goal.indicator,
        baseline=None if goal.baseline is None else float(goal.baseline),
        baseline_year=goal.baseline_year,
        value=float(goal.value),
        year=2030,
        decided_by=goal.decided_by,
        decided_on=goal.decided_on,
        document=f"https://voorbeeld.example/{goal.code.lower()}/doel/{subject}" if has_document else None,
        note=goal.note,
        visibility=goal.visibility,
    )
