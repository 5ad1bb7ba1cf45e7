"""Whether the reader's page is dark."""

import streamlit as st


def is_dark() -> bool:
    """The reader's theme; light when the browser has not told yet."""
    return st.context.theme.type == "dark"
