"""The projects that came out of areas: dates and owners follow those of the area."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from data.example.register.areas import Area
from data.example.register.chance import TODAY, one_of, workday
from data.example.register.parties import HEAT_COMPANIES
from data.example.register.projects import Draft
from transition.domain.register.fields import slug


def of_areas(areas: Sequence[Area]) -> list[Draft]:
    """The projects that came out of areas that are far enough to have one."""
    return [draft for area in areas if (draft := _of_area(area))]


_HEAT_OWNERS = ("half", "public", "developer", "members")


def _of_area(area: Area) -> Draft | None:
    technology = area.approach.technology
    if not technology or area.plan.pace in ("thin", "new"):
        return None
    build = {"neighbourhood_plan": _of_neighbourhood, "energy_hub": _of_hub, "energy_community": _of_community}
    draft = build[area.plan.theme](area)
    hidden = area.plan.name in ("Haven Haringmade",)
    return replace(draft, visibility="confidential") if draft and hidden else draft


def _expected(area: Area, code: str) -> date | None:
    """When the step that ends the building is expected; None when that day has passed, or the step was reached."""
    days = [one.expected for one in area.moments if one.step.code == code and not one.actual]
    return days[0] if days and days[0] and days[0] > TODAY else None


def _of_community(area: Area) -> Draft | None:
    if not area.reached("G2"):
        return None
    g1, g3, g4, g5, g6 = (area.reached(code) for code in ("G1", "G3", "G4", "G5", "G6"))
    status = (
        "realised"
        if g6
        else "building"
        if g5 or (g4 and area.happens(0.4, "building"))
        else "permitted"
        if g3
        else "developing"
    )
    spade = workday(g5 - timedelta(days=170)) if g5 else workday(g4 + timedelta(days=30)) if g4 else None
    if spade and g4:
        spade = max(spade, g4)
    if status == "building" and spade and spade > TODAY:
        spade = TODAY - timedelta(days=14)
    days = {
        "started_on": g1,
        "permitted_on": g3,
        "building_from": spade if status in ("building", "realised") else None,
        "realised_on": g6,
        "expected_on": _expected(area, "G6"),
    }
    names = {
        "wind": "Windproject",
        "solar_field": "Zonneveld",
        "solar_water": "Drijvend zonneveld",
        "solar_roof": "Zonnedaken",
        "heat": "Dorpswarmtenet",
        "storage": "Batterij",
    }
    is_heat = area.approach.technology == "heat"
    return Draft(
        name=area.plan.name
        if area.approach.technology == "solar_roof"
        else f"{names[area.approach.technology]} {area.plan.name}",
        municipality=area.plan.municipality,
        technology=area.approach.technology,
        status=status,
        capacity=round(area.homes * 0.0042, 1) if is_heat else area.size,
        unit=area.approach.unit,
        division=_division(area),
        owners=(area.lead,) if area.lead else (),
        area=area.id,
        point=_point(area),
        days=days,
        homes=area.homes if is_heat else 0,
    )


def _division(area: Area) -> str:
    if area.plan.lead_type == "farmer":
        return "farmers"
    return "half" if area.approach.technology == "solar_water" or area.happens(0.2, "half") else "members"


def _of_hub(area: Area) -> Draft | None:
    if not area.reached("H4"):
        return None
    h3, h4, h5, h6 = (area.reached(code) for code in ("H3", "H4", "H5", "H6"))
    status = "realised" if h6 else "building" if h5 else "permitted"
    days = {
        "started_on": h3,
        "permitted_on": h4,
        "building_from": workday(h5 + timedelta(days=45)) if h5 else None,
        "realised_on": h6,
        "expected_on": _expected(area, "H6"),
    }
    if h5 and not h6 and days["building_from"] and days["building_from"] > TODAY:
        status, days["building_from"] = "permitted", None
    return Draft(
        name=f"Batterij {area.plan.name}",
        municipality=area.plan.municipality,
        technology="storage",
        status=status,
        capacity=area.size,
        unit="MW",
        division="companies" if area.happens(0.7, "owners") else "not recorded",
        owners=(area.lead,) if area.lead else (),
        area=area.id,
        point=_point(area),
        days=days,
    )


def _of_neighbourhood(area: Area) -> Draft | None:
    w4, w6, w8, w10 = (area.reached(code) for code in ("W4", "W6", "W8", "W10"))
    if not area.reached("W6"):
        return None
    status = "realised" if w10 else "building" if w8 else "permitted"
    members = area.plan.lead_type == "cooperative"
    company = slug(HEAT_COMPANIES[area.town.res])
    return Draft(
        name=f"Warmtenet {area.plan.name}",
        municipality=area.plan.municipality,
        technology="heat",
        status=status,
        capacity=round(area.homes * 0.0034, 1),
        unit="MW",
        division="half" if members else one_of(_HEAT_OWNERS[1:3], "heat", area.id),
        owners=(area.lead, company) if members else (company,),
        area=area.id,
        point=_point(area),
        days={
            "started_on": w4,
            "permitted_on": w6,
            "building_from": w8,
            "realised_on": w10,
            "expected_on": _expected(area, "W10"),
        },
        homes=area.homes,
    )


def _point(area: Area) -> tuple[float, float] | None:
    """A point in the area, where somebody recorded one."""
    return area.point if area.happens(0.88, "located") else None
