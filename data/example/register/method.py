"""The method cards areas work with: those every register begins with, and one that a community made its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.example.register.content import Content
from transition.domain.register.choices import ACTIVITIES
from transition.domain.register.fields import Edit, Value
from transition.register.methods import starting_points

_MONTHS = {
    "W0": 0, "W1": 6, "W2": 5, "W3": 4, "W3a": 5, "W4": 8, "W5": 7, "W6": 7, "W7": 9, "W8": 5, "W9": 20, "W10": 18,
    "H0": 0, "H1": 5, "H2": 6, "H3": 7, "H4": 10, "H5": 6, "H6": 9, "H7": 14,
    "G0": 0, "G1": 6, "G2": 8, "G3": 12, "G4": 7, "G5": 10, "G6": 3,
}  # fmt: skip
"""How many months a step usually takes after the one before."""
_DECIDERS = {
    "W0": "executive", "W1": "council", "W2": "executive", "W3": "executive", "W3a": "local", "W5": "council", "W6": "local",
    "W7": "council", "H1": "local", "H3": "local", "H4": "grid_operator", "H5": "local", "G0": "local", "G1": "local", "G2": "local",
    "G3": "executive", "G4": "local",
}  # fmt: skip
_OWN = "Wijkuitvoeringsplan met bewonerspanel"
_OWN_NOTE = (
    "Wijkwarmte Barnsteen voegde één stap toe: een gelote groep bewoners kiest de bron, vóór er wordt gerekend. "
    "De raad zegt vooraf toe dat hij die keuze volgt als zij betaalbaar is."
)
_OWN_PHASE: Mapping[str, Value] = {
    "code": "W3a",
    "label": "Bewonerspanel kiest de warmtebron",
    "ladder": "design",
    "needed": "always",
}
_OWN_DESIGN = {"local_lead": "RA", "companies": "C", "council": "C"}
"""In the community's own card the panel decides on the design, and the council is asked beforehand."""
_OWN_COST = "Bewonerspanel en onafhankelijk adviseur"


@dataclass(frozen=True)
class Step:
    """A step of a card, with how many months it usually takes after the one before, and who decides on it ('' for nobody)."""

    code: str
    ladder: str
    needed: str

    @property
    def months(self) -> int:
        return _MONTHS[self.code]

    @property
    def decider(self) -> str:
        return _DECIDERS.get(self.code, "")


@dataclass(frozen=True)
class Card:
    """A method card: its id, its steps in order, and who does what (activity -> actor -> letter)."""

    id: str
    theme: str
    steps: Sequence[Step]
    roles: Mapping[str, Mapping[str, str]]
    valid_from: date | None


def cards_of_everyone() -> dict[str, Card]:
    """Theme -> the card that every register begins with."""
    edits = starting_points()
    return {
        str(edit.changes["theme"]): _card(edit, [one for one in edits if one.changes.get("card") == edit.id])
        for edit in edits
        if edit.kind == "method_card"
    }


def _card(card: Edit, parts: list[Edit]) -> Card:
    phases = [one.changes for one in parts if one.kind == "method_phase"]
    roles = [one.changes for one in parts if one.kind == "method_role"]
    return Card(
        card.id,
        str(card.changes["theme"]),
        [Step(str(one["code"]), str(one["ladder"]), str(one["needed"])) for one in phases],
        {str(one["activity"]): _letters(one) for one in roles},
        valid_from if isinstance(valid_from := card.changes.get("valid_from"), date) else None,
    )


def _letters(role: Mapping[str, Value]) -> dict[str, str]:
    return {name: str(letter) for name, letter in role.items() if name not in ("card", "activity") and letter}


def add_own_card(content: Content, community: str) -> Card:
    """Adds the card that a community derived from the one for neighbourhoods: a step more, another who decides on the design."""
    edits = starting_points()
    card = next(one for one in edits if one.kind == "method_card" and one.changes["theme"] == "neighbourhood_plan")
    own = dict(card.changes) | {
        "name": _OWN,
        "community": community,
        "derived_from": card.id,
        "valid_from": date(2023, 2, 1),
        "note": _OWN_NOTE,
    }
    id = content.add("method_card", **own)
    parts = [(one.kind, dict(one.changes) | {"card": id}) for one in edits if one.changes.get("card") == card.id]
    phases = [values for kind, values in parts if kind == "method_phase"]
    after = next(place for place, values in enumerate(phases) if values["code"] == "W3") + 1
    phases.insert(after, {"card": id, **_OWN_PHASE})
    for place, values in enumerate(phases):
        content.add("method_phase", **values | {"place": place})
    for kind, values in parts:
        if kind == "method_role":
            content.add(kind, **values | (_OWN_DESIGN if values["activity"] == "design" else {}))
        elif kind == "method_finance_line":
            content.add(kind, **values)
    content.add("method_finance_line", card=id, kind="cost", label=_OWN_COST)
    return _card(
        Edit("method_card", id, None, own),
        [
            Edit(kind, "", None, values)
            for kind in ("method_phase", "method_role")
            for values in content.of(kind).values()
        ],
    )


def activities_of(theme: str) -> list[str]:
    """The activities that have a meaning in this theme: nothing is designated for a hub or a co-operative."""
    return [one for one in ACTIVITIES if theme == "neighbourhood_plan" or one != "designation"]
