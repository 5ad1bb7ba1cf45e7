"""Refreshes sources: obtain, keep the raw documents, parse, check, compare, and write one snapshot. One source that fails
never costs another one, nor what is stored."""

import hashlib
import inspect
import json
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from threading import Semaphore
from typing import Any

from filelock import FileLock, Timeout

from transition import catalog
from transition.ingest import archive, compare, redrawn, snapshot
from transition.ingest.check import check
from transition.ingest.contract import Loader, NoAnswer, Parsed, Raw, Refused
from transition.places import Places

READ_SIDE_BY_SIDE = 4
"""Reading takes the processor and memory. Asking only waits: all sources are asked at once, so that the refresh as a whole
does not wait longer than for the slowest of them (`fetch.Limits.total_seconds`)."""

_DESCRIBES = ("title", "publisher", "url", "licence", "rhythm", "edition", "partial_periods", "repairs")
"""The facts a reader sees beside the figures: when one of them changes, a snapshot is written even if no figure did."""


class State(StrEnum):
    """How the refresh of one source ended."""

    RENEWED = "vernieuwd"
    UNCHANGED = "ongewijzigd"
    REFUSED = "geweigerd"
    ABSENT = "overgeslagen"


@dataclass(frozen=True)
class Outcome:
    """One source's part of a refresh; `sentence` is plain Dutch and fits on a line."""

    source: str
    state: State
    sentence: str
    edition: str = ""
    changes: dict[str, Any] = field(default_factory=dict)
    repairs: tuple[str, ...] = ()


Obtain = Callable[[Loader], Raw | None]
"""Gets a source's documents: from its address, or from a folder (None: the folder has no file of this source)."""


class Busy(Exception):
    """Another refresh of the same data folder is under way."""


def refresh(
    where: Places,
    loaders: Mapping[str, Loader],
    obtain: Obtain,
    *,
    came_from: str,
    origin: str = "real",
    smaller_is_fine: bool = False,
    tell: Callable[[Outcome], None] = lambda _: None,
) -> list[Outcome]:
    """Refreshes `loaders` side by side and serves one new snapshot if anything changed. Raises Busy.

    came_from: 'live' or the folder's name, as it will stand beside the figures. smaller_is_fine: someone looked, and says that an
    edition that has less than the stored one, or other amounts, is right. tell: called as each source is done.
    """
    where.root.mkdir(parents=True, exist_ok=True)
    lock = FileLock(where.lock)
    try:
        lock.acquire(timeout=0)
    except Timeout as busy:
        raise Busy(f"er loopt al een verversing van {where.root.name}") from busy
    try:
        snapshot.clear_drafts(where)
        accepted: dict[str, snapshot.Accepted] = {}
        outcomes: list[Outcome] = []
        reading = Semaphore(READ_SIDE_BY_SIDE)
        with ThreadPoolExecutor(max(len(loaders), 1)) as pool:
            tasks = [
                pool.submit(_prepare, where, loader, obtain, reading, came_from, smaller_is_fine)
                for loader in loaders.values()
            ]
            for task in as_completed(tasks):
                outcome, entry = task.result()
                outcomes.append(outcome)
                if entry:
                    accepted[outcome.source] = entry
                tell(outcome)
        if accepted or snapshot.is_of_an_older_form(where):
            _write(where, accepted, outcomes, origin, came_from)
        _write_last_run(where, outcomes, came_from)
        return sorted(outcomes, key=lambda outcome: outcome.source)
    finally:
        lock.release()


def _prepare(
    where: Places, loader: Loader, obtain: Obtain, reading: Semaphore, came_from: str, smaller_is_fine: bool
) -> tuple[Outcome, snapshot.Accepted | None]:
    id = loader.SOURCE.id
    try:
        raw = obtain(loader)
        if raw is None:
            return Outcome(id, State.ABSENT, "geen bestand van deze bron gevonden"), None
        with reading:
            return _read(where, loader, raw, came_from, smaller_is_fine)
    except Refused as refused:
        return _refusal(where, id, str(refused), refused.what_to_do), None
    except Exception as error:  # a loader's mistake must not cost the other sources their refresh
        kind = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        return _refusal(where, id, f"niet te lezen ({kind})", Refused.what_to_do), None


