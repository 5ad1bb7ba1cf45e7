"""A value's status, why a value is missing, and what stands in its place."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How sure a value is."""

    FINAL = "final"
    PROVISIONAL_REVISED = "provisional_revised"
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    RECALCULATED = "recalculated"


class Missing(StrEnum):
    """Why there is no value. Never 0, never blank."""

    SUPPRESSED = "suppressed"
    NOT_APPLICABLE = "not_applicable"
    NOT_PUBLISHED = "not_published"
    NOT_MEASURED = "not_measured"


STATUS_CODES: tuple[str, ...] = (*Status, *Missing)
"""The order in which statuses are numbered in the cube. Only ever add at the end."""


@dataclass(frozen=True)
class Gap:
    """No number, because of `reason`; `detail` says in plain Dutch what is missing and what would mend it."""

    reason: Missing
    detail: str = ""
