"""What comes out of a comparison, in Dutch: a link, a share of few, a funnel, who does better. Plain text: whoever shows it escapes it."""

from collections.abc import Mapping
from typing import cast

from transition.domain.indicators import Indicator
from transition.domain.register.choices import ACTIVITIES, LADDER, SIDES
from transition.domain.values import Gap
from transition.metrics.band import Band
from transition.metrics.comparison.better import Better, Decided, Doing, Found
from transition.metrics.comparison.funnel import Funnel, Place
from transition.metrics.comparison.interval import Link, Shows
from transition.metrics.comparison.ownership_speed import OwnershipAndSpeed
from transition.metrics.no_number import NoNumber, Why
from transition.views import gap_text, text

_STRONG = 0.5
"""A weaker link than this leaves many exceptions."""
NO_CAUSE = "Dit laat niet zien wat de oorzaak is: een derde ding kan beide bepalen."
NOT_WHICH_FIRST = "Ook het omgekeerde kan: waar het snel gaat, nemen lokale partijen eerder de leiding."
"""Beside ownership against speed, when there is a link."""
PLACES = {
    Place.UNKNOWN: "geen cijfer",
    Place.BELOW_998: "ver onder het midden",
    Place.BELOW_95: "onder het midden",
    Place.INSIDE: "binnen de grenzen",
    Place.ABOVE_95: "boven het midden",
    Place.ABOVE_998: "ver boven het midden",
}
"""Where an area lies in a funnel."""
READING = (
    "Hoe kleiner het gebied, hoe meer een cijfer door toeval schommelt; daarom lopen de grenzen links uit elkaar. "
    "Binnen de binnenste grenzen vallen ongeveer 19 van de 20 gebieden, binnen de buitenste bijna alle."
)
"""'Zo leest u dit', under a funnel."""


def link(found: Link | Gap, one: str, other: str) -> list[str]:
    """What a rank correlation shows, how sure, and what it does not show; a sentence each. one, other: 'eigenaarschap', 'snelheid'."""
    if isinstance(found, Gap):
        return [_no_link(found, "gebieden", one, other)]
    often = "vaak" if abs(found.rho) >= _STRONG else "iets vaker"
    said = {
        Shows.TOGETHER: f"Gebieden met meer {one} hebben {often} ook meer {other}.",
        Shows.OPPOSITE: f"Gebieden met meer {one} hebben {often} minder {other}.",
        Shows.NOT_CLEAR: f"Er is geen duidelijk verband te zien tussen {one} en {other}.",
    }[found.shows]
    basis, *sure = _how_sure(found, "gebieden")
    return [basis, said, *sure]


def of_figures(shows: Shows, rho: float, many: str, one: str, other: str) -> str:
    """What two figures show together, without a full stop. many: 'gemeenten'; one, other: names of figures, 'Gas per woning'."""
    if shows is Shows.NOT_CLEAR:
        return f"Tussen ‘{one}’ en ‘{other}’ is geen duidelijk verband te zien"
    often = "vaak" if abs(rho) >= _STRONG else "iets vaker"
    other_is = "hoger" if shows is Shows.TOGETHER else "lager"
    return f"In {many} waar ‘{one}’ hoger is, is ‘{other}’ {often} {other_is}"


def link_of_figures(found: Link | Gap, many: str, one: str, other: str) -> list[str]:
    """As `link`, beside the sentence of `of_figures`: on what it rests, how sure, and what it does not show."""
    return [_no_link(found, many, f"‘{one}’", f"‘{other}’")] if isinstance(found, Gap) else _how_sure(found, many)


def _how_sure(found: Link, many: str) -> list[str]:
    """many: 'gebieden'."""
    low, high = (text.number(end, 2) for end in (found.band.low, found.band.high))
    return [
        f"Dit rust op {found.n} van de {found.of} {many}: van de andere is niet beide bekend."
        if found.n < found.of
        else f"Dit rust op alle {found.n} {many}.",
        f"De samenhang is {text.number(found.rho, 2)} op een schaal van −1 tot 1; waarschijnlijk tussen {low} en {high}.",
        NO_CAUSE if found.shows is not Shows.NOT_CLEAR else "Dat wil niet zeggen dat er geen verband is.",
    ]


def ownership_and_speed(found: OwnershipAndSpeed) -> list[str]:
    """Whose view the ownership is, what speed is, and what the two show together; a sentence each."""
    whose = f"Eigenaarschap is hier het niveau (0 tot en met 4) volgens de {SIDES[found.side].lower()}."
    speed = "Snelheid is het aantal stappen op de gezamenlijke ladder per jaar, sinds het begin van het gebied."
    said = link(found.link, "eigenaarschap", "snelheid")
    shown = not isinstance(found.link, Gap) and found.link.shows is not Shows.NOT_CLEAR
    return [whose, speed, *said, *([NOT_WHICH_FIRST] if shown else [])]


def share(count: int, of: int, band: Band | Gap, what: str) -> str:
    """'3 van de 8 gebieden met een trekker. Bij zo weinig gebieden …'; what: 'gebieden met een trekker'."""
    if isinstance(band, Gap):
        return "Er zijn geen gebieden om een deel van te geven."
    low, high = (text.quantity(end * 100, "%") for end in (band.low, band.high))
    return f"{count} van de {of} {what}. Bij zo weinig gevallen past door toeval alles van {low} tot {high} daarbij."


