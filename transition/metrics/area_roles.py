"""Who does what in an area process, read from its rows of letters. What does not fit the rules: `steering.roles`."""

import pandas as pd

from transition.domain.register.choices import ACTIVITIES, ACTORS

LETTERS = ("A", "R", "S", "C", "I")
LOCAL = "local_lead"


def by_letter(roles: pd.DataFrame) -> dict[str, dict[str, list[str]]]:
    """Activity -> letter -> actors, of the activities that are recorded, in the order of the list. 'RA' counts as R and as A."""
    found: dict[str, dict[str, list[str]]] = {}
    rows = {row["activity"]: row for _, row in roles.iterrows()}
    for activity in ACTIVITIES:
        if activity in rows:
            row = rows[activity]
            found[activity] = {
                letter: [actor for actor in ACTORS if isinstance(row[actor], str) and letter in row[actor]]
                for letter in LETTERS
            }
    return found
