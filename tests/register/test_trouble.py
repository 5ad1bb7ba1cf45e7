"""When the database does not answer, the reader is told in Dutch what to do, and nothing is changed."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from tests.register.entries import area
from transition.places import Places
from transition.register import database
from transition.register.actor import SINGLE_USER
from transition.register.register import Register, RegisterError, Unavailable


@pytest.fixture(autouse=True)
def nobody_waits_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAITS_SECONDS", 0.2)


def hold(url: str) -> sa.Connection:
    """Somebody else's transaction that does not end."""
    connection = sa.create_engine(url).connect()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(database._LOCK)))
    return connection


def test_a_locked_register_says_so_and_is_read_all_the_same(register: Register, register_url: str) -> None:
    patient = Register.open(register_url)
    holder = hold(register_url)
    try:
        with pytest.raises(Unavailable, match=r"bezig met een andere wijziging.*probeer het dan opnieuw"):
            patient.apply(SINGLE_USER, [area()])
        assert len(patient.records(SINGLE_USER, "method_card")) == 3
    finally:
        holder.close()
    assert patient.apply(SINGLE_USER, [area()]).number == 2
    patient.close()


def test_a_register_that_may_not_be_written_to_says_so(sqlite_register: Register) -> None:
    with sqlite_register._database._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(Unavailable, match="alleen te lezen"):
        sqlite_register.apply(SINGLE_USER, [area()])


def test_a_full_disk_says_so_and_leaves_all_as_it_was(sqlite_register: Register) -> None:
    with sqlite_register._database._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # no more room than there is in use
    with pytest.raises(Unavailable, match="schijf is vol"):
        sqlite_register.apply(SINGLE_USER, [area(note="x" * 5000, aim="y" * 5000)])
    assert sqlite_register.number() == 1


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "register.db"
    file.write_bytes(b"Dit is een brief.\n" * 500)
    with pytest.raises(RegisterError, match="geen database of is beschadigd"):
        Register.open(f"sqlite:///{file}")
    assert file.read_bytes().startswith(b"Dit is een brief.")


def test_a_server_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="antwoordt niet"):
        Register.open(f"postgresql+psycopg://nobody@/nothing?host={tmp_path}")


def test_a_register_of_a_later_version_is_left_alone(register: Register, register_url: str) -> None:
    with sa.create_engine(register_url).begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RegisterError, match="nieuwere versie"):
        Register.open(register_url)


def test_the_register_of_the_example_and_a_real_one_never_stand_in_for_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REGISTER_URL", f"sqlite:///{tmp_path / 'named.db'}")
    where = Places(tmp_path)
    assert where.register_url.endswith("named.db")
    assert where.example.register_url == f"sqlite:///{tmp_path / 'example' / 'built' / 'register.db'}"
    Register.open(where.example.register_url, is_example=True).close()
    Register.open(where.register_url).close()
    with pytest.raises(RegisterError, match="fictieve voorbeeldregio"):
        Register.open(where.example.register_url)
    with pytest.raises(RegisterError, match="echte gebieden"):
        Register.open(where.register_url, is_example=True)


@pytest.mark.parametrize(
    "url", ["geheim", "", "mysql://anne:geheim@host/x", "oracle:geheim", "postgresql+nothing://anne:geheim@host/x"]
)
def test_an_address_that_is_none_is_told_without_repeating_it(url: str) -> None:
    with pytest.raises(RegisterError, match="Controleer REGISTER_URL") as told:
        Register.open(url)
    assert "geheim" not in str(told.value)


def test_a_page_whose_register_stops_answering_says_what_the_matter_is() -> None:
    page = AppTest.from_string(
        "from transition.register.answers import Unavailable\n"
        "from transition.ui import frame\n"
        "frame.show_error(Unavailable('Het register antwoordt niet.'))\n"
    ).run()
    assert [one.value for one in page.error] == ["Het register antwoordt niet."]


def test_a_password_in_the_address_is_in_no_message(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as told:
        Register.open(f"postgresql+psycopg://anne:geheim@/nothing?host={tmp_path}")
    assert "geheim" not in str(told.value)


def test_what_is_committed_outlives_the_process_that_wrote_it(sqlite_register: Register, tmp_path: Path) -> None:
    sqlite_register.apply(SINGLE_USER, [area()])
    seen = sqlite3.connect(tmp_path / "register.db")
    assert seen.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert seen.execute("SELECT count(*) FROM area_process").fetchone() == (1,)
    seen.close()
