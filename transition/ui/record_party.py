"""A party that is not in the register yet, added from the field in which it is needed."""

import streamlit as st

from transition.domain.register.fields import Edit, Field, Type, id_of
from transition.domain.register.kinds import PARTY
from transition.register.answers import Conflict, Refused, RegisterError
from transition.register.register import Register
from transition.ui import registered
from transition.ui.record_fields import Place
from transition.views import record_words
from transition.views.brought import plain
from transition.views.record_layout import label


def new_party(place: Place, field: Field, register: Register) -> None:
    """A switch that opens two fields and a button; the new party is chosen at once."""
    key = f"{place.key(field)}:new"
    if not st.toggle("Nieuwe partij …", key=key):
        return
    name, type = PARTY.by_name["name"], PARTY.by_name["type"]
    with st.container(border=True, key=f"{key}:box"):
        st.text_input(f"{label(name)} van de nieuwe partij", key=f"{key}:name", max_chars=200)
        st.selectbox(
            label(type),
            list(type.choices),
            index=None,
            format_func=type.choices.__getitem__,
            placeholder="Kies …",
            key=f"{key}:type",
        )
        st.button("Voeg deze partij toe", key=f"{key}:add", on_click=_add, args=(place.key(field), field, register))
        st.caption("De partij wordt meteen bewaard. De rest van dit formulier nog niet.")
        if said := st.session_state.pop(f"{key}:said", ""):
            st.error(plain(said))


def _add(target: str, field: Field, register: Register) -> None:
    """Before the form is drawn again: so that its field can show the new party."""
    key = f"{target}:new"
    values = {"name": st.session_state.get(f"{key}:name") or None, "type": st.session_state.get(f"{key}:type")}
    id = id_of(PARTY, values) or "nieuw"
    try:
        register.apply(registered.actor(), [Edit(PARTY.id, id, None, values)])
    except Conflict:
        st.session_state[f"{key}:said"] = "Er is al een partij met deze naam. Kies die in de lijst."
        return
    except Refused as refused:
        st.session_state[f"{key}:said"] = " ".join(record_words.problem(one) for one in refused.problems)
        return
    except RegisterError as error:
        st.session_state[f"{key}:said"] = str(error)
        return
    several = field.type is Type.REFERENCES
    st.session_state[target] = [*st.session_state.get(target, []), id] if several else id
    st.session_state[key] = False
