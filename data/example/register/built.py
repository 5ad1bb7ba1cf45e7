"""Builds the example's own database of what people recorded, unless it is there and made by the same scripts."""

import hashlib
import os
from pathlib import Path

from data.example.register.build import content
from data.example.register.chance import TODAY
from data.example.register.land import land_of
from data.example.register.rounds import rounds
from transition import register as kit
from transition.domain import register as declarations
from transition.places import PROJECT, Places
from transition.register.actor import Actor
from transition.register.known import Known
from transition.register.register import Register
from transition.store import Snapshot

MAKER = Actor("voorbeeld", "Voorbeeld")
_MADE_BY = "register_made_by.txt"
_METHODS = PROJECT / "data" / "reference" / "methods.toml"


def build(where: Places, snapshot: Snapshot) -> None:
    """Fills the register beside the example's snapshot. `where`: the data folder of the example region."""
    stamp = where.root / _MADE_BY
    made_of = f"{snapshot.id} {script_sha()}"
    file = where.root / "register.db"
    if file.exists() and stamp.exists() and stamp.read_text(encoding="utf-8").strip() == made_of:
        return
    new = where.root / "register.db.new"
    _remove(new)
    fill(f"sqlite:///{new}", snapshot)
    _remove(file)
    os.replace(new, file)
    stamp.write_text(made_of + "\n", encoding="utf-8")


def fill(url: str, snapshot: Snapshot) -> None:
    """Fills a new register with everything Doggerland recorded, round by round. Raises Refused when something of it is wrong."""
    register = Register.open(url, is_example=True, today=lambda: TODAY)
    known = Known(snapshot.areas)
    for why, edits in rounds(content(land_of(snapshot))):
        register.apply(MAKER, edits, why=why, origin="example", known=known)
    register.close()


def _remove(file: Path) -> None:
    """Removes a database with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def script_sha() -> str:
    """A fingerprint of everything that decides what the register holds and how it lies there."""
    total = hashlib.sha256()
    here = sorted(path for path in Path(__file__).parent.glob("*") if path.suffix in (".py", ".csv"))
    packages = [sorted(Path(module.__path__[0]).rglob("*.py")) for module in (kit, declarations)]
    for file in (*here, *packages[0], *packages[1], _METHODS):
        total.update(file.read_bytes())
    return total.hexdigest()
