"""How long areas of communities are in each phase, beside each other: every case a dot, what still goes on an open one."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from transition.domain.register.choices import LADDER
from transition.metrics.comparison.communities import Beside, PhaseTime
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.steering.survival import FEWEST_CLOSED, Median
from transition.views import beside, gap_text, sign_text, text

WHAT = "Dagen in elke fase, per gebied"
READING = (
    "Elke stip is een gebied: dicht is klaar met de fase, open is nog bezig en dus 'minstens zo lang'. "
    f"Het streepje is wanneer de helft klaar was (Kaplan en Meier), als minstens {FEWEST_CLOSED} gebieden klaar zijn."
)


def rests(found: Beside) -> str:
    """On how much it rests."""
    return f"{text.number(found.timed)} van {beside.areas(len(found.areas))} met de datums van een fase"


def heading(found: Sequence[Beside], names: Mapping[str, str]) -> str:
    """The message: the phase of which most communities have a median (of equals the longest), with the shortest and the longest."""
    medians = {phase: list(_medians(found, phase)) for phase in LADDER}
    phase = max(medians, key=lambda one: (len(medians[one]), max(medians[one], default=())))
    known = sorted(medians[phase])
    if len(known) < 2:
        return "In minder dan twee communities zijn genoeg gebieden klaar met dezelfde fase om doorlooptijden te geven"
    told = [(days, names[id]) for days, id in known]
    label = LADDER[phase].lower()
    if len(known) <= beside.MOST_NAMED:
        each = text.enumeration([f"{sign_text.days(days)} in {name}" for days, name in told])
        return f"Met de fase {label} is de helft van de gebieden klaar na {each}"
    (least, first), (most, last) = told[0], told[-1]
    return f"Met de fase {label} is de helft klaar na {sign_text.days(least)} ({first}) tot {sign_text.days(most)} ({last})"


def _medians(found: Sequence[Beside], phase: str) -> Iterator[tuple[float, str]]:
    for one in found:
        for time in one.times:
            if time.phase == phase and isinstance(time.median, Median):
                yield time.median.days, one.id


def longest(found: Sequence[Beside]) -> float:
    """The most days of any case: where all the lines end."""
    return max((days for one in found for time in one.times for days, _ in time.cases), default=0.0) or 1.0


def what(most: float) -> str:
    """What it is about, with the scale all lines have."""
    return f"{WHAT}; elke lijn loopt van 0 tot {sign_text.days(most)}"


def body(found: Beside, most: float) -> str:
    """A row per phase in which an area is or was."""
    if not found.times:
        return ""
    return beside.rows(
        beside.line(
            LADDER[one.phase], one.cases, most, _said(one), one.median.days if isinstance(one.median, Median) else None
        )
        for one in found.times
    )


def _said(one: PhaseTime) -> str:
    n = f"n = {text.number(len(one.cases))}, {text.number(one.open)} nog bezig"
    ends = f"{text.number(one.cases[0][0])} tot {sign_text.days(one.cases[-1][0])}"
    spread = ends if len(one.cases) > 1 else sign_text.days(one.cases[0][0])
    return f"{_half(one.median)} ({n}; {spread})"


def _half(found: Median | NoNumber) -> str:
    if isinstance(found, Median):
        return f"helft klaar na {sign_text.days(found.days)}"
    if found.why is Why.MEDIAN_STILL_OPEN:
        return "meer dan de helft is nog bezig"
    return "te weinig afgerond voor een mediaan"


def table(found: Sequence[Beside], names: Mapping[str, str]) -> pd.DataFrame:
    """A row per community and phase."""
    rows = [
        (
            names[one.id],
            LADDER[time.phase],
            time.median.days if isinstance(time.median, Median) else None,
            "" if isinstance(time.median, Median) else gap_text.sentence(time.median),
            len(time.cases),
            time.open,
            time.cases[0][0],
            time.cases[-1][0],
        )
        for one in found
        for time in one.times
    ]
    heads = [
        "Community",
        "Fase",
        "Helft klaar na (dagen)",
        "Waarom niet",
        "Gebieden",
        "Nog bezig",
        "Kortste",
        "Langste",
    ]
    return pd.DataFrame(rows, columns=heads)
