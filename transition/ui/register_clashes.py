"""Cells of a workbook that somebody else changed meanwhile: shows both, and asks whose value stays."""

import streamlit as st

from transition.register.workbook.bring import Seen
from transition.register.workbook.outcome import CellClash, Place
from transition.views import register_changes, wrapped_table
from transition.views.brought import plain

_THEIRS, _MINE, _EACH = "theirs", "mine", "each"
_WORDS = {
    _THEIRS: "Laat staan wat er nu staat",
    _MINE: "Neem overal de waarde uit mijn werkmap",
    _EACH: "Ik kies per cel",
}
_MOST_ASKED = 50
"""So many cells are asked one by one; of the others the register keeps its value."""


def chosen(seen: Seen) -> tuple[Place, ...]:
    """The cells in which the officer's value wins; unless the officer says so, the register keeps its own."""
    clashes = seen.comparison.clashes
    if not clashes:
        return ()
    st.html(
        wrapped_table.html(
            register_changes.clashes(seen), "Cellen die iemand anders ook wijzigde", tall=True, wide=True
        )
    )
    way = st.radio("Wat doen we met deze cellen?", list(_WORDS), format_func=_WORDS.__getitem__, key="workbook_clashes")
    if way == _EACH:
        return tuple(one.place for one in clashes[:_MOST_ASKED] if _ask(seen, one))
    return tuple(one.place for one in clashes) if way == _MINE else ()


def _ask(seen: Seen, one: CellClash) -> bool:
    """Whether the officer's value wins in this cell."""
    _, theirs, mine = register_changes.clash_words(seen, one)
    whose = f"{register_changes.whose(seen, one.kind, one.id)}, {register_changes.field_label(one)}"
    words = {_THEIRS: f"Nu in het register: {plain(theirs)}", _MINE: f"In uw werkmap: {plain(mine)}"}
    key = f"workbook_clash_{'_'.join(one.place)}"
    return (
        st.radio(plain(f"{one.sheet} {one.cell}: {whose}"), list(words), format_func=words.__getitem__, key=key)
        == _MINE
    )
