"""Opens a file someone brought: always in a child process with limits. The caller gets plain cells, or what is wrong in words."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from transition.door.grid import MOST_CELLS, Book, unpacked
from transition.door.preflight import MOST_BYTES
from transition.door.trouble import NotTaken, Trouble
from transition.places import PROJECT

MOST_SECONDS = 20
_MOST_ANSWER_BYTES = 400_000_000


def opened(file: Path, most_cells: int = MOST_CELLS) -> Book:
    """The cells of a workbook or CSV. Raises NotTaken with every reason in words; never anything else for a bad file.

    most_cells: fewer for whoever keeps the cells in the process of a server.
    """
    try:
        size = file.stat().st_size
    except OSError as error:
        raise NotTaken(
            Trouble("het bestand is er niet of is niet te openen", "Controleer de naam en de map")
        ) from error
    if not file.is_file():
        raise NotTaken(Trouble("dit is geen bestand maar een map", "Kies één bestand"))
    if size > 50 * MOST_BYTES:  # the child says so too; a disk image need not even be opened
        raise NotTaken(
            Trouble(f"het bestand is {size // 1_000_000} MB", "Kies het goede bestand; hoogstens 10 MB wordt gelezen")
        )
    with tempfile.TemporaryFile() as answer:
        _read_apart(file, most_cells, answer)
        if answer.tell() > _MOST_ANSWER_BYTES:
            raise NotTaken(_too_much())
        answer.seek(0)
        try:
            content: dict[str, Any] = json.load(answer)
        except ValueError as error:  # it ended halfway
            raise NotTaken(_too_much()) from error
    if "troubles" in content:
        raise NotTaken(*(Trouble(**trouble) for trouble in content["troubles"]))
    return unpacked(content["book"])


def _read_apart(file: Path, most_cells: int, answer: Any) -> None:
    """The child's answer. It gets no more of the environment than Python needs."""
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG", "VIRTUAL_ENV")
    environment = {name: os.environ[name] for name in kept if name in os.environ} | {"PYTHONUTF8": "1"}
    try:
        subprocess.run(
            [sys.executable, "-m", "transition.door.child", str(file.resolve()), str(most_cells)],
            cwd=PROJECT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NotTaken(
            Trouble(
                f"het lezen duurde langer dan {MOST_SECONDS} seconden en is gestopt",
                "Haal bladen en kolommen weg die niet nodig zijn, of bewaar het als CSV",
            )
        ) from error
    answer.seek(0, os.SEEK_END)


def _too_much() -> Trouble:
    return Trouble(
        "het lezen kostte meer geheugen of tijd dan mag en is gestopt; het bestand is te groot of beschadigd",
        "Haal bladen en kolommen weg die niet nodig zijn, of bewaar het als CSV",
    )
