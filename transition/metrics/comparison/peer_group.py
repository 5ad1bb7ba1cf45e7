"""With whom one is compared: always a group with a name, never 'the rest'."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from transition.domain.areas import Area, Level, gemeente_of
from transition.metrics.comparison.neighbours import Neighbours
from transition.metrics.council_peers import FEWEST, SIZES
from transition.metrics.no_number import Fact, NoNumber, Why, no_number

FEWEST_OWN, MOST_OWN = 2, 5
"""How many others make a set of one's own."""


class Sort(StrEnum):
    """What kind of group. What `facts` holds stands behind each."""

    NEIGHBOURS = "neighbours"  # choice
    PROVINCE = "province"  # name
    RES = "res"  # name
    SIZE = "size"  # least, below: inhabitants; below 0 has no upper bound
    OWN = "own"
    COMMUNITY = "community"  # name
    WITHIN = "within"  # name: of the municipality they lie in
    EACH_OTHER = "each_other"  # level: all of it


@dataclass(frozen=True)
class PeerGroup:
    """members: the area itself first, then the others; neighbours nearest first, else by code."""

    sort: Sort
    level: Level
    members: tuple[str, ...]
    facts: Mapping[str, Fact] = field(default_factory=dict, hash=False)

    @property
    def area(self) -> str:
        return self.members[0]

    @property
    def others(self) -> tuple[str, ...]:
        return self.members[1:]


class Dropped(StrEnum):
    """Why a code somebody chose is not in a set of one's own."""

    UNKNOWN = "unknown"
    OTHER_LEVEL = "other_level"
    ENDED = "ended"
    TWICE = "twice"
    ITSELF = "itself"
    TOO_MANY = "too_many"


@dataclass(frozen=True)
class OwnSet:
    """group: with the area itself in front, or why it is none. dropped: (what was chosen, why it is not in), in the order chosen."""

    group: PeerGroup | NoNumber
    dropped: tuple[tuple[str, Dropped], ...]


def of_neighbours(found: Neighbours | NoNumber) -> PeerGroup | NoNumber:
    """The statistical neighbours."""
    if isinstance(found, NoNumber):
        return found
    members = (found.code, *(one.code for one in found.found))
    return PeerGroup(Sort.NEIGHBOURS, Level.GEMEENTE, members, {"choice": str(found.choice)})


def of_province(code: str, areas: Mapping[str, Area]) -> PeerGroup | NoNumber:
    """The municipalities of the same province."""
    return _within(code, areas, Sort.PROVINCE, areas[code].provincie)


def of_res(code: str, areas: Mapping[str, Area]) -> PeerGroup | NoNumber:
    """The municipalities of the same energy region; a region of one municipality makes no group."""
    return _within(code, areas, Sort.RES, areas[code].res)


def _within(code: str, areas: Mapping[str, Area], sort: Sort, region: str) -> PeerGroup | NoNumber:
    others = [one for one in _present(areas, Level.GEMEENTE) if region in (areas[one].provincie, areas[one].res)]
    name = areas[region].name if region in areas else ""
    return _group(sort, code, others if region and areas[code].level is Level.GEMEENTE else [], areas, name=name)


def of_size(code: str, areas: Mapping[str, Area], people: Mapping[str, float]) -> PeerGroup | NoNumber:
    """The municipalities of about as many inhabitants, in the classes of CBS. people: of every municipality that has a figure."""
    if code not in people:
        return no_number(Why.NO_INHABITANTS)
    own = _size(people[code])
    others = [one for one in _present(areas, Level.GEMEENTE) if one in people and _size(people[one]) == own]
    least, below = own
    return _group(Sort.SIZE, code, others, areas, least=float(least), below=float(below))


def within_municipality(code: str, areas: Mapping[str, Area]) -> PeerGroup | NoNumber:
    """The wijken, or the buurten, of the same municipality."""
    home = gemeente_of(code)
    others = [one for one in _present(areas, areas[code].level) if gemeente_of(one) == home]
    return _group(Sort.WITHIN, code, others, areas, name=areas[home].name if home in areas else home)


def each_other(code: str, areas: Mapping[str, Area]) -> PeerGroup | NoNumber:
    """All areas of the same level: for regions and provinces."""
    level = areas[code].level
    return _group(Sort.EACH_OTHER, code, _present(areas, level), areas, fewest=FEWEST_OWN, level=str(level))


def of_community(
    code: str, name: str, municipalities: Sequence[str], areas: Mapping[str, Area]
) -> PeerGroup | NoNumber:
    """The municipalities of a community, the area among them or beside them. name: the community's."""
    there = set(_present(areas, Level.GEMEENTE))
    return _group(Sort.COMMUNITY, code, [one for one in municipalities if one in there], areas, fewest=1, name=name)


def own_set(code: str, chosen: Sequence[str], areas: Mapping[str, Area]) -> OwnSet:
    """FEWEST_OWN to MOST_OWN areas of the same level that somebody chose; what stands in an address may be anything."""
    kept: list[str] = []
    dropped: list[tuple[str, Dropped]] = []
    for one in chosen:
        why = _why_not(one, code, kept, areas)
        if why:
            dropped.append((one, why))
        else:
            kept.append(one)
    if len(kept) < FEWEST_OWN:
        return OwnSet(no_number(Why.TOO_FEW_CASES, found=len(kept), needed=FEWEST_OWN, open=0), tuple(dropped))
    return OwnSet(PeerGroup(Sort.OWN, areas[code].level, (code, *kept)), tuple(dropped))


def _why_not(one: str, code: str, kept: Sequence[str], areas: Mapping[str, Area]) -> Dropped | None:
    if one not in areas:
        return Dropped.UNKNOWN
    if areas[one].level is not areas[code].level:
        return Dropped.OTHER_LEVEL
    if areas[one].valid_to is not None:
        return Dropped.ENDED
    if one == code:
        return Dropped.ITSELF
    if one in kept:
        return Dropped.TWICE
    return Dropped.TOO_MANY if len(kept) == MOST_OWN else None


def _present(areas: Mapping[str, Area], level: Level) -> list[str]:
    return sorted(area.code for area in areas.values() if area.level is level and area.valid_to is None)


def _group(
    sort: Sort, code: str, members: Sequence[str], areas: Mapping[str, Area], *, fewest: int = FEWEST, **facts: Fact
) -> PeerGroup | NoNumber:
    others = tuple(one for one in members if one != code)
    if len(others) < fewest:
        return no_number(Why.TOO_FEW_CASES, found=len(others), needed=fewest, open=0)
    return PeerGroup(sort, areas[code].level, (code, *others), facts)


def _size(people: float) -> tuple[int, int]:
    at = bisect_right(SIZES, people)
    return SIZES[at - 1], SIZES[at] if at < len(SIZES) else 0
