"""Van wie is de opwek? The answer in one sentence, the figures, production by owner, and one part of what lies behind it."""

from functools import partial
from urllib.parse import urlencode

import streamlit as st

from transition import published
from transition.domain.selection import Selection
from transition.domain.what_if import WhatIf
from transition.metrics.ownership.local import Local
from transition.metrics.ownership.shares import Definition
from transition.metrics.scope import Scope
from transition.store import Snapshot
from transition.ui import address_choice, choice, ownership_data, ownership_known, ownership_parts, show, what_if
from transition.ui.area_data import today
from transition.ui.ownership_parts import Asked, has_chances
from transition.views import areas, ownership_answer, ownership_bars, ownership_figures
from transition.views import ownership_known as known_words
from transition.views import ownership_published as published_words
from transition.views.brought import plain

_COUNTING, _STRICT = "telling", "strikt"
_DEFINITIONS = {"breed": "Breed tellen", _STRICT: "Strikt tellen"}
"""Word in the address -> what counts as local."""
PARTS = {
    "weg": "Op weg naar 50%",
    "projecten": "Projecten",
    "beleid": "Beleid",
    "cooperaties": "Coöperaties",
    "opbrengst": "Opbrengst en stem",
    "meedoen": "Meedoen",
    "landelijk": "Heel Nederland",
}
"""Word in the address -> part of the page; the first is as usual."""


def section(snapshot: Snapshot, selection: Selection, about: Scope, assumed: WhatIf) -> None:
    """All of it, for whatever the page is about."""
    what_if.banner(assumed)
    called = areas.called(snapshot, about.id) if about.is_place else about.name
    place = ownership_answer.place(about, called)
    found = ownership_data.local(snapshot, about, assumed)
    definition = Definition.STRICT if choice.record(_COUNTING) == _STRICT else Definition.BROAD
    st.header(plain(ownership_answer.answer(found, place, definition)))
    if found.counted:
        address_choice.segments("Wat telt als lokaal", _COUNTING, _DEFINITIONS)
    st.caption(f"{plain(ownership_answer.basis(found, today()))} {ownership_answer.COUNTS}")
    asked = Asked(snapshot, selection, about, place, found, definition, assumed)
    if found.counted:
        st.html(ownership_figures.html(found, definition, is_assumed=has_chances(assumed)))
        if found.owners:
            _owners(snapshot, about, place, found)
    else:
        _nothing(snapshot, selection, about, place)
    usual = PARTS if found.counted else {"landelijk": PARTS["landelijk"], **PARTS}
    part = address_choice.segments("Onderdeel", "onderdeel", usual)
    ownership_parts.PARTS[part](asked)
    if sources := ownership_known.sources(snapshot, about):
        show.sources(snapshot, sources)


def _owners(snapshot: Snapshot, about: Scope, place: str, found: Local) -> None:
    show.show(
        ownership_bars.html(found),
        heading=ownership_bars.heading(found),
        what=f"Opwek van windparken en zonneparken in {place}, naar eigenaar",
        reading=ownership_bars.READING,
        source=ownership_parts.source(snapshot),
        table=partial(ownership_bars.table, found),
        name=f"lokaal-eigendom-{about.id}",
        decimals=1,
    )


def _nothing(snapshot: Snapshot, selection: Selection, about: Scope, place: str) -> None:
    """Nothing is recorded: what is known anyway, and what to do. Never a blank, never 0%."""
    said = ownership_known.sentences(snapshot, about, place)
    if about.is_part:
        said.append(known_words.of_part(len(about.areas), place))
    if not snapshot.is_example:
        years, known = ownership_known.years(*published_words.OWNERSHIP), published.quantities()
        said.append(published_words.known_sentence(years, known))
    if said:
        st.subheader("Wat wij wel weten")
        st.markdown("\n".join(f"- {plain(line)}" for line in said))
    st.info(known_words.HOW_TO, icon=":material/edit_note:")
    st.markdown(f"[Naar de pagina Gebieden](area_processes?{urlencode(choice.address_words(selection))})")
