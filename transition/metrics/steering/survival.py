"""How long something lasts when some of it is not over yet: Kaplan and Meier's estimate, with how many cases it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from transition.metrics.no_number import NoNumber, Why, no_number

FEWEST_CLOSED = 3
"""Fewer cases that are over than this make no median."""
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Median:
    """The asked part of the cases, mostly half, is over within `days`.

    n: all cases, of which `open` are not over yet; they count as 'at least so long'.
    """

    days: float
    n: int
    open: int


def kaplan_meier(cases: Iterable[tuple[float, bool]]) -> list[tuple[float, float]]:
    """(days, part of the cases that lasts longer), at each moment at which a case was over. cases: (days, whether it is still open).

    S(t) = product over t_i <= t of (1 - d_i / n_i); a case still open at t_i counts as at risk there.
    """
    moments, left = _curve(*_columns(cases))
    return list(zip(moments.tolist(), left.tolist(), strict=True))


def _columns(cases: Iterable[tuple[float, bool]]) -> tuple[np.ndarray, np.ndarray]:
    found = list(cases)
    return np.array([days for days, _ in found], dtype=float), np.array([still for _, still in found], dtype=bool)


def _curve(days: np.ndarray, is_open: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    moments, over = np.unique(days[~is_open], return_counts=True)
    at_risk = len(days) - np.searchsorted(np.sort(days), moments, side="left")
    return moments, np.cumprod(1 - over / at_risk)


def over_within(days: np.ndarray, is_open: np.ndarray, part: float, fewest: int = FEWEST_CLOSED) -> Median | NoNumber:
    """The first day by which `part` (0 to 1) of the cases is over. days, is_open: of each case."""
    still = int(is_open.sum())
    if len(days) - still < fewest:
        return no_number(Why.TOO_FEW_CASES, found=len(days) - still, needed=fewest, open=still)
    moments, left = _curve(days, is_open)
    reached = np.flatnonzero(left <= 1 - part + _ROUNDING)
    if len(reached):
        return Median(float(moments[reached[0]]), len(days), still)
    return no_number(Why.MEDIAN_STILL_OPEN, n=len(days), open=still, at_least=float(days.max()))


def median(cases: Iterable[tuple[float, bool]], fewest: int = FEWEST_CLOSED) -> Median | NoNumber:
    """The Kaplan-Meier median: the first day on which no more than half of the cases is still going on."""
    return over_within(*_columns(cases), 0.5, fewest)
