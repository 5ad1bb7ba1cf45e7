"""How old each source's figures are, and how its last refresh ended."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from transition.store import Snapshot

_FAILED = "geweigerd"


@dataclass(frozen=True)
class Freshness:
    """One source: what is stored, and what the last attempt to refresh it did ('' when there was none)."""

    id: str
    facts: dict[str, Any]
    days_old: int
    last_state: str
    last_sentence: str

    @property
    def is_stale(self) -> bool:
        """Whether the last refresh failed, so that what is shown may be out of date."""
        return self.last_state == _FAILED


def stale(last_run: str) -> frozenset[str]:
    """The sources whose last refresh failed. last_run: the JSON text, or ''."""
    return frozenset(id for id, outcome in _outcomes(last_run).items() if outcome.get("state") == _FAILED)


def _outcomes(last_run: str) -> dict[str, Any]:
    """How each source fared; nothing is known when the text is none."""
    try:
        found: dict[str, Any] = json.loads(last_run)["outcomes"]
    except (ValueError, KeyError):
        return {}
    return found


def freshness(snapshot: Snapshot, last_run: str, now: datetime | None = None) -> list[Freshness]:
    """Every stored source, and sources that were refused before they were ever stored. last_run: the JSON text, or ''."""
    outcomes = _outcomes(last_run)
    now = now or datetime.now(UTC)
    found = []
    for id in sorted(set(snapshot.sources) | stale(last_run)):
        facts = snapshot.sources.get(id, {})
        days = (now - datetime.fromisoformat(facts["fetched_at"])).days if facts else -1
        outcome = outcomes.get(id, {})
        found.append(Freshness(id, facts, days, outcome.get("state", ""), outcome.get("sentence", "")))
    return found
