"""The words of local ownership: owner types, shares, production and bands. Plain text: whoever shows it as HTML or Markdown escapes it."""

from transition.metrics.band import Band
from transition.metrics.ownership.shares import Definition
from transition.views import text

OWNERS = {
    "residents": "Bewoners en lokale partners samen",
    "public": "Overheid",
    "local_business": "Lokale bedrijven",
    "not_local": "Niet-lokaal",
    "unknown": "Onbekend van wie",
}
"""Owner types A, B, C and D of the Participatiemonitor, and what nobody knows, in the order of every picture."""
DEFINITIONS = {Definition.BROAD: "Breed", Definition.STRICT: "Strikt"}
MEANINGS = {
    Definition.BROAD: "van bewoners, lokale partners, overheid en lokale bedrijven",
    Definition.STRICT: "alleen van bewoners en lokale partners samen; iedereen in de buurt kon meedoen",
}
"""What counts as local in each way of counting."""
COUNTED = "de opwek van windparken en zonneparken (zonder daken)"
"""What lokaal eigendom is a part of, wherever it stands without the page about it around it."""
OF_WHOM = {Definition.BROAD: "van de omgeving", Definition.STRICT: "van bewoners en lokale partners samen"}
AMBITION = "50% in 2030 is een ambitie, geen verplichting."
ESTIMATED = "geschat"
_MWH_PER_GWH = 1000


def percent(part: float) -> str:
    """A part of 1: '32%'; what is not quite none or all says so."""
    if 0 < part < 0.005:
        return "minder dan 1%"
    if 0.995 <= part < 1:
        return "bijna 100%"
    return text.quantity(round(part * 100), "%")


def between(band: Band, most: float = 1.0) -> str:
    """'30% tot 35%', one figure when both ends round to it; never below 0% or above `most`."""
    low, high = _ends(band, most)
    return low if low == high else f"{low} tot {high}"


def lies(band: Band) -> str:
    """After 'het ligt' or 'lokaal eigendom ligt': 'tussen 30% en 35%', 'rond 30%'."""
    low, high = _ends(band, 1.0)
    return f"rond {low}" if low == high else f"tussen {low} en {high}"


def _ends(band: Band, most: float) -> tuple[str, str]:
    low, high = (percent(min(max(end, 0.0), most)) for end in (band.low, band.high))
    return low, high


def power(mwh: float) -> str:
    """Production of a year: '98,1 GWh', '1.240 GWh', '64 MWh'."""
    gwh = mwh / _MWH_PER_GWH
    if mwh and abs(gwh) < 0.1:
        return text.quantity(mwh, "MWh")
    return text.quantity(gwh, "GWh", 0 if abs(gwh) >= 100 or not mwh else 1)


def counted(number: int, one: str, more: str) -> str:
    """'1 project', '1.204 projecten'."""
    return f"{text.number(number)} {one if number == 1 else more}"


def projects(number: int) -> str:
    """'1 project', '5 projecten'."""
    return counted(number, "project", "projecten")


def of_projects(number: int, of: int) -> str:
    """After 'van' or 'in': '3 van de 4 projecten', 'alle 4 projecten', '1 project'."""
    return text.part_of(number, of, "project", "projecten")
