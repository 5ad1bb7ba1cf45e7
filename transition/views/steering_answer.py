"""Halen we het, op tijd? in one or two sentences made by rules. Plain text; nothing unrecorded is ever on schedule."""

from collections.abc import Sequence

from transition.domain.values import Gap, Status
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.hardness import Hardness
from transition.metrics.steering.outcome import Outcome
from transition.metrics.steering.pace import Light, Pace, Verdict
from transition.metrics.steering.result import Expected, Realised, Result
from transition.views import gap_text, text
from transition.views import steering_words as words
from transition.views.what_if_text import MARK

_ENDS = {
    Verdict.ON_SCHEDULE: "{place} ligt op schema voor het doel van {goal}",
    Verdict.ATTENTION: "{place} haalt het doel van {goal} net niet als het zo doorgaat",
    Verdict.BEHIND: "{place} haalt het doel van {goal} niet als het zo doorgaat",
}
_BEGINS = ("In ", "Het ", "De ", "Voor ")


def answer(found: Outcome, place: str, above: Sequence[tuple[str, Goal]] = ()) -> str:
    """place: after 'in'. above: the goals that hold where this scope has none, with the name of whose they are."""
    said = _answer(found, place, above)
    return f"{MARK}: {said[0].lower() if said.startswith(_BEGINS) else said[0]}{said[1:]}" if found.is_assumed else said


def _answer(found: Outcome, place: str, above: Sequence[tuple[str, Goal]]) -> str:
    if isinstance(found.goal, NoNumber):
        return _without_goal(found, place, above)
    goal = _goal(found, found.goal)
    if isinstance(found.result, Gap):
        return f"Het doel voor {place} is {goal}. Hoe ver het nu is, is niet vastgelegd."
    if found.result.remaining <= 0:
        return f"In {place} is het doel van {goal} al behaald: {_now(found)}."
    light = _light(found)
    if found.is_over and int(found.result.realised.period) < found.goal.year:
        return _over(found, found.result, place, light)
    if light is None:
        return _without_light(found, found.result, place)
    ends = _ENDS[light.verdict].format(place=_cap(place), goal=goal)
    return f"{ends}: het tempo is {words.factor(light.factor)} keer wat nodig is."


def _light(found: Outcome) -> Light | None:
    """The verdict about the pace; None without one."""
    pace = found.pace
    if isinstance(pace, NoNumber) or isinstance(pace.factor, NoNumber) or isinstance(pace.light, NoNumber):
        return None
    return pace.light


def _over(found: Outcome, result: Result, place: str, light: Light | None) -> str:
    """The goal's year has ended, and its figure is not there yet: what was, not what will be."""
    at = result.realised.period
    said = (
        f"Het doel voor {place} was {_goal(found, result.goal)}; dat jaar is voorbij. Het nieuwste cijfer is van {at}:"
    )
    was = f"{said} toen was {_least(found)}{_reach(found, result)} bereikt"
    return f"{was}, en het tempo was {words.factor(light.factor)} keer wat nodig was." if light else f"{was}."


def _without_light(found: Outcome, result: Result, place: str) -> str:
    """There is a goal and a figure, but no verdict about the pace."""
    pace = found.pace
    why = pace.light if isinstance(pace, Pace) and isinstance(pace.light, NoNumber) else pace
    said = f"In {place} is {_least(found)}{_reach(found, result)} bereikt van het doel van {_goal(found, result.goal)}."
    if not isinstance(why, NoNumber):
        return said
    if why.why is Why.TERM_PASSED:
        ends = "Of het doel gehaald is, weten wij niet" if found.series.is_lower_bound else "Het doel is niet gehaald"
        return f"{said} De termijn is verstreken. {ends}."
    if why.why is Why.NO_GROWTH:
        return f"{said} De laatste {text.number(float(pace.years if isinstance(pace, Pace) else 3))} jaar kwam het niet dichterbij."
    if why.why is Why.LOWER_BOUND:
        return f"{said} Of dat op tijd is, weten wij niet: wind is hier niet vastgelegd."
    return f"{said} {_coming(found)}" if _coming(found) else f"{said} Of dat op tijd is, is niet te bepalen."


def _coming(found: Outcome) -> str:
    """What the pipeline makes of it, where no pace can be given."""
    if not isinstance(found.expected, Expected):
        return ""
    total = words.scale(found).between(found.expected.amount)
    coming = "de projecten die onderweg zijn" if isinstance(found.hardness, Hardness) else "wat al zeker komt"
    return f"Met {coming} wordt het {_least(found)}{total}: {words.enough(found)}."


