"""What the last refresh did, as lines for the command line: per source what changed, the largest revisions, and the checks."""

import json
from collections.abc import Collection
from typing import Any

from transition import catalog
from transition.ingest import compare, snapshot
from transition.ingest.cross_checks import Outcome
from transition.places import Places


def lines(where: Places, names: Collection[str]) -> list[str]:
    """The report of the sources `names`; empty when nothing was ever refreshed.

    A source that had nothing new is shown with its last change.
    """
    served = snapshot.served_id(where)
    stored: dict[str, Any] = snapshot.manifest(where.snapshots / served) if served else {"sources": {}}
    last = json.loads(where.last_run.read_text(encoding="utf-8")) if where.last_run.exists() else {"outcomes": {}}
    if not stored["sources"] and not last["outcomes"]:
        return []
    made = [f"Laatste verversing: {last['at']}, {last['came_from']}."] if "at" in last else []
    for name in names:
        outcome, facts = last["outcomes"].get(name), stored["sources"].get(name)
        if outcome or facts:
            made += _of_source(name, outcome, facts)
    return made + _checks(stored.get("checks", []))


def failing(where: Places) -> int:
    """How many checks of the served snapshot do not hold."""
    served = snapshot.served_id(where)
    checks = snapshot.manifest(where.snapshots / served).get("checks", []) if served else []
    return sum(check["outcome"] == Outcome.FAILS for check in checks)


def _of_source(name: str, outcome: dict[str, Any] | None, facts: dict[str, Any] | None) -> list[str]:
    state = f"{outcome['state']} - {outcome['sentence']}" if outcome else "niet bij de laatste verversing"
    changes = (facts or {}).get("changes")
    if not changes:
        return [f"{name}: {state}"]
    before = f"van uitgave {changes['edition_old']} naar " if changes["edition_old"] else ""
    read_anew = " (dezelfde documenten, anders gelezen)" if changes["same_documents"] else ""
    made = [
        f"{name}: {state}",
        f"  laatste verandering op {changes['at'][:10]}, {before}uitgave {changes['edition']}{read_anew}: {compare.in_words(changes)}",
    ]
    return made + [f"    {_revision(row)}" for row in changes["largest"]]


def _revision(row: dict[str, Any]) -> str:
    part = f" ({row['breakdown']})" if row["breakdown"] else ""
    unit = catalog.indicator(row["indicator"]).unit
    change = f", {(row['value'] / row['value_old'] - 1) * 100:+.1f}%" if row["value_old"] > 0 and unit != "%" else ""
    return f"{row['area']} {row['indicator']}{part} {row['period']}: {row['value_old']:.10g} werd {row['value']:.10g} {unit}{change}"


def _checks(checks: list[dict[str, Any]]) -> list[str]:
    if not checks:
        return []
    words = {Outcome.HOLDS: "goed", Outcome.FAILS: "niet goed", Outcome.UNANSWERED: "niet te beantwoorden"}
    counts = {word: sum(check["outcome"] == outcome for check in checks) for outcome, word in words.items()}
    made = ["Controles: " + ", ".join(f"{number} {word}" for word, number in counts.items()) + "."]
    for check in checks:
        if check["outcome"] == Outcome.FAILS:
            wrong = "; ".join(f"{f['period']}: {f['found']}" for f in check["findings"] if not f["holds"])
            made.append(f"  niet goed - {check['rule']} Gevonden: {wrong}. Verwacht: {check['expected']}.")
        elif check["outcome"] == Outcome.UNANSWERED:
            made.append(f"  niet te beantwoorden - {check['rule']} Reden: {check['because']}.")
    return made
