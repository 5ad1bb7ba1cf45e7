"""How far the areas of communities are, beside each other: how many came at least as far as each step of the common ladder."""

from collections.abc import Mapping, Sequence

import pandas as pd

from transition.domain.register.choices import LADDER
from transition.metrics.comparison.communities import Beside
from transition.views import beside, text

WHAT = "Gebieden die minstens zo ver zijn, per trede van de ladder"
READING = (
    "De ladder is voor elke methode hetzelfde: zeven treden. Elke rij telt de gebieden die op deze trede staan of verder zijn. "
    "Een gebied waarvan niet is vastgelegd hoe ver het is, telt nergens mee."
)
_BUILD = "build"


def rests(found: Beside) -> str:
    """On how much it rests."""
    return f"{text.number(found.funnel.known)} van {beside.areas(found.funnel.of)} met een vastgelegde trede"


def heading(found: Sequence[Beside], names: Mapping[str, str]) -> str:
    """The message, of those that may stand beside each other: how many areas build or are further."""
    named = beside.each(
        found,
        lambda one: (
            f"{text.number(one.funnel.reached[_BUILD])} van de {text.number(one.funnel.known)} in {names[one.id]}"
        ),
    )
    if named:
        return f"Gebieden die uitvoeren of verder zijn: {named}"
    some = sum(one.funnel.reached[_BUILD] > 0 for one in found)
    return f"{beside.of_all(some, len(found))} is minstens één gebied aan het uitvoeren of verder"


def body(found: Beside) -> str:
    """A row per step; '' without any area on the ladder."""
    of = found.funnel.known
    if not of:
        return ""
    return beside.rows(
        beside.count(label, found.funnel.reached[step], of, _here(found.funnel.here[step]))
        for step, label in LADDER.items()
    )


def _here(count: int) -> str:
    return f"; nu hier {text.number(count)}" if count else ""


def table(found: Sequence[Beside], names: Mapping[str, str]) -> pd.DataFrame:
    """A row per community and step."""
    rows = [
        (names[one.id], label, one.funnel.reached[step], one.funnel.here[step], one.funnel.known, one.funnel.of)
        for one in found
        for step, label in LADDER.items()
    ]
    heads = ["Community", "Trede", "Minstens zo ver", "Nu op deze trede", "Gebieden met een trede", "Alle gebieden"]
    return pd.DataFrame(rows, columns=heads)
