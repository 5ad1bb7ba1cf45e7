"""What asks for attention in an area process, in Dutch words. Plain text: whoever shows it as HTML or Markdown escapes it."""

from collections.abc import Callable, Mapping
from typing import cast

from transition.domain.register.choices import ACTIVITIES, OWNERSHIP_LEVELS, SIDES
from transition.metrics.no_number import Fact
from transition.metrics.steering.area_signals import Schedule, Sign, Signal
from transition.metrics.steering.decisions_needed import Ask, Urgency
from transition.views import area_words, text

_Facts = Mapping[str, Fact]
SIGNS = {
    Sign.OVERDUE: "Een stap is over de geplande dag",
    Sign.STALLED: "Langer in deze fase dan vergelijkbare gebieden",
    Sign.BLOCKED: "Iets houdt een stap tegen",
    Sign.SLIPPED: "Een stap is meer dan een maand verschoven",
    Sign.NO_LEAD: "Er is geen trekker",
    Sign.NOT_ONE_ACCOUNTABLE: "Niet precies één eindverantwoordelijke",
    Sign.WORLD_A: "De lokale trekker voert niets uit",
    Sign.UNCOVERED: "Een deel van de kosten heeft geen dekking",
    Sign.OWNERSHIP_FELL: "Het eigenaarschap is gedaald",
    Sign.SIDES_DIFFER: "De twee kanten zien het eigenaarschap anders",
}
"""What may be the matter, in a few words."""
SCHEDULES = {
    Schedule.BEHIND: ("▼", "loopt achter"),
    Schedule.ATTENTION: ("●", "vraagt aandacht"),
    Schedule.ON_SCHEDULE: ("▲", "op schema"),
    Schedule.NOT_RECORDED: ("○", "niet vastgelegd"),
    Schedule.ENDED: ("–", "gestopt of afgerond"),
}
"""The form and the word of each, in the order in which areas are listed."""
ASKS = {
    Ask.DECISION: "Besluit",
    Ask.BLOCKED: "Stap die vastzit",
    Ask.STALLED: "Gebied dat stilstaat",
    Ask.UNCOVERED: "Gat in de dekking",
}
URGENCIES = {
    Urgency.HALTED: "Nu: het ligt stil, of de datum is voorbij",
    Urgency.SOON: "Binnen een half jaar, of zonder datum",
    Urgency.LATER: "Later",
}
WAITS_FOR = {
    "grid": "ruimte op het stroomnet",
    "permit": "een vergunning",
    "decision": "een besluit",
    "money": "geld",
    "support": "draagvlak",
    "lead": "een trekker",
    "capacity": "genoeg mensen",
    "other": "iets anders",
}
"""What a step that is held up waits for, by the code of what holds it up."""


def days(count: object) -> str:
    """'1 dag', '676 dagen'."""
    whole = round(float(cast("float", count)))
    return f"{text.number(whole)} {'dag' if whole == 1 else 'dagen'}"


def waits_for(cause: object) -> str:
    """'ruimte op het stroomnet'; a cause that is not in the list as it was written."""
    return WAITS_FOR.get(str(cause), str(cause))


def said(signal: Signal, step: str = "") -> str:
    """One signal with the figures behind it, as a sentence. step: what the step it is about is called, else its code."""
    return _SAID[signal.sign](signal.facts, step or str(signal.facts.get("step", "")))


def _activities(facts: _Facts) -> str:
    about = [ACTIVITIES[str(one)].lower() for one in cast("tuple[str, ...]", facts["activities"])]
    return f"Niet precies één eindverantwoordelijke bij: {text.enumeration(about)}."


def _fell(facts: _Facts) -> str:
    before, after = (OWNERSHIP_LEVELS[str(facts[when])] for when in ("before", "after"))
    return f"Volgens de {SIDES[str(facts['side'])].lower()} is het eigenaarschap gedaald van {before} naar {after}."


def _differ(facts: _Facts) -> str:
    by, other = (OWNERSHIP_LEVELS[str(facts[side])] for side in ("municipality", "local"))
    return f"De gemeente ziet {by}, de lokale partij {other}."


def stalled(lasted: object, limit: object, n: object) -> str:
    """How long an area is in its phase, beside three quarters of the comparable ones. n: how many these are."""
    return (
        f"Al {days(lasted)} in deze fase; drie van de vier vergelijkbare gebieden "
        f"({text.number(float(cast('float', n)))} in totaal) zijn er binnen {days(limit)} door."
    )


_SAID: dict[Sign, Callable[[_Facts, str], str]] = {
    Sign.OVERDUE: lambda facts, step: f"Stap {step} is {days(facts['days'])} over de geplande dag.",
    Sign.STALLED: lambda facts, _: stalled(facts["days"], facts["limit"], facts["n"]),
    Sign.BLOCKED: lambda facts, step: f"Stap {step} wacht op {waits_for(facts['cause'])}.",
    Sign.SLIPPED: lambda facts, step: f"Stap {step} is {days(facts['days'])} verschoven sinds de eerste planning.",
    Sign.NO_LEAD: lambda *_: "Er is geen lokale trekker.",
    Sign.NOT_ONE_ACCOUNTABLE: lambda facts, _: _activities(facts),
    Sign.WORLD_A: lambda *_: "De lokale trekker voert bij geen enkel onderwerp iets uit.",
    Sign.UNCOVERED: lambda facts, _: f"Voor {area_words.euros(facts['gap'])} is nog geen dekking.",
    Sign.OWNERSHIP_FELL: lambda facts, _: _fell(facts),
    Sign.SIDES_DIFFER: lambda facts, _: _differ(facts),
}
