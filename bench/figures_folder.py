"""The data folder a benchmark runs on: the real figures where they are downloaded, else the fictional region."""

import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from transition.places import PROJECT, Places
from transition.store import served_id


def real_folder() -> Path | None:
    """The folder of downloaded figures: the environment's REAL_DATA, else shared/real beside the project; None without."""
    folder = Path(os.environ.get("REAL_DATA") or PROJECT.parent / "shared" / "real").resolve()
    return folder if folder.is_dir() else None


@cache
def figures_folder() -> Path:
    """A data folder that serves figures: the environment's DATA_DIR, else loaded once into the machine's temporary folder."""
    given = os.environ.get("DATA_DIR")
    if given and served_id(Places(Path(given))):
        return Path(given)
    real = real_folder()
    return _made("real", ["loaders", "--from", str(real)]) if real else example_folder()


@cache
def example_folder() -> Path:
    """A data folder that serves the fictional region, made once into the machine's temporary folder."""
    return _made("example", ["transition", "example"])


def _made(name: str, command: list[str]) -> Path:
    folder = Path(tempfile.gettempdir()) / f"regiemonitor-bench-{name}"
    call = [sys.executable, "-m", *command, "--data", str(folder)]
    subprocess.run(call, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
    return folder
