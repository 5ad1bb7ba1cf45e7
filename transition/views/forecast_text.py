"""A forecast in Dutch words and as a table: scenarios by name, how sure the band is, what it rests on."""

import pandas as pd

from transition.domain.indicators import Indicator
from transition.domain.values import Gap
from transition.metrics.forecast.forecast import Ahead, Forecast
from transition.metrics.forecast.path import Scenario
from transition.views import text

METHODS = {
    "similar_smoothed": "het tempo van de 50 gemeenten met ongeveer hetzelfde cijfer, vanaf het gemiddelde van de laatste 3 jaar",
    "similar": "het tempo van de 50 gemeenten met ongeveer hetzelfde cijfer, vanaf het laatste cijfer",
    "drift": "het eigen tempo, van het eerste jaar tot het laatste",
}
"""How it is looked ahead, for each method a family uses."""
_SCENARIOS = (
    "Niemand weet hoe het landelijk verder gaat. Daarom staan er enkele mogelijkheden naast elkaar, zonder kans erbij."
)
_BAND = (
    "Het gekleurde vlak is de bandbreedte: hoe ver dit gebied boven of onder de lijn 'Zoals het ging' kan uitkomen. "
    "Ongeveer 8 van de 10 gemeenten vallen erbinnen."
)


def reading(found: Forecast) -> str:
    """'Zo leest u dit', under every picture of a forecast."""
    has_band = any(not isinstance(one.band, Gap) for one in found.years)
    shock = f"'Eerst als {found.shock_year}' is één jaar zoals toen, daarna zoals het ging." if found.shock_year else ""
    return " ".join(part for part in (_SCENARIOS, _BAND if has_band else "", shock) if part)


def scenario(which: Scenario, shock_year: int | None = None) -> str:
    """The name of a scenario on screen; shock_year: the year that is repeated."""
    if which is Scenario.SHOCK:
        return f"Eén jaar zoals {shock_year}, daarna zoals het ging"
    return "Door zoals het ging" if which is Scenario.CONTINUED else "Half zo snel"


def outlook(indicator: Indicator, ahead: Ahead, which: Scenario) -> str:
    """'371 m³ per woning (355 tot 387)', or without a band 'ongeveer 349 m³ per woning'."""
    found = ahead.scenarios[which]
    amount = text.quantity(found.total, indicator.unit, indicator.decimals)
    if isinstance(ahead.band, Gap):
        return f"ongeveer {amount}"
    low, high = (text.number(bound, indicator.decimals) for bound in (found.low, found.high))
    return f"{amount} ({low} tot {high})"


def sentence(place: str, indicator: Indicator, ahead: Ahead, target: str = "") -> str:
    """What the area comes to when all goes on; place: its name as it stands in a sentence. target: said behind it, if any."""
    said = f"Gaat het door zoals het ging, dan komt {place} in {ahead.year} op {outlook(indicator, ahead, Scenario.CONTINUED)}"
    return f"{said}{f'; {target}' if target else ''}."


def how_sure(ahead: Ahead, is_last: bool = True) -> str:
    """How often such bands held before, or why there is no band. is_last: whether this holds for no later year."""
    if isinstance(ahead.band, Gap):
        return f"Geen bandbreedte {'voor' if is_last else 'vanaf'} {ahead.year}: {ahead.band.detail}."
    years = "1 jaar" if ahead.horizon == 1 else f"{ahead.horizon} jaar"
    if ahead.held is None:
        return f"Hoe vaak een bandbreedte van {years} vooruit uitkwam, is nog niet na te gaan."
    share, worst = (text.number(100 * part) for part in (ahead.held.share, ahead.held.worst))
    said = f"Bij eerdere bandbreedtes van {years} vooruit viel {share}% van de gemeenten erbinnen, gegeven hoe het landelijk ging"
    if ahead.held.years == 1:
        return f"{said}; dat is maar over 1 jaar na te gaan ({ahead.held.worst_year})."
    return f"{said}; in het slechtste jaar ({ahead.held.worst_year}) was dat {worst}%."


def sureness(found: Forecast) -> list[str]:
    """How sure the furthest band is, and from which year on there is none and why."""
    banded = [one for one in found.years if not isinstance(one.band, Gap)]
    lacking = [one for one in found.years if isinstance(one.band, Gap)]
    said = [how_sure(banded[-1])] if banded else []
    return said + ([how_sure(lacking[0], is_last=len(lacking) == 1)] if lacking else [])


def rests_on(found: Forecast) -> str:
    """The years behind a forecast, which of them can still change, and how many were recalculated."""
    first, last, number = found.rests_on[0].year, found.rests_on[-1].year, len(found.rests_on)
    said = [f"Dit steunt op {number} jaren, van {first} tot en met {last}, en op {METHODS[found.method]}."]
    if found.unsure:
        years = text.enumeration([str(year) for year in found.unsure])
        one = len(found.unsure) == 1
        said.append(
            f"{'Het cijfer' if one else 'De cijfers'} over {years} {'kan' if one else 'kunnen'} nog veranderen."
        )
    if found.recalculated:
        amount = "1 cijfer is" if found.recalculated == 1 else f"{found.recalculated} cijfers zijn"
        said.append(f"{amount} herrekend naar de grenzen van nu.")
    return " ".join(said)


def table(found: Forecast) -> pd.DataFrame:
    """Every year ahead in every scenario, in the indicator's unit; an empty cell where there is no band."""
    rows = [
        (str(ahead.year), scenario(which, found.shock_year), one.national, one.local, one.total, one.low, one.high)
        for ahead in found.years
        for which, one in ahead.scenarios.items()
    ]
    columns = ["Jaar", "Als het landelijk gaat", "Mee met het land", "Eigen afwijking", "Samen", "Laag", "Hoog"]
    return pd.DataFrame(rows, columns=columns)
