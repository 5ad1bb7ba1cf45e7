"""Statistical neighbours: the municipalities most like one, in the traits that matter for a named purpose, and why they are."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from transition.metrics.comparison.traits import (
    ELECTRICITY_PER_HOME,
    GAS_PER_HOME,
    HOME,
    HOUSEHOLD,
    LAND,
    LARGE_SOLAR,
    PEOPLE_PER_KM2,
    POPULATION,
    SMALL_SOLAR,
    Trait,
    Traits,
)
from transition.metrics.no_number import NoNumber, Why, no_number

FEWEST, USUAL, MOST = 3, 10, 30
"""How many neighbours may be asked for."""
ALIKE, UNLIKE = 0.25, 0.75
"""Up to so many standard deviations apart a trait is alike, from so many on it is unlike; between these it is neither.

Of inhabitants, on their log scale, the first is about a quarter more or less, the second about twice as many.
"""
FAR = 1.0
"""A neighbour that is on average further away than this is the nearest there is, and not like it."""
LEAST_KNOWN = 0.5
"""Who has less than this part of the weight known, is nobody's neighbour and has none."""
_LEAST_WEIGHT = 1e-9


class Choice(StrEnum):
    """What the likeness is for."""

    GENERAL = "general"
    HOMES = "homes"
    SPACE = "space"


WEIGHTS: dict[Choice, dict[Trait, float]] = {
    Choice.GENERAL: {POPULATION: 2, PEOPLE_PER_KM2: 2, HOUSEHOLD: 1, GAS_PER_HOME: 1, ELECTRICITY_PER_HOME: 1},
    Choice.HOMES: {
        GAS_PER_HOME: 2, ELECTRICITY_PER_HOME: 1, HOUSEHOLD: 2, HOME: 1, SMALL_SOLAR: 1, PEOPLE_PER_KM2: 1, POPULATION: 1,
    },
    Choice.SPACE: {LAND: 2, PEOPLE_PER_KM2: 2, LARGE_SOLAR: 1, POPULATION: 1},
}  # fmt: skip


class Sort(StrEnum):
    """How one trait of a neighbour stands beside one's own."""

    ALIKE = "alike"
    BETWEEN = "between"
    UNLIKE = "unlike"


@dataclass(frozen=True)
class Likeness:
    """own, other: the figures themselves. apart: standard deviations between them. is_weighed: counted in finding the neighbour."""

    trait: str
    own: float
    other: float
    apart: float
    sort: Sort
    is_weighed: bool


@dataclass(frozen=True)
class Neighbour:
    """distance: the weighed mean of the differences, in standard deviations. likenesses: of the traits both have, nearest first.

    unknown: weighed traits it has no figure of; there it counted as a municipality of which nothing is known.
    """

    code: str
    distance: float
    likenesses: tuple[Likeness, ...]
    unknown: tuple[str, ...]

    @property
    def is_far(self) -> bool:
        return self.distance > FAR

    def of(self, sort: Sort) -> tuple[Likeness, ...]:
        """The weighed traits that are so."""
        return tuple(one for one in self.likenesses if one.is_weighed and one.sort is sort)


@dataclass(frozen=True)
class Neighbours:
    """found: nearest first. weighed: the traits that counted. Left out of these were unknown: the area itself has no figure;
    absent: nobody has; same: they measure what is compared. candidates: how many municipalities could have been a neighbour.
    """

    code: str
    choice: Choice
    found: tuple[Neighbour, ...]
    weighed: tuple[str, ...]
    unknown: tuple[str, ...]
    absent: tuple[str, ...]
    same: tuple[str, ...]
    candidates: int


def weights(traits: Traits, choice: Choice, about: str = "") -> np.ndarray:
    """Of each trait. about: the indicator that will be compared; a trait that measures the same weighs nothing."""
    chosen = WEIGHTS[choice]
    return np.array([0.0 if _is_same(one, about) else chosen.get(one, 0.0) for one in traits.traits], dtype=float)


