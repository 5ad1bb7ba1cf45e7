"""What an alderman can say to the council: of each sentence the facts it rests on, beside what nobody recorded. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import pandas as pd

from transition.domain.register.choices import LOCAL_PARTY_TYPES
from transition.metrics.area_steps import steps as steps_of
from transition.metrics.cells import day, text
from transition.metrics.council_peers import SolarBeside
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership.ladder import Distribution, distribution
from transition.metrics.ownership.shares import Share
from transition.metrics.ownership.two_sided import LOCAL, MUNICIPALITY
from transition.metrics.scope import Became, Scope
from transition.metrics.steering.area_signals import GOES_ON, AreaSignals, Sign
from transition.metrics.steering.finance import Finance, finance
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.open_steps import OpenStep, open_steps
from transition.metrics.steering.outcome import Outcome
from transition.metrics.steering.signals import Signals, signals

NEEDED = (
    "area_process",
    "milestone",
    "method_phase",
    "party",
    "decision",
    "finance_line",
    "ownership_assessment",
)
"""The kinds of records it is made of."""
COUNCIL = "council"


@dataclass(frozen=True)
class Held:
    """One cause that holds steps up: the areas where it does, and who decide on those steps (codes; '' where nobody said)."""

    cause: str
    areas: tuple[str, ...]
    deciders: tuple[str, ...]


@dataclass(frozen=True)
class HeldUp:
    """Causes, that of most areas first. In `judged` of `of` areas it is recorded whether something holds up."""

    causes: tuple[Held, ...]
    judged: int
    of: int


@dataclass(frozen=True)
class Leads:
    """Names of areas by who leads: residents or firms from there, somebody else, nobody yet, and where that is not recorded."""

    local: tuple[str, ...]
    other: tuple[str, ...]
    nobody: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def of(self) -> int:
        return len(self.local) + len(self.other) + len(self.nobody) + len(self.unknown)


@dataclass(frozen=True)
class Coming:
    """A decision or step the council decides on. what: a title, or the label of a step. where: the area's name, for a whole
    municipality that one's, '' when it is the only one.
    """

    what: str
    where: str
    due: date


@dataclass(frozen=True)
class CouncilDecisions:
    """next: the first from today on, None when none is recorded. past: those of which the day went by, the latest last."""

    next: Coming | None
    past: tuple[Coming, ...]


@dataclass(frozen=True)
class Recorded:
    """What the register says of the areas that go on. hidden: areas that are not public, and in nothing here.

    eigenaarschap: side -> on which level of the ladder the areas stand.
    """

    schedules: Signals
    held_up: HeldUp
    leads: Leads
    money: Finance
    decisions: CouncilDecisions
    eigenaarschap: Mapping[str, Distribution]
    hidden: int


@dataclass(frozen=True)
class Council:
    """All that the ten sentences rest on: what is public, for they are made to be told.

    broad, strict: local ownership of what stands. peers: its solar capacity beside that of a named group, or why there is none.
    local_goal: its own goal for that ownership, None without one. above: where it has no goal of its own, the goals that hold, each
    with the name of whose it is. hidden_projects: those that are not public, and in nothing here.
    """

    about: Scope
    outcome: Outcome
    recorded: Recorded
    broad: Share
    strict: Share
    peers: SolarBeside | NoNumber
    day: date
    local_goal: Goal | None = None
    above: tuple[tuple[str, Goal], ...] = ()
    hidden_projects: int = 0


def recorded(
    tables: Mapping[str, pd.DataFrame],
    found: Mapping[str, AreaSignals],
    today: date,
    *,
    areas: Collection[str],
    municipalities: Collection[str] = (),
    called: Mapping[str, str] = MappingProxyType({}),
    became: Became = MappingProxyType({}),
) -> Recorded:
    """tables: of `NEEDED`, of what may leave: these sentences are made to be told. found: the signals of all areas.

    areas: the ids in the scope. municipalities: those in it as a whole, whose own decisions count too. called: their names. became:
    former municipality -> the ones it went into, whose decisions its decisions are now.
    """
    own = tables["area_process"]
    public = own[own.index.isin(list(areas))]
    going = public[public["state"].isin(GOES_ON)]
    ids = [str(id) for id in going.index]
    steps = steps_of(going, tables["milestone"], tables["method_phase"])
    coming, counted = open_steps(steps), signals(found, ids)
    names = {id: text(name) for id, name in zip(ids, going["name"], strict=True)}
    labels = {
        (text(a), text(c)): text(said) for a, c, said in zip(steps["area"], steps["code"], steps["label"], strict=True)
    }
    asked = [
        *_decided(tables["decision"], names, _names(municipalities, called, became)),
        *_steps(coming, names, labels),
    ]
    return Recorded(
        schedules=counted,
        held_up=_held_up(coming, names, counted),
        leads=_leads(going, tables["party"]),
        money=finance(tables["finance_line"], ids),
        decisions=_sorted(asked, today),
        eigenaarschap={
            side: distribution(tables["ownership_assessment"], ids, side, today) for side in (MUNICIPALITY, LOCAL)
        },
        hidden=len(set(areas)) - len(public),
    )


def _held_up(coming: Mapping[str, list[OpenStep]], names: Mapping[str, str], counted: Signals) -> HeldUp:
    where: dict[str, dict[str, None]] = {}
    deciders: dict[str, dict[str, None]] = {}
    for area, own in coming.items():
        for step in own:
            if step.blockage:
                where.setdefault(step.blockage, {})[names[area]] = None
                deciders.setdefault(step.blockage, {})[step.decided_by] = None
    causes = [Held(cause, tuple(sorted(found)), tuple(sorted(deciders[cause]))) for cause, found in where.items()]
    tally = next(one for one in counted.tallies if one.sign is Sign.BLOCKED)
    return HeldUp(tuple(sorted(causes, key=lambda one: (-len(one.areas), one.cause))), tally.judged, tally.of)


def _leads(going: pd.DataFrame, parties: pd.DataFrame) -> Leads:
    """A lead of a local kind leads for the people there, unless it is recorded that it is not from there."""
    kinds, local = parties["type"].map(text).to_dict(), parties["is_local"].map(text).to_dict()
    found: dict[str, list[str]] = {"local": [], "other": [], "nobody": [], "unknown": []}
    for name, state, lead in zip(going["name"], going["lead_state"], going["lead"], strict=True):
        who = text(lead)
        if state == "no_lead":
            group = "nobody"
        elif state != "lead" or who not in kinds:
            group = "unknown"
        else:
            group = "local" if kinds[who] in LOCAL_PARTY_TYPES and local[who] != "no" else "other"
        found[group].append(text(name))
    return Leads(**{group: tuple(sorted(names)) for group, names in found.items()})


def _names(municipalities: Collection[str], called: Mapping[str, str], became: Became) -> dict[str, str]:
    """No name for the only one: the reader knows which. A former one has the name of what it is now."""
    own = {code: called.get(code, code) if len(municipalities) > 1 else "" for code in municipalities}
    return {old: own[now] for old, after in became.items() for now in after if now in own} | own


def _decided(decisions: pd.DataFrame, names: Mapping[str, str], whole: Mapping[str, str]) -> Iterable[Coming]:
    planned = decisions[decisions["state"].eq("planned") & decisions["decided_by"].eq(COUNCIL)]
    columns = (planned["title"], planned["area"], planned["municipality"], planned["decided_on"])
    for title, area, municipality, on in zip(*columns, strict=True):
        id, due = text(area), day(on)
        if due and (id in names or (not id and text(municipality) in whole)):
            yield Coming(text(title), names[id] if id else whole[text(municipality)], due)


def _steps(
    coming: Mapping[str, list[OpenStep]], names: Mapping[str, str], labels: Mapping[tuple[str, str], str]
) -> Iterable[Coming]:
    for area, own in coming.items():
        for step in own:
            if step.is_coming and step.decided_by == COUNCIL and step.due:
                yield Coming(labels.get((area, step.code)) or step.code, names[area], step.due)


def _sorted(asked: Iterable[Coming], today: date) -> CouncilDecisions:
    ordered = sorted(asked, key=lambda one: (one.due, one.where, one.what))
    ahead = [one for one in ordered if one.due >= today]
    return CouncilDecisions(ahead[0] if ahead else None, tuple(one for one in ordered if one.due < today))
