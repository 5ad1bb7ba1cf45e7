"""Who does what in one area process: a row per subject, in plain words instead of letters."""

from html import escape

import pandas as pd

from transition.domain.register.choices import ACTIVITIES, ACTORS
from transition.metrics import area_roles
from transition.views import area_rows, text

HEADS = {
    "A": "Eindverantwoordelijk",
    "R": "Voert uit",
    "S": "Helpt mee",
    "C": "Geeft advies",
    "I": "Wordt geïnformeerd",
}
Found = dict[str, dict[str, list[str]]]


def heading(found: Found) -> str:
    """The message: what the local party carries out."""
    if not found:
        return "Wie wat doet, is niet vastgelegd"
    does = [ACTIVITIES[activity].lower() for activity, letters in found.items() if area_roles.LOCAL in letters["R"]]
    if does:
        return f"De lokale trekker voert uit: {text.enumeration(does)}"
    if len(found) < len(ACTIVITIES):
        return "In wat is vastgelegd, voert de lokale trekker niets uit"
    return "De lokale trekker voert niets uit"


def not_recorded(found: Found) -> str:
    """The subjects of which nobody recorded who does what; '' when there are none."""
    absent = [label.lower() for activity, label in ACTIVITIES.items() if activity not in found]
    return f"Niet vastgelegd wie het doet: {text.enumeration(absent)}." if absent else ""


def html(found: Found) -> str:
    """A table with the actors written out."""
    rows = [
        [escape(ACTIVITIES[activity]), *(_named(letters[letter]) for letter in HEADS)]
        for activity, letters in found.items()
    ]
    return area_rows.table(["Onderwerp", *HEADS.values()], rows, "Wie doet wat")


def _named(actors: list[str]) -> str:
    return ", ".join(escape(ACTORS[actor]) for actor in actors) or "–"


def table(found: Found) -> pd.DataFrame:
    """The same as a table to keep."""
    rows = [
        [ACTIVITIES[activity], *("; ".join(ACTORS[actor] for actor in letters[letter]) for letter in HEADS)]
        for activity, letters in found.items()
    ]
    return pd.DataFrame(rows, columns=["Onderwerp", *HEADS.values()])