def distances(standard: np.ndarray, weight: np.ndarray, rows: np.ndarray | None = None) -> np.ndarray:
    """From each of `rows` (all when None) to each area: the root of the weighed mean of the squared differences.

    Over the traits the row's area has. One that the other lacks counts as the mean over all municipalities, z² + 1, so that not
    knowing is never nearness. Infinite to itself, and to and from who has too little known.
    """
    who = np.arange(len(standard)) if rows is None else rows
    known = ~np.isnan(standard)
    values = np.where(known, standard, 0.0)
    square = values**2
    enough = known @ weight >= max(LEAST_KNOWN * float(weight.sum()), _LEAST_WEIGHT)
    own = known[who] * weight
    # The sum over traits of w (a - b)², and where b is not known of w (a² + 1), written out so that no three-way table is made.
    summed = (own * square[who]) @ known.T + own @ square.T - 2 * (own * values[who]) @ values.T
    summed += (own * (square[who] + 1)) @ (~known).T
    made: np.ndarray = np.sqrt(np.maximum(summed, 0.0) / np.maximum(own.sum(axis=1), _LEAST_WEIGHT)[:, None])
    made[~enough[who], :] = np.inf
    made[:, ~enough] = np.inf
    made[np.arange(len(who)), who] = np.inf
    return made


def neighbours(
    traits: Traits, code: str, choice: Choice = Choice.GENERAL, n: int = USUAL, about: str = ""
) -> Neighbours | NoNumber:
    """The `n` municipalities most like one (FEWEST to MOST), or why there are none. about: the indicator that will be compared."""
    if code not in traits.codes:
        return no_number(Why.NO_FIGURE)
    weight = weights(traits, choice, about)
    at = traits.codes.index(code)
    away = distances(traits.standard, weight, np.array([at]))[0]
    order = [int(one) for one in np.argsort(away, kind="stable") if np.isfinite(away[one])]
    if not order:
        known = ~np.isnan(traits.standard[at]) & (weight > 0)
        return no_number(Why.INCOMPLETE, recorded=float(known.sum()), of=float((weight > 0).sum()))
    if len(order) < FEWEST:
        return no_number(Why.TOO_FEW_CASES, found=len(order), needed=FEWEST, open=0)
    nearest = order[: min(max(n, FEWEST), MOST)]
    counted = [one.id for one, w in zip(traits.traits, weight, strict=True) if w > 0]
    own = dict(zip((one.id for one in traits.traits), ~np.isnan(traits.standard[at]), strict=True))
    wanted = {trait.id for trait in WEIGHTS[choice]}
    return Neighbours(
        code=code,
        choice=choice,
        found=tuple(_neighbour(traits, at, one, weight, float(away[one])) for one in nearest),
        weighed=tuple(id for id in counted if own[id]),
        unknown=tuple(id for id in counted if not own[id]),
        absent=tuple(id for id in traits.absent if id in wanted),
        same=tuple(one.id for one in traits.traits if one.id in wanted and _is_same(one, about)),
        candidates=len(order),
    )


def _neighbour(traits: Traits, at: int, other: int, weight: np.ndarray, away: float) -> Neighbour:
    likenesses, unknown = [], []
    for place, trait in enumerate(traits.traits):
        apart = abs(float(traits.standard[at, place] - traits.standard[other, place]))
        if np.isnan(apart):
            if weight[place] > 0 and np.isnan(traits.standard[other, place]):
                unknown.append(trait.id)
            continue
        sort = Sort.ALIKE if apart <= ALIKE else Sort.UNLIKE if apart >= UNLIKE else Sort.BETWEEN
        own, its = float(traits.raw[at, place]), float(traits.raw[other, place])
        likenesses.append(Likeness(trait.id, own, its, apart, sort, bool(weight[place] > 0)))
    return Neighbour(traits.codes[other], away, tuple(sorted(likenesses, key=lambda one: one.apart)), tuple(unknown))


def _is_same(trait: Trait, about: str) -> bool:
    return bool(about) and about.startswith(trait.about) if trait.about else False