def _refusal(where: Places, id: str, because: str, what_to_do: str) -> Outcome:
    """One line: what was found, what to do, and what happens now."""
    because = " ".join(because.split()).rstrip(".")
    because += f"{'' if because.endswith('?') else '.'} {what_to_do.format(source=id)}"
    kept = (
        "De opgeslagen cijfers blijven staan"
        if _stored_facts(where, id)
        else "Er is nog niets van deze bron opgeslagen"
    )
    return Outcome(id, State.REFUSED, f"{because}. {kept}")


def _read(
    where: Places, loader: Loader, raw: Raw, came_from: str, smaller_is_fine: bool
) -> tuple[Outcome, snapshot.Accepted | None]:
    source = loader.SOURCE
    stored = _stored_facts(where, source.id)
    sha, reader = archive.sha256_of(raw), reader_sha(loader)
    anew = snapshot.is_of_an_older_form(where)
    if not anew and stored.get("raw_sha256") == sha and stored.get("reader_sha256") == reader:
        return Outcome(
            source.id, State.UNCHANGED, "dezelfde documenten als opgeslagen", stored.get("edition", "")
        ), None
    parsed = redrawn.kept(loader.parse(raw), snapshot.stored_redrawn(where, source.id))
    previous = snapshot.stored_observations(where, source.id)
    if smaller_is_fine:
        check(parsed, source, None)
    else:
        check(parsed, source, previous, stored.get("shapes"), snapshot.stored_areas(where, source.id))
    archive.keep(where, source, raw, came_from=came_from)
    facts = _facts(source, parsed, raw, reader, came_from)
    told_before = {name: stored.get(name) for name in _DESCRIBES}
    same = told_before == {name: facts[name] for name in _DESCRIBES} and snapshot.says_the_same(
        where, source.id, parsed
    )
    if same and not anew:
        return Outcome(source.id, State.UNCHANGED, "dezelfde cijfers als opgeslagen", parsed.edition), None
    accepted, difference = _beside_stored(source.id, parsed, facts, stored, previous)
    if same:
        return Outcome(source.id, State.UNCHANGED, "dezelfde cijfers als opgeslagen", parsed.edition), accepted
    sentence = f"{_dutch(parsed.rows)} rijen, uitgave {parsed.edition}"
    if previous is not None:
        added, removed, revised = (_dutch(difference[kind]) for kind in ("added", "removed", "revised"))
        sentence += f"; {added} nieuw, {removed} weg, {revised} herzien"
    return Outcome(source.id, State.RENEWED, sentence, parsed.edition, difference, parsed.repairs), accepted


def _dutch(number: int) -> str:
    """27188 -> '27.188'."""
    return f"{number:,}".replace(",", ".")


def _beside_stored(
    id: str, parsed: Parsed, facts: dict[str, Any], stored: Mapping[str, Any], previous: Any
) -> tuple[snapshot.Accepted, dict[str, Any]]:
    """The accepted tables with the values they replace, and the report of what they change; the last real report is in the facts."""
    found = compare.beside(parsed.observations, previous)
    report = compare.report(found, is_first=not stored) | compare.layers_beside(parsed.shapes, stored.get("shapes"))
    today = datetime.now(UTC).date().isoformat()
    report |= {"at": facts["fetched_at"], "edition_old": stored.get("edition", ""), "edition": parsed.edition}
    report["same_documents"] = bool(facts["raw_sha256"]) and stored.get("raw_sha256") == facts["raw_sha256"]
    replaced = compare.replaced(found, source=id, edition_old=report["edition_old"], edition=parsed.edition, on=today)
    last = report
    if compare.is_nothing(report) and stored.get("edition") == parsed.edition:
        last = stored.get("changes", report)  # only a title or the reading changed
    return snapshot.Accepted(parsed, facts | {"changes": last}, replaced, compare.became_secret(found)), report


