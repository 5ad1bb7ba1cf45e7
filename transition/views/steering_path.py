"""What the picture of goal against path says: its message, a text for who cannot see it, and its table."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from transition.domain.values import Gap
from transition.metrics.forecast.forecast import Forecast
from transition.metrics.forecast.path import Scenario
from transition.metrics.no_number import NoNumber
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.outcome import Outcome
from transition.metrics.steering.pace import Pace
from transition.metrics.steering.result import Realised, Result
from transition.views import forecast_text, gap_text, text
from transition.views import steering_words as words
from transition.views.decision_marks import Mark
from transition.views.what_if_text import MARK


@dataclass(frozen=True)
class Drawn:
    """What a figure is made of. ahead: the forecast or why there is none."""

    found: Outcome
    ahead: Forecast | Gap
    marks: Sequence[Mark] = ()


def heading(drawn: Drawn) -> str:
    """The message of the picture."""
    found = drawn.found
    said = _heading(found, drawn.ahead)
    return f"{MARK}: {said[0].lower()}{said[1:]}" if found.is_assumed else said


def _heading(found: Outcome, ahead: Forecast | Gap) -> str:
    if isinstance(found.goal, NoNumber):
        return _without_goal(found, ahead)
    if isinstance(found.result, Result) and found.result.remaining <= 0:
        return "Het doel is al behaald"
    if isinstance(found.pace, NoNumber):
        return "Of het op tijd is, is niet te bepalen"
    if isinstance(found.pace.light, NoNumber):
        needed = found.pace.needed
        if isinstance(needed, NoNumber):
            return f"Het doel is niet gehaald: {gap_text.short(needed)}"
        most = "hoogstens " if found.series.is_lower_bound else ""
        return f"Nodig is {most}{words.scale(found).rate(needed)} erbij; of dat lukt, is niet te bepalen"
    is_ = "was" if found.is_over else "is"
    return f"Het tempo {is_} {words.factor(found.pace.light.factor)} keer wat nodig {is_}"


def _without_goal(found: Outcome, ahead: Forecast | Gap) -> str:
    if isinstance(ahead, Gap):
        return "Er is geen doel om het tempo mee te vergelijken"
    last = ahead.years[-1]
    coming = words.scale(found).amount(last.scenarios[Scenario.CONTINUED].total)
    return f"Zonder doel: gaat het door zoals het ging, dan is het ongeveer {coming} in {last.year}"


def measured(found: Outcome, point: tuple[str, float, str]) -> str:
    """'2024: 35 GWh (voorlopig)'; '' for a year without a figure."""
    period, value, status = point
    if math.isnan(value):
        return ""
    told = f" ({text.STATUSES[status]})" if status in text.STATUSES else ""
    return f"{period}: {words.scale(found).amount(value)}{told}"


def points_reading(found: Outcome) -> str:
    """What the points are: those that can change or are estimated are hollow."""
    if found.series.published:
        return "Het open punt komt uit een publicatie, die niet zegt of het cijfer vaststaat."
    return "De dichte punten staan vast; de open punten zijn geschat of kunnen nog veranderen."


def goal_reading(found: Outcome) -> str:
    """What the lines of the goal are; '' without a goal."""
    if not isinstance(found.goal, Goal):
        return ""
    own = found.assumed.target is not None or found.assumed.year is not None
    said = f"De streepjeslijn is {'het doel dat u aanneemt' if own else 'het doel'}."
    needs = isinstance(found.pace, Pace) and not isinstance(found.pace.needed, NoNumber)
    return f"{said} De stippellijn is wat ervoor nodig is." if needs else said


def goal_name(found: Outcome, goal: Goal) -> str:
    """'Doel 2030: 111 GWh'."""
    own = found.assumed.target is not None or found.assumed.year is not None
    return f"{MARK if own else 'Doel'} {goal.year}: {words.scale(found).amount(goal.value)}"


def same_pace(found: Outcome) -> float | None:
    """What is there in the goal's year when the pace goes on; None where no pace or no goal is known, or the goal is reached."""
    pace = found.pace
    if not isinstance(found.goal, Goal) or not isinstance(pace, Pace) or isinstance(pace.actual, NoNumber):
        return None
    if not isinstance(found.realised, Realised) or int(found.realised.period) >= found.goal.year:
        return None
    forward = pace.actual * (found.goal.year - int(found.realised.period))
    up = found.goal.still_to_go(found.goal.value - 1) > 0
    return found.realised.value + (forward if up else -forward)


def alternative(drawn: Drawn) -> str:
    """The message and the figures, for who cannot see the picture."""
    found = drawn.found
    known = [point for point in found.series.points if not math.isnan(point[1])]
    told = [f"{heading(drawn)}."]
    if known:
        told.append(
            f"Gemeten van {known[0][0]} ({words.scale(found).amount(known[0][1])}) tot {measured(found, known[-1])}."
            if len(known) > 1
            else f"Gemeten in {measured(found, known[0])}."
        )
    if isinstance(found.goal, Goal):
        told.append(f"{goal_name(found, found.goal)}.")
    return " ".join(told)


def table(drawn: Drawn) -> pd.DataFrame:
    """All that is drawn: measured, the goal, and every scenario with its band; in the unit of the screen."""
    found, scale = drawn.found, words.scale(drawn.found)
    rows: list[tuple[str, str, float | None, float | None, float | None, str]] = [
        (period, "Gemeten", value, None, None, text.STATUSES.get(status, ""))
        for period, value, status in found.series.points
    ]
    if isinstance(found.goal, Goal):
        rows.append(
            (
                str(found.goal.year),
                "Doel",
                found.goal.value,
                None,
                None,
                MARK if found.is_assumed else words.decided(found.goal),
            )
        )
    end = same_pace(found)
    if isinstance(drawn.ahead, Forecast):
        rows += [
            (
                str(one.year),
                forecast_text.scenario(which, drawn.ahead.shock_year),
                out.total,
                out.low,
                out.high,
                "vooruitblik",
            )
            for one in drawn.ahead.years
            for which, out in one.scenarios.items()
        ]
    elif end is not None and isinstance(found.goal, Goal):
        rows.append((str(found.goal.year), "Bij dit tempo", end, None, None, MARK if found.is_assumed else "berekend"))
    made = pd.DataFrame(rows, columns=["Jaar", "Wat", scale.unit or "Waarde", "Laag", "Hoog", "Status"])
    numbers = made.columns[2:5]
    return made.assign(**{name: made[name].astype(float) / scale.size for name in numbers})
