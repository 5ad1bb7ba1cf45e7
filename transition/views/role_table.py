"""The roles of an area as one table to fill in: a row per activity, a column per actor; and what it changes of the register."""

from collections.abc import Mapping

import pandas as pd

from transition.domain.register import choices
from transition.domain.register.fields import Edit, Record, Value, id_of
from transition.domain.register.kinds import ROLE
from transition.views.record_words import is_nothing

LETTERS = {code: code.replace("RA", "R/A") for code in choices.LETTERS}
"""As they stand in a narrow cell."""
HEADS = dict(
    zip(
        choices.ACTORS,
        ("Raad", "College", "Team", "Trekker", "Net", "Regio", "Bedrijf", "Rijk"),
        strict=True,
    )
)
"""Actors in as few signs as a narrow column has; their whole names are in the help of the column."""
_BETWEEN = ":"


def table(records: Mapping[str, Record], draft: Mapping[str, Value] | None = None) -> pd.DataFrame:
    """Index: activity, in its fixed order; a column per actor with a letter's code, or None. `draft`: as `as_draft` gave it."""
    by_activity = {str(one.values["activity"]): one.values for one in records.values()}
    rows = {
        activity: [
            (draft or {}).get(f"{activity}{_BETWEEN}{actor}", by_activity.get(activity, {}).get(actor))
            for actor in choices.ACTORS
        ]
        for activity in choices.ACTIVITIES
    }
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(choices.ACTORS), dtype=object)


def edits(area: str, records: Mapping[str, Record], filled: pd.DataFrame) -> list[Edit]:
    """The edits that make the roles of an area what the table says; a row without any letter is no role."""
    by_activity = {str(one.values["activity"]): one for one in records.values()}
    found = []
    for activity, row in filled.iterrows():
        letters = {actor: None if is_nothing(row[actor]) else str(row[actor]) for actor in choices.ACTORS}
        lying = by_activity.get(str(activity))
        if lying is None:
            values: dict[str, Value] = {"area": area, "activity": str(activity), **letters}
            if any(letters.values()):
                found.append(Edit(ROLE.id, id_of(ROLE, values), None, values))
        elif not any(letters.values()):
            found.append(Edit(ROLE.id, lying.id, lying.version, remove=True))
        elif changes := {actor: letter for actor, letter in letters.items() if letter != lying.values.get(actor)}:
            found.append(Edit(ROLE.id, lying.id, lying.version, changes))
    return found


def as_draft(begun: pd.DataFrame, filled: pd.DataFrame) -> dict[str, Value]:
    """The cells that differ, to keep as a draft; a cell that was emptied holds ''."""
    return {
        f"{activity}{_BETWEEN}{actor}": ""
        if is_nothing(filled.at[activity, actor])
        else str(filled.at[activity, actor])
        for activity in filled.index
        for actor in filled.columns
        if not _alike(begun.at[activity, actor], filled.at[activity, actor])
    }


def _alike(one: object, other: object) -> bool:
    return (is_nothing(one) and is_nothing(other)) or one == other
