"""The database of the register: opening it, bringing its tables up to date, and transactions with one writer at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from transition.register.answers import RegisterError, Unavailable

WAITS_SECONDS = 5
"""How long a reader or writer waits for another one before it is told that the register is busy."""
_WRITES = "register_writes"
_LOCK = 0x7265_6769
"""The key of PostgreSQL's advisory lock; any number that no other program in the database uses."""


class Database:
    """One database by its address. Safe to share between threads. Raises RegisterError when it is no address of a database we know."""

    def __init__(self, url: str) -> None:
        try:
            address = sa.make_url(url)
            self.is_sqlite = address.get_backend_name() == "sqlite"
            waits = {"timeout": WAITS_SECONDS} if self.is_sqlite else {"connect_timeout": WAITS_SECONDS}
            self._engine = sa.create_engine(address, pool_pre_ping=not self.is_sqlite, connect_args=waits)
        except (sa.exc.ArgumentError, ImportError, ValueError):
            raise RegisterError(_NO_ADDRESS) from None  # what was raised may hold a password
        if self.is_sqlite and address.database:
            _make_folder(Path(address.database))
        if self.is_sqlite:
            sa.event.listen(self._engine, "connect", _set_up_sqlite)
            sa.event.listen(self._engine, "begin", _begin_sqlite)
        self._writer = self._engine.execution_options(**{_WRITES: True})

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """One transaction that only reads. Raises Unavailable."""
        with _told_in_dutch(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One transaction in which nobody else writes: all of it is kept, or nothing. Raises Unavailable.

        Because writers come one after another, what a rule looked up still holds when it is written, and the numbers of change
        sets become visible in their order, which caches rely on.
        """
        with _told_in_dutch(), self._writer.begin() as connection:
            if not self.is_sqlite:
                connection.execute(sa.text(f"SET LOCAL lock_timeout = '{WAITS_SECONDS}s'"))
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
            yield connection

    @contextmanager
    def rebuilding(self) -> Iterator[sa.Connection]:
        """Like `writing`, for steps that change tables. SQLite makes a changed table anew and throws the old one away;
        what refers to its rows must not be in the way then."""
        if not self.is_sqlite:
            with self.writing() as connection:
                yield connection
            return
        with _told_in_dutch(), self._writer.connect() as connection:
            driver = connection.connection
            driver.execute("PRAGMA foreign_keys=OFF")
            try:
                with connection.begin():
                    yield connection
            finally:
                driver.execute("PRAGMA foreign_keys=ON")

    def close(self) -> None:
        """Ends all connections."""
        self._engine.dispose()


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(f"De map {file.parent} is niet te maken ({error.strerror}). Kies een andere map.") from error


def _set_up_sqlite(connection: sqlite3.Connection, record: Any) -> None:  # noqa: ARG001 - SQLAlchemy gives both
    """Readers go on while somebody writes (WAL). FULL: what was confirmed on screen is still there after a power cut;
    people write seldom, so that the few milliseconds more do not matter."""
    connection.isolation_level = None  # the driver begins no transactions of its own: see _begin_sqlite
    for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}").close()


def _begin_sqlite(connection: sa.Connection) -> None:
    """A writer takes the lock at once: one that has read first could not wait for another one any more."""
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _told_in_dutch() -> Iterator[None]:
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise _unavailable(error) from error
    except sa.exc.TimeoutError as error:
        raise Unavailable(_BUSY) from error


_NO_ADDRESS = (
    "Het adres van het register is niet te gebruiken. Verwacht: postgresql+psycopg://gebruiker@machine/naam, of "
    "sqlite:///pad/naar/register.db. Controleer REGISTER_URL."
)
_BUSY = "Het register is bezig met een andere wijziging. Er is niets gewijzigd. Wacht even en probeer het dan opnieuw."
_TOLD = {
    "locked": _BUSY,
    "locknotavailable": _BUSY,
    "lock timeout": _BUSY,
    "readonly": "Het register is alleen te lezen. Er is niets gewijzigd. Vraag uw beheerder om schrijfrechten op het bestand.",
    "read-only": "Het register is alleen te lezen. Er is niets gewijzigd. Vraag uw beheerder om schrijfrechten.",
    "disk is full": "De schijf is vol. Er is niets gewijzigd. Maak ruimte en probeer het opnieuw.",
    "no space left": "De schijf is vol. Er is niets gewijzigd. Maak ruimte en probeer het opnieuw.",
    "disk i/o": "De schijf geeft een fout. Er is niets gewijzigd. Vraag uw beheerder om de schijf te controleren.",
    "not a database": "Het bestand van het register is geen database of is beschadigd. Zet een reservekopie terug.",
    "malformed": "Het bestand van het register is beschadigd. Zet een reservekopie terug.",
    "unable to open": "Het bestand van het register is niet te openen. Controleer of de map bestaat en of u erin mag schrijven.",
}


def _unavailable(error: sa.exc.DBAPIError) -> RegisterError:
    """Only what a reader can do something about; a fault of ours stays a fault, and is seen as one."""
    technical = f"{type(error.orig).__name__} {error.orig}".lower()
    for sign, sentence in _TOLD.items():
        if sign in technical:
            return Unavailable(sentence)
    is_of_server = not isinstance(error.orig, sqlite3.Error)  # sqlite3 also calls a wrong question operational
    if is_of_server and isinstance(error, sa.exc.OperationalError | sa.exc.InterfaceError):
        return Unavailable("Het register antwoordt niet. Er is niets gewijzigd. Probeer het later opnieuw.")
    raise error
