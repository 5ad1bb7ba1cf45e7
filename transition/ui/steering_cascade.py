"""Telt het op? The plans of areas up to the municipality, of municipalities up to the region, and of regions up to the country."""

from functools import partial
from html import escape
from urllib.parse import urlencode

import streamlit as st

from transition import published
from transition.metrics.no_number import NoNumber, Why
from transition.metrics.scope import Sort
from transition.metrics.steering import stated
from transition.metrics.steering.cascade import Cascade
from transition.store import Snapshot
from transition.ui import area_names, choice, registered, show, steering_data, steering_empty
from transition.ui.steering_asked import Asked
from transition.views import gap_text, steering_cascade
from transition.views.area_names import AreaNames
from transition.views.what_if_text import MARK

_BIDS = " De biedingen van de regio's staan met hun bron op de pagina Bronnen."


def section(asked: Asked) -> None:
    """The parts beside the goal; where a scope has no parts, where to look instead."""
    snapshot, about = asked.snapshot, asked.about
    if about.is_part or about.sort is Sort.COMMUNITY:
        st.subheader("Optellen doen we per gemeente")
        st.info("Kies een hele gemeente: daar ziet u wat alle gebieden en projecten samen beloven.")
        if about.is_part:
            steering_empty.to_municipality(snapshot, about)
        return
    found = steering_data.cascade(snapshot, about, asked.found.indicator, asked.found.assumed)
    if isinstance(found, NoNumber):
        st.subheader("Dit cijfer is niet op te tellen" if found.why is Why.NOT_ADDITIVE else "Optellen kan hier niet")
        st.info(gap_text.sentence(found))
        return
    _shown(asked, found)


def _shown(asked: Asked, found: Cascade) -> None:
    snapshot, names = asked.snapshot, area_names.names(asked.snapshot)
    found = steering_cascade.by_name(found, partial(_name, snapshot, names))
    heading = steering_cascade.heading(found)
    show.show(
        steering_cascade.html(found, partial(_link, snapshot, names)),
        heading=f"{MARK}: {heading}" if asked.found.is_assumed else heading,
        what=f"{asked.place}: {' '.join(steering_cascade.told(found))}",
        reading=steering_cascade.reading(found),
        source=asked.source + (_BIDS if asked.about.id in _published() else ""),
        table=partial(steering_cascade.table, found, partial(_name, snapshot, names)),
        name=f"telt-het-op-{found.indicator}-{asked.about.id}",
        decimals=1,
    )


def _published() -> set[str]:
    """The countries and regions of which publications give a goal or a bid."""
    return {one.code for one in stated.goals(published.published_figures())}


def _name(snapshot: Snapshot, names: AreaNames, part: str, sort: str) -> str:
    if sort == "area":
        return names.area(part)
    if sort == "project":
        projects = registered.table(snapshot, "project")
        return str(projects.at[part, "name"]) if part in projects.index else part
    return names.place(part)


def _link(snapshot: Snapshot, names: AreaNames, part: str, sort: str) -> str:
    """To the page of an area; to this page of a municipality or region."""
    if sort == "area":
        return names.link(part)
    said = escape(_name(snapshot, names, part, sort))
    if sort == "project":
        return said
    words = {**choice.address_words(choice.selection(snapshot)), "area": part, "onderdeel": "optellen"}
    return f'<a href="?{escape(urlencode(words), quote=True)}" target="_self">{said}</a>'
