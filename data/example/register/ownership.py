"""How much the local parties lead, how the cooperation goes, and who could join in: seen by both sides, which do not always agree."""

from datetime import date, timedelta

from data.example.register.areas import Area
from data.example.register.chance import TODAY, chance, evening, one_of, workday
from data.example.register.content import Content

_FROM_MUNICIPALITY = {
    "neighbourhood_plan": ("Programmaleider energietransitie", "Wijkregisseur", "Projectleider warmte"),
    "energy_hub": ("Programmaleider energietransitie", "Accountmanager bedrijven", "Beleidsadviseur energie"),
    "energy_community": ("Beleidsadviseur energie", "Gebiedsmakelaar buitengebied", "Programmaleider energietransitie"),
}
_LEVEL_OF = {"explore": 1, "organise": 2, "design": 2, "decide": 3, "finance": 3, "build": 3, "operate": 4}
_SEEN_BY_MUNICIPALITY = {
    1: ("Er komen vaste mensen naar de avonden; een mandaat hebben zij niet.", "Wel namen, nog geen afspraken."),
    2: ("Er ligt een intentieovereenkomst en de groep zit mee voor.", "Het plan is voor de helft van hun hand."),
    3: ("Er is een rechtspersoon en over het geld wordt samen besloten.", "Zonder hun stem gaat er niets door."),
    4: ("De leden beslissen, betalen en beheren; de gemeente volgt de cijfers.",),
}
_SEEN_OTHERWISE = {
    ("neighbourhood_plan", -1): (
        "Wij praten mee, maar het besluit valt in het stadhuis.",
        "De begroting zien wij pas als zij klaar is.",
        "Wij mogen kiezen uit wat al is uitgerekend.",
    ),
    ("energy_hub", -1): (
        "Wij tekenen, maar de voorwaarden staan al vast.",
        "De netbeheerder bepaalt het tempo, wij wachten.",
    ),
    ("energy_community", -1): (
        "Wij dragen het risico; de voorwaarden komen van anderen.",
        "De gemeente bepaalt de plek en het tempo.",
    ),
    ("neighbourhood_plan", 1): (
        "Wij regelen dit zelf; de gemeente ziet nog niet hoeveel.",
        "Het geld staat op onze rekening, dus wij beslissen.",
    ),
    ("energy_hub", 1): ("De leden beslissen al alles zelf.",),
    ("energy_community", 1): ("Wij regelen dit zelf; de gemeente ziet nog niet hoeveel.",),
}
"""What the local side writes beside a lower or a higher level than the municipality gives."""
_COOPERATION = {
    2: (
        "Afspraken worden niet nagekomen; wij horen dingen uit de krant.",
        "Drie projectleiders in twee jaar: wij beginnen steeds opnieuw.",
    ),
    3: ("Het overleg is goed, het tempo niet.", "Duidelijke afspraken, maar antwoorden duren lang."),
    4: ("Eén aanspreekpunt, dat werkt.", "Wij krijgen de ruimte en weten waar de grenzen liggen."),
    5: ("Wij bereiden de vergaderingen samen voor.",),
}


def add_ownership(content: Content, areas: list[Area]) -> None:
    """Adds assessments, cooperation scores and participation of areas that kept them up."""
    for area in areas:
        if area.plan.pace != "thin":
            _add_assessments(content, area)
            _add_scores(content, area)
            _add_participation(content, area)


def _days(area: Area, every: int, first: int) -> list[date]:
    """Dates on which something was assessed: about each year since the start, not in the last weeks."""
    day = area.start + timedelta(days=first)
    found = []
    while day < TODAY - timedelta(days=20):
        found.append(workday(day))
        day += timedelta(days=every + chance("days", area.id, len(found)).randint(-25, 40))
    return found[-3:]


def _level(area: Area, day: date) -> int:
    """What somebody who looks closely would give on that day."""
    if not area.lead:
        return 0 if area.happens(0.7, "level") else 1
    done = [one.step.ladder for one in area.moments if one.actual and one.actual <= day] or ["explore"]
    level = _LEVEL_OF[done[-1]]
    if area.plan.lead_type in ("residents", "owners_association") and area.plan.theme == "neighbourhood_plan":
        level = min(level, 2 if not area.happens(0.35, "mandate") else 3)
    if area.plan.lead_type == "housing_corporation":
        level = 1
    if area.plan.theme == "energy_community":
        level = min(4, level + 1)
    return level


