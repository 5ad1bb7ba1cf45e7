"""Links to an area process inside pages: they keep the session, and are real links for whoever opens one in a new tab."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from transition.domain.selection import Selection
from transition.ui import choice

WORD = "gebied"
"""In the address: which area process is shown."""
_SCRIPT = """
export default function ({ setTriggerValue }) {
  const go = (event) => {
    const link = event.target.closest?.("a[data-gebied]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    setTriggerValue("gebied", link.dataset.gebied);
  };
  document.addEventListener("click", go);
  return () => document.removeEventListener("click", go);
}
"""


def address(selection: Selection, id: str) -> str:
    """The address of the page of one area process, with the reader's choice."""
    return f"?{urlencode({**choice.address_words(selection), WORD: id})}"


def listen() -> None:
    """Lets a click on any link with `data-gebied` on this page turn it to that area process, in one script run."""
    key = "area_links"
    _component()(key=key, on_gebied_change=partial(turn, key))


@cache
def _component() -> Callable[..., Any]:
    return st.components.v2.component("area_links", js=_SCRIPT)


def turn(key: str) -> None:
    """Turns the page to the area process that a component of this key told of; for its callbacks."""
    if id := st.session_state[key].gebied:
        choice.show_record(WORD, str(id))
