"""The form of the workbook: its edition, its sheets and columns; and how a workbook of an older edition is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from transition.domain.register.fields import Field, Kind

EDITION = 2
"""Goes up when a sheet or a column gets another name, or means something else. Then `CHANGES` gets an entry."""
KEY, REMOVE = "Kenmerk", "Verwijderen"
READ_ME, LISTS, KEPT = "Lees mij", "Keuzelijsten", "_regiemonitor"
AUTHOR = "Regiemonitor"
YES = "ja"
DRAWN = "getekend"
LIST_OF_CHOICES = "keuze: "
"""How the head of a column of labels on the sheet with lists begins; the codes stand beside it."""
BESIDE: Mapping[tuple[str, str], str] = {("milestone", "code"): "Naam van de stap"}
"""Kind and field -> the head of the column beside it that tells what its code means. It is written and never read."""
EMPTY_ROWS = 300
"""Rows below the content that have drop-downs and formats too."""


@dataclass(frozen=True)
class Change:
    """What edition `to` named differently. `sheets`: old name -> new name; `columns`: (kind, old head) -> new head."""

    to: int
    sheets: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[tuple[str, str], str] = field(default_factory=dict)


CHANGES: tuple[Change, ...] = (Change(2, columns={("milestone", "Code"): "Stap"}),)
"""Every change since the first edition that is still read, oldest first."""


def heads(kind: Kind) -> tuple[str, ...]:
    """The column heads of a kind's sheet."""
    return (KEY, *(one.label for one in kind.exported), REMOVE)


def fields_by_head(kind: Kind) -> dict[str, Field]:
    """Column head -> field."""
    return {one.label: one for one in kind.exported}


@dataclass(frozen=True)
class Names:
    """How a workbook of one edition names its sheets and columns, in the words of the present edition."""

    changes: tuple[Change, ...]

    def sheet(self, name: str) -> str:
        """The present name of a sheet."""
        for change in self.changes:
            name = change.sheets.get(name, name)
        return name

    def head(self, kind: str, head: str) -> str:
        """The present head of a column."""
        for change in self.changes:
            head = change.columns.get((kind, head), head)
        return head


def names_of(edition: int, changes: tuple[Change, ...], newest: int) -> Names | str:
    """The names of an edition; or, in Dutch, why a workbook of that edition is not read."""
    if edition > newest:
        return f"deze werkmap is van een nieuwere versie ({edition}) dan dit programma kent ({newest})"
    known = {change.to for change in changes}
    if not set(range(edition + 1, newest + 1)) <= known:
        return f"deze werkmap is van versie {edition}; die wordt niet meer gelezen (nu: versie {newest})"
    return Names(tuple(change for change in changes if change.to > edition))


def unmarked(text: str) -> str:
    """A text that the writer of workbooks takes for text: it passes '<r>…</r>' on as mark-up of its own."""
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