def funnel(found: Funnel) -> list[str]:
    """What the limits mean here; a sentence each."""
    outside = [place for place in found.places if place not in (Place.INSIDE, Place.UNKNOWN)]
    said = [f"{len(outside)} van de {found.known} gebieden vallen buiten de grenzen."]
    if len(outside) == 1:
        said = [f"1 van de {found.known} gebieden valt buiten de grenzen."]
    if found.differs_more_than_chance:
        said.append(
            f"De gebieden verschillen meer dan door toeval kan: daarmee alleen vielen er {found.outside_chance} buiten. "
            "De grenzen laten daarom ruimte voor gewone verschillen tussen gebieden."
        )
    else:
        said.append("Wat daarbinnen ligt, kan door toeval verschillen.")
    unknown = found.places.count(Place.UNKNOWN)
    return [*said, *([f"Van {unknown} is er geen cijfer."] if unknown else [])]


def better(found: Better, indicator: Indicator, within: str) -> str:
    """Who does better, in one sentence. within: of `comparison_text.group`."""
    if found.found is Found.NO_DIRECTION:
        return (
            f"Bij ‘{indicator.short}’ is meer niet beter en minder ook niet. Daarom is er niemand die het beter doet."
        )
    if found.found is Found.NO_FIGURE:
        return "Zonder cijfers is niet te zien wie het beter doet."
    if found.found is Found.NOBODY:
        return f"Onder {within} doet geen van de {found.known} andere met een cijfer het beter."
    verb = "doet" if found.count == 1 else "doen"
    return f"Onder {within} {verb} {found.count} van de {found.known} andere met een cijfer het beter."


def doing(found: Doing) -> list[str]:
    """What is recorded of one that does better; a sentence each. Not recorded is not the same as not done."""
    if not found.is_recorded:
        return [f"Van {found.name} is niets vastgelegd. Dat zegt niet dat daar niets gebeurt."]
    said = (
        [_phases(found), f"Trekker: {_leads(found)}.", _roles(found), _money(found)]
        if found.areas
        else ["Er is geen gebied vastgelegd."]
    )
    said += [f"{name}: {told}." for name, told in _decisions(found).items() if told]
    return [*said, *_overdue(found)]


def aspects(found: Doing) -> dict[str, str]:
    """The same by subject, to lay two of them side by side: what is not recorded says so."""
    areas = len(found.areas)
    if not areas:
        of_areas = dict.fromkeys(("Hoe ver", "Trekker", "Wie doet wat", "Geld"), "geen gebied vastgelegd")
    else:
        of_areas = {
            "Hoe ver": _phases(found),
            "Trekker": f"{_leads(found)}.",
            "Wie doet wat": _roles(found),
            "Geld": _money(found),
        }
    decisions = {name: f"{told}." if told else "niet vastgelegd" for name, told in _decisions(found).items()}
    late = {"Over de datum": " ".join(_overdue(found))} if found.overdue else {}
    return {"Gebieden": text.number(areas) if areas else "niet vastgelegd", **of_areas, **decisions, **late}


def _decisions(found: Doing) -> dict[str, str]:
    return {
        "Laatste besluit": _decided(found.taken[0]) if found.taken else "",
        "Volgende besluit": _decided(found.planned[0]) if found.planned else "",
    }


def _overdue(found: Doing) -> list[str]:
    if not found.overdue:
        return []
    some = "1 gepland besluit is" if len(found.overdue) == 1 else f"{len(found.overdue)} geplande besluiten zijn"
    return [f"{some} over de datum."]


def _no_link(gap: Gap, many: str, one: str, other: str) -> str:
    if isinstance(gap, NoNumber) and gap.why is Why.TOO_FEW_CASES:
        found, needed = (int(cast("float", gap.facts[name])) for name in ("found", "needed"))
        some = "is 1 gebied" if found == 1 else f"zijn {found} {many}"
        return f"Er {some} met zowel {one} als {other}. Onder de {needed} kan elk verband toeval zijn."
    if isinstance(gap, NoNumber) and gap.why is Why.NO_FIGURE:
        return f"Alle {many} zijn gelijk in {one} of in {other}. Dan is er geen verband te zien."
    return gap_text.sentence(gap)


def _areas(count: int) -> str:
    return "1 gebied" if count == 1 else f"{text.number(count)} gebieden"


def _part(count: int, of: int) -> str:
    return (
        "het ene gebied"
        if count == of == 1
        else f"alle {of} gebieden"
        if count == of
        else f"{count} van de {_areas(of)}"
    )


def _phases(found: Doing) -> str:
    if not found.placed:
        return f"Van {_areas(len(found.areas))} is geen stap vastgelegd."
    spread = text.enumeration([f"{count} bij {LADDER[phase].lower()}" for phase, count in found.phases.items()])
    return f"Van {_part(found.placed, len(found.areas))} is bekend hoe ver: {spread}."


def _leads(found: Doing) -> str:
    words: Mapping[str, str] = {"lead": "met een lokale trekker", "no_lead": "zonder", "unknown": "niet vastgelegd"}
    return text.enumeration([f"{n} {words[one]}" for one, n in found.leads.items() if n])


def _roles(found: Doing) -> str:
    if not found.with_roles:
        return "Wie wat doet, is niet vastgelegd."
    of = f"van de {_areas(found.with_roles)} met rollen"
    if not found.carries_out:
        return f"De lokale trekker voert {of} nergens iets uit."
    most = sorted(found.carries_out.items(), key=lambda one: -one[1])[:2]
    return (
        f"De lokale trekker voert uit, {of}: {text.enumeration([f'{ACTIVITIES[id].lower()} ({n})' for id, n in most])}."
    )


def _money(found: Doing) -> str:
    covered = found.money.covered
    if isinstance(covered, NoNumber):
        return f"Dekking: {gap_text.short(covered)}."
    part = text.quantity(round(covered * 100), "%")
    return f"Van de kosten is {part} toegezegd; dat is bekend van {_part(found.money.with_cover, found.money.of)}."


def _decided(one: Decided) -> str:
    return f"{one.title} ({text.day(one.on.isoformat())})"
