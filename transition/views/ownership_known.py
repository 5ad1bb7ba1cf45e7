"""What is known of a place without anything in the register: estimated solar production and figures that somebody brought. Plain text."""

from dataclasses import dataclass

from transition import catalog
from transition.domain.values import Status
from transition.views import ownership_words as words
from transition.views import text

BROUGHT = (
    "local_ownership_solar_parks_pct",
    "local_ownership_wind_pct",
    "policy_anchoring_solar_class",
    "policy_anchoring_wind_class",
    "coops_count",
    "coop_members_count",
    "collective_solar_mwp",
    "collective_wind_mw",
)
"""Figures about ownership that come with a file somebody brought."""


@dataclass(frozen=True)
class Known:
    """One published figure of a place. source: its id."""

    indicator: str
    period: str
    value: float
    status: str
    source: str


def brought(one: Known) -> str:
    """'Lokaal eigendom van zonneparken: 34,2% in 2022 (voorlopig).'"""
    indicator = catalog.indicator(one.indicator)
    amount = text.quantity(one.value, indicator.unit, indicator.decimals)
    return f"{indicator.name}: {amount} in {one.period} ({text.STATUSES[one.status]})."


def sun(gwh: float, period: str, status: str, place: str) -> str:
    """How much electricity large solar installations make; of a municipality always an estimate."""
    about = "naar schatting " if status == Status.ESTIMATED else ""
    return (
        f"Grote zonne-installaties in {place} maakten in {period} {about}{words.power(gwh * 1000)} stroom "
        f"({text.STATUSES[status]}). Daken groter dan 15 kWp zitten daarbij. Van wie ze zijn, publiceert niemand per gebied."
    )


HOW_TO = (
    "Zo legt u het vast: schrijf per windpark of zonnepark op hoeveel het opwekt, van wie het is en of er een afspraak is. "
    "Dat kan met een formulier of met een spreadsheet, op de pagina Gebieden."
)
"""What to do where nothing is recorded."""


def of_part(areas: int, place: str) -> str:
    """Of less than a municipality: its parks are those of the area processes in it."""
    if not areas:
        return (
            f"Parken staan in het register per gemeente, en soms per gebied. In {place} ligt geen gebied dat is vastgelegd. "
            "Kies hierboven de gemeente voor alle parken."
        )
    there = "ligt 1 gebied" if areas == 1 else f"liggen {areas} gebieden"
    return f"In {place} {there}; daar is geen park bij vastgelegd. Kies hierboven de gemeente voor alle parken."
