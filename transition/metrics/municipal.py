"""Municipalities on the boundaries of another year: sums of sums, rates rebuilt from their weights, else a gap with its reason."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from transition import catalog
from transition.domain.indicators import AddsUp, Indicator
from transition.domain.values import STATUS_CODES, Gap, Missing, Status
from transition.metrics.aggregate import whole
from transition.metrics.plan import Cuts, Plan, plan
from transition.store import Column

RECALCULATED = STATUS_CODES.index(Status.RECALCULATED)
_NOT_MEASURED = STATUS_CODES.index(Missing.NOT_MEASURED)
_STRONGEST = (Missing.SUPPRESSED, Missing.NOT_PUBLISHED, Missing.NOT_MEASURED, Missing.NOT_APPLICABLE)
"""Where parts are missing for several reasons, the first of these is the reason of the whole."""


@dataclass(frozen=True)
class Converted(Column):
    """A column on the boundaries of `vintage`. `gaps`: per area that has no value because of the conversion, why."""

    gaps: Mapping[str, Gap] = field(default_factory=dict)


@dataclass(frozen=True)
class Bounded(Gap):
    """No number, but it is known to be at least `low` and at most `high`, in the indicator's unit."""

    low: float = -math.inf
    high: float = math.inf


@dataclass(frozen=True)
class _Part:
    """A municipality, or what is left of it after the splits `cuts`, with its figure (NaN: missing) and weight."""

    code: str
    value: float
    status: int
    cuts: Cuts
    weight: float = math.nan


def converted(
    indicator: Indicator, column: Column, weights: Column | None, vintage: int, names: Mapping[str, str] | None = None
) -> Converted:
    """A column of municipalities on the boundaries of `vintage`, in the order of their codes.

    weights: of a rate, the indicator's weight in the same period on the same boundaries. names: code -> name, for the reasons.
    """
    found, names = plan(column.vintage, vintage), names or {}
    at = {code: place for place, code in enumerate(column.codes.tolist())}
    weighed = dict(zip(weights.codes.tolist(), weights.values.tolist(), strict=True)) if weights else {}
    results: dict[str, float | Gap] = {}
    for code, pieces in found.parts.items():
        if any(origin in at for origin, _ in pieces):
            parts = [_part(column, at.get(origin), origin, cuts, weighed) for origin, cuts in pieces]
            results[code] = _together(indicator, parts, names)
    return _laid_on(column, vintage, found, results | _apart(found, at, names))


def _part(column: Column, place: int | None, code: str, cuts: Cuts, weighed: Mapping[str, float]) -> _Part:
    weight = weighed.get(code, math.nan)
    if place is None:
        return _Part(code, math.nan, _NOT_MEASURED, cuts, weight)
    return _Part(code, float(column.values[place]), int(column.statuses[place]), cuts, weight)


def _together(indicator: Indicator, parts: Sequence[_Part], names: Mapping[str, str]) -> float | Gap:
    if len(parts) == 1 and not parts[0].cuts:  # the same municipality under another code
        part = parts[0]
        return part.value if not math.isnan(part.value) else Gap(Missing(STATUS_CODES[part.status]))
    if any(math.isnan(part.value) for part in parts):
        return _incomplete(indicator, parts, names)
    if indicator.adds_up is AddsUp.SUM:
        return _sum(indicator, parts, names)
    return _rate(indicator, parts, names)


def _sum(indicator: Indicator, parts: Sequence[_Part], names: Mapping[str, str]) -> float | Gap:
    shares = {part.code: _share(part.cuts, indicator) for part in parts}
    known = {code: share for code, share in shares.items() if share is not None}
    if len(known) < len(shares):
        return _undivided([code for code in shares if code not in known], names)
    return whole(indicator, {part.code: part.value * known[part.code] for part in parts}, list(known))


def _rate(indicator: Indicator, parts: Sequence[_Part], names: Mapping[str, str]) -> float | Gap:
    values = {part.code: part.value for part in parts}
    if indicator.adds_up is AddsUp.NEVER:
        return whole(indicator, values, list(values))
    are_whole = not any(part.cuts for part in parts)
    if are_whole and len(set(values.values())) == 1:
        return parts[0].value  # whatever the weights, the mean of equal parts is that value
    shares = {part.code: _share(part.cuts, catalog.indicator(indicator.weight)) for part in parts}
    unknown = [code for code, share in shares.items() if share is None]
    weights = {part.code: part.weight * (shares[part.code] or 0.0) for part in parts}
    result = _undivided(unknown, names) if unknown else whole(indicator, values, list(values), weights)
    if not isinstance(result, Gap) or not are_whole:
        return result
    return Bounded(result.reason, result.detail, min(values.values()), max(values.values()))


