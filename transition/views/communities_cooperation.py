"""How the two sides in communities judge the cooperation, beside each other: how far apart they are. Never averaged."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from transition.metrics.comparison.communities import Beside
from transition.views import beside, text
from transition.views.cooperation_text import FAR

WHAT = "Verschil tussen de twee cijfers voor de samenwerking (1 tot 5)"
READING = (
    "De gemeente en de lokale partij geven elk een cijfer. Elke rij telt de gebieden met dat verschil. "
    "Een gebied telt alleen mee als beide kanten binnen een jaar van elkaar een cijfer gaven."
)


def rests(found: Beside) -> str:
    """On how much it rests."""
    both = len(found.gap.differences)
    said = f"{text.number(both)} van {beside.areas(found.gap.of)} met twee cijfers die te vergelijken zijn"
    return f"{said}; {text.number(found.gap.one_sided)} andere met minstens één cijfer" if found.gap.one_sided else said


def heading(found: Sequence[Beside], names: Mapping[str, str]) -> str:
    """The message: in how many areas both sides are far apart."""
    named = beside.each(
        found, lambda one: f"{_far(one)} van de {text.number(len(one.gap.differences))} in {names[one.id]}"
    )
    if named:
        return f"Gebieden waar de cijfers voor de samenwerking {FAR} punten of meer schelen: {named}"
    some = sum(_far(one) > 0 for one in found)
    return (
        f"{beside.of_all(some, len(found))} schelen de cijfers voor de samenwerking "
        f"in minstens één gebied {FAR} punten of meer"
    )


def _far(one: Beside) -> int:
    return sum(abs(difference) >= FAR for difference in one.gap.differences)


def body(found: Beside) -> str:
    """A row per difference there is, the most positive municipality first; 'gelijk' always."""
    differences = found.gap.differences
    if not differences:
        return ""
    counts = Counter(differences)
    there = sorted({*counts, 0}, reverse=True)
    return beside.rows(beside.count(_label(one), counts[one], len(differences)) for one in there)


def _label(difference: int) -> str:
    if not difference:
        return "Gelijk"
    return f"{'Gemeente' if difference > 0 else 'Lokale partij'} {abs(difference)} hoger"


def table(found: Sequence[Beside], names: Mapping[str, str]) -> pd.DataFrame:
    """A row per community and difference."""
    rows = [
        (names[one.id], _label(difference), count, len(one.gap.differences), one.gap.of)
        for one in found
        for difference, count in sorted(Counter(one.gap.differences).items())
    ]
    return pd.DataFrame(rows, columns=["Community", "Verschil", "Gebieden", "Met twee cijfers", "Alle gebieden"])
