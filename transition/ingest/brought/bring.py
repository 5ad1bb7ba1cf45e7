"""Brings a file: look first, then take it or leave it. Nothing is written before it is confirmed; `undo` takes it back."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from transition import catalog, cube
from transition.domain.areas import Area, Level
from transition.domain.sources import Source
from transition.door.grid import Book
from transition.door.known_areas import KnownAreas, known_areas
from transition.door.trouble import NotTaken, Trouble, harmless
from transition.ingest import compare, run, snapshot
from transition.ingest.brought.kind import Kind, kind_of
from transition.ingest.brought.merge import beside_published, merged, without_published
from transition.ingest.brought.reading import Reading, Situation
from transition.ingest.brought.undo import Brought, remember
from transition.ingest.check import check
from transition.ingest.contract import Get, Parsed, Raw, Refused
from transition.places import Places

_SAFE = re.compile(r"[^\w.,()+ -]")


@dataclass(frozen=True)
class Understood:
    """What a file would do. `changes`: the report of `compare`; `found`: the rows side by side."""

    file: str
    sha256: str
    kind: Kind
    book: Book
    reading: Reading
    parsed: Parsed
    found: pd.DataFrame
    changes: dict[str, Any]
    served: str

    @property
    def changes_nothing(self) -> bool:
        """Whether every figure in it is stored already."""
        return bool((self.found["kind"] == "same").all())


@dataclass
class _Loader:
    """A brought file in the form of a loader, for the one runner."""

    SOURCE: Source
    parsed: Parsed

    def fetch(self, get: Get) -> Raw:  # noqa: ARG002 - as every loader
        raise Refused(f"{self.SOURCE.id} wordt niet opgehaald maar gebracht")

    def parse(self, raw: Raw) -> Parsed:  # noqa: ARG002
        return self.parsed


def understand(
    where: Places, file: Path, name: str, book: Book, kinds: Mapping[str, Kind], kind: str = ""
) -> Understood:
    """Reads the cells of an opened file and lays them beside what is stored. Writes nothing. Raises NotTaken.

    name: as the user knows the file. kind: which one it is; '' finds out.
    """
    served = snapshot.served_id(where)
    areas = _areas(where, served)
    if not any(sheet.cells for sheet in book.visible):
        remedy = "Maak het blad met de cijfers zichtbaar, of kies een ander bestand"
        raise NotTaken(Trouble("er is geen zichtbaar blad waar iets in staat", remedy))
    chosen = kinds[kind] if kind else kind_of(book, kinds)
    reading = chosen.form.read(book, Situation(name, areas, datetime.now(UTC).year))
    reading.refuse_if_wrong()
    source = chosen.source
    stored = snapshot.stored_observations(where, source.id)
    new = without_published(reading.table(), _blocks(where, served), source.id, _sources(where, served), reading)
    table = merged(new, stored, areas, reading)
    beside_published(new, areas, reading)
    origins = (
        [f"Volgens het bestand komen de cijfers van: {', '.join(reading.addresses[:10])}"] if reading.addresses else []
    )
    edition = max(reading.edition, str(_sources(where, served).get(source.id, {}).get("edition", "")))
    parsed = Parsed(edition, table, repairs=(*map(harmless, origins), *reading.notes))
    try:
        check(parsed, source, None)
    except Refused as refused:
        raise NotTaken(Trouble(str(refused), "Controleer de getallen en de eenheid")) from refused
    found = compare.beside(table, stored)
    sha = hashlib.sha256(file.read_bytes()).hexdigest()
    changes = compare.report(found, is_first=stored is None)
    return Understood(name, sha, chosen, book, reading, parsed, found, changes, served or "")


def take(where: Places, file: Path, understood: Understood) -> run.Outcome:
    """Stores what was understood as a new snapshot and serves it. A file that changes nothing, writes nothing."""
    source = understood.kind.source
    if understood.changes_nothing:
        return run.Outcome(source.id, run.State.UNCHANGED, "dezelfde cijfers als opgeslagen", understood.parsed.edition)
    before = snapshot.served_id(where) or ""
    if before != understood.served:
        raise NotTaken(Trouble("de cijfers zijn intussen ververst", "Bekijk het bestand opnieuw, en bevestig dan"))
    documents = {**_documents(where, source.id), _document_name(understood.file): file.read_bytes()}
    if hashlib.sha256(file.read_bytes()).hexdigest() != understood.sha256:
        raise NotTaken(Trouble("het bestand is veranderd sinds het is bekeken", "Bekijk het opnieuw, en bevestig dan"))
    (outcome,) = run.refresh(
        where,
        {source.id: _Loader(source, understood.parsed)},
        lambda _: documents,
        came_from=f"bestand {_safe_name(understood.file)}",
        smaller_is_fine=True,
    )
    if outcome.state is run.State.REFUSED:
        raise NotTaken(Trouble(outcome.sentence, "Controleer de getallen en de eenheid"))
    remember(where, Brought.of(where, understood.file, understood.sha256, source.id, before))
    return outcome


def _areas(where: Places, served: str | None) -> KnownAreas:
    file = where.snapshots / (served or "-") / "areas.parquet"
    if not file.exists():
        raise NotTaken(
            Trouble(
                "er zijn nog geen gebieden geladen, dus namen en codes zijn niet na te gaan",
                "Laad eerst de echte cijfers (knop op de pagina Bronnen, of: python -m loaders)",
            )
        )
    table = pd.read_parquet(file)
    table = table.astype(object).where(table.notna(), None)
    levels = {str(level): level for level in Level}
    columns = (table[name].tolist() for name in ("code", "name", "level", "valid_from", "valid_to"))
    listed = [Area(code, name, levels[level], *years) for code, name, level, *years in zip(*columns, strict=True)]
    return known_areas(listed, catalog.aliases())


def _blocks(where: Places, served: str | None) -> dict[str, cube.Block]:
    folder = where.snapshots / (served or "-") / "cube"
    found = {level: cube.read(folder, level) for level in cube.levels(folder)} if folder.exists() else {}
    return {level: block for level, block in found.items() if block is not None}


def _sources(where: Places, served: str | None) -> dict[str, dict[str, Any]]:
    """The facts of every stored source, by id."""
    found: dict[str, dict[str, Any]] = snapshot.manifest(where.snapshots / served)["sources"] if served else {}
    return found


def _documents(where: Places, source: str) -> dict[str, bytes]:
    """The files of this source that were brought before."""
    served = snapshot.served_id(where)
    facts = _sources(where, served).get(source, {})
    folder = where.raw / source / str(facts.get("raw_sha256", "-"))[:12]
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*")) if file.name != "documents.json"}


def _document_name(name: str) -> str:
    """When it was brought and what it was called."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ} {_safe_name(name)}"


def _safe_name(name: str) -> str:
    """What a file is called, harmless as a file name and on a page: no folders, no markup, not endless."""
    return _SAFE.sub("_", name.replace("\\", "/").rpartition("/")[2]).lstrip(". ")[-80:] or "bestand"
