"""A real PostgreSQL for tests: a server of its own in a folder of its own, reached through a socket in it, so that no port is taken."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType

import psycopg
from pytest_postgresql.janitor import DatabaseJanitor

_STARTS_WITHIN_SECONDS = 30
_SETTINGS = ("listen_addresses=", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=40")
"""Nobody outside reaches it, and what is tested need not outlive the machine."""


def programs() -> Path | None:
    """The folder of PostgreSQL's own programs: on the PATH, or where Debian keeps them (the newest)."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name), default=None)


class Postgres:
    """One server with one template of a database. Use as a context manager."""

    def __init__(self, programs: Path) -> None:
        self.programs = programs
        self._made = 0

    def __enter__(self) -> "Postgres":
        self.folder = Path(tempfile.mkdtemp(prefix="register-pg-"))
        self.owner = _unprivileged()
        if self.owner:
            shutil.chown(self.folder, self.owner)
        self._run("initdb", "-D", f"{self.folder}/data", "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")
        settings = [part for one in (*_SETTINGS, f"unix_socket_directories={self.folder}") for part in ("-c", one)]
        self.server = subprocess.Popen(
            [self.programs / "postgres", "-D", f"{self.folder}/data", *settings],
            user=self.owner,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()
        return self

    def _run(self, program: str, *arguments: str) -> None:
        command = [self.programs / program, *arguments]
        subprocess.run(command, user=self.owner, cwd=self.folder, check=True, capture_output=True, timeout=60)

    def _wait(self) -> None:
        until = time.monotonic() + _STARTS_WITHIN_SECONDS
        while True:
            try:
                psycopg.connect(host=str(self.folder), user="tester", dbname="postgres").close()
                return
            except psycopg.OperationalError:
                if self.server.poll() is not None or time.monotonic() > until:
                    raise
                time.sleep(0.05)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.server.terminate()
        try:
            self.server.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str) -> str:
        """The address of a database, as the register takes it."""
        return f"postgresql+psycopg://tester@/{database}?host={self.folder}"

    def database(self, template: str | None = None) -> DatabaseJanitor:
        """A database of its own, to be used with `with`; a copy of the template when one is named."""
        self._made += 1
        return DatabaseJanitor(
            user="tester", host=str(self.folder), port=5432, dbname=f"test_{self._made}", template_dbname=template
        )


def _unprivileged() -> str | None:
    """PostgreSQL refuses to run as root; then it runs as its own user, or as nobody."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
