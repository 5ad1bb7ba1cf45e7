"""Who does better inside a named group, and what these have recorded: phases, leads, roles, money, decisions. Never who does worse."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import pandas as pd

from transition.domain.indicators import Direction
from transition.domain.register.choices import ACTIVITIES, LADDER
from transition.metrics.area_steps import standing, steps
from transition.metrics.cells import days, text
from transition.metrics.comparison.peer_group import PeerGroup
from transition.metrics.no_number import NoNumber
from transition.metrics.scope import Became, Scope
from transition.metrics.steering.finance import Finance, finance
from transition.metrics.steering.roles import RoleCheck, role_checks

NEEDED = ("area_process", "milestone", "method_phase", "role", "finance_line", "decision")
"""The kinds of records that are looked at."""
USUAL = 5
"""So many of those who do better are shown at most."""


class Found(StrEnum):
    """Whether anybody does better. NO_DIRECTION: neither more nor less is better."""

    SOME = "some"
    NOBODY = "nobody"
    NO_FIGURE = "no_figure"
    NO_DIRECTION = "no_direction"


@dataclass(frozen=True)
class Better:
    """codes: who does better, the best first, at most as many as asked. count: how many of the `known` others with a figure."""

    found: Found
    codes: tuple[str, ...] = ()
    count: int = 0
    known: int = 0


@dataclass(frozen=True)
class Decided:
    """One decision: what, when and by whom ('' when it is not recorded)."""

    title: str
    on: date
    by: str


@dataclass(frozen=True)
class Doing:
    """What is recorded of one place or community. areas: ids of its area processes; without any, nothing of this is recorded.

    phases: how many areas stand on each step of the common ladder, of the `placed` of which that is known. leads: how many have a
    local lead, have none, and of how many nobody recorded it. carries_out: per activity in how many areas the local lead carries it
    out, of the `with_roles` with any role recorded; with_one: those where every recorded activity has one accountable.
    taken, planned: decisions, the last and the next first. overdue: planned ones of which the day has passed, the longest first.
    """

    id: str
    name: str
    areas: tuple[str, ...]
    phases: Mapping[str, int]
    placed: int
    leads: Mapping[str, int]
    carries_out: Mapping[str, int]
    with_one: int
    with_roles: int
    money: Finance
    taken: tuple[Decided, ...]
    planned: tuple[Decided, ...]
    overdue: tuple[Decided, ...]

    @property
    def is_recorded(self) -> bool:
        return bool(self.areas or self.taken or self.planned or self.overdue)


def better(group: PeerGroup, values: Mapping[str, float], direction: Direction, most: int = USUAL) -> Better:
    """Who in the group has a better figure than the area itself. values: of every member, NaN or left out where unknown."""
    own = values.get(group.area, math.nan)
    others = {code: values.get(code, math.nan) for code in group.others}
    known = {code: value for code, value in others.items() if not math.isnan(value)}
    if direction is Direction.NONE:
        return Better(Found.NO_DIRECTION, known=len(known))
    if math.isnan(own) or not known:
        return Better(Found.NO_FIGURE, known=len(known))
    sign = -1 if direction is Direction.UP else 1
    ahead = sorted(
        (code for code, value in known.items() if value * sign < own * sign), key=lambda c: (known[c] * sign, c)
    )
    return Better(Found.SOME if ahead else Found.NOBODY, tuple(ahead[:most]), len(ahead), len(known))


@dataclass(frozen=True, eq=False)
class Recorded:
    """What `doing` looks things up in, of all areas at once: made once per state of the register, kept by who asks.

    phase: area -> where it stands on the common ladder. roles, leads: area -> its roles checked, whether there is a lead.
    """

    phase: Mapping[str, str]
    roles: Mapping[str, RoleCheck | NoNumber]
    leads: Mapping[str, str]
    lines: pd.DataFrame
    decisions: pd.DataFrame
    became: Became


def recorded(tables: Mapping[str, pd.DataFrame], became: Became) -> Recorded:
    """tables: of the kinds `NEEDED`; only what may be shown. became: municipality -> the ones it went into."""
    areas = tables["area_process"]
    found = steps(areas, tables["milestone"], tables["method_phase"])
    phase = {str(area): str(one) for area, one in standing(found)["phase"].dropna().items()} if len(found) else {}
    roles = role_checks(tables["role"], [str(id) for id in areas.index])
    leads = {str(id): text(state) or "unknown" for id, state in areas["lead_state"].items()}
    return Recorded(phase, roles, leads, tables["finance_line"], tables["decision"], became)


def doing(found: Recorded, scope: Scope, today: date) -> Doing:
    """What is recorded of one place or community."""
    standing_at = [found.phase[id] for id in scope.areas if id in found.phase]
    checks = [check for id in scope.areas if isinstance(check := found.roles.get(id), RoleCheck)]
    carried = [activity for check in checks for activity in check.local_carries_out]
    led = [found.leads[id] for id in scope.areas]
    decisions = _decisions(found.decisions, scope, found.became)
    taken = [one for one in _decided(decisions, "taken") if one.on <= today]
    planned = _decided(decisions, "planned")
    return Doing(
        id=scope.id,
        name=scope.name,
        areas=scope.areas,
        phases={one: standing_at.count(one) for one in LADDER if one in standing_at},
        placed=len(standing_at),
        leads={one: led.count(one) for one in ("lead", "no_lead", "unknown")},
        carries_out={one: carried.count(one) for one in ACTIVITIES if one in carried},
        with_one=sum(not check.without and not check.several for check in checks),
        with_roles=len(checks),
        money=finance(found.lines, scope.areas),
        taken=tuple(reversed(taken)),
        planned=tuple(one for one in planned if one.on >= today),
        overdue=tuple(one for one in planned if one.on < today),
    )


def _decisions(decisions: pd.DataFrame, scope: Scope, became: Became) -> pd.DataFrame:
    """Those about its areas; of a place that is a municipality or more also those about the municipality as a whole."""
    inside = decisions["area"].isin(scope.areas)
    if scope.is_place and not scope.is_part:
        own = set(scope.municipalities)
        of = [bool(own.intersection((code, *became.get(code, ())))) for code in decisions["municipality"]]
        inside |= np.array(of, dtype=bool)
    return decisions[inside]


def _decided(decisions: pd.DataFrame, state: str) -> list[Decided]:
    """Oldest first."""
    own = decisions[decisions["state"].eq(state)].sort_index().sort_values("decided_on", kind="stable")
    rows = zip(own["title"], days(own["decided_on"]), own["decided_by"], strict=True)
    return [Decided(text(title), on, text(by)) for title, on, by in rows if on]
