"""Lokaal eigendom: whose the production is, weighted by production, with what nobody knows as a band. LE1 to LE4 of the reference."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from transition.domain.register.choices import COUNTED_TECHNOLOGIES
from transition.metrics.band import Band
from transition.metrics.no_number import NoNumber, Why, no_number
from transition.metrics.production import NATIONAL_HOURS, exact_sum, yearly_mwh

MOST_UNKNOWN = 0.3
"""With a larger part of the production unknown no percentage is given, only the band."""
AIM = 0.5
"""The aim of the Klimaatakkoord for 2030: an ambition, no obligation."""
_ROUNDING = 1e-9
PIPELINE = ("developing", "permitted", "building")
_COLUMNS = {
    "residents": "share_residents",
    "public": "share_public",
    "local_business": "share_local_business",
    "not_local": "share_not_local",
}
OWNERS = (*_COLUMNS, "unknown")
"""Types A, B, C and D of the Participatiemonitor, and what nobody knows."""


class Definition(StrEnum):
    """What counts as local. STRICT: only collectives everyone could join (A). BROAD: governments and local firms too (A, B, C)."""

    STRICT = "strict"
    BROAD = "broad"


LOCAL: Mapping[Definition, tuple[str, ...]] = {
    Definition.STRICT: ("residents",),
    Definition.BROAD: ("residents", "public", "local_business"),
}


@dataclass(frozen=True)
class Share:
    """The locally owned part of the production, parts of 1.

    share: of what is known; no number when more than MOST_UNKNOWN is unknown. band: of all production, from nothing of the unknown
    being local to all of it. mwh: a year, of the `n` projects of `of` of which it is known; `estimated` of them from full-load hours.
    """

    definition: Definition
    share: float | NoNumber
    band: Band | NoNumber
    unknown: float
    mwh: float
    n: int
    of: int
    estimated: int


class Side(StrEnum):
    """On which side of the aim a share is, whatever the unknown turns out to be; UNSURE where that decides it."""

    BELOW = "below"
    THERE = "there"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Distance:
    """Percentage points below the aim, negative beyond it. points: of what is known, as `Share.share`. side, band: over all production."""

    side: Side
    points: float | NoNumber
    band: Band


def owned(projects: pd.DataFrame, hours: Mapping[str, float] = NATIONAL_HOURS) -> pd.DataFrame:
    """The projects that count for local ownership (wind, solar on land and water; no roofs), with mwh, is_estimated and `OWNERS`.

    An owner type is its part of 1; unknown is what the known types leave open, all of it when no share is recorded.
    """
    counted = projects[projects["technology"].isin(sorted(COUNTED_TECHNOLOGIES)) & projects["status"].ne("cancelled")]
    parts = counted[list(_COLUMNS.values())].astype(float).fillna(0.0).set_axis(list(_COLUMNS), axis=1)
    rest = 1 - parts.sum(axis=1)
    unknown = rest.where(rest > _ROUNDING, 0.0)  # shares are typed in tenths of a percent
    return counted.join(yearly_mwh(counted, hours)).assign(**{name: parts[name] for name in _COLUMNS}, unknown=unknown)


def realised(found: pd.DataFrame) -> pd.DataFrame:
    """Of `owned`: what stands, for LE1 and LE2."""
    return found[found["status"].eq("realised")]


def agreed_pipeline(found: pd.DataFrame) -> pd.DataFrame:
    """Of `owned`: what does not stand yet and has a signed agreement about ownership, for LE3. Never added to what stands."""
    return found[found["status"].isin(PIPELINE) & found["agreement_signed"].eq("yes")]


def by_owner(found: pd.DataFrame) -> dict[str, float]:
    """MWh a year per type of `OWNERS`, of the rows of `owned` with a known production."""
    mwh = found["mwh"].to_numpy(dtype=float)
    each = {name: mwh * found[name].to_numpy(dtype=float) for name in OWNERS}
    return {name: math.fsum(values[~np.isnan(values)]) for name, values in each.items()}


def share(found: pd.DataFrame, definition: Definition, most_unknown: float = MOST_UNKNOWN) -> Share:
    """LE1 (broad) or LE2 (strict): sum E(sA+sB+sC) / sum E(1-s_unknown), of rows of `owned`."""
    if found.empty:
        nothing = no_number(Why.NOT_RECORDED)
        return Share(definition, nothing, nothing, 1.0, 0.0, n=0, of=0, estimated=0)
    weighed = found[found["mwh"].notna()]
    mwh, owners = exact_sum(weighed["mwh"]), by_owner(weighed)
    local = sum(owners[name] for name in LOCAL[definition])
    known = mwh - owners["unknown"]
    unknown = owners["unknown"] / mwh if mwh > 0 else 1.0
    counts = {"n": len(weighed), "of": len(found), "estimated": int(weighed["is_estimated"].sum())}
    if mwh <= 0:
        none = no_number(Why.NO_PRODUCTION, count=len(found))
        return Share(definition, none, none, unknown, 0.0, **counts)
    band = Band(_part(local / mwh), _part((local + owners["unknown"]) / mwh))
    if unknown > most_unknown + _ROUNDING:
        too_much = no_number(Why.UNKNOWN_TOO_LARGE, unknown=unknown, most=most_unknown)
        return Share(definition, too_much, band, unknown, mwh, **counts)
    return Share(definition, _part(local / known), band, unknown, mwh, **counts)


def _part(value: float) -> float:
    """A part of 1; sums of rounded shares may be a hair outside."""
    return float(np.clip(value, 0.0, 1.0))


def side(found: Share, aim: float = AIM) -> Side | NoNumber:
    """A verdict rests on all production, so also on the unknown; it can be given without a percentage."""
    if isinstance(found.band, NoNumber):
        return found.band
    if found.band.low >= aim - _ROUNDING:
        return Side.THERE
    return Side.BELOW if found.band.high < aim - _ROUNDING else Side.UNSURE


def distance(found: Share, aim: float = AIM) -> Distance | NoNumber:
    """LE4: aim minus LE1. The side and the band can be given without a percentage."""
    where = side(found, aim)
    if isinstance(where, NoNumber):
        return where
    assert isinstance(found.band, Band), "what is on a side has a band"
    points = found.share if isinstance(found.share, NoNumber) else (aim - found.share) * 100
    return Distance(where, points, Band((aim - found.band.high) * 100, (aim - found.band.low) * 100))
