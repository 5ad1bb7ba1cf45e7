"""Where an area process stands, in Dutch words. Plain text: whoever shows it as HTML or Markdown escapes it."""

from collections.abc import Mapping

import pandas as pd

from transition.domain.register import choices
from transition.domain.register.fields import CONFIDENTIAL, DRAFT
from transition.metrics.area_processes import TOPICS
from transition.views import text
from transition.views.record_words import NOT_RECORDED, is_nothing

LADDER = tuple(choices.LADDER)
TOPIC_WORDS = {
    "lead": "wie trekt",
    "location": "de plek",
    "steps": "de stappen",
    "roles": "wie wat doet",
    "money": "het geld",
    "ownership": "eigenaarschap",
    "decisions": "besluiten",
}
HIDDEN = {DRAFT: "Dit is een concept.", CONFIDENTIAL: "Dit is vertrouwelijk."}
Row = Mapping[str, object] | pd.Series
"""One row of `metrics.area_processes.overview`."""


def day(moment: object) -> str:
    """A date of a table in words; `NOT_RECORDED` where there is none."""
    return NOT_RECORDED if is_nothing(moment) else text.day(pd.Timestamp(moment).date().isoformat())  # type: ignore[arg-type]


def days(count: float) -> str:
    """'vandaag', 'over 1 dag', '37 dagen geleden'."""
    whole = int(abs(count))
    if not whole:
        return "vandaag"
    said = f"{text.number(whole)} {'dag' if whole == 1 else 'dagen'}"
    return f"over {said}" if count > 0 else f"{said} geleden"


def phase(row: Row) -> str:
    """'Geld rondmaken'; `NOT_RECORDED` without a step on the ladder."""
    return NOT_RECORDED if is_nothing(row["phase"]) else choices.LADDER[str(row["phase"])]


def phase_place(row: Row) -> int:
    """The place on the common ladder, from 1; 0 when it is not known."""
    return 0 if is_nothing(row["phase"]) else LADDER.index(str(row["phase"])) + 1


def step(code: object, label: object) -> str:
    """'W5 Dekking rond'; the code alone where nobody named the step."""
    return str(code) if is_nothing(label) or label == code else f"{code} {label}"


def next_step(row: Row) -> str:
    """The next step with its date: 'W5 Dekking rond, gepland op 1 februari 2027'."""
    if is_nothing(row["recorded"]):
        return NOT_RECORDED
    if is_nothing(row["next_code"]):
        return "alle stappen gehaald"
    return f"{step(row['next_code'], row['next_label'])}, {when_due(row)}"


def when_due(row: Row) -> str:
    """'gepland op 1 februari 2027', 'was gepland op 1 maart 2026', 'nog geen datum'."""
    if is_nothing(row["next_due"]):
        return "nog geen datum"
    planned = "was gepland op" if float(row["due_in"]) < 0 else "gepland op"  # type: ignore[arg-type]
    return f"{planned} {day(row['next_due'])}"


def lead(row: Row) -> str:
    """Who leads; that nobody does is something else than that nobody recorded it."""
    if row["lead_state"] == "lead":
        return "er is een trekker, naam niet vastgelegd" if is_nothing(row["lead_name"]) else str(row["lead_name"])
    return "geen trekker" if row["lead_state"] == "no_lead" else NOT_RECORDED


def euros(amount: object) -> str:
    """'1.250.000 euro', '12,5 miljoen euro'; `NOT_RECORDED` for none."""
    if is_nothing(amount):
        return NOT_RECORDED
    value = float(amount)  # type: ignore[arg-type]
    if abs(value) < 1e6:
        return text.quantity(value, "euro")
    millions = value / 1e6
    decimals = next((n for n in (0, 1) if round(millions, n) == millions), 2)
    return text.quantity(millions, "miljoen euro", decimals)


def covered(row: Row) -> str:
    """'40% toegezegd van 10 miljoen euro'; what is not recorded is said."""
    if is_nothing(row["cost"]):
        return "kosten niet vastgelegd" if row["has_money"] else NOT_RECORDED
    if is_nothing(row["covered"]):
        return f"kosten {euros(row['cost'])}" + (", dekking niet vastgelegd" if is_nothing(row["gap"]) else "")
    return f"{text.quantity(float(row['covered']) * 100, '%')} toegezegd van {euros(row['cost'])}"  # type: ignore[arg-type]


def blocked(row: Row) -> str:
    """What holds up the next steps: 'Stroomnet'; '' when nothing is recorded to."""
    return "" if is_nothing(row["blockage"]) else choices.BLOCKAGES.get(str(row["blockage"]), str(row["blockage"]))


def level(code: object) -> str:
    """A level of ownership: '3 Mede-eigenaar'."""
    return NOT_RECORDED if is_nothing(code) else choices.OWNERSHIP_LEVELS.get(str(code), str(code))


def changed(row: Row) -> str:
    """'13 november 2026 (10 dagen geleden)'."""
    if is_nothing(row["idle"]):
        return "onbekend"
    return f"{day(row['changed_at'])} ({days(-float(row['idle']))})"  # type: ignore[arg-type]


def missing(row: Row) -> list[str]:
    """The topics of which nothing is recorded, in words."""
    return [TOPIC_WORDS[topic] for topic in TOPICS if not row[f"has_{topic}"]]
