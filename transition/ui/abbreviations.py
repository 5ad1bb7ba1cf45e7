"""What the abbreviations on the page of sources stand for."""

import streamlit as st

from transition.views import abbreviations


def section() -> None:
    """The list, when the reader asks for it."""
    with st.expander("Afkortingen en eenheden op deze pagina"):
        st.markdown("\n".join(f"- {line}" for line in abbreviations.lines()))
