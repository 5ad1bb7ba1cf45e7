"""What is compared, as an entry of the catalogue: name, unit, decimals and direction, for statistics, rates and what the register says."""

from dataclasses import replace
from functools import cache

from transition import catalog
from transition.domain.areas import Level
from transition.domain.indicators import AddsUp, Direction, Indicator
from transition.metrics.comparison.measures import Measure, OfRegister
from transition.views.map_picture import decimals_of, unit_of

_PER = {"population_count": "per inwoner", "households_count": "per huishouden", "dwellings_count": "per woning"}
_REGISTER = {
    OfRegister.REACH: (
        "Deel van het doel dat er is", "%", 0,
        "Hoeveel zon en wind op land er is, als deel van het eigen doel.",
        "Elk gebied heeft een eigen doel en een eigen jaar. Een hoog deel kan ook een laag doel zijn.",
    ),
    OfRegister.PACE: (
        "Tempo tegenover wat nodig is", "keer wat nodig is", 2,
        "Hoe snel zon en wind op land groeien, gedeeld door hoe snel het moet om het eigen doel te halen.",
        "Elk gebied heeft een eigen doel en een eigen jaar. Wie zijn doel al heeft, heeft hier geen cijfer.",
    ),
    OfRegister.LOCAL_BROAD: (
        "Lokaal eigendom (breed)", "%", 0,
        "Welk deel van de opwek die er staat van mensen, bedrijven of overheden uit de omgeving is.",
        "Het gaat om wie volgens de wet eigenaar is. Het zegt niet wie in het gebied de leiding neemt.",
    ),
    OfRegister.LOCAL_STRICT: (
        "Lokaal eigendom (strikt)", "%", 0,
        "Welk deel van de opwek die er staat van verenigingen is waar elke bewoner aan mee kon doen.",
        "Het gaat om wie volgens de wet eigenaar is. Het zegt niet wie in het gebied de leiding neemt.",
    ),
}  # fmt: skip
_LEVELS = (Level.PROVINCIE, Level.RES, Level.SUBRES, Level.GEMEENTE)


@cache
def entry(measure: Measure) -> Indicator:
    """short: as it is chosen, 'Zonnepanelen: vermogen per inwoner'; unit: as shown, 'kWp per 1.000 inwoners'."""
    if measure.of_register:
        name, unit, decimals, definition, limits = _REGISTER[measure.of_register]
        return Indicator(
            measure.id, name, name, unit, decimals, Direction.UP, AddsUp.NEVER, "", _LEVELS, definition, limits, "Register"
        )  # fmt: skip
    known = catalog.indicator(measure.indicator)
    part = f", {known.breakdowns[measure.breakdown]}" if measure.breakdown else ""
    per = f" {_PER[measure.per]}" if measure.per else ""
    total = " (totaal)" if measure.is_total else ""
    return replace(
        known,
        name=f"{known.name}{part}{per}{total}",
        short=f"{known.short}{part}{per}{total}",
        unit=unit_of(known, measure.per),
        decimals=decimals_of(known, measure.per),
    )
