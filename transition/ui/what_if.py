"""Wat als: a reader fills in assumptions of their own; they stand in the address, and the page says so."""

from collections.abc import Mapping, Sequence

import streamlit as st

from transition.domain import what_if
from transition.domain.what_if import BOUNDS, WORDS, WhatIf
from transition.ui import choice
from transition.views import what_if_text

_KEY = "what_if_{}"


def assumed() -> WhatIf:
    """What the address assumes. What is no number within its bounds is left out, and said."""
    found, wrong = what_if.read(st.query_params.to_dict())
    if wrong:
        st.toast(f"Deze aanname in het adres kennen wij niet: {', '.join(wrong)}. We rekenen zonder.")
    return found


def banner(found: WhatIf, unit: str = "") -> None:
    """Above everything that rests on assumptions: which they are, and the way back. Nothing when nothing is assumed."""
    if found.is_set:
        with st.container(key="what_if"):
            st.warning(what_if_text.banner(found, unit), icon=":material/help:")
            st.button("Reken weer met wat is vastgelegd", on_click=_say, args=(WhatIf(),), key="what_if_off")


def panel(asked: Sequence[str], found: WhatIf, holds: Mapping[str, str], unit: str = "") -> None:
    """Lets the reader fill in the assumptions `asked` (fields of `WhatIf`). holds: field -> what holds when nothing is filled in."""
    if not st.toggle("Reken met eigen aannames: wat als?", value=found.is_set, key="what_if_open"):
        return
    with st.form("what_if_form"):
        st.caption(
            "Laat leeg wat u niet anders wilt. Uw aannames komen in het adres van de pagina, dus u kunt ze delen."
        )
        for name in asked:
            _field(name, found, holds.get(name, ""), unit)
        st.form_submit_button("Reken hiermee", type="primary", on_click=_take, args=(tuple(asked), found))


def _field(name: str, found: WhatIf, holds: str, unit: str) -> None:
    low, high = (int(bound) if name == "year" else bound for bound in BOUNDS[name])
    with_unit = f" ({unit})" if unit and name in ("target", "pace") else ""
    key = _KEY.format(name)
    choice.show_choice(key, getattr(found, name))
    st.number_input(
        what_if_text.LABELS[name] + with_unit,
        min_value=low,
        max_value=high,
        value=None,
        step=1 if name == "year" else 1.0,
        format="%d" if name == "year" else "%.12g",
        placeholder=holds or "niets vastgelegd",
        key=key,
    )


def _take(asked: Sequence[str], found: WhatIf) -> None:
    given = {name: st.session_state.get(_KEY.format(name)) for name in asked}
    _say(WhatIf(**{name: given.get(name, getattr(found, name)) for name in WORDS}))


def _say(found: WhatIf) -> None:
    words = what_if.address_words(found)
    choice.say(**{word: words.get(word, "") for word in WORDS.values()})
