"""A method card to read: its steps by step of the common ladder, who does what in plain words, and its lines of money."""

from html import escape

import pandas as pd

from transition.domain.register.choices import ACTIVITIES, ACTORS, FINANCE_KINDS, LADDER, PHASE_NEEDS
from transition.metrics.method_cards import Card, Phase, Role
from transition.views import text
from transition.views.method_difference import needed

_DUTIES = {
    "Is eindverantwoordelijk": ("A", "RA"),
    "Voert uit": ("R", "RA"),
    "Helpt mee": ("S",),
    "Geeft advies": ("C",),
    "Wordt geïnformeerd": ("I",),
}
_NOBODY = "–"


def ladder(card: Card) -> str:
    """HTML: the seven steps of the common ladder in order, each with the card's steps on it. Every text is escaped."""
    steps = "".join(_rung(LADDER[rung], phases) for rung, phases in card.by_ladder.items())
    return f'<ol class="method-ladder">{steps}</ol>'


def _rung(label: str, phases: tuple[Phase, ...]) -> str:
    if not phases:
        return f'<li class="method-rung method-empty"><h4>{escape(label)}</h4><p class="method-aside">Geen stap in deze kaart.</p></li>'
    steps = "".join(_step(phase) for phase in phases)
    return f'<li class="method-rung"><h4>{escape(label)}</h4><ol>{steps}</ol></li>'


def _step(phase: Phase) -> str:
    aside = (
        f' <span class="method-aside">({PHASE_NEEDS["if_needed"].lower()})</span>'
        if phase.needed == "if_needed"
        else ""
    )
    return f"<li><b>{escape(phase.code)}</b><span>{escape(phase.label)}{aside}</span></li>"


def steps(card: Card) -> pd.DataFrame:
    """A row per step, in order, as a table to download."""
    rows = [
        (place, phase.code, phase.label, LADDER.get(phase.ladder, phase.ladder), needed(phase))
        for place, phase in enumerate(card.phases, start=1)
    ]
    return pd.DataFrame(rows, columns=["Volgorde", "Code", "Stap", "Trede van de ladder", "Nodig"])


def roles(card: Card) -> pd.DataFrame:
    """A row per activity: who is accountable, who carries it out, helps, advises and is informed."""
    rows = [
        (ACTIVITIES.get(role.activity, role.activity), *(_who(role, letters) for letters in _DUTIES.values()))
        for role in card.roles
    ]
    return pd.DataFrame(rows, columns=["Onderwerp", *_DUTIES])


def _who(role: Role, letters: tuple[str, ...]) -> str:
    return text.enumeration([ACTORS[actor] for actor, letter in role.letters.items() if letter in letters]) or _NOBODY


def lines(card: Card) -> pd.DataFrame:
    """A row per line of money: whether it is cost or cover, and its name."""
    return pd.DataFrame(
        [(FINANCE_KINDS.get(one.kind, one.kind), one.label) for one in card.lines], columns=["Soort", "Post"]
    )
