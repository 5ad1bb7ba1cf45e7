"""How residents and businesses took part in the decisions of one area process."""

import pandas as pd

from transition.domain.register import choices
from transition.views import area_rows, links
from transition.views import area_words as words
from transition.views.area_rows import safe

HEADS = ("Besluit", "Trede", "Datum", "Bewijs")


def html(held: pd.DataFrame) -> str:
    """A table, newest first; every typed text is escaped."""
    rows = [
        [
            safe(one["about"]),
            safe(choices.PARTICIPATION_STEPS[one["step"]]),
            words.day(one["held_on"]),
            links.anchor(one["evidence"]) or "bewijs ontbreekt",
        ]
        for _, one in held.sort_values("held_on", ascending=False, kind="stable").iterrows()
    ]
    return area_rows.table(HEADS, rows, "Participatie")
