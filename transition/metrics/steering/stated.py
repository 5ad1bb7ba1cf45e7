"""What publications state about renewable electricity on land: the goal of the country, the bids of regions, what stands and what comes."""

from collections.abc import Sequence
from dataclasses import dataclass

from transition.metrics.band import Band
from transition.metrics.steering.bids import bids_gwh
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.outcome import Series
from transition.published import PublishedFigure

ON_LAND = "renewable_on_land_gwh"
MONITOR = "Monitor RES 2025"
ASSUMED_YEAR = "2024"
"""The monitor of December 2025 does not say of which year its figure is; we take the end of 2024, and say so."""
_GOAL_YEAR = 2030
_GWH_PER_TWH = 1000


@dataclass(frozen=True)
class Stated:
    """series: what is realised, in GWh. pipeline: what is certain to come. ids: of the published figures."""

    series: Series
    pipeline: Band | None
    ids: tuple[str, ...]


def goals(figures: Sequence[PublishedFigure]) -> list[Goal]:
    """The national goal, and per region its bid as its goal (the highest one, where publications differ): nobody recorded a decision."""
    found = [
        Goal(ON_LAND, one.value * _GWH_PER_TWH, _GOAL_YEAR, code=one.area, scope="national", id=one.id)
        for one in figures
        if one.quantity == "res_goal_twh" and one.period == str(_GOAL_YEAR) and one.value is not None
    ]
    taken = {goal.code for goal in found}
    for code, values in bids_gwh(figures).items():
        if code not in taken:
            found.append(
                Goal(ON_LAND, values[-1], _GOAL_YEAR, code=code, scope="regional", id=_bid(figures, code, values))
            )
    return found


def of_country(figures: Sequence[PublishedFigure], country: str) -> Stated | None:
    """What the newest monitor says of the whole country; None where it says nothing, as of an example region."""
    newest = {one.quantity: one for one in figures if one.edition == MONITOR and one.area == country and one.value}
    there, coming = newest.get("res_realised_twh"), newest.get("res_pipeline_twh")
    if there is None or there.value is None:
        return None
    points = [(there.period or ASSUMED_YEAR, there.value * _GWH_PER_TWH, "")]
    series = Series(points, published=(there.id,), assumed_period="" if there.period else ASSUMED_YEAR)
    amount = coming.value * _GWH_PER_TWH if coming and coming.value is not None else None
    ids = (there.id, *([coming.id] if coming else []))
    return Stated(series, None if amount is None else Band(amount, amount), ids)


def ambition(figures: Sequence[PublishedFigure], country: str) -> tuple[float, ...]:
    """What all regions together want, in GWh; the joint ambition beside the national goal."""
    return bids_gwh(figures).get(country, ())


def _bid(figures: Sequence[PublishedFigure], code: str, values: Sequence[float]) -> str:
    return next(
        one.id
        for one in figures
        if one.quantity == "res_bid_twh"
        and one.area == code
        and not one.part
        and one.value == values[-1] / _GWH_PER_TWH
    )
