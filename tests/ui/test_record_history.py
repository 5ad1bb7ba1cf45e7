"""The way back: undo, and an earlier state put in place again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.editions import copied
from transition.domain.register.fields import Edit
from transition.places import Places
from transition.register.actor import SINGLE_USER
from transition.register.register import Register

pytestmark = pytest.mark.slow
_AREA = "gm9001-havenhub-doggerhaven"


@pytest.fixture
def register(example_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Register]:
    data = copied(example_data, tmp_path / "data")
    monkeypatch.setenv("DATA_DIR", str(data))
    opened = Register.open(Places(data).example.register_url, is_example=True)
    yield opened
    opened.close()


def a_history(id: str) -> None:
    """What a page does."""
    from transition.ui import cached, record_history, registered

    snapshot = cached.opened().snapshot
    record_history.section(snapshot, registered.register(snapshot), "area_process", id)


def _count(register: Register) -> object:
    record = register.record(SINGLE_USER, "area_process", _AREA)
    assert record is not None
    return record.values["dwellings_count"]


def test_an_earlier_state_is_put_back_and_that_can_be_undone_too(register: Register) -> None:
    for number in (100, 200):
        record = register.record(SINGLE_USER, "area_process", _AREA)
        assert record is not None
        register.apply(
            SINGLE_USER, [Edit("area_process", _AREA, record.version, {"dwellings_count": number})], why="<b>x</b>"
        )
    app = AppTest.from_function(a_history, args=(_AREA,), default_timeout=30).run()
    assert "Woningen: van '100' naar '200'." in [one.value for one in app.text]
    assert "Waarom: <b>x</b>" in [one.value for one in app.text]
    next(one for one in app.button if one.label == "Zet deze stand terug").click().run()
    assert _count(register) == 100
    next(one for one in app.button if one.label == "Maak ongedaan").click().run()
    assert _count(register) == 200
    assert not app.exception
