"""Every loader against everything a server can do wrong, through the command a user has."""

import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

from loaders import __main__ as command
from tests.faults.fault import Fault
from tests.faults.misbehaviour import FAULTS
from tests.faults.publisher import V4, Publisher
from tests.faults.refresh import asking
from tests.faults.says_wrong import NEWS, SAYS_WRONG
from tests.faults.sent_wrong import PAGED_WRONG, SENT_WRONG
from tests.loaders.test_contract import bytes_kept
from transition.ingest.contract import NoAnswer, Refused, UnlikeStored
from transition.ingest.fetch import Limits
from transition.places import Places
from transition.store import open_served

SOURCES = sorted(command.all_loaders())
PATIENT = Limits(attempts=2, first_wait_seconds=0.01, answer_bytes=2_000_000, pages=100)
HURRIED = replace(PATIENT, read_seconds=0.5, address_seconds=1.5, total_seconds=3)
"""For a server that is silent or slow: then every source waits until its time is over."""
UNHURRIED = replace(HURRIED, read_seconds=2, address_seconds=4, total_seconds=8)
SLOW = ("timeout", "drip", "slow-pages")
FIRST = ("html", "truncated-json", "foreign-next", "jump")
"""What `make quick` tries, of every kind some; `make test` tries them all."""


NEVER_READ = {
    "new-column": {
        "cbs_key_figures",  # of its more than hundred topics four are asked
        "cbs_regions",  # of its more than fifty columns eight are read
        "cbs_solar_neighbourhoods",  # two topics are asked
        *(source for source in SOURCES if source.startswith("boundaries_")),  # PDOK's own figures are left alone
    },
}
"""What a loader has no need of, and so may change; then the figures come out as they were."""
REMEDIES = "|".join(re.escape(kind.what_to_do.partition("{")[0]) for kind in (NoAnswer, UnlikeStored, Refused))


@dataclass(frozen=True)
class Run:
    """How one refresh ended. kept: all bytes of the snapshots and the pointer, before and after."""

    exit_code: int
    lines: list[str]
    seconds: float
    before: dict[str, bytes]
    after: dict[str, bytes]

    def line(self, source: str) -> str:
        (found,) = [line for line in self.lines if line.startswith(f"{source}: ")]
        return found


