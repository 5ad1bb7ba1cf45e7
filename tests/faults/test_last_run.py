"""What is known of how each source fared when it was last asked."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ingest.test_refresh import GOOD, SOURCE, Tiny
from tests.loaders.test_contract import bytes_kept
from transition.ingest import run
from transition.ingest.contract import Refused
from transition.places import Places

pytestmark = pytest.mark.slow

OTHER = Tiny(replace(SOURCE, id="other"), GOOD.replace("2024", "2018"))


@pytest.fixture
def where(tmp_path: Path) -> Places:
    return Places(tmp_path)


def refresh(where: Places, *loaders: Tiny) -> None:
    """A loader without an answer has no file."""
    obtain = lambda one: one.fetch(None) if one.answer else None  # noqa: E731
    run.refresh(where, {one.SOURCE.id: one for one in loaders}, obtain, came_from="live")  # type: ignore[arg-type]


def states(where: Places) -> dict[str, str]:
    return {id: entry["state"] for id, entry in json.loads(where.last_run.read_text())["outcomes"].items()}


def test_a_source_that_failed_stays_known_as_failed_when_another_one_is_refreshed(where: Places) -> None:
    refresh(where, Tiny(answer=GOOD), OTHER)
    refresh(where, Tiny(answer="<html>"), OTHER)
    refresh(where, OTHER)
    assert states(where) == {"tiny": "geweigerd", "other": "ongewijzigd"}


def test_a_folder_without_its_file_does_not_mend_a_source_that_failed(where: Places) -> None:
    refresh(where, Tiny(answer=GOOD), OTHER)
    refresh(where, Tiny(answer="<html>"), OTHER)
    refresh(where, Tiny(), OTHER)
    assert states(where)["tiny"] == "geweigerd"


def test_a_source_that_answers_well_again_is_no_longer_known_as_failed(where: Places) -> None:
    refresh(where, Tiny(answer=GOOD), OTHER)
    refresh(where, Tiny(answer="<html>"), OTHER)
    refresh(where, Tiny(answer=GOOD))
    assert states(where) == {"tiny": "ongewijzigd", "other": "ongewijzigd"}


def test_a_source_that_was_never_stored_is_forgotten_when_it_is_no_longer_asked(where: Places) -> None:
    refresh(where, Tiny(answer="<html>"))
    assert states(where) == {"tiny": "geweigerd"}
    refresh(where, OTHER)
    assert states(where) == {"other": "vernieuwd"}


@pytest.mark.parametrize("content", ["", "{", '{"at": "2026"}'])
def test_a_broken_account_of_the_last_run_is_written_anew(where: Places, content: str) -> None:
    where.last_run.write_text(content)
    refresh(where, OTHER)
    assert states(where) == {"other": "vernieuwd"}


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), ValueError("side location conflict")])
def test_figures_that_could_not_be_stored_are_known_as_failed(
    where: Places, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    refresh(where, Tiny(answer=GOOD), OTHER)
    before = bytes_kept(where)

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(run.snapshot, "write", fail)
    with pytest.raises((Refused, OSError), match=r"No space left|side location conflict"):
        refresh(where, Tiny(answer=GOOD.replace("930000", "931298")), OTHER)
    assert states(where) == {"tiny": "geweigerd", "other": "ongewijzigd"}
    assert bytes_kept(where) == before
