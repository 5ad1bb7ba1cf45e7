"""The rules of the house, as tests: which way the arrows point, where things stand, how they are named."""

import ast
import importlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PACKAGES = ("transition", "loaders", "pages")
LOADERS = sorted(path.stem for path in (PROJECT / "loaders").glob("[!_]*.py"))
PAGES = sorted(path.name for path in (PROJECT / "pages").glob("[!_]*.py"))
CONTRACTS = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]

# Written so that this file does not name what it forbids.
REGISTRY_HOSTS = re.compile(
    r"pypi\.(?:org|io)|pythonhosted\.org|npmjs\.(?:org|com)|crates\.io|conda\.anaconda\.org|proxy\.golang"
)
MACHINE_PATHS = re.compile(r"(?:^|[^\w.])/(?:home|root|tmp|Users|work|farm)/[A-Za-z]", re.MULTILINE)
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}


def run(*command: str, cwd: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    wide = {**os.environ, "COLUMNS": "300", "PYTHONUTF8": "1"}  # a rule's name on one line
    return subprocess.run(
        command, cwd=cwd, env=wide, capture_output=True, text=True, encoding="utf-8", check=False, timeout=110
    )


def lint_imports(cwd: Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert program, "lint-imports is niet geïnstalleerd (requirements-dev.lock)"
    return run(program, "--no-cache", cwd=cwd)


def python_files(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in (PROJECT / folder).rglob("*.py")]
    assert found, f"no Python files in {folders}"
    return found


def tree() -> list[Path]:
    """Every file that is, or is about to be, in version control."""
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    if listed.returncode != 0:
        pytest.skip("geen git: welke bestanden bij het project horen is niet te zeggen")
    return [path for name in listed.stdout.split("\0") if name and (path := PROJECT / name).is_file()]


def text_of(path: Path) -> str:
    """The text of a file; nothing for a picture or a font."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_imports_follow_the_arrows() -> None:
    linted = lint_imports(PROJECT)
    assert linted.returncode == 0, linted.stdout
    assert "0 broken" in linted.stdout


def test_planted_violations_are_caught_by_name(tmp_path: Path) -> None:
    for package in PACKAGES:
        shutil.copytree(PROJECT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    (tmp_path / "transition" / "metrics" / "planted.py").write_text("import streamlit\n")
    (tmp_path / "loaders" / "planted_first.py").write_text("")
    (tmp_path / "loaders" / "planted_second.py").write_text("from loaders import planted_first\n")
    (tmp_path / "pages" / "planted.py").write_text("import httpx\n")

    linted = lint_imports(tmp_path)

    assert linted.returncode == 1
    broken = {line.removesuffix(" BROKEN") for line in linted.stdout.splitlines() if line.endswith(" BROKEN")}
    assert broken == {
        "only pages and ui know Streamlit",
        "loaders do not know each other",
        "the dashboard never fetches",
    }


def test_every_module_of_the_library_has_its_place_in_the_layers() -> None:
    placed = {
        module for contract in CONTRACTS if contract["type"] == "layers" for module in _modules(contract["layers"])
    }
    library = {
        f"transition.{path.stem}" for path in (PROJECT / "transition").glob("[!_]*") if path.name != "__pycache__"
    }
    assert library - placed == set(), "not in a layers contract of pyproject.toml, so watched by no rule"


def _modules(layers: list[str]) -> set[str]:
    return {module.strip("() ") for layer in layers for module in re.split("[:|]", layer)}


@pytest.mark.parametrize("package", [*PACKAGES, "tests"])
def test_every_package_has_an_init(package: str) -> None:
    """Without one, import-linter passes over a folder without a word, and `tests/loaders` would pass for `loaders`."""
    without = {path.parent for path in python_files(package) if not (path.parent / "__init__.py").exists()}
    assert without == set()


def test_there_are_loaders_and_pages() -> None:
    assert LOADERS, "a test over all loaders passes when there are none"
    assert PAGES, "a test over all pages passes when there are none"


@pytest.mark.parametrize("name", LOADERS)
def test_a_loader_is_named_after_its_source(name: str) -> None:
    module = importlib.import_module(f"loaders.{name}")
    assert module.SOURCE.id == name
    assert callable(module.fetch)
    assert callable(module.parse)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_glue(name: str) -> None:
    assert len((PROJECT / "pages" / name).read_text(encoding="utf-8").splitlines()) <= 90


def test_the_entry_point_only_sets_up_the_frame() -> None:
    source = (PROJECT / "dashboard.py").read_text(encoding="utf-8")
    assert len(source.splitlines()) < 20
    imported = {
        name
        for node in ast.walk(ast.parse(source))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [f"{node.module}.{alias.name}" for alias in node.names]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert {name for name in imported if not name.startswith(("streamlit", "transition.ui"))} == set()


def test_no_module_has_a_name_that_says_nothing() -> None:
    files = python_files(*PACKAGES, "bench", "data", "tests")
    assert [str(path) for path in files if VAGUE_NAMES & {path.stem, path.parent.name}] == []


def test_no_file_names_a_package_registry_or_a_path_of_one_machine() -> None:
    named = {
        f"{path.relative_to(PROJECT)}: {found.group().strip()}"
        for path in tree()
        for pattern in (REGISTRY_HOSTS, MACHINE_PATHS)
        for found in pattern.finditer(text_of(path))
    }
    assert named == set()


def test_the_patterns_find_what_they_are_for() -> None:
    assert REGISTRY_HOSTS.search("https://files.python" + "hosted.org/packages")
    assert MACHINE_PATHS.search("see /ho" + "me/someone/project")
    assert not MACHINE_PATHS.search("data/tmp/x and https://example.org/home/page")


def test_the_readme_lists_the_sources_as_the_loaders_do() -> None:
    table = run(sys.executable, "-m", "loaders", "--table")
    assert table.returncode == 0, table.stderr
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    stands = readme.split("<!-- bronnen: begin -->")[1].split("<!-- bronnen: einde -->")[0]
    assert stands.strip() == table.stdout.strip(), "put the output of `python -m loaders --table` between the markers"


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "GLOSSARY.md", "CHANGELOG.md"])
def test_a_document_points_at_files_that_exist(document: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (PROJECT / document).read_text(encoding="utf-8"))
    assert [link for link in links if not (PROJECT / link).exists()] == []
