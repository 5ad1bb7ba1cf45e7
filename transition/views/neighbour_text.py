"""Why municipalities are alike, in Dutch: facts with both figures. Plain text: whoever shows it as HTML or Markdown escapes it."""

from collections.abc import Sequence

from transition.domain.values import Gap
from transition.metrics.comparison.neighbours import Choice, Likeness, Neighbour, Neighbours, Sort
from transition.metrics.no_number import NoNumber, Why
from transition.views import text

CHOICES = {
    Choice.GENERAL: "algemeen",
    Choice.HOMES: "woningen",
    Choice.SPACE: "ruimte voor opwek",
}
"""What the likeness is for."""
TRAITS = {
    "population": ("inwoners", "", 0),
    "people_per_km2": ("inwoners per km² land", "", 0),
    "land_km2": ("oppervlakte land", "km²", 0),
    "people_per_household": ("inwoners per huishouden", "", 2),
    "people_per_dwelling": ("inwoners per woning", "", 2),
    "gas_m3_per_dwelling": ("gas per woning", "m³", 0),
    "electricity_kwh_per_dwelling": ("elektriciteit per woning", "kWh", 0),
    "small_solar_wp_per_inhabitant": ("kleine zonnepanelen per inwoner", "Wp", 0),
    "large_solar_kwp_per_km2": ("grote zonnepanelen per km² land", "kWp", 0),
}
"""Trait -> name, unit, decimals."""
NOT_THERE = ("inkomen", "bouwjaar van woningen", "aandeel koopwoningen", "stedelijkheid")
"""What would make municipalities alike too, and of which the data has no figures."""


def facts(likenesses: Sequence[Likeness], most: int = 3) -> str:
    """'inwoners (34.000 tegenover 36.000) en gas per woning (910 tegenover 905 m³)'; the area's own figure first."""
    return text.enumeration([_fact(one) for one in likenesses[:most]])


def alike(found: Neighbour, place: str, name: str) -> str:
    """'Assen lijkt op Velsen in inwoners (…) en gas per woning (…).'; place: the area, name: its neighbour."""
    shared = found.of(Sort.ALIKE)
    if not shared:
        nearest = [one for one in found.likenesses if one.is_weighed]
        return f"{place} en {name} verschillen het minst in {facts(nearest, 2)}."
    return f"{place} lijkt op {name} in {facts(shared)}."


def unlike(found: Neighbour) -> str:
    """'Anders is: oppervlakte land (82 tegenover 44 km²).'; what differs most comes first."""
    apart = found.of(Sort.UNLIKE)[::-1]
    return f"Anders is: {facts(apart)}." if apart else "Geen van de gewogen kenmerken is heel anders."


def unknown(found: Neighbour, name: str) -> str:
    """'Van Boxtel is niet bekend: inwoners per huishouden.'; '' when all is known."""
    return f"Van {name} is niet bekend: {names(found.unknown)}." if found.unknown else ""


def basis(found: Neighbours, place: str) -> list[str]:
    """On which traits the likeness rests, and on which it does not and why; a sentence each."""
    said = [f"Gekeken naar: {names(found.weighed)}."]
    if found.unknown:
        said.append(f"Niet meegewogen, want van {place} niet bekend: {names(found.unknown)}.")
    if found.same:
        said.append(f"Niet meegewogen, want dat is wat u vergelijkt: {names(found.same)}.")
    absent = [TRAITS[id][0] for id in found.absent]
    said.append(f"Niet meegewogen, want er zijn geen cijfers van: {text.enumeration([*absent, *NOT_THERE])}.")
    if not_alike := far(found, place):
        said.append(not_alike)
    return said


def far(found: Neighbours, place: str) -> str:
    """How many of the neighbours are not really alike; '' when all are."""
    count = sum(one.is_far for one in found.found)
    if not count:
        return ""
    everybody = count == len(found.found)
    whom = (
        "Geen van deze gemeenten lijkt"
        if everybody
        else f"{count} van de {len(found.found)} {'lijkt' if count == 1 else 'lijken'} niet"
    )
    return f"{whom} echt op {place}: een betere is er niet."


def steady(part: float, n: int) -> str:
    """part: which part (0 to 1) of the neighbours stays when every figure is off by about 1%."""
    stays = round(part * n)
    return f"Wijken alle cijfers ongeveer 1% af, dan blijven er gemiddeld {stays} van de {n} dezelfde."


def none(gap: Gap, place: str) -> str:
    """Why there are no neighbours."""
    if isinstance(gap, NoNumber) and gap.why is Why.INCOMPLETE:
        known, of = (text.number(float(str(gap.facts[name]))) for name in ("recorded", "of"))
        return f"Van {place} zijn {known} van de {of} kenmerken bekend. Dat is te weinig om te zien wie erop lijkt."
    return f"Er zijn te weinig gemeenten met cijfers om te zien wie op {place} lijkt."


def names(traits: Sequence[str]) -> str:
    """'inwoners, gas per woning en oppervlakte land'."""
    return text.enumeration([TRAITS[id][0] for id in traits])


def _fact(one: Likeness) -> str:
    name, unit, decimals = TRAITS[one.trait]
    return f"{name} ({text.number(one.own, decimals)} tegenover {text.quantity(one.other, unit, decimals)})"
