"""kill -9 at any moment of a refresh leaves a complete snapshot to start on."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tests.ingest.test_refresh import GOOD, refresh
from transition import store
from transition.places import Places

KILLS = 50


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_kill_9_at_fifty_random_moments_never_leaves_a_torn_snapshot(tmp_path: Path) -> None:
    where = Places(tmp_path)
    refresh(where, GOOD)
    whole_run = _timed_refresh(where, 0)
    moments = random.Random(20261123)
    cut_off = 0
    for number in range(1, KILLS + 1):
        process = _begin(where, number)
        time.sleep(moments.uniform(0, whole_run * 1.1))
        os.kill(process.pid, signal.SIGKILL)
        output, _ = process.communicate()
        was_cut = b"klaar" not in output
        cut_off += was_cut
        whole_run *= 1.02 if was_cut else 0.9  # a machine that has become quicker than when it was timed
        opened = store.open_served(where)
        assert opened is not None
        assert opened.fallen_back_from == "", f"na kill {number} is de getoonde momentopname niet compleet"
        assert opened.snapshot.series("NL01", "population_count") == [("2024", 18000000.0, "final")]
    assert cut_off >= KILLS // 3, "te weinig verversingen zijn echt afgebroken: de proef zegt dan niets"
    refresh(where, GOOD.replace("930000", "999999"))
    assert not list(where.snapshots.glob(".draft-*"))


def _begin(where: Places, number: int) -> "subprocess.Popen[bytes]":
    """Starts a refresh and waits until its work begins: the imports before it are no part of the trial."""
    command = [sys.executable, "-m", "tests.faults.kill_during_refresh", str(where.root), str(number)]
    process = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"begin\n"
    return process


def _timed_refresh(where: Places, number: int) -> float:
    process = _begin(where, number)
    begun = time.monotonic()
    process.communicate()
    return time.monotonic() - begun
