"""How old each source's figures are, and how its last refresh ended."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from transition.store import Snapshot


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
        return self.last_state == "geweigerd"


def freshness(snapshot: Snapshot, last_run: str, now: datetime | None = None) -> list[Freshness]:
    """Every stored source, and sources that were refused before they were ever stored. last_run: the JSON text, or ''."""
    outcomes: dict[str, Any] = json.loads(last_run)["outcomes"] if last_run else {}
    now = now or datetime.now(UTC)
    found = []
    for id in sorted(set(snapshot.sources) | {i for i, o in outcomes.items() if o["state"] == "geweigerd"}):
        facts = snapshot.sources.get(id, {})
        days = (now - datetime.fromisoformat(facts["fetched_at"])).days if facts else -1
        outcome = outcomes.get(id, {})
        found.append(Freshness(id, facts, days, outcome.get("state", ""), outcome.get("sentence", "")))
    return found
