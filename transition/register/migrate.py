"""Brings the tables of a database up to date, with the steps in migrations/."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from transition.register.answers import RegisterError

STEPS = Path(__file__).parent / "migrations"


def settings(connection: sa.Connection, steps: Path) -> Config:
    """What Alembic needs to know; no file of settings. The files of steps begin with their number: 0002_what_changes.py."""
    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config


def is_current(connection: sa.Connection) -> bool:
    """Whether the tables are those this version of the product knows. Raises RegisterError when they are of a later version."""
    steps = ScriptDirectory(str(STEPS))
    found = MigrationContext.configure(connection).get_current_revision()
    if found is not None and found not in {step.revision for step in steps.walk_revisions()}:
        raise RegisterError(
            "Dit register is gemaakt met een nieuwere versie van de Regiemonitor. Werk de Regiemonitor bij; dan opent het weer."
        )
    return found == steps.get_current_head()


def bring_up_to_date(connection: sa.Connection) -> None:
    """Runs the steps that were not run yet, in the transaction of the connection: all of them, or none."""
    command.upgrade(settings(connection, STEPS), "head")
