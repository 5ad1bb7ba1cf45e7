"""What stands beside a table in every file: source, edition, licence, definition, the meaning of words, the example mark."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from transition import catalog
from transition.store import Snapshot
from transition.views import text

EMPTY_CELL = "Een lege cel is geen nul. In de kolom status staat waarom er geen cijfer is."


@dataclass(frozen=True)
class Explanation:
    """source: the line(s) that name publisher, table, edition and licence. lines: (word, sentence), in the order to be read.

    is_example: the figures are about the fictional region, and every file of them says so.
    """

    source: str
    lines: tuple[tuple[str, str], ...] = ()
    is_example: bool = False

    @property
    def all_lines(self) -> tuple[tuple[str, str], ...]:
        """`lines` with the example mark and the source on top."""
        first = (("Voorbeeld", f"{text.EXAMPLE}. Dit gaat over geen enkele echte plek."),) if self.is_example else ()
        return (*first, ("Bron", self.source), *self.lines)


def beside(source: str, indicator: str = "") -> Explanation:
    """For a table on a page. source: its source line (`text.source_line`); indicator: the id, where it is about one."""
    measured = (*_definition(indicator), *_statuses()) if indicator else ()
    return Explanation(source, measured, is_example=text.EXAMPLE in source)


def of_figures(snapshot: Snapshot, indicator: str, table: pd.DataFrame) -> Explanation:
    """For `tables.FIGURES`: each source in the table with its edition, licence and address."""
    used = {id: snapshot.sources[id] for id in sorted(set(table["source"]))}
    source = "; ".join(_source(facts) for facts in used.values()) or "geen bron: er zijn geen cijfers"
    about = [(f"Bron {id}", _where(facts)) for id, facts in used.items()]
    about += [
        ("Nog geen heel jaar", text.period(period, until))
        for id, period in sorted(set(zip(table["source"], table["period"], strict=True)))
        if (until := snapshot.measured_until(id, period))
    ]
    made = ("Momentopname", f"{snapshot.id}, gemaakt op {text.day(snapshot.manifest['made_at'])}")
    return Explanation(source, (*about, made, *_definition(indicator), *_statuses()), snapshot.is_example)


def _source(facts: Mapping[str, Any]) -> str:
    return f"{facts['publisher']}, {facts['title']}, uitgave {text.day(facts['edition'])}, {facts['licence']}"


def _where(facts: Mapping[str, Any]) -> str:
    return f"Geladen op {text.day(facts['fetched_at'])}; adres: {facts['url'] or 'geen'}; licentie: {facts['licence']}"


def _definition(indicator: str) -> tuple[tuple[str, str], ...]:
    entry = catalog.indicator(indicator)
    breaks = tuple((f"Andere meting vanaf {b.period}", b.because) for b in entry.breaks)
    return (
        ("Cijfer", f"{entry.name} ({entry.id})"),
        ("Eenheid", entry.unit),
        ("Wat het betekent", entry.definition),
        ("Zo wordt het gemeten", entry.measured),
        ("Let op", entry.limits),
        *breaks,
    )


def _statuses() -> tuple[tuple[str, str], ...]:
    """The words on screen and the words of the command line, each with its meaning."""
    words = tuple((f"Status '{text.STATUSES[word]}' ({word})", meaning) for word, meaning in text.MEANINGS.items())
    return (*words, ("Lege cellen", EMPTY_CELL))
