"""How long something lasts when some of it is not over yet: Kaplan and Meier's estimate, with how many cases it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from transition.metrics.no_number import NoNumber, Why, no_number

FEWEST_CLOSED = 3
"""Fewer cases that are over than this make no median."""
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Median:
    """Half of the cases is over within `days`. n: all cases, of which `open` are not over yet and count as 'at least so long'."""

    days: float
    n: int
    open: int


def kaplan_meier(cases: Iterable[tuple[float, bool]]) -> list[tuple[float, float]]:
    """(days, part of the cases that lasts longer), at each moment at which a case was over. cases: (days, whether it is still open).

    S(t) = product over t_i <= t of (1 - d_i / n_i); a case still open at t_i counts as at risk there.
    """
    found = sorted(cases)
    curve: list[tuple[float, float]] = []
    left = 1.0
    for moment in sorted({days for days, is_open in found if not is_open}):
        at_risk = sum(days >= moment for days, _ in found)
        over = sum(days == moment and not is_open for days, is_open in found)
        left *= 1 - over / at_risk
        curve.append((moment, left))
    return curve


def within(cases: Iterable[tuple[float, bool]], part: float, fewest: int = FEWEST_CLOSED) -> Median | NoNumber:
    """The first day by which `part` (0 to 1) of the cases is over; the median is `part` 0.5."""
    found = list(cases)
    still = sum(is_open for _, is_open in found)
    if len(found) - still < fewest:
        return no_number(Why.TOO_FEW_CASES, found=len(found) - still, needed=fewest, open=still)
    for days, left in kaplan_meier(found):
        if left <= 1 - part + _ROUNDING:
            return Median(days, len(found), still)
    longest = max(days for days, _ in found)
    return no_number(Why.MEDIAN_STILL_OPEN, n=len(found), open=still, at_least=longest)


def median(cases: Iterable[tuple[float, bool]], fewest: int = FEWEST_CLOSED) -> Median | NoNumber:
    """The Kaplan-Meier median: the first day on which no more than half of the cases is still going on."""
    return within(cases, 0.5, fewest)
