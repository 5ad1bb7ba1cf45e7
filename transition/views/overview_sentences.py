"""The answer of the overview in one sentence, and three that say what the figures do not: outlook, planning, eigenaarschap."""

from collections.abc import Iterator, Sequence
from html import escape

from transition.metrics.council import Council, Recorded
from transition.metrics.no_number import NoNumber
from transition.metrics.ownership.ladder import Distribution
from transition.metrics.ownership.two_sided import LOCAL, MUNICIPALITY
from transition.metrics.steering.area_signals import Schedule
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import Hardness
from transition.metrics.steering.pace import Pace
from transition.metrics.steering.result import Expected, Realised, Result
from transition.views import council_words, text
from transition.views.council_words import Speaker, amount, areas, percent
from transition.views.overview_figures import covered
from transition.views.overview_ownership import level

_SCHEDULES = {
    Schedule.ON_SCHEDULE: ("is {} op schema", "zijn {} op schema"),
    Schedule.ATTENTION: ("vraagt {} aandacht", "vragen {} aandacht"),
    Schedule.BEHIND: ("loopt {} achter", "lopen {} achter"),
}


def answer(found: Council, who: Speaker) -> str:
    """Where it stands towards its goal, with year and status; '' without goal or figure."""
    result, at = found.outcome.result, found.outcome.realised
    if not isinstance(result, Result) or isinstance(result.reach, NoNumber) or not isinstance(at, Realised):
        return ""
    place, least = who.place[:1].upper() + who.place[1:], "ten minste " if found.outcome.series.is_lower_bound else ""
    when = f"({at.period}, {council_words.status(at.status)})"
    if result.reach >= 1:
        return f"{place} heeft het doel voor {result.goal.year} al gehaald: {least}{percent(result.reach)} {when}."
    return f"{place} staat op {least}{percent(result.reach)} van het doel voor {result.goal.year} {when}{_pace(found)}."


def _pace(found: Council) -> str:
    pace = found.outcome.pace
    if not isinstance(pace, Pace) or isinstance(pace.factor, NoNumber) or isinstance(pace.light, NoNumber):
        return ""
    return f"; het tempo is {text.number(pace.factor, 1)} keer wat nodig is"


def three(found: Council, who: Speaker) -> list[str]:
    """At most three; each only when something is recorded about it. Plain text."""
    return [*_outlook(found, who), *_planning(found.recorded), *_eigenaarschap(found.recorded)]


def _outlook(found: Council, who: Speaker) -> Iterator[str]:
    expected, goal = found.outcome.expected, found.outcome.goal
    if isinstance(expected, Expected) and isinstance(goal, Goal) and goal.year >= found.day.year:
        low, high = (
            amount(goal.indicator, end, with_what=False) for end in (expected.amount.low, expected.amount.high)
        )
        reach = f"ongeveer {low}" if low == high else f"{low} tot {high}"
        said = f"Met wat er nog aankomt, komt {who.place} op {reach} in {goal.year}."
        if isinstance(found.outcome.hardness, Hardness) or expected.amount.width:
            yield f"{said} Dat is {covered(found.outcome, expected)[1]}."
        else:
            yield f"{said} Of dat genoeg is, is niet te zeggen: het is het getal van één publicatie, zonder marge."


def _planning(recorded: Recorded) -> Iterator[str]:
    counted = recorded.schedules
    if not counted.recorded:
        if counted.of:
            yield f"Van geen van de {areas(counted.of)} is een planning vastgelegd. Of het op schema is, is dus niet te zeggen."
        return
    if counted.of == 1:
        yield f"Dit gebied {next(_SCHEDULES[kind][0] for kind in _SCHEDULES if counted.schedules[kind]).replace(' {}', '')}."
        return
    missing = counted.of - counted.recorded
    first = f"Van {text.number(missing)} van de {areas(counted.of)} is geen planning vastgelegd. " if missing else ""
    said = [
        _SCHEDULES[kind][counted.schedules[kind] > 1].format(text.number(counted.schedules[kind]))
        for kind in _SCHEDULES
        if counted.schedules[kind]
    ]
    rest = f"Van de {'andere ' if missing else ''}{areas(counted.recorded)} {text.enumeration(said)}."
    yield first + rest


def _eigenaarschap(recorded: Recorded) -> Iterator[str]:
    sides = recorded.eigenaarschap
    said = [
        f"{_level(sides[side])} volgens {name} ({sides[side].recorded} van {areas(sides[side].of)})"
        for side, name in ((MUNICIPALITY, "de gemeente"), (LOCAL, "de lokale partij"))
        if not isinstance(sides[side].middle, NoNumber)
    ]
    if said:
        middle = "in het midden " if sides[MUNICIPALITY].of > 1 else ""
        yield f"Eigenaarschap, van 0 tot 4: {middle}{text.enumeration(said)}."


def _level(found: Distribution) -> str:
    assert not isinstance(found.middle, NoNumber), "asked only where there is a middle"
    return f"niveau {level(found.middle)}"


def html(said: Sequence[str]) -> str:
    """The sentences as a list; every text is escaped."""
    return f'<ul class="overview-three">{"".join(f"<li>{escape(one)}</li>" for one in said)}</ul>'
