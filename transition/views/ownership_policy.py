"""Borging in beleid: the class of one municipality and how classes are spread around it, as HTML and a table. Policy is no park yet."""

from collections.abc import Mapping
from html import escape

import pandas as pd

from transition.domain.register.choices import ANCHORING_CLASSES, ANCHORING_TECHNOLOGIES
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership.local import Local
from transition.metrics.ownership.policy import Anchoring, Spread
from transition.views import area_rows, links, text
from transition.views.record_words import NOT_RECORDED

READING = (
    "De klasse zegt hoe goed lokaal eigendom in het beleid staat: 0 niet, 1 zwak, 2 goed, 3 optimaal. "
    "Beleid is nog geen park dat er staat."
)
OWN = " ● is de eigen klasse."
"""Behind it, where there is one municipality."""
_HEADS = ("Techniek", *ANCHORING_CLASSES.values(), "Niet vastgelegd")


def heading(found: Local, municipality: str, around: str) -> str:
    """The message: the own classes of one municipality, or how many of several have it well. around: where the others are."""
    if any(isinstance(one, Anchoring) for one in found.policy.values()):
        said = [f"{name.lower()} {_level(found.policy[id])}" for id, name in ANCHORING_TECHNOLOGIES.items()]
        return f"Zo staat lokaal eigendom in het beleid van {municipality}: {text.enumeration(said)}"
    if found.policy:
        return f"Hoe lokaal eigendom in het beleid van {municipality} staat, is niet vastgelegd"
    if not any(one.recorded for one in found.around.values()):
        return f"Hoe lokaal eigendom in het beleid staat, is in {around} niet vastgelegd"
    said = [
        f"{name.lower()} bij {_well(found.around[id])} van de {found.around[id].of}"
        for id, name in ANCHORING_TECHNOLOGIES.items()
    ]
    return f"Gemeenten in {around} waar lokaal eigendom goed of optimaal in het beleid staat: {text.enumeration(said)}"


def _level(own: Anchoring | NoNumber) -> str:
    return NOT_RECORDED if isinstance(own, NoNumber) else ANCHORING_CLASSES[str(own.level)].partition(" ")[2].lower()


def _well(spread: Spread) -> int:
    return sum(count for level, count in spread.counts.items() if level >= 2)


def decisions(policy: Mapping[str, Anchoring | NoNumber]) -> str:
    """HTML: per technique the class, the day of the decision and the document; '' when nothing is recorded."""
    if not any(isinstance(one, Anchoring) for one in policy.values()):
        return ""
    lines = []
    for id, name in ANCHORING_TECHNOLOGIES.items():
        own = policy.get(id)
        if own is None:
            continue
        if isinstance(own, NoNumber):
            lines.append(f"<li><b>{escape(name)}</b> {NOT_RECORDED}</li>")
            continue
        day = text.day(own.decided_on.isoformat()) if own.decided_on else "onbekende datum"
        document = links.anchor(own.document) or "document niet vastgelegd"
        level = escape(ANCHORING_CLASSES[str(own.level)])
        lines.append(f"<li><b>{escape(name)}</b> {level}, besluit van {day}, {document}</li>")
    return f'<ul class="own-list">{"".join(lines)}</ul>'


def html(found: Local, around: str) -> str:
    """How many municipalities are in each class; who recorded nothing has a column of their own. '' when none did."""
    if not any(one.recorded for one in found.around.values()):
        return ""
    rows = []
    for id, name in ANCHORING_TECHNOLOGIES.items():
        spread, own = found.around[id], found.policy.get(id)
        mine = own.level if isinstance(own, Anchoring) else None
        counts = [*spread.counts.items(), (-1, spread.of - spread.recorded)]
        rows.append(
            [escape(name), *(f"{text.number(count)}{' ●' if level == mine else ''}" for level, count in counts)]
        )
    return area_rows.table(_HEADS, rows, f"Gemeenten in {around} per klasse")


def table(found: Local) -> pd.DataFrame:
    """The same to keep."""
    rows = [
        (name, *spread.counts.values(), spread.of - spread.recorded)
        for id, name in ANCHORING_TECHNOLOGIES.items()
        if (spread := found.around[id])
    ]
    return pd.DataFrame(rows, columns=list(_HEADS))
