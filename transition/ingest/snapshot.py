"""Writes an immutable snapshot beside the old one and then points to it. A crash at any point leaves the old one served.

Layout of one snapshot: manifest.json (origin, sources, checks, hash of every file), sources/<id>/*.parquet as each source was
accepted, revisions.parquet (values that were replaced, carried from snapshot to snapshot), and what is derived from all of them
together: areas.parquet, redrawn.parquet, cube/ (see transition.cube) and map/ (see transition.ingest.layers).
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from transition import cube
from transition.ingest import areas, compare, layers, redrawn
from transition.ingest.brought.precedence import brought_ids, published_first
from transition.ingest.check import levels_of
from transition.ingest.contract import Parsed, Refused
from transition.ingest.cross_checks import cross_checks
from transition.places import Places

KEPT_SNAPSHOTS = 6
"""How many snapshots stay on disk; the older ones are removed after a new one is served."""


FORM = 2
"""Which form a snapshot has. One of an older form is written anew at the next refresh, also when no figure changed."""
REVISIONS = "revisions.parquet"


@dataclass(frozen=True)
class Accepted:
    """A source's tables that passed every check, with the facts that stand beside them in the manifest.

    replaced: the stored values that the tables change (`tables.REVISIONS`). secret: keys that are secret from now on.
    """

    parsed: Parsed
    facts: dict[str, Any] = field(default_factory=dict)
    replaced: pd.DataFrame = field(default_factory=pd.DataFrame)
    secret: pd.DataFrame = field(default_factory=pd.DataFrame)


def write(
    where: Places,
    accepted: Mapping[str, Accepted],
    *,
    origin: str,
    report: dict[str, Any] | None = None,
    without: Collection[str] = (),
) -> str:
    """Writes a snapshot of the served one with `accepted` in the place of those sources; serves it; returns its id.

    origin: 'real' or 'example'. without: sources that are forgotten first, with the values they replaced.
    Raises Refused when the served snapshot has another origin: the two never mix.
    """
    served = served_id(where)
    old = where.snapshots / served if served else None
    manifest_old = manifest(old) if old else {}
    if old and manifest_old["origin"] != origin:
        raise Refused(f"deze map bevat gegevens van soort '{manifest_old['origin']}'; '{origin}' mag daar niet bij")
    where.snapshots.mkdir(parents=True, exist_ok=True)
    draft = where.snapshots / f".draft-{os.getpid()}"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    sources = {id: facts for id, facts in manifest_old.get("sources", {}).items() if id not in without}
    for id, entry in accepted.items():
        _write_source(draft / "sources" / id, entry.parsed)
        sources[id] = entry.facts | {
            "shapes": {f"{level}-{year}": len(s) for (level, year), s in entry.parsed.shapes.items()}
        }
    for id in set(sources) - set(accepted):
        # A copy, not a link: a byte that flips on the disk must not damage every snapshot at once.
        shutil.copytree(old / "sources" / id, draft / "sources" / id) if old else None
    _write_revisions(draft, old, accepted, without)
    checks = _derive(draft, sources, old, set(accepted))
    facts = {"form": FORM, "origin": origin, "sources": sources, "checks": checks, "report": report or {}}
    id = _seal(draft, facts)
    os.replace(draft, where.snapshots / id)
    _sync(where.snapshots)
    serve(where, id)
    _remove_old(where, keep=id)
    return id


def _write_source(folder: Path, parsed: Parsed) -> None:
    folder.mkdir(parents=True)
    if parsed.observations is not None:
        parsed.observations.to_parquet(folder / "observations.parquet", index=False, compression="zstd")
    if parsed.areas is not None:
        parsed.areas.to_parquet(folder / "areas.parquet", index=False)
    if parsed.redrawn is not None:
        parsed.redrawn.to_parquet(folder / "redrawn.parquet", index=False, compression="zstd")
    for (level, year), shapes in parsed.shapes.items():
        shapes.to_parquet(folder / f"shapes-{level}-{year}.parquet", index=False)


def _write_revisions(draft: Path, old: Path | None, accepted: Mapping[str, Accepted], without: Collection[str]) -> None:
    file = old / REVISIONS if old else None
    before = pd.read_parquet(file) if file and file.exists() else None
    before = before[~before["source"].isin(list(without))] if before is not None else None
    news = [entry.replaced for entry in accepted.values()]
    secret = [entry.secret for entry in accepted.values() if len(entry.secret)]
    compare.carried(before, news, secret).to_parquet(draft / REVISIONS, index=False, compression="zstd")


def _derive(draft: Path, sources: Mapping[str, Any], old: Path | None, changed: set[str]) -> list[dict[str, Any]]:
    """Writes what all sources together give; returns the outcome of the checks across them."""
    brought = brought_ids(sources)
    observed = published_first(_all_observations(draft, sources), brought)
    published = observed[~observed["source"].isin(brought)]
    known = areas.together([pd.read_parquet(f) for f in sorted(draft.glob("sources/*/areas.parquet"))], published)
    known.to_parquet(draft / "areas.parquet", index=False)
    marks = redrawn.together([pd.read_parquet(f) for f in sorted(draft.glob("sources/*/redrawn.parquet"))])
    marks.to_parquet(draft / "redrawn.parquet", index=False, compression="zstd")
    if len(observed):
        for level, rows in observed.groupby("level"):
            try:
                cube.write(draft / "cube", str(level), rows)
            except ValueError as conflict:
                raise Refused(str(conflict)) from conflict
    described = {f.parent.name for f in draft.glob("sources/*/areas.parquet")}
    if old and not changed & described and (old / "map").exists():
        shutil.copytree(old / "map", draft / "map")
    else:
        layers.write(draft, known)
    partial = {id: facts.get("partial_periods", {}) for id, facts in sources.items()}
    return cross_checks(published, known, partial)


def _all_observations(draft: Path, sources: Mapping[str, Any]) -> pd.DataFrame:
    tables = []
    for id in sorted(sources):
        file = draft / "sources" / id / "observations.parquet"
        if file.exists():
            tables.append(pd.read_parquet(file).assign(source=id))
    if not tables:
        return pd.DataFrame(
            columns=["area", "indicator", "breakdown", "period", "value", "status", "vintage", "source", "level"]
        )
    together = pd.concat(tables, ignore_index=True)
    return together.assign(level=levels_of(together["area"]))


def _seal(draft: Path, facts: dict[str, Any]) -> str:
    """Hashes and syncs every file, writes the manifest last, and returns the id of the finished snapshot."""
    files = {}
    for file in sorted(p for p in draft.rglob("*") if p.is_file()):
        content = file.read_bytes()
        files[file.relative_to(draft).as_posix()] = {
            "sha256": hashlib.sha256(content).hexdigest(),
            "bytes": len(content),
        }
        _sync(file)
    made_at = datetime.now(UTC)
    sha = hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()
    id = f"{made_at:%Y%m%dT%H%M%S%f}Z-{sha[:8]}"
    text = json.dumps(
        {"id": id, "made_at": made_at.isoformat(timespec="seconds"), **facts, "files": files},
        indent=1,
        ensure_ascii=False,
    )
    (draft / "manifest.json").write_text(text, encoding="utf-8")
    for path in (draft / "manifest.json", *{p.parent for p in draft.rglob("*")}):
        _sync(path)
    return id


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        pass  # a folder cannot be synced on every system; the rename stays atomic
    finally:
        os.close(handle)


def serve(where: Places, id: str) -> None:
    """Points to snapshot `id`: one rename, so that a reader sees the old or the new one and nothing between."""
    draft = where.current.with_name(f"CURRENT.{os.getpid()}")
    draft.write_text(id + "\n", encoding="utf-8")
    _sync(draft)
    os.replace(draft, where.current)
    _sync(where.root)


def served_id(where: Places) -> str | None:
    """The id that is pointed to, when its manifest is there; else None."""
    try:
        id = where.current.read_text(encoding="utf-8").strip()
    except OSError:
        return None
    return id if id and (where.snapshots / id / "manifest.json").exists() else None


def manifest(snapshot: Path) -> dict[str, Any]:
    """The manifest of one snapshot folder."""
    content: dict[str, Any] = json.loads((snapshot / "manifest.json").read_text(encoding="utf-8"))
    return content


def says_the_same(where: Places, source: str, parsed: Parsed) -> bool:
    """Whether the served snapshot holds these very tables of a source, to the byte."""
    served = served_id(where)
    if served is None:
        return False
    prefix = f"sources/{source}/"
    stored = {name: facts["sha256"] for name, facts in manifest(where.snapshots / served)["files"].items()}
    stored = {name.removeprefix(prefix): sha for name, sha in stored.items() if name.startswith(prefix)}
    with tempfile.TemporaryDirectory() as scratch:
        _write_source(Path(scratch) / source, parsed)
        written = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in Path(scratch, source).iterdir()}
    return written == stored


def is_of_an_older_form(where: Places) -> bool:
    """Whether the served snapshot was written before snapshots had the present form."""
    served = served_id(where)
    return served is not None and manifest(where.snapshots / served).get("form", 1) < FORM


def stored_observations(where: Places, source: str) -> pd.DataFrame | None:
    """The observations of one source in the served snapshot."""
    return _stored(where, source, "observations.parquet")


def stored_areas(where: Places, source: str) -> pd.DataFrame | None:
    """The areas of one source in the served snapshot."""
    return _stored(where, source, "areas.parquet")


def stored_redrawn(where: Places, source: str) -> pd.DataFrame | None:
    """What one source in the served snapshot says of wijken and buurten."""
    return _stored(where, source, "redrawn.parquet")


def _stored(where: Places, source: str, table: str) -> pd.DataFrame | None:
    file = where.snapshots / (served_id(where) or "-") / "sources" / source / table
    return pd.read_parquet(file) if file.exists() else None


def roll_back(where: Places) -> str | None:
    """Serves the newest complete snapshot before the served one; returns its id, None when there is none."""
    served = served_id(where)
    older = [id for id in complete(where) if served is None or id < served]
    if not older:
        return None
    serve(where, older[-1])
    return older[-1]


def complete(where: Places) -> list[str]:
    """The ids of all finished snapshots, oldest first."""
    if not where.snapshots.exists():
        return []
    return sorted(
        p.name for p in where.snapshots.iterdir() if not p.name.startswith(".") and (p / "manifest.json").exists()
    )


def clear_drafts(where: Places) -> None:
    """Removes what a refresh that was cut off left behind. Call only while holding the lock."""
    for draft in where.snapshots.glob(".draft-*"):
        shutil.rmtree(draft, ignore_errors=True)
    for draft in where.root.glob("CURRENT.*"):
        draft.unlink(missing_ok=True)


def _remove_old(where: Places, keep: str) -> None:
    for id in complete(where)[:-KEPT_SNAPSHOTS]:
        if id != keep:
            shutil.rmtree(where.snapshots / id, ignore_errors=True)
