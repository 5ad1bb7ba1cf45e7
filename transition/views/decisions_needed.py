"""Wat vraagt nu een besluit: in order of consequence, as a list to read and a table to keep. Every text is escaped."""

from collections.abc import Sequence
from datetime import date
from html import escape

import pandas as pd

from transition.domain.register import choices
from transition.domain.register.fields import PUBLIC
from transition.metrics.steering.decisions_needed import Ask, Asked, Urgency
from transition.views import area_decisions, area_rows, area_words, sign_text, text
from transition.views.area_names import AreaNames
from transition.views.area_rows import Entry

READING = (
    "Eerst wat stilligt of over de datum is, dan wat binnen een half jaar komt. "
    "Daarbinnen staat bovenaan wat de meeste woningen raakt; een besluit over de hele gemeente staat daarboven."
)
_MARKS = {Urgency.HALTED: ("!", "held"), Urgency.SOON: ("○", "open"), Urgency.LATER: ("○", "empty")}


def heading(found: Sequence[Asked]) -> str:
    """The message: how many things, and how many of them now."""
    if not found:
        return "Er is niets vastgelegd dat nu een besluit vraagt"
    now = sum(one.urgency is Urgency.HALTED for one in found)
    things = f"{text.number(len(found))} {'ding vraagt' if len(found) == 1 else 'dingen vragen'} een besluit"
    if not now:
        return f"{things}; niets daarvan ligt stil of is over de datum"
    if now == len(found):
        return f"{things}; {'dat' if now == 1 else 'alles daarvan'} ligt stil of is over de datum"
    return f"{things}; {text.number(now)} daarvan {'ligt' if now == 1 else 'liggen'} stil of {'is' if now == 1 else 'zijn'} over de datum"


def title(one: Asked, names: AreaNames) -> str:
    """What it is, in a few words; plain text."""
    match one.ask:
        case Ask.DECISION:
            return one.what
        case Ask.BLOCKED:
            return f"{names.step(one.area, one.what)} wacht op {sign_text.waits_for(one.facts['cause'])}"
        case Ask.STALLED:
            return f"{names.area(one.area)} staat stil bij {_phase(one)}"
        case Ask.UNCOVERED:
            return f"{area_words.euros(one.facts['gap'])} zonder dekking in {names.area(one.area)}"


def _phase(one: Asked) -> str:
    return choices.LADDER[one.what].lower() if one.what in choices.LADDER else "een fase zonder naam"


def why(one: Asked) -> str:
    """The figures behind a signal, as a sentence; '' when the title says it all. Plain text."""
    if one.ask is Ask.STALLED:
        return sign_text.stalled(one.facts["days"], one.facts["limit"], one.facts["n"])
    return f"Het gebied is nu in de fase {_phase(one)}." if one.ask is Ask.UNCOVERED and one.what else ""


def when(one: Asked, today: date) -> str:
    """'gepland op 1 februari 2027', 'was gepland op 18 juni 2026 (158 dagen geleden)'; '' where a day means nothing. Plain text."""
    if one.ask in (Ask.STALLED, Ask.UNCOVERED):
        return ""
    if one.due is None:
        return "nog geen datum"
    if one.due < today:
        return f"was gepland op {text.day(one.due.isoformat())} ({area_words.days((one.due - today).days)})"
    return f"gepland op {text.day(one.due.isoformat())}"


def decider(one: Asked) -> str:
    """Who decides; that nobody said so is said where somebody has to. Plain text."""
    if one.ask in (Ask.STALLED, Ask.UNCOVERED):
        return ""
    return choices.DECIDERS.get(one.decider, "wie besluit is niet vastgelegd")


def html(found: Sequence[Asked], names: AreaNames, today: date) -> str:
    """A list per urgency, in the order given."""
    made = []
    for urgency, label in sign_text.URGENCIES.items():
        entries = [_entry(one, names, today) for one in found if one.urgency is urgency]
        if entries:
            made.append(f'<h3 class="regie-when">{escape(label)}</h3>{area_rows.listing(entries, label)}')
    return "".join(made)


def _entry(one: Asked, names: AreaNames, today: date) -> Entry:
    sign, kind = _MARKS[one.urgency]
    said = [when(one, today), decider(one)]
    lines = [
        " · ".join(part for part in (_where(one, names), _size(one)) if part),
        escape(", ".join(part for part in said if part)).capitalize(),
        escape(why(one)),
        escape(area_decisions.hidden(one.visibility)),
    ]
    return Entry(sign, kind, title(one, names), lines)


def _where(one: Asked, names: AreaNames) -> str:
    places = text.enumeration([names.place(code) for code in one.municipalities])
    return f"{names.link(one.area)}, {escape(places)}" if one.area else f"Heel {escape(places)}"


def _size(one: Asked) -> str:
    return "" if one.dwellings is None else f"{text.number(one.dwellings)} woningen"


def table(found: Sequence[Asked], names: AreaNames) -> pd.DataFrame:
    """All of it to keep, in the same order; what is not public is not in it."""
    rows = [
        (
            place,
            sign_text.URGENCIES[one.urgency],
            sign_text.ASKS[one.ask],
            title(one, names),
            names.area(one.area) if one.area else "hele gemeente",
            text.enumeration([names.place(code) for code in one.municipalities]),
            one.due.isoformat() if one.due else "",
            decider(one),
            "" if one.dwellings is None else text.number(one.dwellings),
            why(one),
        )
        for place, one in enumerate((one for one in found if (one.visibility or PUBLIC) == PUBLIC), start=1)
    ]
    heads = ["Volgorde", "Wanneer", "Soort", "Wat", "Gebied", "Gemeente", "Datum", "Wie besluit", "Woningen", "Waarom"]
    return pd.DataFrame(rows, columns=heads)
