"""Amounts, places and groups as they stand in the sentences an alderman says. Plain text: whoever shows it escapes it."""

from collections.abc import Sequence
from dataclasses import dataclass

from transition.domain.areas import Level
from transition.domain.values import Status
from transition.metrics.council_peers import Group
from transition.metrics.scope import Scope
from transition.views import ownership_words, text

_WHAT = {
    "renewable_on_land_gwh": ("GWh", "stroom per jaar uit zon en wind op land", 0),
    "solar_capacity_kwp": ("kWp", "vermogen van zonnepanelen", 0),
    "gas_free_dwellings_count": ("woningen", "zonder aardgas", 0),
    "gas_use_m3_per_dwelling": ("m³", "gas per woning", 0),
    "district_heating_pct": ("%", "van de woningen op een warmtenet", 1),
    "local_ownership_pct": ("%", "lokaal eigendom van de opwek", 0),
}
"""Indicator of a goal -> unit, what it is an amount of, decimals."""
_TWH_FROM = 3_000
_MOST_NAMES = 4


@dataclass(frozen=True)
class Speaker:
    """Who speaks of whom. place: as in a sentence. we: whether an alderman speaks of the own municipality; parent: the municipality
    a wijk or area process lies in, else empty. province: how the province of its group is called.
    """

    place: str
    we: bool
    parent: str = ""
    province: str = ""

    @property
    def goal(self) -> str:
        return "Ons doel" if self.we else f"Het doel van {self.place}"

    @property
    def stands(self) -> str:
        return "We staan" if self.we else f"{self.place[:1].upper()}{self.place[1:]} staat"


def amount(indicator: str, value: float, *, with_what: bool = True) -> str:
    """'420 GWh stroom per jaar uit zon en wind op land'; of a country in TWh."""
    unit, what, decimals = _WHAT[indicator]
    if unit == "GWh" and abs(value) >= _TWH_FROM:
        unit, value = "TWh", value / 1000
        decimals = 0 if round(value, 1) == round(value) else 1
    elif unit == "GWh" and abs(value) < 10:
        decimals = 1
    said = text.quantity(value, unit, decimals)
    return f"{said} {what}" if with_what else said


def what(indicator: str) -> str:
    """What an amount of a goal is of: 'stroom per jaar uit zon en wind op land'."""
    return _WHAT[indicator][1]


percent = ownership_words.percent


def status(word: str) -> str:
    """The status of a figure; what a publication did not say is said."""
    return text.STATUSES[word] if word in tuple(Status) else "status niet vermeld"


def some(names: Sequence[str]) -> str:
    """Names, at most a few: 'A, B, C, D en 12 andere'."""
    if len(names) <= _MOST_NAMES + 1:
        return text.enumeration(list(names))
    return f"{', '.join(names[:_MOST_NAMES])} en {text.number(len(names) - _MOST_NAMES)} andere"


def areas(count: int) -> str:
    """'1 gebied', '5 gebieden'."""
    return f"{text.number(count)} {'gebied' if count == 1 else 'gebieden'}"


def of_areas(count: int, of: int) -> str:
    """After 'van' or 'in': '3 van de 4 gebieden', 'alle 4 gebieden', '1 gebied'."""
    return text.part_of(count, of, "gebied", "gebieden")


def group(found: Group, province: str) -> str:
    """'gemeenten met 20.000 tot 50.000 inwoners in Drenthe'. province: how it is called, for a group inside one."""
    if found.level is not Level.GEMEENTE:
        return f"andere {text.PLURALS[found.level]}"
    where = f" in {province}" if found.province else ""
    if found.below:
        size = f" met {text.number(found.least)} tot {text.number(found.below)} inwoners"
        size = size if found.least else f" met minder dan {text.number(found.below)} inwoners"
    else:
        size = f" met {text.number(found.least)} inwoners of meer" if found.least else ""
    return f"andere gemeenten{size}{where}"


def speaker(about: Scope, place: str, parents: Sequence[str], province: str) -> Speaker:
    """place: how it is called in a sentence; parents: names of the municipalities it is a part of; province: of its group."""
    return Speaker(
        place=place,
        we=about.level is Level.GEMEENTE,
        parent=text.enumeration(list(parents)) if about.is_part else "",
        province=province,
    )
