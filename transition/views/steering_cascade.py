"""Telt het op? What the parts promise together beside the goal of the whole; who promises nothing, and what may count twice."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

import pandas as pd

from transition.metrics.no_number import NoNumber
from transition.metrics.steering.cascade import Cascade, Double, Twice
from transition.metrics.steering.goal import Goal
from transition.views import alphabet, gap_text, text
from transition.views import steering_words as words
from transition.views.card_table import card_table
from transition.views.count_bars import first_of

Named = Callable[[str, str], str]
"""(id or code, sort) -> what it is called; as plain text or as a link."""
READING = {
    "area": (
        "Een gebied telt met zijn eigen doel voor hetzelfde jaar; een gebied zonder doel met zijn projecten. "
        "Wat er al staat zonder eigen project in het register, zoals panelen op daken, zit niet in de optelling. "
        "Het telt wel mee voor wat er nu is, boven aan deze pagina."
    ),
    "municipality": "Elke gemeente telt met haar eigen doel voor hetzelfde jaar.",
    "region": "Elke energieregio telt met haar eigen doel voor hetzelfde jaar, of met haar bod in de RES 1.0.",
}
"""By what the parts are. RES: de regionale energiestrategie."""
_TWICE_READING = " Wat dubbel kan tellen, telt van niet tot wel: daarom een laagste en een hoogste waarde."
FIRST = 20
"""So many parts are listed; the table has all of them."""
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


def by_name(found: Cascade, name: Named) -> Cascade:
    """With the parts that promise nothing in the order of their names. name: gives plain text."""
    missing = sorted(found.missing, key=lambda one: alphabet.place(name(one.part, one.sort)))
    return replace(found, missing=tuple(missing))


def reading(found: Cascade) -> str:
    """How to read it, by what its parts are."""
    sort = _sort_of(found)
    said = READING["area" if sort in ("", "project") else sort]
    twice = _TWICE_READING if any(one.is_in_band for one in found.double) else ""
    return said + twice + first_of(FIRST, found.parts_count)


def _sort_of(found: Cascade) -> str:
    """What most parts are: 'region', 'municipality', or 'area' for areas and projects."""
    sorts = {one.sort for one in (*found.promises, *found.missing)}
    return sorts.pop() if len(sorts) == 1 else "area" if sorts else ""


def heading(found: Cascade) -> str:
    """The message: how much of the goal the parts promise, and how many say nothing; what is not known goes first."""
    lacking = ""
    if found.missing:
        sorts = {one.sort for one in found.missing}
        one, more = _SORTS[sorts.pop()] if len(sorts) == 1 else ("deel", "delen")
        lacking = f"Van {words.count(len(found.missing), one, more)} is niets vastgelegd. "
    if not found.promises:
        return f"{lacking}Er is niets om op te tellen" if lacking else "Er is niets vastgelegd om op te tellen"
    scale = _scale(found)
    parts, is_one = _parts(found)
    roofs = ", zonder de daken die er al zijn" if _is_without_roofs(found) else ""
    least = "ten minste " if found.is_lower_bound else ""
    if isinstance(found.covered, NoNumber):
        promise = "belooft" if is_one else "beloven samen"
        return f"{lacking}{parts} {promise} {least}{scale.between(found.promised)}{roofs}; een eigen doel is er niet"
    return f"{lacking}{parts} {'dekt' if is_one else 'dekken samen'} {least}{words.shares(found.covered)} van het doel{roofs}"


def _parts(found: Cascade) -> tuple[str, bool]:
    """What promises something, as the subject of a sentence; and whether that is one thing."""
    sorts = {each.sort for each in found.promises}
    rest = "andere " if sorts & {each.sort for each in found.missing} else ""
    if len(found.promises) > 1:
        return f"De {rest}{_SORTS[sorts.pop()][1] if len(sorts) == 1 else 'gebieden en projecten'}", False
    one = _SORTS[sorts.pop()][0]
    return f"{'Het' if one in ('gebied', 'project') else 'De'} {rest or 'ene '}{one}", True


def _is_without_roofs(found: Cascade) -> bool:
    """Whether there may be more that no part promises: what stands on roofs is no area and no project."""
    return _sort_of(found) in ("area", "project") and found.indicator in ("renewable_on_land_gwh", "solar_capacity_kwp")


def _scale(found: Cascade) -> words.Scale:
    sizes = [one.amount.high for one in found.promises]
    whole = found.goal.value if isinstance(found.goal, Goal) else found.promised.high
    return words.scale_of(found.indicator, max([whole, *sizes], default=0.0))


def told(found: Cascade) -> list[str]:
    """The figures as sentences: goal, promised, gap."""
    said, scale = [], _scale(found)
    if isinstance(found.goal, Goal):
        said.append(f"Doel voor {found.year}: {scale.amount(found.goal.value)}.")
    else:
        said.append(gap_text.sentence(found.goal))
    if found.promises:
        said.append(f"Samen beloofd: {scale.between(found.promised)}.")
        if not isinstance(found.gap, NoNumber):
            most = "hoogstens " if found.is_lower_bound or (_is_without_roofs(found) and found.gap.high) else ""
            said.append(f"Nog door niemand beloofd: {most}{scale.between(found.gap)}.")
    return said


def html(found: Cascade, named: Named) -> str:
    """named: gives safe HTML. The parts that promise something by size, then those that promise nothing; then what may count twice."""
    if not found.parts_count:
        return "<p>Hier is geen deel vastgelegd: geen gebied en geen project. Dat is iets anders dan dat er geen plannen zijn.</p>"
    goal, scale = found.goal.value if isinstance(found.goal, Goal) else 0.0, _scale(found)
    rows = []
    for one in sorted(found.promises, key=lambda each: -each.amount.high):
        part = words.share(one.amount.high / goal) if goal > 0 else ""
        estimated = ", geschat" if one.is_estimated else ""
        rows.append((named(one.part, one.sort), _sort(one.sort), escape(scale.between(one.amount) + estimated), part))
    rows += [
        (named(one.part, one.sort), _sort(one.sort), f"○ niet vastgelegd{_other(one.other_years)}", "")
        for one in found.missing
    ]
    heads = ("Deel", "Soort", f"Belooft voor {found.year}", "Deel van het doel")
    if _sort_of(found) in ("municipality", "region"):  # all of one sort: that needs no column
        heads, rows = (heads[0], *heads[2:]), [(row[0], *row[2:]) for row in rows]
    return card_table(heads, rows[:FIRST], "Wat elk deel belooft") + _doubles(found, named)


def _doubles(found: Cascade, named: Named) -> str:
    if not found.double:
        return ""
    items = "".join(f"<li>{_double(found, one, named)}</li>" for one in found.double)
    return f"<p><b>Wat dubbel kan tellen</b></p><ul class='goal-told'>{items}</ul>"


def _double(found: Cascade, one: Double, named: Named) -> str:
    amount = f" ({escape(_scale(found).amount(one.amount))})" if one.amount is not None else ""
    sort = "project" if one.kind is Twice.PROJECT_RECORDED_TWICE else "area"
    who = "Een doel" if one.kind is Twice.GOAL_RECORDED_TWICE else named(one.ids[0], sort)
    return f"{who}{amount}: {escape(_TWICE[one.kind])}."


def _sort(sort: str) -> str:
    return _SORTS[sort][0]


def _other(years: tuple[int, ...]) -> str:
    return f"; wel een doel voor {text.enumeration([str(year) for year in years])}" if years else ""


def table(found: Cascade, named: Named) -> pd.DataFrame:
    """named: gives plain text. Every part, with what it promises in the unit of the screen; in the order of the page."""
    scale = _scale(found)
    rows: list[tuple[str, str, float | None, float | None, str]] = [
        (named(one.part, one.sort), _sort(one.sort), one.amount.low / scale.size, one.amount.high / scale.size, "")
        for one in sorted(found.promises, key=lambda each: -each.amount.high)
    ]
    rows += [
        (named(one.part, one.sort), _sort(one.sort), None, None, f"niet vastgelegd{_other(one.other_years)}")
        for one in found.missing
    ]
    unit = scale.unit
    return pd.DataFrame(rows, columns=["Deel", "Soort", f"Laagst ({unit})", f"Hoogst ({unit})", "Opmerking"])
