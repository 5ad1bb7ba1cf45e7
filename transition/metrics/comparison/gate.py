"""The gate: whether two figures may stand beside each other, or for which one reason they may not."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from transition import catalog
from transition.domain.areas import Level
from transition.domain.values import STATUS_CODES, Status
from transition.metrics.no_number import Fact, NoNumber, Why, no_number
from transition.metrics.vintages import column_shown
from transition.store import Snapshot

LEAST_COVERED = 0.5
"""What rests on less than this part of its areas says nothing about all of them."""
MOST_UNEVEN = 0.25
"""Two figures of which the covered parts differ more than this are about unlike parts of their areas."""
MOST_YEARS_APART = 1
"""Two different measures of the same areas may be so many years apart."""


class Ask(StrEnum):
    """What two figures are put beside each other for."""

    AREAS = "areas"  # one measure of unlike areas
    CHANGE = "change"  # one measure of the same areas in two years
    MEASURES = "measures"  # two measures of the same areas


class Reason(StrEnum):
    """Why not. What `facts` holds stands behind each; one and other are those of the two figures."""

    EXAMPLE = "example"
    OTHER_LEVEL = "other_level"  # one, other
    OTHER_INDICATOR = "other_indicator"  # one, other
    OTHER_DEFINITION = "other_definition"  # one, other: what of it is counted
    OTHER_DENOMINATOR = "other_denominator"  # one, other: per what
    OTHER_SCALE = "other_scale"  # one, other: versions of a scale
    MIXED_SCALES = "mixed_scales"  # scales: versions inside one figure
    OTHER_PERIOD = "other_period"  # one, other
    PARTIAL_PERIOD = "partial_period"  # period, until
    DEFINITION_BREAK = "definition_break"  # period, because
    OTHER_BOUNDARIES = "other_boundaries"  # one, other: years
    REDRAWN = "redrawn"  # period, because
    ESTIMATED = "estimated"
    LITTLE_COVERAGE = "little_coverage"  # known, of
    OTHER_COVERAGE = "other_coverage"  # known, of, other_known, other_of


class Remark(StrEnum):
    """What has to be said beside figures that may be compared."""

    PROVISIONAL = "provisional"
    RECALCULATED = "recalculated"
    INCOMPLETE = "incomplete"  # not all areas have a figure
    PERIODS_DIFFER = "periods_differ"
    ESTIMATED = "estimated"


@dataclass(frozen=True)
class Measured:
    """What is known of a figure, or of a series of one level in one period, apart from its values.

    definition: which part is counted, a breakdown or a way of counting ('strict', 'broad'). per: by what a rate was made. vintage: year
    of the boundaries. known of `of`: areas, records or cases it rests on. scales: versions of the scale it was judged on, if any. until: of
    a period that is not complete. redrawn: when the area became another piece of land (period, because); None when nobody looked.
    """

    indicator: str
    level: Level | None
    period: str
    vintage: int
    known: int
    of: int
    definition: str = ""
    per: str = ""
    scales: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    until: str = ""
    is_example: bool = False
    redrawn: tuple[tuple[str, str], ...] | None = None

    @property
    def covered(self) -> float:
        """The part of its areas that has a figure."""
        return self.known / self.of if self.of else 0.0


@dataclass(frozen=True)
class Comparable:
    """They may be compared, with these remarks beside them."""

    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """They may not, for this first reason."""

    reason: Reason
    facts: Mapping[str, Fact] = field(default_factory=dict)


def compared(one: Measured, other: Measured, ask: Ask = Ask.AREAS) -> Comparable | Refusal:
    """Whether two figures may stand beside each other; the order of the two makes no difference to whether."""
    for check in _CHECKS[ask]:
        refusal = check(one, other)
        if refusal:
            return refusal
    return Comparable(_remarks(one, other))


def measured(
    snapshot: Snapshot,
    level: Level,
    indicator: str,
    period: str,
    members: Collection[str] = (),
    *,
    breakdown: str = "",
    per: str = "",
    vintage: int | None = None,
) -> Measured | NoNumber:
    """What is known of a statistic. members: the areas it is asked of; none for all of the level that have a row."""
    column = column_shown(snapshot, level, indicator, breakdown, period, vintage)
    if column is None:
        return no_number(Why.NO_FIGURE)
    inside = np.isin(column.codes, list(members)) if members else np.ones(len(column.codes), dtype=bool)
    known = inside & ~np.isnan(column.values)
    return Measured(
        indicator=indicator,
        level=level,
        period=period,
        vintage=column.vintage,
        known=int(known.sum()),
        of=len(set(members)) or int(inside.sum()),
        definition=breakdown,
        per=per,
        statuses=frozenset(STATUS_CODES[status] for status in np.unique(column.statuses[known])),
        until=snapshot.measured_until(column.source, period),
        is_example=snapshot.is_example,
    )


_Check = Callable[[Measured, Measured], Refusal | None]


def _differs(reason: Reason, name: str) -> _Check:
    def check(one: Measured, other: Measured) -> Refusal | None:
        mine, its = getattr(one, name), getattr(other, name)
        return None if mine == its else Refusal(reason, {"one": _fact(mine), "other": _fact(its)})

    return check


def _fact(value: object) -> Fact:
    return float(value) if isinstance(value, int) else str(value or "")


def _example(one: Measured, other: Measured) -> Refusal | None:
    return Refusal(Reason.EXAMPLE) if one.is_example is not other.is_example else None


def _mixed(one: Measured, other: Measured) -> Refusal | None:
    mixed = next((each.scales for each in (one, other) if len(each.scales) > 1), None)
    return Refusal(Reason.MIXED_SCALES, {"scales": tuple(sorted(mixed))}) if mixed else None


def _scale(one: Measured, other: Measured) -> Refusal | None:
    if one.scales == other.scales:
        return None
    words = (", ".join(sorted(each.scales)) for each in (one, other))
    return Refusal(Reason.OTHER_SCALE, dict(zip(("one", "other"), words, strict=True)))


def _complete(one: Measured, other: Measured) -> Refusal | None:
    """Part of a year beside the same part of it is alike; beside anything else it is not."""
    part = next((each for each in (one, other) if each.until), None)
    if part is None or one.until == other.until:
        return None
    return Refusal(Reason.PARTIAL_PERIOD, {"period": part.period, "until": part.until})


def _unbroken(one: Measured, other: Measured) -> Refusal | None:
    known = catalog.indicators().get(one.indicator)
    for stop in known.breaks if known else ():
        if _between(stop.period, one, other) and (not stop.breakdowns or one.definition in stop.breakdowns):
            return Refusal(Reason.DEFINITION_BREAK, {"period": stop.period, "because": stop.because})
    return None


def _same_land(one: Measured, other: Measured) -> Refusal | None:
    """On unlike boundaries only areas of which it is known that they stayed the same may be followed."""
    if one.vintage == other.vintage:
        return None
    if one.redrawn is None and other.redrawn is None:
        return Refusal(Reason.OTHER_BOUNDARIES, {"one": float(one.vintage), "other": float(other.vintage)})
    stops = sorted({*(one.redrawn or ()), *(other.redrawn or ())})
    found = next((stop for stop in stops if _between(stop[0], one, other)), None)
    return Refusal(Reason.REDRAWN, {"period": found[0], "because": found[1]}) if found else None


def _between(period: str, one: Measured, other: Measured) -> bool:
    first, last = sorted((one.period, other.period))
    return first < period <= last


def _near(one: Measured, other: Measured) -> Refusal | None:
    if abs(int(one.period) - int(other.period)) <= MOST_YEARS_APART:
        return None
    return Refusal(Reason.OTHER_PERIOD, {"one": one.period, "other": other.period})


def _estimated(one: Measured, other: Measured) -> Refusal | None:
    """An estimate beside a measurement would compare the way of estimating."""
    estimates = [bool(each.statuses) and each.statuses <= {Status.ESTIMATED} for each in (one, other)]
    return Refusal(Reason.ESTIMATED) if estimates[0] is not estimates[1] else None


def _covered(one: Measured, other: Measured) -> Refusal | None:
    thin = next((each for each in (one, other) if each.covered < LEAST_COVERED), None)
    if thin:
        return Refusal(Reason.LITTLE_COVERAGE, {"known": float(thin.known), "of": float(thin.of)})
    return None


def _evenly(one: Measured, other: Measured) -> Refusal | None:
    if abs(one.covered - other.covered) <= MOST_UNEVEN:
        return None
    facts = {"known": one.known, "of": one.of, "other_known": other.known, "other_of": other.of}
    return Refusal(Reason.OTHER_COVERAGE, {name: float(count) for name, count in facts.items()})


_ONE_MEASURE: tuple[_Check, ...] = (
    _example,
    _differs(Reason.OTHER_LEVEL, "level"),
    _differs(Reason.OTHER_INDICATOR, "indicator"),
    _differs(Reason.OTHER_DEFINITION, "definition"),
    _differs(Reason.OTHER_DENOMINATOR, "per"),
    _mixed,
    _scale,
)
_COVERAGE: tuple[_Check, ...] = (_covered, _evenly)
_BOUNDARIES = _differs(Reason.OTHER_BOUNDARIES, "vintage")
_CHECKS: dict[Ask, tuple[_Check, ...]] = {
    Ask.AREAS: (
        *_ONE_MEASURE, _differs(Reason.OTHER_PERIOD, "period"), _complete, _BOUNDARIES, _estimated, *_COVERAGE,
    ),
    Ask.CHANGE: (*_ONE_MEASURE, _complete, _unbroken, _same_land, _estimated, *_COVERAGE),
    Ask.MEASURES: (
        _example, _differs(Reason.OTHER_LEVEL, "level"), _mixed, _near, _BOUNDARIES, _covered,
    ),
}  # fmt: skip


def _remarks(one: Measured, other: Measured) -> tuple[Remark, ...]:
    statuses = one.statuses | other.statuses
    said = {
        Remark.PROVISIONAL: bool(statuses & {Status.PROVISIONAL, Status.PROVISIONAL_REVISED}),
        Remark.RECALCULATED: Status.RECALCULATED in statuses,
        Remark.INCOMPLETE: one.known < one.of or other.known < other.of,
        Remark.PERIODS_DIFFER: one.period != other.period,
        Remark.ESTIMATED: Status.ESTIMATED in statuses,
    }
    return tuple(remark for remark, is_so in said.items() if is_so)
