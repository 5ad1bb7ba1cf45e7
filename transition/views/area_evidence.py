"""The evidence of one area process in one list: what is claimed, when, and the document it stands in, or that there is none."""

from collections.abc import Mapping

import pandas as pd

from transition.domain.register import choices
from transition.views import area_rows, links, text
from transition.views import area_words as words
from transition.views.area_rows import safe
from transition.views.record_words import is_nothing

COLUMNS = ("Soort", "Wat", "Datum", "Bewijs")


def claims(steps: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """`COLUMNS`, newest first; of each kind what should have evidence. Dates are timestamps, a missing document is ''."""
    achieved = steps[steps["actual"].notna()]
    taken = tables["decision"][tables["decision"]["state"].eq("taken")]
    owned, scored = tables["ownership_assessment"], tables["cooperation_score"]
    held, money, projects = tables["participation"], tables["finance_line"], tables["project"]
    sure = money[money["certainty"].eq("committed")]
    found = [
        _rows("Stap gehaald", achieved["code"] + " " + achieved["label"], achieved["actual"], achieved["evidence"]),
        _rows("Besluit", taken["title"], taken["decided_on"], taken["link"]),
        _rows("Eigenaarschap", owned["level"].map(choices.OWNERSHIP_LEVELS), owned["assessed_on"], owned["evidence"]),
        _rows("Samenwerking", scored["score"].map(choices.SCORES), scored["scored_on"], scored["evidence"]),
        _rows("Participatie", held["about"], held["held_on"], held["evidence"]),
        _rows("Toegezegd geld", sure["label"], sure["decided_on"], sure["evidence"]),
        _rows("Project", projects["name"], projects["realised_on"], projects["evidence"]),
    ]
    every = pd.concat([one for one in found if len(one)] or found[:1], ignore_index=True)
    return every.sort_values("Datum", ascending=False, na_position="last", kind="stable").reset_index(drop=True)


def _rows(kind: str, what: pd.Series, day: pd.Series, document: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(
        {"Soort": kind, "Wat": what.astype(str), "Datum": day, "Bewijs": document.fillna("").astype(str)},
        columns=list(COLUMNS),
    )


def heading(found: pd.DataFrame) -> str:
    """The message: for how many there is a document."""
    there = int(found["Bewijs"].ne("").sum())
    if found.empty:
        return "Er is nog niets vastgelegd waar bewijs bij hoort"
    return f"Bij {text.number(there)} van de {text.number(len(found))} regels staat bewijs"


def html(found: pd.DataFrame) -> str:
    """A table with links."""
    rows = [
        [
            safe(one["Soort"]),
            safe(one["Wat"]),
            "–" if is_nothing(one["Datum"]) else words.day(one["Datum"]),
            links.anchor(one["Bewijs"]) or '<span class="area-nothing">bewijs ontbreekt</span>',
        ]
        for _, one in found.iterrows()
    ]
    return area_rows.table(COLUMNS, rows, "Bewijs")


def table(found: pd.DataFrame) -> pd.DataFrame:
    """The same as a table to keep."""
    return found.assign(Datum=found["Datum"].dt.strftime("%Y-%m-%d").fillna(""))
