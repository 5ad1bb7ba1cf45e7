"""Who is accountable and who carries out, checked: exactly one A per activity, and a local lead that carries out something."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from transition.domain.register.choices import ACTIVITIES
from transition.metrics.area_roles import LOCAL, by_letter
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


def role_check(roles: pd.DataFrame, area: str) -> RoleCheck | NoNumber:
    """roles: the register's table. Without any row: not recorded, which is neither right nor wrong."""
    found = by_letter(roles[roles["area"].eq(area)])
    if not found:
        return no_number(Why.NOT_RECORDED)
    accountable = {activity: len(letters["A"]) for activity, letters in found.items()}
    local = tuple(activity for activity, letters in found.items() if LOCAL in letters["R"])
    world_a: bool | NoNumber = not local
    if not local and len(found) < len(ACTIVITIES):
        world_a = no_number(Why.INCOMPLETE, recorded=float(len(found)), of=float(len(ACTIVITIES)))
    return RoleCheck(
        area=area,
        recorded=len(found),
        of=len(ACTIVITIES),
        without=tuple(activity for activity, count in accountable.items() if count == 0),
        several=tuple(activity for activity, count in accountable.items() if count > 1),
        local_carries_out=local,
        is_world_a=world_a,
    )


def role_checks(roles: pd.DataFrame, areas: Iterable[str]) -> dict[str, RoleCheck | NoNumber]:
    """Of each area, in order of its id."""
    by_area = dict(list(roles.groupby("area")))
    return {area: role_check(by_area.get(area, roles.iloc[:0]), area) for area in sorted(set(areas))}
