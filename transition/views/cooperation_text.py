"""How the cooperation goes according to the municipality and to the local party, side by side over many areas. Never averaged."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from transition.domain.register.choices import SCORES, SIDES
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership.two_sided import TwoSided, View
from transition.views import ladder_text, no_difference, text
from transition.views.area_names import AreaNames
from transition.views.card_table import card_table

READING = "Beide kanten geven zelf een cijfer van 1 (slecht) tot 5 (uitstekend). Waar ze het meest verschillen staat bovenaan."
FAR = 2
"""So many points between both sides is far apart."""
_HEADS = ("Gebied", "● Gemeente", "◆ Lokale partij", "Verschil")
in_order = ladder_text.in_order


def heading(found: Mapping[str, TwoSided]) -> str:
    """The message: in how many areas both gave a score, and how often these are far apart."""
    both = [one.difference for one in found.values() if not isinstance(one.difference, NoNumber)]
    if not both:
        return "Van geen enkel gebied zijn twee cijfers over de samenwerking te vergelijken"
    higher, lower, far = sum(d > 0 for d in both), sum(d < 0 for d in both), sum(abs(d) >= FAR for d in both)
    areas = "gebied" if len(both) == 1 else "gebieden"
    said = f"Over de samenwerking: in {text.number(len(both))} {areas} gaven beide kanten een cijfer"
    return (
        f"{said}; in {text.number(higher)} is de gemeente positiever, in {text.number(lower)} de lokale partij, "
        f"en in {text.number(far)} schelen ze {FAR} punten of meer"
    )


def html(found: Sequence[TwoSided], names: AreaNames) -> str:
    """A row per area, in the order given."""
    rows = (
        (
            names.link(one.area),
            *(escape(_score(view)) for view in (one.municipality, one.local)),
            escape(no_difference.difference(one)),
        )
        for one in found
    )
    return card_table(_HEADS, rows, "Cijfers voor de samenwerking")


def _score(view: View | NoNumber) -> str:
    return (
        "niet vastgelegd"
        if isinstance(view, NoNumber)
        else f"{SCORES[str(view.value)]} ({text.day(view.on.isoformat())})"
    )


def table(records: pd.DataFrame, names: AreaNames) -> pd.DataFrame:
    """Every score over time, per area the oldest first; records: of the register's table, what is public."""
    own = records.sort_values(["area", "scored_on"], kind="stable")
    return pd.DataFrame(
        {
            "Gebied": [names.area(id) for id in own["area"]],
            "Datum": own["scored_on"].dt.strftime("%Y-%m-%d"),
            "Volgens": own["side"].map(SIDES),
            "Cijfer": own["score"].map(SCORES),
            "Gegeven door": own["assessor"].fillna(""),
            "Bewijs": own["evidence"].fillna(""),
        }
    ).reset_index(drop=True)
