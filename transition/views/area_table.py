"""Area processes as a table to keep: one row each, everything in words, amounts as numbers."""

import pandas as pd

from transition.domain.areas import Area
from transition.domain.register import choices
from transition.views import area_list, text
from transition.views import area_words as words
from transition.views.record_words import NOT_RECORDED

_AMOUNTS = {
    "cost": "Kosten (euro)",
    "committed": "Toegezegd (euro)",
    "applied": "Aangevraagd (euro)",
    "expected": "Verwacht (euro)",
    "unsure": "Dekking, niet vastgelegd hoe zeker (euro)",
    "gap": "Gat (euro)",
}


def table(found: pd.DataFrame, areas: dict[str, Area]) -> pd.DataFrame:
    """found: rows of `metrics.area_processes.overview` that may leave. An empty amount is not recorded; it is not zero."""
    rows = [_row(str(id), row, areas) for id, row in found.iterrows()]
    return pd.DataFrame(rows, columns=list(_row("", found.iloc[0], areas)) if len(found) else ["Kenmerk", "Gebied"])


def _row(id: str, row: pd.Series, areas: dict[str, Area]) -> dict[str, object]:
    place = words.phase_place(row)
    return {
        "Kenmerk": id,
        "Gebied": row["name"],
        "Gemeenten": area_list.places(row["municipalities"], areas),
        "Thema": area_list.theme(row),
        "Stand": choices.AREA_STATES[str(row["state"])],
        "Fase": words.phase(row),
        "Trede": str(place) if place else NOT_RECORDED,
        "Laatst gehaald": NOT_RECORDED
        if pd.isna(row["last_code"])
        else words.step(row["last_code"], row["last_label"]),
        "Gehaald op": _iso(row["last_on"]),
        "Volgende stap": words.next_step(row),
        "Gepland op": _iso(row["next_due"]),
        "Volgend besluit": NOT_RECORDED if pd.isna(row["decision_title"]) else row["decision_title"],
        "Besluit gepland op": _iso(row["decision_on"]),
        "Wat houdt tegen": words.blocked(row) or NOT_RECORDED,
        "Trekker": words.lead(row),
        "Community": NOT_RECORDED if pd.isna(row["community_name"]) else row["community_name"],
        **{label: float(row[name]) for name, label in _AMOUNTS.items()},
        "Prijspeil": ", ".join(map(str, row["price_levels"]))
        if isinstance(row["price_levels"], tuple)
        else NOT_RECORDED,
        "Eigenaarschap volgens de gemeente": words.level(row["level_municipality"]),
        "Eigenaarschap volgens de lokale partij": words.level(row["level_local"]),
        "Nog niet vastgelegd": text.enumeration(words.missing(row)),
        "Laatst gewijzigd": _iso(row["changed_at"]),
    }


def _iso(moment: object) -> str:
    """A date as files have it; '' for none."""
    return "" if pd.isna(moment) else pd.Timestamp(moment).date().isoformat()  # type: ignore[arg-type,call-overload]
