"""Links to an area process or a community inside pages: they keep the session, and are real links for whoever opens one in a new tab."""

from collections.abc import Callable
from functools import cache, lru_cache, partial
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
    const link = event.target.closest?.("a[data-gebied], a[data-community]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    const word = "gebied" in link.dataset ? "gebied" : "community";
    setTriggerValue(word, link.dataset[word]);
  };
  document.addEventListener("click", go);
  return () => document.removeEventListener("click", go);
}
"""


def address(selection: Selection, id: str, word: str = WORD) -> str:
    """The address of the page of one area process (or of what `word` says), with the reader's choice."""
    return f"?{_words(selection)}&{urlencode({word: id})}"


@lru_cache(maxsize=64)
def _words(selection: Selection) -> str:
    return urlencode(choice.address_words(selection))


def listen(word: str = WORD) -> None:
    """Lets a click on any link with `data-gebied` (or another word) on this page turn it to that record, in one script run."""
    key = f"links_{word}"
    _component()(key=key, **{f"on_{word}_change": partial(turn, key, word)})


@cache
def _component() -> Callable[..., Any]:
    return st.components.v2.component("area_links", js=_SCRIPT)


def turn(key: str, word: str = WORD) -> None:
    """Turns the page to the record that a component of this key told of; for its callbacks."""
    if id := st.session_state[key][word]:
        choice.show_record(word, str(id))
