"""What the reader hears after saving: that it is kept, what to mind, and a way to take it back."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from transition.domain.register.fields import Problem
from transition.register.answers import Conflict, Refused, RegisterError
from transition.register.register import Register
from transition.ui import registered
from transition.views import record_words
from transition.views.brought import plain

_KEY = "record_saved"


@dataclass(frozen=True)
class _Said:
    place: str
    words: str
    number: int | None
    warnings: tuple[Problem, ...] = ()


def say(place: str, words: str, number: int | None, warnings: Sequence[Problem] = ()) -> None:
    """Keeps a message for the place where the form was; `number` is the change set that can be taken back."""
    st.session_state[_KEY] = _Said(place, words, number, tuple(warnings))


def forget() -> None:
    """For when something new begins."""
    st.session_state.pop(_KEY, None)


def show(register: Register, place: str) -> None:
    """The message of this place, with its button; nothing when there is none."""
    said: _Said | None = st.session_state.get(_KEY)
    if said is None or said.place != place:
        return
    more = " U kunt dit ongedaan maken." if said.number else ""
    st.success(f"{plain(said.words)}{more}", icon=":material/check:")
    for one in said.warnings:
        st.warning(plain(record_words.problem(one)))
    if said.number:
        st.button(
            "Maak ongedaan",
            icon=":material/undo:",
            key=f"record_undo_{said.number}",
            on_click=take_back,
            args=(register, said.number, place),
        )


def take_back(register: Register, number: int, place: str) -> None:
    """Undoes a change set and says so, or why not."""
    try:
        applied = register.undo(registered.actor(), number)
    except Conflict:
        say(place, "Dit kan niet meer in één keer: later is hier nog iets gewijzigd. Zie de geschiedenis.", None)
    except Refused as refused:
        say(place, " ".join(record_words.problem(one) for one in refused.problems), None)
    except RegisterError as error:
        say(place, str(error), None)
    else:
        say(place, "Ongedaan gemaakt. Alles staat weer zoals het was.", None, applied.warnings)
