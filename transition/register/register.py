"""The register as the rest of the product knows it. Every call says who acts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

import pandas as pd
import sqlalchemy as sa

from transition.domain.register.fields import Edit, Problem, Record, Value
from transition.domain.register.kinds import KINDS
from transition.register import (
    clashes,
    day_rules,
    drafts,
    going_back,
    history,
    latest,
    methods,
    migrate,
    reading,
    rules,
    table,
    visibility,
    writing,
)
from transition.register.actor import ANYONE, PRODUCT, Actor, may_change
from transition.register.answers import (
    Applied,
    Change,
    ChangeSet,
    Clash,
    Conflict,
    Draft,
    Refused,
    RegisterError,
    Unavailable,
)
from transition.register.database import Database
from transition.register.known import Known
from transition.register.proposal import Proposal
from transition.register.schema import FACTS

__all__ = [
    "Applied",
    "Change",
    "ChangeSet",
    "Clash",
    "Conflict",
    "Draft",
    "Refused",
    "Register",
    "RegisterError",
    "Unavailable",
]
_EXAMPLE = "is_example"


class Register:
    """One register. Safe to share between threads and processes; all methods raise Unavailable when the database does not answer."""

    def __init__(self, database: Database, is_example: bool, today: Callable[[], date]) -> None:
        self._database, self._today = database, today
        self.is_example = is_example
        self.written = 0
        """How often something was written through this very object; a reader who asked a number before that asks again."""

    @classmethod
    def open(cls, url: str, *, is_example: bool = False, today: Callable[[], date] = day_rules.today) -> "Register":
        """Opens a register by the address of its database, makes it when it is new, and brings it up to date.

        `is_example` marks a new one for good. `today`: which day it is.
        Raises RegisterError when the register is of the other sort, or of a later version.
        """
        database = Database(url)
        with database.reading() as connection:
            current = migrate.is_current(connection)
        if not current:
            with database.rebuilding() as connection:
                migrate.bring_up_to_date(connection)
                if not connection.scalar(sa.select(FACTS.c.value).where(FACTS.c.name == _EXAMPLE)):
                    connection.execute(sa.insert(FACTS), {"name": _EXAMPLE, "value": "yes" if is_example else "no"})
        with database.reading() as connection:
            marked = connection.scalar(sa.select(FACTS.c.value).where(FACTS.c.name == _EXAMPLE)) == "yes"
        if marked != is_example:
            which = "de fictieve voorbeeldregio" if marked else "echte gebieden"
            raise RegisterError(f"Dit register is van {which}. Die twee gaan nooit samen: kies een andere database.")
        register = cls(database, is_example, today)
        if register.number() == 0:
            register.apply(PRODUCT, methods.starting_points(), why="Uitgangspunt", origin="seed")
        return register

    def close(self) -> None:
        """Ends the connections to the database."""
        self._database.close()

    def number(self, kind: str | None = None) -> int:
        """The number of the last change set; of a kind, of the last that can have changed its table. The key of caches."""
        kinds = None if kind is None else visibility.decides(kind)
        with self._database.reading() as connection:
            return reading.last_number(connection, kinds)

    def records(self, actor: Actor, kind: str) -> dict[str, Record]:
        """The records of a kind that the actor may see, ordered by id."""
        with self._database.reading() as connection:
            return reading.records(connection, actor, KINDS[kind])

    def record(self, actor: Actor, kind: str, id: str) -> Record | None:
        """One record, when it is there and the actor may see it."""
        with self._database.reading() as connection:
            return reading.record(connection, actor, KINDS[kind], id)

    def table(self, actor: Actor, kind: str, public_only: bool = False) -> pd.DataFrame:
        """The records of a kind as a table: see `transition.register.table`. `public_only`: what anyone may see."""
        with self._database.reading() as connection:
            return table.table(connection, ANYONE if public_only else actor, KINDS[kind])

    def problems(self, actor: Actor, edits: Sequence[Edit], known: Known | None = None) -> list[Problem]:
        """What `apply` would refuse or warn about; writes nothing."""
        _check_may_change(actor)
        with self._database.reading() as connection:
            return rules.problems(Proposal(connection, edits), known, self._today())

    def apply(
        self,
        actor: Actor,
        edits: Sequence[Edit],
        *,
        why: str = "",
        origin: str = "form",
        file_name: str = "",
        file_sha256: str = "",
        known: Known | None = None,
    ) -> Applied:
        """Writes all edits as one change set, or none. What changes nothing is left out; when nothing is left, nothing is written.

        Raises Conflict when somebody else changed one of the records meanwhile, Refused when something is wrong.
        """
        about = {"why": why, "origin": origin, "file_name": file_name, "file_sha256": file_sha256}
        with self._changing(actor) as connection:
            return _apply(connection, actor, edits, about, known, self._today())

    def undo(self, actor: Actor, number: int, why: str = "") -> Applied:
        """Takes back one change set, as a change set of its own. Raises Conflict when something of it was changed later."""
        with self._changing(actor) as connection:
            edits = going_back.undoing(connection, number)
            about = {"why": why or f"Wijziging {number} teruggedraaid", "origin": "undo"}
            return _apply(connection, actor, edits, about, None, self._today(), back=True)

    def restore(self, actor: Actor, kind: str, id: str, number: int, why: str = "") -> Applied:
        """Makes a record what it was just after a change set, as a change set of its own."""
        with self._changing(actor) as connection:
            edits = going_back.restoring(connection, kind, id, number)
            about = {"why": why or f"Teruggezet naar wijziging {number}", "origin": "restore"}
            return _apply(connection, actor, edits, about, None, self._today(), back=True)

    def history(self, actor: Actor, kind: str, id: str, with_children: bool = False) -> list[Change]:
        """What happened to a record (and to all that belongs to it), newest first; for those who may change it."""
        condition = history.of_family(kind, id) if with_children else history.of_record(kind, id)
        with self._database.reading() as connection:
            return history.changes(connection, condition) if may_change(actor) else []

    def last_changes(self, actor: Actor, kind: str) -> pd.DataFrame:
        """When each record of a kind, or what belongs to it, was last changed: see `transition.register.latest`."""
        with self._database.reading() as connection:
            found = latest.last_changes(connection, kind)
            return found if may_change(actor) else found.iloc[:0]

    def change_sets(self, actor: Actor, limit: int = 20) -> list[ChangeSet]:
        """The last change sets, newest first; for those who may change something themselves."""
        with self._database.reading() as connection:
            return history.change_sets(connection, limit) if may_change(actor) else []

    def save_draft(self, actor: Actor, kind: str, id: str, values: Mapping[str, Value], base: int | None) -> None:
        """Keeps what the actor was filling in. `id` is '' for a record that has none yet."""
        with self._changing(actor) as connection:
            drafts.save(connection, actor, kind, id, values, base)

    def draft(self, actor: Actor, kind: str, id: str) -> Draft | None:
        """What the actor was filling in for this record."""
        with self._database.reading() as connection:
            return drafts.one(connection, actor, kind, id)

    def drafts(self, actor: Actor) -> list[Draft]:
        """Everything the actor was filling in, last saved first."""
        with self._database.reading() as connection:
            return drafts.of(connection, actor)

    def discard_draft(self, actor: Actor, kind: str, id: str) -> None:
        """Throws the actor's draft away."""
        with self._changing(actor) as connection:
            drafts.discard(connection, actor, [(kind, id)])

    @contextmanager
    def _changing(self, actor: Actor) -> Iterator[sa.Connection]:
        _check_may_change(actor)
        with self._database.writing() as connection:
            yield connection
        self.written += 1


def _check_may_change(actor: Actor) -> None:
    if not may_change(actor):
        raise RegisterError("U kunt dit bekijken, maar niet wijzigen.")


def _apply(
    connection: sa.Connection,
    actor: Actor,
    edits: Sequence[Edit],
    about: Mapping[str, str],
    known: Known | None,
    today: date,
    back: bool = False,
) -> Applied:
    proposal = Proposal(connection, edits)
    if found := clashes.of(connection, proposal.steps):
        raise Conflict(found)
    problems = rules.problems(proposal, known, today, back)
    if errors := tuple(one for one in problems if not one.is_warning):
        raise Refused(errors)
    steps = [step for step in proposal.steps if not step.does_nothing]
    changed = tuple((step.edit.kind, step.edit.id) for step in steps)
    if about["origin"] == "form":
        drafts.discard(connection, actor, [(edit.kind, edit.id) for edit in edits])
    if not steps:
        return Applied(None, tuple(problems))
    number = writing.write(connection, actor, steps, **{"file_name": "", "file_sha256": "", **about})
    return Applied(number, tuple(problems), changed)
