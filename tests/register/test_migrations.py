"""The tables a database gets by the steps are those the declarations ask for; and its change log cannot be rewritten."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tests.register.entries import MILESTONE, area, new
from transition.domain.register.kinds import KINDS
from transition.register import migrate
from transition.register.actor import SINGLE_USER
from transition.register.migrations.__main__ import next_step
from transition.register.register import Register
from transition.register.schema import METADATA, TABLES


def test_the_steps_lead_to_the_tables_that_the_declarations_ask_for(register: Register, register_url: str) -> None:
    with sa.create_engine(register_url).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        made = sa.inspect(connection)
        for kind in KINDS.values():
            assert {column["name"] for column in made.get_columns(kind.id)} == {
                "id",
                "version",
                "removed_at",
                *(one.name for one in kind.fields),
            }


@pytest.mark.parametrize(
    "statement", ["UPDATE changes SET new = NULL", "DELETE FROM changes", "DELETE FROM change_sets"]
)
def test_who_opens_the_database_by_hand_cannot_rewrite_the_log(
    register: Register, register_url: str, statement: str
) -> None:
    register.apply(SINGLE_USER, [area()])
    with (
        pytest.raises(sa.exc.DBAPIError, match="can only grow"),
        sa.create_engine(register_url).begin() as connection,
    ):
        connection.execute(sa.text(statement))
    assert register.history(SINGLE_USER, "area_process", "haven")


def test_what_is_referred_to_must_be_there_for_the_database_too(register: Register) -> None:
    orphan = sa.insert(TABLES["milestone"]).values(id="x", version=1, area="nowhere")
    with pytest.raises(sa.exc.IntegrityError), register._database._writer.begin() as connection:
        connection.execute(orphan)


def test_a_field_that_is_added_to_the_declarations_becomes_a_step_that_keeps_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'register.db'}"
    old = Register.open(url)
    old.apply(SINGLE_USER, [area(), new("milestone", "haven.w3", MILESTONE)])
    old.close()
    steps = tmp_path / "migrations"
    shutil.copytree(migrate.STEPS, steps)
    monkeypatch.setattr(migrate, "STEPS", steps)
    table, asks = TABLES["area_process"], sa.Column("neighbour", sa.Text, sa.ForeignKey("area_process.id"))
    table.append_column(asks)
    try:
        written = next_step("areas have a neighbour", steps)
        assert written.name == "0002_areas_have_a_neighbour.py"
        again = Register.open(url)
        assert list(again.records(SINGLE_USER, "milestone")) == ["haven.w3"]
        assert again.record(SINGLE_USER, "area_process", "haven").values["name"] == "Havenkwartier"  # type: ignore[union-attr]
        again.close()
        with sa.create_engine(url).connect() as connection:
            assert "neighbour" in {column["name"] for column in sa.inspect(connection).get_columns("area_process")}
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    finally:
        table._columns.remove(asks)
        table.constraints -= {one for one in table.constraints if asks.name in getattr(one, "column_keys", ())}
        table.foreign_keys -= asks.foreign_keys
