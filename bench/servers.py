"""Starts a Streamlit server of its own for a benchmark, and tells its processor time and memory."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from transition.places import PROJECT

HEALTHY_WITHIN_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running server: its address and its process."""

    address: str
    process: psutil.Process

    def cpu_seconds(self) -> float:
        """Processor time so far, of all threads. Counted in ticks of 10 ms: measure over many interactions."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def memory_mb(self) -> float:
        """Resident memory now."""
        return float(self.process.memory_info().rss) / 2**20


@contextmanager
def server(script: Path, data: Path, **environment: str) -> Iterator[Server]:
    """`streamlit run script` with the project's settings, on a free port, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.address", "127.0.0.1"]
    running = subprocess.Popen(
        [*command, "--server.port", str(port)],
        cwd=PROJECT,
        env={**os.environ, "DATA_DIR": str(data), "PYTHONPATH": str(PROJECT), **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_until_healthy(address, running)
        yield Server(address, psutil.Process(running.pid))
    finally:
        running.terminate()
        running.wait()


def _wait_until_healthy(address: str, running: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + HEALTHY_WITHIN_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except OSError:
            if running.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"the server at {address} does not start") from None
            time.sleep(0.02)
