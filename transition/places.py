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
    def register_url(self) -> str:
        """The address of the database of what people record: the environment's REGISTER_URL for real areas, else a file here.

        The example region always has the file in its own folder, so that the two never mix.
        """
        named = "" if self.is_example else os.environ.get("REGISTER_URL", "")
        return named or f"sqlite:///{self.root / 'register.db'}"

    @property
    def is_example(self) -> bool:
        """Whether this is the data folder of the fictional region, inside another one."""
        return self.root.parts[-2:] == ("example", "built")

    @property
    def example(self) -> "Places":
        """The fictional region has a data folder of its own, so that it never mixes with real figures."""
        return Places(self.root / "example" / "built")


def places(root: Path | str | None = None) -> Places:
    """The data folder: `root` when given, else the environment's DATA_DIR, else `data` in the project."""
    return Places(Path(root or os.environ.get("DATA_DIR") or PROJECT / "data").resolve())
