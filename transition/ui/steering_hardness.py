"""Pijplijn: what is there, what is certain or likely to come, and what nobody has yet, beside the goal."""

from functools import partial
from html import escape

import streamlit as st

from transition.metrics.no_number import NoNumber, Why
from transition.ui import show
from transition.ui.steering_asked import Asked
from transition.views import gap_text, steering_bar
from transition.views import steering_words as words


def section(asked: Asked) -> None:
    """The bar, the projects by state, and what is not in it."""
    found = asked.found
    if isinstance(found.pipeline, NoNumber):
        _nothing(found.pipeline)
        return
    show.show(
        _html(asked),
        heading=steering_bar.heading(found),
        what=words.about(found, asked.place, asked.name),
        reading=steering_bar.reading(found),
        source=asked.source,
        table=partial(steering_bar.table, found),
        name=f"pijplijn-{found.indicator}-{asked.about.id}",
        decimals=1,
    )


def _html(asked: Asked) -> str:
    notes = "".join(f"<li>{escape(one)}</li>" for one in steering_bar.notes(asked.found))
    told = f'<ul class="goal-told">{notes}</ul>' if notes else ""
    return steering_bar.html(asked.found) + steering_bar.states(asked.found) + told


def _nothing(why: NoNumber) -> None:
    if why.why is Why.NOT_RECORDED:
        st.subheader("Er is geen project vastgelegd")
        st.info(
            "Wat er onderweg is, weten wij dus niet. Dat is iets anders dan dat er niets komt. "
            "Leg op de pagina Gebieden projecten vast met hun vermogen en hun stand."
        )
        return
    st.subheader("Projecten zeggen niets over dit doel")
    st.info(f"{gap_text.sentence(why)} Kies hierboven een ander cijfer, zoals zon en wind op land.")
