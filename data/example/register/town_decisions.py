"""Decisions about a whole municipality: the heat programme that the law asks for this year, policy, people, reports."""

from dataclasses import dataclass
from datetime import date

from data.example.register.chance import TODAY, chance, council_day, happens, one_of, workday
from data.example.register.content import Content
from data.example.register.decisions import HEARD
from data.example.register.land import Land, Town
from transition.domain.register.fields import slug

_WITHOUT = ("GM9012", "GM9014", "GM9025")
_HEAT_PROGRAMME_ON = (
    date(2026, 12, 10),
    date(2026, 12, 17),
    date(2026, 12, 17),
    date(2026, 10, 1),
    date(2026, 11, 5),
    date(2026, 6, 18),
)


@dataclass(frozen=True)
class Subject:
    """Something part of the municipalities decide on, between two days."""

    title: str
    who: str
    part: float
    first: date
    last: date
    signal: str
    effect: str


_HEAT_PROGRAMME = Subject(
    "Warmteprogramma vaststellen",
    "council",
    1.0,
    *(date(2026, 6, 18), date(2026, 12, 17)),
    "De wet vraagt een programma voor het einde van 2026.",
    "Voor elke wijk is bekend wanneer zij aan de beurt is en welke oplossing voor de hand ligt.",
)
_SUBJECTS = (
    Subject(
        "Beleid voor lokaal eigendom van zon en wind",
        "council",
        0.7,
        *(date(2022, 3, 1), date(2027, 5, 1)),
        "Ontwikkelaars vragen grond aan zonder dat de omgeving kan meedoen.",
        "Ten minste de helft van nieuwe wind en zon is van de omgeving.",
    ),
    Subject(
        "Begroting {year}: vaste ploeg voor de warmtetransitie",
        "council",
        0.55,
        *(date(2023, 11, 2), date(2026, 11, 6)),
        "Drie van de vijf wijken wachten op een projectleider.",
        "Elke wijk heeft een eigen projectleider voor ten minste twee jaar.",
    ),
    Subject(
        "Jaarlijks verslag aan de raad over resultaat en tempo",
        "executive",
        0.4,
        *(date(2024, 4, 1), date(2026, 10, 20)),
        "De raad vroeg bij motie om cijfers per gebied.",
        "Elk voorjaar ligt er een verslag van vier bladzijden.",
    ),
    Subject(
        "Convenant met de netbeheerder",
        "executive",
        0.45,
        *(date(2024, 9, 1), date(2027, 3, 1)),
        "Plannen van wijken en van de netbeheerder liepen langs elkaar heen.",
        "Elk half jaar één lijst van wat het eerst wordt aangesloten.",
    ),
)


def add_town_decisions(content: Content, land: Land) -> None:
    """Adds the decisions of every municipality that keeps a log."""
    for town in land.towns.values():
        if town.code in _WITHOUT:
            continue
        day = council_day(one_of(_HEAT_PROGRAMME_ON, "heat", town.code))
        _add(content, town, _HEAT_PROGRAMME, day, is_late=happens(0.3, "late heat", town.code))
        for subject in _SUBJECTS:
            if happens(subject.part, subject.title, town.code):
                _add(content, town, subject, _day(town, subject))


def _day(town: Town, subject: Subject) -> date:
    day = subject.first + (subject.last - subject.first) * chance("day", subject.title, town.code).random()
    if "{year}" in subject.title:  # a budget is decided on in November
        day = date(day.year, 11, 5)
    return council_day(day) if subject.who == "council" else workday(day)


def _add(content: Content, town: Town, subject: Subject, day: date, is_late: bool = False) -> None:
    """What lies in the past was decided, unless `is_late`: it should have been, and nobody recorded that it was."""
    is_taken = day <= TODAY and not is_late
    title = subject.title.format(year=day.year + 1)
    has_link = is_taken and happens(0.75, "link", town.code, title)
    content.add(
        "decision",
        municipality=town.code,
        decided_on=day,
        title=title,
        state="taken" if is_taken else "planned",
        decided_by=subject.who,
        signal=subject.signal,
        effect=subject.effect,
        link=f"https://voorbeeld.example/{town.code.lower()}/{HEARD[subject.who]}/{slug(title)}" if has_link else None,
        visibility="public",
    )
