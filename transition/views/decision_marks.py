"""Decisions as numbered marks on a series over time, with the list that says what each number is. Every text is escaped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

import pandas as pd

from transition.domain.register.choices import DECIDERS
from transition.metrics.cells import day, text
from transition.views import area_decisions, area_rows
from transition.views import text as words
from transition.views.area_names import AreaNames
from transition.views.area_rows import Entry

MOST = 6
"""So many marks a chart can bear."""
_WEIGHT = {"council": 0, "executive": 1, "province": 1}


@dataclass(frozen=True)
class Mark:
    """One decision on the line of time. number: from 1, by date. year: where it stands on an axis of years; 1 July 2025 is 2025.5.

    area: '' for a decision on a whole municipality. title, signal and effect: as typed, so to be escaped. visibility: what is not
    public does not leave.
    """

    number: int
    on: date
    title: str
    area: str
    municipality: str
    decided_by: str
    is_planned: bool
    signal: str
    effect: str
    visibility: str

    @property
    def year(self) -> float:
        """Day 1 of a year is the year itself. Yearly figures of a year stand at its end, so at the year plus 1 on this axis."""
        first, after = date(self.on.year, 1, 1), date(self.on.year + 1, 1, 1)
        return self.on.year + (self.on - first).days / (after - first).days


def marks(decisions: pd.DataFrame, first: int, last: int, most: int = MOST) -> list[Mark]:
    """The decisions from the year `first` up to and including `last` that weigh most, by date. decisions: the register's table.

    What is about a whole municipality goes before one area, the council before others, and then the newest.
    """
    dated = [(id, row, day(row["decided_on"])) for id, row in decisions.to_dict("index").items()]
    inside = [(id, row, on) for id, row, on in dated if on and first <= on.year <= last]
    heaviest = sorted(
        inside, key=lambda one: (bool(text(one[1]["area"])), _weight(one[1]), -one[2].toordinal(), str(one[0]))
    )
    found = sorted(heaviest[:most], key=lambda one: (one[2], str(one[0])))
    return [
        Mark(
            number=number,
            on=on,
            title=text(row["title"]),
            area=text(row["area"]),
            municipality=text(row["municipality"]),
            decided_by=text(row["decided_by"]),
            is_planned=row["state"] == "planned",
            signal=text(row["signal"]),
            effect=text(row["effect"]),
            visibility=text(row["visibility"]),
        )
        for number, (_, row, on) in enumerate(found, start=1)
    ]


def _weight(row: dict[str, object]) -> int:
    return _WEIGHT.get(text(row["decided_by"]), 2)


def html(found: Sequence[Mark], names: AreaNames) -> str:
    """The list under the chart; '' when there are no marks."""
    entries = [_entry(one, names) for one in found]
    return area_rows.listing(entries, "Besluiten in de grafiek") if entries else ""


def _entry(one: Mark, names: AreaNames) -> Entry:
    when = f"{'Gepland op' if one.is_planned else 'Genomen op'} {words.day(one.on.isoformat())}"
    where = names.link(one.area) if one.area else f"heel {escape(names.place(one.municipality))}"
    by = DECIDERS.get(one.decided_by, "")
    lines = [
        ", ".join(part for part in (when, escape(by[:1].lower() + by[1:]), where) if part),
        f"Signaal: {escape(one.signal)}" if one.signal else "",
        f"Verwacht effect: {escape(one.effect)}" if one.effect else "",
        escape(area_decisions.hidden(one.visibility)),
    ]
    return Entry(str(one.number), "open" if one.is_planned else "done", one.title, lines)


def note(found: Sequence[Mark], of: int) -> str:
    """How many of the decisions are marked; '' when there are none at all. of: those recorded in these years."""
    if not of:
        return ""
    if of > len(found):
        return f"De genummerde streepjes zijn {words.number(len(found))} van de {words.number(of)} besluiten in deze jaren."
    return "De genummerde streepjes zijn besluiten." if of > 1 else "Het genummerde streepje is een besluit."
