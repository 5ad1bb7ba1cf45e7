"""How each municipality steers: local ownership in its policy, and the checklist. Some answer 'unknown', three nothing at all."""

from datetime import date, timedelta

from data.example.register.chance import chance, council_day, happens, one_of, workday
from data.example.register.content import Content
from data.example.register.land import Land, Town
from transition.domain.register.choices import NORMS

_NO_CHECKLIST = ("GM9012", "GM9014", "GM9025")
_FEW_ANSWERS = ("GM9006", "GM9024")
_NO_POLICY = ("GM9012", "GM9024", "GM9025")
_HARD = ("areas_add_up", "roles_agreed", "money_covered", "adjusted", "evaluated")
"""Points that few municipalities meet."""
_NOTES = {
    ("goal_decided", "partly"): "Wel een jaar, nog geen getal.",
    ("areas_add_up", "partly"): "Voor warmte wel, voor opwek niet.",
    ("areas_add_up", "no"): "De plannen komen samen op iets meer dan de helft van het doel.",
    ("lead_named", "partly"): "In twee gebieden is de vraag nog niet gesteld.",
    ("roles_agreed", "no"): "De rollen staan in het hoofd van de projectleider.",
    ("roles_agreed", "partly"): "Afgesproken voor de wijken, niet voor de bedrijventerreinen.",
    ("milestones_dated", "partly"): "Alleen de eerstvolgende stap heeft een datum.",
    ("money_covered", "partly"): "Kosten bekend, dekking voor een derde toegezegd.",
    ("money_covered", "no"): "Er is nog geen doorrekening.",
    ("grid_checked", "partly"): "Eén keer besproken, in 2024.",
    ("participation_planned", "partly"): "Per project, niet vooraf.",
    ("measured", "partly"): "Voor elke wijk anders geteld.",
    ("council_informed", "no"): "De raad hoort het als er iets te besluiten valt.",
    ("council_informed", "partly"): "Wel resultaat, geen tempo.",
    ("adjusted", "no"): "Bij vertraging schuift de datum; er volgt geen besluit.",
    ("adjusted", "unknown"): "Niet terug te vinden in de besluitenlijst.",
    ("evaluated", "no"): "Gepland voor 2027.",
    ("evaluated", "unknown"): "Degene die dit weet is met pensioen.",
}


def add_steering(content: Content, land: Land) -> None:
    """Adds the policy and the checklists of the municipalities that keep them."""
    for town in land.towns.values():
        _add_policy(content, town)
        _add_checklist(content, town)


def _add_policy(content: Content, town: Town) -> None:
    """How well local ownership is anchored for sun and wind; newer decisions stand beside older ones."""
    if town.code in _NO_POLICY:
        return
    for technology in ("solar", "wind"):
        if technology == "wind" and happens(0.12, "no wind policy", town.code):
            continue
        draw = chance("policy", town.code, technology)
        level = draw.choice((0, 0, 1, 1, 1, 2, 2) if technology == "wind" else (0, 1, 1, 2, 2, 3))
        day = council_day(date(2021, 2, 1) + timedelta(days=draw.randint(0, 900)))
        _anchored(content, town, technology, level, day)
        if draw.random() < 0.55:
            later = council_day(date(2024, 9, 5) + timedelta(days=draw.randint(0, 760)))
            _anchored(content, town, technology, min(3, level + draw.choice((0, 1, 1, 2))), later)


def _anchored(content: Content, town: Town, technology: str, level: int, day: date) -> None:
    notes = {
        0: "Het woord 'lokaal eigendom' staat niet in het beleid.",
        1: "Er staat 'wij streven naar', zonder eis.",
        2: "Een eis voor nieuwe projecten, met een toets bij de vergunning.",
        3: "Een eis, een toets en een loket dat initiatieven helpt.",
    }
    content.add(
        "policy_anchoring",
        municipality=town.code,
        technology=technology,
        level=str(level),
        decided_on=day,
        document=f"https://voorbeeld.example/{town.code.lower()}/raad/{day.isoformat()}-lokaal-eigendom"
        if level
        else None,
        note=notes[level] if happens(0.6, "policy note", town.code, technology, day) else None,
    )


def _add_checklist(content: Content, town: Town) -> None:
    if town.code in _NO_CHECKLIST:
        return
    norms = list(NORMS)[:5] if town.code in _FEW_ANSWERS else list(NORMS)
    ahead = chance("checklist", town.code).random()
    answered = workday(date(2026, 2, 2) + timedelta(days=chance("answered", town.code).randint(0, 275)))
    for norm in norms:
        answer = _answer(town, norm, ahead)
        content.add(
            "checklist_item",
            municipality=town.code,
            norm=norm,
            answer=answer,
            answered_on=answered,
            evidence=f"https://voorbeeld.example/{town.code.lower()}/sturing/{norm.replace('_', '-')}"
            if answer in ("yes", "partly") and happens(0.62, "proof", town.code, norm)
            else None,
            note=_NOTES.get((norm, answer)) if happens(0.7, "noted", town.code, norm) else None,
        )


def _answer(town: Town, norm: str, ahead: float) -> str:
    """A municipality that is ahead meets more of them; some do not know."""
    if happens(0.08, "unknown", town.code, norm):
        return "unknown"
    chances = ahead * 0.8 + (0 if norm in _HARD else 0.25)
    drawn = chance("answer", town.code, norm).random()
    if drawn < chances:
        return "yes" if drawn < chances * 0.65 else "partly"
    return one_of(("no", "partly", "unknown") if norm in _HARD else ("partly", "no"), "less", town.code, norm)
