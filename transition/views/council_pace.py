"""The pace in a sentence an alderman says: what it is, what is needed, and when the goal is reached if it goes on."""

from datetime import date

from transition.metrics.no_number import NoNumber, Why
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.pace import Pace
from transition.views import gap_text, text
from transition.views.council_words import Speaker, amount


def sentence(pace: Pace, goal: Goal, who: Speaker, today: date) -> str:
    """Each clause only when its figure is there; else why it is not. What lies before `today` is said as what was."""
    needed, actual = pace.needed, pace.actual
    if isinstance(needed, NoNumber) and needed.why is Why.REACHED:
        return "Het doel is al gehaald. Er is geen tempo meer nodig om het te halen."
    now = _actual(pace, goal)
    if isinstance(needed, NoNumber):
        return f"{now} De termijn van het doel, {goal.year}, is voorbij en het doel is niet gehaald."
    if goal.year < today.year:
        return f"{now} Nodig was {_per_year(goal, needed)}. De termijn, {goal.year}, is voorbij; het cijfer over dat jaar is er nog niet."
    need = f"Nodig is {_per_year(goal, needed)}."
    if isinstance(actual, NoNumber):
        return f"{need} {now}"
    # without a verdict no year either: both rest on the same figures
    refused = pace.light if isinstance(pace.light, NoNumber) and not isinstance(pace.factor, NoNumber) else None
    judged = gap_text.sentence(refused) if refused else _when(pace, goal, who, today)
    return " ".join(part for part in (now, need, factor(pace), judged) if part)


def factor(pace: Pace) -> str:
    """'Het tempo is 0,6 keer wat nodig is.'; '' where there is no factor."""
    return "" if isinstance(pace.factor, NoNumber) else f"Het tempo is {text.number(pace.factor, 1)} keer wat nodig is."


def _per_year(goal: Goal, value: float) -> str:
    if goal.indicator.endswith("_pct"):
        return f"{text.number(value, 1)} procentpunt per jaar"
    return f"{amount(goal.indicator, value, with_what=False)} per jaar"


def _actual(pace: Pace, goal: Goal) -> str:
    actual = pace.actual
    if isinstance(actual, NoNumber):
        return f"Het werkelijke tempo is niet te bepalen. {gap_text.sentence(actual)}"
    if actual <= 0:
        return f"In {pace.years} jaar tijd kwam het doel niet dichterbij: er is geen groei."
    word = "ging er" if goal.direction == "down" else "kwam er"
    after = " af" if goal.direction == "down" else " bij"
    return f"In de laatste {pace.years} jaar {word} {_per_year(goal, actual)}{after}."


def _when(pace: Pace, goal: Goal, who: Speaker, today: date) -> str:
    year, subject = pace.year, "halen we" if who.we else f"haalt {who.place}"
    if isinstance(year, NoNumber):
        if year.why is Why.TOO_FAR_AWAY:
            return f"Met dit tempo {subject} het doel niet voor {year.facts['latest']}."
        return f"Zo {subject} het doel niet."
    if year < today.year:
        return f"Ging het zo door, dan is het doel in {year} gehaald. Het cijfer over dat jaar is er nog niet."
    if year <= goal.year:
        return f"Met dit tempo {subject} het doel in {year}, op tijd."
    return f"Met dit tempo {subject} het doel in {year}, niet in {goal.year}."
