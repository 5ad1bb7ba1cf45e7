"""Halen we het, op tijd, en wie is aan zet? The answer, the figures, and one part of what lies behind it."""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from transition.domain.what_if import WhatIf
from transition.metrics.scope import Scope
from transition.metrics.steering.goal import Goal
from transition.metrics.steering.outcome import Outcome
from transition.store import Snapshot
from transition.ui import (
    address_choice,
    choice,
    show,
    steering_cascade,
    steering_data,
    steering_goal,
    steering_hardness,
    steering_parts,
    steering_sources,
    what_if,
)
from transition.ui.steering_asked import Asked
from transition.views import alphabet, areas, gap_text, ownership_answer, steering_answer, steering_figures
from transition.views import steering_words as words
from transition.views.brought import plain

_OWN: dict[str, tuple[str, Callable[[Asked], None]]] = {
    "": ("Doel en tempo", steering_goal.section),
    "pijplijn": ("Pijplijn", steering_hardness.section),
    "optellen": ("Telt het op?", steering_cascade.section),
}
_LINKS = 6
"""So many places whose goal holds get a button."""
_ASSUMES = ("target", "year", "pace", "building", "permitted", "developing")


def section(snapshot: Snapshot, about: Scope, assumed: WhatIf) -> None:
    """All of it, for whatever the page is about."""
    place = ownership_answer.place(about, areas.called(snapshot, about.id) if about.is_place else about.name)
    options = {one: gap_text.figure(one) for one in steering_data.indicators(snapshot, about)}
    indicator = address_choice.selectbox(
        "Welk cijfer", "cijfer", {one: said[:1].upper() + said[1:] for one, said in options.items()}
    )
    found = steering_data.outcome(snapshot, about, indicator, assumed)
    what_if.banner(found.assumed, words.unit(indicator))
    above = [] if isinstance(found.goal, Goal) else steering_data.goals_above(snapshot, about, indicator)
    _answer(snapshot, found, place, above)
    own = steering_data.goal(snapshot, about, steering_data.ELSEWHERE)
    aim = steering_figures.ownership_goal(own, partial(_link, snapshot)) if isinstance(own, Goal) else ""
    st.html(steering_figures.html(found) + aim)
    source = steering_sources.line(snapshot, about, found)
    asked = Asked(snapshot, about, place, options[indicator], found, source)
    titles = {word: title for word, (title, _) in _OWN.items()} | {
        _word(title): title for title in steering_parts.PARTS
    }
    part = address_choice.segments("Onderdeel", "onderdeel", titles)
    if part in _OWN:
        _OWN[part][1](asked)
        what_if.panel(_ASSUMES, found.assumed, _holds(snapshot, about, indicator), words.unit(indicator))
    else:
        steering_parts.PARTS[titles[part]](snapshot, about)
    if used := steering_sources.ids(snapshot, about, found):
        show.sources(snapshot, used)


def _word(title: str) -> str:
    return title.lower().replace(" ", "-")


def _answer(snapshot: Snapshot, found: Outcome, place: str, above: list[Goal]) -> None:
    above = sorted(above, key=lambda one: alphabet.place(areas.label(snapshot, one.code)))
    named = [(areas.in_full(snapshot, one.code), one) for one in above]
    st.header(plain(steering_answer.answer(found, place, named)))
    told = [
        steering_answer.beside(found),
        steering_answer.now(found, place),
        *steering_answer.told(found, steering_data.ambition(found)),
    ]
    st.caption(plain(" ".join(one for one in told if one)))
    if above:
        with st.container(horizontal=True, gap="small", key="steering_above"):
            for one in above[:_LINKS]:
                name = areas.label(snapshot, one.code)
                st.button(
                    plain(f"Bekijk {name}"), key=f"above_{one.code}", type="tertiary", on_click=partial(_go, one.code)
                )


def _link(snapshot: Snapshot, page: str) -> str:
    """The address of another page about the same."""
    kept = {word: choice.record(word) for word in ("gebied", "community")}
    return f"{page}?{urlencode({**choice.address_words(choice.selection(snapshot)), **{k: v for k, v in kept.items() if v}})}"


def _go(code: str) -> None:
    choice.say(gebied="", community="")
    choice.choose(area=code)


def _holds(snapshot: Snapshot, about: Scope, indicator: str) -> dict[str, str]:
    """What holds without assumptions, by field: shown in the empty fields."""
    return steering_figures.holds(steering_data.outcome(snapshot, about, indicator))
