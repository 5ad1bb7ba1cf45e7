"""Wat vraagt nu een besluit: planned decisions, held-up steps, areas that stand still and holes in the cover, in order of consequence."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

import pandas as pd

from transition.domain.register.choices import LADDER
from transition.metrics.area_steps import steps as steps_of
from transition.metrics.cells import day, text, whole
from transition.metrics.communities import several
from transition.metrics.no_number import Fact
from transition.metrics.steering.area_signals import GOES_ON, AreaSignals, Sign
from transition.metrics.steering.open_steps import OpenStep, open_steps

SOON_DAYS = 180
"""What falls within so many days is soon: about the time a council needs to prepare a decision."""
_FROM_FINANCE = tuple(LADDER)[tuple(LADDER).index("finance") :]


class Ask(StrEnum):
    """What asks for a decision, in the order in which equals are put."""

    DECISION = "decision"
    BLOCKED = "blocked"
    STALLED = "stalled"
    UNCOVERED = "uncovered"


class Urgency(IntEnum):
    """HALTED: something stands still or is past its day. SOON: it will, within `SOON_DAYS`. LATER: the rest."""

    HALTED = 0
    SOON = 1
    LATER = 2


@dataclass(frozen=True)
class Asked:
    """One thing that asks for a decision. id: of the decision, else the area's. area: '' for a decision on a whole municipality.

    what: title of the decision, code of the step, or phase. due: when it is expected, None when nobody said. decider: who decides, a
    code of `DECIDERS` or ''. dwellings: of the area, None when not recorded. visibility: of the decision or area; what is not
    public does not leave. facts: those of the signal behind it.
    """

    ask: Ask
    urgency: Urgency
    id: str
    area: str
    municipalities: tuple[str, ...]
    what: str
    due: date | None
    decider: str
    dwellings: int | None
    visibility: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


def decisions_needed(
    tables: Mapping[str, pd.DataFrame],
    signals: Mapping[str, AreaSignals],
    today: date,
    *,
    areas: Collection[str],
    municipalities: Collection[str] = (),
) -> list[Asked]:
    """What asks for a decision in these areas, and on these municipalities as a whole.

    Order of consequence: (1) what has halted, then what will within `SOON_DAYS`, then the rest; (2) within these what concerns most
    dwellings: a decision on a whole municipality first, areas without a recorded number last; (3) the earliest day, undated last; (4)
    decision, held-up step, standing still, cover; (5) id. tables: the kinds of `area_signals.NEEDED` and 'decision'. signals: of
    `area_signals`. Only areas that go on.
    """
    own = tables["area_process"]
    own = own[own.index.isin(list(areas)) & own["state"].isin(GOES_ON)]
    coming = open_steps(steps_of(own, tables["milestone"], tables["method_phase"]))
    found = [*_decisions(tables["decision"], own, set(municipalities), today)]
    for row in own.reset_index().to_dict("records"):
        about = {str(name): cell for name, cell in row.items()}
        id = text(about["id"])
        found += _of_area(about, coming.get(id, []), signals.get(id), today)
    return sorted(found, key=_order)


def _order(one: Asked) -> tuple[object, ...]:
    size = -1.0 if one.dwellings is None else float(one.dwellings)
    size = float("inf") if not one.area else size
    return (one.urgency, -size, one.due or date.max, list(Ask).index(one.ask), one.id, one.what)


def _decisions(decisions: pd.DataFrame, areas: pd.DataFrame, municipalities: set[str], today: date) -> Iterable[Asked]:
    for id, row in decisions[decisions["state"].eq("planned")].to_dict("index").items():
        area, due = text(row["area"]), day(row["decided_on"])
        of_whole = not area and text(row["municipality"]) in municipalities
        if area in areas.index or of_whole:
            yield Asked(
                ask=Ask.DECISION,
                urgency=_when(due, today),
                id=str(id),
                area=area,
                municipalities=(text(row["municipality"]),),
                what=text(row["title"]),
                due=due,
                decider=text(row["decided_by"]),
                dwellings=whole(areas.at[area, "dwellings_count"]) if area else None,
                visibility=text(row["visibility"]),
            )


def _of_area(
    about: Mapping[str, object], coming: list[OpenStep], found: AreaSignals | None, today: date
) -> Iterable[Asked]:
    facts = {signal.sign: signal.facts for signal in found.signals} if found else {}
    phase = next((step.ladder for step in coming if step.is_coming), "")

    def asked(ask: Ask, urgency: Urgency, what: str, step: OpenStep | None, facts: Mapping[str, Fact]) -> Asked:
        return Asked(
            ask=ask,
            urgency=urgency,
            id=text(about["id"]),
            area=text(about["id"]),
            municipalities=several(about["municipalities"]),
            what=what,
            due=step.due if step else None,
            decider=step.decided_by if step else "",
            dwellings=whole(about["dwellings_count"]),
            visibility=text(about["visibility"]),
            facts=facts,
        )

    for step in coming:
        if step.blockage:
            yield asked(Ask.BLOCKED, _when(step.due, today), step.code, step, {"cause": step.blockage})
    if Sign.STALLED in facts:
        yield asked(Ask.STALLED, Urgency.HALTED, phase, None, facts[Sign.STALLED])
    if Sign.UNCOVERED in facts:
        urgency = Urgency.SOON if phase in _FROM_FINANCE else Urgency.LATER
        yield asked(Ask.UNCOVERED, urgency, phase, None, facts[Sign.UNCOVERED])


def _when(due: date | None, today: date) -> Urgency:
    """Without a day it is soon: nobody said that it can wait."""
    if due is None:
        return Urgency.SOON
    days = (due - today).days
    return Urgency.HALTED if days < 0 else Urgency.SOON if days <= SOON_DAYS else Urgency.LATER
