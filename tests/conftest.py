"""What every test may ask for; and what is missing on this machine skips the tests that need it, by name."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import settings

from tests.dashboard import Dashboard
from tests.register.databases import Databases
from tests.register.entries import TODAY
from transition.places import Places
from transition.register.register import Register
from transition.store import Snapshot, open_served

PROJECT = Path(__file__).parent.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_FLAGS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

# How long one example takes says nothing on a machine that does more than one thing.
settings.register_profile("project", deadline=None)
settings.load_profile("project")
settings.register_profile("quick", parent=settings.get_profile("project"), max_examples=20)  # `make quick` chooses it


def find_chromium() -> str | None:
    """The path of a Chromium: the environment's CHROMIUM, else the first that is on the PATH."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    no_chromium = pytest.mark.skip(reason="geen Chromium gevonden (chromium op het PATH, of CHROMIUM=<pad>)")
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if asked & {"real_data", "loaded_real_data", "real_snapshot", "real_dashboard"}:
            item.add_marker("real")
        if "example_data" in asked:
            item.add_marker("slow")  # the region and its register take a quarter of a minute to make
        if asked & {"browser", "page", "chromium"}:
            item.add_marker("browser")
            item.add_marker(pytest.mark.flaky(reruns=1))  # a busy machine may lose a press; shown as RERUN
        if item.get_closest_marker("browser") and not find_chromium():
            item.add_marker(no_chromium)


@pytest.hookimpl(specname="pytest_collection_modifyitems", trylast=True)
def pytest_order_collected(items: list[pytest.Item]) -> None:
    """After the marks have chosen: the order in which files go to the cores."""
    items.sort(key=_slowest_files_first(items))


def _slowest_files_first(items: list[pytest.Item]) -> Callable[[pytest.Item], int]:
    """Whole files go to one core each: when the longest begin first, the cores end at about the same time.

    At the very first those that need no example region: where all cores began with it, one would make it and the others wait.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    example = {item.path for item in items if "example_data" in getattr(item, "fixturenames", ())}

    def turn(item: pytest.Item) -> int:
        if item.get_closest_marker("browser"):
            return 1 if item.path in example else 0
        return 2 if item.path in slow else 3

    return turn


@contextmanager
def _without_a_browsers_loop(item: pytest.Item) -> Iterator[None]:
    """Playwright leaves its event loop marked as running in this thread; what is not about a browser must not see it."""
    running = None if item.get_closest_marker("browser") else asyncio._get_running_loop()
    if running is None:
        yield
        return
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(running)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    with _without_a_browsers_loop(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    with _without_a_browsers_loop(item):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    if nextitem is None:  # then Playwright itself is taken down
        return (yield)
    with _without_a_browsers_loop(item):
        return (yield)


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of downloaded figures: the environment's REAL_DATA, else shared/real beside the project."""
    folder = Path(os.environ.get("REAL_DATA") or PROJECT.parent / "shared" / "real").resolve()
    if not folder.is_dir():
        pytest.skip("geen gedownloade bestanden gevonden (REAL_DATA=<map>)")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the Chromium that browser tests start."""
    found = find_chromium()
    if found is None:
        pytest.skip("geen Chromium gevonden")
    return found


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], chromium: str) -> dict[str, Any]:
    """pytest-playwright starts the machine's own Chromium; as root that only works without its sandbox."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {
        **browser_type_launch_args,
        "executable_path": chromium,
        "args": [*CHROMIUM_FLAGS, *(["--no-sandbox"] if as_root else [])],
    }


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """One folder for the whole run, the same for every worker of pytest-xdist."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def example_data(shared_folder: Path) -> Path:
    """A data folder that holds the example region alone, built once."""
    return _built_once(shared_folder / "example_data", ["transition", "example"])


@pytest.fixture(scope="session")
def loaded_real_data(shared_folder: Path, real_data: Path) -> Path:
    """A data folder with all downloaded real figures, loaded once by the command a user has."""
    return _built_once(shared_folder / "loaded_real_data", ["loaders", "--from", str(real_data)])


def _built_once(folder: Path, command: list[str]) -> Path:
    with FileLock(f"{folder}.lock"):
        done = folder / "done"
        if not done.exists():
            call = [sys.executable, "-m", *command, "--data", str(folder)]
            subprocess.run(call, cwd=PROJECT, check=True, timeout=300, stdout=subprocess.DEVNULL)
            done.touch()
    return folder


@pytest.fixture(scope="session")
def real_snapshot(loaded_real_data: Path) -> Snapshot:
    """The downloaded figures, opened as a page opens them."""
    opened = open_served(Places(loaded_real_data))
    assert opened is not None
    return opened.snapshot


@pytest.fixture(scope="session")
def example_dashboard(example_data: Path) -> Iterator[Dashboard]:
    """The real server on the example region."""
    with Dashboard(example_data) as running:
        yield running


@pytest.fixture(scope="session")
def real_dashboard(loaded_real_data: Path) -> Iterator[Dashboard]:
    """The real server on the downloaded figures."""
    with Dashboard(loaded_real_data) as running:
        yield running


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Makes databases for the register; PostgreSQL is started when a test first asks for it."""
    with ExitStack() as stack:
        yield Databases(tmp_path_factory.mktemp("register"), stack)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def register_url(request: pytest.FixtureRequest, databases: Databases, tmp_path: Path) -> Iterator[str]:
    """The address of a new register, on each database in turn; skipped by name where there is no PostgreSQL."""
    with databases.new(request.param, tmp_path) as url:
        yield url


@pytest.fixture
def register(register_url: str) -> Iterator[Register]:
    """A new register, on each database in turn."""
    opened = Register.open(register_url, today=lambda: TODAY)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_register(databases: Databases, tmp_path: Path) -> Iterator[Register]:
    """A new register in a file; for tests in which the database does not matter."""
    with databases.new("sqlite", tmp_path) as url:
        opened = Register.open(url, today=lambda: TODAY)
        yield opened
        opened.close()
