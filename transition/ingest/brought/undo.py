"""Takes the last brought file back: what was served before it is served again, or, when other sources were refreshed since, its
own source alone goes back to what it was.
"""

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
from filelock import FileLock, Timeout

from transition.door.trouble import NotTaken, Trouble
from transition.ingest import snapshot
from transition.ingest.contract import Parsed
from transition.places import Places

_REMEMBERED = snapshot.KEPT_SNAPSHOTS
"""Further back than the snapshots that are kept, nothing can be taken back."""


@dataclass(frozen=True)
class Brought:
    """One file that was taken. `before` and `served`: the snapshots served before and after; `is_first`: its source was not there yet."""

    file: str
    sha256: str
    source: str
    before: str
    served: str
    raw_sha256: str
    is_first: bool
    at: str

    @classmethod
    def of(cls, where: Places, file: str, sha256: str, source: str, before: str) -> "Brought":
        """What has just been served, to be remembered."""
        served = snapshot.served_id(where) or ""
        sources_before = snapshot.manifest(where.snapshots / before)["sources"]
        raw = snapshot.manifest(where.snapshots / served)["sources"][source]["raw_sha256"]
        at = datetime.now(UTC).isoformat(timespec="seconds")
        return cls(file, sha256, source, before, served, raw, source not in sources_before, at)


def remember(where: Places, brought: Brought) -> None:
    """Adds to the list of what can be taken back."""
    _write(where, [*_remembered(where), brought][-_REMEMBERED:])


def take_back(where: Places) -> Brought:
    """Takes the last brought file back and returns it. Raises NotTaken when there is none, or when it is no longer possible."""
    remembered = _remembered(where)
    if not remembered:
        raise NotTaken(Trouble("er is geen toegevoegd bestand om ongedaan te maken", "U hoeft niets te doen"))
    try:
        with FileLock(where.lock, timeout=0):
            _restore(where, remembered[-1])
    except Timeout as busy:
        raise NotTaken(Trouble("er loopt een verversing", "Probeer het over een paar minuten opnieuw")) from busy
    _write(where, remembered[:-1])
    return remembered[-1]


def _restore(where: Places, last: Brought) -> None:
    served = snapshot.served_id(where) or ""
    has_before = last.before in snapshot.complete(where)
    if served == last.served and has_before:
        snapshot.serve(where, last.before)
        return
    now = snapshot.manifest(where.snapshots / served)["sources"].get(last.source, {}) if served else {}
    if now.get("raw_sha256") != last.raw_sha256 or not (last.is_first or has_before):
        raise NotTaken(
            Trouble(
                "dit bestand is niet meer ongedaan te maken: er is daarna te veel veranderd",
                "Breng een verbeterd bestand, of ga terug met: python -m loaders --rollback",
            )
        )
    again = {} if last.is_first else {last.source: _as_it_was(where.snapshots / last.before, last.source)}
    snapshot.write(where, again, origin="real", without={last.source})


def _as_it_was(folder: Path, source: str) -> snapshot.Accepted:
    """A source's tables and facts, and the values it had replaced by then."""
    facts = snapshot.manifest(folder)["sources"][source]
    table = pd.read_parquet(folder / "sources" / source / "observations.parquet")
    revisions = folder / snapshot.REVISIONS
    replaced = pd.read_parquet(revisions) if revisions.exists() else pd.DataFrame({"source": []})
    parsed = Parsed(facts["edition"], table, repairs=tuple(facts["repairs"]))
    return snapshot.Accepted(parsed, facts, replaced[replaced["source"] == source])


def _remembered(where: Places) -> list[Brought]:
    record = _record(where)
    if not record.exists():
        return []
    return [Brought(**entry) for entry in json.loads(record.read_text(encoding="utf-8"))]


def _write(where: Places, remembered: list[Brought]) -> None:
    draft = _record(where).with_suffix(".draft")
    draft.write_text(json.dumps([asdict(one) for one in remembered], indent=1, ensure_ascii=False), encoding="utf-8")
    os.replace(draft, _record(where))


def _record(where: Places) -> Path:
    return where.root / "brought.json"
