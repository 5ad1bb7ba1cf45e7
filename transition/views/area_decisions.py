"""The decisions and lessons of one area process: what is coming first, then what was decided, newest first."""

import pandas as pd

from transition.domain.register import choices
from transition.domain.register.fields import PUBLIC, VISIBILITY
from transition.views import area_rows, links, text
from transition.views import area_words as words
from transition.views.area_rows import Entry, safe
from transition.views.record_words import is_nothing


def heading(decisions: pd.DataFrame) -> str:
    """The message: how many are taken and how many are still to come."""
    if decisions.empty:
        return "Er zijn geen besluiten vastgelegd"
    taken = int(decisions["state"].eq("taken").sum())
    planned = len(decisions) - taken
    said = f"{text.number(taken)} {'besluit is' if taken == 1 else 'besluiten zijn'} genomen"
    ahead = f"{text.number(planned)} {'staat' if planned == 1 else 'staan'}" if planned else "geen staat"
    return f"{said}, {ahead} gepland"


def html(decisions: pd.DataFrame, today: pd.Timestamp) -> str:
    """A list; every typed text is escaped."""
    planned = decisions[decisions["state"].eq("planned")].sort_values("decided_on", kind="stable")
    taken = decisions[~decisions["state"].eq("planned")].sort_values("decided_on", ascending=False, kind="stable")
    entries = [_entry(one, today) for rows in (planned, taken) for _, one in rows.iterrows()]
    return area_rows.listing(entries, "Besluiten")


def _entry(one: pd.Series, today: pd.Timestamp) -> Entry:
    is_planned = one["state"] == "planned"
    when = f"{'Gepland op' if is_planned else 'Genomen op'} {words.day(one['decided_on'])}"
    if is_planned and not is_nothing(one["decided_on"]) and one["decided_on"] < today:
        when += f" ({words.days((one['decided_on'] - today).days)}; niet vastgelegd of het is genomen)"
    lines = [
        f"{when}, {choices.DECIDERS[one['decided_by']]}" if not is_nothing(one["decided_by"]) else when,
        "" if is_nothing(one["signal"]) else f"Signaal: {safe(one['signal'])}",
        "" if is_nothing(one["effect"]) else f"Verwacht effect: {safe(one['effect'])}",
        links.anchor(one["link"], "Lees het besluit") or ("" if is_planned else "Bewijs ontbreekt"),
        hidden(one["visibility"]),
    ]
    return Entry("○" if is_planned else "✓", "open" if is_planned else "done", str(one["title"]), lines, is_planned)


def hidden(visibility: object) -> str:
    """'Concept' or 'Vertrouwelijk' for what is not public."""
    return "" if is_nothing(visibility) or visibility == PUBLIC else VISIBILITY[str(visibility)]


def coming(row: words.Row) -> tuple[str, str]:
    """The next decision of an area of the overview: its title and when; a planned day that has passed says so. '' for none."""
    if is_nothing(row["decision_title"]):
        return "", ""
    passed = not is_nothing(row["decision_in"]) and float(row["decision_in"]) < 0  # type: ignore[arg-type]
    return str(row["decision_title"]), f"{'was gepland op ' if passed else ''}{words.day(row['decision_on'])}"


def lessons(found: pd.DataFrame, communities: pd.Series) -> str:
    """The lessons that came from this area, newest first."""
    rows = found.sort_values("learned_on", ascending=False, na_position="last", kind="stable")
    entries = [
        Entry(
            "★",
            "open",
            str(one["title"]),
            [
                safe(one["text"]),
                f"{safe(communities.get(one['community'], one['community']))}, {words.day(one['learned_on'])}",
                links.anchor(one["link"], "Meer lezen"),
                hidden(one["visibility"]),
            ],
        )
        for _, one in rows.iterrows()
    ]
    return area_rows.listing(entries, "Lessen")
