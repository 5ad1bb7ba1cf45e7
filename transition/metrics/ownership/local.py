"""Lokaal eigendom of one place, area process or community: everything its page says, gathered from the register's tables. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from transition.domain.register.choices import ANCHORING_TECHNOLOGIES, COUNTED_TECHNOLOGIES, TECHNOLOGIES
from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership import say
from transition.metrics.ownership.aim import Required, reached, required
from transition.metrics.ownership.cooperatives import CollectiveSolar, Cooperatives, collective_solar, cooperatives
from transition.metrics.ownership.policy import Anchoring, Spread, anchoring, spread
from transition.metrics.ownership.shares import (
    Definition,
    Distance,
    Share,
    agreed_pipeline,
    by_owner,
    distance,
    owned,
    realised,
    share,
)
from transition.metrics.production import hours_with
from transition.metrics.steering.goal import Goal, goal_of, goals

NEEDED = ("party", "policy_anchoring", "target", "participation")
"""The kinds of records it is made of, beside the projects."""
ALL = ""
"""In `Local.owners`: all techniques together."""
GOAL = "local_ownership_pct"


@dataclass(frozen=True)
class Measured:
    """What one definition of local comes to. stands: LE1 or LE2. coming: LE3, apart and never added. way: what the rest must be.

    assumed: the local part of all there is at the end of 2030 when a reader's part of the open pipeline gets local owners; else None.
    """

    stands: Share
    coming: Share
    distance: Distance | NoNumber
    way: Required
    assumed: Band | None


@dataclass(frozen=True)
class Local:
    """Lokaal eigendom of one scope. It never holds anything about eigenaarschap, which is a ladder and no part of production.

    counted: projects that count, of any state. left_out: standing or coming projects that do not count (roofs, heat, storage).
    owners: technique (`ALL`: together) -> owner type -> MWh a year that stands. policy: per technique, of the one municipality it is
    about or lies in; empty for more. around: the spread of policy over `peers`. goal: its own, as decided, never that of the country.
    cooperatives: None for a part of a municipality.
    votes, fund: of what stands. took_part: (area, decision) -> highest step with evidence; `unproven` records have none.
    """

    counted: int
    left_out: int
    strict: Measured
    broad: Measured
    owners: Mapping[str, Mapping[str, float]]
    policy: Mapping[str, Anchoring | NoNumber]
    around: Mapping[str, Spread]
    goal: Goal | NoNumber
    cooperatives: Cooperatives | None
    collective: CollectiveSolar
    votes: Mapping[str, int]
    fund: say.Fund
    took_part: Mapping[tuple[str, str], say.Step]
    unproven: int

    def measured(self, definition: Definition) -> Measured:
        """What the definition comes to."""
        return self.strict if definition is Definition.STRICT else self.broad


def counting(projects: pd.DataFrame, solar_hours: Mapping[str, float]) -> pd.DataFrame:
    """`shares.owned`, with the full-load hours of the sun where each project stands, and the national ones elsewhere.

    solar_hours: municipality -> hours a year. Production is an estimate where it was not recorded.
    """
    if projects.empty:
        return owned(projects)
    hours = projects["municipality"].map(dict(solar_hours)).astype(float)
    if hours.isna().all():
        return owned(projects)
    parts = [
        owned(rows, hours_with(solar=None if pd.isna(here) else float(here)))
        for here, rows in projects.groupby(hours, dropna=False)
    ]
    joined = pd.concat(parts)
    return joined.loc[projects.index.intersection(joined.index, sort=False)]


def local(
    projects: pd.DataFrame,
    tables: Mapping[str, pd.DataFrame],
    today: date,
    *,
    code: str = "",
    area: str = "",
    municipalities: Collection[str] = (),
    peers: Sequence[str] = (),
    is_part: bool = False,
    inhabitants: float | None = None,
    solar_hours: Mapping[str, float] | None = None,
) -> Local:
    """projects: the register's table, already of the scope; `tables`: those of `NEEDED`, participation already of the scope.

    code: of a place; area: of an area process; '' for what it is not. A reader's assumptions come after it: `assuming`.
    """
    found = counting(projects, solar_hours or {})
    stands, agreed = realised(found), agreed_pipeline(found)
    took_part, unproven = say.participation(tables["participation"])
    policy, own = tables["policy_anchoring"], tuple(municipalities)
    targets = tables["target"]
    aims = goals(targets[targets["indicator"].eq(GOAL)])
    return Local(
        counted=len(found),
        left_out=int((projects["status"].ne("cancelled") & ~projects["technology"].isin(COUNTED_TECHNOLOGIES)).sum()),
        strict=_measured(found, stands, agreed, Definition.STRICT),
        broad=_measured(found, stands, agreed, Definition.BROAD),
        owners=_owners(stands),
        policy=anchoring(policy, own[0], today) if len(own) == 1 else {},
        around={name: spread(policy, peers, name, today) for name in ANCHORING_TECHNOLOGIES},
        goal=goal_of(aims, GOAL, today.year, code=code, area=area),
        cooperatives=None if is_part else cooperatives(tables["party"], own, inhabitants),
        collective=collective_solar(projects, None if is_part else inhabitants),
        votes=say.votes(stands),
        fund=say.fund(stands),
        took_part=took_part,
        unproven=unproven,
    )


def assuming(known: Local, found: pd.DataFrame, chances: Mapping[str, float], local_part: float | None = None) -> Local:
    """`known` with the way to the aim as a reader assumes it; all that stands stays as it is. found: `counting`, of the same scope.

    chances: per state of the pipeline the part of it that is counted on, 1 where it is not given. local_part: the part of the open
    pipeline that gets local owners.
    """

    def assumed(measured: Measured, definition: Definition) -> Measured:
        way = required(found, definition, chances=chances)
        return replace(measured, way=way, assumed=None if local_part is None else reached(way, local_part))

    strict, broad = assumed(known.strict, Definition.STRICT), assumed(known.broad, Definition.BROAD)
    return replace(known, strict=strict, broad=broad)


def _measured(found: pd.DataFrame, stands: pd.DataFrame, agreed: pd.DataFrame, definition: Definition) -> Measured:
    now = share(stands, definition)
    return Measured(now, share(agreed, definition), distance(now), required(found, definition), None)


def _owners(stands: pd.DataFrame) -> dict[str, dict[str, float]]:
    """All together first, then each technique there is, in the order of the choices."""
    there = [name for name in TECHNOLOGIES if stands["technology"].eq(name).any()]
    each = {name: by_owner(stands[stands["technology"].eq(name)]) for name in there}
    return {ALL: by_owner(stands), **each} if each else {}
