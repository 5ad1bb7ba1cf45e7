"""Doel en tempo: the goal against what was measured, and how it may go on."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from html import escape
from typing import Any

import streamlit as st

from transition.domain.values import Gap
from transition.domain.what_if import WhatIf
from transition.metrics.forecast.forecast import Forecast
from transition.metrics.scope import Scope, Sort
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.outcome import USUAL_YEAR
from transition.store import Snapshot
from transition.ui import area_names, mode, registered, show, steering_data, steering_decisions, steering_empty
from transition.ui.area_data import today
from transition.ui.steering_asked import Asked
from transition.views import decision_marks, forecast_text, steering_chart, steering_path
from transition.views import steering_words as words
from transition.views.area_names import AreaNames
from transition.views.brought import plain
from transition.views.steering_path import Drawn


@dataclass(frozen=True, eq=False)
class _Made:
    """note: which decisions are marked. listed: these decisions as HTML."""

    drawn: Drawn
    figure: Any
    note: str
    listed: str


def section(asked: Asked) -> None:
    """The picture with its words; where nothing is measured a sentence about what would have to be recorded."""
    if not asked.found.series.points:
        _nothing(asked)
        return
    snapshot, found = asked.snapshot, asked.found
    key = (snapshot, registered.number(snapshot), today(), asked.about, found.indicator, found.assumed)
    made = _made(*key, mode.is_dark(), area_names.names(snapshot))
    show.show(
        partial(_draw, made),
        heading=plain(steering_path.heading(made.drawn)),
        what=plain(words.about(found, asked.place, f"{asked.name}, per jaar")),
        reading=_reading(made.drawn) + (f" {made.note}" if made.note else ""),
        source=plain(asked.source),
        table=partial(steering_path.table, made.drawn),
        name=f"doel-en-tempo-{found.indicator}-{asked.about.id}",
        decimals=1,
    )
    if said := _ahead(made.drawn):
        st.caption(plain(" ".join(said)))


def _draw(made: _Made) -> None:
    show.plotly(made.figure, key=f"steering_goal_{made.drawn.found.indicator}")
    told = f'<p class="goal-hidden">{escape(steering_path.alternative(made.drawn))}</p>'
    decisions = f"<details><summary>Welke besluiten staan in de grafiek?</summary>{made.listed}</details>"
    st.html(told + (decisions if made.listed else ""))


@lru_cache(maxsize=64)
def _made(
    snapshot: Snapshot,
    number: int,  # noqa: ARG001 - of the register's last change: another change is another entry
    day: date,  # noqa: ARG001
    about: Scope,
    indicator: str,
    assumed: WhatIf,
    dark: bool,
    names: AreaNames,
) -> _Made:
    found = steering_data.outcome(snapshot, about, indicator, assumed)
    until = max(found.goal.year if isinstance(found.goal, Goal) else USUAL_YEAR, USUAL_YEAR)
    decisions = steering_decisions.of(snapshot, about)
    first = min(int(period) for period, _, _ in found.series.points) + 1
    marks = decision_marks.marks(decisions, first, until)
    drawn = Drawn(found, steering_data.forecast(snapshot, about, indicator, until), marks)
    note = decision_marks.note(marks, int(decisions["decided_on"].dt.year.between(first, until).sum()))
    return _Made(drawn, steering_chart.figure(drawn, dark), note, decision_marks.html(marks, names))


def _reading(drawn: Drawn) -> str:
    told = [steering_path.points_reading(drawn.found)]
    goal = steering_path.goal_reading(drawn.found)
    if goal:
        told.append(goal)
    if isinstance(drawn.ahead, Forecast):
        told.append(forecast_text.reading(drawn.ahead))
    elif steering_path.same_pace(drawn.found) is not None:
        what = "uw aanname van het tempo" if drawn.found.assumed.pace is not None else "het tempo van de laatste jaren"
        told.append(f"De gekleurde streepjes trekken {what} door. Dat is een rekensom, geen voorspelling.")
    return " ".join(told)


def _ahead(drawn: Drawn) -> list[str]:
    """How sure the look ahead is, and what it rests on; or why there is none."""
    if isinstance(drawn.ahead, Gap):
        return [f"Geen vooruitblik: {drawn.ahead.detail}."]
    return [*forecast_text.sureness(drawn.ahead), forecast_text.rests_on(drawn.ahead)]


def _nothing(asked: Asked) -> None:
    st.subheader(plain(f"Van {asked.place} is hierover geen cijfer"))
    if asked.about.sort is Sort.PLACE:
        st.info("Voor wijken en buurten wordt dit niet gemeten. Kies de hele gemeente.")
        steering_empty.to_municipality(asked.snapshot, asked.about)
        return
    st.info(
        "Dit wordt niet voor een gebied gemeten, en er staat geen project in het register dat al klaar is en meetelt. "
        "Hoe ver de stappen zijn, ziet u bij 'Gebieden op tijd'."
    )
