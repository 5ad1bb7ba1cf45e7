"""What the register answers: what was written, what was changed and by whom, and why something was not done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from transition.domain.register.fields import Problem, Record, Value

EXISTENCE = ""
"""The field of a change that says whether the record itself is there: from False to True it was added, the other way removed."""
NOT_KEPT = "(niet bewaard)"
"""Stands in the change log for contact data, which is in the record alone: taken out there, it is gone."""


@dataclass(frozen=True)
class Applied:
    """What came of edits. `number`: of the change set, or None when nothing changed. `changed`: kind and id of what did."""

    number: int | None
    warnings: tuple[Problem, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Change:
    """One field that got another value. `at` is in UTC."""

    number: int
    at: datetime
    who: str
    why: str
    origin: str
    kind: str
    id: str
    field: str
    old: Value
    new: Value
    file_name: str = ""


@dataclass(frozen=True)
class ChangeSet:
    """What somebody changed in one go. `counts`: kind -> number of records touched."""

    number: int
    at: datetime
    who: str
    why: str
    origin: str
    file_name: str
    file_sha256: str
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """What somebody was filling in. `base`: the version of the record it started from; None for a new one."""

    kind: str
    id: str
    values: Mapping[str, Value]
    base: int | None
    saved_at: datetime


@dataclass(frozen=True)
class Clash:
    """One record that somebody else changed meanwhile; `current` is None when they removed it.

    `theirs`: field -> what it was, and what they made of it.
    """

    kind: str
    id: str
    base: int | None
    current: Record | None
    theirs: Mapping[str, tuple[Value, Value]]
    who: str
    at: datetime


class RegisterError(Exception):
    """Something the register does not do. Its text is a Dutch sentence for the reader."""


class Unavailable(RegisterError):
    """The database does not answer, or cannot be written to now. Nothing was changed."""


class Refused(RegisterError):
    """The edits do not hold; nothing was written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("Er is niets gewijzigd. " + " ".join(f"{one.what} {one.remedy}" for one in problems[:3]))
        self.problems = problems


class Conflict(RegisterError):
    """Somebody else changed the same records meanwhile; nothing was written."""

    def __init__(self, clashes: tuple[Clash, ...]) -> None:
        super().__init__("Er is niets gewijzigd: iemand anders heeft hetzelfde intussen gewijzigd.")
        self.clashes = clashes
