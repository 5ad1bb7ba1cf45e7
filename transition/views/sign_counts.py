"""What is the matter most often in the areas of a scope, each beside in how many that could be judged."""

import pandas as pd

from transition.metrics.steering.signals import Signals, Tally
from transition.views import count_bars, sign_text, text
from transition.views.count_bars import Bar

READING = (
    "Een volle balk: dit speelt. Leeg: te beoordelen, en het speelt niet. "
    "Gestreept: niemand heeft genoeg vastgelegd om het te zeggen."
)
_KEY = {"full": "speelt", "empty": "speelt niet", "unknown": "niet vastgelegd"}


def heading(found: Signals) -> str:
    """The message: what is the matter in most areas."""
    most = max(found.tallies, key=lambda one: one.count, default=None)
    if most is None or not most.count:
        return "In geen gebied is een punt van aandacht gevonden"
    what = sign_text.SIGNS[most.sign]
    return f"{what}: in {text.part_of(most.count, most.judged, 'gebied', 'gebieden')} waar dat te zeggen is"


def html(found: Signals) -> str:
    """A bar per sign, the most frequent first."""
    return count_bars.html([_bar(one) for one in _in_order(found)], _KEY, "Wat er speelt in deze gebieden")


def _in_order(found: Signals) -> list[Tally]:
    return sorted(found.tallies, key=lambda one: -one.count)


def _bar(one: Tally) -> Bar:
    counts = {"full": one.count, "empty": one.judged - one.count, "unknown": one.of - one.judged}
    said = f"{text.number(one.count)} van {text.number(one.judged)}"
    if one.of > one.judged:
        said += f"; {text.number(one.of - one.judged)} niet vastgelegd"
    return Bar(sign_text.SIGNS[one.sign], counts, said)


def table(found: Signals) -> pd.DataFrame:
    """A row per sign."""
    return pd.DataFrame(
        [(sign_text.SIGNS[one.sign], one.count, one.judged, one.of - one.judged) for one in _in_order(found)],
        columns=["Wat er speelt", "In zoveel gebieden", "Te beoordelen in", "Niet vastgelegd in"],
    )
