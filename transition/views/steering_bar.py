"""How hard the pipeline is, as one stacked bar with its key: realised, hard, soft, perhaps, and what nobody has yet."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from transition.domain.register.choices import PROJECT_STATES
from transition.metrics.no_number import NoNumber
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import HARD, SOFT, Hardness
from transition.metrics.steering.outcome import Outcome
from transition.metrics.steering.result import Expected, Realised
from transition.views import steering_words as words
from transition.views import text
from transition.views.card_table import card_table
from transition.views.steering_path import goal_name
from transition.views.what_if_text import MARK

_OF_PROJECTS = (
    "Vol is er al. Gestreept is bijna zeker: vergund of in aanbouw, maal de laagste kans. Gestippeld is zacht: nog in ontwikkeling, "
    "maal de laagste kans. Grijs gearceerd komt er alleen bij als de hoogste kansen uitkomen. De kansen zijn een aanname, geen meting."
)
_STATED = (
    "Vol is er al. Gestreept is wat volgens de Monitor RES 2025 zeker komt. Wat nog in ontwikkeling is, staat er niet in: "
    "daarvan geeft de publicatie geen cijfer. RES is de regionale energiestrategie."
)


@dataclass(frozen=True)
class Part:
    """name: of its looks. amount: in the goal's unit."""

    name: str
    label: str
    amount: float


def parts(found: Outcome) -> list[Part]:
    """From left to right; without the gap where there is no goal."""
    there = found.realised.value if isinstance(found.realised, Realised) else 0.0
    hard, soft, maybe = _pipeline(found)
    made = [Part("there", "Gerealiseerd", there)]
    if isinstance(found.hardness, Hardness):
        made += [
            Part("hard", "Hard (vergund of in aanbouw)", hard),
            Part("soft", "Zacht (in ontwikkeling)", soft),
            Part("maybe", "Misschien (als meer doorgaat)", maybe),
        ]
    else:
        made.append(Part("hard", "Komt zeker (volgens de Monitor RES 2025)", hard))
    if isinstance(found.goal, Goal) and found.goal.adds_up:
        made.append(Part("gap", "Gat (nog van niemand)", max(0.0, found.goal.value - sum(one.amount for one in made))))
    return made


def reading(found: Outcome) -> str:
    """How to read the bar: of projects with their chances, or of what a publication states."""
    return _OF_PROJECTS if isinstance(found.hardness, Hardness) else _STATED


def _pipeline(found: Outcome) -> tuple[float, float, float]:
    """Hard and soft at their lowest chance, and what the highest chances add."""
    hardness = found.hardness
    if isinstance(hardness, Hardness):
        by = {one.state: one.expected.low for one in hardness.stocks}
        hard = sum(by[state] for state in HARD) + hardness.realised_since.expected.low
        return hard, sum(by[state] for state in SOFT), hardness.pipeline.width
    return (0.0 if isinstance(found.pipeline, NoNumber) else found.pipeline.low), 0.0, 0.0


def heading(found: Outcome) -> str:
    """The message: whether what is on its way is enough."""
    said = _heading(found)
    return f"{MARK}: {said[0].lower()}{said[1:]}" if found.is_assumed else said


def _heading(found: Outcome) -> str:
    if isinstance(found.expected, Expected):
        least = "ten minste " if found.series.is_lower_bound else ""
        reach = words.shares(found.expected.reach)
        coming = "de projecten" if isinstance(found.hardness, Hardness) else "wat zeker komt"
        return f"Met {coming} erbij is het {words.enough(found)}: {least}{reach} van het doel"
    if isinstance(found.hardness, Hardness) and isinstance(found.goal, NoNumber):
        return f"Onderweg is {words.scale(found).between(found.hardness.pipeline)}; een doel is niet vastgelegd"
    return "Wat er onderweg is, is niet vastgelegd"


def html(found: Outcome) -> str:
    """The bar with its key; the goal is a dashed line."""
    made = parts(found)
    whole = sum(one.amount for one in made) or 1.0
    bars = "".join(
        f'<i class="goal-{one.name}" style="width:{100 * one.amount / whole:.2f}%"></i>'
        for one in made
        if one.amount > 0
    )
    tick = ""
    if isinstance(found.goal, Goal) and found.goal.adds_up:
        at = 100 * found.goal.value / whole
        left = " goal-left" if at < 50 else ""
        name = goal_name(found, found.goal)
        tick = f'<div class="goal-tick{left}" style="left:{min(at, 100):.2f}%"><span>{escape(name)}</span></div>'
    keys = "".join(_key(found, one) for one in made)
    said = "; ".join(f"{one.label} {_amount(found, one)}" for one in made)
    return (
        f'<div class="goal-bar" role="img" aria-label="{escape(f"{heading(found)}. {said}", quote=True)}">{bars}{tick}</div>'
        f'<ul class="goal-key">{keys}</ul>'
    )


def _key(found: Outcome, one: Part) -> str:
    amount = _amount(found, one)
    return f'<li><i class="goal-{one.name}"></i><span>{escape(one.label)}: <b>{escape(amount)}</b></span></li>'


def _amount(found: Outcome, one: Part) -> str:
    """What is counted may be less than what is there; then the gap is at most so much."""
    bound = {"there": "ten minste ", "gap": "hoogstens "}.get(one.name, "") if found.series.is_lower_bound else ""
    return f"{bound}{words.scale(found).amount(one.amount)}"


def states(found: Outcome) -> str:
    """Per state: how many projects, how much, which chance, and what that gives; as HTML."""
    rows = [tuple(escape(str(cell)) for cell in row) for row in _rows(found)]
    heads = ("Stand", "Projecten", "Samen", "Kans", "Verwacht")
    return card_table(heads, rows, "De projecten naar stand") if rows else ""


def _rows(found: Outcome) -> list[tuple[str, str, str, str, str]]:
    if not isinstance(found.hardness, Hardness):
        return []
    rows, scale = [], words.scale(found)
    for stock in (*found.hardness.stocks[1:], found.hardness.realised_since):
        chance = found.chances.get(stock.state)
        label = PROJECT_STATES.get(stock.state, "Klaar na het laatste cijfer")
        unknown = f" ({stock.unknown} zonder opbrengst)" if stock.unknown else ""
        rows.append(
            (
                label,
                f"{text.number(stock.count)}{unknown}",
                scale.amount(stock.amount),
                words.shares(chance) if chance else "zeker",
                scale.between(stock.expected),
            )
        )
    return rows


def table(found: Outcome) -> pd.DataFrame:
    """The parts of the bar, in the goal's unit."""
    scale = words.scale(found)
    return pd.DataFrame([(one.label, one.amount / scale.size) for one in parts(found)], columns=["Deel", scale.unit])


def notes(found: Outcome) -> list[str]:
    """What is not in the bar."""
    hard = found.hardness
    if not isinstance(hard, Hardness):
        return []
    said = []
    for number, told in (
        (hard.unknown, "Van {} is de opbrengst niet bekend: niet meegeteld."),
        (hard.too_late, "Pas na het doeljaar verwacht en niet meegeteld: {}."),
        (hard.undated, "Van {} is niet vastgelegd wanneer het klaar is: wel meegeteld."),
    ):
        if number:
            said.append(told.format(words.count(number, "project", "projecten")))
    if hard.is_estimated:
        said.append("Waar alleen het vermogen bekend is, is de opbrengst geschat.")
    return said
