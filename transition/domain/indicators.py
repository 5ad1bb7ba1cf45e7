"""What is measured: unit, direction, how it adds up, where it exists."""

from dataclasses import dataclass, field
from enum import StrEnum

from transition.domain.areas import Level


class AddsUp(StrEnum):
    """How the figures of parts make the figure of the whole."""

    SUM = "sum"
    WEIGHTED_MEAN = "weighted_mean"
    NEVER = "never"


class Direction(StrEnum):
    """Which way is progress. `NONE`: neither more nor less is better."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


@dataclass(frozen=True)
class Break:
    """From `period` on, the figures are measured in another way; no line runs through it.

    `breakdowns` names those it holds for; empty: for all, the total included.
    """

    period: str
    because: str
    breakdowns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Indicator:
    """One thing that is measured. `id` ends in its unit; `breakdowns` maps ids to Dutch labels, '' is the total.

    `plausible` gives, per level, the lowest and highest value that can be true, in `unit`: a publisher's change of unit
    shows as a value outside it. `definition`: what it is; `measured`: how the publisher measures it; `limits`: what it is not.
    `per` names the indicators by which a rate may be made (per 1,000 inhabitants, per dwelling).
    """

    id: str
    name: str
    short: str
    unit: str
    decimals: int
    direction: Direction
    adds_up: AddsUp
    weight: str
    levels: tuple[Level, ...]
    definition: str
    limits: str
    theme: str
    breakdowns: dict[str, str] = field(default_factory=dict)
    plausible: dict[Level, tuple[float, float]] = field(default_factory=dict)
    per: tuple[str, ...] = ()
    policy_bounds: tuple[float, ...] = ()
    breaks: tuple[Break, ...] = ()
    measured: str = ""

    @property
    def is_scale(self) -> bool:
        """Whether a value is a place on a scale and no amount: then its steps are the only classes that mean something."""
        return self.adds_up is AddsUp.NEVER and bool(self.policy_bounds)
