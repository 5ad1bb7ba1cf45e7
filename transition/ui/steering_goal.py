"""Doel en tempo: the goal against what was measured, and how it may go on."""

from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from transition.domain.values import Gap
from transition.metrics.forecast.forecast import Forecast
from transition.metrics.scope import Sort
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.outcome import USUAL_YEAR
from transition.ui import area_names, mode, show, steering_data, steering_decisions, steering_empty
from transition.ui.steering_asked import Asked
from transition.views import decision_marks, forecast_text, steering_chart
from transition.views import steering_words as words
from transition.views.brought import plain
from transition.views.steering_chart import Drawn


def section(asked: Asked) -> None:
    """The picture with its words; where nothing is measured a sentence about what would have to be recorded."""
    if not asked.found.series.points:
        _nothing(asked)
        return
    drawn, note, listed = _drawn(asked)
    show.show(
        partial(_draw, asked, drawn, listed),
        heading=plain(steering_chart.heading(drawn)),
        what=plain(f"{asked.place}: {asked.name}, per jaar, in {words.unit(asked.found.indicator)}"),
        reading=_reading(drawn) + (f" {note}" if note else ""),
        source=plain(asked.source),
        table=partial(steering_chart.table, drawn),
        name=f"doel-en-tempo-{asked.found.indicator}-{asked.about.id}",
        decimals=1,
    )
    for said in _ahead(drawn):
        st.caption(plain(said))


def _draw(asked: Asked, drawn: Drawn, listed: str) -> None:
    key = f"steering_goal_{asked.found.indicator}"
    show.plotly(steering_chart.figure(drawn, mode.is_dark()), key=key)
    told = f'<p class="goal-hidden">{escape(steering_chart.alternative(drawn))}</p>'
    decisions = f"<details><summary>Welke besluiten staan in de grafiek?</summary>{listed}</details>" if listed else ""
    st.html(told + decisions)


def _drawn(asked: Asked) -> tuple[Drawn, str, str]:
    found = asked.found
    until = max(found.goal.year if isinstance(found.goal, Goal) else USUAL_YEAR, USUAL_YEAR)
    ahead = steering_data.forecast(asked.snapshot, asked.about, found.indicator, until)
    decisions = steering_decisions.of(asked.snapshot, asked.about)
    first = min(int(period) for period, _, _ in found.series.points)
    marks = decision_marks.marks(decisions, first + 1, until)
    note = decision_marks.note(marks, _dated(decisions, first + 1, until))
    return Drawn(found, ahead, marks), note, decision_marks.html(marks, area_names.names(asked.snapshot))


def _dated(decisions: pd.DataFrame, first: int, until: int) -> int:
    return int(decisions["decided_on"].dt.year.between(first, until).sum())


def _reading(drawn: Drawn) -> str:
    told = ["De dichte punten staan vast; de open punten zijn geschat of kunnen nog veranderen."]
    if isinstance(drawn.found.goal, Goal):
        told.append("De streepjeslijn is het doel. De stippellijn is wat ervoor nodig is.")
    if isinstance(drawn.ahead, Forecast):
        told.append(forecast_text.READING)
        if drawn.ahead.shock_year is not None:
            told.append(f"'Eerst als {drawn.ahead.shock_year}' is één jaar zoals toen, daarna zoals het ging.")
    elif steering_chart.same_pace(drawn.found) is not None:
        told.append(
            "De gekleurde streepjes trekken het tempo van de laatste jaren door. Dat is een rekensom, geen voorspelling."
        )
    return " ".join(told)


def _ahead(drawn: Drawn) -> list[str]:
    """How sure the look ahead is, and what it rests on; or why there is none."""
    if isinstance(drawn.ahead, Gap):
        return [f"Geen vooruitblik met bandbreedte: {drawn.ahead.detail}."]
    banded = [one for one in drawn.ahead.years if not isinstance(one.band, Gap)]
    last = drawn.ahead.years[-1]
    said = [forecast_text.how_sure(banded[-1])] if banded else []
    if isinstance(last.band, Gap):
        said.append(forecast_text.how_sure(last))
    return [*said, forecast_text.rests_on(drawn.ahead)]


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
