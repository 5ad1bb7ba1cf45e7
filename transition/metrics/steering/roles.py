"""Who is accountable and who carries out, checked: exactly one A per activity, and a local lead that carries out something."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from transition.domain.register.choices import ACTIVITIES, ACTORS
from transition.metrics.area_roles import LOCAL
from transition.metrics.no_number import NoNumber, Why, no_number


@dataclass(frozen=True)
class RoleCheck:
    """The roles of one area against the rules. recorded: activities with a row, of all `of`.

    without, several: activities in which nobody, or more than one, is accountable. local_carries_out: those with an R of the local
    lead. is_world_a: the local lead carries out nothing, so that others decide and do it all; no number while rows are missing in
    which it might.
    """

    area: str
    recorded: int
    of: int
    without: tuple[str, ...]
    several: tuple[str, ...]
    local_carries_out: tuple[str, ...]
    is_world_a: bool | NoNumber

    @property
    def is_right(self) -> bool:
        """Every activity recorded, each with exactly one accountable, and the local lead carries out something."""
        return self.recorded == self.of and not self.without and not self.several and self.is_world_a is False


def role_checks(roles: pd.DataFrame, areas: Iterable[str]) -> dict[str, RoleCheck | NoNumber]:
    """Of each area, in order of its id. roles: the register's table. Without any row: not recorded, neither right nor wrong."""
    letters = roles[list(ACTORS)].fillna("").astype(str)
    accountable = letters.apply(lambda actor: actor.str.contains("A")).sum(axis=1)
    carries_out = letters[LOCAL].str.contains("R")
    found: dict[str, dict[str, tuple[int, bool]]] = {}
    for area, activity, count, local in zip(roles["area"], roles["activity"], accountable, carries_out, strict=True):
        found.setdefault(area, {})[activity] = (count, local)
    return {
        area: _check(area, found[area]) if area in found else no_number(Why.NOT_RECORDED) for area in sorted(set(areas))
    }


def _check(area: str, found: Mapping[str, tuple[int, bool]]) -> RoleCheck | NoNumber:
    """found: activity -> how many are accountable, and whether the local lead carries it out."""
    rows = {activity: found[activity] for activity in ACTIVITIES if activity in found}
    local = tuple(activity for activity, (_, carries_out) in rows.items() if carries_out)
    world_a: bool | NoNumber = not local
    if not local and len(rows) < len(ACTIVITIES):
        world_a = no_number(Why.INCOMPLETE, recorded=float(len(rows)), of=float(len(ACTIVITIES)))
    return RoleCheck(
        area=area,
        recorded=len(rows),
        of=len(ACTIVITIES),
        without=tuple(activity for activity, (count, _) in rows.items() if count == 0),
        several=tuple(activity for activity, (count, _) in rows.items() if count > 1),
        local_carries_out=local,
        is_world_a=world_a,
    )
