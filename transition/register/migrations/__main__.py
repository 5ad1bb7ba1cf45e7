"""`python -m transition.register.migrations "what changes"` writes the next step, from the difference between declarations and tables."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.script import ScriptDirectory

from transition.register import migrate
from transition.register.database import Database


def next_step(what: str, steps: Path = migrate.STEPS) -> Path:
    """Writes the step from the tables of all steps so far to what the declarations ask for, and returns its file. Read it before use."""
    last = ScriptDirectory(str(steps)).get_current_head()
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/made.db")
        with database.rebuilding() as connection:
            settings = migrate.settings(connection, steps)
            command.upgrade(settings, "head")
            made = command.revision(settings, what, autogenerate=True, rev_id=f"{int(last or 0) + 1:04}")
        database.close()
    if made is None or isinstance(made, list):
        raise RuntimeError("Alembic wrote no single step")
    return Path(made.path)


if __name__ == "__main__":
    print(next_step(sys.argv[1]))
