"""Two people changed one record."""

from datetime import UTC, datetime

import pytest

from transition.domain.register.fields import Edit, Record
from transition.register.answers import Clash
from transition.views import record_merge

_NOW = Record("area_process", "x", 4, {"name": "Oost", "state": "paused", "aim": "Warm", "note": "a", "start": None})
_CLASH = Clash(
    "area_process",
    "x",
    2,
    _NOW,
    {"state": ("running", "paused"), "aim": ("Koud", "Warm"), "note": (None, "a")},
    "De ander",
    datetime(2026, 11, 23, 13, 5, tzinfo=UTC),
)
_MINE = Edit("area_process", "x", 2, {"state": "stopped", "aim": "Warm", "name": "Oost 2"})


def test_only_what_both_changed_to_something_else_is_asked() -> None:
    assert [one.field for one in record_merge.both(_MINE, _CLASH)] == ["state"]
    assert record_merge.both(_MINE, _CLASH)[0] == record_merge.Both("state", "running", "stopped", "paused")


def test_what_only_one_of_them_changed_stays() -> None:
    assert record_merge.only_theirs(_MINE, _CLASH) == {"note": (None, "a")}
    assert record_merge.only_yours(_MINE, _CLASH) == {"name": "Oost 2"}
    merged = record_merge.merged(_MINE, _CLASH, {"state": False})
    assert merged == Edit("area_process", "x", 4, {"state": "stopped", "aim": "Warm", "name": "Oost 2"})


def test_keeping_theirs_drops_mine_of_that_field_alone() -> None:
    merged = record_merge.merged(_MINE, _CLASH, {"state": True})
    assert merged.changes == {"aim": "Warm", "name": "Oost 2"}


def test_nothing_is_merged_before_everything_is_chosen() -> None:
    with pytest.raises(ValueError, match="state"):
        record_merge.merged(_MINE, _CLASH, {})


def test_a_record_that_was_removed_meanwhile_comes_back_as_a_new_one() -> None:
    gone = Clash("area_process", "x", 2, None, {"": (True, False)}, "De ander", _CLASH.at)
    back = record_merge.merged(_MINE, gone, {}, {"name": "Oost", "theme": "other"})
    assert (back.base, back.changes) == (None, {"name": "Oost 2", "theme": "other", "state": "stopped", "aim": "Warm"})