def refreshed(publisher: Publisher, where: Places, limits: Limits) -> Run:
    """`python -m loaders`, asking this publisher."""
    before, began = bytes_kept(where), time.monotonic()
    with asking(publisher.address, limits):
        result = CliRunner().invoke(command.app, ["--data", str(where.root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Run(result.exit_code, result.stdout.splitlines(), time.monotonic() - began, before, bytes_kept(where))


@pytest.fixture(scope="module")
def publisher() -> Iterator[Publisher]:
    with Publisher() as running:
        yield running


@pytest.fixture(scope="module")
def loaded(publisher: Publisher, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Places]:
    """The data folder with every source, of one way in which CBS answers; made when a test first asks for it."""

    @cache
    def of(way: str) -> Places:
        found = Places(tmp_path_factory.mktemp(way))
        run = played(publisher, {}, found, way)
        assert (run.exit_code, run.after != run.before) == (0, True), run.lines
        return found

    return of


def played(publisher: Publisher, faults: dict[str, Fault], where: Places, way: str = "v4") -> Run:
    """A refresh while these sources are wrong in these ways; CBS answers in one way only when that is `v3`.

    Where some sources are well, the slow ones get so much time that the others are done on any machine.
    """
    publisher.faults = faults
    publisher.without = (V4,) if way == "v3" else ()
    slow = any(fault.name in SLOW for fault in faults.values())
    some_are_well = NEWS in faults.values()
    try:
        return refreshed(publisher, where, UNHURRIED if slow and some_are_well else HURRIED if slow else PATIENT)
    finally:
        publisher.faults, publisher.without = {}, ()


def _marks(name: str, way: str = "v4") -> list[pytest.MarkDecorator]:
    return [] if name in FIRST and way == "v4" else [pytest.mark.slow]


WAYS = [
    pytest.param((fault.name, way), id=f"{fault.name}-{way}", marks=_marks(fault.name, way))
    for fault in FAULTS.values()
    for way in ("v4", "v3")
    if way == "v4" or (fault not in SENT_WRONG and fault.name not in SLOW)
]


@pytest.fixture(scope="module", params=WAYS)
def all_wrong(
    publisher: Publisher, loaded: Callable[[str], Places], request: pytest.FixtureRequest
) -> tuple[Fault, Places, Run]:
    """One refresh in which every source has the same fault."""
    name, way = request.param
    return FAULTS[name], loaded(way), played(publisher, dict.fromkeys(SOURCES, FAULTS[name]), loaded(way), way)


def test_there_are_loaders_and_every_kind_of_fault() -> None:
    assert len(SOURCES) >= 10, "a test over all loaders passes when there are none"
    assert len(SENT_WRONG) >= 18
    assert len(PAGED_WRONG) >= 6
    assert len(SAYS_WRONG) >= 9


@pytest.mark.parametrize("source", SOURCES)
def test_a_source_that_fails_gives_one_line_with_what_was_found_and_what_to_do(
    all_wrong: tuple[Fault, Places, Run], source: str
) -> None:
    fault, _, run = all_wrong
    line = run.line(source)
    if source in NEVER_READ.get(fault.name, ()):
        assert line == f"{source}: ongewijzigd - dezelfde cijfers als opgeslagen"
        return
    assert line.startswith(f"{source}: geweigerd - ")
    assert "niet te lezen (" not in line, "a mistake of the loader, not a judgement of the answer"
    assert re.search(fault.names, line), f"zegt niet wat er gevonden is: {line}"
    assert re.search(rf"[.?] ({REMEDIES})[^.?]*\. De opgeslagen cijfers blijven staan$", line)


def test_when_every_source_fails_nothing_stored_changes_and_it_is_still_served(
    all_wrong: tuple[Fault, Places, Run],
) -> None:
    fault, where, run = all_wrong
    failed = len(set(SOURCES) - set(NEVER_READ.get(fault.name, ())))
    assert run.exit_code == 1
    assert run.after == run.before
    assert f"0 vernieuwd, {failed} mislukt, van {len(SOURCES)} bronnen. Getoond wordt " in "\n".join(run.lines)
    assert run.seconds < (HURRIED if fault.name in SLOW else PATIENT).total_seconds + 5
    opened = open_served(where)
    assert opened is not None
    assert opened.fallen_back_from == ""
    assert sorted(opened.snapshot.sources) == SOURCES


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[] if name == "html" else pytest.mark.slow) for name in FAULTS if name not in NEVER_READ],
)
def test_the_other_sources_go_on(
    name: str, publisher: Publisher, loaded: Callable[[str], Places], tmp_path: Path
) -> None:
    where = Places(tmp_path / "data")
    shutil.copytree(loaded("v4").root, where.root)
    wrong, well = SOURCES[::2], SOURCES[1::2]
    before = {source: stored(where, source) for source in SOURCES}
    run = played(publisher, dict.fromkeys(wrong, FAULTS[name]) | dict.fromkeys(well, NEWS), where)
    assert run.exit_code == 1
    assert all(": geweigerd - " in run.line(source) for source in wrong), run.lines
    assert all(": vernieuwd - " in run.line(source) for source in well), run.lines
    after = {source: stored(where, source) for source in SOURCES}
    assert {source: after[source] == before[source] for source in SOURCES} == {
        **dict.fromkeys(wrong, True),
        **dict.fromkeys(well, False),
    }


def stored(where: Places, source: str) -> dict[str, bytes]:
    """The tables of one source in the snapshot that is served."""
    opened = open_served(where)
    assert opened is not None
    return {file.name: file.read_bytes() for file in (opened.snapshot.folder / "sources" / source).iterdir()}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(fault.name, marks=[] if fault.name == "html" else pytest.mark.slow)
        for fault in SENT_WRONG
        if fault.name not in SLOW
    ],
)
def test_an_answer_that_goes_wrong_halfway_is_not_stored_by_half(
    name: str, publisher: Publisher, loaded: Callable[[str], Places]
) -> None:
    publisher.later = True
    try:
        run = played(publisher, dict.fromkeys(SOURCES, FAULTS[name]), loaded("v4"))
    finally:
        publisher.later = False
    assert run.exit_code == 1
    assert run.after == run.before
    assert all(": geweigerd - " in run.line(source) for source in SOURCES), run.lines


def test_a_first_refresh_that_fails_says_that_there_is_nothing_yet(publisher: Publisher, tmp_path: Path) -> None:
    run = played(publisher, dict.fromkeys(SOURCES, FAULTS["html"]), Places(tmp_path))
    assert run.exit_code == 1
    assert run.after == {}
    assert all(run.line(source).endswith("Er is nog niets van deze bron opgeslagen") for source in SOURCES)
    assert any(line.endswith("Er is nog geen momentopname.") for line in run.lines)


@pytest.mark.slow
def test_a_source_that_recovers_is_read_again(publisher: Publisher, loaded: Callable[[str], Places]) -> None:
    played(publisher, dict.fromkeys(SOURCES, FAULTS["500"]), loaded("v4"))
    run = played(publisher, {}, loaded("v4"))
    assert run.exit_code == 0
    assert all(": ongewijzigd - " in run.line(source) for source in SOURCES), run.lines
