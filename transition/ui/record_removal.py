"""Before a record is taken away: what goes with it, or what still needs it."""

import streamlit as st

from transition.domain.register.fields import Edit
from transition.register.register import Register
from transition.store import Snapshot
from transition.ui import record_options, registered
from transition.ui.record_draft import Form
from transition.views import record_words
from transition.views.brought import plain


def asked(snapshot: Snapshot, register: Register, form: Form) -> Edit | None:
    """Says what goes away, and gives the edit that does it; None when it cannot go, because something still refers to it."""
    names = record_options.names(snapshot, [form.kind.by_name[form.kind.title]])
    title = record_words.title(form.kind, form.before, names)
    edit = Edit(form.kind.id, str(form.id), form.base, remove=True)
    found = register.problems(registered.actor(), [edit], registered.known(snapshot))
    wrong = [one for one in found if not one.is_warning]
    if wrong:
        st.error(f"**{plain(title)} kan nog niet weg.**", icon=":material/block:")
    else:
        st.warning(f"**U haalt weg: {plain(title)}.** U kunt dit daarna ongedaan maken.", icon=":material/delete:")
    for one in wrong or found:
        st.text(record_words.problem(one))
    return None if wrong else edit
