"""What is known of a place beside the register: solar production and brought figures; and the years that were published of the country."""

import math
from functools import lru_cache

from transition import published
from transition.domain.areas import Level
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership.published_years import published_years
from transition.metrics.scope import Scope
from transition.metrics.steering.on_land import on_land
from transition.store import Snapshot
from transition.ui import registered
from transition.views import ownership_known as words
from transition.views.ownership_known import Known
from transition.views.ownership_published import Years

_LEVELS = (Level.GEMEENTE, Level.SUBRES, Level.RES, Level.PROVINCIE, Level.LAND)


def sentences(snapshot: Snapshot, about: Scope, place: str) -> list[str]:
    """Each known figure of a place in a sentence; nothing of what is no place of the statistics."""
    if not about.is_place or about.level not in _LEVELS:
        return []
    said = [words.brought(one) for one in _brought(snapshot, about.id)]
    sun = _sun(snapshot, about.id)
    return [*said, *([words.sun(*sun, place)] if sun else [])]


def sources(snapshot: Snapshot, about: Scope) -> set[str]:
    """The sources of what `sentences` says."""
    if not about.is_place or about.level not in _LEVELS:
        return set()
    return {one.source for one in _brought(snapshot, about.id)} | _solar_source(snapshot)


@lru_cache(maxsize=16)
def years(*quantities: str) -> Years:
    """Of each quantity what was published of the Netherlands, in the order asked."""
    figures = published.published_figures()
    return {id: published_years(figures, id) for id in quantities}


@lru_cache(maxsize=256)
def _brought(snapshot: Snapshot, code: str) -> tuple[Known, ...]:
    found = []
    for id in words.BROUGHT:
        known = [one for one in snapshot.series(code, id) if not math.isnan(one[1])]
        if known:
            period, value, status = known[-1]
            column = snapshot.column(str(snapshot.areas[code].level), id, "", period)
            found.append(Known(id, period, value, status, column.source if column else ""))
    return tuple(found)


@lru_cache(maxsize=256)
def _sun(snapshot: Snapshot, code: str) -> tuple[float, str, str] | None:
    """GWh of large solar installations, with its year and status; wind is left out, for that is the register's."""
    found = on_land(snapshot, code, registered.table(snapshot, "project").head(0))
    if isinstance(found, NoNumber):
        return None
    known = [one for one in found.points if not math.isnan(one[1])]
    return (known[-1][1], known[-1][0], known[-1][2]) if known else None


@lru_cache(maxsize=4)
def _solar_source(snapshot: Snapshot) -> frozenset[str]:
    periods = snapshot.periods(Level.SUBRES, "solar_capacity_kwp")
    column = snapshot.column(Level.SUBRES, "solar_capacity_kwp", "", periods[-1]) if periods else None
    return frozenset({column.source} if column else ())