def beside(found: Outcome) -> str:
    """Why pace and pipeline say something else, where they do; '' where they agree. One looks back, the other ahead."""
    light, expected = _light(found), found.expected
    if light is None or not isinstance(expected, Expected) or found.is_over:
        return ""
    on_time, reached = light.verdict is Verdict.ON_SCHEDULE, expected.is_reached
    said = {
        (True, "perhaps"): "bij de laagste kansen halen de projecten het doel niet, bij de hoogste wel",
        (True, "no"): "voor het doel zijn er meer projecten nodig dan er nu zijn vastgelegd",
        (False, "yes"): "gaat door wat al onderweg is, dan komt het doel er toch",
        (False, "perhaps"): "bij de hoogste kansen halen de projecten het doel toch, bij de laagste niet",
    }.get((on_time, reached), "")
    return f"Het tempo kijkt terug en de projecten kijken vooruit: {said}." if said else ""


def _reach(found: Outcome, result: Result) -> str:
    if isinstance(result.reach, NoNumber):
        return words.scale(found).amount(result.realised.value)
    return f"{words.share(result.reach)}"


def _without_goal(found: Outcome, place: str, above: Sequence[tuple[str, Goal]]) -> str:
    about = gap_text.the_figure(found.indicator)
    said = f"Voor {place} is geen eigen doel vastgelegd voor {about}."
    if len(above) == 1:
        said += f" Wel is er het doel van {above[0][0]}: {_goal(found, above[0][1])}."
    elif above:
        kind = "gemeenten" if all(one.code.startswith("GM") for _, one in above) else "energieregio's"
        said += f" Wel zijn er de doelen van {text.number(len(above))} {kind}."
    return said


def now(found: Outcome, place: str) -> str:
    """What is there now, as a sentence under the answer; or why nobody can say."""
    if not isinstance(found.realised, Realised):
        return f"Hoeveel er nu in {place} is, is niet vastgelegd of gemeten."
    return f"Nu in {place}: {_now(found)}."


def _now(found: Outcome) -> str:
    """'ten minste 48 GWh in 2024 (geschat)'."""
    if not isinstance(found.realised, Realised):
        return ""
    one = found.realised
    status = f" ({text.STATUSES[one.status]})" if one.status in text.STATUSES and one.status != Status.FINAL else ""
    return f"{_least(found)}{words.scale(found).amount(one.value)} in {one.period}{status}"


def _least(found: Outcome) -> str:
    return "ten minste " if found.series.is_lower_bound else ""


def _goal(found: Outcome, goal: Goal) -> str:
    return f"{words.scale(found).amount(goal.value)} in {goal.year}"


def _cap(place: str) -> str:
    return place[0].upper() + place[1:]


def told(found: Outcome, ambition: Sequence[float] = ()) -> list[str]:
    """What a reader must know of the figures: estimated, a lower bound, a year we assumed, years left out, breaks.

    ambition: what the regions together want, in GWh; more than the national goal asks.
    """
    series = found.series
    wanted = words.scale(found)
    said = [f"De energieregio's willen samen {wanted.amount(max(ambition))}."] if ambition else []
    if series.assumed_period:
        said.append(
            f"De publicatie noemt geen jaar; wij nemen eind {series.assumed_period}. Zon en wind komen uit één telling, zonder reeks."
        )
    if series.wind_count == 0:
        said.append("Er is hier geen windpark vastgelegd. Het cijfer is alleen zon, van installaties boven 15 kWp.")
    elif series.wind_count:
        parks = words.count(series.wind_count, "windpark", "windparken")
        said.append(
            f"Zon is van het CBS (boven 15 kWp); wind is van {parks} in het register, omgerekend naar een gewoon jaar."
        )
    if series.wind_unknown:
        said.append(
            f"Van {words.count(series.wind_unknown, 'windpark', 'windparken')} is de productie niet bekend: niet meegeteld."
        )
    for period, until in series.left_out.items():
        said.append(f"{text.period(period, until)} is geen heel jaar en telt niet mee voor het tempo.")
    for period, because in sorted(series.breaks.items()):
        said.append(f"Vanaf {period} is anders gemeten: {because[0].lower()}{because[1:].removesuffix('.')}.")
    said += [f"Vanaf {period} gaat het over een ander stuk land." for period in sorted(series.redrawn)]
    return said
