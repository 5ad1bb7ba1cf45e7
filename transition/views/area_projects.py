"""The projects of one area process: what, how much, how far, and of whom; the unknown part is named, never left out."""

from html import escape

import pandas as pd

from transition.domain.register import choices
from transition.views import area_decisions, area_rows, links, text
from transition.views import area_words as words
from transition.views.area_rows import safe
from transition.views.record_words import NOT_RECORDED, is_nothing

HEADS = ("Project", "Techniek", "Stand", "Vermogen", "Van wie", "Bewijs")
SHARES = {
    "share_residents": "bewoners en lokale partners",
    "share_public": "overheid",
    "share_local_business": "lokale bedrijven",
    "share_not_local": "niet-lokaal",
    "share_unknown": "onbekend",
}
_DAYS = {
    "realised": ("realised_on", "klaar op"),
    "building": ("building_from", "in aanbouw vanaf"),
    "permitted": ("permitted_on", "vergund op"),
}


def heading(projects: pd.DataFrame) -> str:
    """The message: how many there are and how far."""
    if projects.empty:
        return "Er zijn geen projecten vastgelegd"
    counted = projects["status"].value_counts()
    said = [
        f"{text.number(int(counted[s]))} {choices.PROJECT_STATES[s].lower()}"
        for s in choices.PROJECT_STATES
        if s in counted
    ]
    return f"{text.number(len(projects))} {'project' if len(projects) == 1 else 'projecten'}: {text.enumeration(said)}"


def html(projects: pd.DataFrame) -> str:
    """A table; every typed text is escaped."""
    return area_rows.table(HEADS, [_row(one) for _, one in projects.sort_values("name").iterrows()], "Projecten")


def _row(one: pd.Series) -> list[str]:
    hidden = area_decisions.hidden(one["visibility"])
    return [
        safe(one["name"]) + (f'<span class="area-muted">{hidden}</span>' if hidden else ""),
        escape(choices.TECHNOLOGIES[one["technology"]]),
        escape(_state(one)),
        escape(_capacity(one)),
        escape(owned(one)),
        links.anchor(one["evidence"]) or "bewijs ontbreekt",
    ]


def _state(one: pd.Series) -> str:
    field, said = _DAYS.get(one["status"], ("expected_on", "verwacht klaar op"))
    when = "" if is_nothing(one[field]) else f", {said} {words.day(one[field])}"
    return choices.PROJECT_STATES[one["status"]] + when


def _capacity(one: pd.Series) -> str:
    if is_nothing(one["capacity"]):
        return NOT_RECORDED
    unit = "" if is_nothing(one["capacity_unit"]) else str(one["capacity_unit"])
    return text.quantity(one["capacity"], unit, 0 if one["capacity"] == int(one["capacity"]) else 1)


def owned(one: pd.Series) -> str:
    """'50% bewoners en lokale partners, 50% onbekend'."""
    said = [
        f"{text.quantity(one[name] * 100, '%')} {of}"
        for name, of in SHARES.items()
        if not is_nothing(one[name]) and one[name] > 0
    ]
    return ", ".join(said) or NOT_RECORDED
