"""The catalogue of the sources as a file to download, for who keeps a data portal."""

import streamlit as st

from transition.store import Snapshot
from transition.views import catalogue


def section(snapshot: Snapshot) -> None:
    """One line of explanation and the button; the file is made when the reader presses it."""
    address = str(st.context.url or "")
    base = "/".join(address.split("/")[:3])
    st.caption(
        "Beheert u een gegevensportaal? De catalogus beschrijft alle bronnen volgens de Nederlandse afspraak DCAT-AP-NL (JSON-LD)."
    )
    st.download_button(
        "Download de catalogus",
        data=lambda: catalogue.as_json(snapshot, base),
        file_name="catalogus.jsonld",
        mime="application/ld+json",
        icon=":material/menu_book:",
        on_click="ignore",
        key="download_catalogue",
    )
