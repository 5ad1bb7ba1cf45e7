"""One community as it stands beside others: how far its areas are, how long that takes, whose they are, what is paid, how it works."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pandas as pd

from transition.domain.register.choices import LADDER
from transition.metrics.area_money import SURENESS, money
from transition.metrics.comparison.gate import Measured
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ownership.ladder import Distribution, cooperation, distribution
from transition.metrics.ownership.two_sided import LOCAL, MUNICIPALITY
from transition.metrics.steering.finance import Finance, finance
from transition.metrics.steering.survival import Median, median

NEEDED = ("ownership_assessment", "cooperation_score", "finance_line")
"""The kinds of records it is made of, beside the areas with their phase and the spells."""


class Topic(StrEnum):
    """What communities are put beside each other on."""

    PHASES = "phases"
    TIMES = "times"
    OWNERSHIP = "ownership"
    MONEY = "money"
    COOPERATION = "cooperation"


@dataclass(frozen=True)
class Funnel:
    """reached: how many areas came at least as far as each step of the common ladder. here: how many are on it now.

    Of `known` areas it is recorded, of `of`; the others are nowhere in it.
    """

    reached: Mapping[str, int]
    here: Mapping[str, int]
    known: int
    of: int


@dataclass(frozen=True)
class PhaseTime:
    """Days in one phase of the ladder. cases: (days, whether it is still going on), shortest first. median: by Kaplan and Meier."""

    phase: str
    cases: tuple[tuple[float, bool], ...]
    median: Median | NoNumber

    @property
    def open(self) -> int:
        """How many still go on."""
        return sum(is_open for _, is_open in self.cases)


@dataclass(frozen=True)
class Gap:
    """The cooperation in points, municipality minus local, of the areas of which both gave a score that can be compared; lowest first.

    one_sided: areas of which one side gave one. of: all areas.
    """

    differences: tuple[int, ...]
    one_sided: int
    of: int


@dataclass(frozen=True)
class Beside:
    """One community. areas: ids; themes: of its areas. timed: areas with any phase of which the days are known.

    parts: per area what is committed as a part of its cost, of those with cost and cover in prices of one year; lowest first.
    """

    id: str
    areas: tuple[str, ...]
    themes: frozenset[str]
    funnel: Funnel
    times: tuple[PhaseTime, ...]
    timed: int
    levels: Mapping[str, Distribution]
    finance: Finance
    parts: tuple[float, ...]
    gap: Gap

    @property
    def judged(self) -> int:
        """Of how many areas any side judged the ownership."""
        return max(one.recorded for one in self.levels.values())


def beside(
    id: str, areas: pd.DataFrame, spells: pd.DataFrame, tables: Mapping[str, pd.DataFrame], today: date
) -> Beside:
    """areas: of the community, with theme and phase (`area_processes.overview`). spells: `lead_time.SPELLS` by step of the ladder.

    tables: of `NEEDED`; of these and of the spells what is of other areas is left out.
    """
    ids = tuple(str(area) for area in areas.index)
    own = spells[spells["area"].isin(ids)]
    return Beside(
        id=id,
        areas=ids,
        themes=frozenset(areas["theme"].dropna()),
        funnel=funnel(areas["phase"]),
        times=phase_times(own),
        timed=int(own["area"].nunique()),
        levels={side: distribution(tables["ownership_assessment"], ids, side, today) for side in (MUNICIPALITY, LOCAL)},
        finance=finance(tables["finance_line"], ids),
        parts=covered_parts(tables["finance_line"], ids),
        gap=gap(tables["cooperation_score"], ids, today),
    )


def funnel(phases: pd.Series) -> Funnel:
    """phases: of each area the step of the ladder it is on, missing where that is not recorded."""
    there = phases.dropna()
    here = {step: int((there == step).sum()) for step in LADDER}
    reached, so_far = {}, 0
    for step in reversed(LADDER):
        so_far += here[step]
        reached[step] = so_far
    return Funnel({step: reached[step] for step in LADDER}, here, len(there), len(phases))


def phase_times(spells: pd.DataFrame) -> tuple[PhaseTime, ...]:
    """Per step of the ladder, in its order; only those in which an area is or was."""
    made = []
    for phase in LADDER:
        own = spells[spells["phase"] == phase]
        cases = sorted(zip(own["days"].astype(float), own["is_open"].astype(bool), strict=True))
        if cases:
            made.append(PhaseTime(phase, tuple(cases), median(cases)))
    return tuple(made)


def covered_parts(lines: pd.DataFrame, areas: Collection[str]) -> tuple[float, ...]:
    """Of each area that can be told: what is committed as a part of what it costs; more than all of it is all of it."""
    own = lines[lines["area"].isin(list(areas))]
    if own.empty:
        return ()
    found = money(own)
    found = found[found[list(SURENESS)].notna().any(axis=1) & (found["price_levels"].map(len) <= 1)]
    return tuple(sorted(found["covered"].dropna().clip(upper=1.0).tolist()))


def gap(scores: pd.DataFrame, areas: Collection[str], today: date) -> Gap:
    """scores: the register's table."""
    found = cooperation(scores, areas, today).values()
    known = [one.difference for one in found if not isinstance(one.difference, NoNumber)]
    sides = [not isinstance(one.municipality, NoNumber) or not isinstance(one.local, NoNumber) for one in found]
    return Gap(tuple(sorted(known)), sum(sides) - len(known), len(sides))


def rests_on(found: Beside, topic: Topic) -> tuple[int, int]:
    """On how many areas, of how many."""
    known = {
        Topic.PHASES: found.funnel.known,
        Topic.TIMES: found.timed,
        Topic.OWNERSHIP: found.judged,
        Topic.MONEY: found.finance.with_cover,
        Topic.COOPERATION: len(found.gap.differences),
    }
    return known[topic], len(found.areas)


def measured(found: Beside, topic: Topic, today: date) -> Measured | NoNumber:
    """What the gate asks. The ladder is the same for every theme, so an unlike theme is told beside it and refuses nothing."""
    known, of = rests_on(found, topic)
    if not known:
        return no_number(Why.NOT_RECORDED)
    scales = {scale for one in found.levels.values() for scale in one.scales} if topic is Topic.OWNERSHIP else set()
    return Measured(f"register_{topic}", None, str(today.year), 0, known, of, scales=frozenset(scales))
