"""Amounts, verdicts and goals of the page about steering, in Dutch words. Plain text."""

from dataclasses import dataclass

from transition import catalog
from transition.domain.register.choices import DECIDERS
from transition.metrics.band import Band
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import Hardness
from transition.metrics.steering.outcome import Outcome
from transition.metrics.steering.pace import Verdict
from transition.metrics.steering.result import Expected, Realised
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
"""GWh: of a country. A region's municipalities would be hundredths of a TWh."""


def unit(indicator: str) -> str:
    """Of the figures of a goal."""
    return _UNITS.get(indicator) or (catalog.indicator(indicator).unit if indicator in catalog.indicators() else "")


def decimals(indicator: str, value: float) -> int:
    """So many as say something: 9,5 GWh, but 48 GWh."""
    if indicator == "renewable_on_land_gwh":
        return 1 if 0 < abs(value) < 20 else 0
    return catalog.indicator(indicator).decimals if indicator in catalog.indicators() else 0


@dataclass(frozen=True)
class Scale:
    """The one unit in which a screen says every amount of a figure: GWh and TWh never stand beside each other."""

    indicator: str
    in_twh: bool = False

    @property
    def unit(self) -> str:
        return "TWh" if self.in_twh else unit(self.indicator)

    @property
    def size(self) -> float:
        """So many of the goal's unit go into one of this unit."""
        return 1000.0 if self.in_twh else 1.0

    def amount(self, value: float) -> str:
        """'48 GWh', '31,4 TWh', '710 m³ per woning'."""
        if not self.in_twh:
            return text.quantity(value, self.unit, decimals(self.indicator, value))
        twh, places = value / self.size, 2
        while places and round(twh, places) == round(twh, places - 1):
            places -= 1
        return text.quantity(twh, self.unit, places)

    def rate(self, value: float) -> str:
        """Progress per year: '10,6 GWh per jaar', '0,6 TWh per jaar'."""
        shown = value / self.size
        said = text.quantity(shown, self.unit, 1 if abs(shown) < 20 else 0)
        return f"{said.replace(' per woning', '')} per jaar"

    def between(self, band: Band) -> str:
        """'53 tot 58 GWh'; one amount when both ends are said alike."""
        low, high = self.amount(band.low), self.amount(band.high)
        return high if low == high else f"{low.removesuffix(self.unit).rstrip()} tot {high}"


def scale(found: Outcome) -> Scale:
    """Of the page about an outcome: TWh where its goal, or what is there, is that large."""
    sizes = [found.goal.value] if isinstance(found.goal, Goal) else []
    sizes += [found.realised.value] if isinstance(found.realised, Realised) else []
    return scale_of(found.indicator, max(map(abs, sizes), default=0.0))


def scale_of(indicator: str, largest: float) -> Scale:
    """largest: the largest amount that is said, in the goal's unit."""
    return Scale(indicator, largest >= _IN_TWH and indicator == "renewable_on_land_gwh")


def about(found: Outcome, place: str, name: str) -> str:
    """The line under a heading: 'De gemeente Utrecht: zonnevermogen, per jaar, in kWp'."""
    unit = scale(found).unit
    return f"{place[:1].upper()}{place[1:]}: {name}{f', in {unit}' if unit else ''}"


def enough(found: Outcome) -> str:
    """Whether what stands and what is coming reach the goal; what was left out may make it more. '' where that is not known."""
    if not isinstance(found.expected, Expected):
        return ""
    hard = found.hardness
    is_more = found.series.is_lower_bound or (isinstance(hard, Hardness) and hard.unknown > 0)
    no = "niet genoeg, voor zover vastgelegd" if is_more else "niet genoeg"
    return {"yes": "genoeg", "no": no}.get(found.expected.is_reached, "misschien genoeg")


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
    by = "gemeenteraden" if goal.scope == "regional" and goal.decided_by == "council" else DECIDERS.get(goal.decided_by)
    who = f"{by[:1].lower()}{by[1:]}" if by else "wie besloot is niet vastgelegd"
    return ", ".join(part for part in (who, _day(goal)) if part)


def _day(goal: Goal) -> str:
    return text.day(goal.decided_on.isoformat()) if goal.decided_on else ""
