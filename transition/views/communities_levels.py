"""Eigenaarschap in communities, beside each other: how many areas on each level according to each side. Never averaged."""

from collections.abc import Mapping, Sequence

import pandas as pd

from transition.domain.register.choices import OWNERSHIP_LEVELS, SIDES
from transition.metrics.comparison.communities import Beside
from transition.metrics.ownership.ladder import Distribution
from transition.metrics.ownership.two_sided import MUNICIPALITY
from transition.views import beside, ladder_text, text
from transition.views.area_lanes import MARKS

WHAT = "Gebieden per niveau van eigenaarschap, het laatste oordeel van elke kant"
READING = (
    "Elke rij telt gebieden op dat niveau. Niveau 0 is geen trekker, niveau 4 is: lokale partijen beslissen, betalen en voeren uit. "
    "De twee kanten staan onder elkaar; er is geen gemiddelde. Gebieden zonder oordeel tellen nergens mee."
)
_LEADS = (3, 4)


def rests(found: Beside) -> str:
    """'4 van 9 gebieden hebben een beoordeling'."""
    has = "heeft" if found.judged == 1 else "hebben"
    return f"{text.number(found.judged)} van {beside.areas(len(found.areas))} {has} een beoordeling"


def heading(found: Sequence[Beside], names: Mapping[str, str]) -> str:
    """The message: in how many judged areas a local party is co-owner or owner according to the municipality."""
    told = [(one, one.levels[MUNICIPALITY]) for one in found if one.levels[MUNICIPALITY].recorded]
    if not told:
        return "Van geen van deze communities is een oordeel van de gemeente over eigenaarschap vastgelegd"
    named = beside.each(
        told, lambda one: f"{text.number(_leads(one[1]))} van de {text.number(one[1].recorded)} in {names[one[0].id]}"
    )
    if named:
        return f"Beoordeelde gebieden waar een lokale partij volgens de gemeente (mede-)eigenaar is: {named}"
    some = sum(_leads(levels) > 0 for _, levels in told)
    return (
        f"{beside.of_all(some, len(told))} is een lokale partij volgens de gemeente "
        "in minstens één gebied mede-eigenaar of eigenaar"
    )


def _leads(found: Distribution) -> int:
    return sum(found.counts[level] for level in _LEADS)


def body(found: Beside) -> str:
    """Per side a row for each level, the highest first."""
    return "".join(_side(one) for one in found.levels.values() if found.judged)


def _side(found: Distribution) -> str:
    head = f'<p class="beside-side"><span aria-hidden="true">{MARKS[found.side]}</span> {SIDES[found.side]}</p>'
    if not found.recorded:
        return f"{head}<p>niet vastgelegd</p>"
    made = beside.rows(
        beside.count(label, found.counts[int(level)], found.recorded)
        for level, label in reversed(OWNERSHIP_LEVELS.items())
    )
    return f'{head}{made}<p class="beside-rests">{ladder_text.middle(found)}</p>'


def table(found: Sequence[Beside], names: Mapping[str, str]) -> pd.DataFrame:
    """A row per community, side and level."""
    rows = [
        (
            names[one.id],
            SIDES[levels.side],
            label,
            levels.counts[int(level)],
            levels.recorded,
            levels.of,
            ", ".join(levels.scales),
        )
        for one in found
        for levels in one.levels.values()
        for level, label in OWNERSHIP_LEVELS.items()
    ]
    heads = ["Community", "Volgens", "Niveau", "Gebieden", "Beoordeeld", "Alle gebieden", "Schaal"]
    return pd.DataFrame(rows, columns=heads)
