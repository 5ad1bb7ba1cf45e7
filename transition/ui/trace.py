"""'Waar komt dit vandaan?': a shown value opens to its formula, inputs, stored row, table, edition and documents."""

import re
from typing import Any

import streamlit as st

from transition.domain.values import Gap
from transition.metrics.trace import trace
from transition.store import Snapshot
from transition.views import text, trace_text

LABEL = "Waar komt dit vandaan?"
_CODE = re.compile(r"sources/\S+\.parquet|raw/\S+|\b[0-9a-f]{64}\b")
"""File names and hashes: shown as they are."""


def opener(
    snapshot: Snapshot,
    area: str,
    indicator: str,
    period: str,
    *,
    breakdown: str = "",
    per: str = "",
    vintage: int | None = None,
    key: str,
) -> None:
    """A small button that opens the trace of one value. The trace is made when the reader opens it.

    key: unique on the page. vintage: the boundaries the value is shown on.
    """
    asked = {"breakdown": breakdown, "per": per, "vintage": vintage}
    if st.button(LABEL, type="tertiary", key=f"trace_{key}"):
        _dialog(snapshot, area, indicator, period, **asked)


@st.dialog(LABEL, width="medium")
def _dialog(*of: Any, **asked: Any) -> None:
    """Over the page: a popover would open below the screen where a card stands low."""
    content(*of, **asked)


def content(
    snapshot: Snapshot,
    area: str,
    indicator: str,
    period: str,
    *,
    breakdown: str = "",
    per: str = "",
    vintage: int | None = None,
) -> None:
    """The trace itself, for where a page has its own place for it. vintage: the boundaries the value is shown on."""
    found = trace(snapshot, area, indicator, period, breakdown=breakdown, per=per, vintage=vintage)
    if isinstance(found, Gap):
        st.info(text.because(found))
        return
    st.markdown("\n\n".join(_line(step) for step in trace_text.steps(found)))
    # A dialog makes every heading smaller; a lower one would be smaller than the text.
    st.header(trace_text.TECHNICAL, divider="gray")
    st.markdown("\n\n".join(_line(step) for step in trace_text.technical_steps(found)))
    asked = f"--area {area} --indicator {indicator} --period {period}"
    options = {"breakdown": breakdown, "per": per, "vintage": vintage}
    asked += "".join(f" --{name} {value}" for name, value in options.items() if value)
    st.markdown(f"**Op de opdrachtregel:** `python -m transition trace {asked}`")


def _line(step: trace_text.Step) -> str:
    words = _CODE.sub(lambda found: f"`{found.group()}`", step.words.replace("$", "\\$"))
    if words.startswith("https://"):
        words = f"[{words}]({words})"
    return "> " * step.deep + f"**{step.label}:** {words}"
