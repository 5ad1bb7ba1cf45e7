"""Where what is made lives: the data folder and the names in it. `DATA_DIR` (or `--data`) moves all of it."""

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Places:
    """The paths of one data folder."""

    root: Path

    @property
    def raw(self) -> Path:
        return self.root / "raw"

    @property
    def snapshots(self) -> Path:
        return self.root / "snapshots"

    @property
    def current(self) -> Path:
        """The pointer: a text file with the id of the snapshot that is served."""
        return self.root / "CURRENT"

    @property
    def lock(self) -> Path:
        return self.root / "refresh.lock"

    @property
    def last_run(self) -> Path:
        """What the last refresh did, per source, refused ones included (JSON)."""
        return self.root / "last_run.json"

    @property
    def example(self) -> "Places":
        """The fictional region has a data folder of its own, so that it never mixes with real figures."""
        return Places(self.root / "example" / "built")


def places(root: Path | str | None = None) -> Places:
    """The data folder: `root` when given, else the environment's DATA_DIR, else `data` in the project."""
    return Places(Path(root or os.environ.get("DATA_DIR") or PROJECT / "data").resolve())