def _facts(source: Any, parsed: Parsed, raw: Raw, reader: str, came_from: str) -> dict[str, Any]:
    told = {name: getattr(source, name) for name in ("title", "publisher", "url", "licence", "rhythm")}
    if source.brought:
        told["brought"] = True
    return told | {
        "edition": parsed.edition,
        "rows": parsed.rows,
        "came_from": came_from,
        "fetched_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "raw_sha256": archive.sha256_of(raw) if raw else "",
        "documents": archive.hashes_of(raw),
        "published_in": {period: asdict(table) for period, table in parsed.published_in.items()},
        "reader_sha256": reader,
        "partial_periods": dict(parsed.partial_periods),
        "repairs": list(parsed.repairs),
    }


def _stored_facts(where: Places, source: str) -> dict[str, Any]:
    served = snapshot.served_id(where)
    if served is None:
        return {}
    found: dict[str, Any] = snapshot.manifest(where.snapshots / served)["sources"].get(source, {})
    return found


def reader_sha(loader: Any) -> str:
    """Changes when the loader, the kit it stands on or the catalog changes: then the same documents are read again."""
    total = hashlib.sha256()
    own = Path(inspect.getfile(loader if inspect.ismodule(loader) else type(loader)))
    kit = Path(__file__).parent
    for file in (own, *sorted(kit.glob("*.py")), *sorted(catalog.REFERENCE.glob("*"))):
        total.update(file.read_bytes())
    return total.hexdigest()


def _write(
    where: Places, accepted: Mapping[str, snapshot.Accepted], outcomes: list[Outcome], origin: str, came_from: str
) -> None:
    """Writes the snapshot. When that fails, what was accepted is not shown: the account of the run says so. Raises Refused, OSError."""
    try:
        snapshot.write(where, accepted, origin=origin, report={o.source: asdict(o) for o in outcomes})
    except Exception as error:
        because = f"gelezen, maar niet op te slaan ({type(error).__name__}: {error})"
        lost = {id: _refusal(where, id, because, NoAnswer.what_to_do) for id in accepted}
        with suppress(OSError):  # a full disk may not take this either
            _write_last_run(where, [lost.get(outcome.source, outcome) for outcome in outcomes], came_from)
        if isinstance(error, Refused | OSError):
            raise
        raise Refused(f"{type(error).__name__}: {error}") from error


def _write_last_run(where: Places, outcomes: list[Outcome], came_from: str) -> None:
    """How each source fared when it was last asked, and when. A run of some sources leaves what is known of the other stored ones."""
    before: dict[str, Any] = {}
    with suppress(OSError, ValueError, KeyError):  # the first run, or a file that was cut off
        before = json.loads(where.last_run.read_text(encoding="utf-8"))["outcomes"]
    before = {id: entry for id, entry in before.items() if _stored_facts(where, id)}
    at = datetime.now(UTC).isoformat(timespec="seconds")
    told = {
        outcome.source: asdict(outcome) | {"at": at}
        for outcome in outcomes
        if outcome.state is not State.ABSENT or outcome.source not in before
    }
    content = {"at": at, "came_from": came_from, "outcomes": before | told}
    draft = where.last_run.with_suffix(".draft")
    draft.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")
    os.replace(draft, where.last_run)


def serve_parsed(where: Places, tables: Mapping[Any, Parsed], *, origin: str, came_from: str) -> str:
    """Writes and serves a snapshot of tables that no publisher answered with, such as the example region's."""
    where.root.mkdir(parents=True, exist_ok=True)
    with FileLock(where.lock):
        accepted = {}
        for source, parsed in tables.items():
            check(parsed, source, None)
            stored, previous = _stored_facts(where, source.id), snapshot.stored_observations(where, source.id)
            facts = _facts(source, parsed, {}, "", came_from)
            accepted[source.id], _ = _beside_stored(source.id, parsed, facts, stored, previous)
        return snapshot.write(where, accepted, origin=origin)
