"""The databases the tests of the register run on: each test has one of its own, a copy of one that was made once."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.register import postgres
from tests.register.postgres import Postgres
from transition.register.register import Register

NO_POSTGRES = "geen PostgreSQL gevonden (Debian: apt-get install postgresql)"


class Databases:
    """Makes databases with an empty register in them: the one product makes when it starts for the first time."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self._stack = stack
        self._server: Postgres | None = None
        self._templates: dict[str, str] = {}

    @contextmanager
    def new(self, sort: str, folder: Path) -> Iterator[str]:
        """The address of a database of its own: 'sqlite' in the folder, or 'postgresql', which skips when there is none."""
        if sort == "sqlite":
            file = folder / "register.db"
            shutil.copyfile(self._sqlite(), file)
            yield f"sqlite:///{file}"
        else:
            server = self.server()
            with server.database(self._postgres_template(server)) as made:
                yield server.url(made.dbname)

    def server(self) -> Postgres:
        """The one PostgreSQL of this test process, started when it is first needed."""
        found = postgres.programs()
        if found is None:
            pytest.skip(NO_POSTGRES)
        if self._server is None:
            self._server = self._stack.enter_context(Postgres(found))
        return self._server

    def _sqlite(self) -> Path:
        file = self.folder / "template.db"
        if "sqlite" not in self._templates:
            self._templates["sqlite"] = f"sqlite:///{file}"
            Register.open(self._templates["sqlite"]).close()
        return file

    def _postgres_template(self, server: Postgres) -> str:
        if "postgresql" not in self._templates:
            made = self._stack.enter_context(server.database())
            self._templates["postgresql"] = made.dbname
            Register.open(server.url(made.dbname)).close()
        return self._templates["postgresql"]
