"""What a co-host sees of its communities at once: which areas move and which stand still, what comes next, and which lessons are open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import pandas as pd

from transition.domain.register.fields import DRAFT
from transition.metrics.cells import day, days, text
from transition.metrics.communities import several
from transition.metrics.steering.area_signals import AreaSignals, Schedule, Sign

RECENT = timedelta(days=183)
"""An area that achieved a step within half a year moves."""
NEEDED = ("area_process", "milestone", "session", "lesson")
"""The kinds of records it is made of, beside the signals of the areas."""


class Move(StrEnum):
    """STILL: longer in its phase than comparable areas. MOVES: a step was achieved within `RECENT`. USUAL: neither, no longer than usual.

    UNKNOWN: too little is recorded to say. An area that stands still in its phase does not move, whatever step was achieved.
    """

    STILL = "still"
    MOVES = "moves"
    USUAL = "usual"
    UNKNOWN = "unknown"
    ENDED = "ended"


class Lacks(StrEnum):
    """What a lesson lacks before others can use it."""

    DRAFT = "draft"
    TEXT = "text"
    DATE = "date"


@dataclass(frozen=True)
class Standing:
    """How one area moves. step, on: the step achieved last, '' and None without any. days: in its phase, of one that stands still."""

    area: str
    move: Move
    step: str
    on: date | None
    days: int | None


@dataclass(frozen=True)
class OpenLesson:
    """A lesson that is not finished."""

    id: str
    title: str
    lacks: tuple[Lacks, ...]


@dataclass(frozen=True)
class Session:
    """One session."""

    community: str
    on: date
    title: str


@dataclass(frozen=True)
class Hosted:
    """One community. standing: of its areas, what stands still longest first, then what moved last. coming: those ahead, by day.

    last: the last session that was held. unlearned: that session, when no lesson was recorded on or after its day.
    """

    id: str
    standing: tuple[Standing, ...]
    coming: tuple[Session, ...]
    last: Session | None
    unlearned: Session | None
    lessons: tuple[OpenLesson, ...]

    def that(self, move: Move) -> tuple[Standing, ...]:
        """Its areas that move so."""
        return tuple(one for one in self.standing if one.move is move)


def hosted_by(communities: pd.DataFrame, party: str) -> list[str]:
    """The communities a party is co-host of, in the order of the table."""
    return [str(id) for id, hosts in communities["co_hosts"].items() if party in several(hosts)]


def hosted(
    ids: Sequence[str], tables: Mapping[str, pd.DataFrame], signals: Mapping[str, AreaSignals], today: date
) -> list[Hosted]:
    """ids: of the communities. tables: of the kinds `NEEDED`. signals: of `area_signals`, of all areas."""
    processes, milestones = tables["area_process"], tables["milestone"]
    processes = processes[processes["community"].isin(ids)]
    last = _last_steps(milestones[milestones["area"].isin(processes.index)], today)
    of_area: dict[str, list[Standing]] = {id: [] for id in ids}
    for area, community in zip(processes.index, processes["community"], strict=True):
        of_area[community].append(_standing(str(area), signals.get(str(area)), last.get(str(area)), today))
    return [_hosted(id, of_area[id], tables, today) for id in ids]


def _last_steps(milestones: pd.DataFrame, today: date) -> dict[str, tuple[date, str]]:
    """Area -> (day, code) of the step achieved last."""
    found: dict[str, tuple[date, str]] = {}
    for area, code, actual in zip(milestones["area"], milestones["code"], days(milestones["actual"]), strict=True):
        if actual and actual <= today:
            found[str(area)] = max(found.get(str(area), (actual, str(code))), (actual, str(code)))
    return found


def _standing(area: str, found: AreaSignals | None, last: tuple[date, str] | None, today: date) -> Standing:
    on, step = last or (None, "")
    stalled = next((one for one in found.signals if one.sign is Sign.STALLED), None) if found else None
    move = _move(found, stalled is not None, on, today)
    return Standing(area, move, step, on, _whole(stalled.facts["days"]) if stalled and move is Move.STILL else None)


def _move(found: AreaSignals | None, is_stalled: bool, on: date | None, today: date) -> Move:
    if found and found.schedule is Schedule.ENDED:
        return Move.ENDED
    if is_stalled:
        return Move.STILL
    if on and today - on <= RECENT:
        return Move.MOVES
    return Move.USUAL if found and Sign.STALLED in found.judged else Move.UNKNOWN


def _whole(fact: object) -> int:
    return int(fact) if isinstance(fact, int | float) else 0


def _hosted(id: str, standing: list[Standing], tables: Mapping[str, pd.DataFrame], today: date) -> Hosted:
    sessions = _sessions(tables["session"], id)
    held = [one for one in sessions if one.on <= today]
    last = held[-1] if held else None
    lessons = tables["lesson"][tables["lesson"]["community"] == id]
    learned = max(filter(None, days(lessons["learned_on"])), default=None)
    return Hosted(
        id=id,
        standing=tuple(sorted(standing, key=_order)),
        coming=tuple(one for one in sessions if one.on > today),
        last=last,
        unlearned=last if last and (learned is None or learned < last.on) else None,
        lessons=_open_lessons(lessons),
    )


def _order(one: Standing) -> tuple[object, ...]:
    return (list(Move).index(one.move), -(one.days or 0), -(one.on.toordinal() if one.on else 0), one.area)


def _sessions(sessions: pd.DataFrame, community: str) -> list[Session]:
    own = sessions[sessions["community"] == community]
    found = [
        Session(community, on, text(title)) for on, title in zip(days(own["held_on"]), own["title"], strict=True) if on
    ]
    return sorted(found, key=lambda one: (one.on, one.title))


def _open_lessons(lessons: pd.DataFrame) -> tuple[OpenLesson, ...]:
    found = []
    for id, row in lessons.to_dict("index").items():
        lacks = {
            Lacks.DRAFT: text(row["visibility"]) == DRAFT,
            Lacks.TEXT: not text(row["text"]),
            Lacks.DATE: day(row["learned_on"]) is None,
        }
        if any(lacks.values()):
            found.append(OpenLesson(str(id), text(row["title"]), tuple(one for one, is_so in lacks.items() if is_so)))
    return tuple(found)
