"""The log of decisions over many areas: why, what was decided, what it must bring. Every text is escaped."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from transition.domain.register import choices
from transition.metrics.cells import day, text
from transition.views import area_decisions, links
from transition.views import text as words
from transition.views.area_names import AreaNames
from transition.views.area_words import days
from transition.views.card_table import card_table

_HEADS = ("Besluit", "Wanneer en wie", "Signaal", "Verwacht effect")
COMING, TAKEN = 4, 8
"""So many of each are listed; the table has all of them."""
READING = (
    "Wat nog komt staat bovenaan, daarna wat genomen is, het nieuwste eerst. 'Signaal' is waarom het besluit nodig was."
)


def heading(decisions: pd.DataFrame) -> str:
    """The message: how many were taken, and of how many it is known why and what for."""
    taken = decisions[decisions["state"].eq("taken")]
    both = int((taken["signal"].notna() & taken["effect"].notna()).sum())
    said = area_decisions.heading(decisions)
    if taken.empty:
        return said
    which = (
        f"{words.number(both)} van de {words.number(len(taken))}"
        if len(taken) > 1
        else "dat ene"
        if both
        else "geen ervan"
    )
    return f"{said}. Bij {which} staat waarom het nodig was en wat het moet opleveren"


def in_order(decisions: pd.DataFrame) -> pd.DataFrame:
    """What is coming, the first one first; then what was taken, the newest first."""
    is_planned = decisions["state"].eq("planned")
    coming = decisions[is_planned].sort_values("decided_on", kind="stable")
    return pd.concat([coming, decisions[~is_planned].sort_values("decided_on", ascending=False, kind="stable")])


def first(decisions: pd.DataFrame) -> pd.DataFrame:
    """The ones to show of a long log, in the order given: some of what is coming, some of what was taken."""
    is_planned = decisions["state"].eq("planned")
    return pd.concat([decisions[is_planned].head(COMING), decisions[~is_planned].head(TAKEN)])


def html(decisions: pd.DataFrame, names: AreaNames, today: pd.Timestamp) -> str:
    """A row per decision, in the order given."""
    return card_table(_HEADS, (_row(row, names, today) for row in decisions.to_dict("records")), "Besluiten")


def _row(row: dict[str, object], names: AreaNames, today: pd.Timestamp) -> Sequence[str]:
    area, hidden = text(row["area"]), area_decisions.hidden(row["visibility"])
    where = names.link(area) if area else f"Heel {escape(names.place(text(row['municipality'])))}"
    mark = f" ({hidden.lower()})" if hidden else ""
    read = links.anchor(row["link"], "Lees het besluit")
    return (
        f'<strong>{escape(text(row["title"]))}{escape(mark)}</strong><span class="area-muted">{where}</span>',
        f"{escape(_when(row, today))}{f'<br>{read}' if read else ''}",
        _typed(row["signal"]),
        _typed(row["effect"]),
    )


def _when(row: dict[str, object], today: pd.Timestamp) -> str:
    on, by = day(row["decided_on"]), choices.DECIDERS.get(text(row["decided_by"]), "")
    said = words.day(on.isoformat()) if on else "geen datum"
    if row["state"] == "planned":
        late = on and pd.Timestamp(on) < today
        said = f"Gepland op {said}"
        if late:
            said += f" ({days((pd.Timestamp(on) - today).days)}; niet vastgelegd of het is genomen)"
    return f"{said}, {by[:1].lower()}{by[1:]}" if by else said


def _typed(cell: object) -> str:
    return escape(text(cell)) or '<span class="area-nothing">niet vastgelegd</span>'


def table(decisions: pd.DataFrame, names: AreaNames) -> pd.DataFrame:
    """All of it to keep, in the order given; decisions: those that are public."""
    return pd.DataFrame(
        {
            "Datum": decisions["decided_on"].dt.strftime("%Y-%m-%d").fillna(""),
            "Stand": decisions["state"].map(choices.DECISION_STATES),
            "Besluit": decisions["title"],
            "Gebied": [names.area(text(id)) if text(id) else "hele gemeente" for id in decisions["area"]],
            "Gemeente": [names.place(text(code)) for code in decisions["municipality"]],
            "Wie besluit": decisions["decided_by"].map(choices.DECIDERS),
            "Signaal": decisions["signal"].fillna("niet vastgelegd"),
            "Verwacht effect": decisions["effect"].fillna("niet vastgelegd"),
            "Adres van het besluit": decisions["link"].fillna(""),
        }
    ).reset_index(drop=True)