def _add_assessments(content: Content, area: Area) -> None:
    if area.plan.lead_state == "unknown" or not area.happens(0.88, "assessed"):
        return
    gap = one_of((0, 0, 0, 0, 0, 0, -1, -1, -1, 1, -2), "gap", area.id)
    days = _days(area, 365, 150)
    falls = area.plan.pace == "stuck" and area.lead and len(days) > 1
    for day in days:
        level = _level(area, day)
        if falls and day == days[-1]:
            level = max(1, level - 1)
        _assess(content, area, day, "municipality", level, 0)
        if area.lead and area.happens(0.72, "both", day):
            _assess(content, area, workday(day + timedelta(days=9)), "local", min(4, max(1, level + gap)), gap)


def _assess(content: Content, area: Area, day: date, side: str, level: int, gap: int) -> None:
    otherwise = _SEEN_OTHERWISE.get((area.plan.theme, max(-1, min(1, gap))), ())
    seen = _SEEN_BY_MUNICIPALITY.get(level, ()) if side == "municipality" else otherwise
    content.add(
        "ownership_assessment",
        area=area.id,
        assessed_on=day,
        side=side,
        level=str(level),
        scale_version="1",
        assessor=_assessor(area, side),
        evidence=f"https://voorbeeld.example/eigenaarschap/{area.id}/{day.year}"
        if level > 0 and area.happens(0.6, "proof", side, day.year)
        else None,
        note=one_of(seen, "note", area.id, level) if seen and area.happens(0.45, "noted", side, day.year) else None,
    )


def _assessor(area: Area, side: str) -> str:
    if side == "municipality":
        return one_of(_FROM_MUNICIPALITY[area.plan.theme], "assessor", area.id)
    board = {"cooperative": "Bestuur", "business_association": "Bestuur", "owners_association": "Bestuur"}
    return f"{board.get(area.plan.lead_type, 'Kerngroep')} {area.plan.lead_name}"


def _add_scores(content: Content, area: Area) -> None:
    if not area.lead or not area.happens(0.7, "scored"):
        return
    own = one_of((3, 4, 4, 4, 5), "own score", area.id)
    theirs = own - one_of((0, 0, 0, 1, 1, 2), "their score", area.id)
    if area.plan.pace == "stuck":
        theirs -= 1
    for place, day in enumerate(_days(area, 300, 240)[-2:]):
        wobble = chance("wobble", area.id, place).choice((0, 0, 0, -1))
        for side, score, later in (("municipality", own + wobble, 0), ("local", theirs, 12)):
            if side == "local" and area.happens(0.15, "no answer", place):
                continue
            given = min(5, max(1, score))
            notes = _COOPERATION.get(given, ()) if side == "local" else ()
            content.add(
                "cooperation_score",
                area=area.id,
                scored_on=workday(day + timedelta(days=later)),
                side=side,
                score=str(given),
                assessor=_assessor(area, side),
                note=one_of(notes, "score note", area.id) if notes and place else None,
            )


def _add_participation(content: Content, area: Area) -> None:
    """What people could join in on, in the order of the subjects, between the steps that were reached."""
    days = [moment.actual for moment in area.moments[1:] if moment.actual]
    usual = (
        (2, 3, 3, 4) if not area.lead else (2, 3, 4, 4, 5) if area.plan.theme != "energy_community" else (4, 5, 5, 6)
    )
    for place, (day, about) in enumerate(zip(days[::2], area.approach.subjects, strict=False)):
        if not area.happens(0.8, "participation", place):
            continue
        held = evening(day - timedelta(days=chance("held", area.id, place).randint(12, 45)))
        content.add(
            "participation",
            area=area.id,
            held_on=max(held, area.start),
            about=about,
            step=str(one_of(usual, "step", area.id, place)),
            evidence=f"https://voorbeeld.example/verslag/{area.id}/{place + 1}"
            if area.happens(0.65, "report", place)
            else None,
            note=_turnout(area, place) if area.happens(0.45, "turnout told", place) else None,
        )


def _turnout(area: Area, place: int) -> str:
    """How many joined in: firms of a hub, people elsewhere."""
    if area.firms:
        return f"{chance('n', area.id, place).randint(3, area.firms)} van de {area.firms} bedrijven deden mee."
    return one_of(_TURNOUT, "turnout", area.id, place).format(n=chance("n", area.id, place).randint(14, 160))


_TURNOUT = (
    "{n} bewoners en ondernemers deden mee.",
    "Twee avonden, samen {n} mensen. De uitkomst is in het plan verwerkt.",
    "{n} reacties. Van elke reactie staat in het verslag wat ermee is gedaan.",
    "Een wandeling door het gebied en een avond in het buurthuis, {n} mensen.",
)
