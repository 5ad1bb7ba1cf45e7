"""What a page is about: a place, one area process or a community; with the municipalities, area processes and projects that go with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from transition.domain.areas import Area, Level, gemeente_of
from transition.metrics.area_scope import Places
from transition.metrics.communities import several

Became = Mapping[str, Sequence[str]]
"""Municipality -> the ones it went into."""
_PARTS = (Level.WIJK, Level.BUURT)


class Sort(StrEnum):
    """What sort of thing a page is about."""

    PLACE = "place"
    AREA_PROCESS = "area_process"
    COMMUNITY = "community"


@dataclass(frozen=True)
class Scope:
    """id: a code of CBS, or the id of an area process or community. areas: ids of the area processes in it, in the register's order.

    municipalities: the present ones it has, or in which it lies. A wijk, a buurt and an area process are a part of a municipality:
    what is recorded of the municipality as a whole (its goal, its checklist) is not theirs.
    """

    sort: Sort
    id: str
    name: str
    level: Level | None
    municipalities: tuple[str, ...]
    areas: tuple[str, ...]

    @property
    def is_part(self) -> bool:
        """Whether it is less than a municipality."""
        return self.sort is Sort.AREA_PROCESS or self.level in _PARTS

    @property
    def is_place(self) -> bool:
        """Whether statistics are published of it."""
        return self.sort is Sort.PLACE


def of_place(code: str, processes: pd.DataFrame, places: Places, areas: Mapping[str, Area]) -> Scope:
    """A country, province, region, municipality, wijk or buurt. processes: the register's table, of which `places` is made."""
    area = areas[code]
    ids = tuple(str(id) for id in processes.index[places.within(code)])
    return Scope(Sort.PLACE, code, area.name, area.level, _municipalities(area, areas), ids)


def of_area(id: str, processes: pd.DataFrame, became: Became) -> Scope:
    """One area process. Raises KeyError when the register does not have it."""
    row = processes.loc[id]
    return Scope(Sort.AREA_PROCESS, id, str(row["name"]), None, _now(several(row["municipalities"]), became), (id,))


def of_community(id: str, communities: pd.DataFrame, processes: pd.DataFrame, became: Became) -> Scope:
    """One community, with the area processes that name it. Raises KeyError when the register does not have it."""
    row = communities.loc[id]
    own = processes[processes["community"] == id]
    named = {code for cell in [row["municipalities"], *own["municipalities"]] for code in several(cell)}
    ids = tuple(str(one) for one in own.index)
    return Scope(Sort.COMMUNITY, id, str(row["name"]), None, _now(sorted(named), became), ids)


def projects_in(scope: Scope, projects: pd.DataFrame, became: Became) -> pd.DataFrame:
    """The projects of a scope, of the register's table: by municipality, and for less than that and for a community by area process."""
    if scope.level is Level.LAND:
        return projects
    if scope.is_part or scope.sort is Sort.COMMUNITY:
        return projects[projects["area"].isin(scope.areas)]
    return projects[projects["municipality"].isin(with_former(scope.municipalities, became))]


def with_former(codes: Sequence[str], became: Became) -> tuple[str, ...]:
    """These municipalities and those that went into them: what was recorded of a former one is theirs now."""
    inside = set(codes)
    return (*codes, *(old for old, after in became.items() if old not in inside and inside.intersection(after)))


def _municipalities(area: Area, areas: Mapping[str, Area]) -> tuple[str, ...]:
    if area.level is Level.GEMEENTE:
        return (area.code,)
    if area.level in _PARTS:
        return (gemeente_of(area.code),)
    return tuple(
        sorted(
            one.code
            for one in areas.values()
            if one.level is Level.GEMEENTE
            and one.valid_to is None
            and (area.level is Level.LAND or area.code in (one.provincie, one.res, one.subres))
        )
    )


def _now(codes: Sequence[str], became: Became) -> tuple[str, ...]:
    return tuple(sorted({after for code in codes for after in became.get(code, (code,))}))
