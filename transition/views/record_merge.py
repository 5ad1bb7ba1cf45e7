"""Two people changed one record: what each made of it side by side, and the edit that holds what was chosen. Nothing is lost silently."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from transition.domain.register.fields import Edit, Record, Value
from transition.views.record_words import is_nothing


class Clash(Protocol):
    """What the register says about a record that somebody else changed meanwhile."""

    @property
    def current(self) -> Record | None: ...
    @property
    def theirs(self) -> Mapping[str, tuple[Value, Value]]: ...


@dataclass(frozen=True)
class Both:
    """A field both changed, to something else: what it was, what you made of it, what they made of it."""

    field: str
    was: Value
    yours: Value
    theirs: Value


def both(edit: Edit, clash: Clash) -> list[Both]:
    """The fields somebody has to choose about. A field both changed to the same is settled."""
    return [
        Both(name, clash.theirs[name][0], yours, clash.theirs[name][1])
        for name, yours in edit.changes.items()
        if name in clash.theirs and not _alike(yours, clash.theirs[name][1])
    ]


def only_theirs(edit: Edit, clash: Clash) -> dict[str, tuple[Value, Value]]:
    """What only they changed: it stays. Field -> what it was, what they made of it."""
    return {name: pair for name, pair in clash.theirs.items() if name and name not in edit.changes}


def only_yours(edit: Edit, clash: Clash) -> dict[str, Value]:
    """What only you changed: it is kept."""
    return {name: value for name, value in edit.changes.items() if name not in clash.theirs}


def merged(
    edit: Edit, clash: Clash, keep_theirs: Mapping[str, bool], before: Mapping[str, Value] | None = None
) -> Edit:
    """The edit on the record as it stands now. `keep_theirs`: for every field of `both`, whether theirs stays.

    A record that was removed meanwhile comes back as a new one: as it was `before`, with what you filled in.
    """
    if clash.current is None:
        return replace(edit, base=None, changes={**(before or {}), **edit.changes})
    open_questions = [one.field for one in both(edit, clash) if one.field not in keep_theirs]
    if open_questions:
        raise ValueError(f"nobody chose about {', '.join(open_questions)}")
    changes = {name: value for name, value in edit.changes.items() if not keep_theirs.get(name)}
    return replace(edit, base=clash.current.version, changes=changes)


def _alike(one: Value, other: Value) -> bool:
    return (is_nothing(one) and is_nothing(other)) or one == other
