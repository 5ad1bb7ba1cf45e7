"""What a figure was before, in Dutch words."""

import math
from collections.abc import Sequence

from transition.domain.indicators import Indicator
from transition.metrics.revisions import Replaced, difference
from transition.views import text


def both(found: Sequence[Replaced], indicator: Indicator) -> list[str]:
    """The present value and every earlier one, the newest first, a line each. found: oldest first, at least one."""
    last = found[-1]
    made = [f"**Nu:** {_worded(last.value, last.status, indicator)}, uitgave {text.day(last.edition)}."]
    for one in reversed(found):
        old = _worded(one.value_old, one.status_old, indicator)
        because = " Niet de uitgave veranderde, maar hoe die is gelezen of aangevuld." if one.is_reading else ""
        made.append(
            f"**Eerder:** {old}, uitgave {text.day(one.edition_old)}. "
            f"Herzien op {text.day(one.on)}{change(one, indicator)}.{because}"
        )
    return made


def under_chart(periods: Sequence[str]) -> list[str]:
    """Which years of a line were revised, in a sentence; nothing when none was."""
    if not periods:
        return []
    return [f"Herzien in een nieuwere uitgave: {text.enumeration(list(periods))}. De vorige cijfers staan in de tabel."]


def earlier(found: Sequence[Replaced], indicator: Indicator) -> str:
    """For a cell of a table: 'eerder 1.234 kWp (voorlopig)'; '' for a figure that never changed."""
    return "; ".join(f"eerder {_worded(one.value_old, one.status_old, indicator)}" for one in reversed(found))


def sentence(one: Replaced, indicator: Indicator) -> str:
    """Both values with their status, the difference, both editions, and when we saw it, in a sentence."""
    old = _worded(one.value_old, one.status_old, indicator)
    new = _worded(one.value, one.status, indicator)
    editions = (
        f"in dezelfde uitgave ({text.day(one.edition)})"
        if one.is_reading
        else f"tussen de uitgaven van {text.day(one.edition_old)} en {text.day(one.edition)}"
    )
    return f"{old} werd {new}{change(one, indicator)}, {editions}. Gezien op {text.day(one.on)}."


def _worded(value: float, status: str, indicator: Indicator) -> str:
    amount = "geen cijfer" if math.isnan(value) else text.quantity(value, indicator.unit, indicator.decimals)
    return f"{amount} ({text.STATUSES[status]})"


def change(one: Replaced, indicator: Indicator) -> str:
    """' (+1.234; +0,6%)', for percentages ' (−0,3 procentpunt)'; '' when one of the two is missing."""
    absolute, percent = difference(one)
    if math.isnan(absolute):
        return ""
    sign = "+" if absolute > 0 else ""
    if indicator.unit == "%":
        return f" ({sign}{text.number(absolute, indicator.decimals)} procentpunt)"
    small = "minder dan 0,1%" if abs(percent) < 0.1 else f"{sign}{text.number(percent, 1)}%"
    relative = "" if math.isnan(percent) else f"; {small}"
    return f" ({sign}{text.number(absolute, indicator.decimals)}{relative})"
