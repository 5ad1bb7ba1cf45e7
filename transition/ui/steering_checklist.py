"""Zelftoets: the norms of the audits, of one municipality with evidence, of more than one as a table of those that filled it in."""

from functools import lru_cache, partial

import streamlit as st

from transition import catalog
from transition.metrics.scope import Scope
from transition.metrics.steering.checklist import Checklist, checklist
from transition.store import Snapshot
from transition.ui import registered, steering_empty
from transition.ui.steering_shown import shown
from transition.views import alphabet, checklist_text
from transition.views.brought import plain
from transition.views.count_bars import first_of

KIND = "checklist_item"
FIRST = 25


def section(snapshot: Snapshot, about: Scope) -> None:
    """The checklist of the municipalities of a scope; a part of a municipality has none of its own."""
    if about.is_part:
        st.subheader("De zelftoets gaat over de hele gemeente")
        st.info(plain(f"{about.name} is een deel van een gemeente en heeft geen eigen zelftoets."))
        steering_empty.to_municipality(snapshot, about)
        return
    found = _found(snapshot, registered.number(snapshot), about)
    if not found:
        steering_empty.not_recorded(
            "de zelftoets",
            "Twaalf punten: van een vastgesteld doel tot een jaarlijks verslag aan de raad. Vul ze in, ook als het antwoord 'onbekend' is.",
        )
    elif len(about.municipalities) == 1:
        _one(snapshot, about, found[about.municipalities[0]])
    else:
        _several(snapshot, about, found)


def _one(snapshot: Snapshot, about: Scope, found: Checklist) -> None:
    shown(
        snapshot,
        about,
        checklist_text.html(found),
        heading=checklist_text.heading(found),
        what="zelftoets van de regie",
        reading=f"{checklist_text.READING} {checklist_text.proven(found)}",
        kinds=(KIND,),
        table=partial(checklist_text.table, found),
        name="zelftoets",
    )


def _several(snapshot: Snapshot, about: Scope, found: dict[str, Checklist]) -> None:
    names = {code: snapshot.areas[code].name for code in found if code in snapshot.areas}
    first = dict(sorted(found.items(), key=lambda one: alphabet.place(names.get(one[0], one[0])))[:FIRST])
    shown(
        snapshot,
        about,
        checklist_text.norms_html(found) + checklist_text.several_html(first, names),
        heading=checklist_text.heading_of_several(found, len(about.municipalities)),
        what="zelftoets van de gemeenten die iets invulden, op naam",
        reading=checklist_text.READING + first_of(FIRST, len(found)),
        kinds=(KIND,),
        table=partial(checklist_text.several_table, found, names),
        name="zelftoets",
    )


@lru_cache(maxsize=64)
def _found(snapshot: Snapshot, number: int, about: Scope) -> dict[str, Checklist]:  # noqa: ARG001 - the number is the key
    """Municipality -> its checklist, of those in the scope that filled anything in."""
    items = registered.table(snapshot, KIND)
    now = items["municipality"].map(partial(_now, catalog.successors()))
    items = items.assign(municipality=now).sort_values("answered_on", kind="stable")  # the newest answer counts
    inside = set(about.municipalities)
    return {code: checklist(items, code) for code in sorted(now.dropna().unique()) if code in inside}


def _now(became: dict[str, tuple[str, ...]], code: str) -> str:
    """The municipality an answer is about today; of one that was split it is about none of the parts."""
    after = became.get(code, ())
    return after[0] if len(after) == 1 else code
