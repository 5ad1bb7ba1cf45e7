"""Who does what in each area. In some, nothing was left for the local lead to do: the world as it was."""

from data.example.register.areas import Area
from data.example.register.content import Content
from data.example.register.method import activities_of
from transition.domain.register.choices import ACTORS

_WITHOUT_LEAD = {"design": "executive", "investment": "companies"}
"""Who is accountable for what the local lead would do, when there is none."""
_WORLD_A = (
    "Kompasbuurt",
    "Kwelderhoek",
    "Walvisvaarderswijk",
    "Dorpskern Haringambacht",
    "Agrohub Scholwolde",
    "Helmgrasbuurt",
    "Kustrand",
    "Mosselbuurt",
    "Centrum-Oud",
    "Getijdenbuurt",
    "Bedrijventerrein De Geul Kwelderstad",
    "Ziekenhuisterrein Nevelwerd",
)
"""Areas whose lead may talk along, and carries out nothing."""


def add_roles(content: Content, areas: list[Area]) -> None:
    """Adds a row per activity; none for areas that did not record who does what, a few for those that are half way."""
    for area in areas:
        if area.plan.pace in ("thin", "new") or area.happens(0.08, "no roles"):
            continue
        activities = activities_of(area.plan.theme)
        if area.happens(0.12, "some roles"):
            activities = activities[:4]
        for activity in activities:
            content.add("role", area=area.id, activity=activity, **_letters(area, activity))


def _letters(area: Area, activity: str) -> dict[str, str]:
    """The letters of the method, as this area changed them. Always one who is accountable."""
    letters = dict(area.card.roles[activity])
    if not area.lead:
        letters["local_lead"] = "C" if letters["local_lead"] in ("R", "RA", "S") else "I"
        if activity in _WITHOUT_LEAD:
            letters[_WITHOUT_LEAD[activity]] = "RA"
    elif is_world_a(area):
        letters["local_lead"] = "I" if activity in ("frames", "grid", "investment") else "C"
        if activity in _WITHOUT_LEAD:
            letters["executive"] = "A"
            letters["team"] = "R"
    elif activity == "area_choice" and area.plan.theme == "energy_community":
        letters |= {"council": "C", "executive": "C", "local_lead": "RA"}
    if area.plan.theme == "energy_hub":
        letters["state"] = "I"
        if activity == "plan":
            letters |= {"council": "I", "executive": "C", "local_lead": "RA" if _leads(area) else "C", "companies": "R"}
            if not _leads(area):
                letters["team"] = "RA"
    if area.happens(0.25, "shorter", activity):
        letters = {who: letter for who, letter in letters.items() if letter != "I"}
    return {who: letters[who] for who in ACTORS if who in letters}


def is_world_a(area: Area) -> bool:
    """Whether there is a local lead that has nothing to carry out."""
    return bool(area.lead) and area.plan.name in _WORLD_A


def _leads(area: Area) -> bool:
    return bool(area.lead) and not is_world_a(area)
