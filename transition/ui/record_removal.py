"""Before a record is taken away: what hangs on it, and what goes with it."""

import streamlit as st

from transition.domain.register.fields import Edit
from transition.domain.register.kinds import KINDS
from transition.store import Snapshot
from transition.ui import record_options, registered
from transition.ui.record_draft import Form
from transition.views import record_words, text
from transition.views.brought import plain


def asked(snapshot: Snapshot, form: Form) -> list[Edit]:
    """Says what goes away, and gives the edits that do it: the record with everything that belongs to it."""
    names = record_options.names(snapshot, [form.kind.by_name[form.kind.title]])
    title = record_words.title(form.kind, form.before, names)
    edits = [Edit(form.kind.id, str(form.id), form.base, remove=True)]
    counted = []
    for child in (one for one in KINDS.values() if one.parent and one.by_name[one.parent].refers_to == form.kind.id):
        table = registered.table(snapshot, child.id)
        mine = table[table[child.parent] == form.id]
        edits += [Edit(child.id, str(id), int(version), remove=True) for id, version in mine["version"].items()]
        if len(mine):
            counted.append(f"{child.plural.lower()}: {text.number(len(mine))}")
    st.warning(f"**U haalt weg: {plain(title)}.** U kunt dit daarna ongedaan maken.", icon=":material/delete:")
    if counted:
        st.text(f"Dit hoort erbij en gaat mee weg: {', '.join(counted)}.")
    return edits
