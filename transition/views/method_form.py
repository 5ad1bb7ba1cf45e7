"""A method card as the three tables people edit, and back: steps, who does what, and lines of money."""

import pandas as pd

from transition.domain.register.choices import ACTIVITIES, ACTORS
from transition.metrics.method_cards import Card, Line, Phase, Role
from transition.views.record_words import is_nothing

STEPS = ("used", "place", "code", "label", "ladder", "needed")
LINES = ("used", "kind", "label")
NO_ROLE = ""
APART = 10
"""How far the places of two steps lie apart, so that another one fits between them."""


def steps(card: Card) -> pd.DataFrame:
    """A row per step, in order; `used` is unticked to leave a step out, `place` says where it stands."""
    rows = [
        (True, at * APART, p.code, p.label, p.ladder, p.needed or None) for at, p in enumerate(card.phases, start=1)
    ]
    return _frame(rows, STEPS).astype({"used": bool, "place": "Int64"})


def phases(table: pd.DataFrame) -> list[Phase]:
    """The steps that are used, in the order of their places; of like places the one that stands first. Empty rows do not count."""
    kept = table[table["used"].ne(False) & (table["code"].map(_word).ne("") | table["label"].map(_word).ne(""))]
    kept = kept.sort_values("place", kind="stable", na_position="last")
    cells = zip(kept["code"], kept["label"], kept["ladder"], kept["needed"], strict=True)
    return [
        Phase(_word(code), _word(label), at, _word(ladder), _word(needed))
        for at, (code, label, ladder, needed) in enumerate(cells, start=1)
    ]


def letters(card: Card) -> pd.DataFrame:
    """A row per activity, a column per actor; every activity is there, also one the card says nothing about."""
    given = {role.activity: role.letters for role in card.roles}
    rows = [(activity, *(given.get(activity, {}).get(actor, NO_ROLE) for actor in ACTORS)) for activity in ACTIVITIES]
    return _frame(rows, ("activity", *ACTORS))


def roles(table: pd.DataFrame) -> list[Role]:
    """Who does what; an activity in which nobody has a role is left out."""
    found = [
        Role(activity, {actor: letter for actor, letter in zip(ACTORS, map(_word, row), strict=True) if letter})
        for activity, *row in table[["activity", *ACTORS]].itertuples(index=False, name=None)
    ]
    return [role for role in found if role.letters]


def money(card: Card) -> pd.DataFrame:
    """A row per line of money; `used` is unticked to leave one out."""
    return _frame([(True, line.kind, line.label) for line in card.lines], LINES).astype({"used": bool})


def lines(table: pd.DataFrame) -> list[Line]:
    """The lines that are used; rows without a name do not count. Nothing chosen is cost, the first of the list."""
    kept = table[table["used"].ne(False) & table["label"].map(_word).ne("")]
    return [Line(_word(kind) or "cost", _word(label)) for kind, label in zip(kept["kind"], kept["label"], strict=True)]


def _frame(rows: list[tuple[object, ...]], columns: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns), dtype=object)


def _word(cell: object) -> str:
    return "" if is_nothing(cell) else str(cell).strip()
