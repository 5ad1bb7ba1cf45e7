"""Choices of a page that stand in its address, so that a copy of the address shows the same."""

from collections.abc import Mapping

import streamlit as st

from transition.ui import choice


def segments(label: str, word: str, options: Mapping[str, str]) -> str:
    """A choice between parts of a page. options: word in the address -> label; the first is as usual, and left out of the address."""
    usual = next(iter(options))
    asked = choice.record(word)
    key = f"segments_{word}_{usual}"
    choice.show_choice(key, asked if asked in options else usual)

    def changed() -> None:
        chosen = st.session_state[key]
        choice.say(**{word: "" if chosen in (None, usual) else chosen})

    st.segmented_control(
        label,
        list(options),
        format_func=lambda one: options.get(one, one),
        key=key,
        required=True,
        on_change=changed,
        label_visibility="collapsed",
    )
    return str(st.session_state[key] or usual)


def selectbox(label: str, word: str, options: Mapping[str, str], **more: str) -> str:
    """A choice from a list. options: as of `segments`."""
    usual = next(iter(options))
    asked = choice.record(word)
    key = f"selected_{word}_{usual}"
    choice.show_choice(key, asked if asked in options else usual)

    def changed() -> None:
        choice.say(**{word: "" if st.session_state[key] == usual else st.session_state[key]})

    st.selectbox(
        label,
        list(options),
        format_func=lambda one: options.get(one, one),
        key=key,
        on_change=changed,
        **{"placeholder": "Kies uit de lijst", **more},
    )
    return str(st.session_state[key])
