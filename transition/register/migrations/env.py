"""What Alembic runs for every command: the steps, in the transaction that `migrate` has begun."""

from alembic import context

from transition.register.schema import METADATA

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=METADATA, render_as_batch=connection.dialect.name == "sqlite")
with context.begin_transaction():
    context.run_migrations()
