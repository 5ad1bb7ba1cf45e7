"""What a place that does better has recorded, beside what the area itself has: as HTML and as a table. Texts people typed are escaped."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from transition.metrics.comparison.better import Doing
from transition.views import card_table, comparison_findings

NOTHING = (
    "Van {who} is niets vastgelegd. Dat zegt niet dat daar niets gebeurt. Hier staan de stappen, de trekkers, wie wat doet, "
    "het geld en de besluiten, zodra iemand ze vastlegt op de pagina Gebieden."
)
READING = (
    "Links staat {own}, rechts {other}. Dit is wat is vastgelegd in het register; wat niet is vastgelegd, kan er wel zijn. "
    "Dat {other} dit doet, zegt niet dat het daardoor beter gaat."
)


def heading(own: Doing, other: Doing) -> str:
    """Of whom something is recorded."""
    if not other.is_recorded:
        return f"Wat {other.name} doet, is niet vastgelegd"
    return f"Wat {other.name} doet, naast wat {own.name} doet"


def html(own: Doing, other: Doing) -> str:
    """A row per subject."""
    heads = ("Waarover", own.name, other.name)
    rows = [tuple(escape(cell) for cell in row) for row in _rows(own, other)]
    return card_table.card_table(heads, rows, f"{own.name} en {other.name} naast elkaar")


def table(own: Doing, others: Mapping[str, Doing]) -> pd.DataFrame:
    """The area itself and every one that does better; a row per subject. others: name -> what it has recorded."""
    columns = {own.name: comparison_findings.aspects(own)}
    columns |= {name: comparison_findings.aspects(one) for name, one in others.items()}
    subjects = dict.fromkeys(subject for told in columns.values() for subject in told)
    made = {name: [told.get(subject, "") for subject in subjects] for name, told in columns.items()}
    return pd.DataFrame({"Waarover": list(subjects), **made})


def _rows(own: Doing, other: Doing) -> list[tuple[str, str, str]]:
    mine, its = comparison_findings.aspects(own), comparison_findings.aspects(other)
    return [(name, mine.get(name, "geen"), its.get(name, "geen")) for name in dict.fromkeys((*mine, *its))]
