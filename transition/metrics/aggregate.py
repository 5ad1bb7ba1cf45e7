"""The figure of a whole from the figures of its parts, the way the indicator says it adds up. A rate is never averaged."""

import math
from collections.abc import Mapping, Sequence

from transition import catalog
from transition.domain.indicators import AddsUp, Indicator
from transition.domain.values import Gap, Missing


def whole(
    indicator: Indicator,
    parts: Mapping[str, float],
    members: Sequence[str],
    weights: Mapping[str, float] | None = None,
) -> float | Gap:
    """The figure of an area made of `members`, from `parts` (member -> value, NaN when missing).

    A weighted mean needs `weights` (the indicator's weight per member). A member without a value makes a Gap that names how
    many are missing: a sum over the rest would be a lower bound that looks like a figure.
    """
    if indicator.adds_up is AddsUp.NEVER:
        return Gap(Missing.NOT_APPLICABLE, f"{indicator.short} is niet op te tellen of te middelen")
    missing = [code for code in members if math.isnan(parts.get(code, math.nan))]
    if missing or not members:
        return Gap(Missing.NOT_MEASURED, f"van {len(missing)} van de {len(members)} delen is er geen cijfer")
    if indicator.adds_up is AddsUp.SUM:
        return math.fsum(parts[code] for code in members)
    if weights is None or any(math.isnan(weights.get(code, math.nan)) for code in members):
        return Gap(
            Missing.NOT_MEASURED,
            f"het {_weight(indicator)} is niet van elk deel bekend, en zonder is er geen gemiddelde",
        )
    total = math.fsum(weights[code] for code in members)
    if total <= 0:
        return Gap(Missing.NOT_APPLICABLE, f"het {_weight(indicator)} is samen nul, en dan is er geen gemiddelde")
    return math.fsum(parts[code] * weights[code] for code in members) / total


def _weight(indicator: Indicator) -> str:
    return catalog.indicator(indicator.weight).name.lower()
