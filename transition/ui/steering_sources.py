"""Where the goal side of the page about steering comes from: the tables it rests on, and the line under a picture."""

from functools import lru_cache

from transition import published
from transition.domain.areas import Level
from transition.metrics.scope import Scope
from transition.metrics.steering.outcome import Outcome
from transition.store import Snapshot
from transition.ui import register_source
from transition.views import text

_TABLES = {
    "renewable_on_land_gwh": ("solar_production_gwh", "solar_capacity_kwp"),
    "gas_free_dwellings_count": ("heating_gas_free_pct", "dwellings_count"),
}
_KINDS = ("target", "project")


def line(snapshot: Snapshot, about: Scope, found: Outcome) -> str:
    """Who measured it, which publication states it, and who changed the register last. Plain text."""
    said = [
        f"{snapshot.sources[id]['publisher']}, {snapshot.sources[id]['title']}"
        for id in sorted(ids(snapshot, about, found))
    ]
    by_id = {one.id: one for one in published.published_figures()}
    stated = [found.goal.id] if hasattr(found.goal, "id") else []
    for id in dict.fromkeys((*found.series.published, *stated)):
        if id in by_id:
            said.append(f"{by_id[id].edition} ({by_id[id].source})")
    said.append(register_source.line(snapshot, _KINDS))
    whole = f"Bron: {'; '.join(said)}."
    return f"{text.EXAMPLE}. {whole}" if snapshot.is_example else whole


def ids(snapshot: Snapshot, about: Scope, found: Outcome) -> set[str]:
    """The sources of the measured figures of a place; none of what is no place of the statistics, and of what a publication states."""
    measured = about.is_place and not found.series.published
    return set(_ids(snapshot, about.level, found.indicator)) if measured else set()


@lru_cache(maxsize=64)
def _ids(snapshot: Snapshot, level: Level | None, indicator: str) -> frozenset[str]:
    found = set()
    for one in _TABLES.get(indicator, (indicator,)):
        for at in {str(level), str(Level.SUBRES)}:
            periods = snapshot.periods(at, one)
            column = snapshot.column(at, one, "", periods[-1]) if periods else None
            if column:
                found.add(column.source)
    return frozenset(found)
