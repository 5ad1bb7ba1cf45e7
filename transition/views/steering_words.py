"""Amounts, verdicts and goals of the page about steering, in Dutch words. Plain text."""

from transition import catalog
from transition.domain.register.choices import DECIDERS
from transition.domain.values import Status
from transition.metrics.band import Band
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.outcome import Outcome
from transition.metrics.steering.pace import Verdict
from transition.views import text

VERDICTS = {
    Verdict.ON_SCHEDULE: ("▲", "op schema", "on-schedule"),
    Verdict.ATTENTION: ("●", "vraagt aandacht", "attention"),
    Verdict.BEHIND: ("▼", "loopt achter", "behind"),
}
"""Form, word, and the name of its colour."""
_UNITS = {"renewable_on_land_gwh": "GWh", "gas_free_dwellings_count": "woningen"}
_STATED = {"national": "landelijk doel", "regional": "bod van de energieregio in de RES 1.0"}
_IN_TWH = 10_000


def unit(indicator: str) -> str:
    """Of the figures of a goal."""
    return _UNITS.get(indicator) or (catalog.indicator(indicator).unit if indicator in catalog.indicators() else "")


def decimals(indicator: str, value: float) -> int:
    """So many as say something: 9,5 GWh, but 48 GWh."""
    if indicator == "renewable_on_land_gwh":
        return 1 if 0 < abs(value) < 20 else 0
    return catalog.indicator(indicator).decimals if indicator in catalog.indicators() else 0


def amount(indicator: str, value: float) -> str:
    """'48 GWh', '31,4 TWh', '710 m³ per woning'."""
    if indicator == "renewable_on_land_gwh" and abs(value) >= _IN_TWH:
        twh = round(value / 1000, 1)
        return text.quantity(twh, "TWh", 0 if twh.is_integer() else 1)
    return text.quantity(value, unit(indicator), decimals(indicator, value))


def rate(indicator: str, value: float, beside: float = 0.0) -> str:
    """Progress per year: '10,6 GWh per jaar'; beside a goal in TWh in that: '0,6 TWh per jaar'. beside: that goal."""
    if indicator == "renewable_on_land_gwh" and abs(beside) >= _IN_TWH:
        return f"{text.quantity(value / 1000, 'TWh', 1)} per jaar"
    said = text.quantity(value, unit(indicator), 1 if abs(value) < 20 else 0)
    return f"{said.replace(' per woning', '')} per jaar"


def between(indicator: str, band: Band) -> str:
    """'53 tot 58 GWh'; one amount when both ends are said alike."""
    low, high = amount(indicator, band.low), amount(indicator, band.high)
    return high if low == high else f"{low.removesuffix(unit(indicator)).rstrip()} tot {high}"


def share(part: float) -> str:
    """0.428 -> '43%'; just under the goal is not 100%."""
    percent = 100 * part
    return text.quantity(99 if 99 <= percent < 100 else percent, "%")


def shares(band: Band) -> str:
    """'48% tot 52%'."""
    low, high = share(band.low), share(band.high)
    return high if low == high else f"{low.removesuffix('%')} tot {high}"


def factor(value: float) -> str:
    """'0,5'; what is just under a bound is not rounded over it."""
    rounded = round(value, 1)
    return text.number(rounded if (rounded >= 1) == (value >= 1) else value, 1 if (rounded >= 1) == (value >= 1) else 2)


def count(number: int, one: str, more: str) -> str:
    """'1 project', '12 projecten'."""
    return f"1 {one}" if number == 1 else f"{text.number(number)} {more}"


def decided(goal: Goal) -> str:
    """Who set a goal, and when: 'gemeenteraad, 8 juli 2021'; of one without a recorded decision where it comes from."""
    if not goal.decided_by and not goal.decided_on:
        return (
            _STATED.get(goal.scope, "")
            if goal.id.startswith("p") and goal.id[1:].isdigit()
            else "besluit niet vastgelegd"
        )
    by = DECIDERS.get(goal.decided_by, "")
    return ", ".join(part for part in (by[:1].lower() + by[1:], _day(goal)) if part)


def _day(goal: Goal) -> str:
    return text.day(goal.decided_on.isoformat()) if goal.decided_on else ""


def marks(found: Outcome, status: str) -> str:
    """'geschat, ten minste': what a reader must know of a measured figure; '' for a final one."""
    told = [text.STATUSES.get(status, status)] if status and status != Status.FINAL else []
    if found.series.is_lower_bound:
        told.append("ten minste")
    return ", ".join(told)
