"""What every test may ask for; and what is missing on this machine skips the tests that need it, by name."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

PROJECT = Path(__file__).parent.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")

# How long one example takes says nothing on a machine that does more than one thing.
settings.register_profile("project", deadline=None)
settings.load_profile("project")


def find_chromium() -> str | None:
    """The path of a Chromium: the environment's CHROMIUM, else the first that is on the PATH."""
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    no_chromium = pytest.mark.skip(reason="geen Chromium gevonden (chromium op het PATH, of CHROMIUM=<pad>)")
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if "real_data" in asked:
            item.add_marker("real")
        if asked & {"browser", "page", "chromium"}:
            item.add_marker("browser")
        if item.get_closest_marker("browser") and not find_chromium():
            item.add_marker(no_chromium)


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
    return {**browser_type_launch_args, "executable_path": chromium, "args": ["--no-sandbox"] if as_root else []}
