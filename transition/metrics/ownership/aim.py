"""The way to half of the production in local hands: what stands, what was agreed, and the part the rest of the pipeline must have."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.ownership.shares import AIM, LOCAL, PIPELINE, Definition

BY = 2030
STEPS = ("realised", "building", "permitted", "developing", "open")
"""What stands; the pipeline by state as far as its ownership was agreed; and all of the pipeline of which it was not."""


@dataclass(frozen=True)
class Step:
    """One step of the waterfall, in MWh a year times its chance. local and unknown are parts of mwh; of the open step all is open."""

    name: str
    mwh: float
    local: float
    unknown: float
    count: int


@dataclass(frozen=True)
class Required:
    """The part of the open pipeline that must be local to come to the aim, parts of 1.

    share: from the most favourable reading of what is unknown (all of it local) to the least; below 0 is none needed, above 1 more
    than there is. answer: 'none' when nothing more is needed even in the least favourable reading, 'out_of_reach' when all of it
    is not enough even in the most favourable one, else 'needed'; without a share the code of why. unweighted: projects of unknown
    production. late: expected after `by`. undated: pipeline projects of which nobody says when.
    """

    share: Band | NoNumber
    answer: str
    steps: tuple[Step, ...]
    unweighted: int
    late: int
    undated: int


def required(
    found: pd.DataFrame,
    definition: Definition,
    *,
    aim: float = AIM,
    by: int = BY,
    chances: Mapping[str, float] | None = None,
) -> Required:
    """r = (aim x E_total - E_local) / E_open, with E_total all that is there by the end of `by`. found: rows of `shares.owned`.

    chances: per state of the pipeline the part of it that is counted on, 1 where it is not given. A project of the pipeline is
    settled when its agreement about ownership is signed, and open when not; then its recorded shares are only intentions.
    """
    coming = found["status"].isin(PIPELINE)
    late = coming & (found["expected_on"].dt.year > by)
    kept = found[~late]
    settled = kept["status"].eq("realised") | kept["agreement_signed"].eq("yes")
    steps = _steps(kept, settled.to_numpy(dtype=bool), definition, chances or {})
    share = _share(steps, aim) if len(found) else no_number(Why.NOT_RECORDED)
    return Required(
        share=share,
        answer=_answer(share),
        steps=steps,
        unweighted=int(kept["mwh"].isna().sum()),
        late=int(late.sum()),
        undated=int((coming & found["expected_on"].isna()).sum()),
    )


def reached(way: Required, part: float) -> Band | None:
    """The local part of all there is by then, when `part` (of 1) of the open pipeline gets local owners; None without production.

    From none of what is unknown being local to all of it. At the required share the aim is met.
    """
    *settled, rest = way.steps
    everything = sum(step.mwh for step in way.steps)
    if everything <= 0:
        return None
    local = sum(step.local for step in settled) + part * rest.mwh
    return Band(local / everything, (local + sum(step.unknown for step in settled)) / everything)


def _steps(
    kept: pd.DataFrame, settled: np.ndarray, definition: Definition, chances: Mapping[str, float]
) -> tuple[Step, ...]:
    """As arrays: a reader who tries assumptions waits for this."""
    status = kept["status"].to_numpy(dtype=object)
    chance = np.array([chances.get(state, 1.0) for state in status], dtype=float)
    mwh = kept["mwh"].to_numpy(dtype=float) * chance
    owners = {name: mwh * kept[name].to_numpy(dtype=float) for name in (*LOCAL[definition], "unknown")}
    known = ~np.isnan(mwh)
    steps = []
    for name in STEPS:
        inside = ~settled if name == "open" else settled & (status == name)
        together = math.fsum(mwh[inside & known])
        local, unknown = 0.0, together
        if name != "open":
            local = sum(math.fsum(owners[one][inside & known]) for one in LOCAL[definition])
            unknown = math.fsum(owners["unknown"][inside & known])
        steps.append(Step(name, together, local, unknown, int(inside.sum())))
    return tuple(steps)


def _share(steps: tuple[Step, ...], aim: float) -> Band | NoNumber:
    *settled, rest = steps
    if rest.mwh <= 0:
        return no_number(Why.NO_PIPELINE)
    asked = aim * sum(step.mwh for step in steps)
    local, unknown = sum(step.local for step in settled), sum(step.unknown for step in settled)
    return Band((asked - local - unknown) / rest.mwh, (asked - local) / rest.mwh)


def _answer(share: Band | NoNumber) -> str:
    if isinstance(share, NoNumber):
        return share.why
    return "none" if share.high <= 0 else "out_of_reach" if share.low > 1 else "needed"
