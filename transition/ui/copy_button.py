"""A button that puts a text on the reader's clipboard, with no run of the page."""

from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st

_HTML = '<button type="button" class="copy-text">Kopieer de tekst</button><span role="status"></span>'
_STYLE = """
.copy-text { font: inherit; font-size: 1rem; padding: .4rem .9rem; min-height: 2.5rem; cursor: pointer; background: transparent;
  color: var(--st-text-color); border: 1px solid var(--st-primary-color); border-radius: 4px; }
.copy-text:hover { background: var(--st-secondary-background-color); }
.copy-text:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
span { font: inherit; font-size: .875rem; margin-left: .7rem; color: var(--st-text-color); }
"""
_SCRIPT = """
export default function ({ data, parentElement }) {
  const [button, said] = [parentElement.querySelector("button"), parentElement.querySelector("span")];
  const byHand = () => {
    const field = document.createElement("textarea");
    field.value = data.text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };
  button.onclick = async () => {
    let done = true;
    try { await navigator.clipboard.writeText(data.text); } catch { done = byHand(); }
    said.textContent = done ? "Gekopieerd." : "Kopiëren lukt niet in deze browser. Download de tekst.";
  };
}
"""


def copy_button(text: str, key: str) -> None:
    """Plain text; where the browser does not allow it, it says so."""
    _component()(data={"text": text}, key=key)


@cache
def _component() -> Callable[..., Any]:
    return st.components.v2.component("copy_text", html=_HTML, css=_STYLE, js=_SCRIPT)
