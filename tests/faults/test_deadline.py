"""However slow the servers are, a refresh ends in time: 120 s, and here 3."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from loaders import __main__ as command
from tests.faults.fault import GOOD, Fault
from tests.faults.misbehaviour import FAULTS
from tests.faults.publisher import Publisher
from tests.faults.refresh import asking
from transition.ingest import fetch
from transition.ingest.contract import Refused

SOURCES = sorted(command.all_loaders())
TOTAL = 3.0
SCALED = replace(
    fetch.Limits(),
    total_seconds=TOTAL,
    address_seconds=TOTAL / 2,
    read_seconds=TOTAL / 4,
    connect_seconds=TOTAL / 24,
    first_wait_seconds=0.0125,
)
"""The product's limits with a fortieth of the time."""


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with Publisher() as running:
        yield running


def test_one_source_gets_120_seconds_in_all_of_which_half_for_one_address() -> None:
    limits = fetch.Limits()
    assert (limits.connect_seconds, limits.read_seconds, limits.total_seconds) == (5, 30, 120)
    assert limits.address_seconds == 60


def test_the_command_asks_with_these_limits_and_straight_to_the_publisher(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: list[tuple[object, ...]] = []

    def fetcher(*positional: object, **named: object) -> None:
        made.append((positional, named))
        raise Refused("tot hier")

    monkeypatch.setattr(command.fetch, "Fetcher", fetcher)
    CliRunner().invoke(command.app, ["--data", str(tmp_path)])
    hosts = [loader.SOURCE.hosts for loader in command.all_loaders().values()]
    assert sorted(made, key=str) == sorted((((host,), {}) for host in hosts), key=str)


SLOW = (
    pytest.param(FAULTS["drip"], False, id="drip"),
    pytest.param(FAULTS["drip"], True, id="drip at the second page"),
    pytest.param(FAULTS["slow-pages"], False, id="slow pages without end"),
    pytest.param(replace(GOOD, send=FAULTS["timeout"].send), True, id="silence at the second page"),
)


@pytest.mark.slow
@pytest.mark.parametrize(("fault", "later"), SLOW)
def test_all_sources_together_end_at_the_deadline(
    publisher: Publisher, fault: Fault, later: bool, tmp_path: Path
) -> None:
    publisher.faults, publisher.later = dict.fromkeys(SOURCES, fault), later
    began = time.monotonic()
    with asking(publisher.address, SCALED):
        result = CliRunner().invoke(command.app, ["--data", str(tmp_path)])
    took = time.monotonic() - began
    assert result.exit_code == 1
    outcomes = json.loads((tmp_path / "last_run.json").read_text())["outcomes"]
    assert {id: outcome["state"] for id, outcome in outcomes.items()} == dict.fromkeys(SOURCES, "geweigerd")
    assert TOTAL / 2 <= took < TOTAL + 2, f"na {took:.1f} s klaar"


@pytest.mark.slow
def test_a_source_that_is_well_does_not_wait_for_one_that_is_slow(publisher: Publisher, tmp_path: Path) -> None:
    publisher.faults = {source: FAULTS["drip"] for source in SOURCES if source != "boundaries_wijk"}
    told: dict[str, float] = {}
    began = time.monotonic()
    with asking(publisher.address, SCALED):
        refresh = command.run.refresh

        def watched(*positional: object, tell: object, **named: object) -> object:
            def note(outcome: command.run.Outcome) -> None:
                told[outcome.source] = time.monotonic() - began
                tell(outcome)  # type: ignore[operator]

            return refresh(*positional, tell=note, **named)  # type: ignore[arg-type]

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(command.run, "refresh", watched)
            CliRunner().invoke(command.app, ["--data", str(tmp_path)])
    assert told["boundaries_wijk"] < min(seconds for id, seconds in told.items() if id != "boundaries_wijk")
