"""Keeps the publisher's documents as they came, and finds downloaded files that belong to a source."""

import hashlib
import json
import os
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path

from transition.domain.sources import Source
from transition.ingest.contract import Raw
from transition.places import Places

LARGEST_FILE_BYTES = 200_000_000


def sha256_of(raw: Raw) -> str:
    """One hash over all documents of an answer: names and contents, in the order of the names."""
    total = hashlib.sha256()
    for name in sorted(raw):
        total.update(name.encode() + b"\0" + hashlib.sha256(raw[name]).digest())
    return total.hexdigest()


def hashes_of(raw: Raw) -> dict[str, str]:
    """The sha256 of every document, by file name."""
    return {name: hashlib.sha256(raw[name]).hexdigest() for name in sorted(raw)}


def keep(where: Places, source: Source, raw: Raw, *, came_from: str) -> str:
    """Writes the documents to raw/<source>/<sha12>/ unless they are there already; returns their sha256."""
    sha = sha256_of(raw)
    folder = where.raw / source.id / sha[:12]
    facts = folder / "documents.json"
    if facts.exists():
        return sha
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in raw.items():
        draft = folder / f".{name}.draft"
        draft.write_bytes(content)
        os.replace(draft, folder / name)
    fetched_at = datetime.now(UTC).isoformat(timespec="seconds")
    text = json.dumps(
        {"sha256": sha, "came_from": came_from, "fetched_at": fetched_at, "documents": hashes_of(raw)}, indent=1
    )
    draft = folder / ".documents.json.draft"
    draft.write_text(text, encoding="utf-8")
    os.replace(draft, facts)
    return sha


def downloaded(source: Source, folder: Path) -> Raw | None:
    """The files below `folder` that `source` calls its own, by name; None when there are none."""
    found: dict[str, bytes] = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file() and any(fnmatch(file.name, pattern) for pattern in source.files):
            if file.stat().st_size > LARGEST_FILE_BYTES:
                raise OSError(f"{file.name} is groter dan {LARGEST_FILE_BYTES // 1_000_000} MB")
            found[file.name] = file.read_bytes()
    return found or None
