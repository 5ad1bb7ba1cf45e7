"""What tests of the workbook ask for."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.register_workbook.world import Sheets, exported, small_register
from transition.register.register import Register


@pytest.fixture(scope="package")
def first_register(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """The file of the small register and the workbook of its municipality; never changed."""
    folder = tmp_path_factory.mktemp("register")
    register = small_register(folder)
    content = exported(register)
    register.close()
    return folder / "register.db", content


@pytest.fixture
def register(first_register: tuple[Path, bytes], tmp_path: Path) -> Iterator[Register]:
    """A small register of the test's own."""
    for file in first_register[0].parent.glob("register.db*"):
        shutil.copy(file, tmp_path / file.name)
    opened = Register.open(f"sqlite:///{tmp_path / 'register.db'}")
    yield opened
    opened.close()


@pytest.fixture
def sheets(first_register: tuple[Path, bytes], tmp_path: Path) -> Sheets:
    """The workbook of the municipality, open in a spreadsheet program."""
    return Sheets(first_register[1], tmp_path)
