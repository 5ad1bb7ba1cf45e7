"""kill -9 at any moment of a refresh leaves a complete snapshot to start on."""

import multiprocessing
import random
import signal
import time
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from tests.faults import kill_during_refresh
from tests.ingest.test_refresh import GOOD, refresh
from transition import store
from transition.places import Places

KILLS = 50


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_kill_9_at_fifty_random_moments_never_leaves_a_torn_snapshot(tmp_path: Path) -> None:
    where = Places(tmp_path)
    refresh(where, GOOD)
    whole_run = _timed_refresh(where, KILLS + 1)  # figures of its own: one that finds nothing new is over at once
    moments = random.Random(20261123)
    cut_off = 0
    for number in range(1, KILLS + 1):
        process = _begin(where, number)
        time.sleep(moments.uniform(0, whole_run * 1.1))
        process.kill()
        process.join()
        assert process.exitcode in (0, -signal.SIGKILL), "a refresh that was not cut off in time ends well"
        was_cut = process.exitcode != 0
        cut_off += was_cut
        whole_run *= 1.02 if was_cut else 0.9  # a machine that has become quicker than when it was timed
        opened = store.open_served(where)
        assert opened is not None
        assert opened.fallen_back_from == "", f"na kill {number} is de getoonde momentopname niet compleet"
        assert opened.snapshot.series("NL01", "population_count") == [("2024", 18000000.0, "final")]
    assert cut_off >= KILLS // 3, "te weinig verversingen zijn echt afgebroken: de proef zegt dan niets"
    refresh(where, GOOD.replace("930000", "999999"))
    assert not list(where.snapshots.glob(".draft-*"))


def _begin(where: Places, number: int) -> BaseProcess:
    """Starts a refresh and waits until its work begins. The imports before it are no part of the trial, and are done once."""
    forks = multiprocessing.get_context("forkserver")
    forks.set_forkserver_preload([kill_during_refresh.__name__])
    here, there = forks.Pipe(duplex=False)
    process = forks.Process(target=kill_during_refresh.refresh, args=(where.root, number, there))
    process.start()
    there.close()
    assert here.recv() == "begin"
    return process


def _timed_refresh(where: Places, number: int) -> float:
    process = _begin(where, number)
    begun = time.monotonic()
    process.join()
    assert process.exitcode == 0
    return time.monotonic() - begun
