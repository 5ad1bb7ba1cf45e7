"""Starts and stops the real server, as the make target does."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import TracebackType

PROJECT = Path(__file__).parent.parent
STARTS_WITHIN_SECONDS = 60


class Dashboard:
    """A server of its own on a free port, on one data folder. Use as a context manager; `url` is its address.

    `address`: what it is told to listen to; '' leaves that to the project's settings.
    """

    def __init__(self, data: Path, address: str = "127.0.0.1") -> None:
        self.data = data
        self.address = ["--server.address", address] if address else []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> "Dashboard":
        self.start()
        return self

    def start(self) -> None:
        """Starts the server and waits until it says it is healthy."""
        command = [
            "-m",
            "streamlit",
            "run",
            "dashboard.py",
            "--server.port",
            str(self.port),
            *self.address,
        ]
        self.log = (self.data / f"server-{self.port}.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, *command],
            cwd=PROJECT,
            env=os.environ | {"DATA_DIR": str(self.data)},
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        until = time.monotonic() + STARTS_WITHIN_SECONDS
        while not self._is_healthy():
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"de server start niet:\n{self.output()}")
            time.sleep(0.1)

    def _is_healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def output(self) -> str:
        """What the server printed so far."""
        return Path(self.log.name).read_text(encoding="utf-8", errors="replace")

    def stop(self) -> None:
        """Ends this server's own process."""
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()

    def restart(self) -> None:
        """The same address, a new process: nothing of the old one is remembered."""
        self.stop()
        self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
