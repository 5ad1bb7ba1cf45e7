"""The signals of all areas of a municipality (or region) counted, each beside how many areas could be judged and how many there are."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from transition.metrics.steering.area_signals import AreaSignals, Schedule, Sign


@dataclass(frozen=True)
class Tally:
    """In `count` of the `judged` areas this is the matter; in the rest of `of` nobody recorded enough to say."""

    sign: Sign
    count: int
    judged: int
    of: int
    areas: tuple[str, ...]


@dataclass(frozen=True)
class Signals:
    """schedules: areas per schedule. recorded of the `of` areas that go on have a schedule; ended ones are in neither.

    on_schedule: whether all areas are on schedule; None while one of them is not recorded, or there are none at all.
    """

    schedules: Mapping[Schedule, int]
    recorded: int
    of: int
    tallies: tuple[Tally, ...]
    on_schedule: bool | None


def signals(found: Mapping[str, AreaSignals], areas: Collection[str]) -> Signals:
    """found: of all areas. areas: the ids of those it is about. An area of which nothing is known counts as not recorded."""
    own = [found[id] for id in sorted(set(areas)) if id in found]
    schedules = {kind: sum(one.schedule is kind for one in own) for kind in Schedule}
    going = [one for one in own if one.schedule is not Schedule.ENDED]
    recorded = sum(one.schedule is not Schedule.NOT_RECORDED for one in going)
    return Signals(
        schedules=schedules,
        recorded=recorded,
        of=len(going),
        tallies=tuple(_tally(sign, going) for sign in Sign),
        on_schedule=_all_on_schedule(going, recorded),
    )


def _tally(sign: Sign, going: Collection[AreaSignals]) -> Tally:
    there = tuple(one.area for one in going if any(signal.sign is sign for signal in one.signals))
    return Tally(sign, len(there), sum(sign in one.judged for one in going), len(going), there)


def _all_on_schedule(going: Collection[AreaSignals], recorded: int) -> bool | None:
    """One area that is not on schedule settles it; that all are can only be said when all are recorded."""
    if any(one.schedule in (Schedule.BEHIND, Schedule.ATTENTION) for one in going):
        return False
    return True if going and recorded == len(going) else None
