"""A kind of file people bring: which source its figures are of, and how it is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from transition.domain.sources import Source
from transition.door.grid import Book, Sheet, address
from transition.door.trouble import NotTaken, Trouble
from transition.ingest.brought.columns import titles
from transition.ingest.brought.reading import Reading, Situation
from transition.ingest.brought.template import Template


class Form(Protocol):
    """How a kind's files look, and how they are read."""

    def fits(self, book: Book) -> bool: ...

    def read(self, book: Book, situation: Situation) -> Reading: ...


@dataclass(frozen=True)
class Kind:
    """One module of loaders/brought. `explanation` says in plain Dutch which file it is and where it comes from."""

    source: Source
    form: Form
    explanation: str

    @property
    def template(self) -> bytes | None:
        """The empty template as a CSV for Dutch Excel; None for files a publisher makes."""
        if not isinstance(self.form, Template):
            return None
        lines = self.form.lines(self.source.title)
        wide = max(map(len, lines))
        rows = [";".join(f'"{cell}"' if cell else "" for cell in line + [""] * (wide - len(line))) for line in lines]
        return ("\ufeff" + "\r\n".join([*rows, ""])).encode()


def brought_source(id: str, title: str, publisher: str, url: str, licence: str, rhythm: str) -> Source:
    """The facts of a source that is brought: no machine to fetch it from, no file names of its own, one figure is enough."""
    return Source(id, title, publisher, url, licence, rhythm, minimum_rows=1, hosts=(), files=(), brought=True)


def kind_of(book: Book, kinds: Mapping[str, Kind]) -> Kind:
    """The one kind a file fits. Raises NotTaken when it fits none, or more than one."""
    found = [kind for kind in kinds.values() if kind.form.fits(book)]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(f"'{kind.source.title}'" for kind in found)
        raise NotTaken(Trouble(f"dit bestand past bij meer soorten: {names}", "Kies zelf de soort"))
    remedy = "Kies zelf de soort: dan ziet u welke kolommen ontbreken. Of gebruik een invulblad"
    hidden = [sheet.name for sheet in book.sheets if sheet.hidden and sheet.cells]
    if hidden:
        remedy = (
            f"Verborgen bladen lezen we niet ('{hidden[0]}'): maak ze zichtbaar als daar de cijfers staan. {remedy}"
        )
    raise NotTaken(*(_not_recognised(sheet, remedy) for sheet in book.visible if sheet.cells))


def _not_recognised(sheet: Sheet, remedy: str) -> Trouble:
    """Which columns a sheet has (its first row with two or more cells), and which are expected."""
    row = next((number for number, cells in sheet.rows.items() if len(cells) > 1), next(iter(sheet.rows)))
    what = (
        f"we herkennen de kolommen van dit bestand niet. Er staat: {titles(sheet.rows[row])}. Verwacht: de kolommen 'gebied' en 'jaar' "
        "met een kolom van een invulblad, of een export of lijst die we kennen"
    )
    return Trouble(what, remedy, sheet.name, address(row, next(iter(sheet.rows[row]))))