def _share(cuts: Cuts, measured: Indicator) -> float | None:
    """Which part of a municipality came here, by `measured` itself or by what it goes by; None when nobody published that."""
    share = 1.0
    for cut in cuts:
        basis = next((known for known in (measured.id, *measured.per) if known in cut.shares), None)
        if basis is None:
            return None
        share *= cut.shares[basis]
    return share


def _undivided(codes: Sequence[str], names: Mapping[str, str]) -> Gap:
    return Gap(Missing.NOT_MEASURED, f"hoe {_named(codes, names)} is verdeeld over andere gemeenten, is niet bekend")


def _incomplete(indicator: Indicator, parts: Sequence[_Part], names: Mapping[str, str]) -> Gap:
    """A sum over the rest would look like a figure: it is only told beside the reason, as the least it can be."""
    missing = [part for part in parts if math.isnan(part.value)]
    rest = [part for part in parts if not math.isnan(part.value)]
    reasons = {STATUS_CODES[part.status] for part in missing}
    named = _named([part.code for part in missing], names)
    detail = f"van {len(missing)} van de {len(parts)} delen is er geen cijfer ({named})"
    reason = next(reason for reason in _STRONGEST if reason in reasons)
    if indicator.adds_up is not AddsUp.SUM or not rest or any(part.cuts for part in rest):
        return Gap(reason, detail)
    return Bounded(reason, detail, math.fsum(part.value for part in rest))


def _apart(found: Plan, there: Collection[str], names: Mapping[str, str]) -> dict[str, float | Gap]:
    """What a later municipality was made of has no figure of its own any more."""
    return {
        code: Gap(Missing.NOT_MEASURED, f"het is opgegaan in {_named(later, names)}, en daar niet meer uit te halen")
        for code, later in found.apart.items()
        if any(other in there for other in later)
    }


def _named(codes: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(code, code) for code in codes)


def _laid_on(column: Column, vintage: int, found: Plan, results: Mapping[str, float | Gap]) -> Converted:
    """The untouched rows as they are, and the results in between, sorted by code."""
    keep = ~np.isin(column.codes, sorted({*found.gone, *results}))
    gaps = {code: result for code, result in results.items() if isinstance(result, Gap)}
    values = [math.nan if isinstance(result, Gap) else result for result in results.values()]
    statuses = [STATUS_CODES.index(gaps[code].reason) if code in gaps else RECALCULATED for code in results]
    codes = np.concatenate([column.codes[keep], np.array(list(results), dtype=str)])
    order = np.argsort(codes, kind="stable")
    return Converted(
        codes[order],
        np.concatenate([column.values[keep], np.array(values, dtype=float)])[order],
        np.concatenate([column.statuses[keep], np.array(statuses, dtype=column.statuses.dtype)])[order],
        column.source,
        vintage,
        gaps,
    )


def with_gaps(column: Column, codes: np.ndarray, vintage: int, gaps: dict[str, Gap]) -> Converted:
    """The rows of `codes`, sorted; those in `gaps`, or without a row at the source, without a value."""
    at = np.minimum(np.searchsorted(column.codes, codes), len(column.codes) - 1)
    found = (column.codes[at] == codes) & ~among(codes, np.array(sorted(gaps), dtype=str))
    missing = STATUS_CODES.index(Missing.NOT_MEASURED)
    values = np.where(found, column.values[at], np.nan)
    statuses = np.where(found, column.statuses[at], missing).astype(column.statuses.dtype)
    return Converted(codes, values, statuses, column.source, vintage, gaps)


def among(codes: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Which of `codes` are in `known`, both sorted."""
    if not len(known):
        return np.zeros(len(codes), dtype=bool)
    at = np.minimum(np.searchsorted(known, codes), len(known) - 1)
    found: np.ndarray = known[at] == codes
    return found
