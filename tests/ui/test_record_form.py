"""The form of every kind of record, without a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.editions import copied
from transition.domain.register.kinds import KINDS
from transition.places import Places
from transition.register.actor import SINGLE_USER
from transition.register.register import Register
from transition.views import record_layout

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def data(example_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(example_data, tmp_path_factory.mktemp("form") / "data")


@pytest.fixture
def register(data: Path) -> Iterator[Register]:
    opened = Register.open(Places(data).example.register_url, is_example=True)
    yield opened
    opened.close()


def a_form(kind: str, id: str | None) -> None:
    """What a page does."""
    import streamlit as st

    from transition.ui import cached, record_form, registered

    snapshot = cached.opened().snapshot
    register = registered.register(snapshot)
    record_form.saved(register)
    if "left" not in st.session_state:
        record_form.edit(snapshot, register, kind, id, {}, lambda saved: st.session_state.update(left=saved))


def _form(data: Path, monkeypatch: pytest.MonkeyPatch, kind: str, id: str | None = None) -> AppTest:
    monkeypatch.setenv("DATA_DIR", str(data))
    return AppTest.from_function(a_form, args=(kind, id), default_timeout=30).run()


def test_every_kind_has_a_form_that_asks_all_its_fields(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in KINDS.values():
        app = _form(data, monkeypatch, kind.id)
        assert not app.exception, kind.id
        widgets = (app.text_input, app.text_area, app.selectbox, app.multiselect, app.date_input, app.button_group)
        shown = {one.label for some in widgets for one in some}
        asked = record_layout.asked(kind, {})
        assert {record_layout.label(one) for one in asked if one.name != "polygon"} <= shown, kind.id
        app.button[0].click().run()
        assert not app.exception, kind.id
        assert "niet ingevuld" in " ".join(one.value for one in app.error), kind.id
        assert app.error[-1].value.startswith("**Niet bewaard.** "), kind.id  # below the button


def test_one_per_cent_is_not_all_of_it_and_the_shares_are_added_up(
    register: Register, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    projects = register.table(SINGLE_USER, "project")
    known = projects[(projects["share_residents"] == 1) & (projects["share_unknown"].fillna(0) == 0)].index[0]
    app = _form(data, monkeypatch, "project", str(known))
    residents = next(one for one in app.text_input if one.label.startswith("Aandeel bewoners"))
    assert residents.value == "100%"
    residents.set_value("1").run()
    assert "De aandelen zijn samen 1%" in " ".join(one.value for one in app.error)


def test_a_planned_date_that_stands_cannot_be_changed(
    register: Register, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = register.table(SINGLE_USER, "milestone")["planned"].dropna().index[0]
    app = _form(data, monkeypatch, "milestone", str(planned))
    assert next(one for one in app.date_input if one.label == "Gepland").disabled


def test_contact_data_stands_in_a_block_of_its_own(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = _form(data, monkeypatch, "party")
    assert any("komt in geen bestand" in one.value for one in app.markdown)
    assert [one.label for one in app.text_input][-3:] == ["Contactpersoon", "E-mailadres", "Telefoon"]
