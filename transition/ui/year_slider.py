"""The years under the map: a slider that also plays."""

import streamlit as st

from transition.ui import choice

SECONDS_A_YEAR = 1.2


def year_slider(periods: list[str], shown: str) -> None:
    """Choosing a year changes the map; 'Speel af' runs through all years once, from the first."""
    if len(periods) < 2:
        return
    playing = st.session_state.get(choice.PLAYING, False)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="years"):
        st.button(
            "Stop" if playing else "Speel af",
            icon=":material/stop:" if playing else ":material/play_arrow:",
            on_click=_stop if playing else _start,
            kwargs={} if playing else {"first": periods[0]},
            key="play",
        )
        choice.picker(st.select_slider, "Jaar op de kaart", "period", periods, shown)
    if playing:
        _next_year(periods, shown)


def _start(first: str) -> None:
    st.session_state["played_first"] = False
    st.session_state[choice.PLAYING] = True
    choice.choose(period=first)


def _stop() -> None:
    st.session_state[choice.PLAYING] = False
    choice.choose()


@st.fragment(run_every=SECONDS_A_YEAR)
def _next_year(periods: list[str], shown: str) -> None:
    # The fragment also runs once with the page itself; only its later runs are a tick of the clock.
    if not st.session_state["played_first"]:
        st.session_state["played_first"] = True
        return
    st.session_state["played_first"] = False
    at = periods.index(shown)
    if at + 1 == len(periods):
        _stop()
    else:
        choice.choose(period=periods[at + 1])
    st.rerun(scope="app")
