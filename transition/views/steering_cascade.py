"""Telt het op? What the parts promise together beside the goal of the whole; who promises nothing, and what may count twice."""

from collections.abc import Callable
from html import escape

import pandas as pd

from transition.metrics.no_number import NoNumber
from transition.metrics.steering.cascade import Cascade, Double, Twice
from transition.metrics.steering.goal import Goal
from transition.views import area_rows, gap_text, text
from transition.views import steering_words as words

Named = Callable[[str, str], str]
"""(id or code, sort) -> what it is called; as plain text or as a link."""
READING = (
    "Elk deel telt met zijn eigen doel voor hetzelfde jaar. Een gebied zonder doel telt met zijn projecten. "
    "Wat dubbel kan tellen, telt van niet tot wel: daarom soms een laagste en een hoogste waarde. "
    "Wat er al staat zonder eigen project in het register, zoals daken, zit niet in de optelling."
)
_SORTS = {
    "area": ("gebied", "gebieden"),
    "project": ("project", "projecten"),
    "municipality": ("gemeente", "gemeenten"),
    "region": ("energieregio", "energieregio's"),
}
_TWICE = {
    Twice.AREA_IN_SEVERAL: "ligt in meer dan één gemeente; welk deel van wie is, staat er niet",
    Twice.PROJECT_IN_AREA: "het gebied heeft een eigen doel; de projecten erin tellen daarom niet nog eens",
    Twice.PROJECT_RECORDED_TWICE: "lijkt op een project in een gebied: zelfde plaats, techniek en vermogen",
    Twice.GOAL_RECORDED_TWICE: "het doel staat meer dan één keer in het register",
}


def heading(found: Cascade) -> str:
    """The message: how much of the goal the parts promise, and how many say nothing; what is not known goes first."""
    lacking = ""
    if found.missing:
        sorts = {one.sort for one in found.missing}
        one, more = _SORTS[sorts.pop()] if len(sorts) == 1 else ("deel", "delen")
        count = len(found.missing)
        lacking = f"Van {text.number(count)} {one if count == 1 else more} is niets vastgelegd. "
    if not found.promises:
        return f"{lacking}Er is niets om op te tellen" if lacking else "Er is niets vastgelegd om op te tellen"
    total = words.between(found.indicator, found.promised)
    least = "ten minste " if found.is_lower_bound else ""
    if isinstance(found.covered, NoNumber):
        return f"{lacking}De {'andere ' if lacking else ''}delen samen: {total}; een eigen doel is er niet"
    what = f"De {'andere ' if lacking else ''}delen dekken samen {least}{words.shares(found.covered)} van het doel"
    return f"{lacking}{what}"


def told(found: Cascade) -> list[str]:
    """The figures as sentences: goal, promised, gap."""
    said = []
    if isinstance(found.goal, Goal):
        said.append(f"Doel voor {found.year}: {words.amount(found.indicator, found.goal.value)}.")
    else:
        said.append(gap_text.sentence(found.goal))
    if found.promises:
        said.append(f"Samen beloofd: {words.between(found.indicator, found.promised)}.")
        if not isinstance(found.gap, NoNumber):
            most = "hoogstens " if found.is_lower_bound else ""
            said.append(f"Nog van niemand: {most}{words.between(found.indicator, found.gap)}.")
    return said


def html(found: Cascade, named: Named) -> str:
    """named: gives safe HTML. The parts by size, those that promise nothing first; then what may count twice."""
    if not found.parts_count:
        return "<p>Hier is geen deel vastgelegd: geen gebied en geen project. Dat is iets anders dan dat er geen plannen zijn.</p>"
    rows = [
        [named(one.part, one.sort), _sort(one.sort), "○ niet vastgelegd", _other(one.other_years)]
        for one in found.missing
    ]
    goal = found.goal.value if isinstance(found.goal, Goal) else 0.0
    for one in sorted(found.promises, key=lambda each: -each.amount.high):
        part = words.share(one.amount.high / goal) + " van het doel" if goal > 0 else ""
        estimated = ", geschat" if one.is_estimated else ""
        rows.append(
            [
                named(one.part, one.sort),
                _sort(one.sort),
                escape(words.between(found.indicator, one.amount) + estimated),
                part,
            ]
        )
    heads = ("Deel", "Soort", f"Belooft voor {found.year}", "")
    made = f'<div class="goal-rows">{area_rows.table(heads, rows, "Wat elk deel belooft")}</div>'
    return made + _doubles(found, named)


def _doubles(found: Cascade, named: Named) -> str:
    if not found.double:
        return ""
    items = "".join(f"<li>{_double(found, one, named)}</li>" for one in found.double)
    return f"<p><b>Wat dubbel kan tellen</b></p><ul class='goal-told'>{items}</ul>"


def _double(found: Cascade, one: Double, named: Named) -> str:
    amount = f" ({escape(words.amount(found.indicator, one.amount))})" if one.amount is not None else ""
    sort = "project" if one.kind is Twice.PROJECT_RECORDED_TWICE else "area"
    who = "Een doel" if one.kind is Twice.GOAL_RECORDED_TWICE else named(one.ids[0], sort)
    return f"{who}{amount}: {escape(_TWICE[one.kind])}."


def _sort(sort: str) -> str:
    return _SORTS[sort][0]


def _other(years: tuple[int, ...]) -> str:
    return f"wel een doel voor {text.enumeration([str(year) for year in years])}" if years else ""


def table(found: Cascade, named: Named) -> pd.DataFrame:
    """named: gives plain text. Every part, with what it promises in the goal's unit."""
    unit = words.unit(found.indicator)
    rows = [(named(one.part, one.sort), _sort(one.sort), one.amount.low, one.amount.high, "") for one in found.promises]
    lacking = [(named(one.part, one.sort), _sort(one.sort), None, None, "niet vastgelegd") for one in found.missing]
    return pd.DataFrame(rows + lacking, columns=["Deel", "Soort", f"Laagst ({unit})", f"Hoogst ({unit})", "Opmerking"])
