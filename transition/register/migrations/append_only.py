"""Makes a table one that can only grow: the database itself refuses to change or remove its rows, also to whoever opens it by hand."""

from alembic import op

_REFUSAL = "the change log can only grow"
_FUNCTION = f"""
CREATE FUNCTION register_only_grows() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END; $$
"""


def only_grows(*tables: str) -> None:
    """Guards the tables, on SQLite and on PostgreSQL."""
    if op.get_bind().dialect.name == "sqlite":
        for table in tables:
            for event in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
                )
        return
    op.execute(_FUNCTION)
    for table in tables:
        op.execute(
            f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION register_only_grows()"
        )
