"""The method of communities beside each other: which card, how many areas use it, and what was adapted."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from transition.metrics.comparison.methods import Method, Used
from transition.views import beside, method_difference, text

WHAT = "Methodekaarten die de gebieden gebruiken, en wat de community eraan heeft veranderd"
READING = (
    "Een methodekaart zegt welke stappen, rollen en posten bij een aanpak horen. Een community mag een kaart aanpassen. "
    "Er staat bij wat anders is dan op de kaart waarvan zij is gemaakt."
)


def rests(found: Method) -> str:
    """On how much it rests."""
    return f"{text.number(found.of - found.without)} van {beside.areas(found.of)} met een methodekaart"


def heading(found: Sequence[Method], names: Mapping[str, str]) -> str:
    """The message: who adapted the method."""
    told = [one for one in found if one.used]
    if not told:
        return "Van geen van deze communities is een methodekaart vastgelegd"
    adapted = [one for one in told if one.is_adapted]
    if not adapted:
        return "Geen van deze communities heeft een methodekaart aangepast"
    if len(adapted) == len(told) > 1:
        return f"Alle {text.number(len(told))} communities met een methodekaart hebben die aangepast"
    named = beside.each(adapted, lambda one: names[one.id]) or f"{text.number(len(adapted))} communities"
    return f"{named} {'heeft' if len(adapted) == 1 else 'hebben'} de methodekaart aangepast"


def body(found: Method) -> str:
    """A line per card."""
    if not found.used:
        return "<p>Geen methodekaart vastgelegd.</p>"
    return f'<ul class="beside-told">{"".join(_card(found.id, one) for one in found.used)}</ul>'


def _card(community: str, one: Used) -> str:
    whose = "eigen kaart" if one.card.community == community else "kaart van iedereen"
    if one.card.community not in ("", community):
        whose = "kaart van een andere community"
    used = beside.areas(one.areas) if one.areas else "nog geen gebied"
    steps = f"{text.number(len(one.card.phases))} stappen"
    return (
        f"<li><strong>{escape(method_difference.called(one.card))}</strong> "
        f"<span>{escape(f'{whose}, {used}, {steps}')}</span><p>{escape(_changed(one))}</p></li>"
    )


def _changed(one: Used) -> str:
    if one.origin is None or one.changed is None:
        return "Zelf gemaakt, niet van een andere kaart." if one.card.community else "Niets aangepast."
    if one.changed.is_empty:
        return f"Gemaakt van {method_difference.called(one.origin)}, en gelijk gebleven."
    return f"Vergeleken met {method_difference.called(one.origin)}: {_small(method_difference.summary(one.changed))}"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def table(found: Sequence[Method], names: Mapping[str, str]) -> pd.DataFrame:
    """A row per community and card."""
    rows = [
        (names[one.id], method_difference.called(used.card), used.areas, len(used.card.phases), _changed(used))
        for one in found
        for used in one.used
    ]
    return pd.DataFrame(rows, columns=["Community", "Methodekaart", "Gebieden", "Stappen", "Wat is aangepast"])
