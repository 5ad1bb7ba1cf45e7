"""What happened in one area process, newest first; and apart from that, who changed what in the register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import pandas as pd

from transition.domain.register import choices
from transition.domain.register.kinds import KINDS
from transition.register.answers import EXISTENCE, Change
from transition.views import area_rows, links, record_words
from transition.views import area_words as words
from transition.views.area_rows import Entry, safe
from transition.views.record_words import is_nothing

_MOST_LINES = 8
Tables = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Event:
    """One thing that happened on a day, or is planned. words and evidence: as typed, not escaped."""

    day: pd.Timestamp
    kind: str
    words: str
    evidence: str = ""
    is_planned: bool = False


def events(row: pd.Series, steps: pd.DataFrame, tables: Tables) -> list[Event]:
    """All dated facts of one area, newest first. row: of the overview; steps: `area_steps.STEPS`; tables: its records by kind."""
    found = [] if is_nothing(row["start"]) else [Event(row["start"], "Begin", "Begonnen")]
    found += _of_steps(steps)
    found += [
        Event(one.decided_on, "Besluit", str(one.title), _text(one.link), one.state == "planned")
        for one in tables["decision"].itertuples()
    ]
    for kind, day, code, labels, what in (
        ("ownership_assessment", "assessed_on", "level", choices.OWNERSHIP_LEVELS, "Eigenaarschap"),
        ("cooperation_score", "scored_on", "score", choices.SCORES, "Samenwerking"),
    ):
        for _, one in tables[kind].iterrows():
            said = f"{labels[one[code]]}, volgens de {choices.SIDES[one['side']].lower()}"
            found.append(Event(one[day], what, said, _text(one["evidence"])))
    found += [
        Event(
            one.held_on,
            "Participatie",
            f"{one.about}: {choices.PARTICIPATION_STEPS[str(one.step)]}",
            _text(one.evidence),
        )
        for one in tables["participation"].itertuples()
    ]
    found += _of_projects(tables["project"])
    return sorted((one for one in found if not is_nothing(one.day)), key=lambda one: one.day, reverse=True)


def _of_steps(steps: pd.DataFrame) -> list[Event]:
    found = []
    for _, one in steps[steps["is_recorded"]].iterrows():
        name = words.step(one["code"], one["label"])
        if not is_nothing(one["actual"]):
            found.append(Event(one["actual"], "Stap gehaald", name, _text(one["evidence"])))
        else:
            found.append(Event(one["due"], "Stap gepland", name, is_planned=True))
    return found


def _of_projects(projects: pd.DataFrame) -> list[Event]:
    days = {"started_on": "begonnen", "permitted_on": "vergund", "building_from": "in aanbouw", "realised_on": "klaar"}
    return [
        Event(one[day], "Project", f"{one['name']}: {said}", _text(one["evidence"]))
        for _, one in projects.iterrows()
        for day, said in days.items()
    ]


def _text(value: object) -> str:
    return "" if is_nothing(value) else str(value)


def html(found: Sequence[Event], today: pd.Timestamp) -> str:
    """The timeline; what is planned stands above today."""
    entries = [_entry(one, today) for one in found]
    return area_rows.listing(entries, "Wat er gebeurde", "area-events")


def _entry(one: Event, today: pd.Timestamp) -> Entry:
    passed = one.is_planned and one.day < today
    when = words.day(one.day) + (" (voorbij; niet vastgelegd of het is gebeurd)" if passed else "")
    kind = "open" if one.is_planned else "done"
    return Entry(
        "○" if one.is_planned else "●", kind, one.words, [f"{one.kind} · {when}", links.anchor(one.evidence, "Bewijs")]
    )


def table(found: Sequence[Event]) -> pd.DataFrame:
    """The same as a table to keep."""
    rows = [
        (one.day.date().isoformat(), one.kind, one.words, "gepland" if one.is_planned else "gebeurd", one.evidence)
        for one in found
    ]
    return pd.DataFrame(rows, columns=["Datum", "Soort", "Wat", "Gepland of gebeurd", "Bewijs"])


def log(changes: Sequence[Change], names: Mapping[str, str], titles: Mapping[str, str]) -> str:
    """Who changed what, newest first: an entry per change set. titles: 'kind id' -> by what people know the record."""
    entries = []
    for _, lines in groupby(changes, key=lambda one: one.number):
        some = list(lines)
        first = some[0]
        said = _lines(some, names, titles)
        more = len(said) - _MOST_LINES
        shown = [*said[:_MOST_LINES], *([f"en nog {more} wijzigingen"] if more > 0 else [])]
        why = f"Waarom: {safe(first.why)}" if first.why else ""
        file = f"Bestand: {safe(first.file_name)}" if first.file_name else ""
        entries.append(Entry("✎", "open", record_words.by_whom(first.who, first.at, first.origin), [*shown, why, file]))
    return area_rows.listing(entries, "Wie wijzigde wat", "area-events")


def _lines(some: Sequence[Change], names: Mapping[str, str], titles: Mapping[str, str]) -> list[str]:
    """A line per field; of a record that came, one line in all."""
    came = {(one.kind, one.id) for one in some if one.field == EXISTENCE and one.new}
    found = []
    for one in some:
        kind, title = KINDS[one.kind], titles.get(f"{one.kind} {one.id}", one.id)
        if (one.kind, one.id) in came and one.field != EXISTENCE:
            continue
        said = record_words.change(kind, one.field, one.old, one.new, names)
        found.append(f"{safe(kind.label)} <strong>{safe(title)}</strong>. {safe(said)}")
    return found
