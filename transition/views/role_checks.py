"""Who does what over many areas, against the rules: one accountable per subject, and a local lead that carries out something."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from transition.domain.register.choices import ACTIVITIES, LEAD_STATES
from transition.metrics.no_number import NoNumber
from transition.metrics.steering.roles import RoleCheck
from transition.views import count_bars, text
from transition.views.area_names import AreaNames
from transition.views.card_table import card_table
from transition.views.count_bars import Bar

Found = Mapping[str, RoleCheck | NoNumber]
READING = (
    "Bij elk onderwerp hoort precies één eindverantwoordelijke. Een lokale trekker die nergens iets uitvoert, is geen trekker: "
    "dan beslissen en doen anderen alles. Wat niemand heeft vastgelegd, is goed noch fout."
)
_KEY = {"full": "mis", "empty": "in orde", "unknown": "niet vastgelegd"}
_HEADS = ("Gebied", "Trekker", "Wat er mis is", "Vastgelegd")


def heading(found: Found) -> str:
    """The message: in how many areas something does not fit, of those recorded."""
    known = [one for one in found.values() if isinstance(one, RoleCheck)]
    if not known:
        return "Van geen enkel gebied is vastgelegd wie wat doet"
    wrong, rest = sum(bool(problems(one)) for one in known), len(found) - len(known)
    if len(found) == 1:
        return "Er is iets mis met wie wat doet" if wrong else "Er is niets gevonden dat mis is met wie wat doet"
    said = f"In {text.part_of(wrong, len(known), 'gebied', 'gebieden')} is iets mis met wie wat doet"
    return f"{said}; van {text.number(rest)} is niets vastgelegd" if rest else said


def problems(one: RoleCheck) -> list[str]:
    """What does not fit, in sentences."""
    said = []
    if one.is_world_a is True:
        said.append("De lokale trekker voert nergens iets uit.")
    for activities, what in (
        (one.without, "Niemand is eindverantwoordelijk"),
        (one.several, "Meer dan één eindverantwoordelijke"),
    ):
        if activities:
            said.append(f"{what} bij: {text.enumeration([ACTIVITIES[name].lower() for name in activities])}.")
    return said


def html(found: Found) -> str:
    """A bar per rule: in how many areas it is broken, kept, or cannot be judged."""
    known = [one for one in found.values() if isinstance(one, RoleCheck)]
    asked = {
        "De lokale trekker voert nergens iets uit": [
            None if isinstance(one.is_world_a, NoNumber) else one.is_world_a for one in known
        ],
        "Een onderwerp zonder eindverantwoordelijke": [bool(one.without) for one in known],
        "Een onderwerp met meer dan één eindverantwoordelijke": [bool(one.several) for one in known],
    }
    return count_bars.html(
        [_bar(label, answers, len(found)) for label, answers in asked.items()], _KEY, "Regels voor wie wat doet"
    )


def _bar(label: str, answers: Sequence[bool | None], of: int) -> Bar:
    wrong, judged = sum(one is True for one in answers), sum(one is not None for one in answers)
    said = f"{text.number(wrong)} van {text.number(judged)}"
    rest = f"; {text.number(of - judged)} niet vastgelegd" if of > judged else ""
    return Bar(label, {"full": wrong, "empty": judged - wrong, "unknown": of - judged}, said + rest)


def in_order(found: Found, names: AreaNames) -> list[str]:
    """The areas in which something does not fit, then those of which nothing is recorded, then the rest; by name."""
    return sorted(found, key=lambda id: (_place(found[id]), names.area(id).casefold()))


def _place(one: RoleCheck | NoNumber) -> int:
    return 1 if isinstance(one, NoNumber) else 0 if problems(one) else 2


def areas_html(areas: Sequence[str], found: Found, leads: Mapping[str, str], names: AreaNames) -> str:
    """A row per area, in the order given. leads: area -> `LEAD_STATES`."""
    return card_table(
        _HEADS,
        ((names.link(id), *(escape(cell) for cell in _cells(found[id], leads.get(id, "")))) for id in areas),
        "Rollen per gebied",
    )


def _cells(one: RoleCheck | NoNumber, lead: str) -> tuple[str, str, str]:
    said = LEAD_STATES.get(lead, LEAD_STATES["unknown"])
    if isinstance(one, NoNumber):
        return said, "niets te zeggen", "niets"
    what = " ".join(problems(one)) or ("Niets gevonden" if one.recorded == one.of else "Niets gevonden in wat vastligt")
    return said, what, f"{one.recorded} van de {one.of} onderwerpen"


def table(areas: Sequence[str], found: Found, leads: Mapping[str, str], names: AreaNames) -> pd.DataFrame:
    """All of them to keep."""
    rows = [(names.area(id), *_cells(found[id], leads.get(id, ""))) for id in areas]
    return pd.DataFrame(rows, columns=list(_HEADS))
