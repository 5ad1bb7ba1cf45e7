"""Municipalities that change: what went into what, when, and in which shares."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """How a municipality ended: together into a new one, into one that stays, divided over several, or only in name."""

    MERGE = "merge"
    ABSORB = "absorb"
    SPLIT = "split"
    NEW_NAME = "new_name"


@dataclass(frozen=True)
class AreaChange:
    """The municipality `before` went into `after`, wholly or, in a split, for a part.

    shares: the part of `before` that went into `after`, 0 to 1, by the indicator it was measured in; empty when nobody
    published it. is_planned: announced, and not yet so.
    """

    before: str
    after: str
    on: date
    kind: Kind
    is_planned: bool = False
    shares: dict[str, float] = field(default_factory=dict, hash=False)

    @property
    def vintage(self) -> int:
        """The first year on whose 1 January the change is in force: figures of a year stand on that day's boundaries."""
        return self.on.year if (self.on.month, self.on.day) == (1, 1) else self.on.year + 1
