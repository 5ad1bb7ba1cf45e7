"""The sources in words: a short table for the page, all of it for a file, and one source in full."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from transition.metrics.freshness import Freshness
from transition.views import text, trace_text

STATES = {
    "vernieuwd": "vernieuwd",
    "ongewijzigd": "niets nieuws",
    "geweigerd": "▼ mislukt; de vorige cijfers blijven staan",
    "overgeslagen": "overgeslagen",
    "": "–",
}
_ROWS = "Rijen (cijfers, namen en grenzen)"
SHOWN = ["Bron", "Uitgave", "Laatste verversing"]


def table(found: Iterable[Freshness]) -> pd.DataFrame:
    """One row per stored source; `SHOWN` are the columns for the page. The rows are whole numbers."""
    return pd.DataFrame([_row(entry) for entry in found if entry.facts])


def _row(entry: Freshness) -> dict[str, Any]:
    facts = entry.facts
    return {
        "Bron": short(facts),
        "Uitgave": text.day(facts["edition"]),
        "Laatste verversing": STATES.get(entry.last_state, entry.last_state),
        "Geladen": text.day(facts["fetched_at"]),
        _ROWS: facts["rows"],
        "Ritme": facts["rhythm"],
        "Licentie": facts["licence"],
        "Uitgever": facts["publisher"],
    }


def short(facts: Mapping[str, Any]) -> str:
    """The title without the number of its table."""
    return str(facts["title"]).split(" (StatLine")[0]


def details(entry: Freshness) -> list[str]:
    """One source, a line (Markdown) per fact: whose it is, which edition, when and how it came, how much it is, what changed last."""
    facts = entry.facts
    lines = [
        f"**Uitgever:** {facts['publisher']}",
        f"**Uitgave:** {text.day(facts['edition'])}",
        f"**Nieuwe uitgave:** {facts['rhythm']}",
        f"**Geladen:** {text.day(facts['fetched_at'])}, {trace_text.way(facts['came_from'])}{_unknown(facts['came_from'])}",
        f"**Gelezen:** {text.number(facts['rows'])} rijen. Dat zijn cijfers, namen van gebieden en grenzen samen.",
        f"**Licentie:** {facts['licence']}",
    ]
    if facts["url"]:
        lines.append(f"**Adres:** [{facts['url']}]({facts['url']})")
    lines += [f"**Nog geen heel jaar:** {text.period(p, until)}" for p, until in facts["partial_periods"].items()]
    if changes := facts.get("changes"):
        lines.append(f"**Laatste verandering:** {_changed(changes)}")
    if entry.last_sentence:
        lines.append(
            f"**Laatste verversing:** {STATES.get(entry.last_state, entry.last_state)} ({entry.last_sentence})."
        )
    return lines


def _unknown(came_from: str) -> str:
    """A downloaded file does not tell when it was downloaded."""
    is_file = came_from.startswith("map ")
    return " (wanneer het bestand bij de uitgever is opgehaald, weten we niet)" if is_file else ""


def _changed(changes: Mapping[str, Any]) -> str:
    if changes["first"]:
        return f"voor het eerst geladen op {text.day(changes['at'])}"
    counted = {"herzien": "revised", "nieuw": "added", "weg": "removed"}
    numbers = ", ".join(f"{text.number(changes[key])} {word}" for word, key in counted.items())
    return (
        f"uitgave {text.day(changes['edition'])} naast uitgave {text.day(changes['edition_old'])}, "
        f"gezien op {text.day(changes['at'])}: {numbers}"
    )
